// Where a measurement takes place: one real MongoDB on fresh data, and worlds, each a sandbox in a process of its own.
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { MongoClient, type Db } from 'mongodb';
import { startMongod } from '../src/store/embedded/start-mongod.ts';
import { ask, isUp } from './ask.ts';
import { home, mongodBinary } from './config.ts';
import { startProcess, type Process } from './processes.ts';

export interface Stage {
  readonly client: MongoClient;
  readonly uriOf: (database: string) => string;
  readonly db: (database: string) => Db;
  readonly openWorld: (doors: number) => Promise<World>;
  readonly close: () => Promise<void>;
}

/** A sandbox, and the addresses at which it looks for the app. */
export interface World {
  readonly url: string;
  readonly stripeUrl: string;
  readonly ports: readonly number[];
  readonly ask: (method: string, path: string, body?: unknown) => Promise<unknown>;
  readonly sandbox: Process;
}

const UP_MS = 60_000;

const freePorts = async (count: number): Promise<number[]> => {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => once(server.close(), 'close')));
  return ports;
};

const isFree = async (port: number): Promise<boolean> => {
  const server = createServer().listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch {
    return false;
  }
  await once(server.close(), 'close');
  return true;
};

/** A port whose next one is free as well: Stripe's half of the sandbox listens there. */
const freePair = async (): Promise<number> => {
  for (;;) {
    const [port = 0] = await freePorts(1);
    if (port < 65_534 && (await isFree(port + 1))) return port;
  }
};

/** Waits until it answers; throws when it ends instead. */
export const untilUp = async (url: string, { isOver }: Process): Promise<void> => {
  const last = Date.now() + UP_MS;
  while (!(await isUp(url))) {
    await sleep(20);
    if (isOver() || Date.now() > last) throw new Error(`Nobody came up at ${url}; see the lines above.`);
  }
};

const openWorld = async (doors: number): Promise<World> => {
  const port = await freePair();
  const ports = await freePorts(doors);
  const url = `http://127.0.0.1:${port}`;
  const appUrl = ports.map((own) => `http://127.0.0.1:${own}`).join(',');
  const sandbox = startProcess({ script: 'sandbox/main.ts', env: { SANDBOX_PORT: String(port), APP_URL: appUrl } });
  await untilUp(`${url}/health`, sandbox);
  await ask('POST', `${url}/autopilot`, { on: false });
  return {
    url,
    stripeUrl: `http://127.0.0.1:${port + 1}`,
    ports,
    sandbox,
    ask: (method, path, body) => ask(method, url + path, body),
  };
};

/** Opens the stage; everything on it is gone after `close`. */
export const openStage = async (): Promise<Stage> => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'fixline-bench-'));
  const mongod = await startMongod({ home, dataFolder, binary: mongodBinary, log: (line) => console.log(line) });
  const client = await MongoClient.connect(mongod.uri);
  const worlds: World[] = [];
  const uriOf = (database: string) => {
    const uri = new URL(mongod.uri);
    uri.pathname = `/${database}`;
    return uri.href;
  };
  return {
    client,
    uriOf,
    db: (database) => client.db(database),
    openWorld: async (doors) => {
      const world = await openWorld(doors);
      worlds.push(world);
      return world;
    },
    close: async () => {
      await Promise.all(worlds.map(({ sandbox }) => sandbox.stop()));
      await client.close();
      await mongod.stop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
};

/** Opens a stage for one piece of work and closes it whatever becomes of that. */
export const onStage = async <Result>(work: (stage: Stage) => Promise<Result>): Promise<Result> => {
  const stage = await openStage();
  try {
    return await work(stage);
  } finally {
    await stage.close();
  }
};
