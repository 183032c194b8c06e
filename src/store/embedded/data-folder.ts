import { mkdir, open, readFile, rename, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { diskFull, diskTrouble, MongodError } from './mongod-error.ts';

/** Who last ran on a data folder: kept in the folder, so that the next start finds the port and can tell a live owner from a dead one. */
export type LastRun = { readonly port: number; readonly mongodPid: number; readonly appPid: number };

/** An empty store takes 9 MB; below this MongoDB would not live long enough to be of use. */
const LEAST_FREE_BYTES = 100 * 2 ** 20;

const lastRunShape = z.object({ port: z.number().int(), mongodPid: z.number().int(), appPid: z.number().int() });

/** Makes the folder; throws a MongodError when it cannot be written or its disk has less than 100 MB free. */
export const prepareDataFolder = async (folder: string): Promise<void> => {
  try {
    await mkdir(folder, { recursive: true });
    // Permissions do not tell all: writing does.
    await (await open(join(folder, 'mongod.log'), 'a')).close();
  } catch (error) {
    throw diskTrouble(error, folder);
  }
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize < LEAST_FREE_BYTES) throw new MongodError(diskFull(folder));
};

export const readLastRun = async (folder: string): Promise<LastRun | undefined> => {
  const text = await readFile(lastRunFile(folder), 'utf8').catch(() => 'null');
  try {
    return lastRunShape.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
};

/** Written whole or not at all: a start that was killed halfway leaves the last one readable. */
export const writeLastRun = async (folder: string, run: LastRun): Promise<void> => {
  const file = lastRunFile(folder);
  try {
    await writeFile(`${file}.${process.pid}`, JSON.stringify(run));
    await rename(`${file}.${process.pid}`, file);
  } catch (error) {
    throw diskTrouble(error, folder);
  }
};

const lastRunFile = (folder: string): string => join(folder, 'fixline-last-run.json');
