import type { EventName } from './event';
import { isOpen, type LifeState } from './state';

/** Who does something with an enquiry. Support acts for the member; whoever sees restricted enquiries may do all that handlers may. */
export type Actor = 'member' | 'colleague' | 'support' | 'handler' | 'restricted';

/** What has to be given, or may be. */
export type Need = 'text' | 'officer' | 'service' | 'reason' | 'replyBy' | 'ground' | 'outcome' | 'other' | 'escalation';

/** What somebody can do with an enquiry. */
export interface Transition {
  event: EventName;
  may: readonly Actor[];
  /** The state that follows, for each in which it can be done. */
  to: Partial<Record<LifeState, LifeState>>;
  needs: readonly Need[];
  /** Asked for, and may be left empty. */
  optional?: readonly Need[];
  /** Documents may go with it. */
  documents?: boolean;
  /** Of which enquiries: those that members raised, those that officers brought before a ward's members, or both. */
  of: 'members' | 'officers' | 'both';
}

const ownSide = ['member', 'support'] as const;
const wardSide = ['member', 'colleague', 'support'] as const;
const officers = ['handler', 'restricted'] as const;

const stays = (...states: LifeState[]): Transition['to'] => Object.fromEntries(states.map((state) => [state, state]));
const all = (to: LifeState, ...states: LifeState[]): Transition['to'] => Object.fromEntries(states.map((state) => [state, to]));
const open = ['new', 'acknowledged', 'inProgress', 'waiting'] as const;

/**
 * The life of an enquiry: who may do what, in which state, what must be given and what follows. What an officer tells or
 * asks a member before anybody acknowledged it acknowledges it (Cheshire East: an acknowledgement names who deals with it).
 */
export const transitions = {
  answer: {
    event: 'answer',
    may: wardSide,
    of: 'both',
    needs: ['text'],
    documents: true,
    to: { ...stays('new', 'acknowledged', 'inProgress'), waiting: 'inProgress' }
  },
  inform: { event: 'information', may: wardSide, of: 'members', needs: ['text'], documents: true, to: { ...stays(...open, 'answered') } },
  withdraw: { event: 'withdrawn', may: ownSide, of: 'members', needs: [], optional: ['reason'], to: all('withdrawn', ...open, 'answered') },
  settle: { event: 'settled', may: ownSide, of: 'members', needs: [], optional: ['text'], to: all('closed', 'answered') },
  askAgain: {
    event: 'asked again',
    may: ownSide,
    of: 'members',
    needs: ['text'],
    documents: true,
    to: all('inProgress', 'answered', 'closed')
  },
  escalate: {
    event: 'escalated',
    may: [...ownSide, ...officers],
    of: 'members',
    needs: ['escalation', 'reason'],
    to: { ...stays(...open), answered: 'inProgress', closed: 'inProgress' }
  },
  askRestriction: {
    event: 'restriction asked for',
    may: [...ownSide, ...officers],
    of: 'members',
    needs: ['reason'],
    to: stays(...open, 'answered', 'closed', 'withdrawn')
  },
  acknowledge: {
    event: 'acknowledged',
    may: officers,
    of: 'members',
    needs: ['officer'],
    optional: ['text'],
    to: all('acknowledged', 'new')
  },
  assign: { event: 'assigned', may: officers, of: 'members', needs: ['officer', 'reason'], to: stays(...open, 'answered') },
  redirect: {
    event: 'to another service',
    may: officers,
    of: 'members',
    needs: ['service', 'reason'],
    optional: ['officer'],
    to: stays(...open)
  },
  ask: { event: 'question', may: officers, of: 'members', needs: ['text'], documents: true, to: all('waiting', ...open) },
  update: {
    event: 'update',
    may: officers,
    of: 'both',
    needs: ['text'],
    documents: true,
    to: { ...all('inProgress', 'new', 'acknowledged', 'inProgress'), ...stays('waiting', 'answered') }
  },
  reply: { event: 'reply', may: officers, of: 'members', needs: ['text'], documents: true, to: all('answered', ...open) },
  extend: {
    event: 'extended',
    may: officers,
    of: 'members',
    needs: ['replyBy', 'reason'],
    to: { ...all('acknowledged', 'new'), ...stays('acknowledged', 'inProgress', 'waiting') }
  },
  decline: { event: 'declined', may: officers, of: 'members', needs: ['ground', 'text'], to: all('answered', ...open) },
  link: { event: 'linked', may: officers, of: 'both', needs: ['other'], to: stays(...open, 'answered', 'closed', 'withdrawn') },
  close: { event: 'closed', may: officers, of: 'both', needs: ['outcome'], optional: ['text'], to: all('closed', ...open, 'answered') },
  reopen: { event: 'reopened', may: officers, of: 'both', needs: ['reason'], to: all('inProgress', 'answered', 'closed', 'withdrawn') },
  restrict: {
    event: 'restricted',
    may: ['restricted'],
    of: 'members',
    needs: ['reason'],
    to: stays(...open, 'answered', 'closed', 'withdrawn')
  }
} as const satisfies Record<string, Transition>;

export type ActionName = keyof typeof transitions;
export const actionNames = Object.keys(transitions) as ActionName[];
export const transitionOf = (action: ActionName): Transition => transitions[action];

const byEvent = new Map<EventName, ActionName>(actionNames.map((name) => [transitions[name].event, name]));
/** The action that a message is the record of; none for "sent" and "seen". */
export const actionOf = (event: EventName): ActionName | undefined => byEvent.get(event);

/** What decides whether an action can be done. */
export interface Standing {
  state: LifeState;
  /** Officers brought it before a ward's members. */
  isOfficers: boolean;
  /** Only the member, and whoever sees restricted enquiries, see it. */
  isRestricted: boolean;
  /** Until when the member can ask again: it is over. */
  isPastOpenDays: boolean;
  /** Somebody is named who deals with it. */
  hasOfficer: boolean;
}

/** Why something cannot be done. */
export type Refusal = 'not yours to do' | 'not in this state' | 'not of this enquiry' | 'too late' | 'no such enquiry';

/** The state that follows an action, or why it cannot be done. */
export function transit(action: ActionName, actor: Actor, standing: Standing): { to: LifeState } | { refused: Refusal } {
  const { may, to, of } = transitionOf(action);
  if (!may.includes(actor)) return { refused: 'not yours to do' };
  if (of !== 'both' && (of === 'officers') !== standing.isOfficers) return { refused: 'not of this enquiry' };
  if ((action === 'restrict' || action === 'askRestriction') && standing.isRestricted) return { refused: 'not of this enquiry' };
  const next = to[standing.state];
  if (next === undefined) return { refused: 'not in this state' };
  // Answers of the ward to officers' matters are asked for; in a member's enquiry only what officers asked is answered.
  if (action === 'answer' && !standing.isOfficers && standing.state !== 'waiting') return { refused: 'not in this state' };
  if ((action === 'askAgain' || (action === 'escalate' && !isOpen(standing.state))) && standing.isPastOpenDays && !isOfficer(actor)) {
    return { refused: 'too late' };
  }
  return { to: next };
}

/** Whether somebody acts for the council. */
export const isOfficer = (actor: Actor): boolean => actor === 'handler' || actor === 'restricted';

/** The actions that somebody can do now, in the table's order. */
export const actionsFor = (actor: Actor, standing: Standing): ActionName[] =>
  actionNames.filter((action) => 'to' in transit(action, actor, standing));

/** What has to be given for an action: a reason for an assignment only where somebody had it before. */
export const needsOf = (action: ActionName, { hasOfficer }: Pick<Standing, 'hasOfficer'>): readonly Need[] =>
  action === 'assign' && !hasOfficer ? ['officer'] : transitionOf(action).needs;
