import '@pnp/sp/fields';
import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/views';
import '@pnp/sp/webs';
import { provision } from '../../sharepoint/provisioning/provision';
import { allLists } from '../../src/lists';
import { withServer } from '../support/with-server';

/** What owners have in SharePoint's own list pages: views, rules, descriptions. */

const site = withServer();
const list = (name: string): ReturnType<typeof site.sp.web.getList> => site.sp.web.getList(`/sites/members/Lists/${name}`);
const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();

/** Titles of the rows that a view shows, as its page reads them. */
async function shown(name: string, view: string): Promise<string[]> {
  const { Id } = await list(name).views.getByTitle(view).select('Id')<{ Id: string }>();
  const { Row } = (await list(name).renderListDataAsStream({ RenderOptions: 2 }, {}, new Map([['View', Id]]))) as {
    Row: { Title: string }[];
  };
  return Row.map(({ Title }) => Title);
}

beforeAll(async () => {
  await provision(site.sp, () => undefined);
  const ward = (await list('Wards').items.add({ Title: 'Castle', Seats: 3, Vacancies: 1 })) as { Id: number };
  await list('Wards').items.add({ Title: 'Mill', Seats: 2, Vacancies: 0 });
  const photo = { Url: 'https://council.example/a.jpg', Description: '' };
  await list('Members').items.add({
    Title: 'Ann Able',
    Surname: 'Able',
    Status: 'Serving',
    WardId: ward.Id,
    Photo: photo,
    Reviewed: daysAgo(20)
  });
  await list('Members').items.add({ Title: 'Ben Baker', Surname: 'Baker', Status: 'Serving', WardId: ward.Id, Reviewed: daysAgo(400) });
  await list('Members').items.add({ Title: 'Cy Chard', Surname: 'Chard', Status: 'Serving', Photo: photo });
  await list('Members').items.add({ Title: 'Di Dunn', Surname: 'Dunn', Status: 'Former' });
  const service = (await list('Services').items.add({ Title: 'Waste', Reviewed: daysAgo(20) })) as { Id: number };
  await list('Services').items.add({ Title: 'Parks', Reviewed: daysAgo(200) });
  const away = { Role: 'Liaison officer', ServiceId: service.Id, AwayFrom: daysAgo(3) };
  const hal = (await list('Officers').items.add({ Title: 'Hal Head', Surname: 'Head', Seniority: 'Manager' })) as { Id: number };
  await list('Officers').items.add({ Title: 'Flo Frost', Surname: 'Frost', Seniority: 'Officer', ...away });
  await list('Officers').items.add({
    Title: 'Gil Green',
    Surname: 'Green',
    Seniority: 'Officer',
    ...away,
    CoverId: hal.Id,
    Reviewed: daysAgo(2)
  });
});

test.each([
  ['Members', 'Serving members', ['Ann Able', 'Ben Baker', 'Cy Chard']],
  ['Members', 'By ward', ['Ann Able', 'Ben Baker', 'Cy Chard']],
  ['Members', 'Not checked for a year', ['Cy Chard', 'Ben Baker']],
  ['Members', 'Without photograph', ['Ben Baker']],
  ['Members', 'Former members', ['Di Dunn']],
  ['Wards', 'Vacancies', ['Castle']],
  ['Services', 'By directorate', ['Waste', 'Parks']],
  ['Services', 'Not checked for six months', ['Parks']],
  ['Officers', 'By service', ['Flo Frost', 'Gil Green', 'Hal Head']],
  ['Officers', 'Liaison officers', ['Flo Frost', 'Gil Green']],
  ['Officers', 'Without cover', ['Flo Frost']],
  ['Officers', 'Not checked for six months', ['Flo Frost', 'Hal Head']]
])('%s: the view “%s”', async (name, view, titles) => expect((await shown(name, view)).sort()).toEqual([...titles].sort()));

test('by ward is grouped by the ward', async () => {
  const { ViewQuery } = await list('Members').views.getByTitle('By ward').select('ViewQuery')<{ ViewQuery: string }>();
  expect(ViewQuery).toContain('<GroupBy Collapse="FALSE"><FieldRef Name="Ward" /></GroupBy>');
});

test.each([
  ['Members', { Title: 'Ed Elder', Email: 'nobody' }, /has an @ in it/],
  ['Members', { Title: 'Ed Elder', TermStart: '2027-05-01', TermEnd: '2023-05-01' }, /term ends before it begins/],
  ['Wards', { Title: 'New', Seats: 1, Vacancies: 2 }, /more vacant seats than seats/],
  ['Wards', { Title: 'Castle' }, /duplicate/i],
  ['Services', { Title: 'Waste' }, /duplicate/i],
  ['Officers', { Title: 'Ian Ill', Seniority: 'Officer', AwayTo: '2027-05-01' }, /has no first day/],
  ['Officers', { Title: 'Ian Ill', Seniority: 'Officer', Email: 'nobody' }, /has an @/],
  ['Appointments', { Role: 'Chair', From: '2027-05-01', To: '2023-05-01' }, /ends before it begins/],
  ['Parties', { Title: 'New party', Colour: 'blue' }, /#0087DC/]
])('%s refuse %j, and say why', async (name, row, reason) => {
  await expect(list(name).items.add(row)).rejects.toThrow(reason);
});

test('what passes the rules is taken', async () => {
  await list('Members').items.add({ Title: 'Flo Frost', Email: 'f.frost@council.example', TermStart: '2023-05-01', TermEnd: '2027-05-01' });
  await list('Parties').items.add({ Title: 'New party', Colour: '#123456' });
});

test('every list says what it holds, every column whose name does not tell says what goes in', async () => {
  for (const { url, description, columns } of allLists) {
    const { Description } = await site.sp.web.getList(`/sites/members/${url}`).select('Description')<{ Description: string }>();
    expect(Description).toBe(description);
    for (const { name, description: wanted } of columns.filter((column) => column.description)) {
      const field = await site.sp.web.getList(`/sites/members/${url}`).fields.getByInternalNameOrTitle(name)();
      expect([url, name, field.Description]).toEqual([url, name, wanted]);
    }
  }
});
