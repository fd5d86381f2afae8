import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import type { WriteFailure } from '../../src/data/list-rows';
import type { PhotoOfRow, Photos, SavedPhoto } from '../../src/data/photos';
import { connectionFailure } from './connection-failure';
import { describeMissingPhotos } from './describe';
import type { ImportOptions } from './import-members';

/** A photograph that is new or differs from the one that the member has. */
export interface FetchedPhoto {
  id: number;
  name: string;
  fileName: string;
  bytes: Uint8Array;
  /** Where it came from and what it was, so that the next import knows it again. */
  source: string;
}

/** What became of all photographs. */
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

/** A picture that is refused whatever its host does: nothing is wrong with the host. */
class Refusal extends Error {}
/** The host is there and has no such picture. */
class NoPicture extends Error {}

/** Addresses inside a building or a computer. A published feed has no business there, unless it came from there. */
const isInside = ({ hostname }: URL): boolean =>
  /^(?:localhost|127\.|10\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.|0\.|\[(?:::1?|f[cde]))/i.test(hostname);

const mostHops = 4;

/** Follows redirects by hand, so that every hop is looked at. */
async function request(start: URL, base: URL): Promise<Response> {
  const signal = AbortSignal.timeout(patience);
  let url = start;
  for (let hop = 0; hop < mostHops; hop += 1) {
    if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new Refusal(`its address begins with ${url.protocol}`);
    if (isInside(url) && url.hostname !== base.hostname) throw new Refusal(`its address is inside of this network: ${url.hostname}`);
    const response = await fetch(url, { signal, redirect: 'manual' });
    const location = response.headers.get('location');
    if (response.status < 300 || response.status > 399 || location === null) return response;
    url = new URL(location, url);
  }
  throw new Error('its address is forwarded too often');
}

async function fetchBytes(url: URL, base: URL): Promise<Uint8Array> {
  if (url.protocol === 'file:') {
    // A feed may point to files beside it, and nowhere else on this computer.
    if (base.protocol !== 'file:' || !url.href.startsWith(new URL('.', base).href)) {
      throw new Refusal('its address is outside of the folder of the feed');
    }
    if ((await stat(url)).size > largest) throw new Refusal('it is larger than 10 MB');
    return new Uint8Array(await readFile(url));
  }
  const response = await request(url, base);
  if (response.status === 404 || response.status === 410) throw new NoPicture(`${url.host} answered ${response.status}`);
  if (!response.ok || !response.body) throw new Error(`${url.host} answered ${response.status}`);
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Node's streams can be iterated; the browser's types, which this is checked with too, do not say so.
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > largest) throw new Refusal('it is larger than 10 MB');
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

const isHostFailure = (error: unknown): boolean => error !== undefined && !(error instanceof Refusal) && !(error instanceof NoPicture);

/** Which hosts are left alone. */
class Hosts {
  private readonly failures = new Map<string, number>();
  private readonly answered = new Set<string>();

  public isLeftAlone(host: string): boolean {
    return (this.failures.get(host) ?? 0) >= failuresUntilLeftAlone;
  }

  public succeeded(host: string): void {
    this.answered.add(host);
    this.failures.delete(host);
  }

  /** A missing picture speaks against a host only as long as it has given none. */
  public failed(host: string, error: unknown): void {
    if (error instanceof Refusal || (error instanceof NoPicture && this.answered.has(host))) return;
    this.failures.set(host, (this.failures.get(host) ?? 0) + 1);
  }
}

const reasonOf = (error: unknown, url: URL): string => {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return `${url.host} did not answer within ${patience / 1000} seconds`;
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'there is no such file';
  return 'cause' in error ? `${url.host}: ${connectionFailure(error)}` : error.message;
};

/** A row and the photograph that it should have. */
export interface WantedPhoto extends PhotoOfRow {
  id: number;
  name: string;
  /** Addresses of the photograph, the best first; none where there is none. */
  addresses: readonly string[];
  /** Its name in the library, without its ending. */
  fileName: string;
}

/** What became of one address. */
type Attempt = { bytes: Uint8Array; type: string; source: string } | { reason: string; host?: string; error?: unknown };

async function attempt(address: string, base: URL, hosts: Hosts): Promise<Attempt> {
  let url: URL;
  try {
    url = new URL(address, base);
  } catch {
    return { reason: `"${address.slice(0, 80)}" is not an address` };
  }
  const { host } = url;
  if (hosts.isLeftAlone(host)) return { reason: `${host} failed ${failuresUntilLeftAlone} times and was left alone` };
  try {
    const bytes = await fetchBytes(url, base);
    const type = pictureType(bytes);
    if (type === undefined) throw new NoPicture('what came is not a picture');
    hosts.succeeded(host);
    const source = `${url.protocol === 'file:' ? address : url.href} ${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}`;
    return { bytes, type, source };
  } catch (error) {
    return { reason: reasonOf(error, url), ...(host === '' ? {} : { host, error }) };
  }
}

/**
 * Fetches photographs: 8 at once, 5 seconds each; a host that fails for three people is left alone. Never throws for a
 * picture: what could not be had is listed.
 *
 * @param base address of the feed, which addresses in it may be relative to
 */
export async function fetchPhotos(
  wanted: readonly WantedPhoto[],
  base: URL,
  progress: (done: number, all: number) => void
): Promise<PhotoRun> {
  const run: PhotoRun = { fetched: [], unchanged: 0, missing: [] };
  const hosts = new Hosts();
  const queue = wanted.filter(({ addresses }) => addresses.length > 0);
  const all = queue.length;
  let done = 0;

  const fetchOne = async ({ id, name, addresses, fileName, photo, photoSource }: WantedPhoto): Promise<void> => {
    let last: Attempt = { reason: '' };
    for (const address of addresses) {
      last = await attempt(address, base, hosts);
      // The smaller picture helps where the larger one is missing, not where the host does not answer.
      if (!('reason' in last) || isHostFailure(last.error)) break;
    }
    if ('reason' in last) {
      if (last.host !== undefined) hosts.failed(last.host, last.error);
      run.missing.push({ name, reason: last.reason });
    } else if (photoSource === last.source && photo !== '') run.unchanged += 1;
    else run.fetched.push({ id, name, fileName: `${fileName}.${last.type}`, bytes: last.bytes, source: last.source });
  };

  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      await fetchOne(next);
      done += 1;
      progress(done, all);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return run;
}

/**
 * Copies photographs into their library and points their rows to them. Says what became of them.
 *
 * @returns how many are new, and rows that could not be written
 */
export async function importPhotos(
  wanted: readonly WantedPhoto[],
  base: URL,
  library: Photos,
  setPhotos: (photos: readonly SavedPhoto[]) => Promise<WriteFailure[]>,
  { say, progress }: ImportOptions
): Promise<{ saved: number; failures: WriteFailure[] }> {
  const run = await fetchPhotos(wanted, base, (done, all) => progress('Fetching photographs', done, all));
  const saved: SavedPhoto[] = [];
  for (const [index, photo] of run.fetched.entries()) {
    try {
      saved.push({ id: photo.id, name: photo.name, url: await library.save(photo.fileName, photo.bytes), source: photo.source });
    } catch (error) {
      run.missing.push({ name: photo.name, reason: error instanceof Error ? error.message : String(error) });
    }
    progress('Saving photographs', index + 1, run.fetched.length);
  }
  const failures = await setPhotos(saved);
  if (wanted.some(({ addresses }) => addresses.length > 0))
    say(`Photographs: ${saved.length} new, ${run.unchanged} unchanged, ${run.missing.length} not to be had.`);
  for (const line of describeMissingPhotos(run.missing)) say(`  ${line}`);
  return { saved: saved.length, failures };
}
