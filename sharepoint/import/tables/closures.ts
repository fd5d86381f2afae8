import { ClosureRegister, type ClosureDay } from '../../../src/data/closure-register';
import type { WriteFailure } from '../../../src/data/list-rows';
import { parseFeedDate } from '../../../src/domain/members/term';
import { readCsv, type Headings } from '../csv';
import type { ImportOptions } from '../import-members';
import { longest } from '../published';
import { readSource } from '../read-source';
import { carryOutTable, type TablePlan } from './table-import';

const headings: Headings<'day' | 'name'> = {
  day: ['Day', 'Date'],
  name: ['Name', 'Title', 'Holiday', 'Reason', 'Closure']
};

/** Reads a table of days on which the council is closed. */
export function parseClosures(source: string, where: string): { days: ClosureDay[]; skipped: TablePlan['skipped'] } {
  const table = readCsv<'day' | 'name'>(source, where, headings, [['day']]);
  const skipped: TablePlan['skipped'] = [...table.skipped];
  const days = new Map<string, ClosureDay>();
  for (const row of table.rows) {
    const day = parseFeedDate(row.text('day'));
    if (day === undefined) skipped.push({ line: row.line, reason: `"${row.text('day').slice(0, 40)}" is not a date` });
    else if (days.has(day)) skipped.push({ line: row.line, reason: `${day} is there already` });
    else days.set(day, { day, name: (row.text('name') || 'Closed').slice(0, longest) });
  }
  return { days: [...days.values()], skipped };
}

/** Adds days to the list ClosureDays. Days that are there already, whatever they are called, stay as they are. */
export async function importClosures(from: string, options: ImportOptions): Promise<WriteFailure[]> {
  const source = await readSource(from, options.fileBase);
  const { days, skipped } = parseClosures(source.text, from);
  const register = new ClosureRegister(options.sp, options.sitePath);
  await register.demandWriting();
  const known = new Set((await register.all()).map(({ day }) => day));
  const added = days.filter(({ day }) => !known.has(day));
  return carryOutTable(
    {
      what: 'Closure days',
      changes: [{ title: 'Added:', entries: added.map(({ day, name }) => `${day}, ${name}`) }],
      unchanged: days.length - added.length,
      skipped,
      notes: [],
      writes: added.length,
      write: (done) => register.add(added, done)
    },
    options
  );
}
