import type { PlainDate } from '../members/term';
import { addDays } from '../workingDays';
import { coverOf, isAway } from './contact';
import { byName, generalContactOf, liaisonOfficersOf, type Officer, type OfficerDirectory, type Service } from './officer';

/** After this time an entry should be looked at again. In days: six months. */
const reviewEvery = 183;

/** What an owner should look at. */
export interface DirectoryHealth {
  withoutLiaison: Service[];
  /** Liaison officers who are away now or will be, and whom nobody covers on the first day of that. */
  withoutCover: Officer[];
  services: Service[];
  /** Liaison and senior officers whose entry nobody has checked for six months. */
  officers: Officer[];
  /** No service answers where a search finds nothing. */
  noGeneralContact: boolean;
}

const isOld = (today: PlainDate, reviewed: PlainDate | undefined): boolean =>
  reviewed === undefined || reviewed < addDays(today, -reviewEvery);

/** What is not as it should be on a day. */
export function healthOf(directory: OfficerDirectory, today: PlainDate): DirectoryHealth {
  const officers = [...directory.officers.values()].sort(byName);
  const uncovered = (officer: Officer): boolean => {
    const { absence } = officer;
    if (!officer.isLiaison || absence === undefined || (absence.to !== undefined && absence.to < today)) return false;
    const day = isAway(officer, today) ? today : absence.from;
    return coverOf(officer, day, directory) === undefined;
  };
  return {
    withoutLiaison: directory.services.filter((service) => liaisonOfficersOf(service, directory).length === 0),
    withoutCover: officers.filter(uncovered),
    services: directory.services.filter(({ reviewed }) => isOld(today, reviewed)),
    officers: officers.filter(({ reviewed }) => isOld(today, reviewed)),
    noGeneralContact: generalContactOf(directory) === undefined
  };
}
