// One side of the comparison: a contestant in its own world and database, measured in rounds, then killed under load.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Contestant } from './contestants.ts';
import { commandsBetween, readCommands, type Commands } from './count-commands.ts';
import { DITHERING } from './dither.ts';
import { openLoad, type Counts } from './load.ts';
import { processorMs, residentMegabytes, type Process } from './processes.ts';
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
  /** processor time a turn, ms; null where the kernel does not tell */
  readonly processor: Processor | null;
  readonly megabytes: number | null;
}

export interface Processor {
  readonly app: number;
  readonly mongod: number;
  readonly sandbox: number;
  /** what sends the texts and watches for the answers */
  readonly driver: number;
}

const REST_MS = 90_000;

const readProcessor = async ({ client }: Stage, app: Process, { sandbox }: World): Promise<Processor | null> => {
  const { pid } = (await client.db('admin').command({ serverStatus: 1 })) as unknown as { pid: number | bigint };
  const [own, mongod, outside, driver] = [app.pid, Number(pid), sandbox.pid, process.pid].map(processorMs);
  if (own == null || mongod == null || outside == null || driver == null) return null;
  return { app: own, mongod, sandbox: outside, driver };
};

const processorATurn = (before: Processor | null, after: Processor | null, turns: number): Processor | null => {
  if (before === null || after === null) return null;
  return {
    app: (after.app - before.app) / turns,
    mongod: (after.mongod - before.mongod) / turns,
    sandbox: (after.sandbox - before.sandbox) / turns,
    driver: (after.driver - before.driver) / turns,
  };
};

/** Starts the contestant afresh on its own data, warms it up, measures, and ends it. */
export const measureRound = async (stage: Stage, side: Side, pace: Pace): Promise<Round> => {
  const { database, flags, phones, start, world } = side;
  const app = await start({ world, mongodbUri: stage.uriOf(database), flags });
  const load = await openLoad({ world, phones, script: DITHERING, connections: pace.connections });
  try {
    load.go();
    await sleep(pace.warmUpMs);
    const before = await readCommands(stage.client);
    const busy = await readProcessor(stage, app, world);
    const begun = Date.now();
    await sleep(pace.measureMs);
    const ended = Date.now();
    const commands = commandsBetween(before, await readCommands(stage.client));
    const later = await readProcessor(stage, app, world);
    await load.rest(REST_MS);
    const measured = load.answers.filter(({ at }) => at >= begun && at < ended).map(({ ms }) => ms);
    return {
      turnsPerSecond: (measured.length * 1_000) / (ended - begun),
      p50: quantile(measured, 0.5),
      p99: quantile(measured, 0.99),
      turns: measured.length,
      commands,
      counts: load.counts(),
      processor: processorATurn(busy, later, measured.length),
      megabytes: residentMegabytes(app.pid),
    };
  } finally {
    await load.close();
    await app.stop();
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
  let app = await start(place);
  const load = await openLoad({ world, phones, script: DITHERING, connections: 48 });
  try {
    load.go();
    for (let kill = 0; kill < kills; kill += 1) {
      await sleep(BETWEEN_KILLS_MS);
      await app.kill();
      app = await start(place);
    }
    await sleep(AFTER_KILLS_MS);
    await load.rest(LATE_MS);
    // Whoever answers twice may do so late.
    await sleep(AFTER_KILLS_MS);
    return load.counts();
  } finally {
    await load.close();
    await app.stop();
  }
};
