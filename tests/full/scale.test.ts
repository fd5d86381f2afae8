import { api, control, type Api } from '../support/api';
import { people, TestServer } from '../support/server';

/** Limits that only lists of many rows and many permissions show. How fast it is tells npm run bench. */

let server: TestServer;
let owner: Api;
beforeAll(async () => {
  server = await TestServer.start();
  owner = api(server, people.owner);
});
afterAll(() => server.stop());

test('inheritance of a list or folder with more than 100,000 items can no longer be changed, that of an item can', async () => {
  await owner.done('web/lists', { Title: 'Full', BaseTemplate: 100, EnableFolderCreation: true });
  const full = "web/lists/getByTitle('Full')";
  const root = '/sites/members/Lists/Full';
  await owner.done(`web/getFolderByServerRelativePath(decodedurl='${root}')/AddSubFolderUsingPath(DecodedUrl='inner')`, '');
  await owner.done(`web/getFolderByServerRelativePath(decodedurl='${root}')/AddSubFolderUsingPath(DecodedUrl='empty')`, '');
  await control(server, 'seed', { list: 'Full', folder: 'inner', count: 100_001, items: [{ Title: 'Row {n}' }] });
  const breaking = (path: string): string => `${path}/breakroleinheritance(copyRoleAssignments=true,clearSubscopes=false)`;
  const folderItem = async (name: string): Promise<string> => {
    const { Id } = await owner.done<{ Id: number }>(`web/getFolderByServerRelativePath(decodedurl='${root}/${name}')/listitemallfields`);
    return `${full}/items(${Id})`;
  };
  const refusal = { status: 500, code: '-2147024860, Microsoft.SharePoint.SPQueryThrottledException' };
  expect(await owner.refused(breaking(full), '')).toMatchObject(refusal);
  expect(await owner.refused(breaking(await folderItem('inner')), '')).toMatchObject(refusal);
  await owner.done(breaking(await folderItem('empty')), '');
  await owner.done(breaking(`${full}/items(1000)`), '');
  expect(await owner.done(`${full}/items(1000)?$select=HasUniqueRoleAssignments`)).toMatchObject({ HasUniqueRoleAssignments: true });
}, 300_000);

test('a list holds 50,000 items with permissions of their own and no more; what somebody may see is found among them', async () => {
  await owner.done('web/lists', { Title: 'Scoped', BaseTemplate: 100 });
  const scoped = "web/lists/getByTitle('Scoped')";
  const { Id: listId } = await owner.done<{ Id: string }>(scoped);
  await control(server, 'seed', { list: 'Scoped', count: 50_002, items: [{ Title: 'Row {n}' }] });
  const part = (id: number): string =>
    `--b\nContent-Type: application/http\nContent-Transfer-Encoding: binary\n\nPOST ${server.siteUrl}/_api/web/lists(guid'${listId}')/items(${id})/breakroleinheritance(copyRoleAssignments=false,clearSubscopes=false) HTTP/1.1\naccept: application/json\n\n`;
  for (let from = 1; from <= 50_000; from += 100) {
    const body = Array.from({ length: 100 }, (_, index) => part(from + index)).join('');
    const response = await owner.send('$batch', `${body}--b--\n`, { 'content-type': 'multipart/mixed; boundary=b' });
    const text = await response.text();
    expect(text.match(/HTTP\/1\.1 200/g)).toHaveLength(100);
  }
  const { message } = await owner.refused(`${scoped}/items(50001)/breakroleinheritance(copyRoleAssignments=true,clearSubscopes=false)`, '');
  expect(message).toBe('You cannot break inheritance for this item because there are too many items with unique permissions in this list.');
  const officer = await owner.done<{ Id: number }>('web/ensureuser', { logonName: people.officer });
  for (const id of [7, 49_999]) {
    await owner.done(`${scoped}/items(${id})/roleassignments/addroleassignment(principalid=${officer.Id},roledefid=1073741826)`, '');
  }
  const { value } = await api(server, people.officer).done<{ value: { Id: number }[] }>(`${scoped}/items?$select=Id&$top=5000`);
  expect(value.map(({ Id }) => Id)).toEqual([7, 49_999, 50_001, 50_002]);
}, 600_000);
