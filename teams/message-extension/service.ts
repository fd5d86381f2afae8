import { App } from '@microsoft/teams.apps';
import { PUBLIC, type CloudEnvironment } from '@microsoft/teams.api';
import { answer, type Answer, type Command, type Workshop } from './answering';
import { enquirySent, sentAnyway } from './commands/enquiry-sent';
import { results, said, type Query, type Search } from './commands/query';
import { raiseEnquiry } from './commands/raise-enquiry';
import { searchEnquiries } from './commands/search-enquiries';
import { searchMembers } from './commands/search-members';
import { searchOfficers } from './commands/search-officers';
import { unfurl } from './commands/unfurl';
import { valueOf, type InvokeName, type InvokeValue } from './http/activity';
import { entraGuard, localGuard } from './http/guards';
import { registerNotices } from './http/notices-route';
import { ServiceServer } from './http/server';
import { registerSignInPages } from './http/sign-in-pages';
import { Links } from './links';
import { jsonLog, sdkLogger, type Log } from './log';
import { NoticeRate } from './notice-rate';
import { RunningSearches } from './overtaken';
import { Pictures } from './pictures';
import { keepReadings } from './readings';
import type { Settings } from './settings';
import { EntraSignIn } from './sign-in/entra-sign-in';
import { LocalSignIn } from './sign-in/local-sign-in';
import type { SignIn } from './sign-in/types';
import { entraUserTokens } from './sign-in/user-tokens';
import { strings } from './strings';
import { Throttle } from './throttle';

/** A service that runs. */
export interface Service {
  port: number;
  stop(): Promise<void>;
}

/** What tests, and other clouds than Microsoft's public one, set. */
export interface ServiceOptions {
  cloud?: CloudEnvironment;
  log?: Log;
  now?: () => Date;
}

/** As many results as Teams shows at once. */
const usualCount = 25;

/** A search as Teams asked it. Teams asks for first results with a parameter of its own. */
function queryOf({ parameters = [], queryOptions = {} }: InvokeValue<'composeExtension/query'>): Query {
  const isInitial = parameters.some(({ name }) => name === 'initialRun');
  const typed = parameters.find(({ name }) => name === 'query')?.value ?? '';
  return {
    text: isInitial ? '' : String(typed).trim(),
    skip: queryOptions.skip ?? 0,
    count: Math.min(queryOptions.count ?? usualCount, usualCount)
  };
}

/** Starts the service. */
export async function startService(settings: Settings, options: ServiceOptions = {}): Promise<Service> {
  const log = options.log ?? jsonLog((line) => console.log(line));
  const isLocal = settings.signIn.kind === 'local';
  const cloud = options.cloud ?? PUBLIC;
  const origin = new URL(settings.siteUrl).origin;
  const server = new ServiceServer(
    isLocal ? '127.0.0.1' : '0.0.0.0',
    settings.signIn.kind === 'local' ? localGuard : entraGuard(cloud.tokenIssuer, settings.signIn.tenantId),
    log
  );
  const signIn = await signInFor(settings, origin, cloud, server, log);
  const now = options.now ?? (() => new Date());
  const workshop: Workshop = {
    ...{ siteUrl: settings.siteUrl, tabsAppId: settings.tabsAppId, signIn, log },
    graphUrl: isLocal ? origin : 'https://graph.microsoft.com',
    kept: keepReadings(settings.cacheSeconds * 1000),
    throttle: new Throttle(),
    noticeRate: new NoticeRate(now),
    searches: new RunningSearches(),
    now
  };
  const credentials =
    settings.signIn.kind === 'entra'
      ? { clientId: settings.signIn.clientId, clientSecret: settings.signIn.clientSecret, tenantId: settings.signIn.tenantId }
      : {};
  const app = new App({
    ...credentials,
    cloud,
    logger: sdkLogger(log),
    httpServerAdapter: server,
    // Said in so many words, so that no variable of the environment switches the check of tokens off.
    dangerouslyAllowUnauthenticatedRequests: isLocal
  });
  register(app, workshop);
  registerNotices(server, workshop);
  await app.initialize();
  await server.start(settings.port);
  log.info('started', { port: server.port, local: isLocal });
  return {
    port: server.port,
    stop: async () => {
      await server.stop();
      log.info('stopped');
    }
  };
}

/** How people are signed in; with Entra, the pages for it too. */
async function signInFor({ signIn }: Settings, origin: string, cloud: CloudEnvironment, server: ServiceServer, log: Log): Promise<SignIn> {
  if (signIn.kind === 'local') return new LocalSignIn(origin);
  const entra = new EntraSignIn(signIn, origin, entraUserTokens(cloud, { ...signIn, host: new URL(signIn.publicUrl).host }), cloud);
  await registerSignInPages(server.app, entra, log);
  return entra;
}

/** Says which command answers what. */
function register(app: App, workshop: Workshop): void {
  const pictures = new Pictures();
  const searches: Record<string, Search> = {
    searchMembers: searchMembers(pictures),
    searchOfficers: searchOfficers(pictures),
    searchEnquiries
  };
  const served = async <Name extends InvokeName>(
    name: Name,
    activity: { from: unknown; conversation?: unknown; value?: unknown },
    command: (value: InvokeValue<Name>) => Command<InvokeValue<Name>> | undefined
  ): Promise<Answer> => {
    const value = valueOf(name, activity.value);
    const found = command(value);
    if (!found) {
      workshop.log.info('answered', { command: 'unknown', outcome: 'not understood' });
      return said(strings.NotUnderstood);
    }
    const { from, conversation } = activity as Parameters<typeof answer>[3];
    return answer(name, found, value, { from, conversation, authentication: value.authentication }, workshop);
  };

  app.on('message.ext.query', ({ activity }) =>
    served('composeExtension/query', activity, ({ commandId }) => {
      const search = Object.hasOwn(searches, commandId) ? searches[commandId] : undefined;
      return (
        search && {
          name: commandId,
          search: (value) => ({ kind: commandId, text: queryOf(value).text }),
          run: (value, ask) => search(queryOf(value), ask)
        }
      );
    })
  );
  const unfurled = unfurl(pictures);
  const links = new Links(workshop);
  const nothing = results([]);
  app.on('message.ext.query-link', ({ activity }) =>
    // Nobody signs in for links to other things.
    links.placeOf(valueOf('composeExtension/queryLink', activity.value).url)
      ? served('composeExtension/queryLink', activity, () => ({
          name: 'unfurl',
          silent: nothing,
          run: ({ url }, ask) => unfurled(url, ask)
        }))
      : nothing
  );
  app.on('message.ext.open', ({ activity }) =>
    served('composeExtension/fetchTask', activity, ({ commandId }) =>
      commandId === 'raiseEnquiry' ? { name: commandId, run: raiseEnquiry } : undefined
    )
  );
  app.on('message.ext.submit', ({ activity }) =>
    served('composeExtension/submitAction', activity, ({ commandId }) =>
      commandId === 'raiseEnquiry' ? { name: 'enquirySent', run: enquirySent, silent: sentAnyway } : undefined
    )
  );
}
