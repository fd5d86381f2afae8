import type { WriteFailure } from '../../../src/data/list-rows';
import {
  OfficerRegister,
  type Changed,
  type Details,
  type RegisteredOfficer,
  type RegisteredService
} from '../../../src/data/officers/register';
import { Photos } from '../../../src/data/photos';
import { parseName } from '../../../src/domain/members/name';
import { parseFeedDate, saysNoDate, type PlainDate } from '../../../src/domain/members/term';
import { seniorities } from '../../../src/domain/officers/officer';
import { foldText } from '../../../src/domain/text';
import { officerPhotos } from '../../../src/lists';
import { readCsv, type CsvRow, type Headings } from '../csv';
import { count } from '../describe';
import type { ImportOptions } from '../import-members';
import { importPhotos } from '../photos';
import { findEmail, findPhone, isPlaceholder, longest } from '../published';
import { readSource } from '../read-source';
import { officerFinder } from './services';
import { carryOutTable, changesOf, saysYes, type TablePlan } from './table-import';

type Column =
  | ('name' | 'given' | 'surname' | 'job' | 'service' | 'seniority' | 'liaison' | 'email' | 'phone' | 'best' | 'works' | 'asks' | 'profile')
  | ('awayFrom' | 'awayTo' | 'cover' | 'photo' | 'reviewed');

const headings: Headings<Column> = {
  name: ['Name', 'Officer', 'Full name', 'Display name'],
  given: ['First name', 'Given name', 'Given names', 'Forename'],
  surname: ['Surname', 'Last name', 'Family name'],
  job: ['Job', 'Job title', 'Post', 'Position', 'Role'],
  service: ['Service', 'Team', 'Department'],
  seniority: ['Seniority', 'Level', 'Tier'],
  liaison: ['Liaison officer', 'Councillor Liaison Officer', 'CLO', 'Liaison'],
  email: ['E-mail', 'Email', 'Email address', 'Mail'],
  phone: ['Phone', 'Telephone', 'Work phone', 'Phone number', 'Mobile'],
  best: ['Best reached', 'Best contact', 'Preferred contact', 'Prefers'],
  works: ['Works', 'Working pattern', 'Working days'],
  asks: ['What members can ask', 'Description', 'Responsibilities'],
  profile: ['Profile', 'Biography', 'About'],
  awayFrom: ['Away from', 'Absent from', 'Leave from'],
  awayTo: ['Away to', 'Absent to', 'Leave to', 'Away until'],
  cover: ['Covered by', 'Cover', 'Deputy'],
  photo: ['Photograph', 'Photo', 'Picture', 'Image'],
  reviewed: ['Checked on', 'Reviewed', 'Last reviewed']
};

/** An officer as a line of the file has them: what the file does not say is absent. */
export interface PublishedOfficer {
  line: number;
  details: Details<RegisteredOfficer> & { name: string };
  /** Who covers: e-mail address or name; absent where the file has no column for it. */
  cover?: string;
  photo: string;
}

/** A level of seniority from a council's words: "Heads of Service", "Corporate Director", "Team leader". */
export function seniorityOf(text: string): string | undefined {
  const exact = seniorities.find((one) => foldText(one) === foldText(text));
  if (exact) return exact;
  if (/\b(?:assistant|secretary|pa|adviser|officer|support) to\b|\bexecutive assistant\b/i.test(text)) return 'Officer';
  if (/\bchief exec/i.test(text)) return 'Chief executive';
  if (/\bassistant director\b|\bhead of\b|\bheads?\b|\bservice director\b/i.test(text)) return 'Head of service';
  if (/\bdirector\b|\bchief officer\b/i.test(text)) return 'Director';
  if (/\bmanager\b|\bteam lead|\bprincipal\b|\bsupervisor\b/i.test(text)) return 'Manager';
  return /\bofficer\b|\bstaff\b|\bassistant\b|\bother\b/i.test(text) ? 'Officer' : undefined;
}

interface Table {
  officers: PublishedOfficer[];
  /** With what stands on them. */
  skipped: { line: number; reason: string; whole?: string }[];
  notes: TablePlan['notes'];
}

/** Reads a table of officers, finding their services. */
export function parseOfficers(source: string, where: string, services: readonly RegisteredService[]): Table {
  const table = readCsv<Column>(source, where, headings, [['name', 'surname']]);
  const skipped: Table['skipped'] = [...table.skipped];
  const notes: Table['notes'] = [];
  const officers: PublishedOfficer[] = [];
  const seen = new Map<string, number>();
  const serviceIds = new Map(services.map(({ title, id }) => [foldText(title), id]));
  const read = (row: CsvRow<Column>): PublishedOfficer | string => {
    const { line } = row;
    const note = (text: string): void => void notes.push({ line, text });
    const name = row.text('name') || [row.text('given'), row.text('surname')].join(' ').trim();
    if (name === '') return 'there is no name';
    const parsed = parseName(name);
    const tooLong = (['name', 'job', 'best', 'works'] as const).find((column) => row.text(column).length > longest);
    if (tooLong) return `"${row.text(tooLong).slice(0, 40)} ..." is longer than ${longest} characters`;
    const email = findEmail(row.text('email'));
    if (email === '' && row.text('email') !== '') return `"${row.text('email').slice(0, 80)}" is not an e-mail address`;
    const date = (column: Column): PlainDate | undefined => {
      const found = parseFeedDate(row.text(column));
      if (found === undefined && !saysNoDate(row.text(column))) note(`"${row.text(column).slice(0, 40)}" is not a date`);
      return found;
    };
    const wrong = (['awayFrom', 'awayTo'] as const).find(
      (column) => parseFeedDate(row.text(column)) === undefined && !saysNoDate(row.text(column))
    );
    if (wrong) return `"${row.text(wrong).slice(0, 40)}" is not a date`;
    const [awayFrom, awayTo, reviewed] = [date('awayFrom'), date('awayTo'), date('reviewed')];
    if (awayTo !== undefined && (awayFrom === undefined || awayTo < awayFrom))
      return 'the absence ends before it begins, or has no first day';
    const service = row.text('service');
    const serviceId = serviceIds.get(foldText(service));
    if (service !== '' && serviceId === undefined)
      note(`there is no service "${service.slice(0, 80)}" in the list Services: import it first, with --services`);
    const seniority = seniorityOf(row.text('seniority'));
    if (seniority === undefined && row.text('seniority') !== '')
      note(`"${row.text('seniority').slice(0, 40)}" is no level of seniority: ${seniorities.join(', ')}`);
    const surname = row.text('surname') || parsed.surname;
    const given = row.text('given') || (parsed.display.endsWith(surname) ? parsed.display.slice(0, -surname.length).trim() : '');
    const says = <Key extends keyof RegisteredOfficer>(
      column: Column,
      key: Key,
      value: RegisteredOfficer[Key]
    ): Details<RegisteredOfficer> => (table.has(column) ? { [key]: value } : {});
    return {
      line,
      details: {
        ...{ name: parsed.display, givenName: given, surname },
        ...says('job', 'job', row.text('job')),
        ...(service !== '' && serviceId === undefined ? {} : says('service', 'serviceId', serviceId)),
        ...(seniority === undefined ? {} : { seniority }),
        ...says('liaison', 'isLiaison', saysYes(row.text('liaison'))),
        ...says('email', 'email', email),
        ...says('phone', 'phone', findPhone(row.text('phone')).slice(0, longest)),
        ...says('best', 'bestContact', row.text('best')),
        ...says('works', 'workingPattern', row.text('works')),
        ...says('asks', 'description', row.raw('asks')),
        ...says('profile', 'profile', row.raw('profile')),
        ...says('awayFrom', 'awayFrom', awayFrom),
        ...says('awayTo', 'awayTo', awayTo),
        ...(reviewed === undefined ? {} : { reviewed })
      },
      ...(table.has('cover') ? { cover: row.text('cover') } : {}),
      photo: isPlaceholder(row.text('photo')) ? '' : row.text('photo')
    };
  };
  for (const row of table.rows) {
    const officer = read(row);
    if (typeof officer === 'string') {
      skipped.push({ line: row.line, reason: officer, whole: row.whole });
      continue;
    }
    const { email = '', name, serviceId } = officer.details;
    const key = email === '' ? `${foldText(name)}|${serviceId ?? ''}` : email.toLowerCase();
    const before = seen.get(key);
    if (before !== undefined) skipped.push({ line: row.line, reason: `${email || name} is there already, in line ${before}` });
    else {
      seen.set(key, row.line);
      officers.push(officer);
    }
  }
  return { officers, skipped, notes };
}

/**
 * The rows of lines, each row once: of the same e-mail address; else the only one of that name in that service, whose
 * address is none of the file's (a line with an address that is new is the same person's), else the only one of that name.
 */
export function matchRows<Row extends RegisteredOfficer>(
  officers: readonly PublishedOfficer[],
  rows: readonly Row[]
): Map<PublishedOfficer, Row> {
  const found = new Map<PublishedOfficer, Row>();
  const taken = new Set<number>();
  const take = (officer: PublishedOfficer, candidates: readonly Row[]): void => {
    const [row, other] = candidates.filter(({ id }) => !taken.has(id));
    if (!row || other || found.has(officer)) return;
    found.set(officer, row);
    taken.add(row.id);
  };
  const byEmail = new Map(rows.filter(({ email }) => email !== '').map((row) => [row.email.toLowerCase(), row]));
  for (const officer of officers) {
    const same = byEmail.get((officer.details.email ?? '').toLowerCase());
    if (same) take(officer, [same]);
  }
  const alike = ({ details: { name, email } }: PublishedOfficer): Row[] =>
    // Who has no address in a file of addresses is nobody who has one.
    rows.filter((row) => foldText(row.name) === foldText(name) && (email !== '' || row.email === ''));
  for (const officer of officers)
    take(
      officer,
      alike(officer).filter(({ serviceId }) => serviceId === officer.details.serviceId)
    );
  for (const officer of officers)
    if (officer.details.email === undefined || officer.details.serviceId === undefined) take(officer, alike(officer));
  return found;
}

const mostNamed = 5;

/** Brings the list Officers in line with a table: details, who covers, photographs. Officers who are not in it stay and are named. */
export async function importOfficers(from: string, options: ImportOptions): Promise<WriteFailure[]> {
  const { sp, sitePath, say } = options;
  const source = await readSource(from, options.fileBase);
  const register = new OfficerRegister(sp, sitePath);
  await register.demandWriting('officers');
  const services = await register.services();
  const { officers, skipped, notes } = parseOfficers(source.text, from, services);
  const rows = await register.officers();
  const matched = matchRows(officers, rows);
  const pairs = officers.map((officer) => ({ officer, row: matched.get(officer) }));
  const added = pairs.filter(({ row }) => row === undefined).map(({ officer }) => officer.details);
  const changed = pairs.flatMap(({ officer, row }): Changed<RegisteredOfficer>[] => {
    const changes = row ? changesOf(officer.details, row) : {};
    return row && Object.keys(changes).length > 0 ? [{ id: row.id, name: officer.details.name, changes }] : [];
  });
  const present = new Set(pairs.map(({ row }) => row?.id));
  // Whoever may stand on a line that is left out is not said to have left.
  const onSkipped = skipped.map(({ whole = '' }) => ` ${foldText(whole)} `);
  const absent = rows.filter(({ id, name }) => !present.has(id) && !onSkipped.some((whole) => whole.includes(` ${foldText(name)} `)));
  if (absent.length > 0) {
    const names = absent.slice(0, mostNamed).map(({ name }) => name);
    say(
      `${count(absent.length, 'officer')} of the list that the file does not have: ${names.join(', ')}${absent.length > mostNamed ? ' ...' : ''}. Delete those who have left.`
    );
  }
  const failures = await carryOutTable(
    {
      what: 'Officers',
      changes: [
        { title: 'Added:', entries: added.map(({ name, job }) => [name, job ?? ''].filter((text) => text !== '').join(', ')) },
        { title: 'Changed:', entries: changed.map(({ name, changes }) => `${name}: ${Object.keys(changes).join(', ')}`) }
      ],
      unchanged: officers.length - added.length - changed.length,
      skipped,
      notes,
      writes: added.length + changed.length,
      write: async (done) => [...(await register.addOfficers(added, done)), ...(await register.updateOfficers(changed, done))]
    },
    options
  );
  if (options.dryRun) {
    say('Who covers for whom, and photographs, follow once the officers are written: a dry run does not show them.');
    return failures;
  }
  const now = await register.officers();
  failures.push(...(await linkCovers(officers, now, register, options)));
  const withRows = [...matchRows(officers, now)].map(([officer, row]) => ({ officer, row }));
  const photos = await importPhotos(
    withRows.map(({ officer, row: { id, name, photo, photoSource } }) => ({
      ...{ id, name, photo, photoSource },
      addresses: officer.photo === '' ? [] : [officer.photo],
      fileName: `officer-${id}`
    })),
    source.base,
    new Photos(sp, sitePath, officerPhotos),
    (saved) => register.setPhotos(saved),
    options
  );
  return [...failures, ...photos.failures];
}

/** Points officers to who covers for them, once all of them are in the list. */
async function linkCovers(
  officers: readonly PublishedOfficer[],
  rows: readonly RegisteredOfficer[],
  register: OfficerRegister,
  { say, beforeWriting }: ImportOptions
): Promise<WriteFailure[]> {
  const find = officerFinder(rows);
  const changed: Changed<RegisteredOfficer>[] = [];
  for (const [officer, row] of matchRows(officers, rows)) {
    if (officer.cover === undefined) continue;
    const cover = officer.cover === '' ? undefined : find(officer.cover);
    if (officer.cover !== '' && (!cover || cover.id === row.id)) {
      say(
        `  line ${officer.line}: there is no other officer, or more than one, "${officer.cover.slice(0, 80)}": who covers for ${row.name} stays as it is`
      );
      continue;
    }
    if (cover?.id !== row.coverId) changed.push({ id: row.id, name: row.name, changes: { coverId: cover?.id } });
  }
  if (changed.length === 0) return [];
  beforeWriting();
  const failures = await register.updateOfficers(changed, () => undefined);
  say(`Cover: ${changed.length - failures.length} changed.`);
  return failures;
}
