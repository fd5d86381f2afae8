import { createServer, type Server } from 'node:http';
import { mkdtempSync, readFileSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import '@pnp/sp/fields';
import '@pnp/sp/files';
import '@pnp/sp/folders';
import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/webs';
import { portrait } from '../../sharepoint/sample-council/portrait';
import { provision } from '../../sharepoint/provisioning/provision';
import { runCommand, type CommandResult } from '../support/command';
import { councillors, feedXml, type FixtureCouncillor } from '../support/feed';
import { people, project, TestServer } from '../support/server';

let server: TestServer;
let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'memberlink-import-'));
  server = await TestServer.start();
  await provision(server.as(people.owner), () => undefined);
});
afterEach(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

interface Row {
  Id: number;
  Title: string;
  Status: string;
  Party: string | null;
  Phone: string | null;
  ModernGovId: string | null;
  Ward: { Title: string } | null;
  Photo: { Url: string } | null;
  'odata.etag': string;
}

const rows = async (): Promise<Row[]> =>
  server.as(people.owner).web.getList('/sites/members/Lists/Members').items.select('*', 'Ward/Title').expand('Ward').top(5000)();
const wards = async (): Promise<{ Title: string; Vacancies: number }[]> =>
  server.as(people.owner).web.getList('/sites/members/Lists/Wards').items.top(5000)();

const write = (name: string, contents: string): string => {
  const file = join(folder, name);
  writeFileSync(file, contents);
  return file;
};
const importFrom = (from: string, ...more: string[]): Promise<CommandResult> =>
  runCommand('import', ['--from', from, '--site', server.siteUrl, ...more]);

const council = (change: (people: FixtureCouncillor[]) => FixtureCouncillor[] = (all) => all): string =>
  feedXml({ Castle: change(councillors()), Mill: [{ id: '900', name: 'Vacant seat' }] });

test('the sample council comes in whole, with photographs; the second time nothing changes', async () => {
  const sample = join(project, 'sharepoint/sample-council/moderngov.xml');
  const first = await importFrom(sample);
  expect(first).toMatchObject({
    status: 0,
    output: expect.stringContaining('42 added, 0 changed, 0 left, 0 unchanged, 0 skipped.') as string
  });
  expect(first.output).toContain('Photographs: 40 new, 0 unchanged, 0 not to be had.');
  const imported = await rows();
  expect(imported).toHaveLength(42);
  expect(imported.find(({ Title }) => Title === 'Tom Haldane')).toMatchObject({
    Party: 'Conservative',
    Ward: { Title: 'Castle' },
    CabinetRoles: 'Leader of the Council\nCabinet Member for Regeneration and Growth',
    Email: 't.haldane@wexcombe.example',
    Phone: '01632 960404',
    TermStart: '2024-05-01T23:00:00Z',
    Status: 'Serving',
    Photo: { Url: '/sites/members/MemberPhotos/1004.png' }
  });
  expect(await wards()).toHaveLength(16);
  expect((await wards()).reduce((sum, { Vacancies }) => sum + Vacancies, 0)).toBe(1);
  expect(JSON.stringify(imported)).not.toMatch(/Example Street|ZZ9 9ZZ|01632 961|07700 900/);
  const second = await importFrom(sample);
  expect(second.output).toContain('0 added, 0 changed, 0 left, 42 unchanged, 0 skipped.');
  expect(second.output).toContain('Nothing to change.');
  expect((await rows()).map((row) => row['odata.etag'])).toEqual(imported.map((row) => row['odata.etag']));
});

test('every sample account that is a member has a row with the e-mail address of the account', async () => {
  await importFrom(join(project, 'sharepoint/sample-council/moderngov.xml'));
  const emails = (await rows()).map((row) => (row as unknown as { Email: string }).Email);
  const accounts = JSON.parse(readFileSync(join(project, 'sharepoint/sample-council/accounts.json'), 'utf8')) as {
    email: string;
    groups: string[];
  }[];
  const members = accounts.filter(({ groups }) => groups.includes('Memberlink Members'));
  expect(members.length).toBeGreaterThanOrEqual(4);
  for (const { email } of members) expect(emails).toContain(email);
});

test('who left is kept as former, who changed is changed, and nobody else is touched', async () => {
  await importFrom(write('a.xml', council()));
  const before = await rows();
  const after = await importFrom(
    write(
      'b.xml',
      council(([first, second, ...others]) => [{ ...(second as FixtureCouncillor), phone: '01632 960888' }, ...others])
    )
  );
  expect(after.output).toContain('0 added, 1 changed, 1 left, 10 unchanged, 0 skipped.');
  expect(after.output).toContain('Sam Baker: phone: 01632 960101 → 01632 960888');
  const now = await rows();
  expect(now).toHaveLength(12);
  expect(now.find(({ ModernGovId }) => ModernGovId === '100')).toMatchObject({ Status: 'Former' });
  expect(now.find(({ ModernGovId }) => ModernGovId === '101')).toMatchObject({ Phone: '01632 960888' });
  const untouched = (list: Row[]): string[] => list.filter(({ ModernGovId }) => Number(ModernGovId) > 101).map((row) => row['odata.etag']);
  expect(untouched(now)).toEqual(untouched(before));
});

test('a dry run says what would change and writes nothing', async () => {
  const result = await importFrom(write('a.xml', council()), '--dry-run');
  expect(result).toMatchObject({ status: 0, output: expect.stringContaining('12 added') as string });
  expect(result.output).toContain('This was a dry run: nothing was written.');
  expect(await rows()).toEqual([]);
  expect(await wards()).toEqual([]);
});

test('owners extend the table of parties', async () => {
  const parties = server.as(people.owner).web.getList('/sites/members/Lists/Parties');
  await parties.items.add({ Title: 'Wexcombe First', Spellings: 'WF\nFirst for Wexcombe', Colour: '#123456' });
  await importFrom(
    write(
      'a.xml',
      council(([first, ...others]) => [{ ...(first as FixtureCouncillor), party: 'first for wexcombe' }, ...others])
    )
  );
  expect((await rows()).find(({ ModernGovId }) => ModernGovId === '100')).toMatchObject({ Party: 'Wexcombe First' });
});

test.each([
  [
    'an HTML page',
    '<!DOCTYPE html><html><head><title>Request Rejected</title></head><body></body></html>',
    /is an HTML page with the title "Request Rejected"/
  ],
  ['a truncated file', council().slice(0, 4000), /is damaged or cut off/],
  ['few members', feedXml({ Castle: councillors(3) }), /The feed has 3 members/],
  [
    'another council',
    feedXml({ Castle: councillors().map((one) => ({ ...one, name: `Pat X${one.name.split(' ').pop()}` })) }),
    /looks like the feed of another council/
  ]
])('%s: a clear error, status 1, nothing written', async (_what, contents, message) => {
  await importFrom(write('good.xml', council()));
  const before = await rows();
  const result = await importFrom(write('bad.xml', contents));
  expect(result.status).toBe(1);
  expect(result.output).toMatch(message);
  expect(result.output).toContain('Nothing was written.');
  expect(result.output).not.toMatch(/^\s+at /m);
  expect(await rows()).toEqual(before);
});

test('--force takes a short feed all the same', async () => {
  const result = await importFrom(write('short.xml', feedXml({ Castle: councillors(3) })), '--force');
  expect(result).toMatchObject({ status: 0, output: expect.stringContaining('3 added') as string });
});

test('a missing list, a missing file and a site without rights are named', async () => {
  expect(await importFrom(join(folder, 'nowhere.xml'))).toMatchObject({
    status: 1,
    output: expect.stringContaining('There is no file') as string
  });
  const file = write('a.xml', council());
  expect(await importFrom(file, '--as', people.officer)).toMatchObject({
    status: 1,
    output: expect.stringContaining('denied access') as string
  });
  expect(await rows()).toEqual([]);
  await server.as(people.owner).web.getList('/sites/members/Lists/Parties').delete();
  expect(await importFrom(file)).toMatchObject({
    status: 1,
    output: expect.stringContaining('The list Parties is not there. Run "npm run provision"') as string
  });
});

test.each<[string, BufferEncoding | 'cp1252']>([
  ['in UTF-8', 'utf8'],
  ['in Windows-1252 that says UTF-8', 'cp1252']
])('a file %s keeps its letters', async (_what, encoding) => {
  const text = feedXml({ Ynys: councillors().map((one, index) => (index === 0 ? { ...one, name: 'Councillor Siân Môn' } : one)) });
  const file = join(folder, 'encoded.xml');
  writeFileSync(file, Buffer.from(text, encoding === 'cp1252' ? 'latin1' : encoding));
  await importFrom(file);
  expect((await rows()).find(({ ModernGovId }) => ModernGovId === '100')?.Title).toBe('Siân Môn');
});

test("another council's feed with --force turns nobody into another person", async () => {
  await importFrom(write('a.xml', council()));
  const others = feedXml({ Elsewhere: councillors().map((one) => ({ ...one, name: `Kit X${one.name.split(' ').pop()}`, email: '' })) });
  const result = await importFrom(write('b.xml', others), '--force');
  expect(result).toMatchObject({ status: 0, output: expect.stringContaining('12 added, 0 changed, 12 left') as string });
  const all = await rows();
  expect(all).toHaveLength(24);
  expect(
    all.filter(({ Status }) => Status === 'Former').every(({ Title, ModernGovId }) => Title.startsWith('Sam') && ModernGovId === null)
  ).toBe(true);
});

test('two imports at the same time make nobody and no ward twice', async () => {
  const file = write('a.xml', council());
  await Promise.all([importFrom(file), importFrom(file)]);
  await importFrom(file);
  expect((await rows()).map(({ ModernGovId, Ward }) => `${ModernGovId} ${Ward?.Title}`).sort()).toEqual(
    councillors()
      .map(({ id }) => `${id} Castle`)
      .sort()
  );
  expect((await wards()).map(({ Title }) => Title).sort()).toEqual(['Castle', 'Mill']);
  expect((await importFrom(file)).output).toContain('Nothing to change.');
});

test('help is printed, a site that is none is named', async () => {
  expect(await runCommand('import', ['--help'])).toMatchObject({
    status: 0,
    output: expect.stringContaining('Usage: npm run import') as string
  });
  const nowhere = await runCommand('import', ['--from', write('a.xml', council()), '--site', `${server.origin}/sites/nope`]);
  expect(nowhere).toMatchObject({ status: 1, output: expect.stringContaining('There is no SharePoint site at') as string });
});

describe('over HTTP', () => {
  let website: Server;
  let address: string;
  const requests: string[] = [];
  let feed = '';
  beforeEach(async () => {
    requests.length = 0;
    website = createServer((request, response) => {
      requests.push(String(request.url));
      if (request.url === '/mgWebService.asmx/GetCouncillorsByWard') response.setHeader('content-type', 'text/xml').end(feed);
      else if (request.url?.startsWith('/photo/')) response.end(portrait(Number(request.url.split('/')[2])));
      else if (request.url === '/page.jpg') response.setHeader('content-type', 'image/jpeg').end('<html>not a picture</html>');
      else response.writeHead(404).end();
    });
    await new Promise<void>((done) => website.listen(0, '127.0.0.1', done));
    address = `http://127.0.0.1:${(website.address() as AddressInfo).port}`;
  });
  afterEach(() => new Promise((done) => website.close(done)));

  test("a council's address is enough; photographs may be relative, missing or broken without harm", async () => {
    feed = council((all) =>
      all.map((one, index) => ({
        ...one,
        photo:
          index < 6 ? `/photo/${index}` : index === 6 ? '/page.jpg' : index === 7 ? 'file:///etc/passwd' : `${address}/gone/${index}.jpg`
      }))
    );
    const result = await importFrom(address);
    expect(result).toMatchObject({
      status: 0,
      output: expect.stringContaining('Photographs: 6 new, 0 unchanged, 6 not to be had.') as string
    });
    expect(result.output).toContain('what came is not a picture');
    expect((await rows()).filter(({ Photo }) => Photo !== null)).toHaveLength(6);
    const second = await importFrom(`${address}/`);
    expect(second.output).toContain('Photographs: 0 new, 6 unchanged');
    expect(second.output).toContain('Nothing to change.');
  });

  test('a host that fails three times is left alone', async () => {
    feed = council((all) => all.map((one, index) => ({ ...one, photo: `/gone/${index}.jpg` })));
    const result = await importFrom(address);
    expect(result.status).toBe(0);
    // Eight are under way at once when the third fails; none is begun after that.
    expect(requests.filter((url) => url.startsWith('/gone/')).length).toBeLessThan(12);
    expect(result.output).toContain('failed 3 times and was left alone');
  });

  test('a few missing pictures do not cost the others theirs', async () => {
    feed = council((all) => all.map((one, index) => ({ ...one, photo: index % 2 === 0 ? `/photo/${index}` : `/gone/${index}.jpg` })));
    expect((await importFrom(address)).output).toContain('Photographs: 6 new, 0 unchanged, 6 not to be had.');
  });

  test('a picture that is too large, and one inside of another network, are refused', async () => {
    website.removeAllListeners('request');
    website.on('request', (request, response) => {
      if (request.url?.startsWith('/huge')) response.end(Buffer.alloc(11 * 1024 * 1024));
      else if (request.url === '/away') response.writeHead(302, { location: 'http://169.254.169.254/latest' }).end();
      else response.end(feed);
    });
    feed = council((all) =>
      all.map((one, index) => ({ ...one, photo: index === 0 ? '/huge' : index === 1 ? '/away' : 'http://10.0.0.1/x.jpg' }))
    );
    const { output } = await importFrom(address);
    expect(output).toContain('it is larger than 10 MB');
    expect(output).toContain('its address is inside of this network: 169.254.169.254');
    expect(output).toContain('its address is inside of this network: 10.0.0.1');
  });

  test('a photograph that was replaced at its address is fetched again', async () => {
    feed = council((all) => all.map((one) => ({ ...one, photo: '/photo/1' })));
    await importFrom(address);
    website.removeAllListeners('request');
    website.on('request', (request, response) => response.end(request.url?.startsWith('/photo/') ? portrait(2) : feed));
    expect((await importFrom(address)).output).toContain('Photographs: 12 new, 0 unchanged, 0 not to be had.');
  });
});

test('pictures beside a feed are read, those elsewhere on this computer are not', async () => {
  mkdirSync(join(folder, 'feed'));
  writeFileSync(join(folder, 'secret.png'), portrait(1));
  writeFileSync(join(folder, 'feed/mine.png'), portrait(1));
  const result = await importFrom(
    write(
      'feed/a.xml',
      council((all) => all.map((one, index) => ({ ...one, photo: index === 0 ? 'mine.png' : '../secret.png' })))
    )
  );
  expect(result.output).toContain('Photographs: 1 new, 0 unchanged, 11 not to be had.');
  expect(result.output).toContain('outside of the folder of the feed');
});

test('SIGKILL during an import: after a restart and a second import the lists are exactly right', async () => {
  const data = join(folder, 'data');
  const large = feedXml(
    Object.fromEntries(
      Array.from({ length: 40 }, (_, ward) => [
        `Ward ${ward}`,
        Array.from({ length: 5 }, (__, seat) => ({
          id: String(1 + ward * 5 + seat),
          name: `Councillor Sam Able${ward}x${seat}`,
          party: 'Labour'
        }))
      ])
    )
  );
  const file = write('large.xml', large);
  await server.stop();
  server = await TestServer.start({ dataFolder: data });
  const port = Number(new URL(server.siteUrl).port);
  await provision(server.as(people.owner), () => undefined);
  let killed: Promise<void> | undefined;
  const interrupted = await runCommand('import', ['--from', file, '--site', server.siteUrl], (output) => {
    // After some members are in and before all are.
    if (/Writing: (9|1[0-9])\d of/.test(output)) killed ??= server.stop('SIGKILL');
  });
  expect(killed).toBeDefined();
  await killed;
  expect(interrupted.status).toBe(1);
  expect(interrupted.output).toContain('Run the command again: it goes on where it stopped.');
  server = await TestServer.start({ dataFolder: data, port });
  const half = (await rows()).length;
  expect(half).toBeGreaterThan(0);
  expect(half).toBeLessThan(200);
  expect(await importFrom(file)).toMatchObject({
    status: 0,
    output: expect.stringContaining(`${200 - half} added, 0 changed, 0 left, ${half} unchanged`) as string
  });
  const all = await rows();
  expect(all.map(({ ModernGovId }) => Number(ModernGovId)).sort((a, b) => a - b)).toEqual(
    Array.from({ length: 200 }, (_, index) => index + 1)
  );
  expect(await wards()).toHaveLength(40);
  expect((await importFrom(file)).output).toContain('Nothing to change.');
});
