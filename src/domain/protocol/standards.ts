import { britishDateOf } from '../dates';
import type { PlainDate } from '../members/term';
import { addDays, firstDayFrom, isWorkingDay, type IsClosed } from '../workingDays';
import { defaultStandard } from './defaultStandard';
import type { ProtocolPack } from './pack';

/** What an enquiry of some kind is held to; a value that is not set is null. */
export interface KindStandard {
  acknowledge: number | null;
  reply: number | null;
  keepOpen: number | null;
  /** Working days that the reply may take in all, if the member agrees. */
  extension: number | null;
  /** "17:00"; null where the day ends at midnight. */
  dayEnds: string | null;
}

/** The standards of a kind: its own values, and the pack's for those that it has not got. */
export function standardOf({ standards }: Pick<ProtocolPack, 'standards'>, kind: string): KindStandard {
  const own = standards[kind];
  const general = standards[defaultStandard];
  const days = (name: 'acknowledge' | 'reply' | 'keepOpen' | 'extension'): number | null => (own?.[name] ?? general?.[name])?.value ?? null;
  return {
    acknowledge: days('acknowledge'),
    reply: days('reply'),
    keepOpen: days('keepOpen'),
    extension: days('extension'),
    dayEnds: (own?.dayEnds ?? general?.dayEnds)?.value ?? null
  };
}

const britishClock = new Intl.DateTimeFormat('en-GB', {
  ...{ timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }
});

/** The time of day in the United Kingdom, as 17:00:00. */
const clockAt = (moment: Date): string => britishClock.format(moment);

/** Days of which none is closed for ever: a council that is closed every day has no due dates. */
function dayFrom(date: PlainDate, isClosed: IsClosed): PlainDate {
  const day = firstDayFrom(date, (one) => isWorkingDay(one, isClosed));
  if (day === undefined) throw new RangeError(`There is no working day within a year of ${date}`);
  return day;
}

/**
 * The working day on which a matter counts as come: the day itself, or the next working day if it is closed, or if the
 * working day has ended. What comes at the very moment at which the day ends is in time.
 *
 * @param moment when it came
 * @param dayEnds "17:00", in local time; null where the day ends at midnight
 */
export function countsAsCome(moment: Date, dayEnds: string | null, isClosed: IsClosed): PlainDate {
  const date = britishDateOf(moment);
  const late =
    dayEnds !== null && (clockAt(moment) > `${dayEnds}:00` || (clockAt(moment) === `${dayEnds}:00` && moment.getMilliseconds() > 0));
  return dayFrom(late && isWorkingDay(date, isClosed) ? addDays(date, 1) : date, isClosed);
}

/** The working day that is some working days after another; with none, the day itself or the next that is one. */
export function addWorkingDays(date: PlainDate, days: number, isClosed: IsClosed): PlainDate {
  let day = dayFrom(date, isClosed);
  for (let done = 0; done < days; done += 1) day = dayFrom(addDays(day, 1), isClosed);
  return day;
}

/** Working days from a date to another: 1 to the next working day; none to an earlier one. */
export function workingDaysBetween(from: PlainDate, to: PlainDate, isClosed: IsClosed): number {
  let days = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day, isClosed)) days += 1;
  return days;
}

/** By when something is done; undefined where the standard is not set. Each until the end of that working day. */
export interface DueDates {
  /** The working day that it counts as come on. */
  come: PlainDate;
  acknowledge?: PlainDate;
  reply?: PlainDate;
  /** By when it is answered if the member agrees to wait. */
  extended?: PlainDate;
}

/** By when an enquiry is due that comes at a moment. */
export function dueDates(moment: Date, standard: KindStandard, isClosed: IsClosed): DueDates {
  const come = countsAsCome(moment, standard.dayEnds, isClosed);
  const due = (days: number | null): PlainDate | undefined => (days === null ? undefined : addWorkingDays(come, days, isClosed));
  const [acknowledge, reply, extended] = [due(standard.acknowledge), due(standard.reply), due(standard.extension)];
  return {
    come,
    ...(acknowledge === undefined ? {} : { acknowledge }),
    ...(reply === undefined ? {} : { reply }),
    ...(extended === undefined ? {} : { extended })
  };
}

/** Until when an enquiry stays open that is answered at a moment; undefined where that is not set. */
export function openUntil(answered: Date, standard: KindStandard, isClosed: IsClosed): PlainDate | undefined {
  if (standard.keepOpen === null) return undefined;
  return addWorkingDays(countsAsCome(answered, standard.dayEnds, isClosed), standard.keepOpen, isClosed);
}

/**
 * Whether a date leaves the notice that a kind needs, counted from a moment as due dates are.
 *
 * @param notice working days; null where none is asked for
 */
export const noticeBy = (
  moment: Date,
  neededBy: PlainDate,
  notice: number | null,
  standard: KindStandard,
  isClosed: IsClosed
): { enough: boolean; workingDaysLeft: number } => {
  const come = countsAsCome(moment, standard.dayEnds, isClosed);
  const workingDaysLeft = workingDaysBetween(come, neededBy, isClosed);
  return { enough: notice === null || workingDaysLeft >= notice, workingDaysLeft };
};
