import type { PlainDate } from '../members/term';
import { addDays, firstDayFrom, isWorkingDay, weekdayOf, type IsClosed } from '../workingDays';
import {
  generalContactOf,
  liaisonOfficersOf,
  seniorities,
  type Officer,
  type OfficerDirectory,
  type Seniority,
  type Service
} from './officer';
import { workingWeekdays } from './workingPattern';

/** Whether somebody is absent on a day. The first and the last day of an absence are part of it. */
export const isAway = ({ absence }: Officer, date: PlainDate): boolean =>
  absence !== undefined && absence.from <= date && (absence.to === undefined || absence.to >= date);

/** Whether somebody works on a day: one of theirs, weekends too if they say so, and no closure. */
const isTheirDay = ({ workingPattern }: Officer, date: PlainDate, isClosed: IsClosed): boolean => {
  const days = workingWeekdays(workingPattern);
  return days === undefined ? isWorkingDay(date, isClosed) : days.has(weekdayOf(date)) && !isClosed(date);
};

/** How somebody can be reached on a day. */
export type Availability =
  /** At work. */
  | { kind: 'in' }
  /** Not absent, but it is a weekend, a closure, or none of their days. */
  | { kind: 'not today'; back: PlainDate | undefined }
  /** Absent. Back on their next working day after the absence; undefined while its end is not known. */
  | { kind: 'away'; back: PlainDate | undefined };

/**
 * How an officer can be reached on a day, and when they are back: on the first day after it on which the council works
 * (no weekend, no bank holiday), and they do.
 */
export function availabilityOf(officer: Officer, date: PlainDate, { closures }: Pick<OfficerDirectory, 'closures'>): Availability {
  const works = (day: PlainDate): boolean => isTheirDay(officer, day, (one) => closures.has(one)) && !isAway(officer, day);
  if (isAway(officer, date)) {
    const end = officer.absence?.to;
    return { kind: 'away', back: end === undefined ? undefined : firstDayFrom(addDays(end, 1), works) };
  }
  return works(date) ? { kind: 'in' } : { kind: 'not today', back: firstDayFrom(date, works) };
}

/**
 * Who answers for somebody who is away on a day: whom they name, or, while that one is away too, whom that one names,
 * and so on. It goes in no circle and ends with nobody.
 *
 * @returns those who were asked in turn; the last of them is there, unless `covered` is false
 */
export function coverChain(officer: Officer, date: PlainDate, { officers }: OfficerDirectory): { chain: Officer[]; covered: boolean } {
  const chain: Officer[] = [];
  const asked = new Set([officer.id]);
  for (let next = officers.get(officer.coverId ?? 0); next && !asked.has(next.id); next = officers.get(next.coverId ?? 0)) {
    chain.push(next);
    if (!isAway(next, date)) return { chain, covered: true };
    asked.add(next.id);
  }
  return { chain, covered: false };
}

/** Who covers for somebody on a day; nobody where the chain ends or turns in a circle. */
export function coverOf(officer: Officer, date: PlainDate, directory: OfficerDirectory): Officer | undefined {
  const { chain, covered } = coverChain(officer, date, directory);
  return covered ? chain[chain.length - 1] : undefined;
}

/** Why somebody is the first contact. */
export type FirstContact =
  /** A liaison officer of the service. */
  | { kind: 'liaison'; officer: Officer; availability: Availability }
  /** Covers for one who is away. */
  | { kind: 'cover'; officer: Officer; for: Officer; availability: Availability }
  /** The service has no liaison officer who is there or covered: its head of service, then its director, or who covers for them. */
  | { kind: 'senior'; officer: Officer; availability: Availability }
  /** Nobody of the service can be reached: the council's general contact. */
  | { kind: 'general'; service: Service | undefined };

/**
 * Whom a member asks first about a service on a day: a liaison officer who is at work, else who covers for one who is
 * away, else a liaison officer who is back soonest, else the head of service or the director (Rugby: Councillor Liaison
 * Officers come before chief officers in operational matters). Never somebody who is absent.
 */
export function firstContact(service: Service, date: PlainDate, directory: OfficerDirectory): FirstContact {
  const availability = (officer: Officer): Availability => availabilityOf(officer, date, directory);
  const liaison = liaisonOfficersOf(service, directory);
  const atWork = liaison.find((officer) => availability(officer).kind === 'in');
  if (atWork) return { kind: 'liaison', officer: atWork, availability: { kind: 'in' } };
  const covers = liaison
    .filter((officer) => isAway(officer, date))
    .flatMap((officer) => {
      const cover = coverOf(officer, date, directory);
      return cover ? [{ kind: 'cover' as const, officer: cover, for: officer, availability: availability(cover) }] : [];
    });
  const coverAtWork = covers.find((cover) => cover.availability.kind === 'in');
  if (coverAtWork) return coverAtWork;
  const backOf = (state: Availability): string => (state.kind === 'in' ? date : (state.back ?? '9999'));
  const soon = [
    ...liaison
      .filter((officer) => !isAway(officer, date))
      .map((officer) => ({ kind: 'liaison' as const, officer, availability: availability(officer) })),
    ...covers
  ].sort((a, b) => backOf(a.availability).localeCompare(backOf(b.availability)));
  if (soon[0]) return soon[0];
  for (const id of [service.headId, service.directorId]) {
    const senior = directory.officers.get(id ?? 0);
    const there = senior && isAway(senior, date) ? coverOf(senior, date, directory) : senior;
    if (there) return { kind: 'senior', officer: there, availability: availability(there) };
  }
  return { kind: 'general', service: generalContactOf(directory) };
}

/** What a member comes with. */
export type Matter = 'routine' | 'other';

const rank = (seniority: Seniority): number => seniorities.indexOf(seniority);

/**
 * Whether a query goes to an officer of this seniority: what is routine to any, other queries to managers and above
 * (Uttlesford 3.9), and both to liaison officers, whose task it is.
 */
export const mayTake = ({ seniority, isLiaison }: Pick<Officer, 'seniority' | 'isLiaison'>, matter: Matter): boolean =>
  matter === 'routine' || isLiaison || rank(seniority) <= rank('Manager');

/** Whether somebody is too senior to be asked first about day-to-day matters (Rugby: reliance on chief officers is to fall). */
export const isNotFirstContact = ({ seniority, isLiaison }: Pick<Officer, 'seniority' | 'isLiaison'>): boolean =>
  !isLiaison && rank(seniority) <= rank('Head of service');
