import { availabilityOf } from '../../src/domain/officers/contact';
import type { Officer, OfficerDirectory } from '../../src/domain/officers/officer';
import type { LifeState } from '../../src/domain/enquiries/life';
import type { PlainDate } from '../../src/domain/members/term';
import { strings } from './strings';

/** Fills {0}, {1} ... of a text. */
export const fill = (text: string, ...values: (string | number)[]): string =>
  text.replace(/\{(\d+)\}/g, (all, index: string) => String(values[Number(index)] ?? all));

/** "Tue 24 November" */
export const dayText = (date: PlainDate): string =>
  new Date(`${date}T12:00:00Z`).toLocaleDateString('en-GB', { timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'long' });

/** Where an enquiry stands. */
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

/** "At work today", "Away, back Tue 24 November". */
export function availabilityText(officer: Officer, directory: OfficerDirectory, today: PlainDate): string {
  const state = availabilityOf(officer, today, directory);
  if (state.kind === 'in') return strings.InToday;
  const isAway = state.kind === 'away';
  if (state.back === undefined) return isAway ? strings.AwayOpen : strings.NotTodayOpen;
  return fill(isAway ? strings.Away : strings.NotToday, dayText(state.back));
}
