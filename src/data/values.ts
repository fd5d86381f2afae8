import { britishDateOf } from '../domain/dates';
import type { PlainDate } from '../domain/members/term';

/** How SharePoint's values and the domain's become one another. */

/** Lines of a multi-line column: one entry a line, blanks left out. */
export const toLines = (text: string | null | undefined): string[] =>
  (text ?? '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** The other way: nothing for no entries. */
export const fromLines = (lines: readonly string[]): string | null => (lines.length > 0 ? lines.join('\n') : null);

/** Text of a column; empty where it has none. */
export const toText = (text: string | null | undefined): string => (text ?? '').replace(/\r\n/g, '\n').trim();

/** The other way: nothing for an empty text. */
export const fromText = (text: string): string | null => (text === '' ? null : text);

/**
 * A date-only column to a date. SharePoint answers the moment at which the day begins on the site (23:00 the evening
 * before, in British Summer Time), so the moment is read in the United Kingdom's time and never cut off.
 */
export const toDate = (moment: string | null | undefined): PlainDate | undefined => (moment ? britishDateOf(new Date(moment)) : undefined);

/** Noon: the same day in every time zone from eleven hours behind London to eleven ahead. */
export const fromDate = (date: PlainDate | undefined): string | null => (date === undefined ? null : `${date}T12:00:00Z`);

/** A picture or link column. */
export interface LinkValue {
  Url: string;
  Description: string;
}

/** "i:0#.f|membership|a.smith@council.gov.uk" without what stands in front of the name that somebody signs in with. */
export const signInName = (claim: string | undefined): string => claim?.split('|').pop() ?? '';
