import '@pnp/sp/fields';
import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/site-groups/web';
import '@pnp/sp/views';
import '@pnp/sp/webs';
import { provision } from '../../sharepoint/provisioning/provision';
import { allLists, groups } from '../../src/lists';
import { runCommand } from '../support/command';
import { people, TestServer } from '../support/server';

let server: TestServer;
beforeEach(async () => {
  server = await TestServer.start();
});
afterEach(() => server.stop());

const ignore = (): void => undefined;

test('makes every list with its columns, indexes and views, and every group; a second run changes nothing', async () => {
  const sp = server.as(people.owner);
  const report: string[] = [];
  expect(await provision(sp, (line) => report.push(line))).toBe(report.length);
  for (const definition of allLists) {
    const list = sp.web.getList(`/sites/members/${definition.url}`);
    expect(report).toContain(`Created the ${definition.kind} ${definition.title}`);
    const fields = new Map((await list.fields()).map((field) => [field.InternalName, field]));
    for (const column of definition.columns) {
      expect(fields.get(column.name)).toMatchObject({
        Title: column.title,
        Required: column.required ?? false,
        Indexed: (column.indexed ?? false) || (column.unique ?? false)
      });
    }
    const views = (await list.views()).map(({ Title }) => Title);
    expect(views).toEqual(expect.arrayContaining(definition.views.map(({ title }) => title)));
  }
  const titles = (await sp.web.siteGroups()).map(({ Title }) => Title);
  expect(titles).toEqual(expect.arrayContaining(groups.map(({ title }) => title)));
  expect(await provision(sp, ignore)).toBe(0);
});

test('mends what is missing and leaves what owners made', async () => {
  const sp = server.as(people.owner);
  await provision(sp, ignore);
  const members = sp.web.getList('/sites/members/Lists/Members');
  await members.update({ Title: 'Our councillors' });
  await members.fields.addText('Nickname');
  await members.fields.getByInternalNameOrTitle('Phone').update({ Title: 'Telephone' });
  await members.views.add('My view', false, { RowLimit: 5 });
  await members.views.getByTitle('Serving members').update({ RowLimit: 7 });
  await members.items.add({ Title: 'Kept', Nickname: 'K' });
  await members.fields.getByInternalNameOrTitle('Skills').delete();
  await members.fields.getByInternalNameOrTitle('Party').update({ Indexed: false });
  await sp.web.getList('/sites/members/Lists/Parties').delete();
  const report: string[] = [];
  await provision(sp, (line) => report.push(line));
  expect(report).toEqual(
    expect.arrayContaining(['Added the column Members.Skills', 'Indexed the column Members.Party', 'Created the list Parties'])
  );
  expect(report.filter((line) => !/Skills|Part/.test(line))).toEqual([]);
  expect(await members()).toMatchObject({ Title: 'Our councillors', ItemCount: 1 });
  expect((await members.items())[0]).toMatchObject({ Title: 'Kept', Nickname: 'K' });
  expect(await members.fields.getByInternalNameOrTitle('Phone')()).toMatchObject({ Title: 'Telephone' });
  expect(await members.views.getByTitle('My view')()).toMatchObject({ RowLimit: 5 });
  expect(await members.views.getByTitle('Serving members')()).toMatchObject({ RowLimit: 7 });
});

test('a list that others look up is not replaced: it is to be restored', async () => {
  const sp = server.as(people.owner);
  await provision(sp, ignore);
  await sp.web.getList('/sites/members/Lists/Wards').delete();
  await expect(provision(sp, ignore)).rejects.toThrow(
    "looks up a list Wards that was deleted. Restore that list from the site's recycle bin"
  );
  for (const [list, column] of [
    ['Members', 'Ward'],
    ['Enquiries', 'Ward'],
    ['Enquiries', 'OtherWards']
  ] as const)
    await sp.web.getList(`/sites/members/Lists/${list}`).fields.getByInternalNameOrTitle(column).delete();
  expect(await provision(sp, ignore)).toBeGreaterThan(0);
});

test('a column of another type in our place is named and nothing is lost', async () => {
  const sp = server.as(people.owner);
  const { Id } = await sp.web.lists.add('Wards');
  await sp.web.lists.getById(Id).fields.addText('Seats');
  await expect(provision(sp, ignore)).rejects.toThrow('The column Seats of the list Wards is of type Text, not Number.');
});

test('the command tells what it did, and why it could not', async () => {
  const done = await runCommand('provision', ['--site', server.siteUrl]);
  expect(done).toMatchObject({
    status: 0,
    output: expect.stringMatching(/Created the list Members[\s\S]*is provisioned: \d+ changes\./) as string
  });
  const again = await runCommand('provision', ['--site', server.siteUrl, '--as', people.owner]);
  expect(again).toMatchObject({ status: 0, output: expect.stringContaining('is up to date: nothing to do.') as string });
  const missing = await runCommand('provision', []);
  expect(missing).toMatchObject({ status: 1, output: expect.stringContaining('--site is missing') as string });
});

test('somebody without the right to it is told so', async () => {
  // An officer finds nothing to do on a site that is up to date, so this one is not.
  const refused = await runCommand('provision', ['--site', server.siteUrl, '--as', people.officer]);
  expect(refused).toMatchObject({ status: 1, output: expect.stringContaining('SharePoint denied access') as string });
});

test('a site where nothing answers is named', async () => {
  const refused = await runCommand('provision', ['--site', 'http://localhost:9/sites/members']);
  expect(refused).toMatchObject({ status: 1, output: expect.stringContaining('Nothing answers at http://localhost:9') as string });
});

test('killed at any step, the next run finishes what was begun', async () => {
  const sp = server.as(people.owner);
  await provision(sp, ignore);
  // As a run leaves them that ended between two requests.
  const parties = sp.web.getList('/sites/members/Lists/Parties');
  for (const { Id } of await parties.items.select('Id').filter('Id gt 5').top(100)<{ Id: number }[]>())
    await parties.items.getById(Id).delete();
  const members = sp.web.getList('/sites/members/Lists/Members');
  await members.views.getByTitle('Serving members').fields.removeAll();
  await members.fields.getByInternalNameOrTitle('Title').update({ Title: 'Title' });
  await members.fields.getByInternalNameOrTitle('ModernGovId').update({ EnforceUniqueValues: false });
  const report: string[] = [];
  await provision(sp, (line) => report.push(line));
  expect(report).toEqual([
    'Filled the list Parties with 12 parties',
    'Named the column Members.Title “Name”',
    'Made the values of the column Members.ModernGovId unique',
    'Set up the view “Serving members” of Members'
  ]);
  expect(await provision(sp, ignore)).toBe(0);
});
