import type { PlainDate } from '../../../domain/members/term';

/** "24 November 2026" */
export const dateText = (date: PlainDate | Date): string =>
  (typeof date === 'string' ? new Date(`${date}T12:00:00Z`) : date).toLocaleDateString('en-GB', {
    timeZone: 'Europe/London',
    day: 'numeric',
    month: 'long',
    year: 'numeric'
  });
