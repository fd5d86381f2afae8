import '@pnp/sp/batching';
import '@pnp/sp/lists';
import '@pnp/sp/webs';
import { api, control, merge } from '../support/api';
import { people, TestServer } from '../support/server';

/** What steers the local SharePoint and a tenant does not have: faults, the log, filling a list, the Graph stand-in, search. */

let server: TestServer;
const list = "web/lists/getByTitle('Steered')";
interface Log {
  count: number;
  requests: { method: string; address: string; status: number | null; fault?: string; parts?: { address: string; status: number }[] }[];
}
const log = (): Promise<Log> => control<Log>(server, 'log');

beforeAll(async () => {
  server = await TestServer.start();
  await api(server, people.owner).done('web/lists', { Title: 'Steered', BaseTemplate: 100 });
});
afterAll(() => server.stop());
afterEach(async () => {
  await control(server, 'faults', undefined, 'DELETE');
  await control(server, 'log', undefined, 'DELETE');
});

describe('faults', () => {
  const owner = (): ReturnType<typeof api> => api(server, people.owner);

  test('SharePoint throttles and says how long to wait; PnPjs waits and goes on', async () => {
    await control(server, 'faults', { rules: [{ fault: 'status', status: 429, retryAfter: 1, path: 'steered', times: 2 }] });
    const response = await owner().send(list);
    expect([response.status, response.headers.get('retry-after'), await response.text()]).toEqual([429, '1', '429 TOO MANY REQUESTS']);
    expect((await owner().send('web')).status).toBe(200);
    const started = Date.now();
    const found = await server.as(people.owner).web.lists.getByTitle('Steered')();
    expect(found.Title).toBe('Steered');
    expect(Date.now() - started).toBeGreaterThanOrEqual(900);
    expect(await control(server, 'faults')).toMatchObject({ rules: [{ happened: 2 }] });
  });

  test('a dropped connection: before, nothing was done; after, it was', async () => {
    const count = async (): Promise<number> => (await owner().done<{ ItemCount: number }>(`${list}?$select=ItemCount`)).ItemCount;
    const before = await count();
    await control(server, 'faults', { rules: [{ fault: 'drop', when: 'before', path: '/items', method: 'POST', times: 1 }] });
    await expect(owner().send(`${list}/items`, { Title: 'a' })).rejects.toThrow();
    expect(await count()).toBe(before);
    await control(server, 'faults', { rules: [{ fault: 'drop', when: 'after', path: '/items', method: 'POST', times: 1 }] });
    await expect(owner().send(`${list}/items`, { Title: 'b' })).rejects.toThrow();
    expect(await count()).toBe(before + 1);
    expect((await log()).requests.filter(({ fault }) => fault === 'drop')).toMatchObject([{ status: null }, { status: null }]);
  });

  test('a share with a seed hits the same requests again', async () => {
    const run = async (seed: number): Promise<number[]> => {
      await control(server, 'faults', { seed, rules: [{ fault: 'status', status: 503, retryAfter: 0, share: 0.3 }] });
      const statuses: number[] = [];
      for (let n = 0; n < 60; n += 1) statuses.push((await owner().send('web?$select=Title')).status);
      return statuses;
    };
    const first = await run(7);
    expect(await run(7)).toEqual(first);
    expect(await run(8)).not.toEqual(first);
    const hit = first.filter((status) => status === 503).length;
    expect(hit).toBeGreaterThan(8);
    expect(hit).toBeLessThan(30);
  });

  test('a delay delays, and wrong rules are refused with what is wrong', async () => {
    await control(server, 'faults', { rules: [{ fault: 'delay', milliseconds: 300 }] });
    const started = Date.now();
    await owner().done('web');
    expect(Date.now() - started).toBeGreaterThanOrEqual(290);
    for (const [rule, message] of [
      [{ fault: 'fire' }, /"fault" is/],
      [{ fault: 'status', status: 404 }, /429 or 503/],
      [{ fault: 'drop' }, /"before" or "after"/],
      [{ fault: 'delay', milliseconds: 'long' }, /milliseconds/],
      [{ fault: 'status', share: 2 }, /share/]
    ] as const) {
      await expect(control(server, 'faults', { rules: [rule] })).rejects.toThrow(message);
    }
    const foreign = await fetch(`${server.origin}/_local/faults`, {
      method: 'POST',
      headers: { origin: 'https://elsewhere.example' },
      body: '{"rules":[]}'
    });
    expect(foreign.status).toBe(403);
  });
});

test('the log tells every request and what is in a batch, and not who made it', async () => {
  await control(server, 'log', undefined, 'DELETE');
  const [batch, execute] = server.as(people.owner).batched();
  void batch.web.lists.getByTitle('Steered')();
  void batch.web.lists
    .getByTitle('No such list')()
    .catch(() => undefined);
  await execute();
  await api(server, people.officer).send("web/lists?$filter=Title eq 'a b'");
  const { count, requests } = await log();
  expect(count).toBe(2);
  expect(requests).toMatchObject([
    { method: 'POST', status: 200, parts: [{ status: 200 }, { status: 404 }] },
    { method: 'GET', address: "/sites/members/_api/web/lists?$filter=Title eq 'a b'", status: 200 }
  ]);
  expect(JSON.stringify(requests)).not.toContain(people.officer);
});

test('a list is filled in bulk: items in turn, numbered, in a folder; wrong ones are refused', async () => {
  expect(
    await control(server, 'seed', { list: 'Steered', count: 1201, items: [{ Title: 'Seeded {n}' }, { Title: 'Other {n}' }] })
  ).toMatchObject({
    count: 1201
  });
  const { value } = await api(server, people.owner).done<{ value: { Title: string }[] }>(`${list}/items?$orderby=Id desc&$top=2`);
  expect(value.map(({ Title }) => Title)).toEqual(['Seeded 1201', 'Other 1200']);
  await expect(control(server, 'seed', { list: 'Nowhere', items: [{}] })).rejects.toThrow(/does not exist/);
  await expect(control(server, 'seed', { list: 'Steered', items: [{ Nothing: 1 }] })).rejects.toThrow(/Nothing/);
  await expect(control(server, 'seed', { list: 'Steered', items: [] })).rejects.toThrow(/items/);
});

describe('Graph', () => {
  const graph = (path: string, body?: object, login: string = people.officer, method?: string): Promise<Response> =>
    fetch(`${server.origin}/v1.0/${path}`, {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      headers: { authorization: `Bearer local:${login}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) })
    });
  const grant = (...grants: string[]): Promise<unknown> => control(server, 'graph', { grants });
  const code = async (response: Response): Promise<[number, string]> => [
    response.status,
    ((await response.json()) as { error: { code: string } }).error.code
  ];

  test('on a new tenant somebody may read themselves and nobody else', async () => {
    await grant('User.Read');
    expect(await (await graph('me?$select=displayName,id')).json()).toMatchObject({ displayName: 'Peter Nowak' });
    expect(await code(await graph(`users/${people.owner}`))).toEqual([403, 'Authorization_RequestDenied']);
    expect(await code(await graph('users'))).toEqual([403, 'Authorization_RequestDenied']);
    expect(await code(await graph('me/presence'))).toEqual([403, 'Forbidden']);
    expect(await code(await graph('me/sendMail', { message: {} }))).toEqual([403, 'ErrorAccessDenied']);
    expect(await code(await fetch(`${server.origin}/v1.0/me`))).toEqual([401, 'InvalidAuthenticationToken']);
    expect(await code(await graph('nothing'))).toEqual([400, 'BadRequest']);
  });

  test('each permission opens what it is for', async () => {
    await grant('User.ReadBasic.All', 'Presence.Read.All', 'Presence.ReadWrite', 'ProfilePhoto.ReadWrite.All');
    const { value } = (await (await graph("users?$filter=startswith(displayName,'Dawn')")).json()) as { value: { id: string }[] };
    expect(value).toMatchObject([{ userPrincipalName: people.owner }]);
    expect(await code(await graph('users/nobody@council.example'))).toEqual([404, 'Request_ResourceNotFound']);
    expect(await code(await graph(`users/${people.owner}/photo/$value`))).toEqual([404, 'ImageNotFound']);
    await fetch(`${server.origin}/v1.0/users/${people.owner}/photo/$value`, {
      method: 'PUT',
      headers: { authorization: `Bearer local:${people.owner}` },
      body: new Uint8Array([1, 2, 3])
    });
    const photo = await graph(`users/${people.owner}/photo/$value`);
    expect([photo.headers.get('content-type'), (await photo.arrayBuffer()).byteLength]).toEqual(['image/jpeg', 3]);
    await graph('me/presence/setUserPreferredPresence', { availability: 'Busy', activity: 'Busy' }, people.owner);
    expect(await (await graph('communications/getPresencesByUserId', { ids: [value[0]?.id] })).json()).toMatchObject({
      value: [{ id: value[0]?.id, availability: 'Busy', activity: 'Busy' }]
    });
    const batch = await graph('$batch', {
      requests: [
        { id: '1', method: 'GET', url: `/users/${people.owner}/presence` },
        { id: '2', method: 'GET', url: '/x' }
      ]
    });
    expect(await batch.json()).toMatchObject({
      responses: [
        { id: '1', status: 200 },
        { id: '2', status: 400 }
      ]
    });
  });

  test('what was sent can be read; what is wrong is refused', async () => {
    await grant('Mail.Send', 'TeamsActivity.Send');
    const mail = {
      message: {
        subject: 'Your enquiry',
        body: { contentType: 'Text', content: 'It is answered.' },
        toRecipients: [{ emailAddress: { address: people.member } }]
      }
    };
    expect((await graph('me/sendMail', mail)).status).toBe(202);
    expect(await code(await graph('me/sendMail', { message: { toRecipients: [] } }))).toEqual([400, 'ErrorInvalidRecipients']);
    const notice = {
      topic: { source: 'text', value: 'Enquiry 12', webUrl: 'https://teams.microsoft.com/l/entity/1/2' },
      activityType: 'enquiryAnswered',
      previewText: { content: 'It is answered' },
      templateParameters: [{ name: 'enquiry', value: '12' }]
    };
    const path = `users/${people.member}/teamwork/sendActivityNotification`;
    expect(await code(await graph(path, notice))).toEqual([403, 'Forbidden']);
    await control(server, 'graph', { installedFor: [people.member] });
    expect((await graph(path, notice)).status).toBe(204);
    expect(await code(await graph(path, { ...notice, topic: { source: 'text', value: 'x' } }))).toEqual([400, 'BadRequest']);
    expect(await code(await graph(path, notice, people.member))).toEqual([403, 'Forbidden']);
    expect(await control(server, 'graph')).toMatchObject({
      mail: [{ from: people.officer, to: [people.member], subject: 'Your enquiry', content: 'It is answered.' }],
      notices: [{ to: people.member, activityType: 'enquiryAnswered', parameters: { enquiry: '12' } }]
    });
    await control(server, 'graph', undefined, 'DELETE');
    expect(await control(server, 'graph')).toMatchObject({ mail: [], notices: [] });
    await grant();
    expect(
      (
        await fetch(`${server.origin}/_local/token?resource=https://graph.microsoft.com`, {
          headers: { authorization: `Bearer local:${people.officer}` }
        })
      ).status
    ).toBe(400);
  });
});

describe('search', () => {
  interface Result {
    PrimaryQueryResult: {
      RelevantResults: { TotalRows: number; RowCount: number; Table: { Rows: { Cells: { Key: string; Value: string }[] }[] } };
    };
  }
  const search = async (
    Querytext: string,
    login: string = people.owner,
    more: object = {}
  ): Promise<{ total: number; titles: string[]; rows: Record<string, string>[] }> => {
    const answer = await api(server, login).done<Result>('search/postquery', {
      request: { Querytext, SelectProperties: ['Title', 'Path', 'ListItemID', 'CaseReferenceOWSTEXT'], RowLimit: 100, ...more }
    });
    const { TotalRows: total, Table } = answer.PrimaryQueryResult.RelevantResults;
    const rows = Table.Rows.map(({ Cells }) => Object.fromEntries(Cells.map(({ Key, Value }) => [Key, Value])));
    return { total, titles: rows.map(({ Title }) => String(Title)), rows };
  };
  const found = "web/lists/getByTitle('Found')";

  beforeAll(async () => {
    const owner = api(server, people.owner);
    await owner.done('web/lists', { Title: 'Found', BaseTemplate: 100 });
    const SchemaXml = '<Field ID="{0aa1b2c3-0000-4000-8000-000000000009}" Type="Text" Name="CaseReference" DisplayName="Case reference"/>';
    await owner.done('web/fields/createfieldasxml', { parameters: { SchemaXml, Options: 8 } });
    await owner.done(`${found}/fields/createfieldasxml`, { parameters: { SchemaXml, Options: 8 } });
    await owner.done(`${found}/items`, { Title: 'Missed bin in Arden Road', CaseReference: 'WX-2026-0001' });
    await owner.done(`${found}/items`, { Title: 'Pothole, Arden Lane', CaseReference: 'WX-2026-0002' });
    const secret = await owner.done<{ Id: number }>(`${found}/items`, { Title: 'Bin store, restricted', CaseReference: 'WX-2026-0003' });
    await owner.done(`${found}/items(${secret.Id})/breakroleinheritance(copyRoleAssignments=false,clearSubscopes=false)`, '');
  });

  test('words, phrases, beginnings, properties and their combinations', async () => {
    const inList = `path:${server.siteUrl}/Lists/Found contentclass:STS_ListItem*`;
    expect((await search(inList)).total).toBe(3);
    expect((await search(`${inList} arden`)).titles).toEqual(['Missed bin in Arden Road', 'Pothole, Arden Lane']);
    expect((await search(`${inList} "arden lane"`)).titles).toEqual(['Pothole, Arden Lane']);
    expect((await search(`${inList} pot*`)).titles).toEqual(['Pothole, Arden Lane']);
    expect((await search(`${inList} pot`)).total).toBe(0);
    expect((await search(`${inList} (bin OR pothole) NOT restricted`)).titles).toEqual(['Missed bin in Arden Road', 'Pothole, Arden Lane']);
    expect((await search(`${inList} arden -lane`)).titles).toEqual(['Missed bin in Arden Road']);
    expect((await search(`${inList} Title:bin Title:pothole`)).total).toBe(3);
    const byReference = await search('CaseReferenceOWSTEXT:"WX-2026-0002"');
    expect(byReference.rows).toMatchObject([
      { CaseReferenceOWSTEXT: 'WX-2026-0002', Path: `${server.siteUrl}/Lists/Found/DispForm.aspx?ID=2` }
    ]);
    expect((await search('NoSuchProperty:x')).total).toBe(0);
    const shared = "web/getFolderByServerRelativePath(decodedurl='/sites/members/Shared Documents')";
    await api(server, people.owner).done(`${shared}/files/AddUsingPath(decodedurl='minutes.txt')`, 'flibbertigibbet');
    expect([(await search('flibbertigibbet')).total, (await search('minutes')).total]).toEqual([0, 1]);
    expect(
      (await search(inList, people.owner, { SortList: [{ Property: 'Title', Direction: 1 }], RowLimit: 1, StartRow: 1 })).titles
    ).toEqual(['Missed bin in Arden Road']);
    expect((await api(server, people.owner).refused('search/postquery', { request: { Querytext: '(bin' } })).message).toMatch(
      /search terms/
    );
    expect((await api(server, people.owner).refused('search/postquery', { request: { Querytext: 'x'.repeat(5000) } })).status).toBe(500);
    expect((await api(server, people.owner).refused('search/postquery', { request: { Querytext: 'x', RowLimit: 501 } })).status).toBe(500);
  });

  test('results are trimmed to what somebody may see', async () => {
    expect((await search('bin', people.owner)).titles).toContain('Bin store, restricted');
    expect((await search('bin', people.officer)).titles).toEqual(['Missed bin in Arden Road']);
  });

  test('search is as far behind as the crawl', async () => {
    await control(server, 'search', { crawlDelaySeconds: 3600 });
    const owner = api(server, people.owner);
    const { Id } = await owner.done<{ Id: number }>(`${found}/items`, { Title: 'Brand new' });
    await owner.done(`${found}/items(1)`, { Title: 'Renamed' }, merge);
    expect((await search('brand')).total).toBe(0);
    expect((await search('renamed')).total).toBe(0);
    expect((await search('CaseReferenceOWSTEXT:WX-2026-0001')).titles).toEqual(['Missed bin in Arden Road']);
    await control(server, 'search', { crawlDelaySeconds: 0 });
    expect((await search('brand')).rows).toMatchObject([{ ListItemID: String(Id) }]);
    expect((await search('renamed')).total).toBe(1);
    await owner.done(`${found}/items(${Id})/recycle`, '');
    expect((await search('brand')).total).toBe(0);
  });
});
