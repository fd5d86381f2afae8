import { BodyRegister, type KnownMember, type RegisteredAppointment, type RegisteredBody } from '../../../src/data/members/body-register';
import type { WriteFailure } from '../../../src/data/list-rows';
import { parseFeedDate, saysNoDate, type PlainDate } from '../../../src/domain/members/term';
import { foldText } from '../../../src/domain/text';
import { readCsv, type Headings } from '../csv';
import type { ImportOptions } from '../import-members';
import { longest } from '../published';
import { readSource } from '../read-source';
import { isNobody, memberFinder } from './find-member';
import { carryOutTable, type TablePlan } from './table-import';

type Column = 'member' | 'id' | 'email' | 'body' | 'role' | 'from' | 'to';

const headings: Headings<Column> = {
  member: ['Member', 'Name', 'Councillor', 'Member name', 'Councillor name'],
  id: ['Modern.Gov id', 'Member id', 'UID', 'Councillor id'],
  email: ['E-mail', 'Email', 'Email address'],
  body: ['Body', 'Committee', 'Committee name', 'Body name', 'Outside body'],
  role: ['Role', 'Position', 'Office'],
  from: ['From', 'Start', 'Start date', 'Appointed', 'Appointed on'],
  to: ['To', 'End', 'End date', 'Until', 'Ends']
};

/** An appointment as a line of the file has it, its member and body found. */
interface Wanted {
  line: number;
  memberId: number;
  bodyId: number;
  /** Absent where the file has no column for it: it stays as it is. */
  role: string | undefined;
  from: PlainDate | undefined;
  to: PlainDate | undefined;
  /** Whether the file says when appointments end: a blank then means that one goes on. */
  saysTo: boolean;
  /** For reports: "Tom Haldane, Planning Committee". */
  name: string;
}

/** Roles in our words: "Chairman", "Vice Chair", "Deputy Member". Others stay as they are. */
export function roleOf(text: string): string {
  if (text === '') return 'Member';
  if (/^chair(?:man|woman|person)?$/i.test(text)) return 'Chair';
  if (/^(?:vice|deputy)[- ]?chair(?:man|woman|person)?$/i.test(text)) return 'Vice-Chair';
  if (/^(?:committee |ordinary )?member$/i.test(text)) return 'Member';
  return /^(?:substitute|reserve|deputy)(?: member)?$/i.test(text) ? 'Substitute' : text;
}

const differs = (a: Wanted, b: RegisteredAppointment): boolean =>
  (a.role !== undefined && a.role !== b.role) || (a.from !== undefined && a.from !== b.from) || (a.saysTo && a.to !== b.to);

/**
 * Compares what a file says with the list. A line is the row of the same member on the same body that began on the same
 * day, else the one that is held today or ended as the line says. Of bodies that the file names, who is not in it any more
 * is there until yesterday; other bodies are left alone, and so are those of which a line could not be read. Pure.
 *
 * @param unsure bodies of which somebody may be missing
 */
export function planAppointments(
  wanted: readonly Wanted[],
  rows: readonly RegisteredAppointment[],
  today: PlainDate,
  unsure: ReadonlySet<number> = new Set()
): { added: Wanted[]; changed: { row: RegisteredAppointment; wanted: Wanted }[]; ended: RegisteredAppointment[]; unchanged: number } {
  const isHeld = ({ to }: RegisteredAppointment): boolean => to === undefined || to >= today;
  const taken = new Set<number>();
  const found = new Map<Wanted, RegisteredAppointment>();
  const take = (one: Wanted, row: RegisteredAppointment | undefined): void => {
    if (!row) return;
    taken.add(row.id);
    found.set(one, row);
  };
  const alike = (one: Wanted): RegisteredAppointment[] =>
    rows.filter(({ id, memberId, bodyId }) => memberId === one.memberId && bodyId === one.bodyId && !taken.has(id));
  // Lines that say when they began come first: they are sure of their row.
  for (const one of wanted) {
    if (one.from !== undefined)
      take(
        one,
        alike(one).find(({ from }) => from === one.from)
      );
  }
  for (const one of wanted) {
    if (found.has(one)) continue;
    const asEnded = alike(one).filter(({ to }) => one.to !== undefined && to === one.to);
    const candidates = [...asEnded, ...alike(one).filter(isHeld)];
    take(one, candidates.find(({ role }) => role === one.role) ?? candidates[0]);
  }
  const bodies = new Set(wanted.map(({ bodyId }) => bodyId));
  const pairs = [...found].map(([one, row]) => ({ wanted: one, row }));
  return {
    added: wanted.filter((one) => !found.has(one)),
    changed: pairs.filter(({ wanted: one, row }) => differs(one, row)),
    ended: rows.filter(
      (row) => bodies.has(row.bodyId) && !unsure.has(row.bodyId) && isHeld(row) && !taken.has(row.id) && (row.from ?? '') <= today
    ),
    unchanged: pairs.filter(({ wanted: one, row }) => !differs(one, row)).length
  };
}

/** Reads a table of appointments, finding members and bodies. */
export function parseAppointments(
  source: string,
  where: string,
  members: readonly KnownMember[],
  bodies: readonly RegisteredBody[]
): { wanted: Wanted[]; skipped: TablePlan['skipped']; unsure: Set<number> } {
  const table = readCsv<Column>(source, where, headings, [['member', 'id', 'email'], ['body']]);
  const skipped: TablePlan['skipped'] = [];
  const unsure = new Set<number>();
  const bodyByName = new Map(bodies.map((body) => [foldText(body.name), body]));
  /** Whoever stands on a line that is left out must not lose their place: nobody's ends on the bodies that it may mean. */
  const leaveOut = (line: number, reason: string, whole: string): void => {
    skipped.push({ line, reason });
    const text = ` ${foldText(whole)} `;
    const named = bodies.filter(({ name }) => text.includes(` ${foldText(name)} `));
    for (const { id } of named.length > 0 ? named : bodies) unsure.add(id);
  };
  for (const { line, reason, whole } of table.skipped) leaveOut(line, reason, whole);
  const finder = memberFinder(members);
  const wanted: Wanted[] = [];
  const seen = new Map<string, number>();
  for (const row of table.rows) {
    const { line, whole } = row;
    const skip = (reason: string): void => leaveOut(line, reason, whole);
    const member = finder.find(row.text('member'), row.text('id'), row.text('email'));
    const bodyName = row.text('body');
    const body = bodyByName.get(foldText(bodyName));
    const dates = (['from', 'to'] as const).map((column) => ({ given: row.text(column), read: parseFeedDate(row.text(column)) }));
    const wrong = dates.find(({ given, read }) => read === undefined && !saysNoDate(given));
    const [from, to] = dates.map(({ read }) => read);
    const role = table.has('role') ? roleOf(row.text('role')) : undefined;
    if (bodyName === '') skipped.push({ line, reason: 'there is no body' });
    else if (!body)
      skipped.push({ line, reason: `there is no body "${bodyName.slice(0, 80)}" in the list Bodies: import it first, with --bodies` });
    else if (isNobody(member)) skip(member.reason);
    else if (wrong) skip(`"${wrong.given.slice(0, 40)}" is not a date`);
    else if (from !== undefined && to !== undefined && to < from) skip('it ends before it begins');
    else if (role !== undefined && role.length > longest) skip(`the role is longer than ${longest} characters`);
    else {
      const key = `${member.id} ${body.id} ${from ?? ''} ${role ?? ''}`;
      const before = seen.get(key);
      if (before !== undefined) skipped.push({ line, reason: `it is there already, in line ${before}` });
      else {
        seen.set(key, line);
        const name = `${member.name}, ${body.name}`;
        wanted.push({ line, memberId: member.id, bodyId: body.id, role, from, to, saysTo: table.has('to'), name });
      }
    }
  }
  return { wanted, skipped, unsure };
}

const yesterday = (today: PlainDate): PlainDate => new Date(Date.parse(`${today}T12:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

/** Names of bodies for a report; of many only how many. */
function bodiesNamed(bodies: readonly RegisteredBody[], ids: ReadonlySet<number>): string {
  const names = bodies.filter(({ id }) => ids.has(id)).map(({ name }) => name);
  return names.length > 4 ? `${names.length} bodies` : names.join(', ');
}

/** Brings the list Appointments in line with a table. */
export async function importAppointments(from: string, options: ImportOptions): Promise<WriteFailure[]> {
  const source = await readSource(from, options.fileBase);
  const register = new BodyRegister(options.sp, options.sitePath);
  await register.demandWriting('appointments');
  const [members, bodies, rows] = await Promise.all([register.members(), register.bodies(), register.appointments()]);
  const { wanted, skipped, unsure } = parseAppointments(source.text, from, members, bodies);
  const { added, changed, ended, unchanged } = planAppointments(wanted, rows, options.today, unsure);
  const nameOf = ({ memberId, bodyId }: RegisteredAppointment): string =>
    `${members.find(({ id }) => id === memberId)?.name ?? '?'}, ${bodies.find(({ id }) => id === bodyId)?.name ?? '?'}`;
  const to = yesterday(options.today);
  const additions = added.map((one) => ({ ...one, role: one.role ?? roleOf('') }));
  const updates = [
    ...changed.map(({ row, wanted: { name, role, from: start, to: end, saysTo } }) => ({
      id: row.id,
      name,
      changes: {
        ...(role === undefined ? {} : { role }),
        ...(start === undefined ? {} : { from: start }),
        ...(saysTo ? { to: end } : {})
      }
    })),
    // What began today ends today: an end before the beginning is refused.
    ...ended.map((row) => ({ id: row.id, name: nameOf(row), changes: { to: row.from !== undefined && row.from > to ? row.from : to } }))
  ];
  return carryOutTable(
    {
      what: 'Appointments',
      changes: [
        { title: 'Added:', entries: additions.map(({ name, role }) => `${name}: ${role}`) },
        {
          title: 'Changed:',
          entries: changed.map(
            ({ row, wanted: { name, role } }) => `${name}: ${role === undefined || row.role === role ? 'dates' : `${row.role} → ${role}`}`
          )
        },
        { title: 'Ended:', entries: ended.map(nameOf) }
      ],
      unchanged,
      skipped,
      notes:
        unsure.size > 0
          ? [
              {
                line: skipped[0]?.line ?? 1,
                text: `nobody's place ends on ${bodiesNamed(bodies, unsure)}, as lines of it could not be used`
              }
            ]
          : [],
      writes: added.length + updates.length,
      write: async (done) => [...(await register.updateAppointments(updates, done)), ...(await register.addAppointments(additions, done))]
    },
    options
  );
}
