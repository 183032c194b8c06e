// Whoever accepted an event runs its turn at once, unless a runner is already there: that one will see it. Turns and performing of
// one actor go side by side, so that a slow call holds up no turn.
import type { ActorAddress } from '../domain/actor.ts';
import type { Reading } from '../domain/reading.ts';
import type { ActorImage, Asked } from './actor.ts';
import { makeLoops, type Loop, type Loops } from './loops.ts';
import { isOpen, performAll, type PerformAny } from './perform.ts';
import type { Tools } from './tools.ts';
import { answersAskedIn, nextWork, takeTurn, type ReadingCache, type Work } from './turn.ts';

export interface Runner {
  /** sees to an actor's turns and orders; `image`: as it was just written, saves reading it */
  readonly wake: (address: ActorAddress, image?: ActorImage) => void;
  /** resolves when nothing runs */
  readonly idle: () => Promise<void>;
  readonly count: () => number;
  /** takes up nothing new; what runs comes to its next safe point */
  readonly stop: () => void;
}

export interface RunnerParts {
  readonly perform: PerformAny;
  /** the rules alone, without waiting: whether a text already answers what was asked */
  readonly readByRules: (text: string, asked: Asked | null, image: ActorImage) => Reading;
}

export const makeRunner = (tools: Tools, parts: () => RunnerParts): Runner => {
  let isStopped = false;
  const onError = (error: unknown, { kind }: ActorAddress) =>
    tools.journal.error({ kind, error: error instanceof Error ? error.name : 'unknown' }, 'a runner gave up; the sweep goes on');

  // An image may only be performed from if nothing was performed since it was asked for: else an order would be done twice.
  const performing: Loops = makeLoops(async (address, loop) => {
    const image = loop.image ?? (await tools.actors.takeClaim(address));
    loop.image = undefined;
    if (image === null || isStopped) return;
    const onNews = (news: ActorImage) => turning.wake(address, news);
    await performAll(tools, parts().perform, { address, image, onNews, isStopped: () => isStopped });
  }, onError);

  const commitTurn = async (turn: { address: ActorAddress; image: ActorImage; work: Work; cache: ReadingCache }) => {
    const { address } = turn;
    const begun = performance.now();
    const end = await takeTurn(tools, turn);
    if (end.outcome === 'lost') return undefined;
    const isFresh = performing.isQuietSince(address, begun);
    if (hasOpen(tools, end.image)) performing.wake(address, isFresh ? end.image : undefined);
    return end.image;
  };

  const turnOnce = async (address: ActorAddress, image: ActorImage, { loop, signal, cache }: Round) => {
    const read = answersAskedIn(image, (text, asked) => parts().readByRules(text, asked, image));
    const work = nextWork(image, tools.clock.now(), read);
    if (work === null) return false;
    if (work.kind === 'texts' && work.readyAt > tools.clock.now()) {
      await tools.clock.until(work.readyAt, signal);
      loop.image = image;
      return !signal.aborted;
    }
    loop.image = await commitTurn({ address, image, work, cache });
    return true;
  };

  const turning: Loops = makeLoops(async (address, loop, signal) => {
    const cache: ReadingCache = { key: '', understood: null };
    for (let isGoing = true; isGoing && !isStopped; ) {
      const image = loop.image ?? (await tools.actors.load(address));
      loop.image = undefined;
      if (image === null) return;
      if (hasOpen(tools, image) && !performing.isRunning(address)) performing.wake(address);
      isGoing = await turnOnce(address, image, { loop, signal, cache });
    }
  }, onError);

  return {
    wake: (address, image) => {
      if (!isStopped) turning.wake(address, image);
    },
    count: () => turning.count() + performing.count(),
    idle: async () => {
      while (turning.count() + performing.count() > 0) await Promise.all([turning.idle(), performing.idle()]);
    },
    stop: () => {
      isStopped = true;
    },
  };
};

interface Round {
  readonly loop: Loop;
  readonly signal: AbortSignal;
  readonly cache: ReadingCache;
}

const hasOpen = (tools: Tools, image: ActorImage) => image.outbox.some((item) => isOpen(item, tools.clock.now()));
