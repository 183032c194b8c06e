import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { promisify } from 'node:util';
import type { Job } from './download-source.ts';
import { megabytes, sha256Of } from './download-wheel.ts';

/** 7.0 is the newest line with builds for all of Debian 12, Ubuntu 22.04 and 24.04 (by its 22.04 build), RHEL, Amazon and macOS. */
const OFFICIAL_VERSION = '7.0.14';
const PROGRESS_EVERY_MS = 1_000;

const run = promisify(execFile);

/** The address of MongoDB's own archive for this machine. Throws for a system that MongoDB has no build for. */
export const officialArchive = async (): Promise<string> => {
  const { MongoBinaryDownloadUrl } = await import('mongodb-memory-server-core/lib/util/MongoBinaryDownloadUrl.js');
  const { getOS } = await import('mongodb-memory-server-core/lib/util/getos/index.js');
  const { platform, arch } = process;
  const build = { version: OFFICIAL_VERSION, platform, arch, os: await getOS() };
  return new MongoBinaryDownloadUrl(build).getDownloadUrl();
};

/** Downloads an archive that has its checksum beside it (`.sha256`), unpacks it, and answers where its mongod is. */
export const downloadArchive = async (url: string, job: Job): Promise<string> => {
  const archive = join(job.folder, basename(new URL(url).pathname));
  const expected = await (await ask(`${url}.sha256`, job)).text();
  const answer = await ask(url, job);
  const bytes = Number(answer.headers.get('content-length'));
  const body = Readable.fromWeb(answer.body as ReadableStream);
  await pipeline(body, progress(job, bytes), createWriteStream(archive), { signal: job.signal });
  if ((await sha256Of(archive)) !== expected.trim().split(/\s/, 1)[0])
    throw new Error('the checksum of the archive is wrong');
  const unpacked = join(job.folder, 'archive');
  await mkdir(unpacked);
  await run('tar', ['-xf', archive, '-C', unpacked], { signal: job.signal });
  return mongodBelow(unpacked);
};

const ask = async (url: string, { signal }: Job): Promise<Response> => {
  const answer = await fetch(url, { signal });
  if (!answer.ok) throw new Error(`answered ${answer.status}`);
  return answer;
};

const progress = ({ log }: Job, bytes: number): Transform => {
  let received = 0;
  let toldAt = Date.now();
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      received += chunk.length;
      if (Date.now() - toldAt >= PROGRESS_EVERY_MS) {
        toldAt = Date.now();
        log(`Downloading MongoDB: ${megabytes(received)} of ${megabytes(bytes)} MB`);
      }
      done(null, chunk);
    },
  });
};

const mongodBelow = async (folder: string): Promise<string> => {
  const name = (await readdir(folder, { recursive: true })).find((one) => /\/bin\/mongod$/.test(`/${one}`));
  if (name === undefined) throw new Error('no mongod came with the archive');
  return join(folder, name);
};
