import type { PlainDate } from './members/term';

/** Months as they are written out. */
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** "May 2024" */
export function monthAndYear(date: PlainDate): string {
  const [year, month] = date.split('-');
  return `${months[Number(month) - 1]} ${year}`;
}

const britishDate = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', year: 'numeric', month: '2-digit', day: '2-digit' });

/** The date that a moment falls on in the United Kingdom. */
export function britishDateOf(moment: Date): PlainDate {
  const part = Object.fromEntries(britishDate.formatToParts(moment).map(({ type, value }) => [type, value]));
  return `${part.year}-${part.month}-${part.day}`;
}

/** "Mon 23 November" */
export const dayText = (date: PlainDate): string =>
  new Date(`${date}T12:00:00Z`).toLocaleDateString('en-GB', { timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'long' });
