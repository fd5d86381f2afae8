import '@pnp/sp/batching';
import '@pnp/sp/fields';
import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/site-users/web';
import '@pnp/sp/webs';
import type { IList } from '@pnp/sp/lists';
import { refusal } from '../support/refusal';
import { people } from '../support/server';
import { withServer } from '../support/with-server';

/** The local SharePoint as PnPjs sees it over HTTP: items and $batch. */

const site = withServer();

describe('items', () => {
  let list: IList;
  let targets: IList;
  beforeAll(async () => {
    const target = await site.sp.web.lists.add('Targets');
    targets = site.sp.web.lists.getById(target.Id);
    await targets.items.add({ Title: 'North' });
    await targets.items.add({ Title: "South's end" });
    const { Id } = await site.sp.web.lists.add('Things');
    list = site.sp.web.lists.getById(Id);
    const add = (xml: string): Promise<unknown> => list.fields.createFieldAsXml({ SchemaXml: xml, Options: 8 });
    await add('<Field Type="Number" Name="Rank" DisplayName="Rank" Indexed="TRUE" />');
    await add('<Field Type="Boolean" Name="Open" DisplayName="Open" />');
    await add('<Field Type="DateTime" Name="Due" DisplayName="Due" />');
    await add(`<Field Type="Lookup" Name="Target" DisplayName="Target" List="{${target.Id}}" ShowField="Title" />`);
    await add(`<Field Type="LookupMulti" Mult="TRUE" Name="Targets" DisplayName="Targets" List="{${target.Id}}" ShowField="Title" />`);
    await add('<Field Type="User" Name="Who" DisplayName="Who" />');
    const me = await site.sp.web.currentUser();
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

  test('an order by a lookup needs it in $expand, a filter does not', async () => {
    expect(await refusal(list.items.orderBy('Target/Title')())).toMatchObject({
      status: 400,
      message: expect.stringContaining('$expand') as string
    });
  });

  test('a lookup to its own list is followed', async () => {
    const { Id } = await site.sp.web.lists.add('Tree');
    const tree = site.sp.web.lists.getById(Id);
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
      const response = await site.server.request(people.owner, `web/lists/getByTitle('Things')/items?$select=Id&$top=3&$orderby=${order}`);
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
    const { Id } = await site.sp.web.lists.add('Nothing in it');
    expect(await refusal(site.sp.web.lists.getById(Id).items.select('Title', 'Imagined')())).toMatchObject({
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
    const { Id } = await site.sp.web.lists.add('Long');
    const long = site.sp.web.lists.getById(Id);
    const [batch, execute] = site.sp.batched({ maxRequests: 100 });
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
    const [batch, execute] = site.sp.batched();
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
