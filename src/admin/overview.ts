import type { FastifyInstance } from 'fastify';
import type { AdminParts } from './parts.ts';
import { framed } from './pages/layout.ts';
import { overviewPart } from './pages/overview-page.ts';
import { frameOf, send } from './show.ts';

const LIVE = { part: '/admin/parts/overview', events: '/admin/events/overview' };

/** `GET /admin`, and its content alone. */
export const overview = (parts: AdminParts) => async (scope: FastifyInstance) => {
  scope.get('/', async (request, reply) => {
    const frame = frameOf(request, reply);
    const content = await overviewPart(parts, frame.csrf);
    return send(reply, framed(frame, { title: 'Overview', content, live: LIVE }));
  });
  scope.get('/parts/overview', async (_request, reply) => send(reply, await overviewPart(parts, reply.generateCsrf())));
};
