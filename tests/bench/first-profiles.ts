import { chromium, type Browser, type Page } from '@playwright/test';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { provision } from '../../sharepoint/provisioning/provision';
import { ensureBrowser } from '../support/browser';
import { runCommand } from '../support/command';
import { people, project, TestServer } from '../support/server';

/** What it takes until the first profiles stand on the screen, measured in Chromium with the built package. */

interface Measured {
  /** The package's own scripts with all chunks that were loaded, gzipped, in bytes. */
  scripts: number;
  /** REST and Graph, digests included, pictures not. */
  requests: number;
  /** From navigation to the first profile, in milliseconds. */
  milliseconds: number;
}

const runs = 7;
const firstProfile = '[data-alias="MemberProfiles"] li h3';

async function measure(page: Page, server: TestServer): Promise<Measured> {
  let scripts = 0;
  let requests = 0;
  const sizes: Promise<void>[] = [];
  page.removeAllListeners('request');
  page.removeAllListeners('response');
  page.on('request', (request) => {
    if (/\/_api\/|\/_api$|\/v1\.0\/|\/beta\//.test(new URL(request.url()).pathname)) requests += 1;
  });
  page.on('response', (response) => {
    if (!response.url().includes('/ClientSideAssets/')) return;
    sizes.push(
      response.body().then((body) => {
        scripts += gzipSync(body, { level: 9 }).length;
      })
    );
  });
  const start = performance.now();
  await page.goto(`${server.siteUrl}/SitePages/Members.aspx`, { waitUntil: 'commit' });
  await page.locator(firstProfile).first().waitFor();
  const milliseconds = performance.now() - start;
  await Promise.all(sizes);
  return { scripts, requests, milliseconds };
}

const median = (numbers: number[]): number => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;

/** A visit with an empty cache, and one after it. */
async function visits(browser: Browser, server: TestServer): Promise<{ first: Measured; second: Measured }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${server.origin}/_local/sign-in`);
  await page.locator(`button[value="${people.officer}"]`).click({ noWaitAfter: true });
  await page.waitForURL((url) => !url.pathname.includes('sign-in'));
  const cache = await context.newCDPSession(page);
  await cache.send('Network.clearBrowserCache');
  const first = await measure(page, server);
  const second = await measure(page, server);
  await context.close();
  return { first, second };
}

function row(name: string, values: Measured[]): string[] {
  const last = values[values.length - 1];
  return [
    name,
    `${((last?.scripts ?? 0) / 1024).toFixed(1)} KB`,
    String(last?.requests ?? 0),
    `${Math.round(median(values.map(({ milliseconds }) => milliseconds)))} ms`
  ];
}

/** Measures both visits and answers the table. */
export async function firstProfiles(): Promise<string[][]> {
  const folder = mkdtempSync(join(tmpdir(), 'memberlink-bench-'));
  const file = join(folder, 'memberlink.sppkg');
  copyFileSync(join(project, 'sharepoint/solution/memberlink.sppkg'), file);
  const server = await TestServer.start({ packages: [file] });
  const browser = await chromium.launch({
    executablePath: ensureBrowser(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking']
  });
  try {
    await provision(server.as(people.owner), () => undefined);
    const imported = await runCommand('import', [
      '--from',
      join(project, 'sharepoint/sample-council/moderngov.xml'),
      '--site',
      server.siteUrl
    ]);
    if (imported.status !== 0) throw new Error(imported.output);
    await visits(browser, server);
    const measured = [];
    for (let run = 0; run < runs; run += 1) measured.push(await visits(browser, server));
    return [
      ['Until the first profiles', 'JavaScript (gzip)', 'Requests', `Time (median of ${runs})`],
      row(
        'first visit, 42 members',
        measured.map(({ first }) => first)
      ),
      row(
        'second visit, 42 members',
        measured.map(({ second }) => second)
      )
    ];
  } finally {
    await browser.close();
    await server.stop();
    rmSync(folder, { recursive: true });
  }
}
