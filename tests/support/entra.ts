import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJwt, exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTPayload } from 'jose';
import { generate } from 'selfsigned';
import accounts from '../../sharepoint/sample-council/accounts.json';

/** Ids of the organisation and the application in these tests. */
export const tenantId = '7f1c2b9e-3d54-4a60-8e1b-0c9d8a7b6e51';
export const clientId = 'a4d0c6f2-58b7-4c1e-9a3d-6f2e1b0c9d87';
export const botIssuer = 'https://api.botframework.com';

interface Key {
  kid: string;
  sign: CryptoKey;
  publicJwk: object;
}

async function newKey(kid: string): Promise<Key> {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  return { kid, sign: privateKey, publicJwk: { ...(await exportJWK(publicKey)), kid, use: 'sig', alg: 'RS256' } };
}

/** What a token says that is not as it should be. */
export interface Forgery {
  claims?: JWTPayload;
  key?: Key;
  expires?: string;
}

/**
 * The parts of Entra and of the Bot Framework that the service talks to, over https with a certificate of its own: keys,
 * tokens on behalf of somebody, and sign-in with a code. Tokens for SharePoint are those of the local SharePoint.
 */
export class TestEntra {
  /** Who has to consent first, by Entra object id. */
  public readonly mustConsent = new Set<string>();
  /** What tokens were asked for. */
  public readonly grants: string[] = [];

  private constructor(
    public readonly origin: string,
    public readonly certificateFile: string,
    private readonly server: Server,
    private readonly folder: string,
    private readonly bot: Key,
    private readonly user: Key,
    /** A key that nobody publishes. */
    public readonly foreignKey: Key
  ) {}

  public static async start(): Promise<TestEntra> {
    const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], {
      keySize: 2048,
      extensions: [
        { name: 'basicConstraints', cA: true },
        { name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] }
      ]
    });
    const folder = mkdtempSync(join(tmpdir(), 'memberlink-entra-'));
    const certificateFile = join(folder, 'certificate.pem');
    writeFileSync(certificateFile, cert);
    const [bot, user, foreign] = await Promise.all(['bot-key', 'user-key', 'bot-key'].map(newKey));
    if (!bot || !user || !foreign) throw new Error('No keys');
    const server = createServer({ key, cert });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const origin = `https://localhost:${(server.address() as AddressInfo).port}`;
    const entra = new TestEntra(origin, certificateFile, server, folder, bot, user, foreign);
    server.on('request', (request, response) => {
      let body = '';
      request.on('data', (data: Buffer) => {
        body += data.toString();
      });
      request.on('end', () => {
        const [status, answer] = entra.answer(request.url ?? '', new URLSearchParams(body));
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
      });
    });
    return entra;
  }

  public stop(): Promise<void> {
    rmSync(this.folder, { recursive: true });
    this.server.closeAllConnections();
    return new Promise((resolve) => {
      this.server.close(() => resolve());
    });
  }

  /** A token with which the Bot Framework sends an activity. */
  public botToken(serviceUrl: string, { claims = {}, key = this.bot, expires = '1h' }: Forgery = {}): Promise<string> {
    return sign({ iss: botIssuer, aud: clientId, serviceurl: serviceUrl, ...claims }, key, expires);
  }

  /** A token of single sign-on, with which Teams says who somebody is. */
  public userToken(userId: string, { claims = {}, key = this.user, expires = '1h' }: Forgery = {}): Promise<string> {
    const login = accounts.find(({ aadObjectId }) => aadObjectId === userId)?.login ?? '';
    return sign(
      {
        iss: `${this.origin}/${tenantId}/v2.0`,
        aud: clientId,
        oid: userId,
        tid: tenantId,
        preferred_username: login,
        scp: 'access_as_user',
        ...claims
      },
      key,
      expires
    );
  }

  /** Only so that it can be sent where a user's token is taken as an activity's. */
  public get userKey(): Key {
    return this.user;
  }

  private answer(address: string, form: URLSearchParams): [number, object] {
    const { pathname } = new URL(address, this.origin);
    if (pathname === '/bot/keys') return [200, { keys: [this.bot.publicJwk] }];
    if (pathname === `/${tenantId}/discovery/v2.0/keys`) return [200, { keys: [this.user.publicJwk] }];
    if (pathname.endsWith('/.well-known/openid-configuration')) {
      const base = `${this.origin}/${tenantId}`;
      return [
        200,
        {
          issuer: `${base}/v2.0`,
          authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
          token_endpoint: `${base}/oauth2/v2.0/token`,
          jwks_uri: `${base}/discovery/v2.0/keys`
        }
      ];
    }
    if (pathname === `/${tenantId}/oauth2/v2.0/token`) return this.token(form);
    return [404, {}];
  }

  private token(form: URLSearchParams): [number, object] {
    const grant = form.get('grant_type') ?? '';
    this.grants.push(grant);
    // The code of these tests is the object id of whoever signed in.
    const userId = grant === 'authorization_code' ? form.get('code') : (decodeJwt(form.get('assertion') ?? '').oid as string);
    const account = accounts.find(({ aadObjectId }) => aadObjectId === userId);
    if (!account) return [400, { error: 'invalid_grant', error_description: 'AADSTS50034: There is no such account.' }];
    if (grant === 'authorization_code') this.mustConsent.delete(account.aadObjectId);
    if (this.mustConsent.has(account.aadObjectId)) {
      return [400, { error: 'invalid_grant', suberror: 'consent_required', error_description: 'AADSTS65001: The user has not consented.' }];
    }
    const claims = { oid: account.aadObjectId, tid: tenantId, sub: account.aadObjectId, preferred_username: account.login, ver: '2.0' };
    const unsigned = [{ alg: 'none' }, { ...claims, iss: `${this.origin}/${tenantId}/v2.0`, aud: clientId }]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.');
    const clientInfo = Buffer.from(JSON.stringify({ uid: account.aadObjectId, utid: tenantId })).toString('base64url');
    return [
      200,
      {
        ...{ token_type: 'Bearer', scope: form.get('scope'), expires_in: 3600, access_token: `local:${account.login}` },
        ...{ id_token: `${unsigned}.`, client_info: clientInfo, refresh_token: `refresh-${account.login}` }
      }
    ];
  }
}

const sign = (claims: JWTPayload, { kid, sign: key }: Key, expires: string): Promise<string> =>
  new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid }).setIssuedAt().setExpirationTime(expires).sign(key);
