import { once } from 'node:events';
import net from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { prepareDataFolder, readLastRun, writeLastRun } from './data-folder.ts';
import type { LastRun } from './data-folder.ts';
import { findMongod } from './find-mongod.ts';
import { waitUntilFree } from './folder-owner.ts';
import { MongodError } from './mongod-error.ts';
import { becomePrimary } from './replica-set.ts';
import { REPLICA_SET, runMongod } from './run-mongod.ts';
import type { RunOrder, Running } from './run-mongod.ts';
import { portTaken } from './why-it-ended.ts';

export type MongodOptions = {
  /** Where downloads and, unless `dataFolder` says otherwise, the data are kept. */
  readonly home: string;
  /** Absent: the port that this data was last served on, if it is free, else one that is. */
  readonly port?: number | undefined;
  readonly log: (line: string) => void;
  readonly dataFolder?: string | undefined;
  /** A mongod to use instead of looking for one. */
  readonly binary?: string | undefined;
};

export type Mongod = {
  /** Names the database `fixline`. */
  readonly uri: string;
  /** Ends the server cleanly; the data stays. */
  stop(): Promise<void>;
};

const DYING_PORT_MS = 1_000;
const LOOK_EVERY_MS = 20;

/**
 * A real MongoDB, as a replica set of one, on 127.0.0.1 only, that ends when this process ends, however it ends. The data
 * stays for the next start. Throws MongodError: one sentence that says what to do.
 */
export const startMongod = async (options: MongodOptions): Promise<Mongod> => {
  const home = resolve(options.home);
  const folder = resolve(options.dataFolder ?? join(home, 'mongodb'));
  await prepareDataFolder(folder);
  const mongod = await findMongod({ home, binary: options.binary, log: options.log });
  const last = await readLastRun(folder);
  await waitUntilFree(folder, last);
  const order = { mongod, folder, port: await choosePort(options, last) };
  const running = await runMongod(order);
  await settle(running, order);
  return serve(running, order, options.log);
};

const choosePort = async ({ port, log }: MongodOptions, last: LastRun | undefined): Promise<number> => {
  if (port !== undefined && port !== 0) {
    if (await isFree(port)) return port;
    throw new MongodError(portTaken(port));
  }
  if (last !== undefined && (await isSoonFree(last.port))) return last.port;
  const chosen = await freePort();
  if (last !== undefined) log(`Port ${last.port} is taken now: MongoDB moves to port ${chosen}.`);
  return chosen;
};

const isFree = (port: number): Promise<boolean> =>
  listenOn(port)
    .then(Boolean)
    .catch(() => false);

// The port of a mongod that just ended may take a moment longer than its process.
const isSoonFree = async (port: number): Promise<boolean> => {
  const lastMoment = Date.now() + DYING_PORT_MS;
  while (!(await isFree(port))) {
    if (Date.now() > lastMoment) return false;
    await sleep(LOOK_EVERY_MS);
  }
  return true;
};

const freePort = (): Promise<number> => listenOn(0);

const listenOn = async (port: number): Promise<number> => {
  const server = net.createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  const chosen = (server.address() as net.AddressInfo).port;
  server.close();
  await once(server, 'close');
  return chosen;
};

const settle = async (running: Running, { folder, port }: RunOrder): Promise<void> => {
  try {
    await writeLastRun(folder, { port, mongodPid: running.pid, appPid: process.pid });
    const gone = await Promise.race([running.ended, becomePrimary(port)]);
    if (gone !== undefined) throw new MongodError(gone);
  } catch (error) {
    await running.stop();
    throw error;
  }
};

const serve = (running: Running, { port }: RunOrder, log: (line: string) => void): Mongod => {
  let isWanted = true;
  void running.ended.then((why) => isWanted && log(why));
  return {
    uri: `mongodb://127.0.0.1:${port}/fixline?replicaSet=${REPLICA_SET}`,
    stop: () => {
      isWanted = false;
      return running.stop();
    },
  };
};
