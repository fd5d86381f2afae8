import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { PUBLIC, withOverrides } from '@microsoft/teams.api';
import { entraUserTokens, type UserTokens } from '../../../teams/message-extension/sign-in/user-tokens';

/** Entra's keys, and what it answers when it is asked for them. */
let keys: Server;
let answer: { status: number; body: string };
let token: string;
let tokens: UserTokens;
beforeEach(async () => {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  answer = { status: 200, body: JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'a', alg: 'RS256' }] }) };
  keys = createServer((_request, response) => {
    response.writeHead(answer.status).end(answer.body);
  });
  await new Promise<void>((resolve) => keys.listen(0, '127.0.0.1', resolve));
  const loginEndpoint = `http://127.0.0.1:${(keys.address() as AddressInfo).port}`;
  tokens = entraUserTokens(withOverrides(PUBLIC, { loginEndpoint }), { tenantId: 'council', clientId: 'us', host: 'messages.example' });
  token = await new SignJWT({ scp: 'access_as_user', tid: 'council', oid: 'amara', preferred_username: 'amara@council.example' })
    .setProtectedHeader({ alg: 'RS256', kid: 'a' })
    .setIssuer(`${loginEndpoint}/council/v2.0`)
    .setAudience('us')
    .setExpirationTime('1h')
    .sign(privateKey);
});
afterEach(() => {
  keys.closeAllConnections();
  keys.close();
});

test('a good token says whose it is, another proves nothing', async () => {
  expect((await tokens.ownerOf(token))?.id).toBe('amara');
  expect(await tokens.ownerOf('no token')).toBeUndefined();
  expect(await tokens.ownerOf(`${token.slice(0, -4)}AAAA`)).toBeUndefined();
});

test.each([
  ['is out of order', 503, 'unavailable'],
  ['sends no JSON', 200, '<html>'],
  ['sends no keys', 200, '{}']
])('where Entra %s, nobody is refused for it', async (_name, status, body) => {
  answer = { status, body };
  await expect(tokens.ownerOf(token)).rejects.toThrow();
});
