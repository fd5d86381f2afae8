import { api, control, merge, remove, type Api } from '../support/api';
import { people, TestServer } from '../support/server';

/** Nothing that one client does puts a list out of action, and nothing is lost on the way. */

let server: TestServer;
let owner: Api;
let officer: Api;
beforeAll(async () => {
  server = await TestServer.start();
  owner = api(server, people.owner);
  officer = api(server, people.officer);
});
afterAll(() => server.stop());

const list = (title: string): string => `web/lists/getByTitle('${title}')`;
const folder = (path: string): string => `web/getFolderByServerRelativePath(decodedurl='${path}')`;
async function make(title: string, template = 100): Promise<string> {
  await owner.done('web/lists', { Title: title, BaseTemplate: template, EnableFolderCreation: true });
  return list(title);
}
const column = (at: string, SchemaXml: string): Promise<{ Id: string }> =>
  owner.done<{ Id: string }>(`${at}/fields/createfieldasxml`, { parameters: { SchemaXml, Options: 8 } });

test('one request cannot ask for everything many times over', async () => {
  const expand = Array.from({ length: 12 }, () => 'Lists/ParentWeb').join('/');
  const refused = await officer.refused(`web?$expand=${expand}`);
  expect([refused.status, refused.message]).toEqual([400, expect.stringContaining('too complex')]);
  expect((await officer.send('web')).status).toBe(200);
});

test("a folder that has the next item's name stands in nobody's way", async () => {
  const at = await make('Named');
  await owner.done(`${folder('/sites/members/Lists/Named')}/AddSubFolderUsingPath(DecodedUrl='2_.000')`, '');
  const { Id } = await owner.done<{ Id: number }>(`${at}/items`, { Title: 'after it' });
  expect(Id).toBe(3);
});

test('a column made again as another type leaves versions and recycled items readable', async () => {
  const at = await make('Retyped');
  await column(at, '<Field Type="Text" Name="Kind" DisplayName="Kind"/>');
  const items = await Promise.all([1, 2].map((n) => owner.done<{ Id: number }>(`${at}/items`, { Title: String(n), Kind: 'text' })));
  await owner.done(`${at}/items(${items[0]?.Id})`, { Title: 'changed' }, merge);
  const { value } = await owner.done<{ value: string }>(`${at}/items(${items[1]?.Id})/recycle`, '');
  await owner.done(`${at}/fields/getByInternalNameOrTitle('Kind')`, '', remove);
  await column(at, '<Field Type="MultiChoice" Name="Kind" DisplayName="Kind"><CHOICES><CHOICE>a</CHOICE></CHOICES></Field>');
  await owner.done(`web/recyclebin('${value}')/restore`, '');
  expect(await owner.done(`${at}/items`)).toMatchObject({ value: [{ Kind: null }, { Kind: null }] });
  expect((await owner.send(`${at}/items(${items[0]?.Id})/versions`)).status).toBe(200);
});

test('the recycle bin is emptied and restored whole: lists and folders before what was in them', async () => {
  const at = await make('Binned');
  await owner.done(`${folder('/sites/members/Lists/Binned')}/AddSubFolderUsingPath(DecodedUrl='box')`, '');
  const { value } = await owner.done<{ value: { FieldName: string; FieldValue: string }[] }>(`${at}/AddValidateUpdateItemUsingPath()`, {
    listItemCreateInfo: { FolderPath: { DecodedUrl: '/sites/members/Lists/Binned/box' } },
    formValues: [{ FieldName: 'Title', FieldValue: 'in the box' }]
  });
  const id = value.find(({ FieldName }) => FieldName === 'Id')?.FieldValue;
  const recycleAll = async (): Promise<void> => {
    await owner.done(`${at}/items(${id})/recycle`, '');
    await owner.done(`${folder('/sites/members/Lists/Binned/box')}/recycle`, '');
    await owner.done(`${at}/recycle`, '');
  };
  await recycleAll();
  await owner.done('web/recyclebin/RestoreAll', '');
  expect(await owner.done(`${at}/items(${id})`)).toMatchObject({ Title: 'in the box' });
  await recycleAll();
  await owner.done('web/recyclebin/DeleteAll', '');
  expect(await owner.done('web/recyclebin')).toMatchObject({ value: [] });
});

test('settings that would break a list are refused', async () => {
  const at = await make('Settings');
  const { Id } = await owner.done<{ Id: string }>(at);
  for (const xml of [
    '<Field Type="Number" Name="N" DisplayName="N"><Default>[today]</Default></Field>',
    `<Field Type="Lookup" Name="Me" DisplayName="Me" List="{${Id}}" ShowField="Me"/>`
  ]) {
    expect((await owner.refused(`${at}/fields/createfieldasxml`, { parameters: { SchemaXml: xml, Options: 8 } })).status).toBe(400);
  }
  await column(at, `<Field Type="Lookup" Name="Other" DisplayName="Other" List="{${Id}}" ShowField="Title"/>`);
  expect(
    (
      await owner.refused(`${at}/fields/createfieldasxml`, {
        parameters: { SchemaXml: `<Field Type="Lookup" Name="Deep" DisplayName="Deep" List="{${Id}}" ShowField="Other"/>`, Options: 8 }
      })
    ).status
  ).toBe(400);
  await column(
    at,
    '<Field Type="Text" Name="Key" DisplayName="Key" EnforceUniqueValues="TRUE" Indexed="TRUE"><Default>same</Default></Field>'
  );
  await owner.done(`${at}/items`, { Title: 'first' });
  expect((await owner.refused(`${at}/items`, { Title: 'second' })).code).toMatch(/SPDuplicateValues/);
  const { value: bin } = await owner.done<{ value: string }>(`${at}/items(1)/recycle`, '');
  await owner.done(`${at}/items`, { Title: 'in its place' });
  expect((await owner.refused(`web/recyclebin('${bin}')/restore`, '')).code).toMatch(/SPDuplicateValues/);
});

test('a lookup to a list that is in the recycle bin shows nothing, and its own list is still read', async () => {
  const target = await make('Targeted');
  const at = await make('Pointing');
  const { Id } = await owner.done<{ Id: string }>(target);
  await owner.done(`${target}/items`, { Title: 'x' });
  await column(at, `<Field Type="Lookup" Name="To" DisplayName="To" List="{${Id}}" ShowField="Title"/>`);
  await owner.done(`${at}/items`, { Title: 'a', ToId: 1 });
  await owner.done(`${target}/recycle`, '');
  const { Row } = await owner.done<{ Row: object[] }>(`${at}/RenderListDataAsStream`, { parameters: { ViewXml: '<View/>' } });
  expect(Row).toMatchObject([{ Title: 'a', To: '' }]);
  for (const part of ['fieldvaluesastext', 'versions']) expect((await owner.send(`${at}/items(1)/${part}`)).status).toBe(200);
  const { value: views } = await owner.done<{ value: { Id: string }[] }>(`${at}/views`);
  for (const view of views) await owner.done(`${at}/views('${view.Id}')`, '', { 'x-http-method': 'DELETE' });
  expect((await owner.send('web/lists?$select=Title,DefaultViewUrl&$expand=DefaultView')).status).toBe(200);
});

test('a library called Lists has an address of its own', async () => {
  await make('Lists', 101);
  const { RootFolder } = await owner.done<{ RootFolder: { ServerRelativeUrl: string } }>(
    `${list('Lists')}?$select=RootFolder/ServerRelativeUrl&$expand=RootFolder`
  );
  expect(RootFolder.ServerRelativeUrl).toBe('/sites/members/Lists1');
  await owner.done(`${folder(RootFolder.ServerRelativeUrl)}/files/AddUsingPath(decodedurl='a.txt',overwrite=true)`, 'a');
  expect(
    await (await owner.send(`web/getFileByServerRelativePath(decodedurl='${RootFolder.ServerRelativeUrl}/a.txt')/$value`)).text()
  ).toBe('a');
});

test('dates that there are not are refused; "never" in a query finds all', async () => {
  const at = await make('Dated');
  await column(at, '<Field Type="DateTime" Name="Due" DisplayName="Due" Format="DateTime" Indexed="TRUE"/>');
  for (const Due of ['2026-02-30', '2026-09-31', '9999-12-31T23:59:59-05:00', '1899-12-31']) {
    expect([Due, (await owner.send(`${at}/items`, { Title: 'x', Due })).status]).toEqual([Due, 400]);
  }
  await owner.done(`${at}/items`, { Title: 'x', Due: '2026-11-22T10:00:00Z' });
  const count = async (operator: string): Promise<number> =>
    (
      await owner.done<{ value: unknown[] }>(`${at}/getitems`, {
        query: {
          ViewXml: `<View><Query><Where><${operator}><FieldRef Name="Due"/><Value Type="DateTime">9999-12-31</Value></${operator}></Where></Query></View>`
        }
      })
    ).value.length;
  expect([await count('Leq'), await count('Lt'), await count('Gt')]).toEqual([1, 1, 0]);
  expect(await owner.done(`${at}/items?$filter=Due lt datetime'9999-12-31T23:59:59Z'`)).toMatchObject({ value: [{ Title: 'x' }] });
});

test('pages go on behind empty texts and empty values, in both directions', async () => {
  const at = await make('Emptied');
  await column(at, '<Field Type="User" Name="P" DisplayName="P" UserSelectionMode="PeopleAndGroups"/>');
  const { value: groups } = await owner.done<{ value: { Id: number }[] }>('web/sitegroups?$top=3');
  const { Id: me } = await owner.done<{ Id: number }>('web/currentuser');
  for (const PId of [...groups.map(({ Id }) => Id), me, null, null]) await owner.done(`${at}/items`, { Title: 'x', PId });
  for (const direction of ['asc', 'desc']) {
    const seen: number[] = [];
    let next: string | undefined = `${at}/items?$select=Id,P/EMail&$expand=P&$orderby=P/EMail ${direction}&$top=2`;
    for (let pages = 0; next !== undefined && pages < 10; pages += 1) {
      const page: { value: { Id: number }[]; 'odata.nextLink'?: string } = await owner.done(next);
      seen.push(...page.value.map(({ Id }) => Id));
      next = page['odata.nextLink']?.split('/_api/')[1];
    }
    expect([direction, [...seen].sort((a, b) => a - b)]).toEqual([direction, [1, 2, 3, 4, 5, 6]]);
  }
});

test('texts are compared without regard to case; accented letters count and sort after z', async () => {
  const at = await make('Sorted');
  for (const Title of ['zebra', 'Ångström', 'apple', 'Éclair', 'ANT']) await owner.done(`${at}/items`, { Title });
  const { value } = await owner.done<{ value: { Title: string }[] }>(`${at}/items?$orderby=Title`);
  expect(value.map(({ Title }) => Title)).toEqual(['ANT', 'apple', 'zebra', 'Ångström', 'Éclair']);
  expect(await owner.done(`${at}/items?$filter=Title eq 'ant'`)).toMatchObject({ value: [{ Title: 'ANT' }] });
  expect(await owner.done(`${at}/items?$filter=Title eq 'eclair'`)).toMatchObject({ value: [] });
  for (const call of ["endswith(Title,'a')", "tolower(Title) eq 'ant'", 'ID add 1 eq 2', "contains(Title,'a')"]) {
    expect([call, (await owner.send(`${at}/items?$filter=${call}`)).status]).toEqual([call, 400]);
  }
});

test('every change is told once, however many there are', async () => {
  const at = await make('Changed');
  await control(server, 'seed', { list: 'Changed', count: 10, items: [{ Title: 'a' }] });
  const token = (xml: string): string => String(/LastChangeToken="([^"]+)"/.exec(xml)?.[1]);
  const ask = async (ChangeToken?: string): Promise<string> =>
    (await owner.send(`${at}/getlistitemchangessincetoken`, { query: ChangeToken === undefined ? {} : { ChangeToken } })).text();
  let at_ = token(await ask());
  await control(server, 'seed', { list: 'Changed', count: 2300, items: [{ Title: 'b' }] });
  let told = 0;
  let answer: string;
  do {
    answer = await ask(at_);
    told += Number(/ItemCount="(\d+)"/.exec(answer)?.[1]);
    at_ = token(answer);
  } while (answer.includes('MoreChanges="TRUE"'));
  expect(told).toBe(2300);
  let start: string | undefined;
  let adds = 0;
  for (;;) {
    const { value }: { value: { ChangeToken: { StringValue: string } }[] } = await owner.done(`${at}/getchanges`, {
      query: { Add: true, ...(start === undefined ? {} : { ChangeTokenStart: { StringValue: start } }) }
    });
    if (value.length === 0) break;
    adds += value.length;
    start = value[value.length - 1]?.ChangeToken.StringValue;
  }
  expect(adds).toBe(2310);
});

describe('over the threshold', () => {
  const at = list('Ranged');
  beforeAll(async () => {
    await make('Ranged');
    await column(at, '<Field Type="DateTime" Name="Due" DisplayName="Due" Format="DateTime" Indexed="TRUE"/>');
    await control(server, 'seed', { list: 'Ranged', count: 6000, items: [{ Title: 'x', Due: '2026-01-01T12:00:00Z' }] });
    await owner.done(`${at}/items`, { Title: 'one day', Due: '2026-06-01T12:00:00Z' });
    await owner.done(`${at}/items`, { Title: 'later', Due: '2026-08-01T12:00:00Z' });
  });

  test('both ends of a range narrow together', async () => {
    const found = async (query: string): Promise<number> =>
      (await owner.done<{ value: unknown[] }>(`${at}/items?$filter=${query}`)).value.length;
    expect(await found("Due ge datetime'2025-06-01T00:00:00Z' and Due lt datetime'2025-07-01T00:00:00Z'")).toBe(0);
    expect(await found('ID ge 100 and ID le 105')).toBe(6);
    const day = '<Eq><FieldRef Name="Due"/><Value Type="DateTime">2026-06-01</Value></Eq>';
    const { Row } = await owner.done<{ Row: unknown[] }>(`${at}/RenderListDataAsStream`, {
      parameters: { ViewXml: `<View><Query><Where>${day}</Where></Query></View>` }
    });
    expect(Row).toHaveLength(1);
    expect(
      (await owner.refused(`${at}/items?$filter=Due ge datetime'2025-06-01T00:00:00Z' and Due lt datetime'2027-07-01T00:00:00Z'`)).code
    ).toMatch(/Throttled/);
  });

  test('GetItems without a page answers all rows or none', async () => {
    const query = (limit: string): object => ({ query: { ViewXml: `<View>${limit}</View>` } });
    expect((await owner.refused(`${at}/getitems`, query(''))).code).toMatch(/Throttled/);
    expect((await owner.refused(`${at}/getitems`, query('<RowLimit>6000</RowLimit>'))).code).toMatch(/Throttled/);
    expect((await owner.done<{ value: unknown[] }>(`${at}/getitems`, query('<RowLimit>5000</RowLimit>'))).value).toHaveLength(5000);
  });
});

test('a fault meets a batch by what is in it, and documents; attachments do not go in a batch', async () => {
  const at = await make('Faulty');
  const { Id } = await owner.done<{ Id: number }>(`${at}/items`, { Title: 'x' });
  const part = (line: string, body = ''): string =>
    `--b\nContent-Type: application/http\nContent-Transfer-Encoding: binary\n\n${line} HTTP/1.1\naccept: application/json\n\n${body}\n`;
  const batch = (...parts: string[]): Promise<Response> =>
    owner.send('$batch', `${parts.join('')}--b--\n`, { 'content-type': 'multipart/mixed; boundary=b' });
  await control(server, 'faults', { rules: [{ fault: 'status', status: 429, path: "getByTitle('Faulty')/items", times: 1 }] });
  const address = `${server.siteUrl}/_api/${at}`;
  expect((await batch(part(`GET ${server.siteUrl}/_api/web`))).status).toBe(200);
  expect((await batch(part(`GET ${encodeURI(address)}/items`))).status).toBe(429);
  await control(server, 'faults', { rules: [{ fault: 'status', status: 503, path: 'SitePages' }] });
  expect(
    (await fetch(`${server.siteUrl}/SitePages/Members.aspx`, { headers: { authorization: `Bearer local:${people.owner}` } })).status
  ).toBe(503);
  await control(server, 'faults', undefined, 'DELETE');
  const text = await (await batch(part(`POST ${address}/items(${Id})/AttachmentFiles/add(FileName='a.txt')`, 'bytes'))).text();
  expect(text).toContain('HTTP/1.1 400');
  await owner.done(`${at}/items(${Id})/AttachmentFiles/add(FileName='a b.txt')`, 'bytes');
  const { value } = await owner.done<{ value: { ServerRelativeUrl: string }[] }>(`${at}/items(${Id})/AttachmentFiles`);
  const direct = (login: string): Promise<Response> =>
    fetch(encodeURI(server.origin + String(value[0]?.ServerRelativeUrl)), { headers: { authorization: `Bearer local:${login}` } });
  expect(await (await direct(people.officer)).text()).toBe('bytes');
  await owner.done(`${at}/items(${Id})/breakroleinheritance(copyRoleAssignments=false,clearSubscopes=false)`, '');
  expect((await direct(people.officer)).status).toBe(404);
});

test('pictures, scopes of views, copies with their columns, paths of what is in a renamed folder', async () => {
  const at = await make('Various', 101);
  await column(at, '<Field Type="URL" Name="Shown" DisplayName="Shown" Format="Image"/>');
  expect(await owner.done(`${at}/fields/getByInternalNameOrTitle('Shown')`)).toMatchObject({
    DisplayFormat: 1,
    SchemaXml: expect.stringContaining('Format="Image"') as string
  });
  await owner.done(`${at}/defaultview/SetViewXml`, {
    viewXml: '<View Scope="RecursiveAll"><Query/><RowLimit Paged="FALSE">7</RowLimit></View>'
  });
  expect(await owner.done(`${at}/defaultview`)).toMatchObject({ Scope: 2, RowLimit: 7, Paged: false });
  const root = folder('/sites/members/Various');
  await owner.done(`${root}/files/AddUsingPath(decodedurl='a.txt')`, 'a');
  const file = "web/getFileByServerRelativePath(decodedurl='/sites/members/Various/a.txt')";
  const { Id } = await owner.done<{ Id: number }>(`${file}/listitemallfields`);
  await owner.done(`${at}/items(${Id})`, { Title: 'named', Shown: { Url: 'https://council.example/a.png' } }, merge);
  await owner.done(`${file}/copyto(strnewurl='/sites/members/Various/b.txt',boverwrite=false)`, '');
  const copy = await owner.done("web/getFileByServerRelativePath(decodedurl='/sites/members/Various/b.txt')/listitemallfields");
  expect(copy).toMatchObject({ Title: 'named', Shown: { Url: 'https://council.example/a.png' } });
  const long = 'n'.repeat(200);
  await owner.done(`${root}/AddSubFolderUsingPath(DecodedUrl='box')`, '');
  await owner.done(`${root}/folders('box')/files/AddUsingPath(decodedurl='${long}')`, 'x');
  expect((await owner.refused(`${root}/folders('box')`, { Name: long }, merge)).message).toMatch(/400 characters/);
});

test('rules of columns and of the list are kept, whichever way a row is written', async () => {
  const at = await make('Ruled');
  for (const name of ['First', 'Last'])
    await column(at, `<Field Type="DateTime" Name="${name}" DisplayName="${name} day" Format="DateOnly"/>`);
  await column(
    at,
    '<Field Type="Text" Name="Mail" DisplayName="E-mail"><Validation Message="No address.">=OR(ISBLANK([E-mail]),ISNUMBER(FIND("@",[E-mail])))</Validation></Field>'
  );
  await owner.done(
    at,
    { ValidationFormula: '=OR(ISBLANK([Last day]),[Last day]>=[First day])', ValidationMessage: 'Ends too early.' },
    merge
  );
  const { Id } = await owner.done<{ Id: number }>(`${at}/items`, { Title: 'x', Mail: 'a@b', First: '2026-07-01', Last: '2026-07-01' });
  for (const [value, code, message] of [
    [{ Mail: 'nobody' }, '-2130575163', 'No address.'],
    [{ Last: '2026-06-30' }, '-2130575162', 'Ends too early.']
  ] as const) {
    const refusals = [
      await owner.refused(`${at}/items`, { Title: 'y', First: '2026-07-01', ...value }),
      await owner.refused(`${at}/items(${Id})`, value, merge)
    ];
    for (const refusal of refusals) expect(refusal).toMatchObject({ status: 500, code: expect.stringContaining(code) as string, message });
  }
  const { value: rows } = await owner.done<{ value: { HasException: boolean; ErrorMessage: string | null }[] }>(
    `${at}/items(${Id})/validateupdatelistitem`,
    { formValues: [{ FieldName: 'Mail', FieldValue: 'nobody' }] }
  );
  expect(rows.filter(({ HasException }) => HasException).map(({ ErrorMessage }) => ErrorMessage)).toEqual(['No address.']);
  expect(await owner.done(`${at}/items`)).toMatchObject({ value: [{ Mail: 'a@b' }] });
  for (const formula of ['=[First day]>1', '=', '=NOFUNCTION(1)']) {
    const refusal = await owner.refused(`${at}/fields/getByInternalNameOrTitle('Mail')`, { ValidationFormula: formula }, merge);
    expect(refusal).toMatchObject({ status: 500, code: expect.stringContaining('-2130575270') as string });
  }
  expect((await owner.refused(at, { ValidationFormula: '=ISBLANK([Author])' }, merge)).status).toBe(500);
});
