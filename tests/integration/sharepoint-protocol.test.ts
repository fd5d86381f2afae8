import { people, TestServer } from '../support/server';

/** The local SharePoint as PnPjs sees it over HTTP: sign-in, digests, formats. */

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start();
});
afterAll(() => server.stop());

describe('the protocol', () => {
  test.each([
    ['application/json;odata=verbose', /^\{"error":\{"code":"-1, System\.ArgumentException","message":\{"lang":"en-US","value":"List/],
    ['application/json', /^\{"odata\.error":\{"code":"-1, System\.ArgumentException","message":\{"lang":"en-US","value":"List/],
    [
      '*/*',
      /^<\?xml version="1\.0" encoding="utf-8"\?><m:error .*<m:code>-1, System\.ArgumentException<\/m:code><m:message xml:lang="en-US">List/
    ]
  ])('errors with Accept: %s', async (accept, body) => {
    const response = await server.request(people.owner, "web/lists/getByTitle('Nowhere')", { headers: { accept } });
    expect(response.status).toBe(404);
    expect(await response.text()).toMatch(body);
  });

  test.each([
    ['application/json;odata=verbose', '"results":[{"__metadata":{'],
    ['application/json', '"odata.metadata"'],
    ['application/json;odata=nometadata', '{"value":[{'],
    ['*/*', '<feed xmlns="http://www.w3.org/2005/Atom"']
  ])('collections with Accept: %s', async (accept, part) => {
    expect(await (await server.request(people.owner, 'web/siteusers', { headers: { accept } })).text()).toContain(part);
  });

  test.each([
    'web/constructor',
    'web/__proto__',
    'constructor',
    'web/lists/toString',
    "web/lists/getByTitle('Documents')/items?$orderby=constructor",
    "web/lists/getByTitle('Documents')/items?$select=__proto__"
  ])('%s is nothing', async (path) => {
    const { status } = await server.request(people.owner, path);
    expect([400, 404]).toContain(status);
  });

  test('a client that says OData 4, as SPHttpClient does, gets the same under the names of OData 4', async () => {
    const get = async (path: string): Promise<Record<string, unknown>> => {
      const response = await server.request(people.owner, path, { headers: { 'odata-version': '4.0' } });
      return (await response.json()) as Record<string, unknown>;
    };
    const page = await get("web/lists/getByTitle('Documents')/fields?$top=1");
    expect(page).toMatchObject({
      '@odata.context': expect.stringContaining('$metadata') as string,
      value: [{ '@odata.type': expect.stringMatching(/^#SP\./) as string }]
    });
    expect(JSON.stringify(page)).not.toContain('"odata.');
    expect(await get("web/lists/getByTitle('Nowhere')")).toEqual({
      error: { code: '-1, System.ArgumentException', message: expect.stringContaining('does not exist') as string }
    });
  });

  test('nobody signed in is answered 401, a wrong path 404, another method 405', async () => {
    expect((await fetch(`${server.siteUrl}/_api/web`)).status).toBe(401);
    expect((await fetch(`${server.siteUrl}/_api/web`, { headers: { authorization: 'Bearer local:nobody@nowhere.example' } })).status).toBe(
      401
    );
    expect((await server.request(people.owner, 'web/nothing')).status).toBe(404);
    expect(
      (await fetch(`${server.origin}/sites/other/_api/web`, { headers: { authorization: `Bearer local:${people.owner}` } })).status
    ).toBe(404);
    expect((await server.request(people.owner, 'web/currentuser', { method: 'DELETE' })).status).toBe(405);
    expect((await server.request(people.owner, "web/lists/getByTitle('%E0%A4%A')")).status).toBe(400);
    expect((await server.request(people.owner, 'web/lists', { method: 'POST', body: '{' })).status).toBe(400);
  });

  test('somebody signed in by cookie needs a digest that is good', async () => {
    const signIn = await fetch(`${server.origin}/_local/sign-in`, {
      method: 'POST',
      body: new URLSearchParams({ login: people.owner }),
      redirect: 'manual'
    });
    const cookie = String(signIn.headers.get('set-cookie')).split(';')[0] ?? '';
    const post = (digest?: string): Promise<Response> =>
      fetch(`${server.siteUrl}/_api/web/lists`, {
        method: 'POST',
        headers: { cookie, accept: 'application/json', ...(digest === undefined ? {} : { 'x-requestdigest': digest }) },
        body: JSON.stringify({ Title: `Digest ${digest?.length ?? 0}`, BaseTemplate: 100 })
      });
    for (const bad of [undefined, 'formDigest', `0x${'0'.repeat(64)},22 Nov 2020 10:00:00 -0000`]) {
      const response = await post(bad);
      expect(response.status).toBe(403);
      expect(await response.text()).toContain('-2130575251');
    }
    const context = (await (
      await fetch(`${server.siteUrl}/_api/contextinfo`, { method: 'POST', headers: { cookie, accept: 'application/json' } })
    ).json()) as { FormDigestValue: string; FormDigestTimeoutSeconds: number };
    expect(context.FormDigestTimeoutSeconds).toBe(1800);
    expect((await post(context.FormDigestValue)).status).toBe(201);
  });

  test('a page of another site that gives this machine its name gets nothing', async () => {
    const { request } = await import('node:http');
    const status = await new Promise((resolve, reject) => {
      const { port } = new URL(server.origin);
      request({ host: '127.0.0.1', port, path: '/_local/accounts', headers: { host: 'evil.example' } }, (response) =>
        resolve(response.statusCode)
      )
        .on('error', reject)
        .end();
    });
    expect(status).toBe(421);
  });

  test('/_local/accounts needs no sign-in', async () => {
    const accounts = (await (await fetch(`${server.origin}/_local/accounts`)).json()) as Record<string, unknown>[];
    expect(accounts.length).toBeGreaterThanOrEqual(10);
    for (const account of accounts) expect(Object.keys(account)).toEqual(['login', 'name', 'email', 'aadObjectId', 'groups']);
  });

  test('sign-in returns to addresses of this server only', async () => {
    for (const returnUrl of ['//evil.example/', 'https://evil.example/', '/\\evil.example']) {
      const response = await fetch(`${server.origin}/_local/sign-in`, {
        method: 'POST',
        body: new URLSearchParams({ login: people.owner, returnUrl }),
        redirect: 'manual'
      });
      expect(response.headers.get('location')).toBe('/sites/members');
    }
  });
});
