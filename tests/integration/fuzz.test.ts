import { connect } from 'node:net';
import * as fc from 'fast-check';
import '@pnp/sp/fields';
import '@pnp/sp/lists';
import '@pnp/sp/webs';
import { merge } from '../support/api';
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

/** Whatever was sent: an answer, or a refusal in SharePoint's own shape; never a fault of the server. */
async function expectAnswer(response: Response): Promise<void> {
  const text = await response.text();
  if (response.status < 400) return;
  expect([response.status, text.includes('An unexpected error'), isSharePointError(text)]).toEqual([response.status, false, true]);
  // Limits and searches are refused with 500 as SharePoint does it; nothing else is.
  if (response.status >= 500) expect(text).toMatch(/SPQueryThrottledException|SearchServiceException|-2130575342|-2130575336/);
}

const post = (path: string, body: string, headers: Record<string, string> = {}): Promise<Response> =>
  server.request(people.owner, path, {
    method: 'POST',
    body: body.toWellFormed(),
    headers: { 'content-type': 'application/json', ...headers }
  });

test('3,000 odd addresses, methods and bodies', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('GET', 'POST', 'MERGE', 'DELETE', 'PUT', 'PROPFIND'),
      fc.array(segment, { maxLength: 5 }),
      fc.array(option, { maxLength: 3 }),
      json,
      async (method, path, query, body) => {
        const address = `${path.map((step) => encodeURIComponent(step.toWellFormed())).join('/')}?${query.join('&')}`;
        const hasBody = method === 'POST' || method === 'MERGE' || method === 'PUT';
        await expectAnswer(
          await server.request(people.owner, address, {
            method,
            ...(hasBody ? { body: body.toWellFormed() } : {}),
            headers: { 'content-type': 'application/json' }
          })
        );
      }
    ),
    { numRuns: 3000 }
  );
}, 120_000);

const list = "web/lists/getByTitle('Fuzzed')";
const word = fc.oneof(
  fc.constantFrom(
    'Title',
    'Id',
    'Author',
    'Author/Title',
    'Created',
    'and',
    'or',
    'not',
    'eq',
    'ne',
    'lt',
    '(',
    ')',
    ',',
    "'",
    "'a'",
    '1',
    '-1.5',
    'null',
    'true'
  ),
  fc.constantFrom(
    "datetime'2026-01-01'",
    "datetime'x'",
    "guid'1'",
    'startswith',
    'substringof',
    'day',
    'year',
    '@a',
    '%',
    '/',
    "'a''b'",
    '1e400',
    '\u0000'
  ),
  fc.string({ maxLength: 5 })
);

test('2,000 odd $filter, $orderby, $select and $skiptoken', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('$filter', '$orderby', '$select', '$expand', '$skiptoken', '$top'),
      fc.array(word, { maxLength: 9 }),
      async (name, words) =>
        expectAnswer(
          await server.request(
            people.owner,
            `${list}/items?${encodeURIComponent(name)}=${encodeURIComponent(words.join(' ').toWellFormed())}`
          )
        )
    ),
    { numRuns: 2000 }
  );
}, 120_000);

const tag = fc.oneof(
  fc.constantFrom(
    'View',
    'Query',
    'Where',
    'And',
    'Or',
    'Eq',
    'Neq',
    'In',
    'Values',
    'Value',
    'IsNull',
    'Contains',
    'Membership',
    'OrderBy',
    'RowLimit',
    'ViewFields'
  ),
  fc.constantFrom(
    'Field Type="Text" Name="Fuzz" DisplayName="Fuzz"',
    'Field Type="Choice" DisplayName="C"',
    'Field Type="Lookup" List="x" DisplayName="L"',
    'Field Type="Number" Min="x" Max="-1" DisplayName="N"',
    'CHOICES',
    'CHOICE',
    'Default',
    'FieldRef Name="Title"',
    'FieldRef Name="Author" LookupId="TRUE"',
    'FieldRef',
    'Value Type="DateTime"',
    'UserID',
    'Today OffsetDays="x"',
    'Joins',
    'Now',
    'x:y'
  ),
  fc.string({ maxLength: 4 })
);
const xmlTree: fc.Arbitrary<string> = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom('', 'text', '12', '2026-13-45', '&amp;', '&#0;', '&bad;', '<![CDATA[x]]>', '<!-- -->'),
    fc
      .tuple(tag, fc.array(tie('node'), { maxLength: 3 }))
      .map(([name, inner]) => `<${name}>${inner.join('')}</${String(name.split(' ')[0])}>`)
  )
})).node;

test('3,000 odd views, queries and columns in XML', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('getitems', 'RenderListDataAsStream', 'view', 'field'),
      xmlTree,
      fc.boolean(),
      async (where, inner, whole) => {
        const xml = whole ? `<View><Query><Where>${inner}</Where></Query></View>` : inner;
        if (where === 'getitems') return expectAnswer(await post(`${list}/getitems`, JSON.stringify({ query: { ViewXml: xml } })));
        if (where === 'view') return expectAnswer(await post(`${list}/defaultview/SetViewXml`, JSON.stringify({ viewXml: xml })));
        if (where === 'field')
          return expectAnswer(await post(`${list}/fields/createfieldasxml`, JSON.stringify({ parameters: { SchemaXml: inner } })));
        return expectAnswer(await post(`${list}/${where}`, JSON.stringify({ parameters: { ViewXml: xml } })));
      }
    ),
    { numRuns: 3000 }
  );
}, 120_000);

test('1,000 odd batches', async () => {
  const line = fc.oneof(
    fc.constantFrom(
      '--b',
      '--b--',
      '--c',
      '',
      'Content-Type: application/http',
      'Content-Type: multipart/mixed; boundary=c',
      'Content-Transfer-Encoding: binary'
    ),
    fc.constantFrom('GET web HTTP/1.1', 'POST x HTTP/1.1', '{"a":1}', 'nonsense', ':', '\r'),
    fc.constant('').map(() => `GET ${server.siteUrl}/_api/web HTTP/1.1`)
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { maxLength: 14 }),
      fc.constantFrom('multipart/mixed; boundary=b', 'multipart/mixed', 'text/plain', 'multipart/mixed; boundary=""'),
      async (lines, type) => expectAnswer(await post('$batch', lines.join('\n'), { 'content-type': type }))
    ),
    { numRuns: 1000 }
  );
}, 120_000);

test('1,000 odd values in items, forms, faults of types, searches', async () => {
  const value = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom('2026-02-30', '12:00', '[{"Key":1}]', '1;#', ';#;#', 'i:0#.f|membership|')
  );
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('items', 'AddValidateUpdateItemUsingPath()', 'search/postquery', 'roledefinitions'),
      value,
      fc.string({ maxLength: 8 }),
      async (where, given, text) => {
        const { constructor: _none, ...body } = { Title: given, AuthorId: given, Attachments: given, constructor: undefined };
        if (where === 'items') return expectAnswer(await post(`${list}/items`, JSON.stringify(body)));
        if (where === 'search/postquery')
          return expectAnswer(
            await post(where, JSON.stringify({ request: { Querytext: typeof given === 'string' ? given + text : given, SortList: given } }))
          );
        if (where === 'roledefinitions')
          return expectAnswer(await post('web/roledefinitions', JSON.stringify({ Name: text, BasePermissions: given })));
        return expectAnswer(
          await post(
            `${list}/${where}`,
            JSON.stringify({ formValues: [{ FieldName: 'Title', FieldValue: given }, given], listItemCreateInfo: given })
          )
        );
      }
    ),
    { numRuns: 1000 }
  );
}, 120_000);

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
    400
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
  const part = `--b\nContent-Type: application/http\nContent-Transfer-Encoding: binary\n\nGET ${server.siteUrl}/_api/web HTTP/1.1\naccept: application/json\n\n\n`;
  const parts = async (count: number, more = ''): Promise<number> =>
    (await post('$batch', `${part.repeat(count)}${more}--b--\n`, { 'content-type': 'multipart/mixed; boundary=b' })).status;
  expect([await parts(100), await parts(101)]).toEqual([200, 400]);
  const large = part.replace('GET', 'POST').replace(/\n$/, `${'x'.repeat(1_100_000)}\n`);
  expect(await parts(1, large)).toBe(400);
  const { Id } = await server.as(people.owner).web.lists.getByTitle('Fuzzed').fields.addText('FileSize');
  expect(Id).toBeDefined();
});

test('what is too much, or means something in JavaScript, is refused in CAML and search too', async () => {
  const values = Array.from({ length: 500 }, (_, n) => `<Value Type="DateTime">2026-01-0${1 + (n % 9)}</Value>`).join('');
  const leaf = `<In><FieldRef Name="Created"/><Values>${values}</Values></In>`;
  const nested = Array.from({ length: 40 }).reduce<string>((inner) => `<Or>${inner}${leaf}</Or>`, leaf);
  for (const where of [nested, '<__proto__/>', '<constructor><prototype/></constructor>']) {
    const answer = await post(
      `${list}/getitems`,
      JSON.stringify({ query: { ViewXml: `<View><Query><Where>${where}</Where></Query></View>` } })
    );
    expect([answer.status, isSharePointError(await answer.text())]).toEqual([400, true]);
  }
  const SelectProperties = Array.from({ length: 2100 }, () => 'Title');
  await expectAnswer(await post('search/postquery', JSON.stringify({ request: { Querytext: 'a', SelectProperties } })));
  const delay = await fetch(`${server.origin}/_local/search`, { method: 'PUT', body: '{"crawlDelaySeconds":1e300}' });
  expect(delay.status).toBe(400);
});

test('settings, addresses and dates that nobody means are refused, and leave everything readable', async () => {
  const odd: [string, object, Record<string, string>?][] = [
    [`${list}/defaultview`, { RowLimit: 1.5 }, merge],
    [`${list}/defaultview`, { RowLimit: 0 }, merge],
    [list, { MajorVersionLimit: 1e300 }, merge],
    [list, { MajorVersionLimit: 2.5 }, merge],
    [`${list}/fields/getByInternalNameOrTitle('FileRef')`, { Indexed: true }, merge],
    [`${list}/fields/getByInternalNameOrTitle('_UIVersionString')`, { EnforceUniqueValues: true }, merge],
    [`${list}/fields/getByInternalNameOrTitle('Author')`, { AppendOnly: true }, merge],
    [`${list}/defaultview/SetViewXml`, { viewXml: '<View><__proto__/></View>' }],
    ['web/roledefinitions', { Name: 'Big', BasePermissions: { High: '0', Low: '1' }, Order: 2 ** 60 }],
    ["web/regionalsettings/timezone/localtimetoutc('+275760-09-13T00:00:00')", {}],
    [
      `${list}/RenderListDataAsStream`,
      { parameters: { ViewXml: '<View/>', FolderServerRelativeUrl: `${server.origin}/sites/members/100%` } }
    ],
    [
      `${list}/AddValidateUpdateItemUsingPath()`,
      { listItemCreateInfo: { FolderPath: { DecodedUrl: `${server.origin}/100%` } }, formValues: [] }
    ],
    [`${list}/AddValidateUpdateItemUsingPath()`, { formValues: [{ FieldName: 'Title', FieldValue: {} }] }]
  ];
  for (const [path, body, headers] of odd) {
    const answer = await post(path, JSON.stringify(body), headers);
    expect([path, [400, 404].includes(answer.status), isSharePointError(await answer.text())]).toEqual([path, true, true]);
  }
  for (const address of ["'http://'", "'http://localhost:99999/x'", `'${server.origin}/%25zz'`]) {
    const answer = await server.request(people.owner, `web/getFileByUrl(@p)?@p=${encodeURIComponent(address)}`);
    expect([address, [400, 404].includes(answer.status)]).toEqual([address, true]);
  }
  for (const xml of ['<View><Query>a</Query><Query>b</Query></View>', '<View><Query a="1"><Where/></Query></View>']) {
    await expectAnswer(await post(`${list}/defaultview/SetViewXml`, JSON.stringify({ viewXml: xml })));
  }
  await post(`${list}/defaultview/SetViewXml`, JSON.stringify({ viewXml: '<View/>' }));
  const { Id } = await server.as(people.owner).web.lists.getByTitle('Documents').fields.addText('Attachments');
  expect(Id).toBeDefined();
  const item = (await (await post(`${list}/items`, '{"Title":"own"}')).json()) as { Id: number };
  for (const FieldName of ['Author', 'Editor', 'Created', 'Modified']) {
    const answer = await post(
      `${list}/items(${item.Id})/validateupdatelistitem`,
      JSON.stringify({ formValues: [{ FieldName, FieldValue: '' }] })
    );
    expect(await answer.json()).toMatchObject({ value: [{ FieldName, HasException: true }] });
  }
  const chain = Array.from({ length: 449 }, () => 'ID eq 1');
  expect((await server.request(people.owner, `${list}/items?$filter=${chain.slice(0, 400).join(' or ')}`)).status).toBe(200);
  expect((await server.request(people.owner, `${list}/items?$filter=${[...chain, 'ID eq 1', 'ID eq 2'].join(' or ')}`)).status).toBe(400);
  for (const path of [list, `${list}/defaultview`, `${list}/items`, `${list}/defaultview/renderashtml`, 'web/roledefinitions']) {
    expect([path, (await server.request(people.owner, path)).status]).toEqual([path, 200]);
  }
});

test('what is no HTTP, or more than a server reads, gets an error of SharePoint too', async () => {
  const { hostname, port } = new URL(server.origin);
  const raw = (text: string): Promise<string> =>
    new Promise((answered, failed) => {
      let answer = '';
      const socket = connect(Number(port), hostname, () => socket.end(text));
      socket.on('data', (data: Buffer) => (answer += data.toString()));
      socket.on('close', () => answered(answer));
      socket.on('error', failed);
    });
  const long = await server.request(people.owner, `web/lists?$filter=${'x'.repeat(20_000)}`);
  expect([long.status, isSharePointError(await long.text())]).toEqual([400, true]);
  for (const text of [
    'nonsense\r\n\r\n',
    'GET /sites/members/_api/web HTTP/1.1\r\nbad header\r\n\r\n',
    'GET /%zz HTTP/1.1\r\nhost: localhost\r\n\r\n'
  ]) {
    expect(await raw(text)).toMatch(/^HTTP\/1\.1 400 [\s\S]*odata\.error|m:error/);
  }
  expect((await server.request(people.owner, 'web')).status).toBe(200);
});
