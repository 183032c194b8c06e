// One side of the comparison: a contestant in its own world and database, measured in rounds, then killed under load.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Contestant } from './contestants.ts';
import { commandsBetween, readCommands, type Commands } from './count-commands.ts';
import { DITHERING } from './dither.ts';
import { openLoad, type Counts } from './load.ts';
import { processorMs, residentMegabytes } from './processes.ts';
import type { Stage, World } from './stage.ts';
import { quantile } from './statistics.ts';

export interface Side {
  readonly name: string;
  readonly start: Contestant;
  readonly world: World;
  readonly database: string;
  /** how far each phone is in the script */
  readonly phones: Map<string, number>;
  readonly flags: readonly string[];
}

export interface Pace {
  readonly connections: number;
  readonly warmUpMs: number;
  readonly measureMs: number;
}

export interface Round {
  readonly turnsPerSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly commands: Commands;
  readonly turns: number;
  readonly counts: Counts;
  /** processor time of the app a turn, ms */
  readonly processorMs: number | null;
  readonly megabytes: number | null;
}

const REST_MS = 90_000;

/** Starts the contestant afresh on its own data, warms it up, measures, and ends it. */
export const measureRound = async (stage: Stage, side: Side, pace: Pace): Promise<Round> => {
  const { database, flags, phones, start, world } = side;
  const process = await start({ world, mongodbUri: stage.uriOf(database), flags });
  const load = await openLoad({ world, phones, script: DITHERING, connections: pace.connections });
  try {
    load.go();
    await sleep(pace.warmUpMs);
    const before = await readCommands(stage.client);
    const busy = processorMs(process.pid);
    const begun = Date.now();
    await sleep(pace.measureMs);
    const ended = Date.now();
    const commands = commandsBetween(before, await readCommands(stage.client));
    const used = busy === null ? null : (processorMs(process.pid) ?? 0) - busy;
    await load.rest(REST_MS);
    const measured = load.answers.filter(({ at }) => at >= begun && at < ended).map(({ ms }) => ms);
    return {
      turnsPerSecond: (measured.length * 1_000) / (ended - begun),
      p50: quantile(measured, 0.5),
      p99: quantile(measured, 0.99),
      turns: measured.length,
      commands,
      counts: load.counts(),
      processorMs: used === null ? null : used / measured.length,
      megabytes: residentMegabytes(process.pid),
    };
  } finally {
    await load.close();
    await process.stop();
  }
};

const BETWEEN_KILLS_MS = 3_000;
const AFTER_KILLS_MS = 3_000;
/** A text whose fate is unknown is looked for over a minute, once the claim on it has lapsed. */
const LATE_MS = 150_000;

/** Kills the contestant that many times under load, restarts it at once, then waits until nobody waits any more, or for long. */
export const measureKills = async (stage: Stage, side: Side, kills: number): Promise<Counts> => {
  const { database, phones, start, world } = side;
  const place = { world, mongodbUri: stage.uriOf(database) };
  let process = await start(place);
  const load = await openLoad({ world, phones, script: DITHERING, connections: 48 });
  try {
    load.go();
    for (let kill = 0; kill < kills; kill += 1) {
      await sleep(BETWEEN_KILLS_MS);
      await process.kill();
      process = await start(place);
    }
    await sleep(AFTER_KILLS_MS);
    await load.rest(LATE_MS);
    // Whoever answers twice may do so late.
    await sleep(AFTER_KILLS_MS);
    return load.counts();
  } finally {
    await load.close();
    await process.stop();
  }
};
