import { parseAppointments, planAppointments, roleOf } from '../../../sharepoint/import/tables/appointments';
import { kindOf, parseBodies } from '../../../sharepoint/import/tables/bodies';
import type { KnownMember, RegisteredAppointment, RegisteredBody } from '../../../src/data/members/body-register';

const today = '2026-11-22';

const member = (id: number, name: string, more: Partial<KnownMember> = {}): KnownMember => ({
  ...{ id, name, modernGovId: String(100 + id), serving: true, ward: 1, skills: [], email: '' },
  ...more
});
const body = (id: number, name: string): RegisteredBody => ({ id, name, kind: 'Committee', website: '', linkOfficerId: undefined });
const members = [
  member(1, 'Ann Able', { email: 'a.able@council.example' }),
  member(2, 'Ben Baker'),
  member(3, 'Ben Baker', { serving: false }),
  member(4, 'Cy Chard'),
  member(5, 'Cy Chard')
];
const bodies = [body(1, 'Planning Committee'), body(2, 'Audit & Ethics Committee')];

describe('bodies', () => {
  test.each([
    ['Outside Bodies', 'Canal Trust', 'Outside body'],
    ['Task & Finish', 'Town centre', 'Task and finish group'],
    ['', 'Local Plan Working Group', 'Working party'],
    ['', 'Cabinet', 'Cabinet'],
    ['', 'Cabinet Scrutiny Panel', 'Committee'],
    ['Regulatory', 'Planning Committee', 'Committee'],
    ['', 'Wexshire County Council', 'Outside body'],
    ['', 'The Elders', 'Committee'],
    ['', 'Community Partnership Scrutiny Committee', 'Committee']
  ])('%j of the kind %j', (kind, name, wanted) => expect(kindOf(kind, name)).toBe(wanted));

  test('lines that cannot be used are named', () => {
    const { bodies: read, skipped } = parseBodies(
      'Committee,Website,Clerk\nPlanning,https://council.example/planning,x@council.example\n,,\nAudit,www.council.example,\nplanning,,\n,https://council.example,\n',
      'bodies.csv'
    );
    expect(read).toEqual([{ line: 2, name: 'Planning', website: 'https://council.example/planning', officer: 'x@council.example' }]);
    expect(skipped).toEqual([
      { line: 4, reason: '"www.council.example" is not the address of a web page' },
      { line: 5, reason: 'planning is there already, in line 2' },
      { line: 6, reason: 'there is no name' }
    ]);
  });
});

describe('appointments', () => {
  test.each([
    ['', 'Member'],
    ['Chairman', 'Chair'],
    ['vice chair', 'Vice-Chair'],
    ['Committee Member', 'Member'],
    ['Reserve', 'Substitute'],
    ['Trustee', 'Trustee']
  ])('the role %j is %j', (text, role) => expect(roleOf(text)).toBe(role));

  test('members are found by id, by e-mail and by name; a former member of the same name is not meant', () => {
    const { wanted, skipped } = parseAppointments(
      'Member,Modern.Gov id,E-mail,Body\n' +
        'B. Baker,102,,Planning Committee\n' +
        'Di Dunn,101,,Planning Committee\n' +
        ',,A.Able@council.example,planning committee\n' +
        'Cllr Ben Baker,,,Audit and Ethics Committee\n' +
        'Cy Chard,,,Planning Committee\n' +
        'Di Dunn,,,Planning Committee\n' +
        'Ann Able,,,Licensing\n' +
        'Ann Able,,,\n',
      'appointments.csv',
      members,
      bodies
    );
    expect(wanted.map(({ line, memberId, bodyId }) => [line, memberId, bodyId])).toEqual([
      [2, 2, 1],
      [4, 1, 1],
      [5, 2, 2]
    ]);
    expect(skipped).toEqual([
      { line: 3, reason: 'it says Di Dunn, but the id or address given is that of Ann Able' },
      { line: 6, reason: 'there are several members Cy Chard: give the Modern.Gov id or the e-mail address' },
      { line: 7, reason: 'there is no member Di Dunn' },
      { line: 8, reason: 'there is no body "Licensing" in the list Bodies: import it first, with --bodies' },
      { line: 9, reason: 'there is no body' }
    ]);
  });

  test('dates that are none, that end before they begin, and lines that say the same are named', () => {
    const { wanted, skipped } = parseAppointments(
      'Name,Committee,Start,End\n' +
        'Ann Able,Planning Committee,16/05/2024,unspecified\n' +
        'Ann Able,Planning Committee,2024-05-16,\n' +
        'Ben Baker,Planning Committee,31/02/2024,\n' +
        'Ben Baker,Planning Committee,2024-05-16,2023-05-16\n',
      'appointments.csv',
      members,
      bodies
    );
    expect(wanted).toMatchObject([{ line: 2, from: '2024-05-16', to: undefined }]);
    expect(skipped.map(({ line, reason }) => `${line}: ${reason}`)).toEqual([
      '3: it is there already, in line 2',
      '4: "31/02/2024" is not a date',
      '5: it ends before it begins'
    ]);
  });

  const row = (id: number, memberId: number, more: Partial<RegisteredAppointment> = {}): RegisteredAppointment => ({
    ...{ id, memberId, bodyId: 1, role: 'Member', from: undefined, to: undefined },
    ...more
  });
  const line = (memberId: number, more: object = {}): Parameters<typeof planAppointments>[0][number] => ({
    ...{ line: 2, memberId, bodyId: 1, role: 'Member', from: undefined, to: undefined, saysTo: true, name: '' },
    ...more
  });

  test('who is not in the file any more has ended; what ended before, and other bodies, are left alone', () => {
    const rows = [row(1, 1), row(2, 2), row(3, 4, { to: '2025-05-01' }), row(4, 5, { bodyId: 2 }), row(5, 5, { from: '2027-01-01' })];
    const { added, changed, ended, unchanged } = planAppointments([line(1)], rows, today);
    expect([added, changed, ended.map(({ id }) => id), unchanged]).toEqual([[], [], [2], 1]);
  });

  test('of a body with a line that could not be read nobody is ended', () => {
    const { skipped, unsure, wanted } = parseAppointments(
      'Name,Committee,Start\nAnn Abel,Planning Committee,\nBen Baker,Audit and Ethics Committee,\n',
      'appointments.csv',
      members,
      bodies
    );
    expect([skipped.length, [...unsure], wanted.length]).toEqual([1, [1], 1]);
    expect(planAppointments([line(2)], [row(1, 1), row(2, 2)], today, unsure).ended).toEqual([]);
    const shifted = parseAppointments('Name,Committee\nAnn Able\n', 'appointments.csv', members, bodies);
    expect([...shifted.unsure]).toEqual([1, 2]);
  });

  test('what the file has no column for stays; a place that has ended is the same the second time', () => {
    const chair = row(1, 1, { role: 'Chair', to: '2027-05-01' });
    expect(planAppointments([line(1, { role: undefined, saysTo: false })], [chair], today)).toMatchObject({ changed: [], unchanged: 1 });
    expect(parseAppointments('Name,Committee\nAnn Able,Planning Committee\n', 'a.csv', members, bodies).wanted).toMatchObject([
      { role: undefined, saysTo: false }
    ]);
    const over = row(1, 1, { to: '2026-06-01' });
    expect(planAppointments([line(1, { to: '2026-06-01' })], [over], today)).toMatchObject({ added: [], changed: [], unchanged: 1 });
  });

  test('a new role changes the row that is held; a second term is a row of its own', () => {
    const rows = [row(1, 1, { from: '2023-05-10' }), row(2, 2, { from: '2022-05-10', to: '2023-05-10' })];
    const { added, changed, ended } = planAppointments(
      [line(1, { role: 'Chair' }), line(2, { from: '2022-05-10', to: '2023-05-10' }), line(2, { from: '2026-05-10' })],
      rows,
      today
    );
    expect(changed.map(({ row: { id }, wanted }) => [id, wanted.role])).toEqual([[1, 'Chair']]);
    expect(added.map(({ from }) => from)).toEqual(['2026-05-10']);
    expect(ended).toEqual([]);
  });
});
