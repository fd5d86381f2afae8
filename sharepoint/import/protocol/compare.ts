import { createHash } from 'node:crypto';
import type { RegisteredRow, RowToWrite } from '../../../src/data/protocol/register';
import type { Plain, PlainRow } from '../../../src/data/protocol/pack-columns';

/** Something that an owner changed, and that the pack has otherwise. */
export interface Difference {
  /** "Clause 7.3" */
  what: string;
  /** Title of the column. */
  detail: string;
  /** What the site says; null for nothing. */
  site: Plain;
  pack: Plain;
}

/** What becomes of a difference: the site's is kept, or the pack's taken. */
export type Decision = 'keep' | 'take';
export type Decide = (difference: Difference) => Promise<Decision>;

/** What a load keeps of a row, in its column Loaded: a mark for each value, and the rows that it made. */
export interface LoadedMarks {
  values: Record<string, string>;
  /** Of a version: the council and version that the pack had, whatever owners call them since. */
  pack?: string;
  clauses?: string[];
  kinds?: string[];
}

const markOf = (value: Plain): string =>
  createHash('sha256')
    .update(JSON.stringify(value ?? null))
    .digest('hex')
    .slice(0, 12);

const marksOf = (values: PlainRow): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, markOf(value)]));

/** The marks of a row; none for one that an owner made, or whose marks somebody changed: then everything there is theirs. */
export function readMarks(loaded: string): LoadedMarks {
  try {
    const marks = JSON.parse(loaded) as Partial<LoadedMarks>;
    return { ...marks, values: marks.values ?? {} };
  } catch {
    return { values: {} };
  }
}

/** What a version's row keeps besides. */
export type PackMarks = Omit<LoadedMarks, 'values'>;

export const writeMarks = (values: PlainRow, parts: PackMarks = {}): string => JSON.stringify({ values: marksOf(values), ...parts });

/** Whether an owner changed a row since it was loaded. */
export function isEdited({ values, loaded }: RegisteredRow): boolean {
  const marks = readMarks(loaded).values;
  return Object.entries(values).some(([name, value]) => marks[name] !== markOf(value));
}

/** What is to be written to a row so that it says what the pack does; nothing if it does already. */
export async function compareRow(
  row: RegisteredRow,
  wanted: PlainRow,
  name: string,
  { what, titles, decide, parts }: { what: string; titles: ReadonlyMap<string, string>; decide: Decide; parts?: PackMarks }
): Promise<RowToWrite | undefined> {
  const marks = readMarks(row.loaded).values;
  const changes: PlainRow = {};
  for (const [column, pack] of Object.entries(wanted)) {
    const site = row.values[column] ?? null;
    if (site === pack) continue;
    const edited = marks[column] !== markOf(site);
    if (!edited || (await decide({ what, detail: titles.get(column) ?? column, site, pack })) === 'take') changes[column] = pack;
  }
  const loaded = writeMarks(wanted, parts);
  return Object.keys(changes).length > 0 || loaded !== row.loaded ? { id: row.id, name, values: changes, loaded } : undefined;
}
