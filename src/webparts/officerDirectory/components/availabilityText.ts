import * as strings from 'OfficerDirectoryStrings';
import { availabilityOf, coverOf, isAway } from '../../../domain/officers/contact';
import type { Officer, OfficerDirectory } from '../../../domain/officers/officer';
import type { PlainDate } from '../../../domain/members/term';
import { format } from '../../../ui/format';
import { dayText } from './dateText';

/** "At work today", "Away until Tue 24 Nov". */
export function availabilityText(officer: Officer, directory: OfficerDirectory, today: PlainDate): { text: string; isIn: boolean } {
  const state = availabilityOf(officer, today, directory);
  switch (state.kind) {
    case 'in':
      return { text: strings.InToday, isIn: true };
    case 'not today':
      return {
        text: state.back === undefined ? strings.NotTodayUnknown : format(strings.NotToday, dayText(state.back, today)),
        isIn: false
      };
    case 'away': {
      const end = officer.absence?.to;
      if (end === undefined) return { text: strings.AwayOpen, isIn: false };
      const until = dayText(end, today);
      return {
        text: state.back === undefined ? format(strings.Away, until) : format(strings.AwayBack, until, dayText(state.back, today)),
        isIn: false
      };
    }
  }
}

/** Who answers for an officer today: themselves, who covers, or nobody. */
export const answeringFor = (officer: Officer, directory: OfficerDirectory, today: PlainDate): Officer | undefined =>
  isAway(officer, today) ? coverOf(officer, today, directory) : officer;
