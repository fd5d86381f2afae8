import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { api, merge, remove, type Api } from '../support/api';
import { TestServer } from '../support/server';

/**
 * Who may do what: levels x scopes x actions. Each level is held on one scope only (a list, a folder, an item), with
 * permissions of its own; on everything above its holder has what SharePoint gives by itself.
 */

const levels = ['Nothing', 'Enter', 'View', 'Add and view', 'Read', 'Contribute', 'Edit', 'Design', 'Full Control'] as const;
type Level = (typeof levels)[number];

const bits = {
  view: 1n << 0n,
  add: 1n << 1n,
  openItems: 1n << 5n,
  viewVersions: 1n << 6n,
  viewFormPages: 1n << 12n,
  open: 1n << 16n,
  useRemoteAPIs: 1n << 37n
};
const entry = bits.open | bits.viewFormPages | bits.useRemoteAPIs;
const own: Partial<Record<Level, bigint>> = {
  Enter: entry,
  View: entry | bits.view | bits.openItems,
  'Add and view': entry | bits.view | bits.add | bits.openItems | bits.viewVersions
};

const userOf = (level: Level, scope: string): string => `${level.toLowerCase().replace(/ /g, '-')}.${scope}@council.example`;
const admin = 'admin@council.example';
const scopes = ['list', 'folder', 'item'] as const;
type Scope = (typeof scopes)[number];

const account = (login: string, siteAdmin = false): object => ({
  login,
  name: login,
  email: login,
  aadObjectId: '00000000-0000-4000-8000-' + Buffer.from(login).toString('hex').padEnd(12, '0').slice(-12),
  groups: [],
  siteAdmin
});

let server: TestServer;

const send = (login: string, ...call: Parameters<Api['send']>): Promise<Response> => api(server, login).send(...call);
const done = <T = Record<string, unknown>>(login: string, ...call: Parameters<Api['done']>): Promise<T> =>
  api(server, login).done<T>(...call);

const root = '/sites/members/Lists/Cases';
const list = "web/lists/getByTitle('Cases')";
const library = "web/getFolderByServerRelativePath(decodedurl='/sites/members/Papers')";

const ids = new Map<string, number>();

beforeAll(async () => {
  const accountsFile = join(mkdtempSync(join(tmpdir(), 'memberlink-')), 'accounts.json');
  const everybody = levels.flatMap((level) => scopes.map((scope) => account(userOf(level, scope))));
  writeFileSync(accountsFile, JSON.stringify([account(admin, true), ...everybody, account('both@council.example')]));
  server = await TestServer.start({ accountsFile });
  // Nobody has anything on the site itself but what the tests give: the visitors, and so everyone, lose Read.
  const visitors = await done<{ Id: number }>(admin, 'web/associatedvisitorgroup');
  await done(admin, `web/roleassignments/removeroleassignment(principalid=${visitors.Id},roledefid=1073741826)`, '');
  const { value: roles } = await done<{ value: { Id: number; Name: string }[] }>(admin, 'web/roledefinitions');
  for (const { Id, Name } of roles) ids.set(Name, Id);
  for (const [name, mask] of Object.entries(own)) {
    const { Id } = await done<{ Id: number }>(admin, 'web/roledefinitions', {
      BasePermissions: { High: String(mask >> 32n), Low: String(mask & 0xffffffffn) },
      Description: '',
      Name: name,
      Order: 200
    });
    ids.set(name, Id);
  }
}, 120_000);
afterAll(() => server.stop());

interface Place {
  /** Address of the list, and of the folder and item that the level is about. */
  folder: string;
  item: number;
}

let count = 0;

/** A list of its own for each level and scope: a folder with an item that has two versions and an attachment. */
async function place(level: Level, scope: Scope): Promise<Place & { list: string; login: string }> {
  count += 1;
  const title = `Cases ${count}`;
  const at = `web/lists/getByTitle('${title}')`;
  const login = userOf(level, scope);
  await done(admin, 'web/lists', { Title: title, BaseTemplate: 100, EnableFolderCreation: true });
  const path = `${root} ${count}`;
  await done(admin, `web/getFolderByServerRelativePath(decodedurl='${path}')/AddSubFolderUsingPath(DecodedUrl='member-1')`, '');
  const folder = `${path}/member-1`;
  const { value: added } = await done<{ value: { FieldName: string; FieldValue: string }[] }>(
    admin,
    `${at}/AddValidateUpdateItemUsingPath()`,
    {
      listItemCreateInfo: { FolderPath: { DecodedUrl: folder }, UnderlyingObjectType: 0 },
      formValues: [{ FieldName: 'Title', FieldValue: 'A case' }],
      bNewDocumentUpdate: false
    }
  );
  const item = Number(added.find(({ FieldName }) => FieldName === 'Id')?.FieldValue);
  await done(admin, `${at}/items(${item})`, { Title: 'A case, changed' }, merge);
  await done(admin, `${at}/items(${item})/AttachmentFiles/add(FileName='a.txt')`, 'text');
  const folderItem = await done<{ Id: number }>(admin, `web/getFolderByServerRelativePath(decodedurl='${folder}')/listitemallfields`);
  // All have permissions of their own, so that what the level is held on is the only thing it counts for.
  const securables = { list: at, folder: `${at}/items(${folderItem.Id})`, item: `${at}/items(${item})` };
  for (const securable of Object.values(securables)) {
    await done(admin, `${securable}/breakroleinheritance(copyRoleAssignments=false,clearSubscopes=false)`, '');
  }
  if (level !== 'Nothing') {
    const { Id } = await done<{ Id: number }>(admin, 'web/ensureuser', { logonName: login });
    await done(admin, `${securables[scope]}/roleassignments/addroleassignment(principalid=${Id},roledefid=${ids.get(level)})`, '');
  }
  return { list: at, folder, item, login };
}

type Here = Awaited<ReturnType<typeof place>>;

/** What somebody can try. Each answers the status. */
const actions: Record<string, (here: Here) => Promise<number>> = {
  'open the list': async ({ list: at, login }) => (await send(login, at)).status,
  'see the item': async ({ list: at, login, item }) => {
    // Everybody may ask at the list's root who may come in there; the others have nowhere to ask.
    const response = await send(login, `${at}/items?$filter=Id eq ${item}`);
    if (!response.ok) return response.status;
    return ((await response.json()) as { value: unknown[] }).value.length === 1 ? 200 : 404;
  },
  // A folder that somebody may not see answers as one that is not there: 200, Exists false. What is below it tells.
  'see the folder': async ({ login, folder }) =>
    (await send(login, `web/getFolderByServerRelativePath(decodedurl='${folder}')/listitemallfields`)).status,
  'add at the root': async ({ list: at, login }) => (await send(login, `${at}/items`, { Title: 'new' })).status,
  'add to the folder': async ({ login, folder }) =>
    (await send(login, `web/getFolderByServerRelativePath(decodedurl='${folder}')/AddSubFolderUsingPath(DecodedUrl='inner')`, '')).status,
  'edit the item': async ({ list: at, login, item }) => (await send(login, `${at}/items(${item})`, { Title: 'mine' }, merge)).status,
  'attach to the item': async ({ list: at, login, item }) =>
    (await send(login, `${at}/items(${item})/AttachmentFiles/add(FileName='b.txt')`, 'text')).status,
  'read versions': async ({ list: at, login, item }) => (await send(login, `${at}/items(${item})/versions`)).status,
  'delete a version': async ({ list: at, login, item }) => (await send(login, `${at}/items(${item})/versions(512)`, '', remove)).status,
  'set permissions of the item': async ({ list: at, login, item }) =>
    (await send(login, `${at}/items(${item})/breakroleinheritance(copyRoleAssignments=true,clearSubscopes=false)`, '')).status,
  'read permissions of the item': async ({ list: at, login, item }) => (await send(login, `${at}/items(${item})/roleassignments`)).status,
  'change the list': async ({ list: at, login }) => (await send(login, at, { Description: 'x' }, merge)).status,
  'add a column': async ({ list: at, login }) => (await send(login, `${at}/fields`, { Title: 'X', FieldTypeKind: 2 })).status,
  'set permissions of the list': async ({ list: at, login }) =>
    (await send(login, `${at}/breakroleinheritance(copyRoleAssignments=true,clearSubscopes=false)`, '')).status,
  'recycle the item': async ({ list: at, login, item }) => (await send(login, `${at}/items(${item})/recycle`, '')).status,
  'delete the list': async ({ list: at, login }) => (await send(login, at, '', remove)).status
};

const onList = ['open the list', 'add at the root', 'change the list', 'add a column', 'set permissions of the list', 'delete the list'];
/** What each level allows on the list that it is held on. Folders and items below have permissions of their own. */
const allowedOnList: Record<Level, string[]> = {
  Nothing: [],
  Enter: ['open the list'],
  View: ['open the list'],
  'Add and view': ['open the list', 'add at the root'],
  Read: ['open the list'],
  Contribute: ['open the list', 'add at the root'],
  Edit: ['open the list', 'add at the root', 'change the list', 'add a column', 'delete the list'],
  Design: ['open the list', 'add at the root', 'change the list', 'add a column', 'delete the list'],
  'Full Control': onList
};

describe.each(levels)('%s', (level) => {
  test('held on the list', async () => {
    const here = await place(level, 'list');
    const allowed: string[] = [];
    for (const [name, action] of Object.entries(actions)) {
      const status = await action(here);
      if (status < 300) allowed.push(name);
      else expect([name, [403, 404].includes(status)]).toEqual([name, true]);
    }
    expect(allowed.sort()).toEqual([...allowedOnList[level]].sort());
  });

  test('held on the folder: the list stays closed, the folder opens', async () => {
    const here = await place(level, 'folder');
    const refused = [
      'open the list',
      'see the item',
      'add at the root',
      'edit the item',
      'read versions',
      'change the list',
      'delete the list'
    ];
    for (const name of refused) expect([name, (await actions[name]?.(here)) ?? 0]).toEqual([name, 403]);
    const sees = !['Nothing', 'Enter'].includes(level);
    const adds = ['Add and view', 'Contribute', 'Edit', 'Design', 'Full Control'].includes(level);
    // Who has nothing anywhere does not even come into the site; to who may not see the folder it is not there.
    const unseen = level === 'Nothing' ? 403 : 404;
    expect(await actions['see the folder']?.(here)).toBe(sees ? 200 : unseen);
    expect(await actions['add to the folder']?.(here)).toBe(adds ? 200 : sees ? 403 : unseen);
  });

  test('held on the item, with a level on the list that lets in', async () => {
    const here = await place(level, 'item');
    const { Id } = await done<{ Id: number }>(admin, 'web/ensureuser', { logonName: here.login });
    await done(admin, `${here.list}/roleassignments/addroleassignment(principalid=${Id},roledefid=${ids.get('Enter')})`, '');
    const may = (...names: Level[]): boolean => names.includes(level);
    const sees = !may('Nothing', 'Enter');
    const edits = may('Contribute', 'Edit', 'Design', 'Full Control');
    const expected: Record<string, boolean> = {
      'open the list': true,
      'see the item': sees,
      'see the folder': false,
      'add at the root': false,
      'add to the folder': false,
      'edit the item': edits,
      'attach to the item': edits,
      'read versions': sees && level !== 'View',
      'delete a version': edits,
      'set permissions of the item': level === 'Full Control',
      'read permissions of the item': level === 'Full Control',
      'change the list': false,
      'add a column': false,
      'set permissions of the list': false,
      'recycle the item': edits,
      'delete the list': false
    };
    for (const [name, action] of Object.entries(actions)) {
      const status = await action(here);
      expect([name, status < 300]).toEqual([name, expected[name]]);
      // What cannot be seen is not there; what can be seen and not done is refused.
      if (status >= 300 && name.includes('the item')) expect([name, status]).toEqual([name, sees ? 403 : 404]);
    }
  });
});

describe('what inherits from a list', () => {
  /** What each level allows on items, folders and documents that have no permissions of their own. */
  const contributes = [
    'see',
    'add',
    'add a folder',
    'upload',
    'edit',
    'replace',
    'attach',
    'versions',
    'delete a version',
    'move',
    'delete',
    'delete the folder'
  ];
  const allowed: Record<Level, string[]> = {
    Nothing: [],
    Enter: [],
    View: ['see'],
    'Add and view': ['see', 'add', 'add a folder', 'upload', 'versions'],
    Read: ['see', 'versions'],
    Contribute: contributes,
    Edit: [...contributes, 'add a view'],
    Design: [...contributes, 'add a view'],
    'Full Control': [...contributes, 'add a view', 'set permissions']
  };
  test.each(levels)('%s', async (level) => {
    count += 1;
    const [title, documents] = [`Inherits ${count}`, `Documents ${count}`];
    const [at, path, box] = [`web/lists/getByTitle('${title}')`, `${root.replace('Cases', title)}`, `/sites/members/${documents}`];
    const login = userOf(level, 'list');
    await done(admin, 'web/lists', { Title: title, BaseTemplate: 100, EnableFolderCreation: true });
    await done(admin, 'web/lists', { Title: documents, BaseTemplate: 101 });
    const folder = (address: string): string => `web/getFolderByServerRelativePath(decodedurl='${address}')`;
    for (const name of ['kept', 'moved to']) await done(admin, `${folder(path)}/AddSubFolderUsingPath(DecodedUrl='${name}')`, '');
    const { Id } = await done<{ Id: number }>(admin, `${at}/items`, { Title: 'one' });
    await done(admin, `${at}/items(${Id})`, { Title: 'two' }, merge);
    await done(admin, `${folder(box)}/files/AddUsingPath(decodedurl='a.txt')`, 'a');
    for (const securable of [at, `web/lists/getByTitle('${documents}')`]) {
      await done(admin, `${securable}/breakroleinheritance(copyRoleAssignments=false,clearSubscopes=false)`, '');
      if (level === 'Nothing') continue;
      const user = await done<{ Id: number }>(admin, 'web/ensureuser', { logonName: login });
      await done(admin, `${securable}/roleassignments/addroleassignment(principalid=${user.Id},roledefid=${ids.get(level)})`, '');
    }
    const tries: Record<string, () => Promise<Response>> = {
      see: () => send(login, `${at}/items(${Id})`),
      add: () => send(login, `${at}/items`, { Title: 'new' }),
      'add a folder': () => send(login, `${folder(`${path}/kept`)}/AddSubFolderUsingPath(DecodedUrl='inner')`, ''),
      upload: () => send(login, `${folder(box)}/files/AddUsingPath(decodedurl='b.txt')`, 'b'),
      edit: () => send(login, `${at}/items(${Id})`, { Title: 'three' }, merge),
      replace: () => send(login, `web/getFileByServerRelativePath(decodedurl='${box}/a.txt')/$value`, 'c', { 'x-http-method': 'PUT' }),
      attach: () => send(login, `${at}/items(${Id})/AttachmentFiles/add(FileName='a.txt')`, 'a'),
      versions: () => send(login, `${at}/items(${Id})/versions`),
      'delete a version': () => send(login, `${at}/items(${Id})/versions(512)`, '', remove),
      'add a view': () => send(login, `${at}/views`, { Title: 'Mine' }),
      'set permissions': () => send(login, `${at}/items(${Id})/breakroleinheritance(copyRoleAssignments=true,clearSubscopes=false)`, ''),
      move: () =>
        send(login, 'SP.MoveCopyUtil.MoveFileByPath()', {
          srcPath: { DecodedUrl: `${server.origin}${path}/${Id}_.000` },
          destPath: { DecodedUrl: `${server.origin}${path}/moved to/${Id}_.000` }
        }),
      delete: () => send(login, `${at}/items(${Id})`, '', remove),
      'delete the folder': () => send(login, `${folder(`${path}/kept`)}/recycle`, '')
    };
    const done_: string[] = [];
    for (const [name, attempt] of Object.entries(tries)) {
      const { status } = await attempt();
      if (status < 300) done_.push(name);
      else expect([name, [403, 404].includes(status)]).toEqual([name, true]);
    }
    expect(done_.sort()).toEqual([...allowed[level]].sort());
    // Making groups is a right on the site, which no level on a list gives.
    expect((await send(login, 'web/sitegroups', { Title: `G ${count}` })).status).toBe(403);
  });
});

describe('trimming', () => {
  test('everything that gives out rows leaves out what somebody may not see', async () => {
    const here = await place('Read', 'item');
    const { Id } = await done<{ Id: number }>(admin, 'web/ensureuser', { logonName: here.login });
    await done(admin, `${here.list}/roleassignments/addroleassignment(principalid=${Id},roledefid=${ids.get('Read')})`, '');
    await done(admin, `${here.list}/items`, { Title: 'Open to readers' });
    const secret = await done<{ Id: number }>(admin, `${here.list}/items`, { Title: 'Secret' });
    await done(admin, `${here.list}/items(${secret.Id})/breakroleinheritance(copyRoleAssignments=false,clearSubscopes=false)`, '');
    const { Id: listId } = await done<{ Id: string }>(admin, here.list);
    await done(admin, 'web/lists', { Title: `Pointing ${count}`, BaseTemplate: 100 });
    const pointing = `web/lists/getByTitle('Pointing ${count}')`;
    await done(admin, `${pointing}/fields/addfield`, {
      parameters: { Title: 'To', FieldTypeKind: 7, LookupListId: listId, LookupFieldName: 'Title' }
    });
    await done(admin, `${pointing}/items`, { Title: 'a', ToId: secret.Id });
    await done(admin, `${pointing}/breakroleinheritance(copyRoleAssignments=false,clearSubscopes=false)`, '');
    await done(admin, `${pointing}/roleassignments/addroleassignment(principalid=${Id},roledefid=${ids.get('Read')})`, '');

    const view = "<View Scope='RecursiveAll'><ViewFields><FieldRef Name='Title'/></ViewFields></View>";
    const answers = [
      await done(here.login, `${here.list}/items`),
      await done(here.login, `${here.list}/getitems`, { query: { ViewXml: view } }),
      await done(here.login, `${here.list}/RenderListDataAsStream`, { parameters: { ViewXml: view } }),
      await done(here.login, `${pointing}/items?$select=Title,To/Title&$expand=To`),
      await done(here.login, `${pointing}/items?$filter=To/Title eq 'Secret'`),
      await done(here.login, `${pointing}/items(1)/fieldvaluesastext`),
      await done(here.login, `${pointing}/RenderListDataAsStream`, {
        parameters: { ViewXml: "<View><ViewFields><FieldRef Name='To'/></ViewFields></View>" }
      })
    ];
    for (const answer of answers) expect(JSON.stringify(answer)).not.toContain('Secret');
    expect(JSON.stringify(answers[0])).toContain('Open to readers');
    expect(JSON.stringify(answers[1])).toContain('Open to readers');
    expect(JSON.stringify(answers[2])).toContain('Open to readers');
    expect(answers[3]).toMatchObject({ value: [{ To: null }] });
    expect((answers[4] as { value: unknown[] }).value).toEqual([]);
    expect((await send(here.login, `${here.list}/items(${secret.Id})`)).status).toBe(404);
    // The number of items is the list's, not what somebody sees.
    expect(await done(here.login, `${here.list}?$select=ItemCount`)).toMatchObject({ ItemCount: 4 });
  });

  test('item-level security: own items only, passed over by who may override list behaviours', async () => {
    const at = list;
    await done(admin, 'web/lists', { Title: 'Cases', BaseTemplate: 100 });
    await done(admin, `${at}/breakroleinheritance(copyRoleAssignments=false,clearSubscopes=false)`, '');
    const [writer, other, designer] = [userOf('Contribute', 'list'), userOf('Contribute', 'folder'), userOf('Design', 'list')];
    for (const [login, level] of [
      [writer, 'Contribute'],
      [other, 'Contribute'],
      [designer, 'Design']
    ] as const) {
      const { Id } = await done<{ Id: number }>(admin, 'web/ensureuser', { logonName: login });
      await done(admin, `${at}/roleassignments/addroleassignment(principalid=${Id},roledefid=${ids.get(level)})`, '');
    }
    await done(admin, at, { ReadSecurity: 2, WriteSecurity: 2 }, merge);
    const mine = await done<{ Id: number }>(writer, `${at}/items`, { Title: 'mine' });
    const titles = async (login: string): Promise<string[]> =>
      (await done<{ value: { Title: string }[] }>(login, `${at}/items`)).value.map(({ Title }) => Title);
    expect(await titles(writer)).toEqual(['mine']);
    expect(await titles(other)).toEqual([]);
    expect(await titles(designer)).toEqual(['mine']);
    expect((await send(other, `${at}/items(${mine.Id})`)).status).toBe(404);
    expect((await send(writer, `${at}/items(${mine.Id})`, { Title: 'still mine' }, merge)).status).toBe(204);
    await done(admin, at, { ReadSecurity: 1 }, merge);
    expect(await titles(other)).toEqual(['still mine']);
    expect((await send(other, `${at}/items(${mine.Id})`, { Title: 'taken' }, merge)).status).toBe(403);
    await done(admin, at, { WriteSecurity: 4 }, merge);
    expect((await send(writer, `${at}/items(${mine.Id})`, { Title: 'x' }, merge)).status).toBe(403);
    expect((await send(designer, `${at}/items(${mine.Id})`, { Title: 'seen to' }, merge)).status).toBe(204);
  });
});

describe('inheritance', () => {
  test('breaking without a copy leaves the caller with Full Control, restoring gives back what was inherited', async () => {
    const here = await place('Nothing', 'list');
    const { value: now } = await done<{ value: { PrincipalId: number }[] }>(
      admin,
      `${here.list}/roleassignments?$expand=RoleDefinitionBindings`
    );
    expect(now).toHaveLength(1);
    expect(JSON.stringify(now)).toContain('Full Control');
    await done(admin, `${here.list}/resetroleinheritance`, '');
    expect(await done(admin, `${here.list}?$select=HasUniqueRoleAssignments`)).toMatchObject({ HasUniqueRoleAssignments: false });
    expect(await done(admin, `${here.list}/items(${here.item})?$select=HasUniqueRoleAssignments`)).toMatchObject({
      HasUniqueRoleAssignments: true
    });
    expect(await done(admin, `${here.list}/firstuniqueancestorsecurableobject`)).toMatchObject({ 'odata.type': 'SP.Web' });
  });

  test('clearing what is below makes folders and items inherit', async () => {
    const here = await place('Read', 'item');
    await done(admin, `${here.list}/breakroleinheritance(copyRoleAssignments=true,clearSubscopes=true)`, '');
    expect(await done(admin, `${here.list}/items(${here.item})?$select=HasUniqueRoleAssignments`)).toMatchObject({
      HasUniqueRoleAssignments: false
    });
    expect((await send(here.login, here.list)).status).toBe(403);
  });

  test('Limited Access comes with rights below and goes with them, and cannot be given', async () => {
    const here = await place('Read', 'folder');
    const { Id } = await done<{ Id: number }>(admin, 'web/ensureuser', { logonName: here.login });
    const onListOf = async (): Promise<string> =>
      JSON.stringify(await done(admin, `${here.list}/roleassignments?$expand=RoleDefinitionBindings`));
    expect(await onListOf()).toContain('Limited Access');
    await done(admin, `${here.list}/items(${here.item})/roleassignments/addroleassignment(principalid=${Id},roledefid=1073741825)`, '');
    expect(
      JSON.stringify(await done(admin, `${here.list}/items(${here.item})/roleassignments?$expand=RoleDefinitionBindings`))
    ).not.toContain('Limited Access');
    const folderItem = await done<{ Id: number }>(
      admin,
      `web/getFolderByServerRelativePath(decodedurl='${here.folder}')/listitemallfields`
    );
    await done(
      admin,
      `${here.list}/items(${folderItem.Id})/roleassignments/removeroleassignment(principalid=${Id},roledefid=1073741826)`,
      ''
    );
    expect(await onListOf()).not.toContain('Limited Access');
  });

  test('what is added to a folder, or moved into it, is seen by who may see the folder', async () => {
    const here = await place('Read', 'folder');
    const made = await done<{ Id: number }>(admin, `${here.list}/items`, { Title: 'moved later' });
    const { FileRef } = await done<{ FileRef: string }>(admin, `${here.list}/items(${made.Id})?$select=FileRef`);
    await done(admin, 'SP.MoveCopyUtil.MoveFileByPath(overwrite=@a1)?@a1=false', {
      srcPath: { DecodedUrl: server.origin + FileRef },
      destPath: { DecodedUrl: `${server.origin}${here.folder}/${made.Id}_.000` },
      options: { KeepBoth: false, ShouldBypassSharedLocks: true, RetainEditorAndModifiedOnMove: false }
    });
    const { value: mask } = await done<{ value?: object; Low?: string }>(
      admin,
      `${here.list}/items(${made.Id})/getusereffectivepermissions(@u)?@u='${encodeURIComponent(`i:0#.f|membership|${here.login}`)}'`
    ).then((answer) => ({ value: answer }));
    expect(Number(mask.Low) & 1).toBe(1);
  });

  test('lockdown mode keeps out who has Limited Access only, until it is off', async () => {
    const here = await place('Read', 'folder');
    const folder = `web/getFolderByServerRelativePath(decodedurl='${here.folder}')`;
    const feature = { featureId: '7c637b23-06c4-472d-9a9a-7c175762c5c4', force: false };
    expect((await send(here.login, folder)).status).toBe(200);
    await done(admin, 'site/features/add', feature);
    expect((await send(here.login, folder)).status).toBe(403);
    expect((await send(here.login, 'web')).status).toBe(403);
    await done(admin, 'site/features/remove', feature);
    expect((await send(here.login, folder)).status).toBe(200);
  });

  test('unique columns and items with permissions of their own do not go together', async () => {
    const here = await place('Nothing', 'item');
    expect((await send(admin, `${here.list}/fields/getByInternalNameOrTitle('Title')`, { EnforceUniqueValues: true }, merge)).status).toBe(
      400
    );
  });

  test('documents follow the same rules', async () => {
    await done(admin, 'web/lists', { Title: 'Papers', BaseTemplate: 101 });
    await done(admin, `${library}/files/AddUsingPath(decodedurl='open.txt')`, 'open');
    await done(admin, `${library}/files/AddUsingPath(decodedurl='secret.txt')`, 'secret');
    await done(admin, "web/lists/getByTitle('Papers')/breakroleinheritance(copyRoleAssignments=false,clearSubscopes=false)", '');
    const reader = userOf('Read', 'list');
    const { Id } = await done<{ Id: number }>(admin, 'web/ensureuser', { logonName: reader });
    await done(admin, `web/lists/getByTitle('Papers')/roleassignments/addroleassignment(principalid=${Id},roledefid=1073741826)`, '');
    const secret = "web/getFileByServerRelativePath(decodedurl='/sites/members/Papers/secret.txt')";
    await done(admin, `${secret}/listitemallfields/breakroleinheritance(copyRoleAssignments=false,clearSubscopes=false)`, '');
    const { value: files } = await done<{ value: { Name: string }[] }>(reader, `${library}/files`);
    expect(files.map(({ Name }) => Name)).toEqual(['open.txt']);
    expect((await send(reader, `${secret}/$value`)).status).toBe(404);
    const direct = (path: string): Promise<Response> =>
      fetch(server.origin + path, { headers: { authorization: `Bearer local:${reader}` } });
    expect((await direct('/sites/members/Papers/open.txt')).status).toBe(200);
    // Somebody who may not see it is told no more than of one that there is not.
    expect((await direct('/sites/members/Papers/secret.txt')).status).toBe(404);
    expect((await send(reader, `${library}/files/AddUsingPath(decodedurl='new.txt')`, 'x')).status).toBe(403);
    expect((await send(reader, `${library}/files/AddUsingPath(decodedurl='open.txt',overwrite=true)`, 'x')).status).toBe(403);
  });
});
