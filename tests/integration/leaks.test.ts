import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { api, merge, remove, type Api } from '../support/api';
import { TestServer } from '../support/server';

/** Ways round: nobody learns of what they may not see, or changes what they may not change, by another route. */

const login = (name: string): string => `${name}@council.example`;
const account = (name: string, siteAdmin = false): object => ({
  login: login(name),
  name,
  email: login(name),
  aadObjectId: `id-${name}`,
  groups: [],
  siteAdmin
});
const read = 1073741826;
const contribute = 1073741827;

let server: TestServer;
let admin: Api;
let reader: Api;
let writer: Api;
let outsider: Api;
const ids = new Map<string, number>();

beforeAll(async () => {
  const accountsFile = join(mkdtempSync(join(tmpdir(), 'memberlink-')), 'accounts.json');
  writeFileSync(accountsFile, JSON.stringify([account('admin', true), account('reader'), account('writer'), account('outsider')]));
  server = await TestServer.start({ accountsFile });
  [admin, reader, writer, outsider] = ['admin', 'reader', 'writer', 'outsider'].map((name) => api(server, login(name))) as [
    Api,
    Api,
    Api,
    Api
  ];
  for (const name of ['reader', 'writer', 'outsider']) {
    ids.set(name, (await admin.done<{ Id: number }>('web/ensureuser', { logonName: login(name) })).Id);
  }
  const visitors = await admin.done<{ Id: number }>('web/associatedvisitorgroup');
  await admin.done(`web/roleassignments/removeroleassignment(principalid=${visitors.Id},roledefid=${read})`, '');
  await admin.done(`web/roleassignments/addroleassignment(principalid=${ids.get('reader')},roledefid=${read})`, '');
  await admin.done(`web/roleassignments/addroleassignment(principalid=${ids.get('writer')},roledefid=${contribute})`, '');
});
afterAll(() => server.stop());

const root = (title: string): string => `/sites/members/Lists/${title}`;
const folder = (path: string): string => `web/getFolderByServerRelativePath(decodedurl='${path}')`;
const file = (path: string): string => `web/getFileByServerRelativePath(decodedurl='${path}')`;
const close = (securable: string): Promise<unknown> =>
  admin.done(`${securable}/breakroleinheritance(copyRoleAssignments=false,clearSubscopes=false)`, '');
const list = (title: string): string => `web/lists/getByTitle('${title}')`;

async function make(title: string, template = 100): Promise<string> {
  await admin.done('web/lists', { Title: title, BaseTemplate: template, EnableFolderCreation: true });
  return list(title);
}
const add = async (at: string, Title: string, who = admin): Promise<number> =>
  (await who.done<{ Id: number }>(`${at}/items`, { Title })).Id;
const addFolder = async (path: string, name: string, who = admin): Promise<number> => {
  await who.done(`${folder(path)}/AddSubFolderUsingPath(DecodedUrl='${name}')`, '');
  return (await who.done<{ Id: number }>(`${folder(`${path}/${name}`)}/listitemallfields`)).Id;
};

describe('what may not be seen', () => {
  test('does not come back from the recycle bin with permissions of another time', async () => {
    const at = await make('Restored');
    const id = await add(at, 'secret by now');
    const { value } = await admin.done<{ value: string }>(`${at}/items(${id})/recycle`, '');
    await close(at);
    await admin.done(`web/recyclebin('${value}')/restore`, '');
    expect((await reader.send(`${file(`${root('Restored')}/${id}_.000`)}/listitemallfields`)).status).toBe(404);
    expect(await admin.done(`${at}/items(${id})?$select=HasUniqueRoleAssignments`)).toMatchObject({ HasUniqueRoleAssignments: false });
  });

  test('is not answered by adding it again, by what lies in it, or by what it lies in', async () => {
    const at = await make('Hidden');
    const hidden = await addFolder(root('Hidden'), 'hidden');
    await addFolder(`${root('Hidden')}/hidden`, 'inner');
    await close(`${at}/items(${hidden})`);
    expect(
      (await writer.refused(`${folder(root('Hidden'))}/AddSubFolderUsingPath(DecodedUrl='hidden')?$expand=ListItemAllFields`, '')).status
    ).toBe(500);
    const inner = (await admin.done<{ Id: number }>(`${folder(`${root('Hidden')}/hidden/inner`)}/listitemallfields`)).Id;
    await close(`${at}/items(${inner})`);
    await admin.done(`${at}/items(${inner})/roleassignments/addroleassignment(principalid=${ids.get('outsider')},roledefid=${read})`, '');
    const seen = await outsider.done(`${folder(`${root('Hidden')}/hidden/inner`)}?$select=Name,ParentFolder/Name&$expand=ParentFolder`);
    expect(seen).toMatchObject({ Name: 'inner', ParentFolder: null });
    expect((await outsider.send(`${folder(`${root('Hidden')}/hidden/inner`)}/ParentFolder/ListItemAllFields`)).status).toBe(404);
    expect(
      await outsider.done(`${folder(`${root('Hidden')}/hidden/inner`)}/listitemallfields?$select=Id,ParentList/Title&$expand=ParentList`)
    ).toMatchObject({
      ParentList: null
    });
  });

  test('is not told by ids that are taken, by sizes, by a history, by direct addresses', async () => {
    const target = await make('Targets');
    const secret = await add(target, 'secret');
    await close(`${target}/items(${secret})`);
    const at = await make('Pointers');
    const { Id } = await admin.done<{ Id: string }>(target);
    await admin.done(`${at}/fields/addfield`, {
      parameters: { Title: 'To', FieldTypeKind: 7, LookupListId: Id, LookupFieldName: 'Title' }
    });
    const refusals = await Promise.all([secret, 999].map((id) => writer.refused(`${at}/items`, { Title: 'x', ToId: id })));
    expect(refusals[0]).toEqual(refusals[1]);
    await make('Sized', 101);
    await admin.done(`${folder('/sites/members/Sized')}/files/AddUsingPath(decodedurl='secret.txt')`, '0123456789');
    await close(`${file('/sites/members/Sized/secret.txt')}/listitemallfields`);
    expect(await reader.done(`${folder('/sites/members/Sized')}/storagemetrics`)).toMatchObject({ TotalSize: '0', TotalFileCount: '0' });
    const direct = await Promise.all(
      ['secret.txt', 'nothing.txt'].map((name) =>
        fetch(`${server.origin}/sites/members/Sized/${name}`, { headers: { authorization: `Bearer local:${login('reader')}` } })
      )
    );
    expect(direct.map(({ status }) => status)).toEqual([404, 404]);
    await admin.done(`${target}/items(${secret})`, '', remove);
    const { value } = await reader.done<{ value: { ItemId: number; ChangeType: number }[] }>(`${target}/getchanges`, {
      query: { Add: true, Update: true, DeleteObject: true }
    });
    expect(value.map(({ ChangeType }) => ChangeType)).toEqual([3]);
  });

  test('is not read in parts: versions and attachments need the right to open', async () => {
    const looks = await admin.done<{ Id: number }>('web/roledefinitions', {
      Name: 'Looks only',
      Description: '',
      Order: 1,
      BasePermissions: { High: '32', Low: String(1 + 64 + 4096 + 65536) }
    });
    await make('Opened', 101);
    for (const body of ['one', 'two'])
      await admin.done(`${folder('/sites/members/Opened')}/files/AddUsingPath(decodedurl='a.txt',overwrite=true)`, body);
    await close(list('Opened'));
    await admin.done(`${list('Opened')}/roleassignments/addroleassignment(principalid=${ids.get('reader')},roledefid=${looks.Id})`, '');
    expect((await reader.send(file('/sites/members/Opened/a.txt'))).status).toBe(200);
    expect((await reader.send(`${file('/sites/members/Opened/a.txt')}/$value`)).status).toBe(403);
    expect((await reader.send(`${file('/sites/members/Opened/a.txt')}/versions(512)/$value`)).status).toBe(403);
  });

  test("is not other people's groups", async () => {
    const group = await admin.done<{ Id: number }>('web/sitegroups', { Title: 'Secret group' });
    await admin.done(`web/sitegroups(${group.Id})/users`, { LoginName: login('writer') });
    expect((await reader.refused(`web/sitegroups(${group.Id})/users`)).status).toBe(403);
    expect(JSON.stringify(await reader.done('web/siteusers?$expand=Groups'))).not.toContain('Secret group');
    expect(JSON.stringify(await writer.done('web/siteusers?$expand=Groups'))).toContain('Secret group');
    expect((await admin.refused(`web/sitegroups(${group.Id})`, { AllowMembersEditMembership: 'false' }, merge)).status).toBe(400);
  });
});

describe('what may not be changed', () => {
  test('a folder is deleted only by who may delete all that is in it, whichever way', async () => {
    const at = await make('Filled');
    const id = await addFolder(root('Filled'), 'box');
    const inner = await addFolder(`${root('Filled')}/box`, 'closed');
    await close(`${at}/items(${inner})`);
    for (const [path, headers] of [
      [`${at}/items(${id})/recycle`],
      [`${at}/items(${id})`, remove],
      [`${at}/items(${id})/deletewithparameters`],
      [`${folder(`${root('Filled')}/box`)}/recycle`],
      [folder(`${root('Filled')}/box`), remove]
    ] as [string, Record<string, string>?][]) {
      expect([path, (await writer.send(path, '', headers)).status]).toEqual([path, 403]);
    }
    expect((await admin.send(folder(`${root('Filled')}/box/closed`))).status).toBe(200);
  });

  test("item-level security holds for versions, for adding, and for folders that hold other people's items", async () => {
    const at = await make('Owned');
    const mine = await add(at, 'admin made it');
    await admin.done(`${at}/items(${mine})`, { Title: 'and changed it' }, merge);
    await addFolder(root('Owned'), 'shared', writer);
    await admin.done(`${at}/AddValidateUpdateItemUsingPath()`, {
      listItemCreateInfo: { FolderPath: { DecodedUrl: `${root('Owned')}/shared` } },
      formValues: [{ FieldName: 'Title', FieldValue: 'in it' }]
    });
    await admin.done(at, { WriteSecurity: 2 }, merge);
    expect((await writer.send(`${at}/items(${mine})/versions(512)`, '', remove)).status).toBe(403);
    expect((await writer.send(`${folder(`${root('Owned')}/shared`)}/recycle`, '')).status).toBe(403);
    await admin.done(at, { WriteSecurity: 4 }, merge);
    expect((await writer.send(`${at}/items`, { Title: 'x' })).status).toBe(403);
  });

  test('an upload goes on only for who began it, on its own document', async () => {
    await make('Uploads', 101);
    for (const name of ['a.txt', 'b.txt'])
      await admin.done(`${folder('/sites/members/Uploads')}/files/AddUsingPath(decodedurl='${name}')`, 'old');
    const session = "uploadId=guid'0aa1b2c3-0000-4000-8000-000000000001'";
    await admin.done(`${file('/sites/members/Uploads/a.txt')}/startupload(${session})`, 'secret bytes');
    expect((await writer.send(`${file('/sites/members/Uploads/a.txt')}/finishupload(${session},fileOffset=12)`, '')).status).toBe(400);
    expect((await admin.send(`${file('/sites/members/Uploads/b.txt')}/finishupload(${session},fileOffset=12)`, '')).status).toBe(400);
    expect((await reader.send(`${file('/sites/members/Uploads/a.txt')}/startupload(${session})`, 'x')).status).toBe(403);
    await admin.done(`${file('/sites/members/Uploads/a.txt')}/finishupload(${session},fileOffset=12)`, '');
    expect(await (await admin.send(`${file('/sites/members/Uploads/a.txt')}/$value`)).text()).toBe('secret bytes');
  });

  test('who may add and not delete leaves the empty document of an upload that was given up', async () => {
    await make('Given up', 101);
    // ViewListItems, AddListItems, EditListItems, OpenItems, ViewFormPages, Open, ViewPages, UseRemoteAPIs
    const { Id: level } = await admin.done<{ Id: number }>('web/roledefinitions', {
      Name: 'Add only',
      BasePermissions: { High: '32', Low: String(0x1 + 0x2 + 0x4 + 0x20 + 0x1000 + 0x10000 + 0x20000) }
    });
    await close(list('Given up'));
    await admin.done(`${list('Given up')}/roleassignments/addroleassignment(principalid=${ids.get('writer')},roledefid=${level})`, '');
    const session = "uploadId=guid'0aa1b2c3-0000-4000-8000-000000000002'";
    const stub = file('/sites/members/Given up/a.txt');
    await writer.done(`${folder('/sites/members/Given up')}/files/AddUsingPath(decodedurl='a.txt')`, '');
    await writer.done(`${stub}/startupload(${session})`, 'bytes');
    await writer.done(`${stub}/cancelupload(${session})`, '');
    expect((await writer.send(stub, '', remove)).status).toBe(403);
    expect(await writer.done(`${stub}?$select=Name,Length`)).toMatchObject({ Name: 'a.txt', Length: '0' });
  });

  test('a reader changes no name and brings nobody back; check-out counts for every way to edit', async () => {
    expect((await reader.send('web/currentuser', { Title: 'Chief executive' }, merge)).status).toBe(403);
    const { Id } = await admin.done<{ Id: number }>('web/ensureuser', { logonName: login('outsider') });
    await admin.done(`web/siteusers/removebyid(${Id})`, '');
    await reader.done('web/ensureuser', { logonName: login('outsider') });
    expect(JSON.stringify(await admin.done('web/siteusers'))).not.toContain('outsider');
    await admin.done('web/ensureuser', { logonName: login('outsider') });
    const at = await make('Forced', 101);
    await admin.done(`${folder('/sites/members/Forced')}/files/AddUsingPath(decodedurl='a.txt')`, 'one');
    const { Id: item } = await admin.done<{ Id: number }>(`${file('/sites/members/Forced/a.txt')}/listitemallfields`);
    await admin.done(at, { ForceCheckout: true }, merge);
    expect(
      (await writer.send(`${folder('/sites/members/Forced')}/files/AddUsingPath(decodedurl='a.txt',overwrite=true)`, 'x')).status
    ).toBe(400);
    expect((await writer.send(`${at}/items(${item})`, { Title: 'x' }, merge)).status).toBe(400);
  });

  test('Graph is nothing to a cookie', async () => {
    const response = await fetch(`${server.origin}/_local/sign-in`, {
      method: 'POST',
      body: `login=${login('reader')}`,
      redirect: 'manual'
    });
    const cookie = String(response.headers.get('set-cookie')).split(';')[0] ?? '';
    expect((await fetch(`${server.origin}/v1.0/me`, { headers: { cookie } })).status).toBe(401);
  });
});

test('who loses a level above keeps the way to what they have further down', async () => {
  const at = await make('Way');
  const id = await addFolder(root('Way'), 'own');
  await close(`${at}/items(${id})`);
  const outsiders = ids.get('outsider');
  await admin.done(`web/roleassignments/addroleassignment(principalid=${outsiders},roledefid=${read})`, '');
  await admin.done(`${at}/items(${id})/roleassignments/addroleassignment(principalid=${outsiders},roledefid=${contribute})`, '');
  await admin.done(`web/roleassignments/removeroleassignment(principalid=${outsiders},roledefid=${read})`, '');
  expect((await outsider.send(folder(`${root('Way')}/own`))).status).toBe(200);
  expect((await outsider.send(at)).status).toBe(403);
});

test('after random breaks, restores, moves, deletions and returns everything has the permissions of its place', async () => {
  /** A plain model: each thing has its place, and permissions of its own or none. */
  interface Thing {
    id: number;
    parent: string;
    own: boolean;
    /** Its id in the recycle bin, and where it was. */
    gone?: { id: string; from: string };
  }
  const at = await make('Model');
  const base = root('Model');
  const names = ['a', 'b', 'c', 'd'];
  const things = new Map<string, Thing>();
  for (const name of names) things.set(name, { id: await addFolder(base, name), parent: '', own: false });
  for (let n = 0; n < 4; n += 1) {
    const id = await add(at, `item ${n}`);
    things.set(`${id}_.000`, { id, parent: '', own: false });
  }
  const path = (name: string): string => (name === '' ? base : `${path(things.get(name)?.parent ?? '')}/${name}`);
  const isGone = (name: string): boolean => name !== '' && (things.get(name)?.gone !== undefined || isGone(things.get(name)?.parent ?? ''));
  const inside = (name: string, folderName: string): boolean =>
    name === folderName || (name !== '' && inside(things.get(name)?.parent ?? '', folderName));
  /** The nearest with permissions of its own: the list itself for none. */
  const owner = (name: string): string => (name === '' || things.get(name)?.own ? name : owner(things.get(name)?.parent ?? ''));
  const [steps = []] = fc.sample(
    fc.array(
      fc.tuple(
        fc.constantFrom('break', 'reset', 'move', 'recycle', 'restore'),
        fc.constantFrom(...things.keys()),
        fc.constantFrom('', ...names)
      ),
      {
        minLength: 120,
        maxLength: 120
      }
    ),
    { numRuns: 1, seed: 7 }
  );
  for (const [action, name, to] of steps) {
    const thing = things.get(name);
    if (!thing) continue;
    const securable = `${at}/items(${thing.id})`;
    // A folder that was moved meanwhile is not where it was.
    if (action === 'restore' && thing.gone?.from === path(thing.parent) && !isGone(thing.parent)) {
      await admin.done(`web/recyclebin('${thing.gone.id}')/restore`, '');
      thing.gone = undefined;
    }
    if (isGone(name)) continue;
    if (action === 'break') {
      await close(securable);
      thing.own = true;
    } else if (action === 'reset') {
      await admin.done(`${securable}/resetroleinheritance`, '');
      thing.own = false;
    } else if (action === 'recycle') {
      thing.gone = { id: (await admin.done<{ value: string }>(`${securable}/recycle`, '')).value, from: path(thing.parent) };
    } else if (action === 'move' && to !== name && !isGone(to) && !inside(to, name)) {
      const kind = names.includes(name) ? 'Folder' : 'File';
      const from = path(name);
      thing.parent = to;
      if (from === path(name)) continue;
      await admin.done(`SP.MoveCopyUtil.Move${kind}ByPath()`, {
        srcPath: { DecodedUrl: server.origin + from },
        destPath: { DecodedUrl: server.origin + path(name) },
        options: { KeepBoth: false }
      });
    }
  }
  for (const [name, thing] of things) {
    if (isGone(name)) continue;
    const wanted = owner(name);
    const ancestor = await admin.done<{ Id?: number; 'odata.type': string }>(`${at}/items(${thing.id})/firstuniqueancestorsecurableobject`);
    expect([name, wanted === '' ? ancestor['odata.type'] : ancestor.Id]).toEqual([name, wanted === '' ? 'SP.Web' : things.get(wanted)?.id]);
  }
});
