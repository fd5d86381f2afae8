import type { PlainDate } from '../../../domain/members/term';

/** "Tue 24 Nov", with the year where it is another than today's. */
export function dayText(date: PlainDate, today: PlainDate): string {
  const sameYear = date.slice(0, 4) === today.slice(0, 4);
  return new Date(`${date}T12:00:00Z`).toLocaleDateString('en-GB', {
    timeZone: 'UTC',
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' })
  });
}
