import type { FastifyInstance } from 'fastify';
import type { WebParts } from './parts.ts';

/** Live, ready (MongoDB reachable, not shutting down), and numbers for Prometheus. */
export const health = (parts: WebParts) => async (scope: FastifyInstance) => {
  scope.get('/healthz', async () => ({ status: 'live' }));
  scope.get('/readyz', async (_request, reply) => {
    const isReady = await parts.isReady();
    return reply.code(isReady ? 200 : 503).send({ status: isReady ? 'ready' : 'not ready' });
  });
  scope.get('/metrics', async (_request, reply) => reply.type('text/plain; version=0.0.4').send(await parts.metrics()));
};
