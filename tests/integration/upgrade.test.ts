import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import '@pnp/sp/fields';
import '@pnp/sp/files';
import '@pnp/sp/folders';
import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/site-groups/web';
import '@pnp/sp/views';
import '@pnp/sp/webs';
import { provision } from '../../sharepoint/provisioning/provision';
import { allLists, type ListDefinition } from '../../src/lists';
import { runCommand } from '../support/command';
import { councillors, feedXml } from '../support/feed';
import { people, project, TestServer } from '../support/server';

/** The lists as version 0.1.0 made them: a record that is never changed. */
const firstLists = JSON.parse(readFileSync(join(project, 'tests/fixtures/lists-0.1.0.json'), 'utf8')) as ListDefinition[];

const ignore = (): void => undefined;

let server: TestServer;
let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'memberlink-upgrade-'));
  server = await TestServer.start();
});
afterEach(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

/** Everything that a site holds: rows, columns and views of all lists, documents, who is in which group. */
async function contents(): Promise<Record<string, unknown>> {
  const { web } = server.as(people.owner);
  const site: Record<string, unknown> = {};
  for (const { url } of firstLists) {
    const list = web.getList(`/sites/members/${url}`);
    const views = await list.views.select('Title', 'ViewQuery', 'RowLimit', 'DefaultView', 'ViewFields').expand('ViewFields')<
      { Title: string; ViewQuery: string; RowLimit: number; DefaultView: boolean; ViewFields: { Items: string[] } }[]
    >();
    site[url] = {
      title: (await list.select('Title')<{ Title: string }>()).Title,
      rows: await list.items.top(5000)(),
      columns: await list.fields.select('InternalName', 'Title', 'TypeAsString', 'Required', 'Choices')(),
      views: views.map(({ ViewFields, ...view }) => ({ ...view, columns: ViewFields.Items }))
    };
  }
  site.photos = await web.getFolderByServerRelativePath('/sites/members/MemberPhotos').files.select('Name', 'Length', 'ETag')();
  const groups = await web.siteGroups.expand('Users').select('Title', 'Description', 'Users/LoginName')();
  site.groups = groups.map(({ Title, Description, Users }: { Title: string; Description: string; Users?: { LoginName: string }[] }) => ({
    ...{ Title, Description },
    members: Users?.map(({ LoginName }) => LoginName)
  }));
  return site;
}

test('an upgrade from the first version loses nothing, of ours or of the owners, and adds what is new', async () => {
  const { web } = server.as(people.owner);
  await provision(server.as(people.owner), ignore, firstLists);
  const file = join(folder, 'feed.xml');
  writeFileSync(file, feedXml({ Castle: councillors(12), Mill: [{ id: '900', name: 'Vacant seat' }] }));
  expect(await runCommand('import', ['--from', file, '--site', server.siteUrl])).toMatchObject({ status: 0 });
  const [members, wards] = [web.getList('/sites/members/Lists/Members'), web.getList('/sites/members/Lists/Wards')];
  await web
    .getFolderByServerRelativePath('/sites/members/MemberPhotos')
    .files.addUsingPath('100.png', 'not really a picture', { Overwrite: true });
  await web.getList('/sites/members/Lists/Parties').items.add({ Title: 'Wexcombe First', Spellings: 'WF', Colour: '#123456' });
  // What owners did: a view and a column of their own, other titles, an own default view, more choices.
  await members.update({ Title: 'Our councillors' });
  await members.fields.addText('Locker', { MaxLength: 20 });
  await members.fields.getByInternalNameOrTitle('Phone').update({ Title: 'Telephone' });
  await members.views.add('By locker', false, { RowLimit: 7, ViewQuery: '<OrderBy><FieldRef Name="Locker" /></OrderBy>' });
  await members.views.getByTitle('By locker').fields.add('Locker');
  await members.views.getByTitle('By locker').update({ DefaultView: true });
  await members.views.getByTitle('Serving members').update({ RowLimit: 11 });
  // A view that has by chance the title of a new one.
  await members.views.add('Former members', false, { RowLimit: 3, ViewQuery: '<OrderBy><FieldRef Name="Locker" /></OrderBy>' });
  await members.items.getById(1).update({ Locker: 'A7', Skills: 'Canals', PreferredContact: 'E-mail, mornings' });
  await members.items.getById(2).delete();
  await wards.items.getById(1).update({ Seats: 1, Vacancies: 3 });
  const body = await web.getList('/sites/members/Lists/Bodies').items.add({ Title: 'Planning', Kind: 'Committee' });
  await web.getList('/sites/members/Lists/Appointments').items.add({ MemberId: 1, BodyId: (body as { Id: number }).Id, Role: 'Chair' });
  const before = await contents();

  const report: string[] = [];
  await provision(server.as(people.owner), (line) => report.push(line));
  expect(report).toEqual(
    expect.arrayContaining([
      'Added the column Members.Reviewed',
      'Indexed the column Appointments.To',
      'Set the rule of the column Members.Email',
      'Added the view “Not checked for a year” of Members',
      'Created the list Corrections'
    ])
  );
  expect(report.filter((line) => /Former members|Serving members/.test(line))).toEqual([]);
  const after = await contents();
  type Contents = { title: string; rows: object[]; columns: { InternalName: string }[]; views: { Title: string }[] };
  for (const { url } of firstLists) {
    const [was, is] = [before[url], after[url]] as [Contents, Contents];
    expect(is.title).toBe(was.title);
    // New columns are empty, everything else is as it was: ids, ETags, who changed it when.
    expect(is.rows).toEqual(was.rows.map((row) => expect.objectContaining(row) as object));
    expect(is.columns.filter(({ InternalName }) => was.columns.some((column) => column.InternalName === InternalName))).toEqual(
      was.columns
    );
    expect(is.views.filter(({ Title }) => was.views.some((view) => view.Title === Title))).toEqual(was.views);
  }
  expect(after.photos).toEqual(before.photos);
  expect(after.groups).toEqual(before.groups);

  // It works as before: no difference for the next import, and a row that a new rule would not allow can be put right.
  expect(await provision(server.as(people.owner), ignore)).toBe(0);
  await expect(wards.items.getById(1).update({ Title: 'Castle' })).rejects.toThrow(/more vacant seats than seats/);
  await wards.items.getById(1).update({ Seats: 4 });
  await members.fields.getByInternalNameOrTitle('Email').update({ Title: 'Mail' });
  await expect(members.items.getById(1).update({ Email: 'nobody' })).rejects.toThrow(/has an @ in it/);
  const { output } = await runCommand('import', ['--from', file, '--site', server.siteUrl]);
  expect(output).toContain('1 added, 0 changed, 0 left, 11 unchanged');
  expect(await members.items.getById(1)()).toMatchObject({ Locker: 'A7', Skills: 'Canals', PreferredContact: 'E-mail, mornings' });
});

test('every list of the first version is still there, with every column of the same type', () => {
  for (const { url, columns } of firstLists) {
    const now = allLists.find((definition) => definition.url === url);
    for (const { name, type } of columns) expect(now?.columns.find((column) => column.name === name)?.type).toBe(type);
  }
});
