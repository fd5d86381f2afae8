import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/webs';
import { sampleCouncil, sampleSources } from '../../sharepoint/commands/paths';
import { provision } from '../../sharepoint/provisioning/provision';
import { runCommand, type CommandResult } from '../support/command';
import { people, project, TestServer } from '../support/server';

/** What the Modern.Gov feed does not have, from CSV. */

let server: TestServer;
let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'memberlink-tables-'));
  server = await TestServer.start();
  await provision(server.as(people.owner), () => undefined);
});
afterEach(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

const write = (name: string, contents: string | Buffer): string => {
  const file = join(folder, name);
  writeFileSync(file, contents);
  return file;
};
const run = (...parameters: string[]): Promise<CommandResult> => runCommand('import', [...parameters, '--site', server.siteUrl]);
const imported = async (...parameters: string[]): Promise<string> => {
  const { status, output } = await run(...parameters);
  expect({ status, output }).toMatchObject({ status: 0 });
  return output;
};
const rows = async <T>(list: string, ...columns: string[]): Promise<T[]> =>
  server
    .as(people.owner)
    .web.getList(`/sites/members/Lists/${list}`)
    .items.select('Id', ...columns)
    .expand(...new Set(columns.filter((column) => column.includes('/')).map((column) => String(column.split('/')[0]))))
    .top(5000)<T[]>();

const sample = (name: string): string => join(sampleCouncil, name);
const importSample = async (): Promise<string> => {
  let output = '';
  for (const sources of sampleSources) {
    output += await imported(...Object.entries(sources).flatMap(([option, name]) => [`--${option}`, sample(String(name))]));
  }
  return output;
};

test('the sample council comes in whole, with former members; the second time nothing changes', async () => {
  await importSample();
  const members = await rows<{ Status: string; Skills: string | null }>('Members', 'Status', 'Skills');
  expect(members.filter(({ Status }) => Status === 'Serving')).toHaveLength(42);
  expect(members.filter(({ Status }) => Status === 'Former')).toHaveLength(3);
  expect(members.filter(({ Skills }) => Skills).length).toBeGreaterThan(30);
  const appointments = await rows<{ Member: { Title: string }; Body: { Title: string }; Role: string }>(
    'Appointments',
    'Member/Title',
    'Body/Title',
    'Role'
  );
  const held = appointments.map(({ Member, Body, Role }) => `${Member.Title}, ${Body.Title}: ${Role}`);
  expect(held).toEqual(expect.arrayContaining(['Tom Haldane, Cabinet: Chair', 'Tom Haldane, Wexcombe Canal Trust: Trustee']));
  const wards = await rows<{ Id: number; NeighboursId: number[] }>('Wards', 'NeighboursId');
  for (const { Id, NeighboursId } of wards) {
    expect(NeighboursId.length).toBeGreaterThan(0);
    for (const other of wards.filter((ward) => NeighboursId.includes(ward.Id))) expect(other.NeighboursId).toContain(Id);
  }
  const [, { from, ...tables } = {}] = sampleSources;
  const again = await imported(
    '--from',
    sample(String(from)),
    ...Object.entries(tables).flatMap(([option, name]) => [`--${option}`, sample(String(name))])
  );
  expect(again.match(/Nothing to change\./g)).toHaveLength(9);
  expect(again).not.toMatch(/Added:|Changed:|Ended:|Not written/);
});

test('a dry run of tables says what would change and writes nothing', async () => {
  await imported('--from', sample('moderngov.xml'));
  const before = await rows('Members', 'Modified', 'Skills');
  const output = await imported('--skills', sample('skills.csv'), '--bodies', sample('bodies.csv'), '--dry-run');
  expect(output).toContain('Tom Haldane: Town planning, Construction, British Sign Language, Canals');
  expect(output).toContain('This was a dry run: nothing was written.');
  expect(output).toContain('Each source was compared with the lists as they are now');
  expect(await rows('Members', 'Modified', 'Skills')).toEqual(before);
  expect(await rows('Bodies')).toEqual([]);
});

test('a list in Windows-1252 with shifted lines: what is sound comes in, the rest is named by line', async () => {
  const lines = Array.from(
    { length: 11 },
    (_, index) => `Si\xe2n X${String.fromCharCode(97 + index)}le,Green,Castle,s${index}@council.example`
  );
  const file = write(
    'members.csv',
    Buffer.from(['Name,Party,Ward,Email', ...lines, 'Ben Baker,Green,Castle', 'Green,Castle,b@council.example,', ''].join('\r\n'), 'latin1')
  );
  const output = await imported('--members', file);
  expect(output).toContain('line 13');
  expect(output).toContain('line 14');
  expect((await rows<{ Title: string }>('Members', 'Title')).map(({ Title }) => Title)).toContain('Siân Xale');
  expect(await rows('Members')).toHaveLength(11);
  expect(await imported('--members', file)).toContain('Nothing to change.');
});

test('bodies: what changed is changed, a link officer who is nobody is named', async () => {
  await imported(
    '--bodies',
    write('one.csv', `Body,Kind,Link officer\nPlanning,Committee,${people.officer}\nTrust,,nobody@council.example\n`)
  );
  expect(await rows('Bodies', 'Title', 'Kind', 'LinkOfficer/Title')).toMatchObject([
    { Title: 'Planning', Kind: 'Committee', LinkOfficer: { Title: 'Peter Nowak' } },
    { Title: 'Trust', Kind: 'Outside body' }
  ]);
  const output = await imported('--bodies', write('two.csv', 'Body,Kind,Website\nPLANNING,Working party,https://council.example/p\n'));
  expect(output).toContain('PLANNING: name, kind, website');
  expect(await rows('Bodies', 'Title', 'Kind', 'Website', 'LinkOfficerId')).toMatchObject([
    {
      Title: 'PLANNING',
      Kind: 'Working party',
      Website: { Url: 'https://council.example/p' },
      LinkOfficerId: expect.any(Number) as number
    },
    { Title: 'Trust' }
  ]);
});

test('appointments that are over end the day before; those of a file without its body are refused by line', async () => {
  await imported('--from', sample('moderngov.xml'), '--bodies', sample('bodies.csv'));
  const first = write(
    'first.csv',
    'Member,Body,Role,From\nTom Haldane,Planning Committee,Chair,2024-05-16\nEllen Marsh,Planning Committee,,2024-05-16\n'
  );
  await imported('--appointments', first);
  const second = write('second.csv', 'Member,Body,Role\nEllen Marsh,Planning Committee,Chairman\nEllen Marsh,Committee of Nobody,\n');
  const output = await imported('--appointments', second);
  expect(output).toContain('Ellen Marsh, Planning Committee: Member → Chair');
  expect(output).toContain('Tom Haldane, Planning Committee');
  expect(output).toContain('line 3: there is no body "Committee of Nobody" in the list Bodies');
  const found = await rows<{ Member: { Title: string }; Role: string; To: string | null }>('Appointments', 'Member/Title', 'Role', 'To');
  expect(found.map(({ Member, Role, To }) => [Member.Title, Role, To !== null])).toEqual([
    ['Tom Haldane', 'Chair', true],
    ['Ellen Marsh', 'Chair', false]
  ]);
  expect(await imported('--appointments', second)).toContain('Nothing to change.');
});

test('skills: several lines add up, an empty value takes them away, who is not in the file keeps theirs', async () => {
  await imported('--from', sample('moderngov.xml'), '--skills', write('1.csv', 'Member,Skills\nEllen Marsh,Law\nTom Haldane,Law\n'));
  await imported('--skills', write('2.csv', 'Councillor,Interests,Expertise\nEllen Marsh,Canals; law,Housing\nEllen Marsh,Bees,\n'));
  const skills = async (): Promise<(string | null)[]> =>
    (await rows<{ Title: string; Skills: string | null }>('Members', 'Title', 'Skills'))
      .filter(({ Title }) => ['Ellen Marsh', 'Tom Haldane'].includes(Title))
      .map(({ Skills }) => Skills)
      .sort();
  expect(await skills()).toEqual(['Canals\nlaw\nHousing\nBees', 'Law']);
  await imported('--skills', write('3.csv', 'Member,Skills\nTom Haldane,\n'));
  expect(await skills()).toEqual(['Canals\nlaw\nHousing\nBees', null]);
});

test('neighbours: wards get their codes by name, later files find them by code; unknown wards are named once', async () => {
  await imported('--from', sample('moderngov.xml'));
  const output = await imported(
    '--neighbours',
    write(
      'n.csv',
      'lad,ward,ward_name,neighbour,neighbour_name\nE1,E05000001,Castle Ward,E05000002,Dunholme\nE1,E05000001,Castle Ward,E05000009,Nowhere\nE1,E05000009,Nowhere,E05000002,Dunholme\n'
    )
  );
  expect(output.match(/there is no ward "Nowhere" in the list Wards/g)).toHaveLength(1);
  const named = async (): Promise<object[]> =>
    (await rows<{ Title: string }>('Wards', 'Title', 'GssCode', 'Neighbours/Title')).filter(({ Title }) =>
      ['Castle', 'Dunholme'].includes(Title)
    );
  const wanted = [
    { Title: 'Castle', GssCode: 'E05000001', Neighbours: [{ Title: 'Dunholme' }] },
    { Title: 'Dunholme', GssCode: 'E05000002', Neighbours: [{ Title: 'Castle' }] }
  ];
  expect(await named()).toMatchObject(wanted);
  expect(await imported('--neighbours', write('m.csv', 'ward,neighbour\nE05000001,E05000002\n'))).toContain('Nothing to change.');
});

test('the address of a list in CSV is taken as it is', async () => {
  const { status, output } = await run('--members', 'http://127.0.0.1:9/open-data/members');
  expect(status).toBe(1);
  expect(output).toContain('http://127.0.0.1:9/open-data/members could not be reached');
});

test('what does not go together, and nothing at all, is said', async () => {
  expect((await run()).output).toContain('There is nothing to import from.');
  expect((await run('--from', sample('moderngov.xml'), '--members', sample('members-2020.csv'))).output).toContain('not from both');
  expect((await run('--neighbours', sample('neighbours.csv'))).output).toContain('The list Wards is empty. Import the members first');
  const { status, output } = await run('--skills', sample('skills.csv'), '--as', people.officer);
  expect(status).toBe(1);
  expect(output).toContain('Nothing was written.');
});

const shared = resolve(project, '../shared/data');
const withShared = existsSync(shared) ? describe : describe.skip;
withShared('published lists', () => {
  test('a council by itself: all 62 members of Trafford, then nothing to change', async () => {
    // Photographs are elsewhere; this machine may not reach them.
    const text = readFileSync(join(shared, 'councillors/trafford-2025.csv'), 'utf8').replace(/https:[^,\s]+smallpic\.jpg/g, '');
    const file = write('trafford.csv', text);
    await imported('--members', file);
    expect(await rows<{ ModernGovId: string }>('Members', 'ModernGovId')).toHaveLength(62);
    expect(await imported('--members', file)).toContain('Nothing to change.');
  });

  test('one council out of many, with the borders of its wards', async () => {
    const file = join(shared, 'councillors/uk-2019.csv');
    const unnamed = await run('--members', file);
    expect(unnamed.output).toContain('Name one with --council');
    await imported('--members', file, '--council', 'Rugby', '--neighbours', join(shared, 'wards/adjacency-2025.csv'));
    expect((await rows<{ NeighboursId: number[] }>('Wards', 'NeighboursId')).every(({ NeighboursId }) => NeighboursId.length > 0)).toBe(
      true
    );
    expect(await rows('Members')).toHaveLength(42);
  });
});
