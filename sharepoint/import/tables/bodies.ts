import { BodyRegister, type RegisteredBody } from '../../../src/data/members/body-register';
import type { WriteFailure } from '../../../src/data/list-rows';
import { bodyKinds } from '../../../src/domain/members/place';
import { foldText } from '../../../src/domain/text';
import { readCsv, type Headings } from '../csv';
import type { ImportOptions } from '../import-members';
import { longest } from '../published';
import { readSource } from '../read-source';
import { carryOutTable, type TablePlan } from './table-import';

type Column = 'name' | 'kind' | 'website' | 'officer';

const headings: Headings<Column> = {
  name: ['Body', 'Name', 'Committee', 'Committee name', 'Body name', 'Title'],
  kind: ['Kind', 'Type', 'Category'],
  website: ['Web page', 'Website', 'URL', 'Page', 'Link'],
  officer: ['Link officer', 'Link officer e-mail', 'Officer', 'Clerk', 'Lead officer', 'Contact']
};

/** A body as a line of the file has it. */
export interface PublishedBody {
  line: number;
  name: string;
  /** Absent where the file does not say it. */
  kind?: string;
  website?: string;
  /** Account or e-mail address; empty for nobody. */
  officer?: string;
}

/** The kind of a body in our words, from a council's: "Outside Bodies", "Task & Finish". */
export function kindOf(text: string, name: string): string {
  const exact = bodyKinds.find((kind) => foldText(kind) === foldText(text));
  if (exact) return exact;
  const of = (words: string): string | undefined => {
    if (/\b(?:sub-?)?(?:committee|panel)$/i.test(words.trim()) && !/\boutside\b/i.test(words)) return 'Committee';
    if (/\boutside\b|\bexternal\b|\b(?:county|parish|town) council\b|\bpartnership\b|\btrust\b/i.test(words)) return 'Outside body';
    if (/\btask\b.*\bfinish\b/i.test(words)) return 'Task and finish group';
    if (/\bworking (?:party|group)\b/i.test(words)) return 'Working party';
    if (/^(?:the )?(?:cabinet|executive)$/i.test(words.trim())) return 'Cabinet';
    return /\b(?:committee|panel|board|council|forum)\b/i.test(words) ? 'Committee' : undefined;
  };
  return of(text) ?? of(name) ?? 'Committee';
}

/** Reads a table of bodies: a name, and what else it has columns for. */
export function parseBodies(source: string, where: string): { bodies: PublishedBody[]; skipped: TablePlan['skipped'] } {
  const table = readCsv<Column>(source, where, headings, [['name']]);
  const skipped: TablePlan['skipped'] = [...table.skipped];
  const bodies: PublishedBody[] = [];
  const seen = new Map<string, number>();
  for (const row of table.rows) {
    const { line } = row;
    const name = row.text('name');
    const before = seen.get(foldText(name));
    const website = row.text('website');
    if (name === '') skipped.push({ line, reason: 'there is no name' });
    else if (name.length > longest) skipped.push({ line, reason: `the name is longer than ${longest} characters` });
    else if (before !== undefined) skipped.push({ line, reason: `${name} is there already, in line ${before}` });
    else if (website !== '' && !/^https?:\/\/\S+$/i.test(website)) {
      skipped.push({ line, reason: `"${website.slice(0, 60)}" is not the address of a web page` });
    } else {
      seen.set(foldText(name), line);
      bodies.push({
        line,
        name,
        ...(row.text('kind') === '' ? {} : { kind: kindOf(row.text('kind'), name) }),
        ...(table.has('website') ? { website } : {}),
        ...(table.has('officer') ? { officer: row.text('officer') } : {})
      });
    }
  }
  return { bodies, skipped };
}

type Wanted = Omit<PublishedBody, 'officer'> & { linkOfficerId?: number };

/** What differs between a line and its row. What the file does not say, or leaves blank, stays as it is. */
function changesOf({ name, kind, website, linkOfficerId }: Wanted, row: RegisteredBody): Partial<RegisteredBody> {
  return {
    ...(name === row.name ? {} : { name }),
    ...(kind === undefined || kind === row.kind ? {} : { kind }),
    ...(website === undefined || website === '' || website === row.website ? {} : { website }),
    ...(linkOfficerId === undefined || linkOfficerId === row.linkOfficerId ? {} : { linkOfficerId })
  };
}

/** Brings the list Bodies in line with a table. Bodies that are not in it stay. */
export async function importBodies(from: string, options: ImportOptions): Promise<WriteFailure[]> {
  const source = await readSource(from, options.fileBase);
  const { bodies, skipped } = parseBodies(source.text, from);
  const register = new BodyRegister(options.sp, options.sitePath);
  await register.demandWriting('bodies');
  const rows = new Map((await register.bodies()).map((row) => [foldText(row.name), row]));
  const notes: TablePlan['notes'] = [];
  const officers = new Map<string, number | undefined>();
  for (const { officer } of bodies) {
    if (officer && !officers.has(officer)) officers.set(officer, await register.userId(officer, options.dryRun));
  }
  const added: (Omit<RegisteredBody, 'id'> & { name: string })[] = [];
  const changed: { id: number; name: string; changes: Partial<RegisteredBody> }[] = [];
  let unchanged = 0;
  for (const { officer, ...body } of bodies) {
    const linkOfficerId = officer ? officers.get(officer) : undefined;
    // A dry run knows only who was on the site before.
    if (officer && linkOfficerId === undefined && !options.dryRun)
      notes.push({ line: body.line, text: `"${officer.slice(0, 80)}" is nobody who can sign in here; ${body.name} gets no link officer` });
    const row = rows.get(foldText(body.name));
    if (!row) {
      added.push({ name: body.name, kind: body.kind ?? kindOf('', body.name), website: body.website ?? '', linkOfficerId });
      continue;
    }
    const changes = changesOf({ ...body, ...(linkOfficerId === undefined ? {} : { linkOfficerId }) }, row);
    if (Object.keys(changes).length === 0) unchanged += 1;
    else changed.push({ id: row.id, name: body.name, changes });
  }
  return carryOutTable(
    {
      what: 'Bodies',
      changes: [
        { title: 'Added:', entries: added.map(({ name, kind }) => `${name}, ${kind}`) },
        { title: 'Changed:', entries: changed.map(({ name, changes }) => `${name}: ${Object.keys(changes).join(', ')}`) }
      ],
      unchanged,
      skipped,
      notes,
      writes: added.length + changed.length,
      write: async (done) => [...(await register.addBodies(added, done)), ...(await register.updateBodies(changed, done))]
    },
    options
  );
}
