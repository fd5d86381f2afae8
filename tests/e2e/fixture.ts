import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test as base, type Page } from '@playwright/test';
import { sampleCouncil, sampleSources } from '../../sharepoint/commands/paths';
import { loadSampleProtocols } from '../../sharepoint/commands/sample-protocols';
import { provision } from '../../sharepoint/provisioning/provision';
import { runCommand } from '../support/command';
import { people, project, TestServer, type TestServerOptions } from '../support/server';

/** What every end-to-end test gets: a server of its worker's own with the sample council, and a page that is watched. */
interface Fixtures {
  /** Signs in on the page and opens an address of the site. */
  open: (path: string, login?: string) => Promise<void>;
  /** Everything that should not happen on any page, and did. */
  faults: string[];
}
interface WorkerFixtures {
  server: TestServer;
}

/** The package alone, where nothing of its build is beside it. */
export function packageAlone(): { folder: string; file: string } {
  const folder = mkdtempSync(join(tmpdir(), 'memberlink-package-'));
  const file = join(folder, 'memberlink.sppkg');
  copyFileSync(join(project, 'sharepoint/solution/memberlink.sppkg'), file);
  return { folder, file };
}

/** Imports the sample council as npm start does. */
async function importSample(server: TestServer): Promise<void> {
  for (const { council, ...sources } of sampleSources) {
    const files = Object.entries(sources).flatMap(([option, name]) => [`--${option}`, join(sampleCouncil, String(name))]);
    const { status, output } = await runCommand('import', [...files, ...(council ? ['--council', council] : []), '--site', server.siteUrl]);
    if (status !== 0) throw new Error(output);
  }
}

export async function signIn(page: Page, server: TestServer, login: string): Promise<void> {
  await page.goto(`${server.origin}/_local/sign-in`);
  await page.locator(`button[value="${login}"]`).click();
}

/** A server with the built package and the sample council, for as long as it is used. */
export async function withSampleCouncil(use: (server: TestServer) => Promise<void>, options: TestServerOptions = {}): Promise<void> {
  const { folder, file } = packageAlone();
  const server = await TestServer.start({ packages: [file], ...options });
  await provision(server.as(people.owner), () => undefined);
  await importSample(server);
  const failures = await loadSampleProtocols({ sp: server.as(people.owner), sitePath: '/sites/members' }, () => undefined);
  if (failures[0]) throw new Error(failures[0].reason);
  await use(server);
  await server.stop();
  rmSync(folder, { recursive: true });
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  server: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads which fixtures are used from the pattern.
    async ({}, use) => withSampleCouncil(use),
    { scope: 'worker' }
  ],
  faults: async ({ page, server }, use) => {
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
    page.on('console', (message) => message.type() === 'error' && faults.push(`console: ${message.text()}`));
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(`${server.origin}/`) && !url.startsWith('data:') && !url.startsWith('blob:')) faults.push(`request to ${url}`);
    });
    await use(faults);
  },
  open: async ({ page, server, faults }, use) => {
    await use(async (path, login = people.officer) => {
      await signIn(page, server, login);
      await page.goto(`${server.siteUrl}${path}`);
    });
    expect(faults).toEqual([]);
  }
});

/** No violation of WCAG 2.2 A and AA. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}

/** Nothing is wider than the screen. */
export async function expectNoSidewaysScrolling(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
}

export { expect };
