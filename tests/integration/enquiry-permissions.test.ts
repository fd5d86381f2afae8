import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import '@pnp/sp/files';
import '@pnp/sp/folders';
import '@pnp/sp/items';
import '@pnp/sp/lists';
import { addToFolder } from '../../src/data/enquiries/folder-items';
import { folderAt } from '../../src/domain/enquiries/folders';
import { enquiryLists } from '../../src/lists';
import { api, merge, remove } from '../support/api';
import { cast, fillEnquirySite, sitePath } from '../support/enquiries';
import { accountsFile, people, TestServer } from '../support/server';

/**
 * Who may do what to enquiries: every cell of enquiry-permissions.csv is tried over REST. The table is written from the
 * design, not from the code that gives the permissions.
 */

/** One of the group Memberlink Owners who is no site collection administrator. */
const ownerLogin = 'o.wenlock@wexcombe.example';
const logins: Record<string, string> = { ...cast, owner: ownerLogin };

interface Cell {
  list: string;
  folder: string;
  person: string;
  'may see': string;
  'may add': string;
  'may edit': string;
  'may delete': string;
}
const table = parse(readFileSync(join(__dirname, 'enquiry-permissions.csv')), { columns: true }) as Cell[];
const folders = [...new Set(table.map(({ folder }) => folder))];

let server: TestServer;
let temporary: string;
/** The row, or the document, that stands in a folder of a list: its ID by "list folder". */
const there = new Map<string, number>();
const secret = (list: string, folder: string): string => `secret${list}${folder.replace(/\W/g, '')}`;
const rootOf = (list: string): string => `${sitePath}/${enquiryLists.find(({ title }) => title === list)?.url ?? ''}`;
const isLibrary = (list: string): boolean => list === 'EnquiryDocuments';

beforeAll(async () => {
  temporary = mkdtempSync(join(tmpdir(), 'memberlink-accounts-'));
  const accounts = JSON.parse(readFileSync(accountsFile, 'utf8')) as Record<string, unknown>[];
  const owner = { login: ownerLogin, name: 'Olive Wenlock', email: ownerLogin, groups: ['Memberlink Owners'] };
  writeFileSync(
    join(temporary, 'accounts.json'),
    JSON.stringify([...accounts, { ...accounts[0], ...owner, aadObjectId: '00000000-0000-4000-8000-000000000001' }])
  );
  server = await TestServer.start({ accountsFile: join(temporary, 'accounts.json') });
  await fillEnquirySite(server);
  for (const { title: list } of enquiryLists)
    for (const folder of folders) there.set(`${list} ${folder}`, await put(list, folder, secret(list, folder)));
  await fetch(`${server.origin}/_local/search`, { method: 'PUT', body: JSON.stringify({ crawlDelaySeconds: 0 }) });
});
afterAll(async () => {
  await server.stop();
  rmSync(temporary, { recursive: true });
});

/** Puts something into a folder as the site collection administrator; answers the ID of its item. */
async function put(list: string, folder: string, title: string): Promise<number> {
  const sp = server.as(people.owner);
  if (isLibrary(list)) {
    const target = sp.web.getFolderByServerRelativePath(`${rootOf(list)}/${folder}`);
    const file = await target.files.addUsingPath(`${title}.txt`, `text of ${title}`, { Overwrite: true });
    const { Id } = await sp.web.getFileByServerRelativePath(file.ServerRelativeUrl).getItem<{ Id: number }>('Id');
    await sp.web.getList(rootOf(list)).items.getById(Id).update({ Title: title });
    return Id;
  }
  const definition = enquiryLists.find((one) => one.title === list);
  const at = folderAt(folder);
  if (!definition || !at) throw new Error(folder);
  const values = [
    { FieldName: 'Title', FieldValue: title },
    ...(list === 'Enquiries' ? [{ FieldName: 'SubmissionKey', FieldValue: title }] : [])
  ];
  return (await addToFolder(sp.web.getList(`${sitePath}/${definition.url}`), sitePath, definition, at, values)) ?? 0;
}

const listAddress = (list: string): string => `web/getList('${rootOf(list)}')`;
const pathOf = (list: string, folder: string, id: number, title: string): string =>
  `${rootOf(list)}/${folder}/${isLibrary(list) ? `${title}.txt` : `${id}_.000`}`;

/** Tries to add to a folder; answers whether it is there afterwards. */
async function mayAdd(login: string, list: string, folder: string): Promise<boolean> {
  const title = `added${login.replace(/\W/g, '')}${folder.replace(/\W/g, '')}`;
  const by = api(server, login);
  if (isLibrary(list)) {
    const { status } = await by.send(
      `web/getFolderByServerRelativePath(decodedUrl='${rootOf(list)}/${folder}')/files/addUsingPath(decodedUrl='${title}.txt',overwrite=false)`,
      'x'
    );
    return status === 200;
  }
  const answer = await by.send(`${listAddress(list)}/AddValidateUpdateItemUsingPath()`, {
    listItemCreateInfo: { FolderPath: { DecodedUrl: `${rootOf(list)}/${folder}` }, UnderlyingObjectType: 0 },
    formValues: [
      { FieldName: 'Title', FieldValue: title },
      ...(list === 'Enquiries' ? [{ FieldName: 'SubmissionKey', FieldValue: title }] : [])
    ],
    bNewDocumentUpdate: false
  });
  const said = answer.status === 200;
  const { value } = await api(server, people.owner).done<{ value: unknown[] }>(`${listAddress(list)}/items?$filter=Title eq '${title}'`);
  expect(said).toBe(value.length > 0);
  return said;
}

describe.each(table)('$person, $list, $folder', ({ list, folder, person, ...may }) => {
  const login = logins[person] ?? '';
  const wanted = (action: 'may see' | 'may add' | 'may edit' | 'may delete'): boolean => may[action] === 'yes';
  const item = (): string => `${listAddress(list)}/items(${there.get(`${list} ${folder}`)})`;

  test(`see ${may['may see']}, add ${may['may add']}, edit ${may['may edit']}, delete ${may['may delete']}`, async () => {
    const by = api(server, login);
    expect((await by.send(item())).status === 200).toBe(wanted('may see'));
    expect(await mayAdd(login, list, folder)).toBe(wanted('may add'));
    const before = await api(server, people.owner).done<Record<string, unknown>>(item());
    const edit = await by.send(item(), { Title: 'Changed' }, { ...merge, 'if-match': '*' });
    expect(edit.status === 204).toBe(wanted('may edit'));
    const form = await by.send(`${item()}/ValidateUpdateListItem()`, { formValues: [{ FieldName: 'Title', FieldValue: 'Changed too' }] });
    expect(form.status === 200).toBe(wanted('may edit'));
    const after = await api(server, people.owner).done<Record<string, unknown>>(item());
    if (!wanted('may edit')) expect(after).toEqual(before);
    else await api(server, people.owner).send(item(), { Title: before.Title }, { ...merge, 'if-match': '*' });
    const title = `gone${person}${folder.replace(/\W/g, '')}`;
    const id = await put(list, folder, title);
    const removed = await by.send(`${listAddress(list)}/items(${id})`, '', remove);
    expect(removed.status === 200).toBe(wanted('may delete'));
    const again = await put(list, folder, `${title}2`);
    const recycled = await by.send(`${listAddress(list)}/items(${again})/recycle()`, {});
    expect(recycled.status === 200).toBe(wanted('may delete'));
  });

  test('by every other way that exists the same is seen, or nothing', async () => {
    const id = there.get(`${list} ${folder}`) ?? 0;
    const word = secret(list, folder);
    const path = pathOf(list, folder, id, word);
    const encoded = path.replace(/'/g, "''");
    const by = api(server, login);
    const caml = `<View Scope="RecursiveAll"><Query><Where><Eq><FieldRef Name="ID"/><Value Type="Counter">${id}</Value></Eq></Where></Query></View>`;
    const read = async (request: Promise<Response>): Promise<string> => {
      const response = await request;
      return response.ok ? response.text() : '';
    };
    const batch = `--b\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\nGET ${server.siteUrl}/_api/${item()} HTTP/1.1\r\nAccept: application/json\r\n\r\n--b--\r\n`;
    const ways: Record<string, Promise<string>> = {
      items: read(by.send(`${listAddress(list)}/items?$filter=Id eq ${id}`)),
      'getitems at the root': read(by.send(`${listAddress(list)}/getitems`, { query: { ViewXml: caml } })),
      'getitems of the folder': read(
        by.send(`${listAddress(list)}/getitems`, { query: { ViewXml: caml, FolderServerRelativeUrl: `${rootOf(list)}/${folder}` } })
      ),
      'stream at the root': read(by.send(`${listAddress(list)}/RenderListDataAsStream`, { parameters: { ViewXml: caml } })),
      'stream of the folder': read(
        by.send(`${listAddress(list)}/RenderListDataAsStream`, {
          parameters: { ViewXml: caml.replace('ID"/>', 'ID"/>'), FolderServerRelativeUrl: `${rootOf(list)}/${folder}` }
        })
      ),
      file: read(by.send(`web/getFileByServerRelativePath(decodedUrl='${encoded}')/ListItemAllFields`)),
      'values as text': read(by.send(`${item()}/FieldValuesAsText`)),
      batch: read(by.send('$batch', batch, { 'content-type': 'multipart/mixed; boundary=b' })),
      search: read(by.send('search/postquery', { request: { Querytext: word, SelectProperties: { results: ['Title', 'Path'] } } })),
      changes: read(by.send(`${listAddress(list)}/getchanges`, { query: { Item: true, Add: true, FetchLimit: 1000 } })).then((text) =>
        // Changes tell IDs, not titles.
        (JSON.parse(text || '{"value":[]}') as { value: { ItemId: number }[] }).value.some(({ ItemId }) => ItemId === id) ? word : ''
      ),
      ...(isLibrary(list)
        ? {
            bytes: read(by.send(`web/getFileByServerRelativePath(decodedUrl='${encoded}')/$value`)),
            'its own address': read(fetch(`${server.origin}${path}`, { headers: { authorization: `Bearer local:${login}` } })),
            'files of the folder': read(by.send(`web/getFolderByServerRelativePath(decodedUrl='${rootOf(list)}/${folder}')/files`))
          }
        : {})
    };
    const seen: Record<string, boolean> = {};
    for (const [way, text] of Object.entries(ways)) seen[way] = (await text).includes(word);
    expect(seen).toEqual(Object.fromEntries(Object.keys(ways).map((way) => [way, wanted('may see')])));
    // Earlier versions need a right of their own, which members do not have.
    const versions = await read(by.send(`${item()}/versions`));
    if (!wanted('may see')) expect(versions).not.toContain(word);
    // Nothing is moved or copied out of a folder, or into one's own, by who may not delete it there.
    const own = `${rootOf(list)}/member-${person === 'tom' ? 2 : 3}/${isLibrary(list) ? 'stolen.txt' : `${id}_.000`}`;
    const move = await by.send('SP.MoveCopyUtil.MoveFileByPath(overwrite=@a)?@a=false', {
      srcPath: { DecodedUrl: `${server.origin}${path}` },
      destPath: { DecodedUrl: `${server.origin}${own}` }
    });
    const moved = move.status === 200;
    if (moved) {
      await api(server, people.owner).send('SP.MoveCopyUtil.MoveFileByPath(overwrite=@a)?@a=false', {
        srcPath: { DecodedUrl: `${server.origin}${own}` },
        destPath: { DecodedUrl: `${server.origin}${path}` }
      });
    }
    expect(moved).toBe(wanted('may delete'));
  });
});

test('the table has every person, list and folder', () => {
  const persons = new Set(table.map(({ person }) => person));
  expect(table).toHaveLength(persons.size * enquiryLists.length * folders.length);
  expect(new Set(table.map(({ list, folder, person }) => `${list} ${folder} ${person}`)).size).toBe(table.length);
});

test('who may not see a folder is not told that it is there, how much is in it, nor who may see it', async () => {
  const path = `${rootOf('Enquiries')}/member-1/restricted`;
  for (const login of [cast.liaison, cast.handler, cast.support, cast.tom]) {
    const by = api(server, login);
    const folder = await (await by.send(`web/getFolderByServerRelativePath(decodedUrl='${path}')`)).text();
    expect(JSON.parse(folder)).toMatchObject({ Exists: false });
    expect(folder).not.toMatch(/ItemCount":[1-9]/);
    const names = await (await by.send(`web/getFolderByServerRelativePath(decodedUrl='${rootOf('Enquiries')}/member-1')/folders`)).text();
    expect(names).not.toContain('restricted');
    expect((await by.send(`web/getFolderByServerRelativePath(decodedUrl='${path}')/ListItemAllFields/RoleAssignments`)).ok).toBe(false);
    expect((await by.send(`${listAddress('Enquiries')}/items(${there.get('Enquiries member-1/restricted')})/RoleAssignments`)).ok).toBe(
      false
    );
  }
});

test('nobody adds to the root of a list, or makes a folder that no audience has', async () => {
  for (const login of [cast.amara, cast.support, cast.liaison, cast.handler, cast.monitoring]) {
    const by = api(server, login);
    expect((await by.send(`${listAddress('Enquiries')}/items`, { Title: 'root', SubmissionKey: 'root' })).status).toBe(403);
    expect(
      (
        await by.send(`web/getFolderByServerRelativePath(decodedUrl='${rootOf('Enquiries')}')/AddSubFolderUsingPath`, {
          leafPath: { DecodedUrl: 'mine' }
        })
      ).ok
    ).toBe(false);
  }
});
