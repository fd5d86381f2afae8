import { setTimeout as after } from 'node:timers/promises';
import { UserCache } from './cache';
import type { Ask } from './ask';

/** A larger picture makes a card too large. In bytes. */
const largest = 16 * 1024;
/** Pictures that come later are left out: the answer does not wait for them. In milliseconds. */
const patience = 1_000;
/** Pictures seldom change. In milliseconds. */
const lifetime = 600_000;

const mediaTypes = /^image\/(?:jpeg|png|gif|webp)$/;

/** Photographs as data addresses: Teams cannot fetch them from SharePoint itself. Kept for who asked for them. */
export class Pictures {
  private readonly kept = new UserCache<string | undefined>(lifetime, 5_000);

  /** The pictures at some addresses of the site; undefined for those that are missing, too large or late. */
  public async of(ask: Ask, addresses: readonly string[]): Promise<(string | undefined)[]> {
    const late = after(patience, undefined, { signal: ask.signal, ref: false }).catch(() => undefined);
    return Promise.all(addresses.map((address) => (address === '' ? undefined : Promise.race([this.one(ask, address), late]))));
  }

  private one({ as, siteUrl, turnedAway }: Ask, address: string): Promise<string | undefined> {
    const url = URL.parse(address, siteUrl);
    // Owners may link to pictures elsewhere; nothing is fetched from there, least of all with a token.
    if (!url || url.origin !== new URL(siteUrl).origin) return Promise.resolve(undefined);
    return this.kept.of(`${as.person.id} ${url.pathname}`, () => fetchPicture(as, siteUrl, url, turnedAway)).catch(() => undefined);
  }
}

/** Fetches a picture; undefined for one that is not there, too large, or none. Throws where it may be there later. */
async function fetchPicture(as: Ask['as'], siteUrl: string, url: URL, turnedAway: Ask['turnedAway']): Promise<string | undefined> {
  const path = decodeURIComponent(url.pathname).replace(/'/g, "''");
  const response = await fetch(`${siteUrl}/_api/web/getFileByServerRelativePath(decodedUrl='${encodeURIComponent(path)}')/$value`, {
    headers: { authorization: `Bearer ${await as.sharePointToken()}` },
    signal: AbortSignal.timeout(patience * 3)
  });
  const isTooLarge = Number(response.headers.get('content-length') ?? 0) > largest;
  if (!response.ok || isTooLarge) {
    await response.body?.cancel();
    if (response.status === 429 || response.status === 503) turnedAway(Number(response.headers.get('retry-after') ?? 1) * 1000);
    if (response.status === 429 || response.status >= 500) throw new Error(`No picture: ${response.status}`);
    return undefined;
  }
  const bytes = Buffer.from(await response.arrayBuffer());
  const type = typeOf(bytes) ?? '';
  if (bytes.length > largest || !mediaTypes.test(type)) return undefined;
  return `data:${type};base64,${bytes.toString('base64')}`;
}

/** What a picture is, by its first bytes: SharePoint sends files as such. */
function typeOf(bytes: Buffer): string | undefined {
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'image/jpeg';
  if (bytes.subarray(0, 4).toString('latin1') === '\u0089PNG') return 'image/png';
  if (bytes.subarray(0, 4).toString('latin1') === 'GIF8') return 'image/gif';
  return bytes.subarray(8, 12).toString('latin1') === 'WEBP' ? 'image/webp' : undefined;
}
