import type { TimelinePipe } from '@pnp/core';
import { DefaultParse } from '@pnp/queryable';
import '@pnp/sp/webs';
import { DefaultHeaders, DefaultInit, spfi, type SPFI } from '@pnp/sp';
import { send, type SendOptions } from './send';

const bearer =
  (token: () => Promise<string>): TimelinePipe =>
  (instance) => {
    instance.on.auth.replace(async (url: URL, init: RequestInit) => {
      const headers = { ...(init.headers as Record<string, string>), Authorization: `Bearer ${await token()}` };
      return [url, { ...init, headers }];
    });
    return instance;
  };

const absoluteUrls =
  (siteUrl: string): TimelinePipe =>
  (instance) => {
    instance.on.pre.prepend(async (url: string, init: RequestInit, result: unknown) => [
      /^https?:/i.test(url) ? url : `${siteUrl}/${url}`,
      init,
      result
    ]);
    return instance;
  };

/**
 * PnPjs for a site outside of its pages, with a token that is asked for at every request.
 *
 * @param siteUrl absolute, without a slash at its end
 */
export function siteClient(siteUrl: string, token: () => Promise<string>, sending: SendOptions): SPFI {
  return spfi(siteUrl).using(DefaultHeaders(), DefaultInit(), send(sending), DefaultParse(), bearer(token), absoluteUrls(siteUrl));
}
