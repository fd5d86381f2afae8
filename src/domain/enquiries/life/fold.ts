import { britishDateOf } from '../../dates';
import type { PlainDate } from '../../members/term';
import { addWorkingDays, countsAsCome, openUntil, workingDaysBetween, type KindStandard } from '../../protocol/standards';
import type { IsClosed } from '../../workingDays';
import type { EnquiryMessage, EscalationStep, Named } from './event';
import { isOpen, type CloseOutcome, type LifeState } from './state';
import { actionNames, actionOf, isOfficer, transit, transitionOf, type Actor, type Refusal } from './transitions';

/** What an enquiry is held to, and what it was when it was sent. */
export interface Beginning {
  isOfficers: boolean;
  isRestricted: boolean;
  /** Who sent it: they may act for the member. */
  senderId: number;
  standard: KindStandard;
  isClosed: IsClosed;
  come: PlainDate | undefined;
  acknowledgeBy: PlainDate | undefined;
  replyBy: PlainDate | undefined;
  officer: Named | undefined;
  service: Named | undefined;
  /**
   * What whoever handles enquiries has judged already: up to which message, and which of them do not count. It is not
   * judged again: history does not change with who is in which group today.
   */
  judged?: { upTo: number; voids: ReadonlySet<number> };
  /** Where it stood without messages: rows that were brought over from another system. */
  row?: Partial<Pick<Life, 'acknowledged' | 'replied' | 'repliedInTime' | 'closed' | 'outcome' | 'openUntil'>>;
}

/** Why a message does not count. */
export type Void = Refusal | 'overtaken' | 'judged before';

/** An enquiry as its messages tell. */
export interface Life {
  state: LifeState;
  officer: Named | undefined;
  service: Named | undefined;
  come: PlainDate | undefined;
  acknowledgeBy: PlainDate | undefined;
  replyBy: PlainDate | undefined;
  acknowledged: Date | undefined;
  /** The first reply, and whether it came by when it was due. Asked again, the first reply stays what it was. */
  replied: Date | undefined;
  repliedInTime: boolean | undefined;
  /** The latest reply. */
  answered: Date | undefined;
  /** Until when the member can ask again; undefined where the protocol does not say. */
  openUntil: PlainDate | undefined;
  closed: Date | undefined;
  outcome: CloseOutcome | undefined;
  /** What officers asked the member last, and have no answer to. */
  question: { text: string; asked: Date } | undefined;
  /** Words of the ground for which it was declined. */
  declined: string | undefined;
  escalation: EscalationStep | undefined;
  /** Somebody asked that it be restricted, and it is not yet. */
  restrictionAsked: boolean;
  /** IDs of enquiries that are alike. */
  linked: readonly number[];
  /** ID of the last message, also of one that does not count. */
  last: number;
  /** ID of the last one of an officer's. */
  lastOfficer: number;
  /** A member wrote since an officer did. */
  newFromMember: boolean;
  /** Why messages do not count, by their IDs. */
  voids: ReadonlyMap<number, Void>;
}

/** Messages in their order, each once: of two with the same key the one with the lower ID counts. */
export function inOrder(messages: readonly EnquiryMessage[]): EnquiryMessage[] {
  const keys = new Set<string>();
  return [...messages]
    .sort((a, b) => a.id - b.id)
    .filter(({ key }) => {
      if (key === '') return true;
      if (keys.has(key)) return false;
      keys.add(key);
      return true;
    });
}

/** As whom somebody wrote: whoever sent it may act for the member, also an officer who raised it for them. */
function actorsOf({ author, authorId }: EnquiryMessage, { senderId }: Beginning): readonly Actor[] {
  if (author !== 'officer') return [authorId === senderId && author === 'colleague' ? 'member' : author];
  // What an officer may do is decided by SharePoint's permissions; the message is there, so they had them.
  return authorId === senderId ? ['restricted', 'support'] : ['restricted'];
}

/** Whether the days are over in which the member can ask again. */
export const isPastOpenDays = ({ openUntil: until, closed }: Pick<Life, 'openUntil' | 'closed'>, day: PlainDate): boolean =>
  until === undefined ? closed !== undefined && britishDateOf(closed) < day : day > until;

/** What changes the dates: worked out by the council's calendar, not taken from the message of a member. */
class Dates {
  public constructor(private readonly beginning: Beginning) {}

  /** A reply that had to wait for the member has as many working days more. */
  public afterWaiting(replyBy: PlainDate | undefined, asked: Date, answered: Date): PlainDate | undefined {
    const { isClosed } = this.beginning;
    const waited = workingDaysBetween(britishDateOf(asked), britishDateOf(answered), isClosed);
    return replyBy === undefined || waited === 0 ? replyBy : addWorkingDays(replyBy, waited, isClosed);
  }

  /** What is asked again is answered within the same time as at first. */
  public anew(moment: Date): PlainDate | undefined {
    const { standard, isClosed } = this.beginning;
    return standard.reply === null ? undefined : addWorkingDays(countsAsCome(moment, standard.dayEnds, isClosed), standard.reply, isClosed);
  }

  public openUntil(moment: Date): PlainDate | undefined {
    return openUntil(moment, this.beginning.standard, this.beginning.isClosed);
  }
}

/** What a message that counts makes of an enquiry, besides its state. */
function effectOf({ event, text, details, created }: EnquiryMessage, life: Life, dates: Dates): Partial<Life> {
  const replied = (): Partial<Life> => ({
    answered: created,
    openUntil: dates.openUntil(created),
    ...(life.replied === undefined
      ? { replied: created, repliedInTime: life.replyBy === undefined ? undefined : britishDateOf(created) <= life.replyBy }
      : {}),
    question: undefined
  });
  const opened = (): Partial<Life> => ({
    ...(isOpen(life.state) ? {} : { replyBy: dates.anew(created), closed: undefined, outcome: undefined, openUntil: undefined })
  });
  switch (event) {
    case 'answer':
      return { question: undefined };
    case 'question':
      return { question: { text, asked: life.question?.asked ?? created } };
    case 'acknowledged':
    case 'assigned':
      return details.officer ? { officer: details.officer } : {};
    case 'to another service':
      return { service: details.service ?? life.service, officer: details.officer };
    case 'reply':
      return replied();
    case 'declined':
      return { ...replied(), declined: details.ground?.text };
    case 'extended':
      // What was agreed holds, however long the member was waited for before.
      return {
        ...(details.replyBy ? { replyBy: details.replyBy } : {}),
        ...(life.question ? { question: { ...life.question, asked: created } } : {})
      };
    case 'linked':
      return details.other === undefined ? {} : { linked: [...new Set([...life.linked, details.other])] };
    case 'withdrawn':
      return { closed: created, question: undefined };
    case 'settled':
      return { closed: created, outcome: 'settled' };
    case 'closed':
      return { closed: created, outcome: details.outcome, question: undefined, openUntil: life.openUntil ?? dates.openUntil(created) };
    case 'asked again':
    case 'reopened':
      return opened();
    case 'escalated':
      return { ...opened(), escalation: details.escalation };
    case 'restriction asked for':
      return { restrictionAsked: true };
    case 'restricted':
      // Whoever had it does not see it any more.
      return { restrictionAsked: false, officer: undefined };
    default:
      return {};
  }
}

/** Events of the member's side: an officer who wrote one acted for the member. */
const byMembers: ReadonlySet<EnquiryMessage['event']> = new Set(
  actionNames.map(transitionOf).flatMap(({ may, event }) => (may.includes('handler') ? [] : may.includes('restricted') ? [] : [event]))
);
const acknowledging: readonly LifeState[] = ['acknowledged', 'inProgress', 'waiting', 'answered', 'closed'];
/** What a member did last that nobody has to read: it is over. */
const ending: readonly EnquiryMessage['event'][] = ['settled', 'withdrawn'];

/** What officers do among themselves: what the member wrote is read by nobody through it. */
const inHouse: readonly EnquiryMessage['event'][] = ['assigned', 'to another service', 'linked', 'restricted', 'restriction asked for'];

/** The state that follows a message that was judged before: by the table, whoever wrote it. */
const stateAfter = (message: EnquiryMessage, state: LifeState): LifeState => {
  const action = actionOf(message.event);
  return (action && transitionOf(action).to[state]) ?? state;
};

/**
 * Works out where an enquiry stands from its messages: they are the record. A message that its writer could not have
 * written, or that does not fit the state, does not count; nor does an officer's that was written before they had seen
 * what another officer did (so that each thing is done once). Later protocols and calendars change nothing that officers
 * set.
 *
 * @param state where it stood before the messages: rows that were brought over from another system have none
 */
export function fold(beginning: Beginning, messages: readonly EnquiryMessage[], state: LifeState = 'new'): Life {
  const dates = new Dates(beginning);
  const voids = new Map<number, Void>();
  let life: Life = {
    ...{ state, officer: beginning.officer, service: beginning.service, come: beginning.come },
    ...{ acknowledgeBy: beginning.acknowledgeBy, replyBy: beginning.replyBy, acknowledged: undefined, replied: undefined },
    ...{ repliedInTime: undefined, answered: undefined, openUntil: undefined, closed: undefined, outcome: undefined },
    ...{ question: undefined, declined: undefined, escalation: undefined, restrictionAsked: false, linked: [] },
    ...{ last: 0, lastOfficer: 0, newFromMember: false, voids, ...beginning.row }
  };
  const { judged } = beginning;
  const after = (message: EnquiryMessage, to: LifeState, isOfficers: boolean): Life => {
    const { question } = life;
    // The clock stands still while the member is waited for, whatever ends the wait.
    const waited = question && to !== 'waiting' ? { replyBy: dates.afterWaiting(life.replyBy, question.asked, message.created) } : {};
    const now = { ...life, ...waited };
    const isAcknowledged = isOfficers && life.acknowledged === undefined && acknowledging.includes(to) && !beginning.isOfficers;
    return {
      ...now,
      ...effectOf(message, now, dates),
      state: to,
      ...(isAcknowledged && message.event !== 'assigned' ? { acknowledged: message.created } : {}),
      ...(isOfficers
        ? { lastOfficer: message.id, newFromMember: life.newFromMember && inHouse.includes(message.event) }
        : { newFromMember: !ending.includes(message.event) })
    };
  };
  for (const message of inOrder(messages)) {
    if (message.event === 'seen') continue;
    life = { ...life, last: message.id };
    const action = actionOf(message.event);
    if (action === undefined) continue;
    if (judged && message.id <= judged.upTo) {
      if (judged.voids.has(message.id)) voids.set(message.id, 'judged before');
      else life = after(message, stateAfter(message, life.state), message.author === 'officer' && !byMembers.has(message.event));
      continue;
    }
    const byOfficer = message.author === 'officer';
    if (byOfficer && message.details.after !== undefined && message.details.after < life.lastOfficer) {
      voids.set(message.id, 'overtaken');
      continue;
    }
    const standing = {
      ...{ state: life.state, isOfficers: beginning.isOfficers, hasOfficer: life.officer !== undefined },
      isRestricted: false,
      isPastOpenDays: isPastOpenDays(life, britishDateOf(message.created))
    };
    const results = actorsOf(message, beginning).map((actor) => ({ actor, result: transit(action, actor, standing) }));
    const done = results.find(({ result }) => 'to' in result);
    if (!done || !('to' in done.result)) {
      const [first] = results;
      voids.set(message.id, first && 'refused' in first.result ? first.result.refused : 'not in this state');
      continue;
    }
    life = after(message, done.result.to, isOfficer(done.actor));
  }
  return life;
}
