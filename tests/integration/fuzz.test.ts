import * as fc from 'fast-check';
import '@pnp/sp/fields';
import '@pnp/sp/lists';
import '@pnp/sp/webs';
import { people, TestServer } from '../support/server';

/** Whatever comes, the local SharePoint answers as SharePoint does, and what it took it can show again. */

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start();
  await server.as(people.owner).web.lists.add('Fuzzed');
});
afterAll(() => server.stop());

const isSharePointError = (text: string): boolean => /^(?:\{"odata\.error":|\{"error":\{"code"|<\?xml.*<m:error)/s.test(text);

const name = fc.constantFrom(
  'web',
  'lists',
  'getByTitle',
  'items',
  'fields',
  'views',
  'siteusers',
  'sitegroups',
  'rootfolder',
  'files',
  'folders',
  'defaultview',
  'viewfields',
  'currentuser',
  'site',
  'constructor',
  '__proto__',
  'x'
);
const literal = fc.oneof(
  fc.constantFrom("'Fuzzed'", '1', "'Title'", "guid'0'", 'null', 'true', '@a', "''", "'", '('),
  fc.string({ maxLength: 6 })
);
const segment = fc.oneof(
  name,
  fc.tuple(name, literal).map(([step, inside]) => `${step}(${inside})`)
);
const option = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('$select', '$filter', '$expand', '$orderby', '$top', '$skiptoken'),
      fc.oneof(
        fc.constantFrom('Title', 'Id eq 1', 'Author/Title', '-1', 'Paged=TRUE&p_ID=1', "substringof('a',Title)", '*', 'a,b', '(('),
        fc.string({ maxLength: 12 })
      )
    )
    .map(([key, given]) => `${encodeURIComponent(key)}=${encodeURIComponent(given.toWellFormed())}`)
);
const json = fc.oneof(
  fc.json(),
  fc
    .dictionary(
      fc.constantFrom(
        'Title',
        'BaseTemplate',
        'ViewFields',
        'RowLimit',
        'DefaultValue',
        'Choices',
        'FieldTypeKind',
        'parameters',
        'LoginName',
        'logonName',
        'SchemaXml'
      ),
      fc.anything()
    )
    .map((given) => JSON.stringify(given) ?? ''),
  fc.string()
);

test('1,000 odd requests are answered or refused with an error of SharePoint, never with a fault', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('GET', 'POST', 'MERGE', 'DELETE', 'PUT', 'PROPFIND'),
      fc.array(segment, { maxLength: 5 }),
      fc.array(option, { maxLength: 3 }),
      json,
      async (method, path, query, body) => {
        const address = `${path.map((step) => encodeURIComponent(step.toWellFormed())).join('/')}?${query.join('&')}`;
        const hasBody = method === 'POST' || method === 'MERGE' || method === 'PUT';
        const response = await server.request(people.owner, address, {
          method,
          ...(hasBody ? { body: body.toWellFormed() } : {}),
          headers: { 'content-type': 'application/json' }
        });
        const text = await response.text();
        if (response.status >= 400) {
          expect([response.status, text.includes('An unexpected error')]).toEqual([response.status, false]);
          expect(isSharePointError(text)).toBe(true);
        }
      }
    ),
    { numRuns: 1000 }
  );
});

test('what is no text where text belongs is refused, and everything can still be read', async () => {
  const wrong = [5, null, {}, [], true, 'c\u0001x'];
  const merge = async (path: string, body: object): Promise<number> =>
    (
      await server.request(people.owner, path, {
        method: 'POST',
        headers: { 'x-http-method': 'MERGE', 'if-match': '*' },
        body: JSON.stringify(body)
      })
    ).status;
  for (const value of wrong) {
    expect(await merge('web', { Title: value })).toBe(400);
    expect(await merge("web/lists/getByTitle('Fuzzed')", { Title: value })).toBe(400);
    expect(await merge("web/lists/getByTitle('Fuzzed')/fields/getByInternalNameOrTitle('Title')", { Title: value })).toBe(400);
    expect(await merge("web/lists/getByTitle('Fuzzed')/defaultview", { Title: value })).toBe(400);
    if (!Array.isArray(value)) expect(await merge("web/lists/getByTitle('Fuzzed')/defaultview", { ViewFields: value })).toBe(400);
  }
  expect(await merge("web/lists/getByTitle('Fuzzed')/fields/getByInternalNameOrTitle('Title')", { DefaultValue: {} })).toBe(400);
  expect(await merge("web/lists/getByTitle('Fuzzed')/fields/getByInternalNameOrTitle('Title')", { MaxLength: -1 })).toBe(400);
  for (const path of [
    'web',
    'web/lists',
    "web/lists/getByTitle('Fuzzed')/fields",
    "web/lists/getByTitle('Fuzzed')/views",
    "web/lists/getByTitle('Fuzzed')/items"
  ]) {
    expect((await server.request(people.owner, path)).status).toBe(200);
  }
  expect((await fetch(server.siteUrl, { headers: { authorization: `Bearer local:${people.owner}` } })).status).toBe(200);
});

test('what is too much is refused', async () => {
  const get = async (query: string): Promise<number> =>
    (await server.request(people.owner, `web/lists/getByTitle('Fuzzed')/items?${query}`)).status;
  expect(await get(`$filter=${Array.from({ length: 1200 }, () => 'ID').join('+or+')}`)).toBe(400);
  expect(await get(`$orderby=${Array.from({ length: 2000 }, () => 'Title').join(',')}`)).toBe(400);
  expect((await server.request(people.owner, "web/lists/getByTitle('%ZZ')")).status).toBe(400);
  expect((await server.request(people.owner, 'web/lists', { method: 'POST', body: '{}', headers: { 'content-type': '/' } })).status).toBe(
    415
  );
  expect((await server.request(people.owner, '$batchfoo', { method: 'POST', body: '' })).status).toBe(404);
  const levels = 3000;
  const body = Array.from({ length: levels }, (_, level) => `--b${level}\nContent-Type: multipart/mixed; boundary=b${level + 1}\n\n`).join(
    ''
  );
  expect(
    (
      await server.request(people.owner, '$batch', {
        method: 'POST',
        body: `${body}--b0--\n`,
        headers: { 'content-type': 'multipart/mixed; boundary=b0' }
      })
    ).status
  ).toBe(400);
  const { Id } = await server.as(people.owner).web.lists.getByTitle('Fuzzed').fields.addText('FileSize');
  expect(Id).toBeDefined();
});
