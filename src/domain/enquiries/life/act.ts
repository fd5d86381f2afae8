import type { PlainDate } from '../../members/term';
import { addWorkingDays } from '../../protocol/standards';
import { isWorkingDay, type IsClosed } from '../../workingDays';
import { longest, trimmed } from '../answers';
import type { EscalationStep, EventDetails, EventName, Named } from './event';
import type { Beginning } from './fold';
import { outcomes, type CloseOutcome } from './state';
import { needsOf, transitionOf, type ActionName, type Need, type Standing } from './transitions';

/** What is given for an action. */
export interface ActionInput {
  text?: string;
  officer?: Named;
  service?: Named;
  reason?: string;
  replyBy?: PlainDate;
  ground?: NonNullable<EventDetails['ground']>;
  outcome?: CloseOutcome;
  /** ID of another enquiry. */
  other?: number;
  escalation?: EscalationStep;
  /** Names of documents. */
  documents?: string[];
  /** Path of the folder that a restricted enquiry was in before. */
  from?: string;
}

/** What is wrong with something that is given. */
export interface ActionFault {
  need: Need;
  rule: 'missing' | 'too long' | 'not a working day' | 'not later' | 'after the longest' | 'itself';
  /** Longest length, or the last day. */
  limit?: number | PlainDate;
}

/** What the values are checked against. */
export interface ActionContext {
  standing: Pick<Standing, 'hasOfficer'>;
  enquiryId: number;
  replyBy: PlainDate | undefined;
  /** The latest day that the protocol allows a reply to be extended to; undefined where it does not say. */
  extendedBy: PlainDate | undefined;
  today: PlainDate;
  isClosed: IsClosed;
}

const longestReason = 4_000;

/**
 * The latest day to which a reply can be put off: as when it was sent, or as many working days after the day that it is due
 * now, where that was moved since: it waited for the member, or was asked again.
 */
export function longestReply(
  extendedBy: PlainDate | undefined,
  replyBy: PlainDate | undefined,
  { standard, isClosed }: Pick<Beginning, 'standard' | 'isClosed'>
): PlainDate | undefined {
  if (extendedBy === undefined || replyBy === undefined || replyBy < extendedBy) return extendedBy;
  const { extension, reply } = standard;
  return extension === null || reply === null ? undefined : addWorkingDays(replyBy, Math.max(1, extension - reply), isClosed);
}

/** Checks of one thing that is given; undefined where it is all right. */
function faultOf(need: Need, isNeeded: boolean, input: ActionInput, context: ActionContext): Omit<ActionFault, 'need'> | undefined {
  const missing = isNeeded ? ({ rule: 'missing' } as const) : undefined;
  const text = (value: string | undefined, limit: number): Omit<ActionFault, 'need'> | undefined => {
    if (trimmed(value) === '') return missing;
    return trimmed(value).length > limit ? { rule: 'too long', limit } : undefined;
  };
  switch (need) {
    case 'text':
      return text(input.text, longest.description);
    case 'reason':
      return text(input.reason, longestReason);
    case 'officer':
      return trimmed(input.officer?.name) === '' ? missing : undefined;
    case 'service':
      return input.service?.id === undefined ? missing : undefined;
    case 'ground':
      return input.ground === undefined ? missing : undefined;
    case 'outcome':
      return input.outcome === undefined || !outcomes.includes(input.outcome) ? missing : undefined;
    case 'escalation':
      return input.escalation === undefined ? missing : undefined;
    case 'other':
      if (input.other === undefined) return missing;
      return input.other === context.enquiryId ? { rule: 'itself' } : undefined;
    case 'replyBy': {
      const { replyBy } = input;
      if (replyBy === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(replyBy)) return missing;
      const { today, replyBy: before, extendedBy, isClosed } = context;
      if (replyBy < today || (before !== undefined && replyBy <= before)) return { rule: 'not later' };
      if (extendedBy !== undefined && replyBy > extendedBy) return { rule: 'after the longest', limit: extendedBy };
      return isWorkingDay(replyBy, isClosed) ? undefined : { rule: 'not a working day' };
    }
  }
}

/** What is wrong with what is given for an action, in the order of its needs. */
export function actionFaults(action: ActionName, input: ActionInput, context: ActionContext): ActionFault[] {
  const needs = needsOf(action, context.standing);
  const { optional = [], needs: listed } = transitionOf(action);
  const all = [...new Set([...needs, ...listed, ...optional])];
  return all.flatMap((need) => {
    const fault = faultOf(need, needs.includes(need), input, context);
    return fault ? [{ need, ...fault }] : [];
  });
}

/**
 * The message that an action becomes. What was given and does not belong to the action is left out.
 *
 * @param after ID of the last message that whoever acts has seen
 */
export function messageOf(
  action: ActionName,
  input: ActionInput,
  after: number
): { event: EventName; text: string; details: EventDetails } {
  const { event, needs, optional = [], documents } = transitionOf(action);
  const taken: readonly Need[] = [...needs, ...optional];
  const details: EventDetails = { after };
  if (taken.includes('officer') && input.officer) details.officer = input.officer;
  if (taken.includes('service') && input.service) details.service = input.service;
  if (taken.includes('reason') && trimmed(input.reason) !== '') details.reason = trimmed(input.reason);
  if (taken.includes('replyBy') && input.replyBy) details.replyBy = input.replyBy;
  if (taken.includes('ground') && input.ground) details.ground = input.ground;
  if (taken.includes('outcome') && input.outcome) details.outcome = input.outcome;
  if (taken.includes('other') && input.other !== undefined) details.other = input.other;
  if (taken.includes('escalation') && input.escalation) details.escalation = input.escalation;
  if (action === 'restrict' && input.from !== undefined) details.from = input.from;
  if (documents && input.documents && input.documents.length > 0) details.documents = [...input.documents];
  return { event, text: taken.includes('text') ? trimmed(input.text) : '', details };
}
