import type { MSGraphClientV3 } from '@microsoft/sp-http-msgraph';

/** What Microsoft Graph tells of somebody, where the tenant has granted it. */
export interface LivePerson {
  /** Graph's word, for example Available or DoNotDisturb; absent where it is not granted or not known. */
  presence?: string;
  /** A data: address of their photograph; absent where they have none, or it is not granted. */
  photo?: string;
}

interface BatchAnswer {
  responses: { id: string; status: number; headers?: Record<string, string>; body?: unknown }[];
}

/** Graph takes twenty requests at once. */
const inBatch = 20;

/**
 * Presence and photographs by account, from Microsoft Graph. One request per ten people. What is not granted for some or
 * not known is left out: it is an addition, and nobody has to be told.
 *
 * @param clientOf Graph's client; fails where the tenant has granted nothing
 * @returns nothing where Graph refuses altogether, or cannot be reached
 */
export async function readPeople(
  clientOf: () => Promise<MSGraphClientV3>,
  people: readonly { account: string; wantsPhoto: boolean }[]
): Promise<Map<string, LivePerson> | undefined> {
  const requests = people.flatMap(({ account, wantsPhoto }, index) => [
    { id: `${index} presence`, method: 'GET', url: `/users/${encodeURIComponent(account)}/presence` },
    ...(wantsPhoto ? [{ id: `${index} photo`, method: 'GET', url: `/users/${encodeURIComponent(account)}/photo/$value` }] : [])
  ]);
  const found = new Map<string, LivePerson>();
  try {
    const client = await clientOf();
    for (let from = 0; from < requests.length; from += inBatch) {
      const { responses } = (await client.api('/$batch').post({ requests: requests.slice(from, from + inBatch) })) as BatchAnswer;
      for (const { id, status, headers, body } of responses) {
        const [index = '', what] = id.split(' ');
        const account = people[Number(index)]?.account;
        if (status !== 200 || account === undefined) continue;
        const known = found.get(account) ?? {};
        const type = headers?.['Content-Type'] ?? headers?.['content-type'] ?? 'image/jpeg';
        if (what === 'photo' && typeof body === 'string') known.photo = `data:${type.split(';')[0]};base64,${body}`;
        const availability = (body as { availability?: string } | undefined)?.availability;
        if (what === 'presence' && availability !== undefined && availability !== 'PresenceUnknown') known.presence = availability;
        found.set(account, known);
      }
    }
  } catch {
    // Not granted, or Graph does not answer: the directory is whole without it.
    return undefined;
  }
  return found;
}
