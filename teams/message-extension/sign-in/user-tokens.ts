import { createRemoteJWKSet, jwtVerify } from 'jose';
import type { CloudEnvironment } from '@microsoft/teams.api';

/** Who a token of single sign-on was given for. */
export interface TokenOwner {
  /** Entra object id. */
  id: string;
  login: string;
  email: string;
  /** When it ends, in milliseconds since 1970. */
  until: number;
}

/** Checks tokens that Entra gave Teams, or a web part, for this service. */
export interface UserTokens {
  /** Whose a token is; undefined for one that is forged, over, for another application or of another organisation. */
  ownerOf(token: string): Promise<TokenOwner | undefined>;
}

/** Clocks differ by so much. In seconds. */
const tolerance = 60;
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Checks tokens with the keys that Entra publishes for a tenant. */
export function entraUserTokens({ loginEndpoint }: CloudEnvironment, tenantId: string, clientId: string): UserTokens {
  const keys = createRemoteJWKSet(new URL(`${loginEndpoint}/${tenantId}/discovery/v2.0/keys`));
  return {
    ownerOf: async (token) => {
      try {
        const { payload } = await jwtVerify(token, keys, {
          algorithms: ['RS256'],
          // Both forms of Entra's tokens, as the registration of the application asks for.
          issuer: [`${loginEndpoint}/${tenantId}/v2.0`, `https://sts.windows.net/${tenantId}/`],
          clockTolerance: tolerance
        });
        // api://<host>/botid-<client id>, api://botid-<client id>, api://<client id>, or the id alone.
        const audiences = [payload.aud ?? []].flat();
        const isForUs = audiences.some(
          (one) => one.toLowerCase().replace(/^api:\/\/(?:[^/]+\/)?(?:botid-)?/, '') === clientId.toLowerCase()
        );
        if (!isForUs || payload.tid !== tenantId || typeof payload.oid !== 'string') return undefined;
        const login = text(payload.preferred_username) || text(payload.upn);
        return { id: payload.oid, login, email: text(payload.email) || login, until: (payload.exp ?? 0) * 1000 };
      } catch {
        // Whatever is wrong with it, it proves nothing.
        return undefined;
      }
    }
  };
}
