import { api, merge, type Api } from '../support/api';
import { people, TestServer } from '../support/server';

/** RenderListDataAsStream, GetItems and the two methods that write from the values of a form. */

let server: TestServer;
let owner: Api;
const list = "web/lists/getByTitle('Enquired')";
const root = '/sites/members/Lists/Enquired';
let me = 0;

beforeAll(async () => {
  server = await TestServer.start();
  owner = api(server, people.owner);
  me = (await owner.done<{ Id: number }>('web/currentuser')).Id;
  await owner.done('web/lists', { Title: 'Places', BaseTemplate: 100 });
  for (const Title of ['Arden', 'Beech']) await owner.done("web/lists/getByTitle('Places')/items", { Title });
  const { Id: places } = await owner.done<{ Id: string }>("web/lists/getByTitle('Places')");
  await owner.done('web/lists', { Title: 'Enquired', BaseTemplate: 100, EnableFolderCreation: true });
  for (const xml of [
    '<Field Type="Choice" Name="Status" DisplayName="Status"><CHOICES><CHOICE>New</CHOICE><CHOICE>Open</CHOICE></CHOICES></Field>',
    '<Field Type="MultiChoice" Name="Tags" DisplayName="Tags"><CHOICES><CHOICE>a</CHOICE></CHOICES></Field>',
    '<Field Type="Number" Name="Amount" DisplayName="Amount"/>',
    '<Field Type="DateTime" Name="Due" DisplayName="Due" Format="DateTime"/>',
    '<Field Type="DateTime" Name="Day" DisplayName="Day" Format="DateOnly"/>',
    '<Field Type="Boolean" Name="Done" DisplayName="Done"/>',
    '<Field Type="URL" Name="Page" DisplayName="Page"/>',
    `<Field Type="Lookup" Name="Place" DisplayName="Place" List="{${places}}" ShowField="Title"/>`,
    `<Field Type="LookupMulti" Name="Places" DisplayName="Places" List="{${places}}" ShowField="Title" Mult="TRUE"/>`.replace(
      'LookupMulti',
      'Lookup'
    ),
    '<Field Type="User" Name="Handler" DisplayName="Handler"/>',
    '<Field Type="User" Name="Others" DisplayName="Others" Mult="TRUE"/>'
  ]) {
    await owner.done(`${list}/fields/createfieldasxml`, { parameters: { SchemaXml: xml, Options: 8 } });
  }
});
afterAll(() => server.stop());

const everything = {
  Title: 'Bins <late>',
  Status: 'Open',
  Tags: ['a', 'B'],
  Amount: 67687.5,
  Due: '2026-07-01T11:30:00Z',
  Day: '2026-07-01',
  Done: true,
  Page: { Url: 'https://council.example/bins', Description: 'Bins' },
  PlaceId: 2,
  PlacesId: [1, 2]
};

test('a row is text, with companions; people, lookups and choices are lists', async () => {
  await owner.done(`${list}/items`, { ...everything, HandlerId: me, OthersId: [me] });
  const names = ['Title', 'Status', 'Tags', 'Amount', 'Due', 'Day', 'Done', 'Page', 'Place', 'Places', 'Handler', 'Others', 'Created'];
  const ViewXml = `<View><ViewFields>${names.map((name) => `<FieldRef Name="${name}"/>`).join('')}</ViewFields></View>`;
  const data = await owner.done<{ Row: Record<string, unknown>[] }>(`${list}/RenderListDataAsStream`, { parameters: { ViewXml } });
  expect(data).toMatchObject({ FirstRow: 1, LastRow: 1, RowLimit: 30, FolderPermissions: '0x7fffffffffffffff' });
  expect(data.Row[0]).toMatchObject({
    ID: '1',
    FSObjType: '0',
    UniqueId: expect.stringMatching(/^\{[0-9A-F-]{36}\}$/) as string,
    FileRef: `${root}/1_.000`,
    Title: 'Bins <late>',
    Status: 'Open',
    Tags: ['a', 'B'],
    Amount: '67,687.5',
    'Amount.': '67687.5000000000',
    Due: '01/07/2026 12:30',
    'Due.': '2026-07-01T11:30:00Z',
    Day: '01/07/2026',
    'Day.': '2026-06-30T23:00:00Z',
    Done: 'Yes',
    'Done.value': '1',
    Page: 'https://council.example/bins',
    'Page.desc': 'Bins',
    Place: [{ lookupId: 2, lookupValue: 'Beech', isSecretFieldValue: false }],
    'Place.': '2;#Beech',
    Places: [
      { lookupId: 1, lookupValue: 'Arden', isSecretFieldValue: false },
      { lookupId: 2, lookupValue: 'Beech', isSecretFieldValue: false }
    ],
    Handler: [{ id: String(me), title: 'Dawn Archer', email: people.owner, sip: people.owner, picture: '' }],
    Others: [{ id: String(me), value: 'Dawn Archer' }],
    owshiddenversion: '1'
  });
  const empty = await owner.done<{ Id: number }>(`${list}/items`, { Title: 'Empty' });
  const { Row } = await owner.done<{ Row: Record<string, unknown>[] }>(`${list}/RenderListDataAsStream`, {
    parameters: {
      ViewXml: ViewXml.replace(
        '<View>',
        `<View><Query><Where><Eq><FieldRef Name="ID"/><Value Type="Counter">${empty.Id}</Value></Eq></Where></Query>`
      )
    }
  });
  expect(Row[0]).toMatchObject({
    Tags: '',
    Amount: '',
    Due: '',
    Done: 'No',
    'Done.value': '0',
    Page: '',
    Place: '',
    Places: [],
    Handler: '',
    Others: ''
  });
});

test("without a view in the request the list's own view counts, with its query, or the one that the address names", async () => {
  const fields = ['LinkTitle'];
  const query = '<Where><Eq><FieldRef Name="Status"/><Value Type="Choice">Open</Value></Eq></Where>';
  const { Id } = await owner.done<{ Id: string }>(`${list}/views`, {
    Title: 'Open ones',
    ViewQuery: query,
    ViewFields: fields,
    RowLimit: 5
  });
  const rows = async (address: string): Promise<number> =>
    (await owner.done<{ Row: unknown[] }>(`${list}/RenderListDataAsStream${address}`, { parameters: {} })).Row.length;
  expect(await rows('')).toBe(2);
  expect(await rows(`?View=${Id}`)).toBe(1);
  await owner.done(`${list}/views('${Id}')`, { DefaultView: true }, merge);
  expect(await rows('')).toBe(1);
});

test('rows stand below ListData where more than rows is asked for', async () => {
  const both = await owner.done(`${list}/RenderListDataAsStream`, { parameters: { RenderOptions: 7 } });
  expect(both).toMatchObject({
    ListData: { Row: expect.any(Array) as unknown[] },
    ListSchema: { Field: expect.any(Array) as unknown[] },
    listTitle: 'Enquired'
  });
  expect(both).not.toHaveProperty('Row');
});

test('filters and sorts in the address count, and pages follow one another', async () => {
  for (let n = 0; n < 7; n += 1) await owner.done(`${list}/items`, { Title: `Page ${n}`, Status: 'Paged', Amount: n % 3 });
  const one = await owner.done<{ Row: { Title: string }[] }>(
    `${list}/RenderListDataAsStream?FilterField1=Title&FilterValue1=Page%202&FilterField2=Status&FilterValue2=Paged`,
    { parameters: { ViewXml: '<View/>' } }
  );
  expect(one.Row.map(({ Title }) => Title)).toEqual(['Page 2']);
  const several = await owner.done<{ Row: { Title: string }[] }>(
    `${list}/RenderListDataAsStream?FilterFields1=Title&FilterValues1=Page%202%3B%23Page%205&FilterField2=Status&FilterValue2=Paged`,
    { parameters: { ViewXml: '<View/>' } }
  );
  expect(several.Row.map(({ Title }) => Title)).toEqual(['Page 2', 'Page 5']);
  const many = Array.from({ length: 5000 }, (_, n) => `a${n}`).join('%3B%23');
  expect((await owner.refused(`${list}/RenderListDataAsStream?FilterFields1=Title&FilterValues1=${many}`, {})).status).toBe(400);
  const ViewXml =
    '<View><Query><Where><Eq><FieldRef Name="Status"/><Value Type="Text">Paged</Value></Eq></Where><OrderBy><FieldRef Name="Amount" Ascending="FALSE"/></OrderBy></Query><RowLimit Paged="TRUE">3</RowLimit></View>';
  const titles: string[] = [];
  let Paging: string | undefined;
  do {
    const page: { Row: { Title: string }[]; NextHref?: string; FirstRow: number } = await owner.done(`${list}/RenderListDataAsStream`, {
      parameters: { ViewXml, ...(Paging === undefined ? {} : { Paging }) }
    });
    expect(page.FirstRow).toBe(titles.length + 1);
    titles.push(...page.Row.map(({ Title }) => Title));
    Paging = page.NextHref?.replace(/^\?/, '');
  } while (Paging !== undefined);
  expect(titles).toEqual(['Page 2', 'Page 5', 'Page 1', 'Page 4', 'Page 0', 'Page 3', 'Page 6']);
  const absolute = await owner.done(`${list}/RenderListDataAsStream`, { parameters: { ViewXml: ViewXml.replace(' Paged="TRUE"', '') } });
  expect(absolute).not.toHaveProperty('NextHref');
});

test('GetItems answers items, with the columns of the view and in the time that is asked for', async () => {
  const query = {
    ViewXml:
      '<View><Query><Where><Eq><FieldRef Name="ID"/><Value Type="Counter">1</Value></Eq></Where></Query><ViewFields><FieldRef Name="Title"/><FieldRef Name="Due"/></ViewFields></View>'
  };
  const local = await owner.done<{ value: Record<string, unknown>[] }>(`${list}/getitems`, { query });
  expect(local.value[0]).toMatchObject({ Id: 1, Title: 'Bins <late>', Due: '2026-07-01T12:30:00' });
  expect(local.value[0]).not.toHaveProperty('Status');
  const utc = await owner.done<{ value: Record<string, unknown>[] }>(`${list}/getitems`, { query: { ...query, DatesInUtc: true } });
  expect(utc.value[0]).toMatchObject({ Due: '2026-07-01T11:30:00Z' });
  const expanded = await owner.done<{ value: Record<string, unknown>[] }>(`${list}/getitems?$select=Title,Place/Title&$expand=Place`, {
    query
  });
  expect(expanded.value[0]).toMatchObject({ Title: 'Bins <late>', Place: { Title: 'Beech' } });
  const after = await owner.done<{ value: { Id: number }[] }>(`${list}/getitems`, {
    query: { ViewXml: '<View><RowLimit>2</RowLimit></View>', ListItemCollectionPosition: { PagingInfo: 'Paged=TRUE&p_ID=3' } }
  });
  expect(after.value.map(({ Id }) => Id)).toEqual([4, 5]);
});

test('what is no CAML is refused with what is wrong', async () => {
  const wrong: [string, RegExp][] = [
    ['<View', /not valid XML/],
    [
      '<View><Query><Where><Eq><FieldRef Name="Nothing"/><Value Type="Text">x</Value></Eq></Where></Query></View>',
      /'Nothing' does not exist/
    ],
    ['<View><Query><Where><Like><FieldRef Name="Title"/></Like></Where></Query></View>', /<Like>/],
    ['<View><Query><Where><And><IsNull><FieldRef Name="Title"/></IsNull></And></Where></Query></View>', /exactly two/],
    ['<View><RowLimit>many</RowLimit></View>', /RowLimit/],
    ['<View Scope="Everywhere"/>', /Scope/],
    ['<!DOCTYPE x [<!ENTITY a "b">]><View/>', /not valid XML/],
    [
      '<View><Query><Where><Eq><FieldRef Name="Amount"/><Value Type="Number">many</Value></Eq></Where></Query></View>',
      /'many' is not a number/
    ]
  ];
  for (const [ViewXml, message] of wrong) {
    const refusal = await owner.refused(`${list}/getitems`, { query: { ViewXml } });
    expect([refusal.status, ViewXml]).toEqual([400, ViewXml]);
    expect(refusal.message).toMatch(message);
  }
});

describe('forms', () => {
  const path = `${list}/AddValidateUpdateItemUsingPath()`;
  interface Result {
    value: {
      FieldName: string;
      FieldValue: string;
      HasException: boolean;
      ErrorMessage: string | null;
      ErrorCode: number;
      ItemId: number;
    }[];
  }
  const add = (formValues: Record<string, string>, folder = root): Promise<Result> =>
    owner.done<Result>(path, {
      listItemCreateInfo: { FolderPath: { DecodedUrl: folder }, UnderlyingObjectType: 0 },
      formValues: Object.entries(formValues).map(([FieldName, FieldValue]) => ({ FieldName, FieldValue })),
      bNewDocumentUpdate: false
    });
  const idIn = ({ value }: Result): number => Number(value.find(({ FieldName }) => FieldName === 'Id')?.FieldValue);

  test('an item is made in a folder from the values of a form, each as text', async () => {
    await owner.done(`web/getFolderByServerRelativePath(decodedurl='${root}')/AddSubFolderUsingPath(DecodedUrl='ward-1')`, '');
    const result = await add(
      {
        Title: 'From a form',
        Status: 'Open',
        Tags: 'a;#B',
        Amount: '1,234.5',
        Due: '2026-07-01 12:30:00',
        Day: '01/07/2026',
        Done: '1',
        Page: 'https://council.example/a, b, About, with commas',
        Place: '2',
        Places: '1;#;#2',
        Handler: JSON.stringify([{ Key: `i:0#.f|membership|${people.officer}` }]),
        Others: `[{'Key':'${people.officer}'},{'Key':'${people.owner}'}]`
      },
      `${root}/ward-1`
    );
    expect(result.value.filter(({ HasException }) => HasException)).toEqual([]);
    const item = await owner.done(`${list}/items(${idIn(result)})?$select=*,FileDirRef,Handler/EMail&$expand=Handler`);
    expect(item).toMatchObject({
      Title: 'From a form',
      Tags: ['a', 'B'],
      Amount: 1234.5,
      Due: '2026-07-01T11:30:00Z',
      Day: '2026-06-30T23:00:00Z',
      Done: true,
      Page: { Url: 'https://council.example/a', Description: 'b, About, with commas' },
      PlaceId: 2,
      PlacesId: [1, 2],
      FileDirRef: `${root}/ward-1`,
      Handler: { EMail: people.officer }
    });
    // Only the folder's own rows are shown from the folder, and it is not shown at the root.
    const inside = await owner.done<{ Row: { ID: string }[] }>(`${list}/RenderListDataAsStream`, {
      parameters: { ViewXml: '<View/>', FolderServerRelativeUrl: `${root}/ward-1` }
    });
    expect(inside.Row.map(({ ID }) => Number(ID))).toEqual([idIn(result)]);
    const scopes: Record<string, boolean> = { '': false, Recursive: true, RecursiveAll: true, FilesOnly: false };
    for (const [scope, found] of Object.entries(scopes)) {
      const { Row } = await owner.done<{ Row: { ID: string; FSObjType: string }[] }>(`${list}/RenderListDataAsStream`, {
        parameters: { ViewXml: `<View${scope ? ` Scope="${scope}"` : ''}><RowLimit>100</RowLimit></View>` }
      });
      expect([scope, Row.some(({ ID }) => Number(ID) === idIn(result))]).toEqual([scope, found]);
      expect([scope, Row.some(({ FSObjType }) => FSObjType === '1')]).toEqual([scope, scope === '' || scope === 'RecursiveAll']);
    }
  });

  test('"1;#2" names one value of a lookup column, as in SharePoint', async () => {
    const id = idIn(await add({ Title: 'One', Places: '1;#2' }));
    expect(await owner.done(`${list}/items(${id})`)).toMatchObject({ PlacesId: [1] });
  });

  test('if one value does not fit nothing is made, and each column says what is wrong', async () => {
    const before = (await owner.done<{ ItemCount: number }>(`${list}?$select=ItemCount`)).ItemCount;
    const result = await add({
      Title: 'Not made',
      Due: '2026-07-01T12:30:00Z',
      Amount: 'many',
      Place: '99',
      Handler: '[{"Key":"nobody@council.example"}]'
    });
    const failed = Object.fromEntries(result.value.filter(({ HasException }) => HasException).map((row) => [row.FieldName, row]));
    expect(Object.keys(failed).sort()).toEqual(['Amount', 'Due', 'Handler', 'Place']);
    expect(failed.Due).toMatchObject({
      ErrorCode: -2146232832,
      ErrorMessage: 'You must specify a valid date within the range of 01/01/1900 and 31/12/8900.'
    });
    expect(failed.Amount?.ErrorMessage).toBe('Only numbers can go here.');
    expect(failed.Handler?.ErrorMessage).toMatch(/does not exist or is not unique/);
    expect(idIn(result)).toBe(0);
    expect((await owner.done<{ ItemCount: number }>(`${list}?$select=ItemCount`)).ItemCount).toBe(before);
    // A required column that is not there counts as left blank.
    expect((await add({ Status: 'New' })).value).toContainEqual(expect.objectContaining({ FieldName: 'Title', HasException: true }));
    expect((await owner.refused(path, { formValues: [{ FieldName: 'Nothing', FieldValue: 'x' }] })).status).toBe(400);
    expect((await owner.refused(path, { formValues: 'x' })).status).toBe(400);
    expect(
      (await owner.refused(path, { listItemCreateInfo: { FolderPath: { DecodedUrl: `${root}/nowhere` } }, formValues: [] })).status
    ).toBe(404);
  });

  test('a folder is made where one is asked for, under the name that is given', async () => {
    const folder = (more: object, formValues: object[] = []): Promise<Result> =>
      owner.done<Result>(path, {
        listItemCreateInfo: { FolderPath: { DecodedUrl: root }, UnderlyingObjectType: 1, ...more },
        formValues,
        bNewDocumentUpdate: true
      });
    const names = [
      await folder({ LeafName: { DecodedUrl: 'ward-2' } }, [{ FieldName: 'Title', FieldValue: 'Ward 2' }]),
      await folder({ LeafName: 'ward-3' }, [{ FieldName: 'Title', FieldValue: 'Ward 3' }]),
      await folder({}, [{ FieldName: 'FileLeafRef', FieldValue: 'ward-4' }])
    ];
    for (const result of names) {
      expect(await owner.done(`${list}/items(${idIn(result)})?$select=FSObjType`)).toMatchObject({ FSObjType: 1 });
    }
    for (const name of ['ward-2', 'ward-3', 'ward-4']) {
      expect((await owner.send(`web/getFolderByServerRelativePath(decodedurl='${root}/${name}')`)).status).toBe(200);
    }
  });

  test('ValidateUpdateListItem changes all or nothing, and read-only columns too', async () => {
    const { Id } = await owner.done<{ Id: number }>(`${list}/items`, { Title: 'Before' });
    const update = (formValues: object[]): Promise<Result> =>
      owner.done<Result>(`${list}/items(${Id})/ValidateUpdateListItem`, { formValues, bNewDocumentUpdate: false });
    const failed = await update([
      { FieldName: 'Title', FieldValue: 'After' },
      { FieldName: 'Amount', FieldValue: 'x' }
    ]);
    expect(failed.value.map(({ HasException, ItemId }) => [HasException, ItemId])).toEqual([
      [false, Id],
      [true, Id]
    ]);
    expect(await owner.done(`${list}/items(${Id})`)).toMatchObject({ Title: 'Before' });
    await owner.done(`${list}/fields/getByInternalNameOrTitle('Status')`, { ReadOnlyField: true }, merge);
    const officer = await owner.done<{ Id: number }>('web/ensureuser', { logonName: people.officer });
    const done = await update([
      { FieldName: 'Title', FieldValue: 'After' },
      { FieldName: 'Status', FieldValue: 'Open' },
      { FieldName: 'Author', FieldValue: `[{"Key":"${people.officer}"}]` },
      { FieldName: 'Created', FieldValue: '01/02/2020 09:00' }
    ]);
    expect(done.value.some(({ HasException }) => HasException)).toBe(false);
    expect(await owner.done(`${list}/items(${Id})`)).toMatchObject({
      Title: 'After',
      Status: 'Open',
      AuthorId: officer.Id,
      Created: '2020-02-01T09:00:00Z'
    });
    await owner.done(`${list}/fields/getByInternalNameOrTitle('Status')`, { ReadOnlyField: false }, merge);
  });

  test('dates and numbers are read and written as the site writes them', async () => {
    const written = async (values: Record<string, string>): Promise<Record<string, unknown>> => {
      const result = await add({ Title: 'Locale', ...values });
      expect(result.value.filter(({ HasException }) => HasException)).toEqual([]);
      return owner.done(`${list}/items(${idIn(result)})`);
    };
    await owner.done('web/regionalsettings', { LocaleId: 1033 }, merge);
    expect(await written({ Due: '7/4/2026 2:30 PM', Amount: '1,000.5' })).toMatchObject({ Due: '2026-07-04T13:30:00Z', Amount: 1000.5 });
    await owner.done('web/regionalsettings', { LocaleId: 1031 }, merge);
    const german = await written({ Due: '04.07.2026 14:30', Amount: '1.000,5' });
    expect(german).toMatchObject({ Due: '2026-07-04T13:30:00Z', Amount: 1000.5 });
    expect(await owner.done(`${list}/items(${String(german.Id)})/fieldvaluesastext`)).toMatchObject({
      Due: '04.07.2026 14:30',
      Amount: '1.000,5'
    });
    expect((await owner.refused('web/regionalsettings', { LocaleId: 1 }, merge)).status).toBe(400);
    await owner.done('web/regionalsettings', { LocaleId: 2057 }, merge);
    expect((await add({ Title: 'x', Due: '31/02/2026' })).value).toContainEqual(
      expect.objectContaining({ FieldName: 'Due', HasException: true })
    );
  });
});
