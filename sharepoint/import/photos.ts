import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { RegisteredMember } from '../../src/data/members/register';
import type { FeedMember } from './modern-gov';

/** A photograph that is new or differs from the one that the member has. */
export interface FetchedPhoto {
  id: number;
  name: string;
  fileName: string;
  bytes: Uint8Array;
  /** Where it came from and what it was, so that the next import knows it again. */
  source: string;
}

export interface PhotoRun {
  fetched: FetchedPhoto[];
  unchanged: number;
  /** Members whose photograph could not be had, and why. */
  missing: { name: string; reason: string }[];
}

const patience = 5_000;
const atOnce = 8;
const failuresUntilLeftAlone = 3;
const largest = 10 * 1024 * 1024;

/** Pictures that every browser shows, by their first bytes: what a server calls them does not count. */
function pictureType(bytes: Uint8Array): string | undefined {
  const starts = (...signature: number[]): boolean => signature.every((byte, index) => bytes[index] === byte);
  if (starts(0xff, 0xd8, 0xff)) return 'jpg';
  if (starts(0x89, 0x50, 0x4e, 0x47)) return 'png';
  if (starts(0x47, 0x49, 0x46, 0x38)) return 'gif';
  if (starts(0x52, 0x49, 0x46, 0x46) && new TextDecoder('latin1').decode(bytes.slice(8, 12)) === 'WEBP') return 'webp';
  return undefined;
}

class Refusal extends Error {}

async function fetchBytes(url: URL, base: URL): Promise<Uint8Array> {
  if (url.protocol === 'file:') {
    // A feed may point to files beside it, and nowhere else on this computer.
    if (base.protocol !== 'file:' || !url.href.startsWith(new URL('.', base).href))
      throw new Refusal('its address is outside of the folder of the feed');
    return new Uint8Array(await readFile(url));
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new Refusal(`its address begins with ${url.protocol}`);
  const response = await fetch(url, { signal: AbortSignal.timeout(patience) });
  if (!response.ok) throw new Error(`${url.host} answered ${response.status}`);
  if (Number(response.headers.get('content-length') ?? 0) > largest) throw new Error('it is larger than 10 MB');
  return new Uint8Array(await response.arrayBuffer());
}

const reasonOf = (error: unknown, url: URL): string => {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return `${url.host} did not answer within ${patience / 1000} seconds`;
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'there is no such file';
  const cause = (error as { cause?: { code?: string } }).cause?.code;
  return cause ? `${url.host} could not be reached (${cause})` : error.message;
};

/**
 * Fetches members' photographs: 8 at once, 5 seconds each; a host that fails three times is left alone. Never throws
 * for a picture: what could not be had is listed.
 *
 * @param base address of the feed, which addresses in it may be relative to
 */
export async function fetchPhotos(
  members: { feed: FeedMember; row: RegisteredMember }[],
  base: URL,
  progress: (done: number, all: number) => void
): Promise<PhotoRun> {
  const run: PhotoRun = { fetched: [], unchanged: 0, missing: [] };
  const failures = new Map<string, number>();
  const queue = members.filter(({ feed }) => feed.photos.length > 0);
  const all = queue.length;
  let done = 0;

  const attempt = async (address: string, { feed, row }: (typeof queue)[number]): Promise<string | undefined> => {
    let url: URL;
    try {
      url = new URL(address, base);
    } catch {
      return `"${address.slice(0, 80)}" is not an address`;
    }
    if ((failures.get(url.host) ?? 0) >= failuresUntilLeftAlone)
      return `${url.host} failed ${failuresUntilLeftAlone} times and was left alone`;
    try {
      const bytes = await fetchBytes(url, base);
      const type = pictureType(bytes);
      if (type === undefined) return 'what came is not a picture';
      if (bytes.length > largest) return 'it is larger than 10 MB';
      const source = `${url.protocol === 'file:' ? address : url.href} ${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}`;
      if (row.photoSource === source && row.photo !== '') run.unchanged += 1;
      else run.fetched.push({ id: row.id, name: row.details.name, fileName: `${row.modernGovId}.${type}`, bytes, source });
      return undefined;
    } catch (error) {
      if (!(error instanceof Refusal) && url.protocol !== 'file:') failures.set(url.host, (failures.get(url.host) ?? 0) + 1);
      return reasonOf(error, url);
    }
  };

  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      let reason: string | undefined;
      for (const address of next.feed.photos) {
        reason = await attempt(address, next);
        if (reason === undefined) break;
      }
      if (reason !== undefined) run.missing.push({ name: next.row.details.name, reason });
      done += 1;
      progress(done, all);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return run;
}
