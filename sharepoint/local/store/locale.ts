import { toSiteTime } from './time-zone';

/** How a site writes dates and numbers: its regional settings. */
export interface Locale {
  /** Windows' number of the language, for example 2057 for English (United Kingdom). */
  id: number;
  order: 'dmy' | 'mdy';
  dateSeparator: string;
  decimal: string;
  thousand: string;
  clock24: boolean;
}

const locale = (id: number, order: Locale['order'], dateSeparator: string, decimal: string, thousand: string, clock24 = true): Locale => ({
  id,
  order,
  dateSeparator,
  decimal,
  thousand,
  clock24
});

/** Regional settings that a site can have here. */
export const locales: ReadonlyMap<number, Locale> = new Map(
  [
    locale(2057, 'dmy', '/', '.', ','),
    locale(1106, 'dmy', '/', '.', ','),
    locale(1033, 'mdy', '/', '.', ',', false),
    locale(1031, 'dmy', '.', ',', '.'),
    locale(1036, 'dmy', '/', ',', '\u00a0'),
    locale(1043, 'dmy', '-', ',', '.')
  ].map((one) => [one.id, one])
);

/** English (United Kingdom). */
export const defaultLocale = 2057;

const two = (value: number): string => String(value).padStart(2, '0');

/** Reads a date as people write it on the site, or as ISO. Answers the wall-clock time as if it were UTC. */
export function readDate(text: string, { order, clock24 }: Locale): number | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?Z?$/.exec(text.trim());
  const own = iso
    ? null
    : /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:\s+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s*([AaPp])\.?[Mm]\.?)?)?$/.exec(text.trim());
  const parts = (iso ?? own)?.slice(1).map((part) => (part === undefined ? 0 : Number(part)));
  if (!parts) return undefined;
  const [first = 0, second = 0, third = 0, hour = 0, minute = 0, seconds = 0] = parts;
  const [year, month, date] = iso ? [first, second, third] : order === 'dmy' ? [third, second, first] : [third, first, second];
  const half = own?.[7]?.toLowerCase();
  if (half !== undefined && (clock24 ? hour > 23 : hour < 1 || hour > 12)) return undefined;
  const hours = half === undefined ? hour : (hour % 12) + (half === 'p' ? 12 : 0);
  const moment = Date.UTC(year, month - 1, date, hours, minute, seconds);
  const made = new Date(moment);
  const fits = made.getUTCMonth() === month - 1 && made.getUTCDate() === date && hours < 24 && minute < 60 && seconds < 60;
  return fits ? moment : undefined;
}

/** Writes a moment (ISO, UTC) as people read it on the site. */
export function writeDate(iso: string, dateOnly: boolean, { order, dateSeparator, clock24 }: Locale): string {
  const time = new Date(toSiteTime(Date.parse(iso)));
  const date = clock24 ? two(time.getUTCDate()) : String(time.getUTCDate());
  const month = clock24 ? two(time.getUTCMonth() + 1) : String(time.getUTCMonth() + 1);
  const written = [...(order === 'dmy' ? [date, month] : [month, date]), String(time.getUTCFullYear())].join(dateSeparator);
  if (dateOnly) return written;
  const hour = time.getUTCHours();
  const minute = two(time.getUTCMinutes());
  return clock24
    ? `${written} ${two(hour)}:${minute}`
    : `${written} ${hour % 12 === 0 ? 12 : hour % 12}:${minute} ${hour < 12 ? 'AM' : 'PM'}`;
}

/** Reads a number as people write it on the site: with its decimal sign, with or without separators of thousands. */
export function readNumber(text: string, { decimal, thousand }: Locale): number | undefined {
  const plain = text.trim().split(thousand).join('').replace(decimal, '.');
  return /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : undefined;
}

/** Writes a number as people read it on the site. */
export function writeNumber(value: number, { decimal, thousand }: Locale): string {
  const [whole = '', fraction] = String(value).split('.');
  if (/e/i.test(String(value))) return String(value);
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, thousand);
  return fraction === undefined ? grouped : `${grouped}${decimal}${fraction}`;
}
