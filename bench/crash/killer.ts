// Processes of one app that are killed at random and started again at once.
import { setTimeout as sleep } from 'node:timers/promises';
import { fixlineIsUp, launchFixline, type Place } from '../contestants.ts';
import type { Process } from '../processes.ts';

/** Mean time from ready to the kill. */
const LIFE_MS = 900;
/** So many are killed while they still start. */
const EARLY_SHARE = 0.15;
const START_MS = 1_500;

export interface Killer {
  readonly kills: () => number;
  /** processes that ended although nobody had killed them */
  readonly ownEnds: () => number;
  /** resolves when so many more were killed and all are up again */
  readonly kill: (count: number) => Promise<void>;
  readonly stop: () => Promise<void>;
}

interface Life {
  readonly place: Place;
  process: Process;
}

const untilDeath = async ({ place, process }: Life) => {
  if (Math.random() < EARLY_SHARE) return sleep(Math.random() * START_MS);
  await fixlineIsUp(place, process).catch(() => undefined);
  await sleep(-Math.log(1 - Math.random()) * LIFE_MS);
};

/** Starts one process at each place. `onKill` is told which place just lost its process. */
export const openKiller = async (places: readonly Place[], onKill: (place: Place) => void): Promise<Killer> => {
  const lives: Life[] = [];
  const counts = { kills: 0, ownEnds: 0 };
  for (const place of places) {
    const process = launchFixline(place);
    await fixlineIsUp(place, process);
    lives.push({ place, process });
  }
  const haunt = async (life: Life, quota: { left: number }) => {
    while (quota.left > 0) {
      await untilDeath(life);
      if (quota.left === 0) break;
      quota.left -= 1;
      if (life.process.isOver()) counts.ownEnds += 1;
      await life.process.kill();
      counts.kills += 1;
      life.process = launchFixline(life.place);
      onKill(life.place);
    }
    await fixlineIsUp(life.place, life.process);
  };
  return {
    kills: () => counts.kills,
    ownEnds: () => counts.ownEnds,
    kill: async (count) => {
      const quota = { left: count };
      await Promise.all(lives.map((life) => haunt(life, quota)));
    },
    stop: async () => {
      await Promise.all(lives.map(({ process }) => process.stop()));
    },
  };
};
