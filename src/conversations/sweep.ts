// Finds whatever a dead process left, and whatever falls due. Every process sweeps; compare-and-set and claims keep them apart.
import { setTimeout as sleep } from 'node:timers/promises';
import type { ActorAddress } from '../domain/actor.ts';
import type { Due } from './ports/actor.ts';
import type { Runner } from './run.ts';
import type { Tools } from './tools.ts';

const LIMIT = 100;
const LOOK_MS = 10;

export interface Sweeper {
  readonly stop: () => Promise<void>;
}

/** Sweeps every `everyMs`, with jitter; a sweep that fails (MongoDB away) is only noted, the next one comes. */
export const startSweeping = (tools: Tools, runner: Runner, everyMs = 500): Sweeper => {
  const end = new AbortController();
  const nap = makeNap(tools, end.signal);
  const loop = async () => {
    while (!end.signal.aborted) {
      const { actors, isMore } = await sweepOnce(tools, runner);
      const restMs = everyMs * (0.75 + Math.random() / 2);
      await (isMore ? untilMostlyDone(runner, actors, Date.now() + restMs) : nap.rest(restMs));
    }
  };
  const running = loop();
  return {
    stop: async () => {
      end.abort();
      nap.stop();
      await running;
    },
  };
};

const sweepOnce = async (tools: Tools, runner: Runner): Promise<Due> => {
  try {
    const due = await tools.actors.due({ now: tools.clock.now(), limit: LIMIT, isAtWork: runner.isAtWork });
    for (const address of due.actors) runner.wake(address);
    return due;
  } catch (error) {
    tools.journal.error({ error: error instanceof Error ? error.name : 'unknown' }, 'a sweep failed');
    return { actors: [], isMore: false };
  }
};

/** More waits, but a process that takes up what it cannot finish soon seems to have died over it. */
const untilMostlyDone = async (runner: Runner, actors: readonly ActorAddress[], end: number): Promise<void> => {
  do await sleep(LOOK_MS);
  while (Date.now() < end && actors.filter(runner.isAtWork).length > LIMIT / 2);
};

/** Rests between sweeps; after a skip of the clock something may be due at once. */
const makeNap = (tools: Tools, end: AbortSignal) => {
  let isSkipped = false;
  let wakeUp: () => void = () => undefined;
  const stop = tools.clock.onSkip(() => {
    isSkipped = true;
    wakeUp();
  });
  const rest = async (ms: number) => {
    const nap = new AbortController();
    wakeUp = () => {
      nap.abort();
    };
    if (!isSkipped) await sleep(ms, undefined, { signal: AbortSignal.any([nap.signal, end]) }).catch(() => undefined);
    isSkipped = false;
  };
  return { rest, stop };
};
