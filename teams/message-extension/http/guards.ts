import { isLoopbackAddress } from './loopback';
import type { Guard } from './server';

/** Activities without a token come from this machine only. */
export const localGuard: Guard = {
  refuse: ({ remoteAddress }) => (isLoopbackAddress(remoteAddress) ? undefined : 'not from this machine')
};

interface Claimed {
  iss?: unknown;
  serviceurl?: unknown;
}

/** What a token says, unchecked. */
function claimsIn(authorization: string): Claimed | undefined {
  const [, payload] = /^Bearer [\w-]+\.([\w-]+)\.[\w-]*$/.exec(authorization) ?? [];
  try {
    return JSON.parse(Buffer.from(payload ?? '', 'base64url').toString('utf8')) as Claimed;
  } catch {
    return undefined;
  }
}

/**
 * What the SDK's check of tokens lets pass and this service must not: tokens that Entra gave to people or other
 * applications for this one (the SDK takes them as an agent's, and everybody of the council can get one of themselves and
 * then name somebody else in the activity), activities of other channels of the bot, whose clients say themselves who they
 * are, those without a service address to compare with the token's, and those of other organisations.
 */
export const entraGuard = (issuer: string, tenantId: string): Guard => ({
  refuse: ({ authorization, body }) => {
    if (authorization === undefined) return 'no token';
    const claims = claimsIn(authorization);
    if (claims?.iss !== issuer) return 'issuer';
    const { channelId, serviceUrl, channelData, conversation } = (body ?? {}) as {
      channelId?: unknown;
      serviceUrl?: unknown;
      channelData?: { tenant?: { id?: unknown } } | null;
      conversation?: { tenantId?: unknown } | null;
    };
    if (channelId !== 'msteams') return 'channel';
    if (typeof serviceUrl !== 'string' || serviceUrl === '' || typeof claims.serviceurl !== 'string') return 'service address';
    const tenant = channelData?.tenant?.id ?? conversation?.tenantId;
    return tenant === tenantId ? undefined : 'organisation';
  }
});
