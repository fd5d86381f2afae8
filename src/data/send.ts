import type { TimelinePipe } from '@pnp/core';

/** How PnPjs sends requests here. */
export interface SendOptions {
  /** SharePoint answers a single request within this time or it has failed. In milliseconds. */
  patience: number;
  /** How often a request is sent that SharePoint turns away. */
  tries: number;
}

const delay = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Sends with the platform's fetch, in the browser and in Node. What SharePoint turned away (429, 503) is sent again when
 * it says so. A request whose connection broke is not: nobody knows whether it was carried out, and a second one could
 * add a row twice.
 */
export const send =
  ({ patience, tries }: SendOptions): TimelinePipe =>
  (instance) => {
    instance.on.send.replace(async (url: URL, init: RequestInit) => {
      for (let attempt = 1; ; attempt += 1) {
        const controller = new AbortController();
        const timer = setTimeout(() => controller.abort(), patience);
        try {
          const response = await fetch(url.toString(), { ...init, signal: controller.signal });
          if ((response.status !== 429 && response.status !== 503) || attempt >= tries) return response;
          const seconds = Number(response.headers.get('retry-after') ?? NaN);
          await delay(Number.isFinite(seconds) ? seconds * 1000 : 500 * 2 ** attempt);
        } finally {
          clearTimeout(timer);
        }
      }
    });
    return instance;
  };
