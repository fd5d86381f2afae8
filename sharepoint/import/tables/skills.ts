import { BodyRegister } from '../../../src/data/members/body-register';
import type { WriteFailure } from '../../../src/data/list-rows';
import { readCsv, severalOf, type Headings } from '../csv';
import type { ImportOptions } from '../import-members';
import { readSource } from '../read-source';
import { isNobody, memberFinder } from './find-member';
import { carryOutTable, type TablePlan } from './table-import';

type Column = 'member' | 'id' | 'email' | 'skills' | 'interests' | 'expertise';

const headings: Headings<Column> = {
  member: ['Member', 'Name', 'Councillor', 'Member name', 'Councillor name'],
  id: ['Modern.Gov id', 'Member id', 'UID', 'Councillor id'],
  email: ['E-mail', 'Email', 'Email address'],
  skills: ['Skills', 'Skill', 'Skills, interests and expertise', 'Skills and interests'],
  interests: ['Interests', 'Interest'],
  expertise: ['Expertise', 'Experience', 'Knowledge']
};

/** Each skill once, whatever its case, in its first spelling. */
function distinct(skills: string[]): string[] {
  const seen = new Set<string>();
  return skills.filter((skill) => !seen.has(skill.toLowerCase()) && seen.add(skill.toLowerCase()));
}

/**
 * Brings skills, interests and expertise of members in line with a table: several in a value, or a member on several
 * lines. Who is not in it keeps theirs; an empty value takes them away.
 */
export async function importSkills(from: string, options: ImportOptions): Promise<WriteFailure[]> {
  const source = await readSource(from, options.fileBase);
  const table = readCsv<Column>(source.text, from, headings, [
    ['member', 'id', 'email'],
    ['skills', 'interests', 'expertise']
  ]);
  const register = new BodyRegister(options.sp, options.sitePath);
  await register.demandWriting('members');
  const members = await register.members();
  const finder = memberFinder(members);
  const skipped: TablePlan['skipped'] = [...table.skipped];
  const wanted = new Map<number, string[]>();
  for (const row of table.rows) {
    const member = finder.find(row.text('member'), row.text('id'), row.text('email'));
    if (isNobody(member)) {
      skipped.push({ line: row.line, reason: member.reason });
      continue;
    }
    const given = (['skills', 'interests', 'expertise'] as const).flatMap((column) => severalOf(row.raw(column)));
    wanted.set(member.id, distinct([...(wanted.get(member.id) ?? []), ...given]));
  }
  const named = members.filter(({ id }) => wanted.has(id));
  const changed = named
    .map(({ id, name, skills }) => ({ id, name, before: skills, skills: wanted.get(id) ?? [] }))
    .filter(({ before, skills }) => before.join('\n') !== skills.join('\n'));
  return carryOutTable(
    {
      what: 'Skills',
      changes: [{ title: 'Changed:', entries: changed.map(({ name, skills }) => `${name}: ${skills.join(', ') || 'nothing'}`) }],
      unchanged: named.length - changed.length,
      skipped,
      notes: [],
      writes: changed.length,
      write: (done) => register.setSkills(changed, done)
    },
    options
  );
}
