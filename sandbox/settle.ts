import { setTimeout as sleep } from 'node:timers/promises';
import type { Work } from './app.ts';
import type { World } from './world.ts';

/** What was left when patience ended. */
export class UnsettledError extends Error {
  readonly left: Left;
  constructor(left: Left) {
    super('Something is still in flight after the time allowed; see what is left, then settle again.');
    this.left = left;
  }
}

export interface Left {
  readonly sandbox: string[];
  readonly app: { inFlight: number; nextDueAt: string | null } | null;
}

export interface Time {
  /** Resolves when nothing is in flight and no short wait is left to skip. Throws UnsettledError. */
  settle(patienceInMs: number): Promise<void>;
  /** Goes to `to` from due time to due time, settling at each. Throws UnsettledError when one does not end. */
  travel(to: Date, patienceInMs: number): Promise<void>;
}

/** Waits shorter than this are skipped while settling. */
const SHORT_WAIT_IN_MS = 30_000;
/** However the short waits follow each other: no settling moves the clock further than this. */
const LONGEST_SKIP_IN_MS = 10 * 60_000;

/** Settling and travelling, one at a time. */
export const keepTime = (world: World): Time => {
  const oneAtATime = queue();
  return {
    settle: (patienceInMs) => oneAtATime(() => settle(world, patienceInMs)),
    travel: (to, patienceInMs) => oneAtATime(() => travel(world, to, patienceInMs)),
  };
};

const settle = async (world: World, patienceInMs: number) => {
  const patience = performance.now() + patienceInMs;
  const latest = new Date(world.clock.now().getTime() + LONGEST_SKIP_IN_MS);
  for (;;) {
    const until = new Date(world.clock.now().getTime() + SHORT_WAIT_IN_MS);
    const work = await calm(world, until, patience);
    const next = earliest([world.clock.nextWait(), work?.nextDueAt ?? null]);
    if (next === null || next > until || next > latest) return;
    await stepTo(world, earliest([world.clock.nextDue(), next]) ?? next);
  }
};

const travel = async (world: World, to: Date, patienceInMs: number) => {
  for (;;) {
    const work = await calm(world, to, performance.now() + patienceInMs);
    const now = world.clock.now();
    if (now >= to) return;
    await stepTo(world, earliest([world.clock.nextDue(), work?.nextDueAt ?? null, to]) ?? to);
  }
};

const stepTo = async (world: World, to: Date) => {
  world.clock.moveTo(to);
  await world.app.setClock(world.clock.now());
};

/**
 * Looks until neither the sandbox nor the app has anything in flight or overdue. The app is asked only while the sandbox
 * is calm, and its answer counts only when nothing began in the sandbox meanwhile.
 */
const calm = async (world: World, until: Date, patience: number): Promise<Work | null> => {
  let pause = 4;
  for (;;) {
    const begun = world.busy.begun();
    const isQuiet = world.busy.count() === 0;
    const work = isQuiet ? await world.app.work(until) : null;
    if (isQuiet && isDone(work, world.clock.now()) && world.busy.begun() === begun) return work;
    if (isBehind(work, world.clock.now())) await world.app.setClock(world.clock.now());
    if (performance.now() > patience) throw new UnsettledError(await leftOf(world, until));
    await sleep(pause);
    pause = Math.min(pause * 1.5, 50);
  }
};

const isDone = (work: Work | null, now: Date): boolean =>
  work === null || (work.inFlight === 0 && (work.nextDueAt === null || work.nextDueAt > now));

/** A process that was down when the clock was moved has not heard of it: to it nothing is due yet. */
const isBehind = (work: Work | null, now: Date): boolean =>
  work !== null && work.inFlight === 0 && work.nextDueAt !== null && work.nextDueAt <= now;

const leftOf = async (world: World, until: Date): Promise<Left> => {
  const work = await world.app.work(until);
  const app = work && { inFlight: work.inFlight, nextDueAt: work.nextDueAt?.toISOString() ?? null };
  return { sandbox: world.busy.labels(), app };
};

const earliest = (times: readonly (Date | null)[]): Date | null =>
  times.reduce((least, time) => (time !== null && (least === null || time < least) ? time : least), null);

const queue = () => {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(task: () => Promise<T>): Promise<T> => {
    const mine = last.then(task, task);
    last = mine.catch(() => undefined);
    return mine;
  };
};
