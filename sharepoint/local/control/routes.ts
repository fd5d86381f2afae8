import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { badRequest, SharePointError } from '../errors';
import type { Graph } from '../graph/graph';
import type { Call } from '../rest/call';
import { asObject, Payload } from '../rest/model';
import { plainJson, renderError } from '../rest/render';
import type { Site } from '../store/site';
import type { Faults } from './faults';
import type { RequestLog } from './request-log';
import { seed } from './seed';

/** What the control addresses steer. */
interface Controlled {
  site: Site;
  faults: Faults;
  log: RequestLog;
  graph: Graph;
  /** Who is signed in. */
  loginOf(request: FastifyRequest): string | undefined;
  /** A call as the site's first administrator. */
  callAsAdministrator(origin: string): Call;
}

/** A year. */
const mostCrawlDelay = 31_536_000;

const bodyOf = (request: FastifyRequest): Record<string, unknown> =>
  asObject(new Payload(Buffer.isBuffer(request.body) ? request.body : new Uint8Array()));

/**
 * What a tenant does not have: /_local/faults, /_local/log, /_local/seed, /_local/search and /_local/graph steer the
 * local SharePoint in tests and show what happened in it. A page of another site cannot reach them.
 */
export function registerControl(app: FastifyInstance, { site, faults, log, graph, loginOf, callAsAdministrator }: Controlled): void {
  const route = (
    method: 'GET' | 'PUT' | 'POST' | 'DELETE',
    url: string,
    handle: (request: FastifyRequest, reply: FastifyReply) => unknown
  ): void => {
    app.route({
      method,
      url,
      handler: async (request, reply) => {
        const { origin, host } = request.headers;
        if (origin !== undefined && origin !== `http://${host}`) return reply.code(403).send('');
        try {
          return (await handle(request, reply)) ?? reply.code(204).send();
        } catch (error) {
          if (!(error instanceof SharePointError)) throw error;
          const { status, headers, body } = renderError(error, plainJson);
          return reply.code(status).headers(headers).send(body);
        }
      }
    });
  };
  route('GET', '/_local/accounts', () =>
    site.accounts.map(({ login, name, email, aadObjectId }) => {
      const user = site.principals.userByLogin(login);
      const groups = user ? site.principals.groupsOf(user.id).map((group) => group.title) : [];
      return { login, name, email, aadObjectId, groups };
    })
  );
  for (const method of ['PUT', 'POST'] as const) route(method, '/_local/faults', (request) => faults.set(bodyOf(request)));
  route('GET', '/_local/faults', () => faults.describe());
  route('DELETE', '/_local/faults', () => faults.clear());
  route('GET', '/_local/log', () => log.all());
  route('DELETE', '/_local/log', () => log.clear());
  route('POST', '/_local/seed', (request) => seed(callAsAdministrator(`http://${request.headers.host}`), bodyOf(request)));
  for (const method of ['PUT', 'POST'] as const) route(method, '/_local/graph', (request) => graph.state.set(bodyOf(request)));
  route('GET', '/_local/graph', () => graph.state.describe());
  route('DELETE', '/_local/graph', () => graph.state.clear());
  for (const method of ['PUT', 'POST'] as const) {
    route(method, '/_local/search', (request) => {
      const { crawlDelaySeconds } = bodyOf(request);
      if (typeof crawlDelaySeconds !== 'number' || !(crawlDelaySeconds >= 0 && crawlDelaySeconds <= mostCrawlDelay)) {
        throw badRequest(`"crawlDelaySeconds" is a number from 0 to ${mostCrawlDelay}.`);
      }
      site.keep('crawl delay', crawlDelaySeconds);
    });
  }
  route('GET', '/_local/token', (request, reply) => {
    const login = loginOf(request);
    if (login === undefined) return reply.code(401).send({ error: 'Nobody is signed in.' });
    const refusal = graph.state.tokenRefusal(new URL(request.url, 'http://localhost').searchParams.get('resource') ?? '');
    return refusal === undefined ? { token: `local:${login}` } : reply.code(400).send({ error: refusal });
  });
  route('GET', '/_local/search', () => ({ crawlDelaySeconds: site.read<number | null>('crawl delay') ?? 0 }));
}
