import { spawnSync } from 'node:child_process';
import { appendFile, chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { downloadMongod } from '../../src/store/embedded/download-mongod.ts';
import { findMongod } from '../../src/store/embedded/find-mongod.ts';
import { startMongod } from '../../src/store/embedded/start-mongod.ts';
import { whyItEnded } from '../../src/store/embedded/why-it-ended.ts';
import { home } from '../support/mongod-home.ts';
import { asNobody } from '../support/run-as-nobody.ts';

let folder = '';
let undo: (() => unknown)[] = [];
let lines: string[] = [];
const log = (line: string): unknown => lines.push(line);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fixline-disk-'));
  undo = [() => rm(folder, { recursive: true, force: true })];
  lines = [];
});

afterEach(async () => {
  for (const step of undo.reverse()) await step();
});

const mountSmallDisk = async (megabytes: number): Promise<string> => {
  const disk = join(folder, 'small-disk');
  await mkdir(disk);
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'fixline', disk]);
  if (mounted.status !== 0) throw new Error(`no small disk could be mounted: ${mounted.stderr.toString()}`);
  undo.push(() => spawnSync('umount', ['--lazy', disk]));
  return disk;
};

const isMountAllowed = (): boolean =>
  spawnSync('unshare', ['--mount', 'true']).status === 0 && process.geteuid?.() === 0;

const cannotBeWritten = (place: string): string =>
  `${place} cannot be written: make it writable, or set FIXLINE_HOME to a folder that is.`;

const diskIsFull = (place: string): string =>
  `The disk is full at ${place}: free some space, or set FIXLINE_HOME to a folder on a disk that has some.`;

describe('embedded MongoDB on a home that cannot be written', () => {
  it('says so of a read-only folder', async () => {
    await chmod(folder, 0o555);
    const failure = asNobody(() => startMongod({ home: folder, log }));
    await expect(failure).rejects.toThrow(cannotBeWritten(join(folder, 'mongodb')));
  });

  it('says so of data that belongs to somebody else', async () => {
    await chmod(folder, 0o755);
    await mkdir(join(folder, 'mongodb'), { mode: 0o555 });
    const failure = asNobody(() => startMongod({ home: folder, log }));
    await expect(failure).rejects.toThrow(cannotBeWritten(join(folder, 'mongodb')));
  });

  it('says so of a home that is a file', async () => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    await expect(startMongod({ home: file, log })).rejects.toThrow(cannotBeWritten(join(file, 'mongodb')));
  });

  it('says so when only the download cannot be kept', async () => {
    await chmod(folder, 0o555);
    const sources = [{ name: 'nobody', fetch: () => Promise.reject(new Error('not asked')) }];
    await expect(asNobody(() => downloadMongod({ home: folder, log, sources }))).rejects.toThrow(
      cannotBeWritten(folder),
    );
  });
});

describe('embedded MongoDB on a full disk', () => {
  it.runIf(isMountAllowed())('says so before it starts', async () => {
    const disk = await mountSmallDisk(60);
    const data = join(disk, 'data');
    await expect(startMongod({ home, dataFolder: data, log })).rejects.toThrow(diskIsFull(data));
  });

  it.runIf(isMountAllowed())('says so when the download does not fit', async () => {
    const disk = await mountSmallDisk(1);
    const fetch = async (job: { folder: string }): Promise<string> => {
      await writeFile(join(job.folder, 'mongod'), Buffer.alloc(2e6));
      return join(job.folder, 'mongod');
    };
    const failure = downloadMongod({ home: disk, log, sources: [{ name: 'local', fetch }] });
    await expect(failure).rejects.toThrow(/^The disk is full at .*: free some space/);
  });

  it.runIf(isMountAllowed())('says so when it fills up while MongoDB runs', async () => {
    const disk = await mountSmallDisk(130);
    const mongod = await startMongod({ home, dataFolder: join(disk, 'data'), log });
    undo.push(() => mongod.stop());
    const client = await MongoClient.connect(mongod.uri, { serverSelectionTimeoutMS: 500 });
    undo.push(() => client.close());
    const more = await client.db().createCollection('more');
    await appendFile(join(disk, 'filler'), Buffer.alloc(200e6)).catch(() => undefined);
    const texts = Array.from({ length: 20 }, (_, n) => ({ n, text: 'x'.repeat(1e6) }));
    await more.insertMany(texts).catch(() => undefined);
    await expect.poll(() => lines, { timeout: 15_000 }).toEqual([diskIsFull(join(disk, 'data'))]);
  });

  it('knows a full disk by what MongoDB writes about it', () => {
    const written =
      '{"s":"E","c":"STORAGE","msg":"WiredTiger error","attr":{"error":28,"message":"write: No space left on device"}}';
    const order = { mongod: 'mongod', folder: '/data', port: 1 };
    expect(whyItEnded(written, order, { exitCode: 14, signalCode: null })).toBe(diskIsFull('/data'));
  });
});

describe('the mongod that the operator names', () => {
  const script = async (text: string): Promise<string> => {
    const path = join(folder, 'named-mongod');
    await writeFile(path, `#!/bin/sh\n${text}\n`, { mode: 0o755 });
    return path;
  };

  it('is used when it is new enough, whatever else there is', async () => {
    const binary = await script('echo "db version v7.0.14"');
    expect(await findMongod({ home, binary, log })).toBe(binary);
  });

  it('is refused when it is too old', async () => {
    const binary = await script('echo "db version v4.4.29"');
    await expect(findMongod({ home, binary, log })).rejects.toThrow(
      `FIXLINE_MONGOD names ${binary}, which is mongod 4.4.29: name a mongod 5 or newer, or leave it out.`,
    );
  });

  it('is refused when it cannot be run', async () => {
    const binary = join(folder, 'missing');
    await expect(findMongod({ home, binary, log })).rejects.toThrow(`${binary}, which cannot be run as mongod`);
  });
});
