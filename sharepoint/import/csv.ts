import { CsvError, parse } from 'csv-parse/sync';
import { foldText } from '../../src/domain/text';
import { FeedError } from './feed-error';

/** A row of a table, by the names that its reader gives to columns. */
export interface CsvRow<Column extends string> {
  /** Line of the file on which it begins; the heading is line 1. */
  line: number;
  /** Text of a column, on one line; empty where the file has no such column. */
  text(column: Column): string;
  /** The same with its line ends. */
  raw(column: Column): string;
  /** The whole line, for who looks for something in it without knowing its place. */
  whole: string;
}

/** A table, read: columns are known by their headings. */
export interface CsvTable<Column extends string> {
  rows: CsvRow<Column>[];
  has(column: Column): boolean;
  /** Lines that cannot be used, and why. */
  skipped: UnreadLine[];
}

/** A line that cannot be used. */
export interface UnreadLine {
  line: number;
  reason: string;
  /** What stands on it: whoever is named there must lose nothing. */
  whole: string;
}

/** What headings a column may have. Compared without case, blanks, signs and "(s)". */
export type Headings<Column extends string> = Record<Column, readonly string[]>;

const keyOf = (heading: string): string => foldText(heading.replace(/\(e?s\)/gi, '')).replace(/ /g, '');
const inOneLine = (text: string): string => text.replace(/[\s\u00a0\u200b\ufeff]+/g, ' ').trim();

/** Comma, semicolon (Excel in other countries) or tab: whichever the heading has most of. */
function delimiterOf(heading: string): string {
  const count = (sign: string): number => heading.split(sign).length - 1;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

/**
 * Reads a CSV file whose first line has the headings. Lines with more or fewer columns than it are left out: nobody
 * knows which value is which.
 *
 * @param where what the file is called in messages
 * @param required columns without which the file is of no use: of each group one
 * @throws FeedError if it is no such file
 */
export function readCsv<Column extends string>(
  source: string,
  where: string,
  headings: Headings<Column>,
  required: readonly (readonly Column[])[]
): CsvTable<Column> {
  // Excel may say the sign between columns in a line of its own.
  const text = source.replace(/^\ufeff/, '').replace(/^sep=.(?=\r?\n)/i, '');
  if (text.trim() === '') throw new FeedError(`${where} is empty.`);
  if (/^\s*</.test(text)) throw new FeedError(`${where} is not CSV: it begins with "${text.trim().slice(0, 30).replace(/\s+/g, ' ')}".`);
  if (text.includes('\0')) throw new FeedError(`${where} is not text, or of an encoding that is not known here. Save it as CSV UTF-8.`);
  let records: { record: string[]; info: { lines: number } }[];
  try {
    records = parse(text, {
      delimiter: delimiterOf(/\S.*/.exec(text)?.[0] ?? ''),
      relax_column_count: true,
      skip_empty_lines: true,
      info: true
    }) as unknown as typeof records;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new FeedError(
      `${where} is not sound CSV at line ${String((error as { lines?: unknown }).lines ?? '?')} or before: a quotation mark is opened and not closed, or stands inside of a value. There it is written twice.`
    );
  }
  const [first, ...rest] = records;
  const names = first?.record.map(keyOf) ?? [];
  const columns = Object.keys(headings) as Column[];
  const places = new Map<Column, number>();
  for (const column of columns) {
    const place = headings[column].map((heading) => names.indexOf(keyOf(heading))).find((index) => index >= 0);
    if (place !== undefined) places.set(column, place);
  }
  for (const group of required) {
    if (group.some((column) => places.has(column))) continue;
    const wanted = group.flatMap((column) => headings[column].slice(0, 2)).join('" or "');
    throw new FeedError(
      `${where} has no column "${wanted}". Its first line has to name the columns; it has: ${(first?.record ?? []).map(inOneLine).join(', ').slice(0, 200)}.`
    );
  }
  const table: CsvTable<Column> = { rows: [], has: (column) => places.has(column), skipped: [] };
  for (const { record, info } of rest) {
    // The parser tells the line on which a record ends.
    const line = info.lines - record.reduce((ends, value) => ends + (value.match(/\r\n|[\r\n]/g) ?? []).length, 0);
    if (record.every((value) => value.trim() === '')) continue;
    const whole = inOneLine(record.join(' '));
    const surplus = record.slice(names.length).every((value) => value.trim() === '');
    if (record.length < names.length || !surplus) {
      table.skipped.push({ line, whole, reason: `it has ${record.length} columns, the heading has ${names.length}` });
      continue;
    }
    const raw = (column: Column): string => (record[places.get(column) ?? -1] ?? '').trim();
    table.rows.push({ line, whole, raw, text: (column) => inOneLine(raw(column)) });
  }
  return table;
}

/** Texts of one value that holds several: one a line, or apart by semicolons or bars; by commas if there is nothing else. */
export function severalOf(text: string): string[] {
  const sign = /[;|\n]/.test(text) ? /[;|\n]+/ : /,+/;
  return text
    .split(sign)
    .map(inOneLine)
    .filter((one) => one !== '');
}
