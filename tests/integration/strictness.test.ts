import '@pnp/sp/batching';
import '@pnp/sp/files';
import '@pnp/sp/folders';
import '@pnp/sp/webs';
import { api, control, merge, type Api } from '../support/api';
import { people } from '../support/server';
import { withServer } from '../support/with-server';

/** What a tenant refuses, and what it answers beside the usual: so that what works here works there. */

const site = withServer();
const root = '/sites/members';
let owner: Api;
let other: Api;
beforeAll(async () => {
  owner = api(site.server, people.owner);
  other = api(site.server, people.member);
  await owner.done('web/lists', { Title: 'Cases', BaseTemplate: 100, EnableFolderCreation: true });
  await owner.done("web/lists/getByTitle('Cases')/fields/createfieldasxml", {
    parameters: {
      SchemaXml: '<Field Type="MultiChoice" Name="Tags" DisplayName="Tags"><CHOICES><CHOICE>a</CHOICE></CHOICES></Field>',
      Options: 8
    }
  });
  await owner.done('web/lists', { Title: 'Hidden', BaseTemplate: 101 });
  await owner.done("web/lists/getByTitle('Hidden')/breakroleinheritance(copyRoleAssignments=false,clearSubscopes=true)", '');
});

const items = "web/lists/getByTitle('Cases')/items";
const folder = (path: string): string => `web/getFolderByServerRelativePath(decodedurl='${root}/${path}')`;
const file = (path: string): string => `web/getFileByServerRelativePath(decodedurl='${root}/${path}')`;

describe('bodies', () => {
  const verbose = { 'content-type': 'application/json;odata=verbose' };
  const __metadata = { type: 'SP.Data.CasesListItem' };

  test('several values are an array, in the verbose format {results}', async () => {
    await owner.done(items, { Title: 'a', Tags: ['a'] });
    expect(await owner.refused(items, { Title: 'a', Tags: { results: ['a'] } })).toEqual({
      ...{ status: 400, code: '-1, Microsoft.SharePoint.Client.InvalidClientQueryException' },
      message: "An unexpected 'StartObject' node was found when reading from the JSON reader. A 'StartArray' node was expected."
    });
    await owner.done(items, { __metadata, Title: 'a', Tags: { results: ['a'] } }, verbose);
    expect(await owner.refused(items, { __metadata, Title: 'a', Tags: ['a'] }, verbose)).toMatchObject({ status: 400 });
  });

  test('the verbose format says what the item is', async () => {
    expect((await owner.refused(items, { Title: 'a' }, verbose)).message).toMatch(/^An entry without a type name was found/);
    expect((await owner.refused(items, { __metadata: { type: 'SP.Data.Nope' }, Title: 'a' }, verbose)).message).toMatch(
      /^A type named 'SP\.Data\.Nope' could not be resolved/
    );
    await owner.done(items, { __metadata: { type: 'SP.ListItem' }, Title: 'a' }, verbose);
  });

  test('an ETag counts letter by letter', async () => {
    const added = await owner.done<{ Id: number; 'odata.etag': string }>(items, { Title: 'a' });
    const change = (etag: string): Promise<Response> => owner.send(`${items}(${added.Id})`, { Title: 'b' }, { ...merge, 'if-match': etag });
    expect((await change(added['odata.etag'].toUpperCase())).status).toBe(412);
    expect((await change(`W/${added['odata.etag']}`)).status).toBe(412);
    expect((await change(added['odata.etag'])).status).toBe(204);
  });

  test('a batch keeps the bytes of a document', async () => {
    const bytes = Buffer.concat([Buffer.from('a\r\nb\r\n\r\n'), Buffer.from([0xff, 0x00, 0xe9])]);
    const address = encodeURI(
      `${site.server.siteUrl}/_api/${folder('Shared Documents')}/files/addusingpath(decodedUrl='bytes.bin',overwrite=true)`
    );
    const batch = Buffer.concat([
      Buffer.from(`--b\r\nContent-Type: application/http\r\n\r\nPOST ${address} HTTP/1.1\r\nAccept: application/json\r\n\r\n`),
      bytes,
      Buffer.from('\r\n--b--\r\n')
    ]);
    const answer = await owner.send('$batch', batch, { 'content-type': 'multipart/mixed; boundary=b' });
    expect(await answer.text()).toContain('HTTP/1.1 200 OK');
    const read = await owner.send(`${file('Shared Documents/bytes.bin')}/$value`);
    expect(Buffer.from(await read.arrayBuffer())).toEqual(bytes);
  });

  test('a text that PnPjs puts into a batch comes out as it went in', async () => {
    const [batched, execute] = site.sp.batched();
    const added = batched.web
      .getFolderByServerRelativePath(`${root}/Shared Documents`)
      .files.addUsingPath('text.txt', 'Siân\nZoë', { Overwrite: true });
    await execute();
    await added;
    expect(await (await owner.send(`${file('Shared Documents/text.txt')}/$value`)).text()).toBe('Siân\nZoë');
  });
});

describe('names', () => {
  test('an address in place of a name is refused, unless it is of the folder itself', async () => {
    const add = (name: string): Promise<Response> =>
      owner.send(`${folder('Shared Documents')}/files/addusingpath(decodedUrl='${name}')`, 'x');
    expect((await add('a/b.txt')).status).toBe(400);
    expect((await add(`${root}/Hidden/b.txt`)).status).toBe(400);
    expect((await add(`${root}/Shared Documents/b.txt`)).status).toBe(200);
    expect((await owner.send(`${folder('Shared Documents')}/AddSubFolderUsingPath(DecodedUrl='a/b')`, '')).status).toBe(400);
  });

  test('are not told to who may not see what has them', async () => {
    await owner.done(`${folder('Hidden')}/files/addusingpath(decodedUrl='secret.txt')`, 'x');
    await owner.done(`${folder('Shared Documents')}/files/addusingpath(decodedUrl='shared.txt',overwrite=true)`, 'x');
    const probe = async (act: (name: string) => Promise<Response>): Promise<void> => {
      const [there, missing] = [await act('secret.txt'), await act('nothing.txt')];
      expect([there.status, (await there.text()).replace(/secret/g, 'nothing')]).toEqual([missing.status, await missing.text()]);
      expect(there.status).toBeGreaterThanOrEqual(400);
    };
    await probe((name) => other.send(`${folder('Hidden')}/files/addusingpath(decodedUrl='${name}')`, 'y'));
    await probe((name) =>
      other.send(`${file('Shared Documents/shared.txt')}/copyto(strnewurl='${root}/Hidden/${name}',boverwrite=false)`, '')
    );
    await probe((name) => other.send(folder(`Hidden/${name}`)));
    await probe((name) => other.send(file(`Hidden/${name}`)));
  });

  test('a folder that is hidden and one that is missing answer alike', async () => {
    const { Id } = await owner
      .done<{ Id: number }>(`${folder('Lists/Cases')}/AddSubFolderUsingPath(DecodedUrl='south')`, '')
      .then(() => owner.done<{ Id: number }>(`${folder('Lists/Cases/south')}/listitemallfields`));
    await owner.done(`${items}(${Id})/breakroleinheritance(copyRoleAssignments=false,clearSubscopes=true)`, '');
    const [hidden, missing] = [await other.done(folder('Lists/Cases/south')), await other.done(folder('Lists/Cases/north'))];
    expect(hidden).toMatchObject({ Exists: false });
    expect(JSON.stringify(hidden).replace(/south/g, 'north')).toBe(JSON.stringify(missing));
  });

  test("a list's item has no contents", async () => {
    const { Id } = await owner.done<{ Id: number }>(items, { Title: 'a' });
    const address = file(`Lists/Cases/${Id}_.000`);
    expect((await owner.send(`${address}/$value`, 'bytes', { 'x-http-method': 'PUT' })).status).toBe(404);
    expect((await owner.send(`${address}/$value`)).status).toBe(404);
  });
});

test('more than twelve lookup columns of one item are refused as of many', async () => {
  const { Id: list } = await owner.done<{ Id: string }>("web/lists/getByTitle('Cases')?$select=Id");
  const names = Array.from({ length: 13 }, (_, index) => `Look${index}`);
  for (const name of names) {
    await owner.done("web/lists/getByTitle('Cases')/fields/createfieldasxml", {
      parameters: {
        SchemaXml: `<Field Type="Lookup" Name="${name}" DisplayName="${name}" List="{${list}}" ShowField="Title"/>`,
        Options: 8
      }
    });
  }
  const { Id } = await owner.done<{ Id: number }>(items, { Title: 'a' });
  const query = (some: string[]): string =>
    `${items}(${Id})?$select=${some.map((name) => `${name}/Title`).join(',')}&$expand=${some.join(',')}`;
  await owner.done(query(names.slice(0, 12)));
  expect(await owner.refused(query(names))).toMatchObject({
    status: 500,
    code: '-2147024749, Microsoft.SharePoint.SPQueryThrottledException'
  });
});

test.each([
  ['web?$select=Title,AssociatedOwnerGroup/Title&$expand=AssociatedOwnerGroup', { AssociatedOwnerGroup: { Title: 'Members Owners' } }],
  ['web?$select=RootFolder/ServerRelativeUrl,WelcomePage&$expand=RootFolder', { RootFolder: { ServerRelativeUrl: root } }],
  [
    "web/lists/getByTitle('Cases')?$select=ContentTypes/Name&$expand=ContentTypes",
    { ContentTypes: [{ Name: 'Item' }, { Name: 'Folder' }] }
  ],
  [
    "web/lists/getByTitle('Cases')?$select=DefaultNewFormUrl,IsSystemList",
    { DefaultNewFormUrl: `${root}/Lists/Cases/NewForm.aspx`, IsSystemList: false }
  ],
  ['site?$select=GroupId,Owner/Title&$expand=Owner', { GroupId: '00000000-0000-0000-0000-000000000000', Owner: { Title: 'Dawn Archer' } }],
  ["web/lists/getByTitle('Cases')/fields/getByTitle('Tags')?$select=Choices,LookupList", { Choices: ['a'] }],
  ["web/contentTypes('0x01')/parent", { Name: 'System' }],
  ["web/doesuserhavepermissions(@v)?@v={'High':'0','Low':'1'}", { value: true }],
  ["web/lists/getByTitle('Cases')/doesuserhavepermissions(@v)?@v={'High':'2147483647','Low':'4294967295'}", { value: true }]
])('%s', async (address, wanted) => expect(await owner.done(address)).toMatchObject(wanted));

test('people and groups are found by what they are called; who is in a group is told to who may know', async () => {
  const utility = (as: Api, name: string, body: object = {}): Promise<{ value: unknown }> => as.done(`SP.Utilities.Utility.${name}`, body);
  expect(await utility(other, 'GetCurrentUserEmailAddresses')).toMatchObject({ value: people.member });
  expect(
    await utility(owner, 'SearchPrincipalsUsingContextWeb', { input: 'peter now', scopes: 1, sources: 15, maxCount: 1, groupName: '' })
  ).toMatchObject({
    value: [{ DisplayName: 'Peter Nowak', PrincipalType: 1, Email: people.officer }]
  });
  const { Id } = await owner.done<{ Id: number }>('web/sitegroups', { Title: 'Closed circle' });
  await owner.done(`web/sitegroups(${Id})/users`, { LoginName: `i:0#.f|membership|${people.officer}` });
  const expanded = { inputs: ['Closed circle'], maxCount: 10 };
  expect(await utility(owner, 'ExpandGroupsToPrincipals', expanded)).toMatchObject({ value: [{ DisplayName: 'Peter Nowak' }] });
  expect(await utility(other, 'ExpandGroupsToPrincipals', expanded)).toMatchObject({ value: [] });
});

test('a site gets its three groups anew', async () => {
  const address = `web/createDefaultAssociatedGroups(userLogin=@u,userLogin2=@v,groupNameSeed=@s)?@u='${people.owner}'&@v=''&@s='New'`;
  expect((await other.send(address, '')).status).toBe(403);
  await owner.done(address, '');
  expect(await owner.done('web/associatedmembergroup')).toMatchObject({ Title: 'New Members' });
  expect(await owner.done('web/associatedownergroup/users')).toMatchObject({ value: [{ Title: 'Dawn Archer' }] });
});

test('faults know what a POST means to do, and a library is not filled with empty documents', async () => {
  const { Id } = await owner.done<{ Id: number }>(items, { Title: 'a' });
  await control(site.server, 'faults', { rules: [{ fault: 'status', status: 503, method: 'MERGE', path: '/items', times: 1 }] }, 'PUT');
  expect((await owner.send(items, { Title: 'b' })).status).toBe(201);
  expect((await owner.send(`${items}(${Id})`, { Title: 'b' }, merge)).status).toBe(503);
  await control(site.server, 'faults', undefined, 'DELETE');
  await expect(control(site.server, 'seed', { list: 'Hidden', count: 1, items: [{ Title: 'a' }] })).rejects.toThrow(
    'A library holds documents'
  );
});
