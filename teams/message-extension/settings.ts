import { z } from 'zod';
import { tabsAppId } from '../../src/domain/teams/app';

/** How people are signed in. */
export type SignInSettings =
  | { kind: 'local' }
  | {
      kind: 'entra';
      clientId: string;
      clientSecret: string;
      tenantId: string;
      /** Where people reach this service, for pages on which they sign in. */
      publicUrl: string;
    };

/** What the service is told at its start. */
export interface Settings {
  port: number;
  /** Absolute address of the site with Memberlink's lists, without a slash at its end. */
  siteUrl: string;
  tabsAppId: string;
  signIn: SignInSettings;
  /** What was read for somebody is kept for them so long, in seconds. */
  cacheSeconds: number;
}

/** A setting that is missing or wrong, in words for who starts the service. */
export class SettingsError extends Error {}

const guid = z.guid();
const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).optional(),
  MEMBERLINK_SITE: z.string().optional(),
  MEMBERLINK_TABS_APP_ID: z.guid().optional(),
  MEMBERLINK_CACHE_SECONDS: z.coerce.number().min(0).max(600).optional(),
  MEMBERLINK_SERVICE_URL: z.string().optional(),
  CLIENT_ID: z.string().optional(),
  CLIENT_SECRET: z.string().optional(),
  TENANT_ID: z.string().optional()
});

const isLoopback = ({ hostname }: URL): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(hostname);

function address(name: string, given: string): URL {
  try {
    return new URL(given);
  } catch {
    throw new SettingsError(`${name} "${given}" is not an address, for example https://council.sharepoint.com/sites/members.`);
  }
}

/** What is given at the command line goes before the environment. */
export interface Given {
  port?: string | undefined;
  site?: string | undefined;
  local?: boolean | undefined;
}

/**
 * Reads the settings.
 *
 * @throws SettingsError that says what is missing or wrong; a service that cannot tell who asks does not start
 */
export function readSettings(given: Given, env: NodeJS.ProcessEnv): Settings {
  // An empty variable is one that is not set.
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const read = environment.safeParse(set);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new SettingsError(`${String(issue?.path[0])} is wrong: ${issue?.message ?? ''}.`);
  }
  const { PORT, MEMBERLINK_SITE, MEMBERLINK_TABS_APP_ID, MEMBERLINK_CACHE_SECONDS, ...identity } = read.data;
  const port = given.port === undefined ? (PORT ?? 3978) : Number(given.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new SettingsError(`--port "${given.port ?? ''}" is not a port number.`);
  const site = given.site ?? MEMBERLINK_SITE;
  if (site === undefined) throw new SettingsError('The site is missing: give its address with --site, or in MEMBERLINK_SITE.');
  const url = address('The site', site);
  const local = given.local === true;
  if (local && !isLoopback(url)) throw new SettingsError('--local is for a local SharePoint only: the site must be on this machine.');
  if (!isLoopback(url) && url.protocol !== 'https:') throw new SettingsError('The site must be an https address.');
  return {
    port,
    siteUrl: url.origin + url.pathname.replace(/\/$/, ''),
    tabsAppId: MEMBERLINK_TABS_APP_ID ?? tabsAppId,
    signIn: local ? { kind: 'local' } : entraSettings(identity, port),
    cacheSeconds: MEMBERLINK_CACHE_SECONDS ?? 60
  };
}

type Identity = Pick<z.infer<typeof environment>, 'CLIENT_ID' | 'CLIENT_SECRET' | 'TENANT_ID' | 'MEMBERLINK_SERVICE_URL'>;

function entraSettings({ CLIENT_ID, CLIENT_SECRET, TENANT_ID, MEMBERLINK_SERVICE_URL }: Identity, port: number): SignInSettings {
  const wanted = { CLIENT_ID, CLIENT_SECRET, TENANT_ID };
  const missing = Object.entries(wanted).flatMap(([name, value]) => (value === undefined ? [name] : []));
  if (!CLIENT_ID || !CLIENT_SECRET || !TENANT_ID) {
    throw new SettingsError(
      `Without credentials nobody can be told apart, so the service does not start. Missing in the environment: ${missing.join(', ')}. With a local SharePoint, start it with --local.`
    );
  }
  for (const [name, value] of Object.entries({ CLIENT_ID, TENANT_ID })) {
    if (!guid.safeParse(value).success) throw new SettingsError(`${name} is not an id, for example 0f8fad5b-d9cb-469f-a165-70867728950e.`);
  }
  // Without it the pages for signing in are reached on this machine only.
  const url = address('MEMBERLINK_SERVICE_URL', MEMBERLINK_SERVICE_URL ?? `http://localhost:${port}`);
  if (url.protocol !== 'https:' && !isLoopback(url))
    throw new SettingsError('MEMBERLINK_SERVICE_URL must be an https address: Teams reaches no others.');
  // Entra writes ids in small letters.
  const [clientId, tenantId] = [CLIENT_ID.toLowerCase(), TENANT_ID.toLowerCase()];
  return { kind: 'entra', clientId, clientSecret: CLIENT_SECRET, tenantId, publicUrl: url.origin };
}
