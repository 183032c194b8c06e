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
  const holder = await holderOf(folder);
  if (holder === undefined) return;
  if (holder !== last?.mongodPid) throw new MongodError(inUse(folder, `mongod (process ${holder})`));
  if (await isFreeWithin(DYING_MS, folder, () => !isAlive(last.appPid))) return;
  if (isAlive(last.appPid)) throw new MongodError(inUse(folder, `Fixline (process ${last.appPid})`));
  process.kill(holder, 'SIGTERM');
  if (!(await isFreeWithin(ORPHAN_MS, folder)))
    throw new MongodError(inUse(folder, `mongod (process ${holder}) that does not stop`));
};

export const inUse = (folder: string, by: string): string =>
  `The data folder ${folder} is in use by another ${by}: stop that one first, or set FIXLINE_HOME to another folder.`;

export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

// mongod leaves its process number in the lock file also when it was killed, and numbers are used again: the command line decides.
const holderOf = async (folder: string): Promise<number | undefined> => {
  const pid = Number.parseInt(await readFile(join(folder, 'mongod.lock'), 'utf8').catch(() => ''), 10);
  if (!(pid > 0) || !isAlive(pid)) return undefined;
  return (await commandLineOf(pid)).includes(folder) ? pid : undefined;
};

const commandLineOf = async (pid: number): Promise<string> => {
  const fromProc = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => undefined);
  if (fromProc !== undefined) return fromProc;
  const fromPs = await promisify(execFile)('ps', ['-o', 'command=', '-p', String(pid)]).catch(() => ({ stdout: '' }));
  return fromPs.stdout;
};

const isFreeWithin = async (ms: number, folder: string, hasNews: () => boolean = () => false): Promise<boolean> => {
  const lastMoment = Date.now() + ms;
  while (await holderOf(folder)) {
    if (Date.now() > lastMoment || hasNews()) return false;
    await sleep(LOOK_EVERY_MS);
  }
  return true;
};
