import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { SandboxParts } from './parts.ts';

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);
const isNear = (request: FastifyRequest) => LOOPBACK.has(request.socket.remoteAddress ?? '');
const query = z.object({ until: z.iso.datetime({ offset: true }).optional() });
const clock = z.object({ now: z.iso.datetime({ offset: true }) });

/** Registered in sandbox mode only: the world outside steps the clock by what is under way in here. */
export const sandboxRoutes = (parts: SandboxParts) => async (scope: FastifyInstance) => {
  scope.addHook('onRequest', async (request, reply) => {
    if (!isNear(request)) await reply.code(404).send();
  });

  scope.get('/sandbox/work', async (request, reply) => {
    const asked = query.safeParse(request.query);
    if (!asked.success) return reply.code(400).send({ error: 'until must be an ISO time.' });
    return parts.work(asked.data.until === undefined ? new Date(8.64e15) : new Date(asked.data.until));
  });

  scope.put('/sandbox/clock', async (request, reply) => {
    const asked = clock.safeParse(request.body);
    if (!asked.success) return reply.code(400).send({ error: 'now must be an ISO time.' });
    await parts.setClock(new Date(asked.data.now));
    return { now: asked.data.now };
  });
};
