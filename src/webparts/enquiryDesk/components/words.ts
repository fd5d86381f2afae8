import * as strings from 'EnquiryDeskStrings';
import type { EnquirySummary, QueueName } from '../../../domain/enquiries/desk';
import { nextOf, type LifeState, type Next, type Urgency } from '../../../domain/enquiries/life';
import type { IsClosed } from '../../../domain/workingDays';
import { format, plural } from '../../../ui/format';
import { dayText } from '../../../domain/dates';

/** Where an enquiry stands, in a word or two. */
export const stateText = (state: LifeState): string =>
  ({
    new: strings.StateNew,
    acknowledged: strings.StateAcknowledged,
    inProgress: strings.StateInProgress,
    waiting: strings.StateWaiting,
    answered: strings.StateAnswered,
    closed: strings.StateClosed,
    withdrawn: strings.StateWithdrawn
  })[state];

/** For whom it is said: whoever has to act, or whom it concerns. */
export type Reader = 'officer' | 'member';

const overdue = (text: string, days: number): string => format(text, plural(days, strings.OneWorkingDay, strings.WorkingDays));

/** A date with how many working days are left until it. */
const withDays = (text: string, days: number): string =>
  days > 0 ? format(strings.DaysLeft, text, plural(days, strings.OneWorkingDay, strings.WorkingDays)) : text;

/** What happens next, in words with a date. */
export function nextText({ what, by, urgency, workingDays = 0 }: Next, reader: Reader): string {
  const own = reader === 'officer';
  switch (what) {
    case 'acknowledge':
      if (urgency === 'overdue') return overdue(own ? strings.AcknowledgeOverdue : strings.AcknowledgementOverdue, workingDays);
      if (urgency === 'today') return own ? strings.AcknowledgeToday : strings.AcknowledgementToday;
      return withDays(format(own ? strings.AcknowledgeBy : strings.AcknowledgementBy, by ? dayText(by) : ''), workingDays);
    case 'reply':
      if (by === undefined) return own ? strings.ReplyAnyTime : strings.AnswerComing;
      if (urgency === 'overdue') return overdue(own ? strings.ReplyOverdue : strings.AnswerOverdue, workingDays);
      if (urgency === 'today') return own ? strings.ReplyToday : strings.AnswerToday;
      return withDays(format(own ? strings.ReplyBy : strings.AnswerBy, dayText(by)), workingDays);
    case 'member answers':
      return own ? strings.WaitingForMember : strings.WaitingForYou;
    case 'member says':
      return own ? strings.AnsweredOfficer : strings.AnsweredMember;
    case 'ward answers':
      if (by === undefined) return strings.WardAnswers;
      return urgency === 'overdue' ? strings.WardAnswersPast : format(strings.WardAnswersBy, dayText(by));
    case 'nothing':
      return '';
  }
}

/** The next step of an enquiry by its row. */
export const nextOfRow = (row: EnquirySummary, now: Date, isClosed: IsClosed): Next =>
  nextOf({ ...row, isOfficers: row.isOfficers }, now, isClosed);

/** Where it stands, for a row in which the next step says nothing. */
export const standingText = (row: EnquirySummary, next: Next, reader: Reader): string => nextText(next, reader) || stateText(row.state);

export const queueText = (queue: QueueName): string =>
  ({
    new: strings.QueueNew,
    mine: strings.QueueMine,
    service: strings.QueueService,
    'from members': strings.QueueFromMembers,
    today: strings.QueueToday,
    overdue: strings.QueueOverdue,
    waiting: strings.QueueWaiting,
    ward: strings.QueueWard,
    'to be restricted': strings.QueueToBeRestricted,
    restricted: strings.QueueRestricted,
    open: strings.QueueOpen,
    closed: strings.QueueClosed
  })[queue];

/** "Tue 24 Nov, 16:12" */
export const momentText = (moment: Date): string =>
  moment.toLocaleString('en-GB', {
    ...{ timeZone: 'Europe/London', weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
    ...(moment.getFullYear() === new Date().getFullYear() ? {} : { year: 'numeric' })
  });

/** Whether a date wants to be noticed: words say it too. */
export const isPressing = (urgency: Urgency): boolean => urgency === 'overdue' || urgency === 'today';
