import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readLastRun, writeLastRun } from '../../src/store/embedded/data-folder.ts';
import { waitUntilFree } from '../../src/store/embedded/folder-owner.ts';
import { startMongod } from '../../src/store/embedded/start-mongod.ts';
import type { Mongod, MongodOptions } from '../../src/store/embedded/start-mongod.ts';
import { home } from '../support/mongod-home.ts';

const DEAD_PID = 2 ** 30;
let dataFolder = '';
let undo: (() => unknown)[] = [];
let lines: string[] = [];

beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'fixline-embedded-'));
  undo = [() => rm(dataFolder, { recursive: true, force: true })];
  lines = [];
});

afterEach(async () => {
  for (const step of undo.reverse()) await step();
});

const start = async (options: Partial<MongodOptions> = {}): Promise<Mongod> => {
  const mongod = await startMongod({ home, dataFolder, log: (line) => lines.push(line), ...options });
  undo.push(() => mongod.stop());
  return mongod;
};

const inDatabase = async <T>(uri: string, work: (client: MongoClient) => Promise<T>): Promise<T> => {
  const client = await MongoClient.connect(uri);
  return work(client).finally(() => client.close());
};

const write = (uri: string, _id: string) =>
  inDatabase(uri, (client) =>
    client
      .db()
      .collection<{ _id: string }>('kept')
      .insertOne({ _id }, { writeConcern: { w: 'majority' } }),
  );

const read = (uri: string) =>
  inDatabase(uri, async (client) =>
    (await client.db().collection<{ _id: string }>('kept').find().toArray()).map(({ _id }) => _id),
  );

const portOf = (uri: string): number => Number(new URL(uri).port);

const occupy = async (port: number): Promise<number> => {
  const server = net.createServer((socket) => socket.destroy()).listen(port, '127.0.0.1');
  await once(server, 'listening');
  undo.push(() => server.close());
  return (server.address() as net.AddressInfo).port;
};

const startElsewhere = async (): Promise<{ app: ChildProcess; uri: string; mongodPid: number }> => {
  const app = spawn(process.execPath, ['--import', 'tsx', 'test/support/hold-mongod.ts', home, dataFolder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [uri] = (await once(app.stdout, 'data')) as [Buffer];
  const { mongodPid } = (await readLastRun(dataFolder))!;
  undo.push(async () => {
    app.kill('SIGKILL');
    await expect.poll(() => isRunning(mongodPid), { timeout: 5_000 }).toBe(false);
  });
  return { app, uri: uri.toString().trim(), mongodPid };
};

// A process that ended stays visible, as a zombie, until its parent or init has taken note.
const isRunning = (pid: number): boolean =>
  /^[^Z]/.test(spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim());

describe('embedded MongoDB', () => {
  it('is a replica set of one that keeps its data and its port between runs, up in under 3 s', async () => {
    const first = await start();
    await write(first.uri, 'kept');
    await first.stop();
    const before = Date.now();
    const second = await start();
    expect(Date.now() - before).toBeLessThan(3_000);
    expect(second.uri).toBe(first.uri);
    expect(new URL(second.uri).pathname).toBe('/fixline');
    expect(await read(second.uri)).toEqual(['kept']);
  });

  it('can do transactions and change streams', async () => {
    const { uri } = await start();
    await inDatabase(uri, async (client) => {
      const things = await client.db().createCollection<{ n: number }>('things');
      const changes = things.watch();
      const seen = changes.next();
      await client.withSession((session) => session.withTransaction(() => things.insertOne({ n: 1 }, { session })));
      expect(await seen).toMatchObject({ operationType: 'insert', fullDocument: { n: 1 } });
      await changes.close();
    });
  });

  it('moves to another port, data and all, when another program has taken its own', async () => {
    const first = await start();
    await write(first.uri, 'moved');
    await first.stop();
    await occupy(portOf(first.uri));
    const before = Date.now();
    const second = await start();
    expect(Date.now() - before).toBeLessThan(5_000);
    expect(second.uri).not.toBe(first.uri);
    expect(await read(second.uri)).toEqual(['moved']);
    await write(second.uri, 'and takes writes');
    expect(lines).toEqual([expect.stringMatching(/^Port \d+ is taken now: MongoDB moves to port \d+\.$/)]);
  });

  it('says that a port that was asked for is in use', async () => {
    const port = await occupy(0);
    await expect(start({ port })).rejects.toThrow(
      `Port ${port} is in use by another program: stop that program, or name another port for MongoDB.`,
    );
  });

  it('tells when MongoDB ends by itself', async () => {
    await start();
    process.kill((await readLastRun(dataFolder))!.mongodPid, 'SIGKILL');
    await expect.poll(() => lines).toEqual([expect.stringMatching(/^MongoDB ended by itself \(SIGKILL\)/)]);
  });
});

describe('embedded MongoDB, when the app is killed', () => {
  it('ends at once, and the next start finds everything that was acknowledged', async () => {
    const { app, uri, mongodPid } = await startElsewhere();
    await write(uri, 'acknowledged');
    app.kill('SIGKILL');
    const next = await start();
    expect(isRunning(mongodPid)).toBe(false);
    expect(next.uri).toBe(uri);
    expect(await read(next.uri)).toEqual(['acknowledged']);
  });

  it('leaves no orphan, also when nothing starts afterwards', async () => {
    const { app, mongodPid } = await startElsewhere();
    app.kill('SIGKILL');
    await expect.poll(() => isRunning(mongodPid), { timeout: 3_000 }).toBe(false);
  });

  it('survives Ctrl-C, so that the app can finish what is in flight', async () => {
    const { mongodPid } = await startElsewhere();
    const ownGroup = (
      await readFile(`/proc/${mongodPid}/stat`, 'utf8').catch(() => `${mongodPid} (mongod) S 1 ${mongodPid}`)
    ).split(' ')[4];
    expect(ownGroup).toBe(String(mongodPid));
  });

  it('is ended by the next start if it outlived its app', async () => {
    await start();
    const run = (await readLastRun(dataFolder))!;
    await waitUntilFree(dataFolder, { ...run, appPid: DEAD_PID });
    expect(isRunning(run.mongodPid)).toBe(false);
  });
});

describe('embedded MongoDB, when the data folder is in use', () => {
  it('names the Fixline that uses it', async () => {
    const { app } = await startElsewhere();
    await expect(start()).rejects.toThrow(
      `The data folder ${dataFolder} is in use by another Fixline (process ${app.pid}): stop that one first, or set FIXLINE_HOME to another folder.`,
    );
  });

  it('leaves a mongod alone that is not its own', async () => {
    await start();
    const run = (await readLastRun(dataFolder))!;
    await writeLastRun(dataFolder, { ...run, mongodPid: DEAD_PID, appPid: DEAD_PID });
    await expect(start()).rejects.toThrow(
      `is in use by another mongod (process ${run.mongodPid}): stop that one first`,
    );
    expect(isRunning(run.mongodPid)).toBe(true);
  });

  it('also hears it from mongod itself, where processes cannot be seen', async () => {
    await start();
    await writeFile(join(dataFolder, 'mongod.lock'), '');
    await rm(join(dataFolder, 'fixline-last-run.json'));
    await expect(start()).rejects.toThrow(
      `The data folder ${dataFolder} is in use by another mongod: stop that one first`,
    );
  });
});

describe('embedded MongoDB, when the data cannot be used', () => {
  it('says so of a folder written by another version', async () => {
    await mkdir(join(dataFolder, 'journal'));
    await writeFile(join(dataFolder, 'WiredTiger'), 'WiredTiger 99\n');
    await writeFile(join(dataFolder, 'storage.bson'), 'not a storage file');
    await expect(start()).rejects.toThrow(/^(MongoDB ended by itself|The data in)/);
  });
});
