import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { eventNames } from '../../../src/domain/enquiries/life';
import { asUser, type Workshop } from '../answering';
import { findEnquiry } from '../find-enquiry';
import { errorKind } from '../log';
import { notify } from '../notices';
import type { ServiceServer } from './server';

/** Where the desk says that something was done. */
const noticesPath = '/api/notices';

const done = z.object({ enquiry: z.number().int().positive(), event: z.enum(eventNames) });

/**
 * Takes what the desk did, from pages of the site, as who did it: whoever has to know is told in Teams. The enquiry is read
 * as them, so nobody can tell of one that they do not see, and who is told follows from it.
 */
export function registerNotices({ app }: ServiceServer, workshop: Workshop): void {
  const origin = new URL(workshop.siteUrl).origin;
  const allow = (reply: FastifyReply): FastifyReply => reply.header('access-control-allow-origin', origin).header('vary', 'origin');

  app.options(noticesPath, async (_request, reply) =>
    allow(reply)
      .header('access-control-allow-methods', 'POST')
      .header('access-control-allow-headers', 'authorization, content-type')
      .header('access-control-max-age', '86400')
      .code(204)
      .send()
  );
  app.post(noticesPath, async (request, reply) => {
    void allow(reply);
    const [, token] = /^Bearer (.+)$/.exec(request.headers.authorization ?? '') ?? [];
    try {
      const state = token === undefined ? undefined : await workshop.signIn.withToken(token);
      if (state?.kind !== 'signed in') return await reply.code(401).send({ error: 'Nobody is signed in.' });
      const given = done.safeParse(request.body);
      if (!given.success) return await reply.code(400).send({ error: 'The request is malformed.' });
      const { enquiry, event } = given.data;
      const told = await asUser(state.as, workshop, async (ask) => {
        const row = await findEnquiry(ask, enquiry);
        return row ? notify(event, row, ask) : [];
      });
      return await reply.send({ told });
    } catch (error) {
      workshop.log.warn('notices', { kind: errorKind(error) });
      return reply.code(503).send({ error: 'Nobody was told.' });
    }
  });
}
