import { readFileSync } from 'node:fs';
import { ConfidentialClientApplication, PublicClientApplication } from '@azure/msal-node';
import type { SPFI } from '@pnp/sp';
import { isNotFound } from '../../src/data/errors';
import { siteClient } from '../../src/data/site-client';
import { CommandError } from './command-error';
import { describeFailure } from './failure';

/** A SharePoint site and how it is reached. */
export interface Connection {
  sp: SPFI;
  /** Server-relative, for example /sites/members. */
  sitePath: string;
  /** Absolute. */
  siteUrl: string;
}

/** The group whose first member commands act as on a local SharePoint, unless --as says otherwise. */
const ownersGroup = 'Memberlink Owners';

const isLocal = (url: URL): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);

async function localLogin(site: URL, given: string | undefined): Promise<string> {
  if (given !== undefined) return given;
  const accounts = await fetch(new URL('/_local/accounts', site))
    .then((response) => response.json() as Promise<{ login: string; groups: string[] }[]>)
    .catch((error: unknown) => {
      throw new CommandError(
        `Nothing answers at ${site.origin}. Start it with "npm start". (${error instanceof Error ? error.message : String(error)})`
      );
    });
  const owner = accounts.find(({ groups }) => groups.includes(ownersGroup));
  if (!owner) throw new CommandError(`No account at ${site.origin} is in the group ${ownersGroup}: name one with --as <login>.`);
  return owner.login;
}

const setting = (name: string): string | undefined => process.env[name] || undefined;

/** A token for a tenant: by certificate where one is set, else by a code that somebody types into a browser. */
async function tenantToken(site: URL): Promise<() => Promise<string>> {
  const tenant = setting('MEMBERLINK_TENANT_ID');
  const client = setting('MEMBERLINK_CLIENT_ID');
  if (tenant === undefined || client === undefined) {
    throw new CommandError(
      'To sign in to Microsoft 365, set MEMBERLINK_TENANT_ID and MEMBERLINK_CLIENT_ID in the environment (see README.md, Provisioning).'
    );
  }
  const authority = `https://login.microsoftonline.com/${tenant}`;
  const certificate = setting('MEMBERLINK_CLIENT_CERTIFICATE');
  if (certificate !== undefined) {
    const thumbprintSha256 = setting('MEMBERLINK_CLIENT_THUMBPRINT');
    if (thumbprintSha256 === undefined)
      throw new CommandError('MEMBERLINK_CLIENT_THUMBPRINT (SHA-256) is missing beside MEMBERLINK_CLIENT_CERTIFICATE.');
    const application = new ConfidentialClientApplication({
      auth: { clientId: client, authority, clientCertificate: { thumbprintSha256, privateKey: readFileSync(certificate, 'utf8') } }
    });
    return async () => {
      const result = await application.acquireTokenByClientCredential({ scopes: [`${site.origin}/.default`] });
      if (!result) throw new CommandError('Microsoft 365 gave no token for this certificate.');
      return result.accessToken;
    };
  }
  const application = new PublicClientApplication({ auth: { clientId: client, authority } });
  const scopes = [`${site.origin}/AllSites.FullControl`];
  const first = await application.acquireTokenByDeviceCode({ scopes, deviceCodeCallback: ({ message }) => console.log(message) });
  if (!first?.account) throw new CommandError('Nobody signed in.');
  const { account } = first;
  return async () => (await application.acquireTokenSilent({ scopes, account })).accessToken;
}

/** PnPjs for a site, with a token that is asked for at every request. */
export const sharePoint = (siteUrl: string, token: () => Promise<string>): SPFI =>
  siteClient(siteUrl, token, { patience: 120_000, tries: 6 });

/**
 * Connects to a site: a local SharePoint as one of its accounts, a tenant through Microsoft's sign-in.
 *
 * @param site absolute address, for example https://council.sharepoint.com/sites/members
 * @param as login for a local SharePoint; by default its first owner
 */
export async function connect(site: string, as: string | undefined): Promise<Connection> {
  let url: URL;
  try {
    url = new URL(site);
  } catch {
    throw new CommandError(`--site "${site}" is not an address, for example https://council.sharepoint.com/sites/members.`);
  }
  const siteUrl = url.origin + url.pathname.replace(/\/$/, '');
  if (!isLocal(url) && url.protocol !== 'https:') throw new CommandError('--site must be an https address.');
  if (!isLocal(url) && as !== undefined) throw new CommandError('--as is for a local SharePoint only: on Microsoft 365 one signs in.');
  const login = isLocal(url) ? await localLogin(url, as) : undefined;
  const token = login === undefined ? await tenantToken(url) : async () => `local:${login}`;
  const sp = sharePoint(siteUrl, token);
  const web = await sp.web
    .select('ServerRelativeUrl', 'Url')<{ ServerRelativeUrl: string; Url: string }>()
    .catch((error: unknown) => {
      if (isNotFound(error))
        throw new CommandError(
          `There is no SharePoint site at ${siteUrl}. Give the address of the site itself, for example ${url.origin}/sites/members.`
        );
      throw describeFailure(error, `The site ${siteUrl} could not be reached`);
    });
  // An address below a site, as of one of its pages, reaches the site too: it is the site that counts.
  return { sp: sharePoint(web.Url, token), sitePath: web.ServerRelativeUrl.replace(/\/$/, ''), siteUrl: web.Url };
}
