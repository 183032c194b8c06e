// One loop a key at a time in this process: rung while it runs, it runs once more, so that nothing is missed.
import type { ActorAddress } from '../domain/actor.ts';
import type { ActorImage } from './ports/actor.ts';

export interface Loop {
  /** an image that was just written or read; taken by the loop, once */
  image: ActorImage | undefined;
  isRung: boolean;
  ring: () => void;
  /** forgets that it was rung; the signal is of the next ring */
  readonly listen: () => AbortSignal;
}

export interface Loops {
  readonly wake: (address: ActorAddress, image?: ActorImage) => void;
  readonly isRunning: (address: ActorAddress) => boolean;
  /** whether no loop of this key has run since then (milliseconds, as performance.now gives them) */
  readonly isQuietSince: (address: ActorAddress, since: number) => boolean;
  readonly idle: () => Promise<void>;
  readonly count: () => number;
}

type LoopWork = (address: ActorAddress, loop: Loop, signal: AbortSignal) => Promise<void>;

/** For how long the end of a loop is remembered; a commit never takes so long. */
const REMEMBERED_MS = 60_000;
const MOST_REMEMBERED = 20_000;

const keyOf = (address: ActorAddress) => `${address.kind}/${address.id}`;

const makeLoop = (image: ActorImage | undefined): Loop => {
  const loop: Loop = {
    image,
    isRung: false,
    ring: () => undefined,
    listen: () => {
      const bell = new AbortController();
      loop.isRung = false;
      loop.ring = () => {
        bell.abort();
      };
      return bell.signal;
    },
  };
  return loop;
};

const rememberEnd = (endedAt: Map<string, number>, key: string) => {
  endedAt.delete(key);
  endedAt.set(key, performance.now());
  if (endedAt.size <= MOST_REMEMBERED) return;
  for (const [old, at] of endedAt) {
    if (performance.now() - at < REMEMBERED_MS) break;
    endedAt.delete(old);
  }
};

export const makeLoops = (work: LoopWork, onError: (error: unknown, address: ActorAddress) => void): Loops => {
  const loops = new Map<string, Loop>();
  const running = new Set<Promise<void>>();
  const endedAt = new Map<string, number>();

  const run = async (address: ActorAddress, loop: Loop) => {
    try {
      do await work(address, loop, loop.listen());
      while (loop.isRung);
    } catch (error) {
      onError(error, address);
    } finally {
      rememberEnd(endedAt, keyOf(address));
      loops.delete(keyOf(address));
    }
  };

  return {
    isRunning: (address) => loops.has(keyOf(address)),
    isQuietSince: (address, since) =>
      !loops.has(keyOf(address)) && (endedAt.get(keyOf(address)) ?? Number.NEGATIVE_INFINITY) < since,
    count: () => running.size,
    idle: async () => {
      while (running.size > 0) await Promise.allSettled(running);
    },
    wake: (address, image) => {
      const present = loops.get(keyOf(address));
      if (present === undefined) {
        const loop = makeLoop(image);
        loops.set(keyOf(address), loop);
        const promise = run(address, loop).finally(() => running.delete(promise));
        running.add(promise);
        return;
      }
      // Which of two images is newer cannot be told here; the next round reads.
      present.image = undefined;
      present.isRung = true;
      present.ring();
    },
  };
};
