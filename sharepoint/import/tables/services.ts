import type { WriteFailure } from '../../../src/data/list-rows';
import {
  OfficerRegister,
  type Changed,
  type Details,
  type RegisteredOfficer,
  type RegisteredService
} from '../../../src/data/officers/register';
import { parseFeedDate, saysNoDate } from '../../../src/domain/members/term';
import { foldText } from '../../../src/domain/text';
import { readCsv, severalOf, type Headings } from '../csv';
import type { ImportOptions } from '../import-members';
import { longest } from '../published';
import { readSource } from '../read-source';
import { carryOutTable, changesOf, saysYes, type TablePlan } from './table-import';

type Column =
  'title' | 'directorate' | 'does' | 'topics' | 'routine' | 'page' | 'outOfHours' | 'head' | 'director' | 'general' | 'reviewed';

const headings: Headings<Column> = {
  title: ['Service', 'Name', 'Title', 'Service name'],
  directorate: ['Directorate', 'Department', 'Group'],
  does: ['What it does', 'Description', 'Does'],
  topics: ['Topics', 'Keywords', 'Matters'],
  routine: ['Routine requests', 'Routine', 'How to report', 'Report'],
  page: ['Page', 'Page for routine requests', 'Report page', 'Web page', 'URL', 'Link'],
  outOfHours: ['Out of hours', 'Out-of-hours line', 'Emergency'],
  head: ['Head of service', 'Head', 'Head of service e-mail'],
  director: ['Director', 'Director e-mail', 'Corporate director'],
  general: ['General contact'],
  reviewed: ['Checked on', 'Reviewed', 'Last reviewed']
};

/** A service as a line of the file has it: what the file does not say is absent. */
export interface PublishedService {
  line: number;
  details: Details<RegisteredService> & { title: string };
  /** E-mail addresses or names; empty where the line says nobody, absent where the file has no column for it. */
  head?: string;
  director?: string;
}

/** Reads a table of services. */
export function parseServices(
  source: string,
  where: string
): { services: PublishedService[]; skipped: TablePlan['skipped']; notes: TablePlan['notes'] } {
  const table = readCsv<Column>(source, where, headings, [['title']]);
  const skipped: TablePlan['skipped'] = [...table.skipped];
  const notes: TablePlan['notes'] = [];
  const services: PublishedService[] = [];
  const seen = new Map<string, number>();
  for (const row of table.rows) {
    const { line } = row;
    const title = row.text('title');
    const before = seen.get(foldText(title));
    const page = row.text('page');
    const reviewed = parseFeedDate(row.text('reviewed'));
    if (title === '') skipped.push({ line, reason: 'there is no name' });
    else if (title.length > longest || row.text('directorate').length > longest)
      skipped.push({ line, reason: `a name is longer than ${longest} characters` });
    else if (before !== undefined) skipped.push({ line, reason: `${title} is there already, in line ${before}` });
    else if (page !== '' && !/^https?:\/\/\S+$/i.test(page))
      skipped.push({ line, reason: `"${page.slice(0, 60)}" is not the address of a web page` });
    else {
      seen.set(foldText(title), line);
      if (reviewed === undefined && !saysNoDate(row.text('reviewed')))
        notes.push({ line, text: `"${row.text('reviewed').slice(0, 40)}" is not a date` });
      services.push({
        line,
        details: {
          title,
          ...(table.has('directorate') ? { directorate: row.text('directorate') } : {}),
          ...(table.has('does') ? { does: row.raw('does') } : {}),
          ...(table.has('topics') ? { topics: severalOf(row.raw('topics')) } : {}),
          ...(table.has('routine') ? { routine: row.raw('routine') } : {}),
          ...(table.has('page') ? { routineLink: page } : {}),
          ...(table.has('outOfHours') ? { outOfHours: row.raw('outOfHours') } : {}),
          ...(table.has('general') ? { isGeneralContact: saysYes(row.text('general')) } : {}),
          ...(reviewed === undefined ? {} : { reviewed })
        },
        ...(table.has('head') ? { head: row.text('head') } : {}),
        ...(table.has('director') ? { director: row.text('director') } : {})
      });
    }
  }
  return { services, skipped, notes };
}

/** Brings the list Services in line with a table. Services that are not in it stay. */
export async function importServices(from: string, options: ImportOptions): Promise<WriteFailure[]> {
  const source = await readSource(from, options.fileBase);
  const { services, skipped, notes } = parseServices(source.text, from);
  const register = new OfficerRegister(options.sp, options.sitePath);
  await register.demandWriting('services');
  const rows = new Map((await register.services()).map((row) => [foldText(row.title), row]));
  const added = services.filter(({ details }) => !rows.has(foldText(details.title))).map(({ details }) => details);
  const changed = services.flatMap(({ details }): Changed<RegisteredService>[] => {
    const row = rows.get(foldText(details.title));
    const changes = row ? changesOf(details, row) : {};
    return row && Object.keys(changes).length > 0 ? [{ id: row.id, name: details.title, changes }] : [];
  });
  return carryOutTable(
    {
      what: 'Services',
      changes: [
        { title: 'Added:', entries: added.map(({ title }) => title) },
        { title: 'Changed:', entries: changed.map(({ name, changes }) => `${name}: ${Object.keys(changes).join(', ')}`) }
      ],
      unchanged: services.length - added.length - changed.length,
      skipped,
      notes,
      writes: added.length + changed.length,
      write: async (done) => [...(await register.addServices(added, done)), ...(await register.updateServices(changed, done))]
    },
    options
  );
}

/** Who is meant by an e-mail address or a name; nobody where several have it. */
export function officerFinder(officers: readonly RegisteredOfficer[]): (who: string) => RegisteredOfficer | undefined {
  const only = (alike: RegisteredOfficer[]): RegisteredOfficer | undefined => (alike.length === 1 ? alike[0] : undefined);
  return (who) =>
    who.includes('@')
      ? only(officers.filter(({ email }) => email.toLowerCase() === who.toLowerCase()))
      : only(officers.filter(({ name }) => foldText(name) === foldText(who)));
}

/** Points services to their heads and directors, once those are in the list Officers. */
export async function importHeads(from: string, options: ImportOptions): Promise<WriteFailure[]> {
  const source = await readSource(from, options.fileBase);
  const { services } = parseServices(source.text, from);
  if (services.every(({ head, director }) => head === undefined && director === undefined)) return [];
  const register = new OfficerRegister(options.sp, options.sitePath);
  const [rows, officers] = [await register.services(), await register.officers()];
  const find = officerFinder(officers);
  const notes: TablePlan['notes'] = [];
  const changed: Changed<RegisteredService>[] = [];
  for (const { line, details, head, director } of services) {
    const row = rows.find(({ title }) => foldText(title) === foldText(details.title));
    if (!row) continue;
    const wanted: Details<RegisteredService> = {};
    for (const [key, who] of [
      ['headId', head],
      ['directorId', director]
    ] as const) {
      if (who === undefined) continue;
      const officer = who === '' ? undefined : find(who);
      if (officer || who === '') wanted[key] = officer?.id;
      else notes.push({ line, text: `there is no officer, or more than one, "${who.slice(0, 80)}" in the list Officers` });
    }
    const changes = changesOf(wanted, row);
    if (Object.keys(changes).length > 0) changed.push({ id: row.id, name: row.title, changes });
  }
  return carryOutTable(
    {
      what: 'Heads of services',
      changes: [{ title: 'Changed:', entries: changed.map(({ name }) => name) }],
      unchanged: services.length - changed.length,
      skipped: [],
      notes,
      writes: changed.length,
      write: (done) => register.updateServices(changed, done)
    },
    options
  );
}
