import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { account } from '../account.ts';
import type { World } from '../world.ts';

const wireQuery = z.object({ after: z.coerce.number().int().nonnegative().default(0) });

/** /health, /account, /wire, /reset. */
export const worldControls = (world: World) => async (scope: FastifyInstance) => {
  scope.get('/health', () => ({ ok: true }));
  scope.get('/account', () => ({ ...account, url: world.address.url, stripeUrl: world.address.stripeUrl }));
  scope.get('/wire', (request, reply) =>
    reply.type('application/x-ndjson').send(world.wire.after(wireQuery.parse(request.query).after)),
  );
  scope.post('/reset', async () => {
    await world.reset();
    return { ok: true };
  });
};
