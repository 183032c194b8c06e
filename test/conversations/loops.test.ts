import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { makeLoops } from '../../src/conversations/loops.ts';
import type { ActorImage } from '../../src/conversations/ports/actor.ts';

const address = (id: string) => ({ kind: 'thread' as const, id });
const image = (revision: number) => ({ revision }) as unknown as ActorImage;

const noError = (): never => expect.unreachable();

it('runs one loop of a key at a time, and once more for everything that rang meanwhile', async () => {
  let [running, most, rounds] = [0, 0, 0];
  const loops = makeLoops(async () => {
    most = Math.max(most, (running += 1));
    rounds += 1;
    await sleep(10);
    running -= 1;
  }, noError);
  for (let ring = 0; ring < 20; ring += 1) loops.wake(address('a'));
  expect(loops.count()).toBe(1);
  await loops.idle();
  expect([most, rounds, loops.count()]).toEqual([1, 2, 0]);
});

it('runs loops of different keys side by side', async () => {
  const begun: string[] = [];
  const loops = makeLoops(async ({ id }) => {
    begun.push(id);
    await sleep(20);
  }, noError);
  for (const id of ['a', 'b', 'c']) loops.wake(address(id));
  await sleep(1);
  expect([begun, loops.count(), loops.isRunning(address('b'))]).toEqual([['a', 'b', 'c'], 3, true]);
  await loops.idle();
  expect(loops.isRunning(address('b'))).toBe(false);
});

it('hands an image to a loop that begins, and none to one that runs: it must read', async () => {
  const seen: (number | undefined)[] = [];
  const loops = makeLoops(async (_, loop) => {
    seen.push(loop.image?.revision);
    loop.image = undefined;
    await sleep(5);
  }, noError);
  loops.wake(address('a'), image(1));
  loops.wake(address('a'), image(2));
  await loops.idle();
  loops.wake(address('a'), image(3));
  await loops.idle();
  expect(seen).toEqual([1, undefined, 3]);
});

it('ends a wait of the loop when it is rung', async () => {
  const ends: boolean[] = [];
  const loops = makeLoops(async (_, __, signal) => {
    await sleep(ends.length === 0 ? 10_000 : 0, undefined, { signal }).catch(() => undefined);
    ends.push(signal.aborted);
  }, noError);
  loops.wake(address('a'));
  await sleep(5);
  loops.wake(address('a'));
  await loops.idle();
  expect(ends).toEqual([true, false]);
});

it('knows whether a key has been quiet since an instant', async () => {
  const loops = makeLoops(() => sleep(5), noError);
  const before = performance.now();
  expect(loops.isQuietSince(address('a'), before)).toBe(true);
  loops.wake(address('a'));
  expect(loops.isQuietSince(address('a'), before)).toBe(false);
  await loops.idle();
  expect(loops.isQuietSince(address('a'), before)).toBe(false);
  expect(loops.isQuietSince(address('b'), before)).toBe(true);
  await sleep(2);
  expect(loops.isQuietSince(address('a'), performance.now())).toBe(true);
});

it('reports an error, and the key can be woken again', async () => {
  const errors: string[] = [];
  let rounds = 0;
  const loops = makeLoops(
    () => ((rounds += 1) === 1 ? Promise.reject(new Error('bug')) : Promise.resolve()),
    (error, { id }) => errors.push(`${id} ${String(error)}`),
  );
  loops.wake(address('a'));
  await loops.idle();
  loops.wake(address('a'));
  await loops.idle();
  expect([errors, rounds]).toEqual([['a Error: bug'], 2]);
});
