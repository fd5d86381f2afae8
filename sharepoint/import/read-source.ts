import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { connectionFailure } from './connection-failure';
import { FeedError } from './feed-error';

/** A feed's text, and the address that its relative addresses start from. */
export interface Source {
  text: string;
  base: URL;
}

const patience = 60_000;

const looksLikeHost = (from: string): boolean => /^(?:[\w-]+\.)+[a-z]{2,}(?:\/|$)/i.test(from) && !/\.(?:xml|txt|csv)$/i.test(from);

/** Whether a source is fetched, rather than read from a file. */
const isWebAddress = (from: string): boolean => /^https?:\/\//i.test(from);

function addressOf(from: string): URL {
  try {
    return new URL(from);
  } catch {
    throw new FeedError(`"${from}" is not an address.`);
  }
}

/** The address of Modern.Gov's method: a council's address alone is completed. */
export function serviceAddress(from: string): URL {
  const url = addressOf(from);
  if (!/GetCouncillorsByWard|\.(?:xml|csv)$/i.test(url.pathname) && !url.search) {
    const path = url.pathname.replace(/\/+$/, '');
    url.pathname = /mgWebService\.asmx$/i.test(path) ? `${path}/GetCouncillorsByWard` : `${path}/mgWebService.asmx/GetCouncillorsByWard`;
  }
  return url;
}

/**
 * Decodes as the XML declaration says; UTF-8 where it says nothing. A file that says UTF-8 and is not was saved on
 * Windows: its letters would be lost, so it is read as Windows-1252.
 */
export function decode(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.slice(0, 200));
  const declared = /^[^<]*<\?xml[^>]*encoding=["']([\w-]+)["']/.exec(head)?.[1];
  const encoding = declared ?? (bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8');
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(encoding, { fatal: true });
  } catch {
    throw new FeedError(`The encoding "${encoding}" of the feed is not known.`);
  }
  try {
    return decoder.decode(bytes);
  } catch {
    if (decoder.encoding === 'utf-8') return new TextDecoder('windows-1252').decode(bytes);
    throw new FeedError(`The feed says that it is in ${encoding}, and is not. Save it as UTF-8.`);
  }
}

/**
 * Reads a source from a file or an address. Throws a FeedError that says what failed.
 *
 * @param complete makes an address out of what was given, where that may be less than one
 */
export async function readSource(from: string, fileBase: URL, complete = addressOf): Promise<Source> {
  if (!isWebAddress(from)) {
    const base = pathToFileURL(resolve(fileURLToPath(fileBase), from));
    try {
      return { text: decode(await readFile(base)), base };
    } catch (error) {
      if (error instanceof FeedError) throw error;
      const code = (error as NodeJS.ErrnoException).code;
      throw new FeedError(
        code === 'ENOENT'
          ? `There is no file ${from}.${looksLikeHost(from) ? ` If it is an address, write https://${from}` : ''}`
          : code === 'EISDIR'
            ? `${from} is a folder, not a file.`
            : `${from} could not be read: ${String(error)}`
      );
    }
  }
  const url = complete(from);
  let response: Response;
  try {
    response = await fetch(url, { signal: AbortSignal.timeout(patience), headers: { accept: 'text/xml, application/xml, text/csv' } });
  } catch (error) {
    const cause =
      error instanceof Error && error.name === 'TimeoutError'
        ? `it did not answer within ${patience / 1000} seconds`
        : connectionFailure(error);
    throw new FeedError(`${url.href} could not be reached: ${cause}.`);
  }
  if (!response.ok)
    throw new FeedError(
      `${url.href} answered ${response.status} ${response.statusText}. The council's website may be down; try again later.`
    );
  return { text: decode(new Uint8Array(await response.arrayBuffer())), base: new URL(response.url || url.href) };
}
