// Finds whatever a dead process left, and whatever falls due. Every process sweeps; compare-and-set and claims keep them apart.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Runner } from './run.ts';
import type { Tools } from './tools.ts';

const LIMIT = 100;

export interface Sweeper {
  readonly stop: () => Promise<void>;
}

/** Sweeps every `everyMs`, with jitter; a sweep that fails (MongoDB away) is only noted, the next one comes. */
export const startSweeping = (tools: Tools, runner: Runner, everyMs = 500): Sweeper => {
  const end = new AbortController();
  const once = async () => {
    const due = await tools.actors.due(tools.clock.now(), LIMIT);
    for (const address of due) runner.wake(address);
    return due.length;
  };
  let isSkipped = false;
  let wakeUp: () => void = () => undefined;
  const listening = tools.clock.onSkip(() => {
    isSkipped = true;
    wakeUp();
  });
  /** Until the next sweep; after a skip of the clock something may be due at once. */
  const rest = async (ms: number) => {
    const nap = new AbortController();
    wakeUp = () => {
      nap.abort();
    };
    if (!isSkipped)
      await sleep(ms, undefined, { signal: AbortSignal.any([nap.signal, end.signal]) }).catch(() => undefined);
    isSkipped = false;
  };
  const loop = async () => {
    while (!end.signal.aborted) {
      const found = await once().catch((error: unknown) => {
        tools.journal.error({ error: error instanceof Error ? error.name : 'unknown' }, 'a sweep failed');
        return 0;
      });
      await rest(found === LIMIT ? 5 : everyMs * (0.75 + Math.random() / 2));
    }
  };
  const running = loop();
  return {
    stop: async () => {
      end.abort();
      listening();
      await running;
    },
  };
};
