import type { PlainDate } from './members/term';

/** Whether the council is closed on a day that is no weekend: a bank holiday, or a day of its own. */
export type IsClosed = (date: PlainDate) => boolean;

const noon = (date: PlainDate): number => Date.parse(`${date}T12:00:00Z`);

/** The date some days later, or earlier for a negative number. */
export const addDays = (date: PlainDate, days: number): PlainDate => new Date(noon(date) + days * 86_400_000).toISOString().slice(0, 10);

/** Day of the week: 0 is Sunday. */
export const weekdayOf = (date: PlainDate): number => new Date(noon(date)).getUTCDay();

/** Whether people work on a day: no weekend, no bank holiday, no closure. */
export const isWorkingDay = (date: PlainDate, isClosed: IsClosed): boolean => ![0, 6].includes(weekdayOf(date)) && !isClosed(date);

/** No council closes for longer: a search that finds no day stops. */
const mostDays = 400;

/**
 * The first day from a date on (itself included) that is as it should be; undefined if there is none within a year.
 */
export function firstDayFrom(date: PlainDate, suits: (date: PlainDate) => boolean): PlainDate | undefined {
  for (let ahead = 0; ahead <= mostDays; ahead += 1) if (suits(addDays(date, ahead))) return addDays(date, ahead);
  return undefined;
}
