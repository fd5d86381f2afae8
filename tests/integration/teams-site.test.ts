import { people, TestServer, testSite } from '../support/server';

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start({
    site: { ...testSite, tenantProperties: { MemberlinkSite: { value: '/sites/members', description: 'Where the lists are' } } }
  });
});
afterAll(() => server.stop());

const get = (address: string, init: RequestInit = {}): Promise<Response> =>
  fetch(server.origin + address, {
    headers: { authorization: `Bearer local:${people.officer}`, accept: 'application/json;odata=nometadata' },
    redirect: 'manual',
    ...init
  });

test('a tenant property is read on every site, the root too', async () => {
  const wanted = { Comment: null, Description: 'Where the lists are', Value: '/sites/members' };
  for (const web of ['', '/sites/members']) {
    const response = await get(`${web}/_api/web/GetStorageEntity('MemberlinkSite')`);
    expect([response.status, await response.json()]).toEqual([200, wanted]);
  }
  const none = await get("/_api/web/getStorageEntity('toString')");
  expect(await none.json()).toEqual({ Comment: null, Description: null, Value: null });
});

test('nothing else is on the root site', async () => {
  expect((await get('/_api/web/lists')).status).toBe(404);
  expect((await get('/sites/other/_layouts/15/teamshostedapp.aspx?componentId=x')).status).toBe(404);
});

test('a tab of Teams leads to its page, and nowhere else', async () => {
  const logon = (dest: string): Promise<Response> => get(`/_layouts/15/TeamsLogon.aspx?SPFX=true&dest=${encodeURIComponent(dest)}`);
  const page = '/_layouts/15/teamshostedapp.aspx?teams&personal&componentId=abc';
  expect((await logon(page)).headers.get('location')).toBe(page);
  for (const dest of ['https://evil.example/', '//evil.example', '/\\evil.example']) {
    expect((await logon(dest)).headers.get('location')).toBe('/sites/members');
  }
  expect(await (await get(page)).text()).toContain('MicrosoftTeams.min.js');
});

test('the view of Teams asks who one is', async () => {
  const response = await get('/teams', { headers: {} });
  expect(response.headers.get('location')).toMatch(/^\/_local\/sign-in/);
});

test('invokes are for whoever is signed in, from the view itself', async () => {
  expect((await get('/_local/teams/query', { method: 'POST', body: '{}', headers: {} })).status).toBe(403);
  const headers = { authorization: `Bearer local:${people.officer}`, origin: 'https://evil.example' };
  expect((await get('/_local/teams/query', { method: 'POST', body: '{}', headers })).status).toBe(403);
});
