import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { MongodError } from './mongod-error.ts';
import { openLog } from './mongod-log.ts';
import type { MongodLog } from './mongod-log.ts';
import { whyItEnded } from './why-it-ended.ts';

export type RunOrder = { readonly mongod: string; readonly folder: string; readonly port: number };

export type Running = {
  readonly pid: number;
  /** Resolves when mongod is gone, with one sentence that says why. */
  readonly ended: Promise<string>;
  /** Ends mongod cleanly; resolves when it is gone. */
  stop(): Promise<void>;
};

export const REPLICA_SET = 'fixline';
const LOOK_EVERY_MS = 20;
const STOP_PATIENCE_MS = 15_000;

/** Starts mongod and returns once it listens on 127.0.0.1. Throws MongodError with the reason when it does not come up. */
export const runMongod = async (order: RunOrder): Promise<Running> => {
  const log = await openLog(order.folder);
  const child = await launch(order, log);
  const ended = endOf(child, order, log);
  const gone = await Promise.race([ended, listens(child, log)]);
  if (gone !== undefined) throw new MongodError(gone);
  return { pid: child.pid ?? 0, ended, stop: () => stop(child) };
};

const endOf = async (child: ChildProcess, order: RunOrder, log: MongodLog): Promise<string> => {
  await once(child, 'close');
  return whyItEnded(await log.written(), order, child);
};

// In a session of its own, or Ctrl-C would end MongoDB before the app has finished what is in flight.
const launch = async (order: RunOrder, { file }: MongodLog): Promise<ChildProcess> => {
  const child = spawn(order.mongod, flags(order), { detached: true, stdio: ['ignore', file.fd, file.fd] });
  try {
    await once(child, 'spawn');
  } catch (cause) {
    throw new MongodError(`${order.mongod} cannot be run: name another mongod with FIXLINE_MONGOD.`, { cause });
  } finally {
    await file.close();
  }
  child.unref();
  guard(child);
  return child;
};

// Ends mongod when the app dies without a word: whatever kills the app closes its end of the pipe.
const guard = (child: ChildProcess): void => {
  const watcher = spawn('sh', ['-c', 'read -r never; kill "$0"', String(child.pid)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watcher.unref();
  (watcher.stdin as unknown as net.Socket).unref();
  child.once('close', () => watcher.kill('SIGKILL'));
};

/**
 * The cache is the smallest that MongoDB takes. The oplog holds about a minute of the heaviest load that one machine can make (days
 * of a normal one), so that a reader of change streams can be away that long; it takes disk only as it fills. No history of old
 * versions is kept for snapshots that nobody reads. No socket file: one left by another user would stop the start.
 */
const flags = ({ folder, port }: RunOrder): string[] => [
  ...['--dbpath', folder, '--port', String(port), '--bind_ip', '127.0.0.1', '--nounixsocket', '--quiet'],
  ...['--replSet', REPLICA_SET, '--oplogSize', '256', '--wiredTigerCacheSizeGB', '0.25', '--slowms', '1000'],
  ...['--wiredTigerEngineConfigString', 'log=(prealloc=false,file_max=8MB)'],
  ...['--setParameter', 'diagnosticDataCollectionEnabled=false'],
  ...['--setParameter', 'minSnapshotHistoryWindowInSeconds=0'],
  ...['--setParameter', 'shutdownTimeoutMillisForSignaledShutdown=100'],
];

// Its own word, not an answer at the port: that could be another program's.
const listens = async (child: ChildProcess, log: MongodLog): Promise<undefined> => {
  while (!hasEnded(child) && !(await log.written()).includes('"Waiting for connections"')) await sleep(LOOK_EVERY_MS);
};

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

const stop = async (child: ChildProcess): Promise<void> => {
  if (hasEnded(child)) return;
  const closed = once(child, 'close');
  const lastMoment = setTimeout(() => child.kill('SIGKILL'), STOP_PATIENCE_MS);
  child.ref();
  child.kill('SIGTERM');
  await closed;
  clearTimeout(lastMoment);
};
