import type { FastifyRequest } from 'fastify';

/** The headers of a request, each once. */
export const headerRecord = (request: FastifyRequest): Record<string, string | undefined> =>
  Object.fromEntries(Object.entries(request.headers).map(([name, given]) => [name, Array.isArray(given) ? given.join(',') : given]));
