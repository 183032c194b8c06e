import { open, readFile, stat, truncate } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { diskTrouble } from './mongod-error.ts';

/** What one mongod writes about itself. */
export type MongodLog = {
  readonly file: FileHandle;
  /** Its own lines so far; the newest 20,000 characters. */
  written(): Promise<string>;
};

const KEPT_BYTES = 2 ** 20;

/** The log in the data folder: appended to, and begun anew when it has grown past 1 MB. Throws MongodError. */
export const openLog = async (folder: string): Promise<MongodLog> => {
  const path = join(folder, 'mongod.log');
  try {
    const before = await sizeOf(path);
    if (before > KEPT_BYTES) await truncate(path);
    const start = before > KEPT_BYTES ? 0 : before;
    return { file: await open(path, 'a'), written: () => textAfter(path, start) };
  } catch (error) {
    throw diskTrouble(error, folder);
  }
};

const sizeOf = async (path: string): Promise<number> => (await stat(path).catch(() => ({ size: 0 }))).size;

const textAfter = async (path: string, start: number): Promise<string> => {
  const bytes = await readFile(path).catch(() => Buffer.alloc(0));
  return bytes.subarray(start).toString().slice(-20_000);
};
