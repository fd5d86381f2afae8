import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, CDPSession, Page } from '@playwright/test';
import type { TestServer } from '../support/server';

/** What one visit of a page took. Times are in milliseconds from the start of the navigation, sizes in bytes. */
export interface Visit {
  /** The package's own scripts with all chunks that came over the network, gzipped. */
  scripts: number;
  /** What REST and Graph answered, gzipped. */
  data: number;
  /** REST and Graph requests, digests included. */
  requests: number;
  /** What of these had come when the first thing that was waited for was painted: bytes of scripts and data together, and requests. */
  before: { bytes: number; requests: number };
  /** Until the first thing that was waited for is painted. */
  first: number;
  /** Until the text of the web part stands and its requests have ended. */
  settled: number;
  /** Every key's time until the frame that answers it. */
  keys: number[];
}

/** What is looked at on the page. */
export interface Subject {
  /** Address below the site. */
  path: string;
  /** The web part's alias. */
  alias: string;
  /** What is waited for first, below the web part; without it any text. */
  first?: string;
  /** What is typed into its search; without it what people look for among members. */
  words?: readonly string[];
}

/** Nothing changed and nothing was asked for this long: it stands. */
const quiet = 700;
const patience = 30_000;
/** Names, wards, parties, bodies and skills, some with a slip, as somebody types them. */
const typed = ['haldane', 'planing comittee', 'labour hill', "o'rourke", 'sign langauge', 'zz'];

const isData = (url: string): boolean => /\/_api(?:\/|$)|\/v1\.0\/|\/beta\//.test(new URL(url).pathname);

interface Watched {
  __first: number | undefined;
  __changed: number;
  __keys: number[];
}

/**
 * Runs in the page before its scripts: notes when the first thing and when the last text was painted. A frame that was
 * asked for runs before the paint, and a message sent from it after.
 */
function watch({ alias, first }: { alias: string; first: string | undefined }): void {
  const page = window as unknown as Watched;
  page.__first = undefined;
  page.__changed = 0;
  page.__keys = [];
  const part = `[data-alias="${alias}"]`;
  const afterPaint = (then: (time: number) => void): void => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => then(performance.now());
      port2.postMessage(undefined);
    });
  };
  let text = '';
  let seen = false;
  new MutationObserver(() => {
    const now = document.querySelector(part)?.textContent ?? '';
    if (now === text) return;
    text = now;
    const isFirst = !seen && (first === undefined ? now.trim() !== '' : document.querySelector(`${part} ${first}`) !== null);
    seen ||= isFirst;
    afterPaint((time) => {
      page.__changed = time;
      if (isFirst) page.__first = time;
    });
  }).observe(document, { childList: true, characterData: true, subtree: true });
}

async function untilQuiet(page: Page, isBusy: () => boolean): Promise<number> {
  const end = Date.now() + patience;
  for (;;) {
    const { now, changed } = await page.evaluate(() => ({ now: performance.now(), changed: (window as unknown as Watched).__changed }));
    if (!isBusy() && changed > 0 && now - changed > quiet) return changed;
    if (Date.now() > end) return changed || NaN;
    await page.waitForTimeout(100);
  }
}

/** Types words into the web part's first field for text, one key after the other, each once the last was answered. */
async function typeWords(page: Page, { alias, words = typed }: Subject): Promise<number[]> {
  const field = page.locator(`[data-alias="${alias}"]`).locator('input[type="search"], input[type="text"], input:not([type])').first();
  if ((await field.count()) === 0) return [];
  await field.focus();
  await page.evaluate(() => {
    document.addEventListener(
      'keydown',
      ({ key }) => {
        // What empties the field between two words is no letter.
        if (key === 'Delete') return;
        const start = performance.now();
        const { __keys: keys } = window as unknown as Watched;
        const index = keys.push(NaN) - 1;
        const note = (): void => {
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => {
              keys[index] = performance.now() - start;
            };
            port2.postMessage(undefined);
          });
        };
        note();
        // The frame that shows the first of what changed; who answers later than the next key, or not at all, counts as at once.
        const observer = new MutationObserver(() => {
          observer.disconnect();
          note();
        });
        observer.observe(document.body, { childList: true, characterData: true, subtree: true });
        setTimeout(() => observer.disconnect(), 210);
      },
      true
    );
  });
  for (const word of words) {
    for (const letter of word) {
      await page.keyboard.press(letter === ' ' ? 'Space' : letter);
      await page.waitForTimeout(220);
    }
    await field.fill('');
    await page.waitForTimeout(220);
  }
  return page.evaluate(() => (window as unknown as Watched).__keys);
}

/** Opens a page and measures; types into its search if that is asked for. */
async function visit(page: Page, network: CDPSession, server: TestServer, subject: Subject, withKeys: boolean): Promise<Visit> {
  const [sizes, open, kept] = [{ scripts: 0, data: 0 }, new Set<unknown>(), new Set<string>()];
  const asked = new Map<string, string>();
  network.on('Network.requestWillBeSent', ({ requestId, request }) => void asked.set(requestId, request.url));
  network.on('Network.requestServedFromCache', ({ requestId }) => void kept.add(asked.get(requestId) ?? ''));
  network.on('Network.responseReceived', ({ response }) => {
    if (response.fromDiskCache) kept.add(response.url);
  });
  const reading: Promise<void>[] = [];
  /** Every answer in its turn, by address: pages keep the times of their resources in the same order. */
  const answers = new Map<string, { kind: 'scripts' | 'data'; bytes: number }[]>();
  let requests = 0;
  for (const event of ['request', 'requestfinished', 'requestfailed', 'response']) page.removeAllListeners(event);
  page.on('request', (request) => {
    if (!isData(request.url())) return;
    requests += 1;
    open.add(request);
  });
  const ended = (request: unknown): void => void open.delete(request);
  page.on('requestfinished', ended);
  page.on('requestfailed', ended);
  page.on('response', (response) => {
    const kind = response.url().includes('/ClientSideAssets/') ? 'scripts' : isData(response.url()) ? 'data' : undefined;
    if (!kind) return;
    const answer = { kind, bytes: 0 } as const as { kind: 'scripts' | 'data'; bytes: number };
    answers.set(response.url(), [...(answers.get(response.url()) ?? []), answer]);
    reading.push(
      response.body().then(
        (body) => {
          // What the browser had kept cost nothing.
          if (!kept.has(response.url())) answer.bytes = gzipSync(body, { level: 9 }).length;
          sizes[kind] += answer.bytes;
        },
        // Answers without a body have none to count.
        () => undefined
      )
    );
  });
  await page.goto(`${server.siteUrl}/${subject.path}`, { waitUntil: 'commit' });
  const settled = await untilQuiet(page, () => open.size > 0);
  const first = await page.evaluate(() => (window as unknown as Watched).__first ?? NaN);
  await Promise.all(reading);
  const before = await page.evaluate(
    (until) =>
      (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).map(({ name, responseEnd }) => ({
        name,
        came: responseEnd <= until
      })),
    first
  );
  const early = { bytes: 0, requests: 0 };
  const turn = new Map<string, number>();
  for (const { name, came } of before) {
    const number = turn.get(name) ?? 0;
    turn.set(name, number + 1);
    const answer = answers.get(name)?.[number];
    if (!answer || !came) continue;
    early.bytes += answer.bytes;
    if (answer.kind === 'data') early.requests += 1;
  }
  const measured = { ...sizes, requests, before: early, first, settled };
  return { ...measured, keys: withKeys ? await typeWords(page, subject) : [] };
}

async function signedIn(browser: Browser, server: TestServer, login: string): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${server.origin}/_local/sign-in`);
  await page.locator(`button[value="${login}"]`).click({ noWaitAfter: true });
  await page.waitForURL((url) => !url.pathname.includes('sign-in'));
  await page.close();
  return context;
}

/** A visit with an empty cache, and one after it with what the browser kept. */
export async function visits(
  browser: Browser,
  server: TestServer,
  login: string,
  subject: Subject,
  withKeys: boolean
): Promise<{ first: Visit; second: Visit }> {
  const context = await signedIn(browser, server, login);
  try {
    const page = await context.newPage();
    // Functions are compiled to call a helper that names them, which pages do not have.
    await page.addInitScript('globalThis.__name = (named) => named');
    await page.addInitScript(watch, { alias: subject.alias, first: subject.first });
    const network = await context.newCDPSession(page);
    await network.send('Network.enable');
    await network.send('Network.clearBrowserCache');
    const first = await visit(page, network, server, subject, withKeys);
    return { first, second: await visit(page, network, server, subject, withKeys) };
  } finally {
    await context.close();
  }
}
