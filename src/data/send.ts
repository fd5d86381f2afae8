import type { TimelinePipe } from '@pnp/core';

/** How PnPjs sends requests here. */
export interface SendOptions {
  /** SharePoint answers a single request within this time or it has failed. In milliseconds. */
  patience: number;
  /** How often a request is sent that SharePoint turns away. */
  tries: number;
  /** Where SharePoint asks for a longer wait than this, its refusal is passed on at once. In milliseconds; absent for any. */
  longestWait?: number;
  /** Ends all requests: nobody waits for their answers any more. */
  signal?: AbortSignal;
  /** Is told how long SharePoint wants to be left alone. In milliseconds. */
  turnedAway?: (wait: number) => void;
}

const delay = (milliseconds: number, signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve, reject) => {
    const end = (): void => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', end);
      resolve();
    }, milliseconds);
    signal?.addEventListener('abort', end, { once: true });
  });

/** For how long SharePoint wants to be left alone; where it does not say, longer from try to try. */
function waitAsked(response: Response, attempt: number): number {
  const seconds = Number(response.headers.get('retry-after') ?? NaN);
  return Number.isFinite(seconds) ? seconds * 1000 : 500 * 2 ** attempt;
}

/** An answer with all of its body read. */
async function whole(response: Response): Promise<Response> {
  const { status, statusText, headers } = response;
  const body = await response.arrayBuffer();
  return new Response(body.byteLength > 0 ? body : null, { status, statusText, headers });
}

/**
 * Sends with the platform's fetch, in the browser and in Node. What SharePoint turned away (429, 503) is sent again when
 * it says so. A request whose connection broke is not: nobody knows whether it was carried out, and a second one could
 * add a row twice.
 */
export const send =
  ({ patience, tries, longestWait = Infinity, signal, turnedAway }: SendOptions): TimelinePipe =>
  (instance) => {
    instance.on.send.replace(async (url: URL, init: RequestInit) => {
      for (let attempt = 1; ; attempt += 1) {
        signal?.throwIfAborted();
        const controller = new AbortController();
        const abort = (): void => controller.abort(signal?.reason);
        const timer = setTimeout(() => controller.abort(), patience);
        signal?.addEventListener('abort', abort, { once: true });
        try {
          // With its body: what stalls half way has failed too.
          const response = await whole(await fetch(url.toString(), { ...init, signal: controller.signal }));
          if (response.status !== 429 && response.status !== 503) return response;
          const wait = waitAsked(response, attempt);
          turnedAway?.(wait);
          if (attempt >= tries || wait > longestWait) return response;
          await delay(wait, signal);
        } finally {
          clearTimeout(timer);
          signal?.removeEventListener('abort', abort);
        }
      }
    });
    return instance;
  };
