import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { downloadMongod } from './download-mongod.ts';
import { howToBringMongodb, MongodError } from './mongod-error.ts';
import { versionOf } from './mongod-version.ts';

export type Search = {
  /** Downloads are kept in its folder `bin`. */
  readonly home: string;
  /** Named by the operator: used, or refused, but never passed over. */
  readonly binary?: string | undefined;
  readonly log: (line: string) => void;
};

/** The oldest server that knows all our update pipelines. */
const OLDEST_MAJOR = 5;

/** A mongod that runs on this machine: the named one, one downloaded before, one on the PATH, else a fresh download. Throws MongodError. */
export const findMongod = async ({ home, binary, log }: Search): Promise<string> => {
  if (binary !== undefined) return named(binary);
  return (await downloadedBefore(home)) ?? (await onPath()) ?? (await freshlyDownloaded(home, log));
};

const isNewEnough = (version: string | undefined): boolean =>
  version !== undefined && Number.parseInt(version, 10) >= OLDEST_MAJOR;

const named = async (binary: string): Promise<string> => {
  const version = await versionOf(binary);
  if (isNewEnough(version)) return binary;
  const trouble = version === undefined ? 'cannot be run as mongod' : `is mongod ${version}`;
  throw new MongodError(
    `FIXLINE_MONGOD names ${binary}, which ${trouble}: name a mongod ${OLDEST_MAJOR} or newer, or leave it out.`,
  );
};

const downloadedBefore = async (home: string): Promise<string | undefined> => {
  const names = await readdir(join(home, 'bin')).catch(() => []);
  const newest = names
    .filter((name) => /^mongod-\d+\.\d+\.\d+$/.test(name))
    .sort(byVersion)
    .at(-1);
  return newest && join(home, 'bin', newest);
};

const byVersion = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });

const onPath = async (): Promise<string | undefined> => (isNewEnough(await versionOf('mongod')) ? 'mongod' : undefined);

const freshlyDownloaded = async (home: string, log: Search['log']): Promise<string> => {
  try {
    return await downloadMongod({ home, log });
  } catch (error) {
    if (error instanceof MongodError) throw error;
    throw new MongodError(`MongoDB is not installed and could not be downloaded: ${howToBringMongodb}.`, {
      cause: error,
    });
  }
};
