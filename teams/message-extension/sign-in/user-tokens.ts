import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
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

/** The application that tokens have to be for. */
export interface Application {
  tenantId: string;
  clientId: string;
  /** Host of the service, which is part of the application's URI. */
  host: string;
}

/** The scope that Teams and the web parts ask for. */
const scope = 'access_as_user';

/** What jose says where Entra's keys could not be read: late, not with status 200 or as JSON, or not as keys. */
const keysNotRead: ReadonlySet<string> = new Set([errors.JWKSTimeout.code, errors.JOSEError.code, errors.JWKSInvalid.code]);

/** Whether something is wrong with a token, and not with asking for Entra's keys. */
const isBadToken = (error: unknown): boolean => error instanceof errors.JOSEError && !keysNotRead.has(error.code);

/** Checks tokens with the keys that Entra publishes for a tenant. */
export function entraUserTokens({ loginEndpoint }: CloudEnvironment, application: Application): UserTokens {
  const { tenantId, clientId, host } = application;
  const keys = createRemoteJWKSet(new URL(`${loginEndpoint}/${tenantId}/discovery/v2.0/keys`));
  return {
    ownerOf: async (token) => {
      try {
        const { payload } = await jwtVerify(token, keys, {
          algorithms: ['RS256'],
          // Both forms of Entra's tokens, as the registration of the application asks for.
          issuer: [`${loginEndpoint}/${tenantId}/v2.0`, `https://sts.windows.net/${tenantId}/`],
          audience: [clientId, `api://${clientId}`, `api://botid-${clientId}`, `api://${host}/botid-${clientId}`],
          clockTolerance: tolerance
        });
        const isForUs = text(payload.scp).split(' ').includes(scope);
        if (!isForUs || payload.tid !== tenantId || typeof payload.oid !== 'string') return undefined;
        const login = text(payload.preferred_username) || text(payload.upn);
        return { id: payload.oid, login, email: text(payload.email) || login, until: (payload.exp ?? 0) * 1000 };
      } catch (error) {
        if (!isBadToken(error)) throw error;
        // Whatever is wrong with it, it proves nothing.
        return undefined;
      }
    }
  };
}
