import * as strings from 'EnquiryDeskStrings';
import type { CloseOutcome, EnquiryMessage } from '../../../../domain/enquiries/life';
import { referenceOf } from '../../../../domain/enquiries/reference';
import { format } from '../../../../ui/format';
import { dayText } from '../../../../domain/dates';

export const outcomeText = (outcome: CloseOutcome): string =>
  ({
    settled: strings.OutcomeSettled,
    done: strings.OutcomeDone,
    explained: strings.OutcomeExplained,
    'passed on': strings.OutcomePassedOn,
    'not possible': strings.OutcomeNotPossible,
    'no answer': strings.OutcomeNoAnswer,
    'same as another': strings.OutcomeSame
  })[outcome];

/** What happened, in a line beside the name of who did it. */
export function eventText({ event, details, authorName }: EnquiryMessage): string {
  const { officer, service, replyBy, other, outcome, escalation, ground } = details;
  switch (event) {
    case 'sent':
      return strings.EventSent;
    case 'answer':
      return strings.EventAnswer;
    case 'information':
      return strings.EventInformation;
    case 'withdrawn':
      return strings.EventWithdrawn;
    case 'settled':
      return strings.EventSettled;
    case 'asked again':
      return strings.EventAskedAgain;
    case 'escalated':
      return format(strings.EventEscalated, escalation?.title ?? '');
    case 'restriction asked for':
      return strings.EventRestrictionAsked;
    case 'acknowledged':
      return officer?.name === authorName ? strings.EventAcknowledgedSelf : format(strings.EventAcknowledged, officer?.name ?? '');
    case 'assigned':
      return officer?.name === authorName ? strings.EventTaken : format(strings.EventAssigned, officer?.name ?? '');
    case 'to another service':
      return format(strings.EventRedirected, service?.name ?? '');
    case 'question':
      return strings.EventQuestion;
    case 'update':
      return strings.EventUpdate;
    case 'reply':
      return strings.EventReply;
    case 'extended':
      return format(strings.EventExtended, replyBy ? dayText(replyBy) : '');
    case 'declined':
      return format(strings.EventDeclined, ground?.text ?? '');
    case 'linked':
      return format(strings.EventLinked, other === undefined ? '' : referenceOf(other));
    case 'closed':
      return format(strings.EventClosed, outcome ? outcomeText(outcome) : '');
    case 'reopened':
      return strings.EventReopened;
    case 'restricted':
      return strings.EventRestricted;
    case 'seen':
      return '';
  }
}

/** What somebody said with it: the text, the reason, or the step that is asked for. */
export const saidWith = ({ text, details }: EnquiryMessage): string =>
  [text, details.reason ?? '', details.escalation?.text ?? ''].filter((part) => part !== '').join('\n\n');
