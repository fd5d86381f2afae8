/** A date without a time, as yyyy-mm-dd. It is never turned into a moment. */
export type PlainDate = string;

/** A term of office; an end that is not fixed is absent. */
export interface Term {
  start?: PlainDate;
  end?: PlainDate;
}

/** Reads dd/mm/yyyy. "unspecified", 0000-00-00, blanks and dates that do not exist are no date. */
export function parseFeedDate(text: string): PlainDate | undefined {
  const match = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text.trim());
  if (!match) return undefined;
  const [day, month, year] = match.slice(1).map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists =
    year >= 1900 && year <= 2100 && date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.toISOString().slice(0, 10) : undefined;
}

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
