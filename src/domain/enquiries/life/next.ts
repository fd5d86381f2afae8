import { britishDateOf } from '../../dates';
import type { PlainDate } from '../../members/term';
import { workingDaysBetween } from '../../protocol/standards';
import { addDays, type IsClosed } from '../../workingDays';
import type { LifeState } from './state';

/** What is known of where an enquiry stands, from its messages or from its row. */
export interface Standing {
  state: LifeState;
  isOfficers: boolean;
  acknowledgeBy: PlainDate | undefined;
  replyBy: PlainDate | undefined;
  /** By when ward members are asked to answer. */
  respondBy: PlainDate | undefined;
}

/** How near a date is: soon is within two working days. */
export type Urgency = 'overdue' | 'today' | 'soon' | 'later' | 'none';

/** What happens next with an enquiry. */
export interface Next {
  what: 'acknowledge' | 'reply' | 'member answers' | 'member says' | 'ward answers' | 'nothing';
  by?: PlainDate;
  urgency: Urgency;
  /** Working days that are left, or by which it is overdue. */
  workingDays?: number;
}

const soon = 2;
/** Farther away nobody counts working days, and counting them would take long. In days. */
const countable = 60;

/** How near a date is, in working days. What falls due today is due until the end of the day. */
export function urgencyOf(by: PlainDate, today: PlainDate, isClosed: IsClosed): Pick<Next, 'urgency' | 'workingDays'> {
  if (by < today) return { urgency: 'overdue', workingDays: Math.max(1, workingDaysBetween(by, today, isClosed)) };
  if (by > addDays(today, countable)) return { urgency: 'later' };
  const workingDays = workingDaysBetween(today, by, isClosed);
  if (by === today) return { urgency: 'today', workingDays };
  return { urgency: workingDays <= soon ? 'soon' : 'later', workingDays };
}

/** What happens next, and by when. */
export function nextOf({ state, isOfficers, acknowledgeBy, replyBy, respondBy }: Standing, now: Date, isClosed: IsClosed): Next {
  const today = britishDateOf(now);
  const step = (what: Next['what'], by: PlainDate | undefined): Next =>
    by === undefined ? { what, urgency: 'none' } : { what, by, ...urgencyOf(by, today, isClosed) };
  if (isOfficers) return state === 'closed' ? step('nothing', undefined) : step('ward answers', respondBy);
  switch (state) {
    case 'new':
      return acknowledgeBy === undefined ? step('reply', replyBy) : step('acknowledge', acknowledgeBy);
    case 'acknowledged':
    case 'inProgress':
      return step('reply', replyBy);
    // The clock stands still for officers while they wait, so nothing is overdue.
    case 'waiting':
      return step('member answers', undefined);
    case 'answered':
      return step('member says', undefined);
    default:
      return step('nothing', undefined);
  }
}
