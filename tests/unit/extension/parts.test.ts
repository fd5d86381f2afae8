import { UserCache } from '../../../teams/message-extension/cache';
import { messageText } from '../../../teams/message-extension/commands/raise-enquiry';
import { Late, within } from '../../../teams/message-extension/deadline';
import { Overtaken, RunningSearches } from '../../../teams/message-extension/overtaken';
import { readSettings, SettingsError } from '../../../teams/message-extension/settings';
import { Throttle } from '../../../teams/message-extension/throttle';

describe('what was read for somebody', () => {
  let now = 0;
  const cache = (most = 10): UserCache<number> => new UserCache<number>(60_000, most, () => now);
  beforeEach(() => {
    now = 0;
  });

  test('is read once for who asks at the same time, and is nobody else’s', async () => {
    const kept = cache();
    let count = 0;
    const read = async (): Promise<number> => {
      count += 1;
      return count;
    };
    expect(await Promise.all([kept.of('amara', read), kept.of('amara', read), kept.of('tom', read)])).toEqual([1, 1, 2]);
  });

  test('is read again after its lifetime, counted from when it was asked for', async () => {
    const kept = cache();
    let value = 1;
    const read = async (): Promise<number> => value;
    await kept.of('amara', read);
    value = 2;
    now = 59_999;
    expect(await kept.of('amara', read)).toBe(1);
    now = 60_000;
    expect(await kept.of('amara', read)).toBe(2);
  });

  test('is not kept where it failed', async () => {
    const kept = cache();
    await expect(kept.of('amara', () => Promise.reject(new Error('busy')))).rejects.toThrow('busy');
    expect(await kept.of('amara', async () => 1)).toBe(1);
  });

  test('is forgotten for who asked longest ago, when there are too many', async () => {
    const kept = cache(2);
    for (const who of ['a', 'b', 'c']) await kept.of(who, async () => 1);
    expect([await kept.of('c', async () => 2), await kept.of('b', async () => 2), await kept.of('a', async () => 2)]).toEqual([1, 1, 2]);
  });
});

describe('searches', () => {
  const never = (signal: AbortSignal): Promise<string> =>
    new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error));
    });

  test.each([
    ['typed on', 'pla', 'plan', true],
    ['taken back', 'plan', 'pla', true],
    ['the same again', 'plan', 'plan', false],
    ['for something else', 'plan', 'bins', false]
  ])('%s', async (_what, first, second, isEnded) => {
    let now = 0;
    const searches = new RunningSearches(() => now);
    const before = searches.run('amara', first, never).catch((error: unknown) => error);
    now = 1_000;
    await searches.run('amara', second, async () => 'found');
    const ended = await Promise.race([before, new Promise((resolve) => setTimeout(() => resolve('still searching'), 20))]);
    if (isEnded) expect(ended).toBeInstanceOf(Overtaken);
    else expect(ended).toBe('still searching');
  });

  test('that changed places on the way do not end the longer one', async () => {
    const searches = new RunningSearches(() => 0);
    const longer = searches.run('amara', 'plan', never).catch((error: unknown) => error);
    await searches.run('amara', 'pla', async () => 'found');
    expect(await Promise.race([longer, new Promise((resolve) => setTimeout(() => resolve('still searching'), 20))])).toBe(
      'still searching'
    );
  });

  test('of somebody else go on', async () => {
    const searches = new RunningSearches();
    const before = searches.run('amara', 'pla', never).catch((error: unknown) => error);
    await searches.run('tom', 'plan', async () => 'found');
    expect(await Promise.race([before, new Promise((resolve) => setTimeout(() => resolve('still searching'), 20))])).toBe(
      'still searching'
    );
  });
});

describe('a time limit', () => {
  test('ends what does not listen', async () => {
    await expect(within(10, undefined, () => new Promise(() => undefined))).rejects.toBeInstanceOf(Late);
  });

  test('passes on what ended it, and what failed', async () => {
    const controller = new AbortController();
    const ended = within(10_000, controller.signal, () => new Promise(() => undefined));
    controller.abort(new Overtaken());
    await expect(ended).rejects.toBeInstanceOf(Overtaken);
    await expect(within(10_000, controller.signal, async () => 1)).rejects.toBeInstanceOf(Overtaken);
    await expect(within(10_000, undefined, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await within(10_000, undefined, async () => 1)).toBe(1);
  });
});

describe('SharePoint is left alone as it asked', () => {
  const { signal } = new AbortController();

  test('for the person that it asked about', async () => {
    let now = 0;
    const throttle = new Throttle(() => now);
    throttle.turnedAway('amara', 30_000);
    throttle.turnedAway('amara', 1_000);
    await expect(throttle.passed('amara', 1_800, signal)).rejects.toThrow(/busy/);
    await throttle.passed('tom', 1_800, signal);
    now = 30_000;
    await throttle.passed('amara', 1_800, signal);
  });

  test('a short time is waited for, as long as somebody waits', async () => {
    const throttle = new Throttle();
    throttle.turnedAway('amara', 60);
    const before = performance.now();
    await throttle.passed('amara', 1_800, signal);
    expect(performance.now() - before).toBeGreaterThan(40);
    const controller = new AbortController();
    throttle.turnedAway('amara', 1_000);
    const passed = throttle.passed('amara', 1_800, controller.signal);
    controller.abort();
    await expect(passed).rejects.toThrow();
  });
});

test.each([
  ['<p>One</p><p>Two</p>', 'One\n\nTwo'],
  ['a &lt;b&gt; &amp; c', 'a <b> & c'],
  ['<a href="https://x.example/">here</a>', 'here [https://x.example/]'],
  ['<img src=x onerror=alert(1)><attachment id="1"></attachment>', ''],
  ['<script>alert(1)</script>text', 'text'],
  ['<at id="0">Amara</at> please', 'Amara please']
])('a message as text: %s', (html, text) => {
  expect(messageText(html)).toBe(text);
});

describe('settings', () => {
  const ids = { CLIENT_ID: 'a4d0c6f2-58b7-4c1e-9a3d-6f2e1b0c9d87', CLIENT_SECRET: 's', TENANT_ID: '7f1c2b9e-3d54-4a60-8e1b-0c9d8a7b6e51' };
  const site = 'https://council.sharepoint.com/sites/members/';

  test('come from the environment, and the command line goes before', () => {
    const settings = readSettings(
      { port: '4000' },
      { ...ids, MEMBERLINK_SITE: site, PORT: '5000', MEMBERLINK_SERVICE_URL: 'https://m.example/x' }
    );
    expect(settings).toMatchObject({
      port: 4000,
      siteUrl: 'https://council.sharepoint.com/sites/members',
      cacheSeconds: 60,
      signIn: { kind: 'entra', publicUrl: 'https://m.example' }
    });
  });

  test.each<[string, NodeJS.ProcessEnv, RegExp]>([
    ['no secret', { ...ids, CLIENT_SECRET: '', MEMBERLINK_SITE: site }, /Missing in the environment: CLIENT_SECRET/],
    ['an id that is none', { ...ids, CLIENT_ID: 'x', MEMBERLINK_SITE: site }, /CLIENT_ID is not an id/],
    ['a site without https', { ...ids, MEMBERLINK_SITE: 'http://council.example/sites/x' }, /must be an https address/],
    ['a service without https', { ...ids, MEMBERLINK_SITE: site, MEMBERLINK_SERVICE_URL: 'http://m.example' }, /Teams reaches no others/],
    [
      'a lifetime that is too long',
      { ...ids, MEMBERLINK_SITE: site, MEMBERLINK_CACHE_SECONDS: '9999' },
      /MEMBERLINK_CACHE_SECONDS is wrong/
    ]
  ])('that are wrong are named: %s', (_what, environment, message) => {
    expect(() => readSettings({}, environment)).toThrow(SettingsError);
    expect(() => readSettings({}, environment)).toThrow(message);
  });
});
