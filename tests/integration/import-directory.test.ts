import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/webs';
import { provision } from '../../sharepoint/provisioning/provision';
import { sampleCouncil } from '../../sharepoint/commands/paths';
import { runCommand } from '../support/command';
import { people } from '../support/server';
import { withServer } from '../support/with-server';

/** npm run import -- --services --officers, and npm run find against what it wrote. */

const site = withServer();
const sample = (name: string): string => join(sampleCouncil, name);
const run = (...options: string[]): ReturnType<typeof runCommand> => runCommand('import', [...options, '--site', site.server.siteUrl]);
const rows = (name: string): Promise<Record<string, unknown>[]> => site.sp.web.getList(`/sites/members/Lists/${name}`).items.top(1000)();
const both = ['--services', sample('services.csv'), '--officers', sample('officers.csv')];

beforeAll(async () => {
  await provision(site.sp, () => undefined);
}, 60_000);

test('a dry run writes nothing; the import writes all; a second one changes nothing', async () => {
  expect((await run(...both, '--dry-run')).status).toBe(0);
  expect(await rows('Officers')).toEqual([]);
  const first = await run(...both);
  expect(first.output).toContain('Services: 32 added');
  expect(first.output).toContain('Officers: 220 added');
  expect(first.status).toBe(0);
  const officers = await rows('Officers');
  expect(new Set(officers.map(({ Seniority }) => Seniority)).size).toBe(5);
  expect(officers.filter(({ Role, Profile, Photo }) => Role && Profile && Photo).length).toBeGreaterThanOrEqual(30);
  expect(officers.filter(({ CoverId }) => CoverId !== null).length).toBeGreaterThan(3);
  expect((await rows('Services')).every(({ HeadOfServiceId, DirectorId }) => HeadOfServiceId && DirectorId)).toBe(true);
  const second = await run(...both);
  expect(second.output).toContain('Services: 0 added, 0 changed, 32 unchanged');
  expect(second.output).toContain('Officers: 0 added, 0 changed, 220 unchanged');
  expect(second.output).toContain('Heads of services: 0 changed');
  expect(second.output).not.toMatch(/Cover: \d/);
}, 120_000);

test('bad lines are named, the others go in, and details without a column stay', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'memberlink-officers-'));
  const file = join(folder, 'officers.csv');
  writeFileSync(
    file,
    'Name,E-mail,Job,Covered by\nPriya Raman,p.raman@wexcombe.example,Streets Manager,p.raman@wexcombe.example\nNobody,nowhere,,\nNew Person,n.person@wexcombe.example,Clerk,\n'
  );
  const { status, output } = await run('--officers', file);
  rmSync(folder, { recursive: true });
  expect(status).toBe(0);
  expect(output).toContain('line 3: "nowhere" is not an e-mail address');
  expect(output).toContain('who covers for Priya Raman stays as it is');
  expect(output).toMatch(/219 officers of the list that the file does not have/);
  const [raman] = (await rows('Officers')).filter(({ Title }) => Title === 'Priya Raman');
  expect(raman).toMatchObject({ JobTitle: 'Streets Manager', Role: 'Liaison officer' });
  expect(raman?.Profile).toBeTruthy();
});

test('who may not write the lists is told before anything is written', async () => {
  const { status, output } = await run(...both, '--as', people.member);
  expect(status).toBe(1);
  expect(output).toContain('Nothing was written.');
});

test('npm run find answers from the site, and from the sample without one', async () => {
  for (const options of [['--site', site.server.siteUrl, '--as', people.member], []]) {
    const { status, output } = await runCommand('find', ['missed bin', ...options]);
    expect(status).toBe(0);
    expect(output.trim().split('\n')[0]).toMatch(/^Waste and recycling \| missed bin.* \| .+, 01632 96\d{4}$/);
  }
  const nothing = await runCommand('find', []);
  expect([nothing.status, nothing.output]).toEqual([1, expect.stringContaining('Say what you look for')]);
});
