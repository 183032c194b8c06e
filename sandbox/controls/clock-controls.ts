import type { FastifyInstance } from 'fastify';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { keepTime } from '../settle.ts';
import type { World } from '../world.ts';
import { RefusedError } from './readable.ts';

const PATIENCE_IN_MS = 30_000;
const move = z.union([
  z.strictObject({ advance: z.string() }),
  z.strictObject({ to: z.iso.datetime({ offset: true }) }),
]);

/** How far ahead the next due thing is looked for: past every warranty and yearly reminder. */
const HORIZON_IN_MS = 366 * 86_400_000;

/** /clock, /settle, and /due: when the next thing falls due, in the sandbox or in the app (an ISO instant or null). */
export const clockControls = (world: World) => async (scope: FastifyInstance) => {
  const time = keepTime(world);
  const now = () => ({ now: world.clock.now().toISOString() });
  scope.get('/clock', now);
  scope.post('/clock', async (request) => {
    const target = targetOf(move.parse(request.body), world.clock.now());
    if (target < world.clock.now()) throw new RefusedError(400, 'The clock only goes forward: name a later time.');
    await time.travel(target, PATIENCE_IN_MS);
    return now();
  });
  scope.get('/due', async () => {
    const work = await world.app.work(new Date(world.clock.now().getTime() + HORIZON_IN_MS));
    const dates = [world.clock.nextDue(), work?.nextDueAt ?? null].filter((date) => date !== null);
    return { nextDueAt: dates.sort((left, right) => left.getTime() - right.getTime())[0]?.toISOString() ?? null };
  });
  scope.post('/settle', async () => {
    await time.settle(PATIENCE_IN_MS);
    return now();
  });
};

const targetOf = (order: z.infer<typeof move>, now: Date): Date => {
  if ('to' in order) return new Date(order.to);
  try {
    const start = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO('UTC');
    return new Date(start.add(Temporal.Duration.from(order.advance)).epochMilliseconds);
  } catch {
    throw new RefusedError(400, '"advance" is an ISO 8601 duration such as PT15M or P1D.');
  }
};
