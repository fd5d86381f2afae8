import { dayText } from '../../src/domain/dates';
import { availabilityOf } from '../../src/domain/officers/contact';
import type { Officer, OfficerDirectory } from '../../src/domain/officers/officer';
import type { LifeState } from '../../src/domain/enquiries/life';
import type { PlainDate } from '../../src/domain/members/term';
import { format } from '../../src/domain/text';
import { strings } from './strings';

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
  return format(isAway ? strings.Away : strings.NotToday, dayText(state.back));
}
