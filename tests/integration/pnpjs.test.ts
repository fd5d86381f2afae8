import '@pnp/sp/batching';
import '@pnp/sp/content-types';
import '@pnp/sp/context-info';
import '@pnp/sp/features';
import '@pnp/sp/fields';
import '@pnp/sp/files';
import '@pnp/sp/folders';
import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/navigation';
import '@pnp/sp/regional-settings';
import '@pnp/sp/security';
import '@pnp/sp/site-groups';
import '@pnp/sp/site-users';
import '@pnp/sp/sites';
import '@pnp/sp/user-custom-actions';
import '@pnp/sp/views';
import '@pnp/sp/webs';
import type { SPFI } from '@pnp/sp';
import { withServer } from '../support/with-server';

/** What PnPjs's own tests ask of a site, area by area, asked of the local SharePoint. */

const site = withServer();

describe('webs', () => {
  test('what hangs below a web can be read', async () => {
    const { web } = site.sp;
    for (const read of [
      web.lists,
      web.contentTypes,
      web.folders,
      web.features,
      web.userCustomActions,
      web.siteUsers,
      web.siteGroups,
      web.roleDefinitions,
      web.roleAssignments,
      web.webs,
      web.webinfos,
      web.navigation.quicklaunch,
      web.navigation.topNavigationBar
    ] as (() => Promise<unknown>)[]) {
      expect(await read()).toEqual(expect.any(Array));
    }
    expect(await web.defaultDocumentLibrary()).toMatchObject({ Title: 'Documents' });
    expect(await web.rootFolder()).toMatchObject({ ServerRelativeUrl: '/sites/members' });
    expect(await web.regionalSettings()).toMatchObject({ LocaleId: 2057 });
    expect(await web.allProperties()).toBeDefined();
    expect((await web.availableWebTemplates()()).length).toBeGreaterThan(0);
    expect(await web.mapToIcon('test.docx')).toBe('icdocx.png');
    expect(await web.getList('/sites/members/SitePages')()).toMatchObject({ Title: 'Site Pages' });
    expect(await web.getFileByServerRelativePath('/sites/members/SitePages/Members.aspx')()).toMatchObject({ Name: 'Members.aspx' });
    expect(await web.getFolderByServerRelativePath('/sites/members/SitePages')()).toMatchObject({ Name: 'SitePages' });
    expect(await web.getCatalog(119)).toBeDefined();
    expect(await site.sp.site.rootWeb.select('Title')()).toMatchObject({ Title: 'Members' });
  });

  test('its title is changed, files and folders are found by id', async () => {
    await site.sp.web.update({ Title: 'Renamed' });
    expect(await site.sp.web.select('Title')()).toMatchObject({ Title: 'Renamed' });
    await site.sp.web.update({ Title: 'Members' });
    const { UniqueId } = await site.sp.web.rootFolder.folders.getByUrl('SiteAssets').select('UniqueId')();
    expect(await site.sp.web.getFolderById(UniqueId).select('UniqueId')()).toMatchObject({ UniqueId });
    const file = await site.sp.web.getFileByServerRelativePath('/sites/members/SitePages/Members.aspx')();
    expect(await site.sp.web.getFileById(file.UniqueId)()).toMatchObject({ Name: 'Members.aspx' });
    expect(await site.sp.web.currentUserHasPermissions(1)).toBe(true);
  });

  test('context information', async () => {
    const info = await site.sp.web.getContextInfo();
    expect(info).toMatchObject({
      FormDigestTimeoutSeconds: 1800,
      WebFullUrl: site.server.siteUrl,
      SupportedSchemaVersions: ['14.0.0.0', '15.0.0.0']
    });
  });
});

describe('lists', () => {
  test('site assets and site pages are ensured, and what hangs below a list can be read', async () => {
    expect(await (await site.sp.web.lists.ensureSiteAssetsLibrary()).select('Title')()).toMatchObject({ Title: 'Site Assets' });
    expect(await (await site.sp.web.lists.ensureSitePagesLibrary()).select('Title')()).toMatchObject({ Title: 'Site Pages' });
    const list = site.sp.web.lists.getByTitle('Documents');
    for (const read of [
      list.contentTypes,
      list.fields,
      list.rootFolder,
      list.items,
      list.views,
      list.userCustomActions
    ] as (() => Promise<unknown>)[]) {
      expect(await read()).toBeDefined();
    }
    expect(await list.effectiveBasePermissions()).toMatchObject({ High: expect.any(String) as string });
    expect(await list.getParentInfos()).toMatchObject({ ParentWeb: { Url: site.server.siteUrl } });
  });

  test('a list is recycled', async () => {
    const { Id } = await site.sp.web.lists.add('pnp testing recycle');
    expect(typeof (await site.sp.web.lists.getById(Id).recycle())).toBe('string');
    await expect(site.sp.web.lists.getById(Id)()).rejects.toThrow();
  });
});

describe('items', () => {
  test('are recycled and asked for their list, text values and rights', async () => {
    const { Id } = await site.sp.web.lists.add('ItemTestList');
    const list = site.sp.web.lists.getById(Id);
    const item = await list.items.add({ Title: 'Item one' });
    const one = list.items.getById(item.Id);
    expect(await one.fieldValuesAsText()).toMatchObject({ Title: 'Item one' });
    expect(await one.effectiveBasePermissions()).toBeDefined();
    expect(await one.list.select('Title')()).toMatchObject({ Title: 'ItemTestList' });
    expect(await one.getParentInfos()).toMatchObject({ ParentList: { Id }, ParentWeb: { Url: site.server.siteUrl } });
    expect(typeof (await one.recycle())).toBe('string');
    await expect(one()).rejects.toThrow();
  });
});

describe('folders', () => {
  const root = (): ReturnType<SPFI['web']['rootFolder']['folders']['getByUrl']> => site.sp.web.rootFolder.folders.getByUrl('SiteAssets');

  test('are added, read, renamed, recycled and deleted', async () => {
    expect(await root().folders.addUsingPath('one')).toMatchObject({ Name: 'one', ServerRelativeUrl: '/sites/members/SiteAssets/one' });
    await root().folders.getByUrl('one').addSubFolderUsingPath('inner');
    await root().folders.getByUrl('one').folders.getByUrl('inner').files.addUsingPath('a.txt', 'twelve bytes');
    expect(await root().folders.getByUrl('one').storageMetrics()).toMatchObject({ TotalSize: '12' });
    const item = await root().folders.getByUrl('one').getItem();
    expect(await item.select('FileLeafRef')()).toMatchObject({ FileLeafRef: 'one' });
    await root().folders.getByUrl('one').update({ Name: 'two' });
    expect(await site.sp.web.getFileByServerRelativePath('/sites/members/SiteAssets/two/inner/a.txt').getText()).toBe('twelve bytes');
    await expect(root().folders.getByUrl('two').deleteWithParams({ DeleteIfEmpty: true, BypassSharedLock: true })).rejects.toThrow();
    await root().folders.getByUrl('two').folders.getByUrl('inner').recycle();
    await root().folders.getByUrl('two').deleteWithParams({ DeleteIfEmpty: true, BypassSharedLock: true });
    expect(await root().folders.filter("Name eq 'two'")()).toEqual([]);
    expect(await root().parentFolder()).toMatchObject({ ServerRelativeUrl: '/sites/members' });
    expect(await root().select('contentTypeOrder')()).toBeDefined();
  });
});

describe('files', () => {
  const files = (): SPFI['web']['defaultDocumentLibrary']['rootFolder']['files'] => site.sp.web.defaultDocumentLibrary.rootFolder.files;

  test('with odd names are added, found, replaced, copied, moved and deleted', async () => {
    for (const name of ['testing - a.txt', 'testing %# - a.txt', "Testing Silly Chars & = + - it's.txt"]) {
      const added = await files().addUsingPath(name, 'Test file!', { Overwrite: true });
      expect(added).toMatchObject({ Name: name, ServerRelativeUrl: `/sites/members/Shared Documents/${name}` });
      expect(await site.sp.web.getFileByServerRelativePath(added.ServerRelativeUrl).getText()).toBe('Test file!');
      expect(await files().filter(`Name eq '${name.replace(/'/g, "''")}'`)()).toHaveLength(1);
    }
    const file = files().getByUrl('testing - a.txt');
    await file.setContent('different.');
    expect(await file.getText()).toBe('different.');
    await file.copyTo('/sites/members/Shared Documents/copied.txt', true);
    expect(await files().getByUrl('copied.txt').getText()).toBe('different.');
    expect(await file.getLockedByUser()).toBeNull();
    const item = await file.getItem();
    expect(await item.select('EncodedAbsUrl')()).toMatchObject({
      EncodedAbsUrl: `${site.server.origin}/sites/members/Shared%20Documents/testing%20-%20a.txt`
    });
    await file.delete();
    await files().getByUrl('copied.txt').recycle();
    expect(await files().filter("Name eq 'copied.txt'")()).toEqual([]);
  });

  test('come in chunks', async () => {
    const bytes = Buffer.alloc(3_000_000, 'memberlink ');
    await files().addChunked('chunked.bin', new Blob([bytes]), { chunkSize: 1_000_000, Overwrite: true } as never);
    const stored = await files().getByUrl('chunked.bin').getBuffer();
    expect(Buffer.from(stored).equals(bytes)).toBe(true);
  });
});

describe('site users and groups', () => {
  test('have what PnPjs reads of them', async () => {
    const [first] = await site.sp.web.siteUsers();
    for (const key of [
      'Email',
      'Id',
      'IsHiddenInUI',
      'IsShareByEmailGuestUser',
      'IsSiteAdmin',
      'LoginName',
      'PrincipalType',
      'Title',
      'Expiration',
      'IsEmailAuthenticationGuestUser',
      'UserId',
      'UserPrincipalName'
    ]) {
      expect(first).toHaveProperty(key);
    }
    const me = await site.sp.web.currentUser();
    expect(await site.sp.web.getUserById(me.Id)()).toMatchObject({ Title: 'Dawn Archer' });
    expect(await site.sp.web.siteUsers.getById(me.Id)()).toMatchObject({ Title: 'Dawn Archer' });
    expect(await site.sp.web.siteUsers.getByLoginName(me.LoginName)()).toMatchObject({ Id: me.Id });
    expect(await site.sp.web.ensureUser('everyone except external users')).toBeDefined();
    await site.sp.web.currentUser.update({ ...me, Title: 'Changed Title' });
    expect(await site.sp.web.currentUser()).toMatchObject({ Title: 'Changed Title' });
    for (const associated of [site.sp.web.associatedOwnerGroup, site.sp.web.associatedMemberGroup, site.sp.web.associatedVisitorGroup]) {
      expect(await associated.select('Id')()).toMatchObject({ Id: expect.any(Number) as number });
    }
  });
});

describe('what PnPjs sends in ways of its own', () => {
  test('addresses without a first slash, folders by the id of the root, no parent web', async () => {
    const { web } = site.sp;
    expect(await web.getList('sites/members/SitePages')()).toMatchObject({ Title: 'Site Pages' });
    const { UniqueId } = await web.rootFolder.select('UniqueId')();
    expect(await web.getFolderById(UniqueId)()).toMatchObject({ ServerRelativeUrl: '/sites/members' });
    expect(await web.getParentWeb()).toBeNull();
    expect(await web.fields.getByInternalNameOrTitle('Other Address Country/Region')()).toMatchObject({
      InternalName: 'OtherAddressCountry'
    });
  });

  test("a document's absolute address leads back to it; it is copied to one", async () => {
    const { web } = site.sp;
    await web.defaultDocumentLibrary.rootFolder.files.addUsingPath('a #1 %.txt', 'text', { Overwrite: true });
    const file = web.getFileByServerRelativePath('/sites/members/Shared Documents/a #1 %.txt');
    const item = await file.getItem();
    const { EncodedAbsUrl } = await item.select('EncodedAbsUrl')<{ EncodedAbsUrl: string }>();
    expect(EncodedAbsUrl).toContain('a%20%231%20%25.txt');
    const target = `${site.server.siteUrl}/Shared Documents/copied.txt`;
    await file.copyByPath(target, true);
    expect(await web.getFileByServerRelativePath('/sites/members/Shared Documents/copied.txt').getText()).toBe('text');
  });

  test('a column in a view that the list has not is left out; the parts of items that there are not are null', async () => {
    const { list } = await site.sp.web.lists.ensure('Own ways');
    await list.items.add({ Title: 'one' });
    const found = (await list.getItemsByCAMLQuery(
      {
        ViewXml: "<View><ViewFields><FieldRef Name='Title' /><FieldRef Name='RoleAssignments' /></ViewFields><RowLimit>5</RowLimit></View>"
      },
      'RoleAssignments'
    )) as object[];
    expect(found).toMatchObject([{ Title: 'one', RoleAssignments: expect.any(Array) as unknown[] }]);
    expect(await list.items.expand('File', 'Folder')()).toMatchObject([{ File: null, Folder: null }]);
    expect(await list.defaultView.renderAsHtml()).toContain('<td>one</td>');
    expect(await list.getListItemChangesSinceToken({ RowLimit: '5' })).toContain('ows_Title="one"');
  });

  test('somebody who is taken off the site is not among its users, and comes back when asked for', async () => {
    const { web } = site.sp;
    const { Id, LoginName } = await web.ensureUser('t.haldane@wexcombe.example');
    await web.siteUsers.removeById(Id);
    expect((await web.siteUsers()).map((user) => user.Id)).not.toContain(Id);
    expect((await web.ensureUser(LoginName)).Id).toBe(Id);
    expect((await web.siteUsers()).map((user) => user.Id)).toContain(Id);
  });
});
