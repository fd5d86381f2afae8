import type { WriteFailure } from '../../../src/data/list-rows';
import { count } from '../describe';
import type { ImportOptions } from '../import-members';

/** What an import of a table would do: all of it is known before anything is written. */
export interface TablePlan {
  /** What is in the table: "bodies". */
  what: string;
  /** What changes, a line each, under its heading. */
  changes: { title: string; entries: string[] }[];
  unchanged: number;
  skipped: { line: number; reason: string }[];
  notes: { line: number; text: string }[];
  /** How many rows are written. */
  writes: number;
  /** Writes them; answers what SharePoint refused. */
  write(done: (count: number) => void): Promise<WriteFailure[]>;
}

/** Says what a table's import will do, and does it unless it is a dry run. Running it again changes nothing. */
export async function carryOutTable(plan: TablePlan, { say, progress, dryRun, beforeWriting }: ImportOptions): Promise<WriteFailure[]> {
  for (const { title, entries } of plan.changes) {
    if (entries.length > 0) say(title);
    for (const entry of entries) say(`  ${entry}`);
  }
  if (plan.skipped.length > 0) say('Skipped:');
  for (const { line, reason } of plan.skipped) say(`  line ${line}: ${reason}`);
  if (plan.notes.length > 0) say('Taken in, but not as it stands in the file:');
  for (const { line, text } of plan.notes) say(`  line ${line}: ${text}`);
  const changed = plan.changes.map(({ title, entries }) => `${entries.length} ${title.replace(/:$/, '').toLowerCase()}`).join(', ');
  say(`${plan.what}: ${changed}, ${plan.unchanged} unchanged, ${plan.skipped.length} skipped.`);
  if (dryRun) {
    say('This was a dry run: nothing was written.');
    return [];
  }
  if (plan.writes === 0) {
    say('Nothing to change.');
    return [];
  }
  beforeWriting();
  let written = 0;
  const failures = await plan.write((number) => {
    written += number;
    progress(`Writing ${plan.what.toLowerCase()}`, written, plan.writes);
  });
  for (const { what, reason } of failures) say(`  Not written: ${what}: ${reason}`);
  say(failures.length === 0 ? 'Done.' : `${count(failures.length, 'row')} could not be written. Run the import again.`);
  return failures;
}

/** What differs between a line and its row. What the file does not say stays as it is. */
export function changesOf<Wanted extends object>(wanted: Wanted, row: Wanted): Partial<Wanted> {
  const changes: Partial<Wanted> = {};
  const text = (value: unknown): string => (Array.isArray(value) ? value.join('\n') : String(value ?? '')).replace(/\r\n/g, '\n').trim();
  for (const key of Object.keys(wanted) as (keyof Wanted)[]) if (text(wanted[key]) !== text(row[key])) changes[key] = wanted[key];
  return changes;
}

/** "yes", "Y", "true", "1", "x" */
export const saysYes = (text: string): boolean => /^(?:y(?:es)?|true|1|x|✓)$/i.test(text);
