import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { faultKinds } from '../faults.ts';
import type { World } from '../world.ts';

const order = z.strictObject({
  peer: z.enum(['twilio', 'stripe']),
  kind: z.preprocess((kind) => (typeof kind === 'number' ? String(kind) : kind), z.enum(faultKinds)),
  match: z.string().optional(),
  times: z.int().positive().optional(),
  rate: z.number().min(0).max(1).optional(),
  code: z.int().min(10_000).max(99_999).optional(),
  delayMs: z.number().nonnegative().optional(),
});

/** /faults: what goes wrong on purpose, and how often it did. */
export const faultControls = (world: World) => async (scope: FastifyInstance) => {
  scope.get('/faults', () => world.faults.list());
  scope.post('/faults', (request) => world.faults.add(order.parse(request.body)));
  scope.delete('/faults', () => {
    world.faults.clear();
    return { ok: true };
  });
};
