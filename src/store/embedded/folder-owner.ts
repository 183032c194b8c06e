import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { LastRun } from './data-folder.ts';
import { MongodError } from './mongod-error.ts';

/** An app that was just killed may still be seen for a moment, and its guard is already ending MongoDB. */
const DYING_MS = 2_000;
const ORPHAN_MS = 15_000;
const LOOK_EVERY_MS = 25;

/**
 * Returns when no mongod holds the data folder. A mongod whose Fixline died is ended (and waited for); one that somebody still
 * uses is left alone: MongodError.
 */
export const waitUntilFree = async (folder: string, last: LastRun | undefined): Promise<void> => {
  const holder = await holderOf(folder, last);
  if (holder === undefined) return;
  if (holder !== last?.mongodPid) throw new MongodError(inUse(folder, `mongod (process ${holder})`));
  const hasEndedWithin = async (ms: number): Promise<boolean> => {
    const lastMoment = Date.now() + ms;
    while (await runsOn(folder, holder)) {
      if (Date.now() > lastMoment) return false;
      await sleep(LOOK_EVERY_MS);
    }
    return true;
  };
  if (await hasEndedWithin(DYING_MS)) return;
  if (isAlive(last.appPid)) throw new MongodError(inUse(folder, `Fixline (process ${last.appPid})`));
  process.kill(holder, 'SIGTERM');
  if (!(await hasEndedWithin(ORPHAN_MS)))
    throw new MongodError(inUse(folder, `mongod (process ${holder}) that does not stop`));
};

export const inUse = (folder: string, by: string): string =>
  `The data folder ${folder} is in use by another ${by}: stop that one first, or set FIXLINE_HOME to another folder.`;

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

// A mongod that is shutting down empties the lock file while it still holds its port: the last run's process is looked for too.
const holderOf = async (folder: string, last: LastRun | undefined): Promise<number | undefined> => {
  const locker = Number.parseInt(await readFile(join(folder, 'mongod.lock'), 'utf8').catch(() => ''), 10);
  if (await runsOn(folder, locker)) return locker;
  return last !== undefined && (await runsOn(folder, last.mongodPid)) ? last.mongodPid : undefined;
};

// A killed mongod leaves its process number in the lock file, and numbers are used again: the command line decides.
const runsOn = async (folder: string, pid: number): Promise<boolean> =>
  pid > 0 && isAlive(pid) && (await commandLineOf(pid)).includes(folder);

const commandLineOf = async (pid: number): Promise<string> => {
  const fromProc = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => undefined);
  if (fromProc !== undefined) return fromProc;
  const fromPs = await promisify(execFile)('ps', ['-o', 'command=', '-p', String(pid)]).catch(() => ({ stdout: '' }));
  return fromPs.stdout;
};
