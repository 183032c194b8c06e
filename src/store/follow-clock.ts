// Every process says that it lives; in the sandbox it also takes over the business clock that all of them share.
import type { Processes } from './processes.ts';

const BEAT_MS = 1_000;
const LOOK_MS = 100;

interface Followed {
  readonly offsetMs: () => number;
  readonly advance: (offsetMs: number) => void;
}

/** `isShared`: the clock may be skipped, so it is looked at often. */
export const followClock = async (
  processes: Processes,
  clock: Followed,
  isShared: boolean,
): Promise<{ stop: () => Promise<void> }> => {
  const look = async () => {
    const offset = await processes.readOffset();
    if (offset <= clock.offsetMs()) return;
    clock.advance(offset);
    await processes.beat(offset);
  };
  if (isShared) await look();
  await processes.beat(clock.offsetMs());
  const quietly = (work: () => Promise<void>) => () => void work().catch(() => undefined);
  const beating = setInterval(
    quietly(() => processes.beat(clock.offsetMs())),
    BEAT_MS,
  );
  const looking = isShared ? setInterval(quietly(look), LOOK_MS) : undefined;
  return {
    stop: async () => {
      clearInterval(beating);
      clearInterval(looking);
      await processes.leave().catch(() => undefined);
    },
  };
};
