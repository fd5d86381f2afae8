/** A date without a time, as yyyy-mm-dd. It is never turned into a moment. */
export type PlainDate = string;

/** A term of office; an end that is not fixed is absent. */
export interface Term {
  start?: PlainDate;
  end?: PlainDate;
}

/**
 * Reads dd/mm/yyyy, as Modern.Gov writes it, or yyyy-mm-dd; a time behind it is left out. "unspecified", 0000-00-00,
 * blanks and dates that do not exist are no date.
 */
export function parseFeedDate(text: string): PlainDate | undefined {
  const day = text.trim().replace(/[T ]\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?Z?$/, '');
  const british = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(day);
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(day);
  const [year, month, date] = british ? [british[3], british[2], british[1]] : iso ? iso.slice(1) : [];
  const read = new Date(Date.UTC(Number(year), Number(month) - 1, Number(date)));
  const exists =
    Number(year) >= 1900 && Number(year) <= 2100 && read.getUTCMonth() === Number(month) - 1 && read.getUTCDate() === Number(date);
  return exists ? read.toISOString().slice(0, 10) : undefined;
}

/** Whether a text that is no date says nothing, rather than something that could not be read. */
export const saysNoDate = (text: string): boolean => /^(?:|unspecified|not specified|none|n\/?a|[-0/ :T.Z]*)$/i.test(text.trim());

/**
 * The term to show: of those that contain today the one that began last; otherwise the one that began last (feeds keep
 * members whose term they forgot to extend). An end before its start is a slip and is left out.
 */
export function currentTerm(terms: readonly Term[], today: PlainDate): Term | undefined {
  const sound = terms
    .map(({ start, end }) => (start && end && end < start ? { start } : { start, end }))
    .filter(({ start, end }) => start !== undefined || end !== undefined);
  const latestFirst = [...sound].sort((a, b) => (b.start ?? '').localeCompare(a.start ?? ''));
  return latestFirst.find(({ start, end }) => (start ?? '') <= today && (end === undefined || end >= today)) ?? latestFirst[0];
}
