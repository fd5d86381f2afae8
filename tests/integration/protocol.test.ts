import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/recycle-bin';
import '@pnp/sp/webs';
import { loadPack } from '../../sharepoint/import/protocol/load-pack';
import type { Difference } from '../../sharepoint/import/protocol/compare';
import { readPackText } from '../../sharepoint/import/protocol/pack-file';
import { bankHolidaysOf } from '../../sharepoint/protocols/bankHolidays';
import { provision } from '../../sharepoint/provisioning/provision';
import { acknowledge, readGuideBackground, type GuideBackground } from '../../src/data/protocol/background';
import { readClauses, readGuideStart } from '../../src/data/protocol/guide';
import { readParts, type RightParts } from '../../src/data/protocol/parts';
import { readReading } from '../../src/data/protocol/readers';
import type { Answers } from '../../src/domain/protocol/answers';
import { kindOf, outcomeOf } from '../../src/domain/protocol/outcome';
import type { EnquiryKind, ProtocolPack } from '../../src/domain/protocol/pack';
import { currentOf, type ProtocolVersion } from '../../src/domain/protocol/protocol';
import { dueDates, standardOf } from '../../src/domain/protocol/standards';
import { runCommand } from '../support/command';
import { people, project } from '../support/server';
import { withServer } from '../support/with-server';
import { smallPack } from '../unit/protocol/smallPack';

/** npm run protocol and npm run ask against a site, and what the web part reads of it. */

const site = withServer();
const sitePath = '/sites/members';
const shipped = (name: string): string => join(project, `sharepoint/protocols/${name}.json`);
const run = (...options: string[]): ReturnType<typeof runCommand> => runCommand('protocol', [...options, '--site', site.server.siteUrl]);
const items = (name: string): ReturnType<typeof site.sp.web.getList>['items'] => site.sp.web.getList(`${sitePath}/Lists/${name}`).items;
const rows = (name: string): Promise<Record<string, unknown>[]> => items(name).top(5000)();
const folder = mkdtempSync(join(tmpdir(), 'memberlink-packs-'));

/** A pack in a file of its own. */
function fileOf(pack: unknown): string {
  const file = join(folder, 'pack.json');
  writeFileSync(file, JSON.stringify(pack));
  return file;
}

/** Loads a pack as the command does, with somebody who decides. */
async function load(pack: ProtocolPack, decision: 'keep' | 'take' = 'keep'): Promise<{ asked: Difference[]; said: string[] }> {
  const [asked, said]: [Difference[], string[]] = [[], []];
  const failures = await loadPack(pack, {
    ...{ sp: site.sp, sitePath, today: '2026-11-27' },
    decide: async (difference) => {
      asked.push(difference);
      return decision;
    },
    say: (line) => said.push(line),
    progress: () => undefined
  });
  expect(failures).toEqual([]);
  return { asked, said };
}

/** What the site has of the current version. */
async function onSite(): Promise<RightParts & { id: number }> {
  const current = currentOf(await readVersions());
  const parts = current && (await readParts(site.sp, sitePath, current.id));
  if (!parts) throw new Error('There is no current version.');
  return { ...parts, id: current.id };
}

const readVersions = async (): Promise<ProtocolVersion[]> => (await readGuideStart(site.sp, sitePath)).versions;
const idOf = async (login: string): Promise<number> => (await readGuideStart(site.server.as(login), sitePath)).userId;

const rowOf = async (
  list: string,
  column: string,
  value: string,
  protocolId: number
): Promise<{ Id: number } & Record<string, unknown>> => {
  const found = (await rows(list)).find((row) => row[column] === value && row.ProtocolId === protocolId);
  if (!found) throw new Error(`${list} has no ${value}.`);
  return found as { Id: number };
};

beforeAll(async () => {
  await provision(site.sp, () => undefined);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

test('a pack with faults is refused with all of them, before anything is written; --check needs no site', async () => {
  const file = fileOf({ ...smallPack(), title: 5, version: '' });
  const loaded = await run('--pack', file);
  expect(loaded.status).toBe(1);
  expect(loaded.output).toMatch(/title: It is 5; it must be text\n.*version: It is empty/);
  expect(await rows('Protocols')).toEqual([]);
  const checked = await runCommand('protocol', ['--check', '--pack', file]);
  expect(checked).toMatchObject({ status: 1, output: expect.stringContaining('These 2 things are wrong') as string });
  expect(await runCommand('protocol', ['--check', '--pack', shipped('default')])).toMatchObject({ status: 0 });
  expect((await runCommand('protocol', ['--check', '--pack', join(folder, 'nowhere.json')])).output).toContain('There is no file');
  expect((await run('--pack', shipped('rugby-2022'), '--as', people.member)).output).toContain('denied access');
  expect(await rows('Protocols')).toEqual([]);
}, 60_000);

test('a pack is loaded with its bank holidays, and a second load changes nothing', async () => {
  const first = await run('--pack', shipped('rugby-2022'));
  expect(first.output).toContain('21 clauses (21 added, 0 changed, 0 removed), 9 kinds (9 added');
  expect(first.status).toBe(0);
  expect((await rows('ClosureDays')).map(({ Title }) => Title)).toContain('Christmas Day');
  const before = await rows('ClosureDays');
  const second = await run('--pack', shipped('rugby-2022'));
  expect(second.output).toContain('Nothing to change.');
  expect(await rows('ClosureDays')).toHaveLength(before.length);
  expect(await rows('Protocols')).toHaveLength(1);
}, 60_000);

test('each pack that ships comes back from the lists as it was; earlier versions stay', async () => {
  const names = ['uttlesford-2017', 'oadby-and-wigston-2014', 'surrey-2018', 'north-norfolk-2021', 'default'];
  for (const name of names) {
    const { pack } = readPackText(readFileSync(shipped(name), 'utf8'));
    if (!pack) throw new Error(name);
    await load(pack);
    const {
      pack: { faults, ...read },
      standards,
      id
    } = await onSite();
    expect(faults).toEqual([]);
    for (const part of Object.keys(read) as (keyof typeof read)[]) expect(read[part]).toEqual(pack[part] ?? []);
    expect(standards).toEqual(pack.standards);
    const clauses = await readClauses(site.sp, sitePath, id);
    expect(clauses.map(({ number, heading, text, topics }) => [number, heading, text, topics])).toEqual(
      pack.clauses.map(({ number, heading, text, topics }) => [number, heading, text, topics])
    );
  }
  const states = (await rows('Protocols')).map(({ State }) => State);
  expect(states.filter((state) => state === 'Current')).toHaveLength(1);
  expect(states).toHaveLength(6);
}, 120_000);

test('a version that is loaded again is the current one again', async () => {
  const { said } = await load(readPackText(readFileSync(shipped('rugby-2022'), 'utf8')).pack as ProtocolPack);
  expect(said).toContain('It is the current protocol.');
  expect(said).toContain('Version 1 of Model protocol stays as an earlier one.');
  expect(currentOf(await readVersions())?.council).toBe('Rugby Borough Council');
});

test('what owners edited is kept and listed, what they did not edit follows the pack', async () => {
  await load(smallPack());
  const { id } = await onSite();
  await items('ProtocolClauses')
    .getById((await rowOf('ProtocolClauses', 'Number', '1.1', id)).Id)
    .update({ Text: 'Ours.' });
  await items('EnquiryKinds')
    .getById((await rowOf('EnquiryKinds', 'KindId', 'casework', id)).Id)
    .update({ ReplyDays: 7 });
  await items('Protocols').getById(id).update({ OwnerRole: 'Clerk' });
  await items('ProtocolClauses').add({ Title: 'Own', Number: '1.9', Text: 'Own text.', SpeaksTo: 'member', ProtocolId: id, Position: 9 });

  const again = await run('--pack', fileOf(smallPack()));
  expect(again.status).toBe(0);
  expect(again.output).toMatch(
    /Kept as owners made it:\n(.*\n)*.*Clause 1\.1, Text:\n.*on the site: Ours\.\n.*in the pack: Members call the emergency line\./
  );
  expect(again.output).toContain('Kind casework, Reply within (working days):');
  expect(again.output).toContain('Protocol, Kept by:');
  expect(again.output).toContain('Clause 1.9: the pack has none; an owner added it');

  const newer = smallPack();
  (newer.clauses[0] as { text: string }).text = 'Members call the line at once.';
  (newer.clauses[1] as { text: string }).text = 'Members may ask for any facts.';
  const { asked } = await load(newer);
  expect(asked.map(({ what, detail }) => `${what}, ${detail}`).sort()).toEqual([
    'Clause 1.1, Text',
    'Kind casework, Reply within (working days)',
    'Protocol, Kept by'
  ]);
  expect((await rowOf('ProtocolClauses', 'Number', '1.1', id)).Text).toBe('Ours.');
  expect((await rowOf('ProtocolClauses', 'Number', '1.2', id)).Text).toBe('Members may ask for any facts.');
  expect(standardOf(await onSite(), 'casework').reply).toBe(7);

  await load(newer, 'take');
  expect((await rowOf('ProtocolClauses', 'Number', '1.1', id)).Text).toBe('Members call the line at once.');
  expect(standardOf(await onSite(), 'casework').reply).toBe(10);
}, 60_000);

test('a clause that an owner deleted is not put back unasked; one that the pack no longer has goes to the recycle bin', async () => {
  await load(smallPack());
  const { id } = await onSite();
  await items('ProtocolClauses')
    .getById((await rowOf('ProtocolClauses', 'Number', '1.2', id)).Id)
    .delete();
  const { asked } = await load(smallPack());
  expect(asked).toEqual([{ what: 'Clause 1.2', detail: 'the whole row', site: null, pack: 'Information' }]);
  expect((await rows('ProtocolClauses')).filter((row) => row.ProtocolId === id && row.Number === '1.2')).toEqual([]);
  await load(smallPack(), 'take');
  const without = smallPack();
  without.kinds = without.kinds.filter(({ id: kind }) => kind !== 'casework');
  const { said } = await load(without);
  expect(said.join('\n')).toContain('1 kind (0 added, 1 changed, 1 removed)');
  expect(await site.sp.web.recycleBin.filter("Title eq 'A matter for a resident'")()).toHaveLength(1);
}, 60_000);

test('a load that was stopped is finished by the next', async () => {
  const pack = { ...smallPack(), version: 'stopped' };
  await load(pack);
  const { id } = await onSite();
  // As it is when the process is killed after the first rows.
  await items('Protocols').getById(id).update({ State: 'Being loaded' });
  await items('ProtocolClauses')
    .getById((await rowOf('ProtocolClauses', 'Number', '1.2', id)).Id)
    .delete();
  expect(currentOf(await readVersions())?.version).not.toBe('stopped');
  const { asked } = await load(pack);
  expect(asked).toEqual([]);
  expect((await onSite()).id).toBe(id);
  expect((await readClauses(site.sp, sitePath, id)).map(({ number }) => number)).toEqual(['1.1', '1.2']);
});

test('rules that an owner broke are told of, each with its place; what is right is still there', async () => {
  await load({ ...smallPack(), version: 'broken' });
  const { id } = await onSite();
  await items('Protocols').getById(id).update({
    Escalation: '[{',
    Conditions: '[{"id":"x","when":{"question":"weather","is":"fine"},"outcome":"not an enquiry","advice":"A","source":"our default"}]'
  });
  await items('EnquiryKinds')
    .getById((await rowOf('EnquiryKinds', 'KindId', 'casework', id)).Id)
    .update({ Questions: '{"id": 1}' });
  const { pack, places } = await onSite();
  expect(places.map(({ list, row, column }) => [list, row, column]).sort()).toEqual([
    ['EnquiryKinds', 'casework', 'Questions'],
    ['Protocols', '', 'Conditions'],
    ['Protocols', '', 'If something goes wrong']
  ]);
  expect(pack.faults.map(({ at }) => at.join('.')).sort()).toEqual(['conditions.0.when.question', 'escalation', 'kinds.0.questions']);
  expect(pack.kinds.map(({ id: kind }) => kind)).toEqual(['information']);
  expect(outcomeOf(pack, kindOf(pack, 'information') as EnquiryKind, { urgent: false }).problems.map(({ rule }) => rule)).toEqual([
    'conditions[0].when.question',
    'condition x'
  ]);
});

test('a rule that cannot be read, and a column that is no JSON, are problems of every outcome, not rules that do not apply', async () => {
  await load({ ...smallPack(), version: 'unreadable' });
  const { id } = await onSite();
  const typo = smallPack().conditions?.map((rule) => (rule.id === 'emergency' ? { ...rule, outcome: 'signposted' } : rule));
  for (const [conditions, path] of [
    [JSON.stringify(typo), 'conditions[0].outcome'],
    ['not JSON', 'conditions']
  ]) {
    await items('Protocols').getById(id).update({ Conditions: conditions });
    const { pack } = await onSite();
    const { problems } = outcomeOf(pack, kindOf(pack, 'casework') as EnquiryKind, { urgent: true });
    expect(problems.map(({ rule }) => rule)).toEqual([path]);
  }
  await items('Protocols').getById(id).update({ Roles: 'not JSON' });
  expect((await onSite()).pack.faults.map(({ at }) => at.join('.'))).toEqual(['roles', 'conditions']);
});

test('what is wrong in one kind hides nothing of another, and a column that cannot be read brings no other faults', async () => {
  await load({ ...smallPack(), version: 'two kinds' });
  const { id } = await onSite();
  await items('EnquiryKinds')
    .getById((await rowOf('EnquiryKinds', 'KindId', 'casework', id)).Id)
    .update({ Questions: 'not JSON' });
  await items('EnquiryKinds')
    .getById((await rowOf('EnquiryKinds', 'KindId', 'information', id)).Id)
    .update({ Clauses: '9.9' });
  await items('Protocols').getById(id).update({ Signposts: 'not JSON' });
  const faults = (await onSite()).pack.faults.map(({ at }) => at.join('.'));
  expect(faults.sort()).toEqual(['kinds.0.questions', 'kinds.1.clauses.0', 'signposts']);
});

test('owners give the default pack their council’s name, and load it again: it is the same version', async () => {
  const { pack } = readPackText(readFileSync(shipped('default'), 'utf8'));
  if (!pack) throw new Error('default');
  await load(pack);
  const { id } = await onSite();
  await items('Protocols').getById(id).update({ Council: 'Testshire Council', Version: '2026' });
  const before = (await rows('Protocols')).length;
  const { asked } = await load(pack);
  expect((await onSite()).id).toBe(id);
  expect(await rows('Protocols')).toHaveLength(before);
  expect(asked.map(({ detail }) => detail).sort()).toEqual(['Council', 'Version']);
});

test('a sixth council: its standards and what is no enquiry, with no change of code', async () => {
  const file = join(project, 'tests/fixtures/derbyshire-pack.json');
  expect((await run('--pack', file)).status).toBe(0);
  const { pack, standards } = await onSite();
  expect(pack.faults).toEqual([]);
  const closed = new Set((await rows('ClosureDays')).map(({ Day }) => String(Day).slice(0, 10)));
  // A Friday evening: the day ends at midnight here.
  expect(dueDates(new Date('2026-11-27T19:00:00Z'), standardOf({ standards }, 'enquiry'), (day) => closed.has(day))).toEqual({
    ...{ come: '2026-11-27', acknowledge: '2026-11-30', reply: '2026-12-11' }
  });
  const outcome = (kind: string, earlierReference: string | null): string =>
    outcomeOf(pack, kindOf(pack, kind) as EnquiryKind, { earlierReference }).kind;
  expect(outcome('enquiry', null)).toBe('go on');
  expect(outcome('complaint', null)).toBe('not an enquiry');
  expect(outcome('service-request', null)).toBe('not an enquiry');
  expect(outcome('service-request', 'AB12')).toBe('go on');
});

test('a pack written from the schema and the README alone: days, end of the day, Scottish holidays, what is no enquiry', async () => {
  expect((await run('--pack', join(project, 'tests/fixtures/strathmuir-pack.json'))).status).toBe(0);
  const { pack, standards } = await onSite();
  expect(pack.faults).toEqual([]);
  const closed = new Set(bankHolidaysOf('scotland').map(({ day }) => day));
  // Friday, half an hour after the day ended; Monday is St Andrew's Day.
  expect(dueDates(new Date('2026-11-27T17:00:00Z'), standardOf({ standards }, 'constituent'), (day) => closed.has(day))).toEqual({
    ...{ come: '2026-12-01', reply: '2026-12-08', extended: '2026-12-15' }
  });
  const of = (kind: string, answers: Answers): string =>
    outcomeOf(pack, kindOf(pack, kind) as EnquiryKind, { urgent: false, ...answers }).kind;
  expect(of('service-request', { earlierReference: null })).toBe('signpost');
  expect(of('service-request', { earlierReference: 'A1', forConstituent: false })).toBe('go on');
  expect(of('complaint', {})).toBe('signpost');
  expect(of('constituent', { forConstituent: true, authority: 'household', planning: false })).toBe('go on with advice');
}, 60_000);

test('a pack of another nation brings its bank holidays, and names those of the nation before', async () => {
  const { said } = await load({ ...smallPack(), version: 'scottish', nation: 'scotland' });
  expect((await rows('ClosureDays')).map(({ Title }) => Title)).toContain('St Andrew’s Day');
  expect(said.join('\n')).toMatch(
    /bank holidays of another nation; delete those on which the council works:\n {2}20\d\d-\d\d-\d\d, Easter Monday/
  );
});

test('npm run ask asks the current protocol of a site, best first, one line each', async () => {
  await run('--pack', shipped('uttlesford-2017'));
  const { status, output } = await runCommand('ask', [
    'can an officer come to our group meeting',
    '--site',
    site.server.siteUrl,
    '--as',
    people.member
  ]);
  expect(status).toBe(0);
  expect(output.split('\n')[0]).toBe('9.5 Officers at group meetings');
  expect((await runCommand('ask', ['who answers the press'])).output).toMatch(/^13\.1 /);
  expect((await runCommand('ask', ['xyzzy'])).output).toContain('Nothing found');
  expect((await runCommand('ask', [])).status).toBe(1);
}, 60_000);

test('everybody says for themselves what they have read, and sees nobody else’s; owners see by group who has not', async () => {
  const versions = await readVersions();
  const current = currentOf(versions);
  if (!current) throw new Error('none');
  const background = async (login: string, id: number): Promise<GuideBackground> =>
    readGuideBackground(site.server.as(login), sitePath, id, await idOf(login));
  const userId = await idOf(people.member);
  expect(await background(people.member, current.id)).toEqual({ isOwner: false, openCorrections: 0, canSay: true });
  await acknowledge(site.server.as(people.member), sitePath, { versionId: current.id, userId, title: 'Read' });
  expect((await background(people.member, current.id)).read).toBeInstanceOf(Date);
  expect((await background(people.officer, current.id)).read).toBeUndefined();
  expect(await site.server.as(people.officer).web.getList(`${sitePath}/Lists/ProtocolAcknowledgements`).items()).toEqual([]);
  const { groups } = await readReading(site.sp, sitePath, current.id);
  const members = groups.find(({ title }) => title === 'Memberlink Members');
  expect(members).toMatchObject({ all: 5, read: 1 });
  expect(members?.missing.map(({ name }) => name)).not.toContain('Amara Whitfield');
  // Another version has to be read anew.
  const other = versions.find(({ id }) => id !== current.id);
  expect((await background(people.member, other?.id ?? 0)).read).toBeUndefined();
});

test('somebody who says so in another’s name does not count for them', async () => {
  const current = currentOf(await readVersions());
  const officer = site.server.as(people.officer);
  const memberId = await idOf('t.haldane@wexcombe.example');
  await acknowledge(officer, sitePath, { versionId: current?.id ?? 0, userId: memberId, title: 'Read' });
  const { groups } = await readReading(site.sp, sitePath, current?.id ?? 0);
  expect(groups.find(({ title }) => title === 'Memberlink Members')?.missing.map(({ name }) => name)).toContain('Tom Haldane');
});

test('members and officers may read the protocol and change nothing of it', async () => {
  for (const login of [people.member, people.officer])
    for (const list of ['Protocols', 'ProtocolClauses', 'EnquiryKinds']) {
      const own = site.server.as(login).web.getList(`${sitePath}/Lists/${list}`).items;
      expect((await own.top(1)<{ Id: number }[]>()).length).toBe(1);
      await expect(own.add({ Title: 'x' })).rejects.toThrow();
      const [{ Id }] = (await own.top(1)<{ Id: number }[]>()) as [{ Id: number }];
      await expect(own.getById(Id).update({ Title: 'x' })).rejects.toThrow();
    }
});
