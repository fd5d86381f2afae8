import type { HttpRouteHandler, IHttpServerAdapter } from '@microsoft/teams.apps';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Log } from '../log';
import { readActivity } from './activity';
import { isLoopbackAddress } from './loopback';

/** What Teams sends is far smaller. In bytes. */
const largestBody = 256 * 1024;
/** What is under way is answered before the service ends, if it takes no longer than this. In milliseconds. */
const drainTime = 5_000;

/** What decides on activities before the SDK sees them. */
export interface Guard {
  /** Why an activity is refused with 401; undefined where its token may be checked. */
  refuse(request: { authorization: string | undefined; body: unknown; remoteAddress: string }): string | undefined;
}

/** The SDK's HTTP server, on fastify: limits, checks of what comes, health, and an end that loses nothing. */
export class ServiceServer implements IHttpServerAdapter {
  public readonly app: FastifyInstance;
  private isStopping = false;

  /** @param host an address to listen on: this machine only, or all of its addresses */
  public constructor(
    private readonly host: string,
    private readonly guard: Guard,
    private readonly log: Log
  ) {
    this.app = fastify({ bodyLimit: largestBody, requestTimeout: 10_000, forceCloseConnections: 'idle' });
    this.app.setErrorHandler((error: { statusCode?: number }, _request, reply) => {
      const status = error.statusCode !== undefined && error.statusCode < 500 ? error.statusCode : 500;
      if (status === 500) this.log.error('request failed');
      else this.log.warn('request not understood', { status });
      return reply.code(status).send({ error: status === 500 ? 'Internal error' : 'The request was not understood.' });
    });
    this.app.addHook('onSend', async (_request, reply) => {
      // Whoever asks next finds another instance, or this one after its start.
      if (this.isStopping) void reply.header('connection', 'close');
    });
    this.app.setNotFoundHandler((_request, reply) => reply.code(404).send({ error: 'There is nothing at this address.' }));
    this.app.get('/health', async (_request, reply) =>
      reply.code(this.isStopping ? 503 : 200).send({
        status: this.isStopping ? 'stopping' : 'ok',
        // Nobody else has to know.
        ...(isLoopbackAddress(this.host) ? { memory: process.memoryUsage().heapUsed } : {})
      })
    );
  }

  public registerRoute(_method: 'POST', path: string, handler: HttpRouteHandler): void {
    this.app.post(path, async (request, reply) => this.activity(request, reply, handler));
  }

  public async start(port: number | string): Promise<void> {
    await this.app.listen({ host: this.host, port: Number(port) });
  }

  public get port(): number {
    const address = this.app.server.address();
    return typeof address === 'object' && address ? address.port : 0;
  }

  public async stop(): Promise<void> {
    this.isStopping = true;
    const timer = setTimeout(() => this.app.server.closeAllConnections(), drainTime);
    await this.app.close();
    clearTimeout(timer);
  }

  private async activity(request: FastifyRequest, reply: FastifyReply, handler: HttpRouteHandler): Promise<unknown> {
    const { body, headers, ip } = request;
    const refusal = this.guard.refuse({ authorization: headers.authorization, body, remoteAddress: ip });
    if (refusal !== undefined) {
      this.log.warn('activity refused', { reason: refusal });
      return reply.code(401).send({ error: 'The request was not accepted.' });
    }
    const read = readActivity(body);
    if (read.kind === 'malformed') {
      this.log.warn('activity malformed', { where: read.where });
      return reply.code(400).send({ error: `The activity is malformed: ${read.where}.` });
    }
    const answer = await handler({ body, headers: headers as Record<string, string | string[]> });
    if (answer.status >= 500) this.log.error('activity failed');
    return reply.code(answer.status).send(answer.body ?? '');
  }
}
