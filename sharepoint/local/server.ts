import { randomBytes } from 'node:crypto';
import type { Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import cookie from '@fastify/cookie';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Account } from './accounts';
import { badQuery, methodNotAllowed, SharePointError, unauthenticated, unexpected, userNotFound } from './errors';
import { buildAssets, type Assets } from './pages/assets';
import { readPackage, type InstalledPackage } from './pages/packages';
import { PageServer, pagesOf } from './pages/page-server';
import type { SiteDefinition } from './pages/site-page';
import { registerStaticFiles } from './pages/static-files';
import { serveBatch } from './rest/batch';
import { formatOf, plainJson, renderError, type Rendered } from './rest/render';
import { RestService } from './rest/service';
import { headerRecord } from './http-headers';
import { Sessions } from './session';
import { Faults, throttling, type Fault } from './control/faults';
import { decoded, RequestLog, type LoggedRequest } from './control/request-log';
import { registerControl } from './control/routes';
import { Graph } from './graph/graph';
import { errorAnswer, noToken } from './graph/graph-error';
import type { User } from './store/principals';
import { Site, type TenantProperty } from './store/site';
import { registerTeams } from './teams/routes';
import { messageExtension, tabsApps, type MessageExtension, type TabsApp } from './teams/teams-apps';
import type { SampleMessage } from './teams/teams-view';

/** How to run a local SharePoint. */
export interface LocalSharePointOptions {
  /** Folder for the data; `:memory:` keeps nothing. */
  dataFolder: string;
  accounts: Account[];
  site: SiteDefinition;
  /** Solutions to install. */
  packages?: string[];
  /** 0 takes a free port. */
  port?: number;
  /** Messages of the conversation in the view of Teams. */
  messages?: SampleMessage[];
  /** How long a form digest is good for; by default 1,800 seconds, as in SharePoint. */
  digestSeconds?: number;
}

/** A local SharePoint that runs. */
export interface LocalSharePoint {
  /** For example http://localhost:8080. */
  origin: string;
  /** Absolute address of the site. */
  siteUrl: string;
  /** Sets something for the whole tenant, as an administrator does (a storage entity). */
  setTenantProperty(key: string, value: string, description: string): void;
  /** Lets the view of Teams use a message extension: its app's manifest, and where its service takes activities. */
  useMessageExtension(manifest: unknown, endpoint: string): void;
  close(): Promise<void>;
}

type LoggedPart = NonNullable<LoggedRequest['parts']>[number];

/** SharePoint takes documents and attachments of up to 250 MB in one request. */
const largestBody = 250 * 1024 * 1024;

/** The requests in a $batch, by their first lines. */
const partsOf = ({ raw, body }: FastifyRequest): { method: string; address: string }[] =>
  /\/\$batch(\?|$)/i.test(raw.url ?? '') && Buffer.isBuffer(body)
    ? [...body.toString('utf8').matchAll(/^(GET|POST|PUT|PATCH|MERGE|DELETE) (\S+) HTTP\/1\.1\r?$/gm)].map(
        ([, method = '', address = '']) => ({
          method,
          address: decoded(address)
        })
      )
    : [];

/** What a request means to do: a POST may say that it is another. */
const methodOf = ({ method, headers }: FastifyRequest): string =>
  (method === 'POST' && headers['x-http-method']?.toString().toUpperCase()) || method;

/** Serves one site: REST, pages and documents. */
class Server {
  private readonly site: Site;
  private readonly service: RestService;
  private readonly sessions: Sessions;
  private readonly graph: Graph;
  private readonly faults = new Faults();
  private readonly log = new RequestLog();
  private readonly packages: InstalledPackage[];
  private readonly pages: PageServer;
  private readonly messages: SampleMessage[];
  private readonly apps: TabsApp[];
  private extension: MessageExtension | undefined;

  public constructor(
    options: LocalSharePointOptions,
    private readonly assets: Assets
  ) {
    this.packages = (options.packages ?? []).map(readPackage);
    const definition = { ...options.site, pages: [...options.site.pages, ...pagesOf(this.packages, options.site.pages)] };
    this.site = new Site({
      dataFolder: options.dataFolder,
      path: options.site.path,
      title: options.site.title,
      accounts: options.accounts
    });
    for (const { name, title } of definition.pages) this.site.keepPage(name, title);
    this.site.webParts = this.packages
      .flatMap(({ components }) => components)
      .filter(({ componentType }) => componentType === 'WebPart')
      .map((manifest) => ({ id: manifest.id, name: manifest.alias, manifest: JSON.stringify(manifest) }));
    this.site.tenantProperties = { ...options.site.tenantProperties };
    this.messages = options.messages ?? [];
    this.apps = tabsApps(this.packages);
    this.sessions = new Sessions(this.site);
    this.service = new RestService(this.site, randomBytes(32).toString('hex'), options.digestSeconds);
    this.graph = new Graph(this.site);
    this.pages = new PageServer(this.site, definition, this.packages, this.service, this.sessions);
  }

  public get path(): string {
    return this.site.path;
  }

  public close(): void {
    this.site.close();
  }

  public setTenantProperty(key: string, property: TenantProperty): void {
    this.site.tenantProperties[key] = property;
  }

  public useMessageExtension(manifest: unknown, endpoint: string): void {
    this.extension = messageExtension(manifest, endpoint);
    // It is on this machine, and pages may ask it as they may ask any application on a tenant.
    this.pages.allow(new URL(endpoint).origin);
  }

  public register(app: FastifyInstance): void {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    app.addHttpMethod('MERGE', { hasBody: true });
    // Whatever Fastify refuses by itself is answered as SharePoint answers.
    const refuse = (request: FastifyRequest, reply: FastifyReply, error: SharePointError): unknown =>
      this.send(reply, renderError(error, formatOf(request.headers)));
    app.setNotFoundHandler((request, reply) => refuse(request, reply, methodNotAllowed(request.method)));
    app.setErrorHandler((error: { statusCode?: number; message: string }, request, reply) => {
      // What is no media type at all is a bad request, as everything else that cannot be read.
      const status = error.statusCode === 415 ? 400 : (error.statusCode ?? 500);
      if (status >= 500) console.error(error);
      return refuse(request, reply, status >= 500 ? unexpected() : new SharePointError(status, badQuery('').code, error.message));
    });
    app.addHook('onRequest', async (request, reply) => {
      // A page on another site that points a name of its own here must not reach anything.
      if (!/^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(request.headers.host ?? ''))
        return reply.code(421).send('Only localhost is served.');
      void reply.header('x-content-type-options', 'nosniff');
      return undefined;
    });
    registerControl(app, {
      site: this.site,
      faults: this.faults,
      log: this.log,
      graph: this.graph,
      loginOf: (request) => this.sessions.userOf(request)?.user.login,
      callAsAdministrator: (origin) => this.service.callAs(this.administrator(), origin)
    });
    app.get<{ Querystring: { returnUrl?: string } }>('/_local/sign-in', async (request, reply) =>
      this.pages.signIn(reply, request.query.returnUrl)
    );
    app.post('/_local/sign-in', async (request, reply) => this.sessions.signIn(request, reply));
    app.post<{ Params: { name: string } }>('/_local/pages/:name', async (request, reply) =>
      this.pages.save(request, reply, request.params.name)
    );
    registerTeams(app, {
      ...{ site: this.site, sessions: this.sessions, apps: this.apps, messages: this.messages },
      extension: () => this.extension,
      html: (page) => ({ headers: this.pages.htmlHeaders, page })
    });
    registerStaticFiles(app, this.assets, this.packages);
    app.get('/', async (_request, reply) => reply.redirect(this.path));
    app.route({
      method: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'MERGE', 'HEAD'],
      url: '/*',
      exposeHeadRoute: false,
      handler: async (request, reply) => this.serve(request, reply)
    });
  }

  private async serve(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    const address = request.raw.url ?? '/';
    const [path = '/'] = address.split('?');
    const api = path.search(/\/_api(\/|$)/i);
    const toGraph = /^\/(v1\.0|beta)\//.test(path);
    if (api >= 0 || toGraph)
      return this.logged(request, reply, address, (parts) =>
        toGraph ? this.toGraph(request, address) : this.rest(request, address, api, parts)
      );
    const user = this.sessions.userOf(request);
    if (!user) return reply.redirect(`/_local/sign-in?returnUrl=${encodeURIComponent(address)}`);
    const fault = await this.faulted(request, address);
    if (fault?.fault === 'status') return this.send(reply, throttling(fault));
    if (fault?.fault === 'drop') {
      void reply.hijack();
      request.raw.socket.destroy();
      return undefined;
    }
    return this.pages.document(request, reply, path, user.user);
  }

  /** The fault that a page or document meets. A delay is over when this is answered. */
  private async faulted(request: FastifyRequest, address: string): Promise<Fault | undefined> {
    const fault = this.faults.decide([{ method: request.method, address: decoded(address) }]);
    if (fault?.fault === 'delay') await delay(fault.milliseconds);
    const { fault: kind } = fault ?? {};
    const status = fault?.fault === 'status' ? fault.status : fault?.fault === 'drop' ? null : 200;
    this.log.add({
      at: new Date().toISOString(),
      method: request.method,
      address,
      status,
      milliseconds: 0,
      ...(kind ? { fault: kind } : {})
    });
    return fault;
  }

  /** Answers a request unless a fault was asked for, and notes it in the log. */
  private async logged(
    request: FastifyRequest,
    reply: FastifyReply,
    address: string,
    answer: (parts: LoggedPart[]) => Rendered
  ): Promise<unknown> {
    const started = performance.now();
    const at = new Date().toISOString();
    const parts: LoggedPart[] = [];
    const method = methodOf(request);
    const fault = this.faults.decide([{ method, address: decoded(address) }, ...partsOf(request)]);
    const note = (status: number | null): void => {
      const milliseconds = Math.round(performance.now() - started);
      const more = { ...(parts.length > 0 ? { parts } : {}), ...(fault ? { fault: fault.fault } : {}) };
      this.log.add({ at, method, address, status, milliseconds, ...more });
    };
    if (fault?.fault === 'delay') await delay(fault.milliseconds);
    const answered =
      fault?.fault === 'status' ? throttling(fault) : fault?.fault === 'drop' && fault.when === 'before' ? undefined : answer(parts);
    if (fault?.fault === 'drop' || !answered) {
      note(null);
      void reply.hijack();
      request.raw.socket.destroy();
      return undefined;
    }
    note(answered.status);
    return this.send(reply, answered);
  }

  private rest(request: FastifyRequest, address: string, api: number, parts: LoggedPart[]): Rendered {
    const format = formatOf(request.headers);
    const origin = `http://${request.headers.host}`;
    try {
      const signedIn = this.sessions.userOf(request);
      if (!signedIn) throw unauthenticated();
      // The service answers below every address of the site, as for a document's own.
      // What is set for the whole tenant is read on every site, the root too.
      const onRoot = api === 0 && /^_api\/web\/getstorageentity\(/i.test(address.slice(1));
      if (!onRoot && !`${address.slice(0, api)}/`.toLowerCase().startsWith(`${this.path}/`.toLowerCase())) {
        throw new SharePointError(
          404,
          '-2147024894, System.IO.FileNotFoundException',
          `There is no site with the address ${origin}${address.slice(0, api)}.`
        );
      }
      const headers = headerRecord(request);
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const rest = address.slice(api + 1);
      const isContextInfo = /^_api\/contextinfo/i.test(rest);
      if (signedIn.byCookie && request.method !== 'GET' && request.method !== 'HEAD' && !isContextInfo) {
        this.service.checkDigest(signedIn.user, headers['x-requestdigest']);
      }
      if (/^_api\/\$batch(?:\?|$)/i.test(rest) && request.method === 'POST') {
        return serveBatch(this.service, body, headers['content-type'], signedIn.user, origin, origin + this.path, (part, status) =>
          parts.push({ method: part.method, address: part.address, status })
        );
      }
      return this.service.serve({ method: request.method, address: rest, headers, body }, signedIn.user, origin);
    } catch (error) {
      if (error instanceof SharePointError) return renderError(error, format);
      throw error;
    }
  }

  private toGraph(request: FastifyRequest, address: string): Rendered {
    // Graph takes tokens; the site's cookie is nothing to it.
    const signedIn = this.sessions.userOf(request);
    if (!signedIn || signedIn.byCookie) return errorAnswer(noToken());
    const body = Buffer.isBuffer(request.body) ? request.body : new Uint8Array();
    return this.graph.serve({ method: request.method, address: address.replace(/^\/(v1\.0|beta)\//, ''), body }, signedIn.user);
  }

  /** The first site collection administrator, or else the first account. */
  private administrator(): User {
    const account = this.site.accounts.find(({ siteAdmin }) => siteAdmin) ?? this.site.accounts[0];
    const user = account && this.site.principals.userByLogin(account.login);
    if (!user) throw userNotFound();
    return user;
  }

  private send(reply: FastifyReply, { status, headers, body }: Rendered): unknown {
    return reply
      .code(status)
      .headers(headers)
      .send(typeof body === 'string' ? body : Buffer.from(body));
  }
}

/** What cannot even be read as HTTP, or is longer than a server reads, is refused in SharePoint's words all the same. */
function refuseUnread(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const tooLong = error.code === 'HPE_HEADER_OVERFLOW';
  const refusal = badQuery(
    tooLong ? 'The length of the URL for this request exceeds the configured maxUrlLength value.' : 'The request could not be read.'
  );
  const { body } = renderError(refusal, plainJson);
  const text = String(body);
  socket.end(
    `HTTP/1.1 400 Bad Request\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}\r\nconnection: close\r\n\r\n${text}`
  );
}

/**
 * Starts a local SharePoint on 127.0.0.1. Its accounts have no passwords, so it listens nowhere else.
 *
 * @throws Error if the port is taken, the accounts are wrong or a package cannot be read
 */
export async function startLocalSharePoint(options: LocalSharePointOptions): Promise<LocalSharePoint> {
  const server = new Server(options, await buildAssets());
  const app = fastify({
    bodyLimit: largestBody,
    routerOptions: { maxParamLength: 1000 },
    forceCloseConnections: true,
    clientErrorHandler: refuseUnread,
    frameworkErrors: (_error, request, reply) => {
      const { status, headers, body } = renderError(badQuery('The address is not encoded properly.'), formatOf(request.headers));
      // Fastify's type for this reply knows no routes, and so no bodies.
      void (reply as unknown as FastifyReply).code(status).headers(headers).send(body);
    }
  });
  await app.register(cookie);
  server.register(app);
  try {
    await app.listen({ host: '127.0.0.1', port: options.port ?? 8080 });
  } catch (error) {
    server.close();
    throw error;
  }
  const address = app.server.address();
  const port = typeof address === 'object' && address ? address.port : options.port;
  const origin = `http://localhost:${port}`;
  return {
    origin,
    siteUrl: origin + server.path,
    setTenantProperty: (key, value, description) => server.setTenantProperty(key, { value, description }),
    useMessageExtension: (manifest, endpoint) => server.useMessageExtension(manifest, endpoint),
    close: async () => {
      await app.close();
      server.close();
    }
  };
}
