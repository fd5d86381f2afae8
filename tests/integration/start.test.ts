import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/webs';
import { sharePoint } from '../../sharepoint/commands/connect';
import { people, project } from '../support/server';

/** npm start, as somebody types it. The package was built before the tests began. */

/** 42 who serve and three who did before. */
const sampleMembers = 45;

const children: ChildProcess[] = [];
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'memberlink-start-'));
});
afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode === null && child.signalCode === null) {
      await new Promise((done) => {
        child.once('exit', done);
        child.kill('SIGTERM');
      });
    }
  }
  rmSync(folder, { recursive: true });
});

interface Started {
  output: string;
  /** Address of the site, if it came up. */
  site: string | undefined;
  status: number | null;
}

const start = (...parameters: string[]): Promise<Started> =>
  new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', '--import', 'tsx', join(project, 'sharepoint/commands/start.ts'), ...parameters],
      {
        cwd: project,
        stdio: ['ignore', 'pipe', 'pipe']
      }
    );
    children.push(child);
    let output = '';
    const collect = (data: Buffer): void => {
      output += data.toString();
      const site = /Memberlink is ready at (\S+)/.exec(output)?.[1];
      if (site !== undefined) resolve({ output, site, status: null });
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('error', reject);
    child.once('close', (status) => resolve({ output, site: undefined, status }));
  });

const rowCount = async (site: string | undefined, list: string): Promise<number> => {
  const sp = sharePoint(String(site), async () => `local:${people.owner}`);
  return (await sp.web.getList(`/sites/members/Lists/${list}`).select('ItemCount')<{ ItemCount: number }>()).ItemCount;
};
const memberCount = (site: string | undefined): Promise<number> => rowCount(site, 'Members');

test('loads the sample council once and keeps the data; the second start does not load it again', async () => {
  const first = await start('--port', '0', '--data', folder);
  expect(first.output).toContain('Loading the sample council');
  expect(await memberCount(first.site)).toBe(sampleMembers);
  // The default pack, and the version before it.
  expect(await rowCount(first.site, 'Protocols')).toBe(2);
  expect(await rowCount(first.site, 'EnquiryKinds')).toBe(14);
  const sp = sharePoint(String(first.site), async () => `local:${people.owner}`);
  await sp.web.getList('/sites/members/Lists/Members').items.getById(1).delete();
  children[0]?.kill('SIGKILL');
  await new Promise((done) => children[0]?.once('exit', done));
  const second = await start('--port', '0', '--data', folder);
  expect(second.output).not.toContain('Loading the sample council');
  expect(await memberCount(second.site)).toBe(sampleMembers - 1);
});

test('a first start that was killed is finished by the next', async () => {
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      '--import',
      'tsx',
      join(project, 'sharepoint/commands/start.ts'),
      '--port',
      '0',
      '--data',
      folder
    ],
    { cwd: project, stdio: 'ignore' }
  );
  const database = join(folder, 'sharepoint.sqlite');
  while (!existsSync(database)) await new Promise((done) => setTimeout(done, 5));
  child.kill('SIGKILL');
  await new Promise((done) => child.once('exit', done));
  expect(await memberCount((await start('--port', '0', '--data', folder)).site)).toBe(sampleMembers);
});

test('--empty makes lists and groups without members and protocol, for good; --reset begins again', async () => {
  const empty = await start('--port', '0', '--data', folder, '--empty');
  expect(await memberCount(empty.site)).toBe(0);
  expect(await rowCount(empty.site, 'Protocols')).toBe(0);
  const accounts = (await (await fetch(new URL('/_local/accounts', empty.site))).json()) as { groups: string[] }[];
  const inGroup = (title: string): number => accounts.filter(({ groups }) => groups.includes(`Memberlink ${title}`)).length;
  expect(inGroup('Members')).toBeGreaterThanOrEqual(4);
  expect(inGroup('Liaison Officers')).toBeGreaterThanOrEqual(2);
  for (const title of ['Member Support', 'Enquiry Handlers', 'Restricted Enquiries', 'Owners'])
    expect(inGroup(title)).toBeGreaterThanOrEqual(1);
  expect(accounts.filter(({ groups }) => groups.length === 0).length).toBeGreaterThanOrEqual(1);
  children[0]?.kill('SIGTERM');
  await new Promise((done) => children[0]?.once('exit', done));
  const again = await start('--port', '0', '--data', folder);
  expect(await memberCount(again.site)).toBe(0);
  children[1]?.kill('SIGTERM');
  await new Promise((done) => children[1]?.once('exit', done));
  expect(await memberCount((await start('--port', '0', '--data', folder, '--reset')).site)).toBe(sampleMembers);
});

test('two servers do not share their data, and --reset does not empty what is in use', async () => {
  await start('--port', '0', '--data', folder, '--empty');
  const inUse = expect.stringMatching(/is in use by another server \(process \d+\)/) as string;
  expect(await start('--port', '0', '--data', folder)).toMatchObject({ status: 1, output: inUse });
  expect(await start('--port', '0', '--data', folder, '--reset')).toMatchObject({ status: 1, output: inUse });
});

test('a port that is in use, and options that are wrong, are named', async () => {
  const other = createServer();
  await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
  const { port } = other.address() as { port: number };
  expect(await start('--port', String(port), '--data', folder)).toMatchObject({
    status: 1,
    output: expect.stringContaining(`Port ${port} is in use.`) as string
  });
  await new Promise((done) => other.close(done));
  expect(await start('--port', 'eighty', '--data', folder)).toMatchObject({
    status: 1,
    output: expect.stringContaining('"eighty" is not a port number') as string
  });
  expect(await start('--prot', '1')).toMatchObject({ status: 1, output: expect.stringContaining('Usage: npm start') as string });
});

test('a package that is none, and a folder that is not ours to empty, are refused', async () => {
  const file = join(folder, 'none.sppkg');
  writeFileSync(file, 'not a zip');
  expect(await start('--port', '0', '--data', join(folder, 'data'), '--package', file)).toMatchObject({
    status: 1,
    output: expect.stringContaining('is not a SharePoint package') as string
  });
  expect(await start('--port', '0', '--data', folder, '--reset')).toMatchObject({
    status: 1,
    output: expect.stringContaining('It was not emptied.') as string
  });
});
