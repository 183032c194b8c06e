import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { makeClock } from '../../src/conversations/clock.ts';
import type { Due } from '../../src/conversations/ports/actor.ts';
import type { Runner } from '../../src/conversations/run.ts';
import { startSweeping } from '../../src/conversations/sweep.ts';
import type { Tools } from '../../src/conversations/tools.ts';

const nothing: Due = { actors: [], isMore: false };
const dueOf = (length: number, isMore: boolean): Due => ({
  actors: Array.from({ length }, (_, index) => ({ kind: 'thread', id: `t${String(index)}` })),
  isMore,
});

/** Sweeps for 150 ms at a pace of once a minute. */
const sweepThrough = async (answers: readonly Due[], isAtWork: () => boolean) => {
  const left = [...answers];
  const woken: string[] = [];
  let sweeps = 0;
  const due = () => {
    sweeps += 1;
    return Promise.resolve(left.shift() ?? nothing);
  };
  const tools = { actors: { due }, clock: makeClock(), journal: {} } as unknown as Tools;
  const runner = { isAtWork, wake: ({ id }: { id: string }) => woken.push(id) } as unknown as Runner;
  const sweeper = startSweeping(tools, runner, 60_000);
  await sleep(150);
  const seen = sweeps;
  if (!isAtWork()) await sweeper.stop();
  return { woken, sweeps: seen };
};

it('goes on at once while there is more', async () => {
  const { sweeps, woken } = await sweepThrough([dueOf(250, true), dueOf(30, true), dueOf(100, false)], () => false);
  expect([sweeps, woken.length]).toEqual([3, 380]);
});

it('takes up no more than this process gets done', async () => {
  let isBusy = true;
  const sweeping = sweepThrough([dueOf(100, true), dueOf(100, true)], () => isBusy);
  const { sweeps } = await sweeping;
  expect(sweeps).toBe(1);
  isBusy = false;
});
