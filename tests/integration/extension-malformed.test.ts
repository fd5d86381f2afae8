import fc from 'fast-check';
import { cast, fillEnquirySite } from '../support/enquiries';
import { activity, objectIdOf, TestExtension } from '../support/extension';
import { TestServer } from '../support/server';

let server: TestServer;
let extension: TestExtension;
beforeAll(async () => {
  server = await TestServer.start();
  await fillEnquirySite(server);
  extension = await TestExtension.start(['--site', server.siteUrl, '--local']);
});
afterAll(async () => {
  await extension.stop();
  await server.stop();
});

const valid = [
  activity(objectIdOf(cast.amara), 'query', {
    commandId: 'searchMembers',
    parameters: [{ name: 'query', value: 'a' }],
    queryOptions: { skip: 0, count: 5 }
  }),
  activity(objectIdOf(cast.amara), 'queryLink', { url: 'https://example.org/' }),
  activity(objectIdOf(cast.amara), 'fetchTask', {
    commandId: 'raiseEnquiry',
    messagePayload: { body: { content: '<p>x</p>' }, linkToMessage: 'x' }
  }),
  activity(objectIdOf(cast.amara), 'submitAction', { commandId: 'raiseEnquiry', data: { enquiry: 1 } })
];

/** Paths to everything in a value. */
function pathsIn(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, [...path, key]))];
}
/** The value with something else at a path. */
function withAt(value: unknown, [key, ...rest]: string[], put: unknown): unknown {
  if (key === undefined) return put;
  const copy = Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) };
  (copy as Record<string, unknown>)[key] = withAt((copy as Record<string, unknown>)[key], rest, put);
  return copy;
}

const names = fc.constantFrom('query', 'queryLink', 'fetchTask', 'submitAction', 'selectItem', 'setting', 'x');
/** Texts that mean something to what stands behind the service. */
const hostile = fc.constantFrom(
  "'",
  '"',
  "' or 1 eq 1",
  '<Where>',
  '{{DATE}}',
  '\u0000',
  '\ud800',
  '__proto__',
  'constructor',
  '../..',
  '%',
  'a'.repeat(5_000),
  '\u202e'
);
const anything = fc.oneof(fc.jsonValue({ maxDepth: 3 }), hostile);
/** Nothing that Teams sends: any JSON, an invoke with anything in it, or a good one with one thing exchanged. */
const malformed: fc.Arbitrary<string> = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.stringify(value)),
  fc
    .record({
      name: names,
      value: anything,
      from: anything,
      conversation: anything,
      type: fc.constantFrom('invoke', 'message', 'event', '')
    })
    .map(({ name, ...rest }) => JSON.stringify({ ...rest, name: `composeExtension/${name}` })),
  fc
    .constantFrom(...valid)
    .chain((one) => fc.tuple(fc.constantFrom(...pathsIn(one)), anything).map(([path, put]) => JSON.stringify(withAt(one, path, put)) ?? ''))
);

test('10,000 malformed activities are answered without a failure of the service', async () => {
  const bodies = fc.sample(malformed, { numRuns: 10_000, seed: 20261127 });
  const statuses = new Map<number, number>();
  const bad: string[] = [];
  let next = 0;
  const send = async (): Promise<void> => {
    for (;;) {
      const body = bodies[next];
      next += 1;
      if (body === undefined) return;
      const { status } = await extension.post(body);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (status >= 500) bad.push(`${status} ${body.slice(0, 300)}`);
    }
  };
  await Promise.all(Array.from({ length: 16 }, send));
  expect(bad).toEqual([]);
  expect([...statuses.values()].reduce((sum, count) => sum + count, 0)).toBe(10_000);
  // Most are refused as what they are.
  expect(statuses.get(400)).toBeGreaterThan(3_000);
  // It goes on.
  expect(await extension.titles(cast.amara, 'searchMembers', 'haldane')).toEqual(['Cllr Tom Haldane']);
}, 240_000);

test.each<[string, RequestInit, number]>([
  ['no body', { method: 'POST' }, 400],
  ['another type of contents', { method: 'POST', body: '<x/>', headers: { 'content-type': 'application/xml' } }, 415],
  [
    'too much',
    { method: 'POST', body: JSON.stringify({ type: 'invoke', x: 'x'.repeat(300_000) }), headers: { 'content-type': 'application/json' } },
    413
  ],
  ['another method', { method: 'GET' }, 404]
])('%s is refused', async (_what, init, status) => {
  const response = await fetch(`${extension.origin}/api/messages`, init);
  expect(response.status).toBe(status);
  expect(await response.text()).not.toMatch(/\bat .*:\d+/);
});
