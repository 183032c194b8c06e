// Whoever accepted an event runs its turn at once, unless a runner is already there: that one will see it. Turns and performing of
// one actor go side by side, so that a slow call holds up no turn.
import { SCHEMA, type ActorAddress } from '../domain/actor.ts';
import type { Reading } from '../domain/reading.ts';
import type { ActorImage, Asked } from './ports/actor.ts';
import { makeLoops, type Loop, type Loops } from './loops.ts';
import { hasOpen, performAll } from './perform.ts';
import type { PerformAny } from './perform-lane.ts';
import type { Tools } from './tools.ts';
import { answersAskedIn, nextWork, takeTurn, type ReadingCache, type Work } from './turn.ts';

export interface Runner {
  /** sees to an actor's turns and orders; `image`: as it was just written, saves reading it */
  readonly wake: (address: ActorAddress, image?: ActorImage) => void;
  /** whether this process takes that actor's turns just now */
  readonly isAtWork: (address: ActorAddress) => boolean;
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

interface Round {
  readonly loop: Loop;
  readonly signal: AbortSignal;
  readonly cache: ReadingCache;
}

type Shift = { readonly tools: Tools; readonly parts: () => RunnerParts; readonly performing: Loops };

/** An image may only be performed from if nothing was performed since it was asked for: else an order would be done twice. */
const commitTurn = async (
  { performing, tools }: Shift,
  turn: { address: ActorAddress; image: ActorImage; work: Work; cache: ReadingCache },
): Promise<ActorImage | undefined> => {
  const { address } = turn;
  const begun = performance.now();
  const end = await takeTurn(tools, turn);
  if (end.outcome === 'lost') return undefined;
  const isFresh = performing.isQuietSince(address, begun);
  if (hasOpen(tools, end.image)) performing.wake(address, isFresh ? end.image : undefined);
  return end.image;
};

/** Takes the next turn, or waits for the rest of a burst; false: nothing is left to do, or the bell rang. */
const takeNext = async (
  shift: Shift,
  address: ActorAddress,
  { cache, image, loop, signal }: Round & { image: ActorImage },
) => {
  const { parts, tools } = shift;
  const read = answersAskedIn(image, (text, asked) => parts().readByRules(text, asked, image));
  const work = nextWork(image, tools.clock.now(), read);
  if (work === null) return false;
  if (work.kind === 'texts' && work.readyAt > tools.clock.now()) {
    await tools.clock.until(work.readyAt, signal);
    // More may have come meanwhile, through another process too: the next round reads.
    return !signal.aborted;
  }
  loop.image = await commitTurn(shift, { address, image, work, cache });
  return true;
};

const takeTurns = async (shift: Shift, address: ActorAddress, round: Round & { isStopped: () => boolean }) => {
  const { performing, tools } = shift;
  for (let isGoing = true; isGoing && !round.isStopped();) {
    const image: ActorImage | null = round.loop.image ?? (await tools.actors.load(address));
    round.loop.image = undefined;
    // Work of a newer release is left where it is: its commit would be lost for ever.
    if (image === null || image.schema > SCHEMA) return;
    if (hasOpen(tools, image) && !performing.isRunning(address)) performing.wake(address);
    isGoing = await takeNext(shift, address, { ...round, image });
  }
};

export const makeRunner = (tools: Tools, parts: () => RunnerParts): Runner => {
  const state = { isStopped: false };
  const isStopped = () => state.isStopped;
  const onError = (error: unknown, { kind }: ActorAddress) => {
    const name = error instanceof Error ? error.name : 'unknown';
    tools.journal.error({ kind, error: name }, 'a runner gave up; the sweep goes on');
  };
  const doubtful = new Set<string>();
  const performing: Loops = makeLoops(async (address, loop, bell) => {
    const key = `${address.kind}/${address.id}`;
    const isDoubtful = doubtful.has(key);
    const image = (isDoubtful ? undefined : loop.image) ?? (await tools.actors.takeClaim(address, isDoubtful));
    doubtful.delete(key);
    loop.image = undefined;
    if (image === null) return;
    const onNews = (news: ActorImage) => {
      turning.wake(address, news);
    };
    const onDoubt = () => void doubtful.add(key);
    await performAll(tools, parts().perform, { address, image, bell, listen: loop.listen, onNews, isStopped, onDoubt });
  }, onError);
  const turning: Loops = makeLoops(
    (address, loop, signal) =>
      takeTurns({ tools, parts, performing }, address, {
        loop,
        signal,
        cache: { key: '', understood: null },
        isStopped,
      }),
    onError,
  );
  return {
    wake: (address, image) => {
      if (!state.isStopped) turning.wake(address, image);
    },
    isAtWork: turning.isRunning,
    count: () => turning.count() + performing.count(),
    idle: async () => {
      while (turning.count() + performing.count() > 0) await Promise.all([turning.idle(), performing.idle()]);
    },
    stop: () => {
      state.isStopped = true;
    },
  };
};
