import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import '@pnp/sp/batching';
import '@pnp/sp/fields';
import '@pnp/sp/files';
import '@pnp/sp/folders';
import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/security/web';
import '@pnp/sp/site-groups/web';
import '@pnp/sp/site-users/web';
import '@pnp/sp/views';
import '@pnp/sp/webs';
import type { SPFI } from '@pnp/sp';
import type { IList } from '@pnp/sp/lists';
import { people, TestServer } from '../support/server';

/** The local SharePoint as PnPjs sees it over HTTP. */

let server: TestServer;
let sp: SPFI;
beforeAll(async () => {
  server = await TestServer.start();
  sp = server.as(people.owner);
});
afterAll(() => server.stop());

/** What SharePoint said when it refused something. */
const refusal = async (promise: Promise<unknown>): Promise<{ status: number; code: string; message: string }> => {
  const error = await promise.then(
    () => undefined,
    (thrown: { status: number; message: string }) => thrown
  );
  if (!error) throw new Error('It was not refused.');
  const body = JSON.parse(error.message.slice(error.message.indexOf('::>') + 3)) as {
    'odata.error': { code: string; message: { value: string } };
  };
  return { status: error.status, code: body['odata.error'].code, message: body['odata.error'].message.value };
};

describe('lists', () => {
  test('are added, found by title, id and address, changed and deleted', async () => {
    const added = await sp.web.lists.add('Road works', 'Where the roads are up');
    expect(added).toMatchObject({ Title: 'Road works', BaseTemplate: 100, ItemCount: 0, Description: 'Where the roads are up' });
    const list = sp.web.lists.getById(added.Id);
    await list.update({ Title: 'Roadworks' });
    const found = await sp.web.getList('/sites/members/Lists/Road works').select('Id', 'Title')();
    expect(found).toMatchObject({ Id: added.Id, Title: 'Roadworks' });
    expect((await sp.web.lists.getByTitle('ROADWORKS').select('ID')<{ Id: string }>()).Id).toBe(added.Id);
    expect((await sp.web.lists.filter("Title eq 'Roadworks'")()).length).toBe(1);
    await list.delete();
    expect(await refusal(sp.web.lists.getByTitle('Roadworks')())).toMatchObject({ status: 404, code: '-1, System.ArgumentException' });
    expect(await refusal(list())).toMatchObject({ status: 404, message: expect.stringContaining('List does not exist') as string });
  });

  test('PnPjs ensures a list once, and is refused what the type does not have', async () => {
    expect((await sp.web.lists.ensure('Ensured')).created).toBe(true);
    expect((await sp.web.lists.ensure('Ensured', 'described')).created).toBe(false);
    await expect(sp.web.lists.ensure('Ensured', '', 100, false, { Imagined: 1 } as never)).rejects.toThrow();
    expect(await refusal(sp.web.lists.add('x'.repeat(256)))).toMatchObject({ status: 400 });
  });

  test('a title that is taken is refused', async () => {
    await sp.web.lists.add('Twice');
    expect(await refusal(sp.web.lists.add('twice'))).toMatchObject({ status: 500, code: '-2130575342, Microsoft.SharePoint.SPException' });
  });
});

describe('columns', () => {
  let list: IList;
  beforeAll(async () => {
    const { Id } = await sp.web.lists.add('Columns');
    list = sp.web.lists.getById(Id);
  });

  test('made from XML keep the name that it gives', async () => {
    await list.fields.createFieldAsXml({
      SchemaXml:
        '<Field Type="Choice" Name="Kind" DisplayName="What kind" Indexed="TRUE"><Default>A</Default><CHOICES><CHOICE>A</CHOICE><CHOICE>B &amp; C</CHOICE></CHOICES></Field>',
      Options: 8
    });
    const field = await list.fields.getByInternalNameOrTitle('What kind')();
    expect(field).toMatchObject({
      InternalName: 'Kind',
      TypeAsString: 'Choice',
      FieldTypeKind: 6,
      Indexed: true,
      Choices: ['A', 'B & C'],
      DefaultValue: 'A'
    });
    const item = await list.items.add({ Title: 'has the default' });
    expect(item).toMatchObject({ Kind: 'A' });
  });

  test("are made by PnPjs's own calls", async () => {
    await list.fields.addText('Plain text', { MaxLength: 10 });
    await list.fields.addNumber('Amount', { MinimumValue: 0 });
    await list.fields.addBoolean('Done');
    await list.fields.addDateTime('When', { DisplayFormat: 1 });
    await list.fields.addMultilineText('Story');
    await list.fields.addChoice('One', { Choices: ['a', 'b'] });
    await list.fields.addMultiChoice('Many', { Choices: ['a', 'b'] });
    await list.fields.addUser('Who', {});
    await list.fields.addUrl('Where');
    const { Id } = await list.select('Id')();
    await list.fields.addLookup('Other', { LookupListId: Id, LookupFieldName: 'Title' });
    const item = await list.items.add({
      Title: 'full',
      Plain_x0020_text: 'ten chars',
      Amount: 1.5,
      Done: true,
      When: '2026-07-01T10:00:00Z',
      Story: 'long\nstory',
      One: 'a',
      Many: ['a', 'b'],
      Where: { Url: 'https://example.org/', Description: 'there' }
    });
    expect(item).toMatchObject({
      Amount: 1.5,
      Done: true,
      When: '2026-07-01T10:00:00Z',
      Many: ['a', 'b'],
      Where: { Url: 'https://example.org/', Description: 'there' },
      WhoId: null
    });
    expect(await refusal(list.items.add({ Plain_x0020_text: 'more than ten' }))).toMatchObject({ status: 400 });
    expect(await refusal(list.items.add({ Amount: 'many' }))).toMatchObject({ status: 400 });
    await list.fields.getByTitle('Amount').update({ Description: 'in pounds' });
    expect(await list.fields.getByTitle('Amount')()).toMatchObject({ Description: 'in pounds', TypeAsString: 'Number' });
    await list.fields.getByTitle('Amount').delete();
    expect(await refusal(list.fields.getByTitle('Amount')())).toMatchObject({ status: 400 });
  });

  test('a date without a time is midnight on the site, which is 23:00 UTC in summer', async () => {
    await list.fields.createFieldAsXml({
      SchemaXml: '<Field Type="DateTime" Format="DateOnly" Name="Day" DisplayName="Day" />',
      Options: 8
    });
    expect(await list.items.add({ Day: '2026-07-01T12:00:00Z' })).toMatchObject({ Day: '2026-06-30T23:00:00Z' });
    expect(await list.items.add({ Day: '2026-12-01T12:00:00Z' })).toMatchObject({ Day: '2026-12-01T00:00:00Z' });
  });

  test('a number outside of its range, and a setting that is not built, are refused', async () => {
    await list.fields.createFieldAsXml({
      SchemaXml: '<Field Type="Number" Name="Seats" DisplayName="Seats" Min="0" Max="20" />',
      Options: 8
    });
    expect(await refusal(list.items.add({ Seats: 21 }))).toMatchObject({ status: 400 });
    expect(await refusal(list.update({ ReadSecurity: 2 }))).toMatchObject({ status: 400 });
    expect(await refusal(list.fields.createFieldAsXml('<Field Type="constructor" Name="X" DisplayName="X" />'))).toMatchObject({
      status: 400
    });
  });

  test('a column that holds duplicates cannot be made unique, and a list with another ETag is not changed', async () => {
    await list.fields.createFieldAsXml({ SchemaXml: '<Field Type="Text" Name="Twice" DisplayName="Twice" />', Options: 8 });
    await list.items.add({ Twice: 'a' });
    await list.items.add({ Twice: 'A' });
    expect(await refusal(list.fields.getByInternalNameOrTitle('Twice').update({ EnforceUniqueValues: true }))).toMatchObject({
      status: 400
    });
    expect(await refusal(list.update({ Description: 'x' }, '"another,1"'))).toMatchObject({ status: 412 });
  });

  test('a unique column refuses a second row, with any case, and lets empty ones be', async () => {
    await list.fields.createFieldAsXml({
      SchemaXml: '<Field Type="Text" Name="Key" DisplayName="Key" EnforceUniqueValues="TRUE" Indexed="TRUE" />',
      Options: 8
    });
    await list.items.add({ Key: 'abc' });
    await list.items.add({ Title: 'no key' });
    expect(await refusal(list.items.add({ Key: 'ABC' }))).toMatchObject({
      status: 400,
      code: '-2130575169, Microsoft.SharePoint.SPDuplicateValuesFoundException'
    });
  });

  test('more than 20 indexes, and an index on a column that cannot have one, are refused', async () => {
    const { Id } = await sp.web.lists.add('Indexes');
    const fields = sp.web.lists.getById(Id).fields;
    for (let n = 0; n < 20; n += 1) await fields.createFieldAsXml(`<Field Type="Text" Name="C${n}" DisplayName="C${n}" Indexed="TRUE" />`);
    expect(await refusal(fields.createFieldAsXml('<Field Type="Text" Name="C20" DisplayName="C20" Indexed="TRUE" />'))).toMatchObject({
      status: 400
    });
    expect(await refusal(fields.createFieldAsXml('<Field Type="Note" Name="N" DisplayName="N" Indexed="TRUE" />'))).toMatchObject({
      status: 400
    });
  });
});

describe('views', () => {
  test('a list has one; others are added, filled and deleted', async () => {
    const { Id } = await sp.web.lists.add('Viewed');
    const list = sp.web.lists.getById(Id);
    expect(await list.defaultView()).toMatchObject({ Title: 'All Items', DefaultView: true });
    await list.views.add('Mine', false, { RowLimit: 10, ViewQuery: '<OrderBy><FieldRef Name="Title" /></OrderBy>' });
    const view = list.views.getByTitle('Mine');
    await view.fields.removeAll();
    await view.fields.add('Title');
    await view.fields.add('Modified');
    await view.fields.move('Modified', 0);
    expect(await view.fields()).toMatchObject({ Items: ['Modified', 'Title'] });
    await view.update({ RowLimit: 20 });
    expect(await view()).toMatchObject({ RowLimit: 20 });
    await view.delete();
    expect((await list.views()).map(({ Title }) => Title)).toEqual(['All Items']);
  });
});

describe('items', () => {
  let list: IList;
  let targets: IList;
  beforeAll(async () => {
    const target = await sp.web.lists.add('Targets');
    targets = sp.web.lists.getById(target.Id);
    await targets.items.add({ Title: 'North' });
    await targets.items.add({ Title: "South's end" });
    const { Id } = await sp.web.lists.add('Things');
    list = sp.web.lists.getById(Id);
    const add = (xml: string): Promise<unknown> => list.fields.createFieldAsXml({ SchemaXml: xml, Options: 8 });
    await add('<Field Type="Number" Name="Rank" DisplayName="Rank" Indexed="TRUE" />');
    await add('<Field Type="Boolean" Name="Open" DisplayName="Open" />');
    await add('<Field Type="DateTime" Name="Due" DisplayName="Due" />');
    await add(`<Field Type="Lookup" Name="Target" DisplayName="Target" List="{${target.Id}}" ShowField="Title" />`);
    await add(`<Field Type="LookupMulti" Mult="TRUE" Name="Targets" DisplayName="Targets" List="{${target.Id}}" ShowField="Title" />`);
    await add('<Field Type="User" Name="Who" DisplayName="Who" />');
    const me = await sp.web.currentUser();
    for (let n = 1; n <= 25; n += 1) {
      await list.items.add({
        Title: `Thing ${n}`,
        Rank: n % 5,
        Open: n % 2 === 0,
        Due: `2026-0${(n % 9) + 1}-15T12:00:00Z`,
        TargetId: n % 3 === 0 ? 2 : 1,
        TargetsId: n % 4 === 0 ? [1, 2] : [],
        WhoId: n === 7 ? me.Id : null
      });
    }
  });

  const titles = async (filter: string): Promise<number[]> =>
    (await list.items.filter(filter).expand('Target', 'Who').select('Title').top(100)<{ Title: string }[]>()).map(({ Title }) =>
      Number(Title.split(' ')[1])
    );
  const numbers = (test: (n: number) => boolean): number[] => Array.from({ length: 25 }, (_, index) => index + 1).filter(test);

  test.each<[string, (n: number) => boolean]>([
    ['Rank eq 2', (n) => n % 5 === 2],
    ['Rank ge 3 and Open eq true', (n) => n % 5 >= 3 && n % 2 === 0],
    ['Open eq 1 or Rank eq 0 and Rank eq 1', (n) => n % 2 === 0],
    ['not (Rank lt 4)', (n) => n % 5 === 4],
    ["startswith(Title,'thing 2')", (n) => n === 2 || n >= 20],
    ["substringof('NG 1',Title)", (n) => n === 1 || (n >= 10 && n < 20)],
    ["Target/Title eq 'South''s end'", (n) => n % 3 === 0],
    ['TargetId eq 1', (n) => n % 3 !== 0],
    ["Who/EMail eq 'd.archer@wexcombe.example'", (n) => n === 7],
    ['WhoId ne null', (n) => n === 7],
    ["Due lt datetime'2026-03-01T00:00:00Z'", (n) => (n % 9) + 1 < 3],
    ['month(Due) eq 4', (n) => n % 9 === 3],
    ['Id gt 20', (n) => n > 20]
  ])('$filter=%s', async (filter, test) => expect(await titles(filter)).toEqual(numbers(test)));

  test('a filter through a lookup needs it in $expand', async () => {
    expect(await refusal(list.items.filter("Target/Title eq 'North'")())).toMatchObject({
      status: 400,
      message: expect.stringContaining('$expand') as string
    });
  });

  test('a lookup to its own list is followed', async () => {
    const { Id } = await sp.web.lists.add('Tree');
    const tree = sp.web.lists.getById(Id);
    await tree.fields.createFieldAsXml({
      SchemaXml: `<Field Type="Lookup" Name="Parent" DisplayName="Parent" List="{${Id}}" ShowField="Title" />`,
      Options: 8
    });
    await tree.items.add({ Title: 'root' });
    await tree.items.add({ Title: 'leaf', ParentId: 1 });
    expect(await tree.items.filter("Parent/Title eq 'root'").expand('Parent').select('Title', 'Parent/Title')()).toMatchObject([
      { Title: 'leaf', Parent: { Title: 'root' } }
    ]);
  });

  test('what stands behind ID in $orderby has no effect, and $top=0 gives nothing', async () => {
    const ids = async (order: string): Promise<number[]> => {
      const response = await server.request(people.owner, `web/lists/getByTitle('Things')/items?$select=Id&$top=3&$orderby=${order}`);
      return ((await response.json()) as { value: { Id: number }[] }).value.map(({ Id }) => Id);
    };
    expect(await ids('Id,Title desc')).toEqual([1, 2, 3]);
    expect(await ids('Id desc,Title')).toEqual([25, 24, 23]);
    expect(await list.items.top(0)()).toEqual([]);
  });

  test('a lookup of several values and unknown columns cannot be filtered', async () => {
    expect(await refusal(list.items.filter('TargetsId eq 1')())).toMatchObject({ status: 400 });
    expect(await refusal(list.items.filter("Nothing eq 'x'")())).toMatchObject({
      status: 400,
      message: expect.stringContaining("'Nothing'") as string
    });
  });

  test('$expand brings what lookups and people point to', async () => {
    const item = await list.items
      .getById(8)
      .select('Title', 'Target/Title', 'Targets/Id', 'Targets/Title', 'Author/EMail')
      .expand('Target', 'Targets', 'Author')();
    expect(item).toMatchObject({
      Title: 'Thing 8',
      Target: { Title: 'North' },
      Targets: [
        { Id: 1, Title: 'North' },
        { Id: 2, Title: "South's end" }
      ],
      Author: { EMail: people.owner }
    });
    expect(await refusal(list.items.select('Title', 'Target')())).toMatchObject({
      status: 400,
      message: expect.stringContaining('$expand') as string
    });
    expect(await refusal(list.items.select('Nothing')())).toMatchObject({
      status: 400,
      message: "The field or property 'Nothing' does not exist."
    });
  });

  test('an unknown column is refused in a list without items too', async () => {
    const { Id } = await sp.web.lists.add('Nothing in it');
    expect(await refusal(sp.web.lists.getById(Id).items.select('Title', 'Imagined')())).toMatchObject({
      status: 400,
      message: "The field or property 'Imagined' does not exist."
    });
    expect(await refusal(list.items.select('Target/Imagined').expand('Target').filter('Id eq 0')())).toMatchObject({ status: 400 });
    expect(await refusal(list.items.select('Who/Imagined').expand('Who').filter('Id eq 0')())).toMatchObject({ status: 400 });
  });

  test('pages follow one another without a gap or a double, sorted by ID or by a column', async () => {
    const ids: number[] = [];
    for await (const page of list.items.select('Id').top(7) as AsyncIterable<{ Id: number }[]>) ids.push(...page.map(({ Id }) => Id));
    expect(ids).toEqual(numbers(() => true));
    const sorted: string[] = [];
    for await (const page of list.items.select('Id', 'Rank').orderBy('Rank', false).top(4) as AsyncIterable<
      { Id: number; Rank: number }[]
    >) {
      sorted.push(...page.map(({ Id, Rank }) => `${Rank}:${Id}`));
    }
    const wanted = numbers(() => true).sort((a, b) => (b % 5) - (a % 5) || a - b);
    expect(sorted).toEqual(wanted.map((n) => `${n % 5}:${n}`));
  });

  test('a page has 100 rows unless $top says otherwise', async () => {
    const { Id } = await sp.web.lists.add('Long');
    const long = sp.web.lists.getById(Id);
    const [batch, execute] = sp.batched({ maxRequests: 150 });
    for (let n = 0; n < 120; n += 1) void batch.web.lists.getById(Id).items.add({ Title: String(n) });
    await execute();
    expect(await long.items()).toHaveLength(100);
    expect(await long.select('ItemCount')()).toMatchObject({ ItemCount: 120 });
  });

  test('an ETag lets only the first of two changes in', async () => {
    const first = await list.items.getById(1)<{ 'odata.etag': string }>();
    const { etag } = (await list.items.getById(1).update({ Title: 'Thing 1' }, first['odata.etag'])) as unknown as { etag: string };
    expect(etag).not.toBe(first['odata.etag']);
    expect(await refusal(list.items.getById(1).update({ Title: 'lost' }, first['odata.etag']))).toMatchObject({
      status: 412,
      code: '-1, Microsoft.SharePoint.Client.ClientServiceException'
    });
    expect(await list.items.getById(1)()).toMatchObject({ Title: 'Thing 1' });
  });

  test('what does not fit is refused and nothing is written', async () => {
    expect(await refusal(list.items.add({ Title: 'x', Nothing: 1 }))).toMatchObject({
      status: 400,
      message: expect.stringContaining("'Nothing' does not exist on type 'SP.Data.ThingsListItem'") as string
    });
    expect(await refusal(list.items.add({ Title: 'x', TargetId: 99 }))).toMatchObject({ status: 400 });
    expect(await refusal(list.items.add({ Title: 'x', Due: 'soon' }))).toMatchObject({ status: 400 });
    expect(await refusal(list.items.getById(999)())).toMatchObject({ status: 404, code: '-2130575338, System.ArgumentException' });
    expect(await titles("Title eq 'x'")).toEqual([]);
  });

  test('deleted items are gone, and their IDs are not used again', async () => {
    const { Id } = await targets.items.add({ Title: 'short-lived' });
    await targets.items.getById(Id).delete();
    expect((await targets.items.add({ Title: 'next' })).Id).toBe(Id + 1);
  });
});

describe('$batch', () => {
  test('a part that fails leaves the others be', async () => {
    const [batch, execute] = sp.batched();
    const results: string[] = [];
    batch.web.lists.add('From a batch').then(
      () => results.push('list'),
      () => results.push('no list')
    );
    batch.web.lists
      .getByTitle('Nowhere')()
      .then(
        () => results.push('found'),
        (error: { status: number }) => results.push(String(error.status))
      );
    batch.web
      .select('Title')()
      .then(
        ({ Title }) => results.push(Title),
        () => results.push('no web')
      );
    await execute();
    expect(results.sort()).toEqual(['404', 'Members', 'list']);
  });
});

describe('documents', () => {
  test('are added to a folder of a library, read, replaced and deleted', async () => {
    await sp.web.lists.add('Pictures', '', 101);
    const folder = sp.web.getFolderByServerRelativePath('/sites/members/Pictures');
    await folder.addSubFolderUsingPath("it's #1");
    const inner = sp.web.getFolderByServerRelativePath("/sites/members/Pictures/it's #1");
    const file = await inner.files.addUsingPath('a b.txt', 'first', { Overwrite: true });
    expect(file).toMatchObject({ Name: 'a b.txt', ServerRelativeUrl: "/sites/members/Pictures/it's #1/a b.txt", Length: '5' });
    expect(await refusal(inner.files.addUsingPath('a b.txt', 'second'))).toMatchObject({ status: 500 });
    await inner.files.addUsingPath('a b.txt', 'third', { Overwrite: true });
    const stored = sp.web.getFileByServerRelativePath("/sites/members/Pictures/it's #1/a b.txt");
    expect(await stored.getText()).toBe('third');
    expect(await stored.listItemAllFields()).toMatchObject({ Id: 2, FileSystemObjectType: 0 });
    expect(await stored.exists()).toBe(true);
    await expect(stored.copyTo('/sites/members/Pictures/nowhere/b.txt', true)).rejects.toThrow();
    await stored.delete();
    expect(await stored.exists()).toBe(false);
    expect(await refusal(inner.files.addUsingPath('a?b.txt', ''))).toMatchObject({ status: 400 });
  });

  test('are served with their type to who is signed in, and can run no script', async () => {
    await sp.web.getFolderByServerRelativePath('/sites/members/Pictures').files.addUsingPath('page.html', '<script>alert(1)</script>');
    const address = `${server.origin}/sites/members/Pictures/page.html`;
    const response = await fetch(address, { headers: { authorization: `Bearer local:${people.officer}` } });
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
    expect(response.headers.get('content-security-policy')).toContain('sandbox');
    expect((await fetch(address, { redirect: 'manual' })).status).toBe(302);
  });
});

describe('people', () => {
  test('the current user, users and groups of the accounts are there', async () => {
    expect(await sp.web.currentUser()).toMatchObject({
      LoginName: `i:0#.f|membership|${people.owner}`,
      Title: 'Dawn Archer',
      IsSiteAdmin: true
    });
    expect((await sp.web.siteUsers.getByEmail(people.member)()).Title).toBe('Amara Whitfield');
    const groups = await server.as(people.member).web.currentUser.groups();
    expect(groups.map(({ Title }) => Title)).toEqual(['Memberlink Members']);
    expect((await sp.web.siteGroups.getByName('Memberlink Owners').users()).map(({ Email }) => Email)).toEqual([people.owner]);
  });
  test('ensureUser finds accounts by name, claim and e-mail, and nobody else', async () => {
    const byClaim = await sp.web.ensureUser(`i:0#.f|membership|${people.officer}`);
    expect((byClaim as unknown as { Id: number }).Id).toBe(
      ((await sp.web.ensureUser(people.officer.toUpperCase())) as unknown as { Id: number }).Id
    );
    expect(await refusal(sp.web.ensureUser('nobody@nowhere.example'))).toMatchObject({ status: 400 });
  });
  test('who is taken out of a group is out for good, and /_local/accounts says so', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'memberlink-groups-'));
    const first = await TestServer.start({ dataFolder: folder });
    const groupsOf = async (running: TestServer): Promise<string[]> => {
      const accounts = (await (await fetch(`${running.origin}/_local/accounts`)).json()) as { login: string; groups: string[] }[];
      return accounts.find(({ login }) => login === people.member)?.groups ?? [];
    };
    expect(await groupsOf(first)).toEqual(['Memberlink Members']);
    await first
      .as(people.owner)
      .web.siteGroups.getByName('Memberlink Members')
      .users.removeByLoginName(`i:0#.f|membership|${people.member}`);
    await first.stop();
    const second = await TestServer.start({ dataFolder: folder });
    expect(await groupsOf(second)).toEqual([]);
    await second.stop();
    rmSync(folder, { recursive: true });
  });
  test('groups are added, filled, renamed and removed', async () => {
    const { Id } = await sp.web.siteGroups.add({ Title: 'Testers' });
    const group = sp.web.siteGroups.getById(Id);
    await group.users.add(`i:0#.f|membership|${people.officer}`);
    expect(await group.users()).toHaveLength(1);
    await group.update({ Title: 'Checkers' });
    expect((await sp.web.siteGroups.getByName('Checkers')()).Id).toBe(Id);
    await sp.web.siteGroups.removeById(Id);
    expect(await refusal(sp.web.siteGroups.getById(Id)())).toMatchObject({ status: 404 });
  });
});

describe('rights', () => {
  test('who has none at all is refused everywhere', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'memberlink-rights-'));
    const other = await TestServer.start({ dataFolder: folder });
    const owner = other.as(people.owner);
    const [{ Id: visitors } = { Id: 0 }] = await owner.web.siteGroups.filter("Title eq 'Members Visitors'")();
    await owner.web.roleAssignments.remove(visitors, 1073741826);
    for (const path of [
      'web',
      'web/lists',
      'web/siteusers',
      'web/currentuser',
      "web/lists/getByTitle('Site Pages')/items(1)",
      "web/lists/getByTitle('Site Pages')/rootFolder/files",
      "web/getFileByServerRelativePath(decodedUrl='/sites/members/SitePages/Members.aspx')/$value",
      'web/roleassignments',
      'site'
    ]) {
      expect([path, (await other.request(people.officer, path)).status]).toEqual([path, 403]);
    }
    await other.stop();
    rmSync(folder, { recursive: true });
  });

  test('who is in a group is told to its members and to who manages permissions', async () => {
    const members = async (login: string): Promise<number> =>
      (await server.request(login, "web/sitegroups/getByName('Memberlink Restricted Enquiries')/users")).status;
    expect(await members(people.member)).toBe(403);
    expect(await members('m.stone@wexcombe.example')).toBe(200);
    expect(await members(people.owner)).toBe(200);
    expect((await server.request(people.member, 'web/roleassignments')).status).toBe(403);
  });

  test('everyone reads; only who has a level that allows it writes', async () => {
    const officer = server.as(people.officer);
    await sp.web.lists.add('Guarded');
    expect(await officer.web.lists.getByTitle('Guarded').items()).toEqual([]);
    for (const attempt of [
      officer.web.lists.getByTitle('Guarded').items.add({ Title: 'x' }),
      officer.web.lists.add('Mine'),
      officer.web.lists.getByTitle('Guarded').delete(),
      officer.web.siteGroups.add({ Title: 'Mine' }),
      officer.web.update({ Title: 'Mine' })
    ]) {
      expect(await refusal(attempt)).toMatchObject({ status: 403, code: '-2147024891, System.UnauthorizedAccessException' });
    }
    const { Id } = await officer.web.currentUser();
    await sp.web.roleAssignments.add(Id, 1073741827);
    await officer.web.lists.getByTitle('Guarded').items.add({ Title: 'now allowed' });
    await sp.web.roleAssignments.remove(Id, 1073741827);
    expect(await refusal(officer.web.lists.getByTitle('Guarded').items.add({ Title: 'x' }))).toMatchObject({ status: 403 });
  });
});

describe('the protocol', () => {
  test.each([
    ['application/json;odata=verbose', /^\{"error":\{"code":"-1, System\.ArgumentException","message":\{"lang":"en-US","value":"List/],
    ['application/json', /^\{"odata\.error":\{"code":"-1, System\.ArgumentException","message":\{"lang":"en-US","value":"List/],
    [
      '*/*',
      /^<\?xml version="1\.0" encoding="utf-8"\?><m:error .*<m:code>-1, System\.ArgumentException<\/m:code><m:message xml:lang="en-US">List/
    ]
  ])('errors with Accept: %s', async (accept, body) => {
    const response = await server.request(people.owner, "web/lists/getByTitle('Nowhere')", { headers: { accept } });
    expect(response.status).toBe(404);
    expect(await response.text()).toMatch(body);
  });

  test.each([
    ['application/json;odata=verbose', '"results":[{"__metadata":{'],
    ['application/json', '"odata.metadata"'],
    ['application/json;odata=nometadata', '{"value":[{'],
    ['*/*', '<feed xmlns="http://www.w3.org/2005/Atom"']
  ])('collections with Accept: %s', async (accept, part) => {
    expect(await (await server.request(people.owner, 'web/siteusers', { headers: { accept } })).text()).toContain(part);
  });

  test.each([
    'web/constructor',
    'web/__proto__',
    'constructor',
    'web/lists/toString',
    "web/lists/getByTitle('Things')/items?$orderby=constructor",
    "web/lists/getByTitle('Things')/items?$select=__proto__"
  ])('%s is nothing', async (path) => {
    const { status } = await server.request(people.owner, path);
    expect([400, 404]).toContain(status);
  });

  test('nobody signed in is answered 401, a wrong path 404, another method 405', async () => {
    expect((await fetch(`${server.siteUrl}/_api/web`)).status).toBe(401);
    expect((await fetch(`${server.siteUrl}/_api/web`, { headers: { authorization: 'Bearer local:nobody@nowhere.example' } })).status).toBe(
      401
    );
    expect((await server.request(people.owner, 'web/nothing')).status).toBe(404);
    expect(
      (await fetch(`${server.origin}/sites/other/_api/web`, { headers: { authorization: `Bearer local:${people.owner}` } })).status
    ).toBe(404);
    expect((await server.request(people.owner, 'web/currentuser', { method: 'DELETE' })).status).toBe(405);
    expect((await server.request(people.owner, "web/lists/getByTitle('%E0%A4%A')")).status).toBe(400);
    expect((await server.request(people.owner, 'web/lists', { method: 'POST', body: '{' })).status).toBe(400);
  });

  test('somebody signed in by cookie needs a digest that is good', async () => {
    const signIn = await fetch(`${server.origin}/_local/sign-in`, {
      method: 'POST',
      body: new URLSearchParams({ login: people.owner }),
      redirect: 'manual'
    });
    const cookie = String(signIn.headers.get('set-cookie')).split(';')[0] ?? '';
    const post = (digest?: string): Promise<Response> =>
      fetch(`${server.siteUrl}/_api/web/lists`, {
        method: 'POST',
        headers: { cookie, accept: 'application/json', ...(digest === undefined ? {} : { 'x-requestdigest': digest }) },
        body: JSON.stringify({ Title: `Digest ${digest?.length ?? 0}`, BaseTemplate: 100 })
      });
    for (const bad of [undefined, 'formDigest', `0x${'0'.repeat(64)},22 Nov 2020 10:00:00 -0000`]) {
      const response = await post(bad);
      expect(response.status).toBe(403);
      expect(await response.text()).toContain('-2130575251');
    }
    const context = (await (
      await fetch(`${server.siteUrl}/_api/contextinfo`, { method: 'POST', headers: { cookie, accept: 'application/json' } })
    ).json()) as { FormDigestValue: string; FormDigestTimeoutSeconds: number };
    expect(context.FormDigestTimeoutSeconds).toBe(1800);
    expect((await post(context.FormDigestValue)).status).toBe(201);
  });

  test('a page of another site that gives this machine its name gets nothing', async () => {
    const { request } = await import('node:http');
    const status = await new Promise((resolve, reject) => {
      const { port } = new URL(server.origin);
      request({ host: '127.0.0.1', port, path: '/_local/accounts', headers: { host: 'evil.example' } }, (response) =>
        resolve(response.statusCode)
      )
        .on('error', reject)
        .end();
    });
    expect(status).toBe(421);
  });

  test('/_local/accounts needs no sign-in', async () => {
    const accounts = (await (await fetch(`${server.origin}/_local/accounts`)).json()) as Record<string, unknown>[];
    expect(accounts.length).toBeGreaterThanOrEqual(10);
    for (const account of accounts) expect(Object.keys(account)).toEqual(['login', 'name', 'email', 'aadObjectId', 'groups']);
  });

  test('sign-in returns to addresses of this server only', async () => {
    for (const returnUrl of ['//evil.example/', 'https://evil.example/', '/\\evil.example']) {
      const response = await fetch(`${server.origin}/_local/sign-in`, {
        method: 'POST',
        body: new URLSearchParams({ login: people.owner, returnUrl }),
        redirect: 'manual'
      });
      expect(response.headers.get('location')).toBe('/sites/members');
    }
  });
});
