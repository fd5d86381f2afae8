import { api, merge, remove, type Api } from '../support/api';
import { people, TestServer } from '../support/server';

/** What belongs to items and documents: versions, attachments, recycle bin, check-out, projected lookups, moves and copies. */

let server: TestServer;
let owner: Api;
let officer: Api;
const list = "web/lists/getByTitle('Parts')";

beforeAll(async () => {
  server = await TestServer.start();
  owner = api(server, people.owner);
  officer = api(server, people.officer);
  await owner.done('web/lists', { Title: 'Parts', BaseTemplate: 100, EnableFolderCreation: true });
});
afterAll(() => server.stop());

const added = async (body: object): Promise<number> => (await owner.done<{ Id: number }>(`${list}/items`, body)).Id;

describe('versions', () => {
  test('every change keeps the state before; the current one is the first', async () => {
    const id = await added({ Title: 'one' });
    await owner.done(`${list}/items(${id})`, { Title: 'two' }, merge);
    await owner.done(`${list}/items(${id})`, { Title: 'three' }, merge);
    const { value } = await owner.done<{ value: Record<string, unknown>[] }>(`${list}/items(${id})/versions`);
    expect(value.map(({ Title, VersionId, VersionLabel, IsCurrentVersion }) => [Title, VersionId, VersionLabel, IsCurrentVersion])).toEqual(
      [
        ['three', 1536, '3.0', true],
        ['two', 1024, '2.0', false],
        ['one', 512, '1.0', false]
      ]
    );
    expect(value[0]).toMatchObject({ Editor: { LookupValue: 'Dawn Archer', Email: people.owner } });
    await owner.done(`${list}/items(${id})/versions(512)`, '', remove);
    expect((await owner.done<{ value: unknown[] }>(`${list}/items(${id})/versions`)).value).toHaveLength(2);
    expect((await owner.refused(`${list}/items(${id})/versions(1536)`, '', remove)).status).toBe(400);
  });

  test('a list keeps as many as it says, and none where versions are off', async () => {
    const id = await added({ Title: '1' });
    await owner.done(list, { MajorVersionLimit: 3 }, merge);
    for (let n = 2; n < 8; n += 1) await owner.done(`${list}/items(${id})`, { Title: String(n) }, merge);
    const titles = async (): Promise<unknown[]> =>
      (await owner.done<{ value: { Title: string }[] }>(`${list}/items(${id})/versions`)).value.map(({ Title }) => Title);
    expect(await titles()).toEqual(['7', '6', '5']);
    await owner.done(list, { EnableVersioning: false }, merge);
    await owner.done(`${list}/items(${id})`, { Title: '8' }, merge);
    expect(await titles()).toEqual(['8', '6', '5']);
    await owner.done(list, { EnableVersioning: true, MajorVersionLimit: 50 }, merge);
  });

  test('an append-only note is what the latest change added; the earlier texts are in the versions', async () => {
    await owner.done(`${list}/fields/createfieldasxml`, {
      parameters: { SchemaXml: '<Field Type="Note" Name="Diary" DisplayName="Diary" AppendOnly="TRUE" RichText="FALSE"/>', Options: 8 }
    });
    const id = await added({ Title: 'diary', Diary: 'first' });
    await owner.done(`${list}/items(${id})`, { Diary: 'second' }, merge);
    expect(await owner.done(`${list}/items(${id})`)).toMatchObject({ Diary: 'second' });
    await owner.done(`${list}/items(${id})`, { Title: 'changed' }, merge);
    expect(await owner.done(`${list}/items(${id})`)).toMatchObject({ Diary: null });
    const { value } = await owner.done<{ value: { Diary: string | null }[] }>(`${list}/items(${id})/versions`);
    expect(value.map(({ Diary }) => Diary)).toEqual([null, 'second', 'first']);
  });
});

test('attachments: added, read, replaced, listed, deleted; a name once, never in a library', async () => {
  const id = await added({ Title: 'with files' });
  const files = `${list}/items(${id})/AttachmentFiles`;
  expect(await owner.done(`${files}/add(FileName='it''s%20a.txt')`, 'one')).toMatchObject({
    FileName: "it's a.txt",
    ServerRelativeUrl: `/sites/members/Lists/Parts/Attachments/${id}/it's a.txt`
  });
  expect(await owner.done(`${list}/items(${id})`)).toMatchObject({ Attachments: true });
  const bytes = new Uint8Array([0, 255, 10, 13]);
  await owner.done(`${files}/add(FileName='b.bin')`, bytes);
  expect(new Uint8Array(await (await owner.send(`${files}('b.bin')/$value`)).arrayBuffer())).toEqual(bytes);
  expect(await owner.refused(`${files}/add(FileName='B.BIN')`, 'x')).toMatchObject({
    code: '-2130575257, Microsoft.SharePoint.SPException'
  });
  expect((await owner.refused(`${files}/add(FileName='a%3Cb.txt')`, 'x')).status).toBe(400);
  await owner.done(`${files}('b.bin')/$value`, 'changed', { 'x-http-method': 'PUT' });
  expect(await (await owner.send(`${files}('b.bin')/$value`)).text()).toBe('changed');
  expect(await owner.done(`${list}/items(${id})?$select=AttachmentFiles/FileName&$expand=AttachmentFiles`)).toMatchObject({
    AttachmentFiles: [{ FileName: 'b.bin' }, { FileName: "it's a.txt" }]
  });
  await owner.done(`${files}('b.bin')`, '', remove);
  await owner.done(`${files}('it''s%20a.txt')/recycleObject`, '', remove);
  expect(await owner.done(files)).toMatchObject({ value: [] });
  expect(await owner.done(`${list}/items(${id})`)).toMatchObject({ Attachments: false });
  await owner.done(list, { EnableAttachments: false }, merge);
  expect((await owner.refused(`${files}/add(FileName='c.txt')`, 'x')).message).toMatch(/not enabled/);
  await owner.done(list, { EnableAttachments: true }, merge);
  expect((await officer.refused(`${files}/add(FileName='c.txt')`, 'x')).status).toBe(403);
});

describe('recycle bin', () => {
  const bin = (who: Api): Promise<{ value: { Id: string; Title: string; LeafName: string; ItemType: number }[] }> =>
    who.done('web/recyclebin');

  test('what was recycled comes back as it was; what was deleted does not', async () => {
    const id = await added({ Title: 'come back' });
    await owner.done(`${list}/items(${id})`, { Title: 'come back soon' }, merge);
    await owner.done(`${list}/items(${id})/AttachmentFiles/add(FileName='kept.txt')`, 'kept');
    const before = await owner.done(`${list}/items(${id})`);
    const { value: binId } = await owner.done<{ value: string }>(`${list}/items(${id})/recycle`, '');
    expect((await owner.send(`${list}/items(${id})`)).status).toBe(404);
    expect(await owner.done(`web/recyclebin('${binId}')`)).toMatchObject({
      Title: 'come back soon',
      DirName: 'sites/members/Lists/Parts',
      ItemState: 1,
      ItemType: 3,
      DeletedByEmail: people.owner
    });
    expect((await bin(officer)).value).toEqual([]);
    await owner.done(`web/recyclebin('${binId}')/restore`, '');
    expect(await owner.done(`${list}/items(${id})`)).toEqual(before);
    expect(await (await owner.send(`${list}/items(${id})/AttachmentFiles('kept.txt')/$value`)).text()).toBe('kept');
    expect((await owner.done<{ value: unknown[] }>(`${list}/items(${id})/versions`)).value).toHaveLength(2);
    await owner.done(`${list}/items(${id})`, '', remove);
    expect((await bin(owner)).value.filter(({ Title }) => Title === 'come back soon')).toEqual([]);
  });

  test('a folder comes back with what was in it, a document with its bytes, and nothing is put over something', async () => {
    const shared = "web/getFolderByServerRelativePath(decodedurl='/sites/members/Shared Documents')";
    await owner.done(`${shared}/AddSubFolderUsingPath(DecodedUrl='Box')`, '');
    await owner.done(`${shared}/folders('Box')/files/AddUsingPath(decodedurl='a.txt')`, 'inside');
    const { value: binId } = await owner.done<{ value: string }>(`${shared}/folders('Box')/recycle`, '');
    expect(await owner.done(`${shared}/folders('Box')`)).toMatchObject({ Exists: false });
    await owner.done(`${shared}/AddSubFolderUsingPath(DecodedUrl='Box')`, '');
    expect((await owner.refused(`web/recyclebin('${binId}')/restore`, '')).message).toMatch(/already exists/);
    await owner.done(`${shared}/folders('Box')`, '', remove);
    await owner.done(`web/recyclebin('${binId}')/restore`, '');
    expect(await (await owner.send(`${shared}/folders('Box')/files('a.txt')/$value`)).text()).toBe('inside');
    await owner.done(`${shared}/folders('Box')/files('a.txt')/recycle`, '');
    await owner.done('web/recyclebin/MoveAllToSecondStage', '');
    // The site's own recycle bin is the first stage only.
    expect((await bin(owner)).value).toEqual([]);
    await owner.done('web/recyclebin/RestoreAll', '');
    const both = await owner.done<{ value: object[] }>('site/recyclebin');
    expect(both.value).toEqual(expect.arrayContaining([expect.objectContaining({ LeafName: 'a.txt', ItemState: 2 })]));
    await owner.done('site/recyclebin/DeleteAllSecondStageItems', '');
    expect((await owner.done<{ value: object[] }>('site/recyclebin')).value).toEqual([]);
    expect((await bin(owner)).value).toEqual([]);
  });
});

test('a recycled list comes back with its items, its title is free meanwhile', async () => {
  await owner.done('web/lists', { Title: 'Gone', BaseTemplate: 100 });
  const gone = "web/lists/getByTitle('Gone')";
  await owner.done(`${gone}/items`, { Title: 'still here' });
  const { value: id } = await owner.done<{ value: string }>(`${gone}/recycle`, '');
  expect((await owner.send(gone)).status).toBe(404);
  expect(await owner.done(`web/recyclebin('${id}')`)).toMatchObject({ ItemType: 4, Title: 'Gone' });
  await owner.done('web/lists', { Title: 'Gone', BaseTemplate: 100 });
  expect((await owner.refused(`web/recyclebin('${id}')/restore`, '')).message).toMatch(/already exists/);
  await owner.done(gone, '', remove);
  await owner.done(`web/recyclebin('${id}')/restore`, '');
  expect(await owner.done(`${gone}/items`)).toMatchObject({ value: [{ Title: 'still here' }] });
});

test('folders: one that is there is refused as each method refuses it, one that is missing says so', async () => {
  const shared = "web/getFolderByServerRelativePath(decodedurl='/sites/members/Shared Documents')";
  await owner.done(`${shared}/AddSubFolderUsingPath(DecodedUrl='Twice')`, '');
  expect(await owner.refused(`${shared}/AddSubFolderUsingPath(DecodedUrl='Twice')`, '')).toMatchObject({ status: 500 });
  expect(await owner.refused(`${shared}/folders/AddUsingPath(DecodedUrl='Twice',overwrite=false)`, '')).toMatchObject({ status: 400 });
  expect((await owner.send(`${shared}/folders/AddUsingPath(DecodedUrl='Twice',overwrite=true)`, '')).status).toBe(200);
  expect((await owner.send(`${shared}/folders/add('Twice')`, '')).status).toBe(200);
  expect(await owner.done(`${shared}/folders('Missing')`)).toMatchObject({ Exists: false });
  expect((await owner.send(`${shared}/folders('Missing')/files`)).status).toBe(404);
  expect((await owner.send(`${shared}/folders('Missing')`, '', remove)).status).toBe(404);
});

describe('documents', () => {
  const shared = "web/getFolderByServerRelativePath(decodedurl='/sites/members/Shared Documents')";
  const file = (name: string): string => `web/getFileByServerRelativePath(decodedurl='/sites/members/Shared Documents/${name}')`;
  const text = async (name: string): Promise<string> => (await owner.send(`${file(name)}/$value`)).text();

  test('earlier versions are listed from the oldest, restored and deleted', async () => {
    for (const body of ['v1', 'v2', 'v3']) await owner.done(`${shared}/files/AddUsingPath(decodedurl='v.txt',overwrite=true)`, body);
    const { value } = await owner.done<{ value: { ID: number; VersionLabel: string; Size: number; Length: string }[] }>(
      `${file('v.txt')}/versions`
    );
    expect(value).toMatchObject([
      { ID: 512, VersionLabel: '1.0', Size: 2, Length: '2', IsCurrentVersion: false },
      { ID: 1024, VersionLabel: '2.0' }
    ]);
    expect(await (await owner.send(`${file('v.txt')}/versions(512)/$value`)).text()).toBe('v1');
    await owner.done(`${file('v.txt')}/versions/restorebylabel(versionlabel='1.0')`, '');
    expect(await text('v.txt')).toBe('v1');
    await owner.done(`${file('v.txt')}/versions/deletebylabel(versionlabel='2.0')`, '');
    expect(
      (await owner.done<{ value: { VersionLabel: string }[] }>(`${file('v.txt')}/versions`)).value.map(({ VersionLabel }) => VersionLabel)
    ).toEqual(['1.0', '3.0']);
  });

  test('what is checked out is changed by who checked it out only', async () => {
    const editor = api(server, people.member);
    const { Id } = await owner.done<{ Id: number }>('web/ensureuser', { logonName: people.member });
    await owner.done(`web/roleassignments/addroleassignment(principalid=${Id},roledefid=1073741827)`, '');
    await owner.done(`${shared}/files/AddUsingPath(decodedurl='out.txt')`, 'one');
    await editor.done(`${file('out.txt')}/checkout`, '');
    expect(await owner.done(file('out.txt'))).toMatchObject({ CheckOutType: 0 });
    expect(await owner.refused(`${file('out.txt')}/$value`, 'two', { 'x-http-method': 'PUT' })).toMatchObject({
      status: 423,
      code: '-2130575306, Microsoft.SharePoint.SPFileCheckOutException'
    });
    await editor.done(`${file('out.txt')}/$value`, 'three', { 'x-http-method': 'PUT' });
    await editor.done(`${file('out.txt')}/checkin(comment='',checkintype=1)`, '');
    expect(await owner.done(file('out.txt'))).toMatchObject({ CheckOutType: 2 });
    expect((await owner.refused(`${file('out.txt')}/checkin(comment='',checkintype=1)`, '')).code).toMatch(/SPFileCheckOutException/);
    await owner.done("web/lists/getByTitle('Documents')", { ForceCheckout: true }, merge);
    expect((await owner.refused(`${file('out.txt')}/$value`, 'four', { 'x-http-method': 'PUT' })).message).toMatch(/not checked out/);
    await owner.done("web/lists/getByTitle('Documents')", { ForceCheckout: false }, merge);
  });

  test('are moved and copied by absolute address; a name that is taken is refused, replaced or numbered', async () => {
    const util = (action: string, from: string, to: string, options: object = {}, overwrite = false): Promise<Response> =>
      owner.send(`SP.MoveCopyUtil.${action}(overwrite=@a1)?@a1=${overwrite}`, {
        srcPath: { DecodedUrl: `${server.origin}/sites/members/${from}` },
        destPath: { DecodedUrl: `${server.origin}/sites/members/${to}` },
        options: { KeepBoth: false, ShouldBypassSharedLocks: true, ...options }
      });
    await owner.done(`${shared}/files/AddUsingPath(decodedurl='m%231.txt')`, 'moved');
    const { UniqueId } = await owner.done<{ UniqueId: string }>(`${file('m%231.txt')}`);
    expect((await util('CopyFileByPath', 'Shared Documents/m#1.txt', 'Shared Documents/copy.txt')).status).toBe(200);
    expect((await util('CopyFileByPath', 'Shared Documents/m#1.txt', 'Shared Documents/copy.txt')).status).toBe(400);
    expect((await util('CopyFileByPath', 'Shared Documents/m#1.txt', 'Shared Documents/copy.txt', { KeepBoth: true })).status).toBe(200);
    expect(await text('copy1.txt')).toBe('moved');
    expect((await util('MoveFileByPath', 'Shared Documents/m#1.txt', 'Shared Documents/copy.txt', {}, true)).status).toBe(200);
    expect(await owner.done(file('copy.txt'))).toMatchObject({ UniqueId });
    expect((await util('MoveFileByPath', 'Shared Documents/gone.txt', 'Shared Documents/x.txt')).status).toBe(404);
    expect((await util('MoveFileByPath', 'Shared Documents/copy.txt', 'Shared Documents/no such folder/x.txt')).status).toBe(404);
    await owner.done(`${shared}/AddSubFolderUsingPath(DecodedUrl='From')`, '');
    await owner.done(`${shared}/folders('From')/files/AddUsingPath(decodedurl='in.txt')`, 'in');
    expect((await util('MoveFolderByPath', 'Shared Documents/From', 'Shared Documents/To')).status).toBe(200);
    expect(await text('To/in.txt')).toBe('in');
    expect((await util('MoveFolderByPath', 'Shared Documents/To', 'Shared Documents/To/Inner')).status).toBe(400);
    expect((await util('CopyFolderByPath', 'Shared Documents/To', 'Shared Documents/Twin')).status).toBe(200);
    expect(await text('Twin/in.txt')).toBe('in');
    expect(await owner.done(`${shared}/files/AddUsingPath(decodedurl='copy.txt',EnsureUniqueFileName=true)`, 'another')).toMatchObject({
      Name: 'copy2.txt'
    });
  });
});

test('a projected column shows another column of the row that a lookup points to, and cannot be written', async () => {
  await owner.done('web/lists', { Title: 'Areas', BaseTemplate: 100 });
  await owner.done("web/lists/getByTitle('Areas')/fields/createfieldasxml", {
    parameters: { SchemaXml: '<Field Type="Text" Name="Code" DisplayName="Code"/>', Options: 8 }
  });
  await owner.done("web/lists/getByTitle('Areas')/items", { Title: 'Arden', Code: 'E05' });
  const { Id: areas } = await owner.done<{ Id: string }>("web/lists/getByTitle('Areas')");
  const area = await owner.done<{ Id: string }>(`${list}/fields/addfield`, {
    parameters: { Title: 'Area', FieldTypeKind: 7, LookupListId: areas, LookupFieldName: 'Title' }
  });
  await owner.done(`${list}/fields/adddependentlookupfield(displayName='AreaCode',primarylookupfieldid='${area.Id}',showfield='Code')`, '');
  const id = await added({ Title: 'in an area', AreaId: 1, AreaCodeId: 7 });
  const item = await owner.done(`${list}/items(${id})?$select=Area/Title,AreaCode/Code&$expand=Area,AreaCode`);
  expect(item).toMatchObject({ Area: { Title: 'Arden' }, AreaCode: { Code: 'E05' } });
  const { Row } = await owner.done<{ Row: Record<string, unknown>[] }>(`${list}/RenderListDataAsStream`, {
    parameters: {
      ViewXml:
        '<View Scope="RecursiveAll"><Query><Where><Eq><FieldRef Name="AreaCode"/><Value Type="Text">e05</Value></Eq></Where></Query><ViewFields><FieldRef Name="AreaCode"/></ViewFields></View>'
    }
  });
  expect(Row).toMatchObject([{ ID: String(id), AreaCode: [{ lookupId: 1, lookupValue: 'E05' }] }]);
});

test('what changed in a list can be asked for, by kind', async () => {
  await owner.done('web/lists', { Title: 'Watched', BaseTemplate: 100 });
  const watched = "web/lists/getByTitle('Watched')";
  const { Id } = await owner.done<{ Id: number }>(`${watched}/items`, { Title: 'a' });
  await owner.done(`${watched}/items(${Id})`, { Title: 'b' }, merge);
  await owner.done(`${watched}/items(${Id})`, '', remove);
  const { value } = await owner.done<{ value: object[] }>(`${watched}/getchanges`, { query: { Add: true, DeleteObject: true } });
  expect(value).toMatchObject([
    { ChangeType: 1, ItemId: Id },
    { ChangeType: 3, ItemId: Id }
  ]);
});

test('site columns are of the site; a list has its own copy under the same id', async () => {
  const SchemaXml =
    '<Field ID="{0aa1b2c3-0000-4000-8000-000000000001}" Type="Text" Name="CaseReference" DisplayName="Case reference" Group="Cases"/>';
  const column = await owner.done<{ Id: string; SchemaXml: string }>('web/fields/createfieldasxml', {
    parameters: { SchemaXml, Options: 8 }
  });
  expect(await owner.done("web/fields/getByInternalNameOrTitle('Case reference')")).toMatchObject({ Id: column.Id, Group: 'Cases' });
  const copy = await owner.done<{ Id: string }>(`${list}/fields/createfieldasxml`, {
    parameters: { SchemaXml: column.SchemaXml, Options: 8 }
  });
  expect(copy.Id).toBe(column.Id);
  expect((await owner.refused('web/fields/createfieldasxml', { parameters: { SchemaXml, Options: 8 } })).message).toMatch(
    /duplicate field name/
  );
  expect((await officer.refused('web/fields', { Title: 'Mine', FieldTypeKind: 2 })).status).toBe(403);
});
