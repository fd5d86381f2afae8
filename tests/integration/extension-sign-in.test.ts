import { UnsecuredJWT } from 'jose';
import { casework, cast, fillEnquirySite, raise, writer } from '../support/enquiries';
import { botIssuer, clientId, tenantId, TestEntra } from '../support/entra';
import { activity, objectIdOf, TestExtension, titlesIn, type ExtensionAnswer } from '../support/extension';
import { TestServer } from '../support/server';

const serviceUrl = 'https://smba.trafficmanager.net/uk/';

let server: TestServer;
let entra: TestEntra;
let extension: TestExtension;
beforeAll(async () => {
  [server, entra] = await Promise.all([TestServer.start(), TestEntra.start()]);
  await fillEnquirySite(server);
  await raise(await writer(server, cast.amara, new Date()), casework);
  extension = await TestExtension.start(
    [],
    {
      ...{ ENTRA: entra.origin, SITE: server.siteUrl, CLIENT_ID: clientId, TENANT_ID: tenantId },
      ...{ NODE_EXTRA_CA_CERTS: entra.certificateFile, DANGEROUSLY_ALLOW_UNAUTHENTICATED_REQUESTS: 'true' }
    },
    'tests/support/serve-extension.ts'
  );
});
afterAll(async () => {
  await extension.stop();
  await Promise.all([server.stop(), entra.stop()]);
});

/** A search as Teams sends it, with a token of single sign-on where one is given. */
function query(login: string, token?: string, more: object = {}): Record<string, unknown> {
  const value = {
    commandId: 'searchEnquiries',
    parameters: [{ name: 'query', value: 'broken' }],
    ...(token === undefined ? {} : { authentication: { token } })
  };
  return { ...activity(objectIdOf(login), 'query', value), channelData: { tenant: { id: tenantId } }, ...more };
}
const bearer = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` });
const status = async (body: object, headers: Record<string, string>): Promise<number> =>
  (await extension.post(JSON.stringify(body), headers)).status;
const answered = async (body: object): Promise<ExtensionAnswer> => {
  const response = await extension.post(JSON.stringify(body), bearer(await entra.botToken(serviceUrl)));
  expect(response.status).toBe(200);
  return (await response.json()) as ExtensionAnswer;
};

describe('an activity', () => {
  test('with a good token is served', async () => {
    expect(await status(query(cast.amara), bearer(await entra.botToken(serviceUrl)))).toBe(200);
  });

  test.each<[string, () => Promise<Record<string, string>> | Record<string, string>]>([
    ['without a token', () => ({})],
    ['with an empty one', () => bearer('')],
    ['with nonsense', () => bearer('a.b.c')],
    ['signed with another key', async () => bearer(await entra.botToken(serviceUrl, { key: entra.foreignKey }))],
    ['for another application', async () => bearer(await entra.botToken(serviceUrl, { claims: { aud: tenantId } }))],
    ['of another issuer', async () => bearer(await entra.botToken(serviceUrl, { claims: { iss: 'https://example.org' } }))],
    ['for another service address', async () => bearer(await entra.botToken('https://example.org/'))],
    ['without a service address', async () => bearer(await entra.botToken(serviceUrl, { claims: { serviceurl: undefined } }))],
    ['that has expired', async () => bearer(await entra.botToken(serviceUrl, { expires: '-10m' }))],
    [
      'unsigned',
      () => bearer(new UnsecuredJWT({ iss: botIssuer, aud: clientId, serviceurl: serviceUrl }).setExpirationTime('1h').encode())
    ],
    // The SDK takes it as an agent's.
    ['that Entra gave a colleague for this application', async () => bearer(await entra.userToken(objectIdOf(cast.tom)))],
    ['of a colleague that claims to be the Bot Framework’s', async () => bearer(await entra.botToken(serviceUrl, { key: entra.userKey }))]
  ])('%s is refused', async (_what, headers) => {
    expect(await status(query(cast.amara), await headers())).toBe(401);
  });

  test('without a service address to compare, or of another organisation, is refused', async () => {
    const token = bearer(await entra.botToken(serviceUrl));
    expect(await status(query(cast.amara, undefined, { serviceUrl: undefined }), token)).toBe(401);
    expect(await status(query(cast.amara, undefined, { channelData: { tenant: { id: clientId } } }), token)).toBe(401);
    expect(await status(query(cast.amara, undefined, { channelData: null }), token)).toBe(401);
  });
});

test('an activity of another channel of the bot, in which people say themselves who they are, is refused', async () => {
  const token = bearer(await entra.botToken(serviceUrl));
  for (const channelId of ['directline', 'webchat', undefined])
    expect(await status(query(cast.amara, undefined, { channelId }), token)).toBe(401);
});

describe('somebody who asks', () => {
  test('is signed in by Teams’ single sign-on, and asks SharePoint as themselves', async () => {
    const first = await answered(query(cast.amara));
    expect(first.composeExtension?.type).toBe('silentAuth');
    const token = await entra.userToken(objectIdOf(cast.amara));
    expect(titlesIn(await answered(query(cast.amara, token)))).toEqual([casework.summary]);
    expect(entra.grants).toContain('urn:ietf:params:oauth:grant-type:jwt-bearer');
    // Later ones come without.
    expect(titlesIn(await answered(query(cast.amara)))).toEqual([casework.summary]);
  });

  test('and somebody else at the same time see what is theirs', async () => {
    const tokens = await Promise.all([cast.amara, cast.rashid].map((login) => entra.userToken(objectIdOf(login))));
    const [amara, rashid] = await Promise.all([answered(query(cast.amara, tokens[0])), answered(query(cast.rashid, tokens[1]))]);
    expect([titlesIn(amara), titlesIn(rashid)]).toEqual([[casework.summary], []]);
  });

  test.each<[string, () => Promise<string>]>([
    ['somebody else’s', () => entra.userToken(objectIdOf(cast.amara))],
    ['another organisation’s', () => entra.userToken(objectIdOf(cast.harriet), { claims: { tid: clientId } })],
    ['another application’s', () => entra.userToken(objectIdOf(cast.harriet), { claims: { aud: 'api://elsewhere' } })],
    ['for another purpose', () => entra.userToken(objectIdOf(cast.harriet), { claims: { scp: 'User.Read' } })],
    ['expired', () => entra.userToken(objectIdOf(cast.harriet), { expires: '-10m' })],
    ['forged', () => entra.userToken(objectIdOf(cast.harriet), { key: entra.foreignKey })]
  ])('with a token of single sign-on that is %s is refused', async (_what, token) => {
    const answer = await answered(query(cast.harriet, await token()));
    expect(answer.composeExtension?.text).toMatch(/^You have no access/);
    expect((await answered(query(cast.harriet))).composeExtension?.type).toBe('silentAuth');
  });

  test('is asked to consent where Entra wants it, on a page', async () => {
    const id = objectIdOf(cast.tom);
    entra.mustConsent.add(id);
    const answer = await answered(query(cast.tom, await entra.userToken(id)));
    expect(answer.composeExtension).toMatchObject({
      type: 'auth',
      suggestedActions: { actions: [{ type: 'openUrl', value: 'https://messages.example/sign-in' }] }
    });
    const begin = await fetch(`${extension.origin}/sign-in`, { redirect: 'manual' });
    const authorize = new URL(begin.headers.get('location') ?? '');
    expect(authorize.pathname).toBe(`/${tenantId}/oauth2/v2.0/authorize`);
    expect(authorize.searchParams.get('redirect_uri')).toBe('https://messages.example/sign-in/end');
    const [cookie = ''] = begin.headers.getSetCookie()[0]?.split(';') ?? [];
    const end = (headers: Record<string, string>, state = authorize.searchParams.get('state')): Promise<Response> =>
      fetch(`${extension.origin}/sign-in/end?code=${id}&state=${state}`, { headers });
    // In another browser, or for a sign-in that was not begun here, it proves nothing.
    expect((await end({})).status).toBe(400);
    expect((await end({ cookie }, 'another')).status).toBe(400);
    expect((await end({ cookie })).status).toBe(200);
    expect((await answered(query(cast.tom))).composeExtension?.type).toBe('result');
  });

  test('and did something at the desk is known by the token that the page got from Entra', async () => {
    const tell = async (token: string): Promise<number> => {
      const headers = { 'content-type': 'application/json', ...bearer(token) };
      const body = JSON.stringify({ enquiry: 1, event: 'answer' });
      return (await fetch(`${extension.origin}/api/notices`, { method: 'POST', headers, body })).status;
    };
    const id = objectIdOf(cast.amara);
    expect(await tell(await entra.userToken(id))).toBe(200);
    expect(await tell(await entra.userToken(id, { claims: { aud: 'api://elsewhere' } }))).toBe(401);
    expect(await tell(await entra.userToken(id, { key: entra.foreignKey }))).toBe(401);
    expect(await tell(await entra.botToken(serviceUrl))).toBe(401);
  });

  test('and opens the form without having searched signs in on a page: dialogs have no single sign-on', async () => {
    const { value: _value, ...rest } = query(cast.harriet);
    const answer = await answered({ ...rest, name: 'composeExtension/fetchTask', value: { commandId: 'raiseEnquiry' } });
    expect(answer.composeExtension?.type).toBe('auth');
  });
});

test('the log holds no tokens and no names', () => {
  const log = extension.lines.join('\n');
  for (const secret of ['eyJ', 'wexcombe', 'Amara', 'local:', 'not a secret']) expect(log).not.toContain(secret);
});
