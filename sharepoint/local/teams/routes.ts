import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Sessions } from '../session';
import type { Site } from '../store/site';
import { invoke } from './invoke';
import type { MessageExtension, TabsApp } from './teams-apps';
import { teamsView, type SampleMessage } from './teams-view';

/** What the view of Teams is made of. */
export interface TeamsParts {
  site: Site;
  sessions: Sessions;
  apps: readonly TabsApp[];
  messages: readonly SampleMessage[];
  /** The message extension, once its service has been started. */
  extension(): MessageExtension | undefined;
  html(page: string): { headers: Record<string, string>; page: string };
}

/** Only this server's own pages may make it ask. */
const isOwn = ({ headers }: FastifyRequest): boolean => headers.origin === undefined || headers.origin === `http://${headers.host}`;

/** Serves /teams, and hands its invokes to the message extension. */
export function registerTeams(app: FastifyInstance, parts: TeamsParts): void {
  app.get('/teams', async (request, reply) => {
    const signedIn = parts.sessions.userOf(request);
    if (!signedIn) return reply.redirect(`/_local/sign-in?returnUrl=${encodeURIComponent('/teams')}`);
    const { headers, page } = parts.html(
      teamsView({
        ...{ apps: parts.apps, extension: parts.extension(), messages: parts.messages },
        ...{ accounts: parts.site.accounts, user: signedIn.user }
      })
    );
    return reply.headers(headers).send(page);
  });
  app.post<{ Params: { name: string } }>('/_local/teams/:name', async (request, reply) => {
    const signedIn = parts.sessions.userOf(request);
    const extension = parts.extension();
    if (!signedIn || !isOwn(request)) return reply.code(403).send('');
    if (!extension) return reply.code(404).send('');
    const value = JSON.parse(Buffer.isBuffer(request.body) ? request.body.toString('utf8') : 'null') as unknown;
    const { status, body } = await invoke(extension, signedIn.user, parts.site.ids.tenant, request.params.name, value);
    return reply.code(status).type('application/json').send(JSON.stringify(body));
  });
}
