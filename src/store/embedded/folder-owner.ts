import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { LastRun } from './data-folder.ts';
import { MongodError } from './mongod-error.ts';

const PATIENCE_MS = 15_000;
const LOOK_EVERY_MS = 25;

/**
 * Returns when no mongod holds the data folder. A mongod whose Fixline died is ended (and waited for); one that somebody still
 * uses is left alone: MongodError.
 */
export const waitUntilFree = async (folder: string, last: LastRun | undefined): Promise<void> => {
  const holder = await holderOf(folder);
  if (holder === undefined) return;
  if (holder !== last?.mongodPid) throw new MongodError(inUse(folder, `mongod (process ${holder})`));
  if (isAlive(last.appPid)) throw new MongodError(inUse(folder, `Fixline (process ${last.appPid})`));
  await endOrphan(folder, holder);
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

const endOrphan = async (folder: string, pid: number): Promise<void> => {
  const lastMoment = Date.now() + PATIENCE_MS;
  process.kill(pid, 'SIGTERM');
  while (await holderOf(folder)) {
    if (Date.now() > lastMoment) throw new MongodError(inUse(folder, `mongod (process ${pid}) that does not stop`));
    await sleep(LOOK_EVERY_MS);
  }
};
