import { api, control, merge, type Api } from '../support/api';
import { people, TestServer } from '../support/server';

/** SharePoint's limits, on lists that pass them. */

let server: TestServer;
let owner: Api;
const big = "web/lists/getByTitle('Big')";
const root = '/sites/members/Lists/Big';
const throttled = { status: 500, code: '-2147024860, Microsoft.SharePoint.SPQueryThrottledException' };

beforeAll(async () => {
  server = await TestServer.start();
  owner = api(server, people.owner);
  await owner.done('web/lists', { Title: 'Big', BaseTemplate: 100, EnableFolderCreation: true });
  for (const xml of [
    '<Field Type="Text" Name="Key" DisplayName="Key" Indexed="TRUE"/>',
    '<Field Type="Choice" Name="Half" DisplayName="Half" Indexed="TRUE"/>',
    '<Field Type="Text" Name="Plain" DisplayName="Plain"/>',
    '<Field Type="Number" Name="Number" DisplayName="Number"/>'
  ]) {
    await owner.done(`${big}/fields/createfieldasxml`, { parameters: { SchemaXml: xml, Options: 8 } });
  }
  await owner.done(`web/getFolderByServerRelativePath(decodedurl='${root}')/AddSubFolderUsingPath(DecodedUrl='small')`, '');
  await control(server, 'seed', {
    list: 'Big',
    count: 12_000,
    items: [
      { Title: 'Row {n}', Key: 'k{n}', Half: 'even', Plain: 'p' },
      { Title: 'Row {n}', Key: 'k{n}', Half: 'odd', Plain: 'p' }
    ]
  });
  await control(server, 'seed', { list: 'Big', folder: 'small', items: [{ Title: 'In the folder', Plain: 'inside' }] });
}, 120_000);
afterAll(() => server.stop());

describe('list view threshold: 5,000 rows looked at', () => {
  const items = (query: string): Promise<Response> => owner.send(`${big}/items?${query}`);
  const ids = async (query: string): Promise<number> =>
    (await owner.done<{ value: unknown[] }>(`${big}/items?$select=Id&${query}`)).value.length;

  test.each([
    ["$filter=Plain eq 'p'&$top=1", 'a filter on a column without index, however few rows it answers'],
    ["$filter=substringof('k1',Key)", 'a part of a text, which no index finds'],
    ["$filter=Key ne 'k1'", 'everything but one'],
    ["$filter=Half eq 'even'", 'an index that lets more than 5,000 rows through'],
    ["$filter=Plain eq 'p' and Key eq 'k1'", 'an indexed condition that is not the first'],
    ["$filter=Key eq 'k1' or Plain eq 'x'", 'an alternative without index'],
    ['$filter=Id gt 100', 'more than 5,000 IDs'],
    ['$orderby=Plain&$top=10', 'a sort by a column without index'],
    ['$orderby=Created desc&$top=10', 'a sort by date'],
    ["$filter=Title eq 'Row 1'", 'the title, which has no index unless somebody made one'],
    ['$filter=AuthorId eq 1', 'who made it']
  ])('%s is refused: %s', async (query) => {
    expect(await owner.refused(`${big}/items?${query}`)).toMatchObject(throttled);
  });

  test.each([
    ["$filter=Key eq 'k7'", 1, 'an index'],
    ["$filter=Key eq 'k7' and Plain eq 'p'", 1, 'an index first, then anything'],
    ["$filter=startswith(Key,'k11')&$orderby=Plain&$top=5000", 1111, 'an index, then any sort'],
    ["$filter=Key eq 'k7' or Key eq 'K8'", 2, 'an index on both sides'],
    ['$filter=Id gt 11990', 12, 'a few IDs'],
    ['$orderby=Key&$top=5', 5, 'a sort by an index'],
    ['$top=5000', 5000, 'a page by ID']
  ])('%s is served: %s rows (%s)', async (query, count) => {
    expect(await ids(query)).toBe(count);
  });

  test('every row is reached by its pages', async () => {
    let next: string | undefined = `${big}/items?$select=Id&$top=5000`;
    let count = 0;
    while (next !== undefined) {
      const page: { value: unknown[]; 'odata.nextLink'?: string } = await owner.done(next);
      count += page.value.length;
      next = page['odata.nextLink']?.split('/_api/')[1];
    }
    expect(count).toBe(12_002);
  });

  test('CAML obeys it too; a folder narrows as an index does', async () => {
    const caml = (where: string, more: object = {}, scope = 'RecursiveAll'): object => ({
      parameters: { ViewXml: `<View Scope="${scope}"><Query><Where>${where}</Where></Query><RowLimit>10</RowLimit></View>`, ...more }
    });
    const plain = '<Eq><FieldRef Name="Plain"/><Value Type="Text">inside</Value></Eq>';
    expect(await owner.refused(`${big}/RenderListDataAsStream`, caml(plain))).toMatchObject(throttled);
    expect(await owner.done(`${big}/RenderListDataAsStream`, caml(plain, { FolderServerRelativeUrl: `${root}/small` }))).toMatchObject({
      Row: [{ Title: 'In the folder' }]
    });
    const query = { ViewXml: `<View><Query><Where>${plain}</Where></Query></View>` };
    expect(await owner.refused(`${big}/getitems`, { query })).toMatchObject(throttled);
    const indexed = '<In><FieldRef Name="Key"/><Values><Value Type="Text">k1</Value><Value Type="Text">k2</Value></Values></In>';
    const { Row } = await owner.done<{ Row: unknown[] }>(`${big}/RenderListDataAsStream`, caml(indexed));
    expect(Row).toHaveLength(2);
  });

  test('an index that is added later lifts it, up to 20,000 rows', async () => {
    expect((await items('$filter=Number eq 5')).status).toBe(500);
    await owner.done(`${big}/fields/getByInternalNameOrTitle('Number')`, { Indexed: true }, merge);
    expect((await items('$filter=Number eq 5')).status).toBe(200);
    await control(server, 'seed', { list: 'Big', count: 9000, items: [{ Title: 'more' }] });
    expect(await owner.refused(`${big}/fields/getByInternalNameOrTitle('Plain')`, { Indexed: true }, merge)).toMatchObject(throttled);
    await owner.done(`${big}/fields/getByInternalNameOrTitle('Plain')`, { Description: 'still' }, merge);
  });
});

test('twelve lookup and person columns are joined, the thirteenth is too many', async () => {
  await owner.done('web/lists', { Title: 'Wide', BaseTemplate: 100 });
  const wide = "web/lists/getByTitle('Wide')";
  const { Id } = await owner.done<{ Id: string }>(big);
  for (let n = 1; n <= 12; n += 1) {
    await owner.done(`${wide}/fields/addfield`, {
      parameters: { Title: `L${n}`, FieldTypeKind: 7, LookupListId: Id, LookupFieldName: 'Title' }
    });
  }
  const names = Array.from({ length: 12 }, (_, index) => `L${index + 1}`);
  const expanded = (all: string[]): string => `$select=Id,${all.map((name) => `${name}/Title`).join(',')}&$expand=${all.join(',')}`;
  expect((await owner.send(`${wide}/items?${expanded(names)}`)).status).toBe(200);
  const refusal = { status: 500, code: '-2147024749, Microsoft.SharePoint.SPQueryThrottledException' };
  expect(await owner.refused(`${wide}/items?${expanded([...names, 'Author'])}`)).toMatchObject(refusal);
  // Created By and Modified By are among all columns.
  expect(await owner.refused(`${wide}/items`)).toMatchObject(refusal);
  expect((await owner.send(`${wide}/items?$select=Id,Title`)).status).toBe(200);
  expect(await owner.refused(`${wide}/items?${expanded(names)}&$filter=AuthorId eq 1`)).toMatchObject(refusal);
  const fields = [...names, 'Editor'].map((name) => `<FieldRef Name="${name}"/>`).join('');
  expect(
    await owner.refused(`${wide}/RenderListDataAsStream`, { parameters: { ViewXml: `<View><ViewFields>${fields}</ViewFields></View>` } })
  ).toMatchObject(refusal);
  const { Id: item } = await owner.done<{ Id: number }>(`${wide}/items`, { Title: 'one' });
  expect((await owner.send(`${wide}/items(${item})`)).status).toBe(200);
});

test('messages of more than 2 MB are refused, documents are not', async () => {
  const text = 'x'.repeat(2 * 1024 * 1024);
  expect((await owner.refused(`${big}/items`, { Title: 'big', Plain: text })).message).toMatch(/larger than 2097152 bytes/);
  const shared = "web/getFolderByServerRelativePath(decodedurl='/sites/members/Shared Documents')";
  expect((await owner.send(`${shared}/files/AddUsingPath(decodedurl='large.bin')`, new Uint8Array(5 * 1024 * 1024))).status).toBe(200);
});

test('names and addresses that SharePoint refuses', async () => {
  const shared = "web/getFolderByServerRelativePath(decodedurl='/sites/members/Shared Documents')";
  const add = async (name: string): Promise<number> =>
    (await owner.send(`${shared}/files/AddUsingPath(decodedurl='${encodeURIComponent(name.replace(/'/g, "''"))}')`, 'x')).status;
  for (const name of [
    'a"b',
    'a*b',
    'a:b',
    'a<b',
    'a>b',
    'a?b',
    'a|b',
    ' a',
    'a ',
    '~$a',
    '.lock',
    'CON',
    'com1',
    'desktop.ini',
    'a_vti_b',
    'a.'
  ])
    expect([name, await add(name)]).toEqual([name, 400]);
  for (const name of ["it's.txt", 'a#b.txt', '100%.txt', 'ä & b.txt', '.hidden']) expect([name, await add(name)]).toEqual([name, 200]);
  const room = 400 - '/sites/members/Shared Documents/'.length;
  expect(await add('n'.repeat(room))).toBe(200);
  expect(await add('n'.repeat(room + 1))).toBe(400);
});

test('a digest is good for its time, for its user and for this server', async () => {
  const short = await TestServer.start({ digestSeconds: 4 });
  try {
    const cookie = async (login: string): Promise<string> => {
      const response = await fetch(`${short.origin}/_local/sign-in`, { method: 'POST', body: `login=${login}`, redirect: 'manual' });
      return String(response.headers.get('set-cookie')).split(';')[0] ?? '';
    };
    const post = (path: string, own: string, digest?: string): Promise<Response> =>
      fetch(`${short.siteUrl}/_api/${path}`, {
        method: 'POST',
        headers: { cookie: own, accept: 'application/json', ...(digest ? { 'x-requestdigest': digest } : {}) },
        body: '{"Title":"x","BaseTemplate":100}'
      });
    const owners = await cookie(people.owner);
    const information = (await (await post('contextinfo', owners)).json()) as { FormDigestValue: string; FormDigestTimeoutSeconds: number };
    expect(information.FormDigestTimeoutSeconds).toBe(4);
    const digest = information.FormDigestValue;
    expect((await post('web/lists', owners)).status).toBe(403);
    expect((await post('web/lists', await cookie(people.officer), digest)).status).toBe(403);
    expect((await post('web/lists', owners, digest)).status).toBe(201);
    await new Promise((done) => setTimeout(done, 5500));
    const late = await post('web/lists', owners, digest);
    expect(late.status).toBe(403);
    expect(await late.text()).toContain('-2130575251, Microsoft.SharePoint.SPException');
  } finally {
    await short.stop();
  }
});
