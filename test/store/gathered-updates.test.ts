import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MongoClient, type Db } from 'mongodb';
import { gatheredUpdates, type DocumentUpdate } from '../../src/store/gathered-updates.ts';
import { ownDatabase } from '../support/database.ts';

let client: MongoClient;
let db: Db;

beforeAll(async () => {
  client = await MongoClient.connect(ownDatabase());
  db = client.db();
});
afterAll(async () => {
  await db.dropDatabase();
  await client.close();
});

const rows = () => db.collection<{ _id: string; count?: number; revision?: number; commit?: string }>('rows');
const counted = (id: string): DocumentUpdate => ({
  id,
  filter: {},
  pipeline: [{ $set: { count: { $add: [{ $ifNull: ['$count', 0] }, 1] } } }],
  isNew: true,
  mark: null,
});
const committed = (id: string, value: string): DocumentUpdate => ({
  id,
  filter: { revision: 0 },
  pipeline: [{ $set: { revision: 1, commit: value } }],
  isNew: false,
  mark: { field: 'commit', value },
});

describe('updates that are ready at the same moment', () => {
  it('are all made, each answered with its document', async () => {
    const update = gatheredUpdates(db, 'rows');
    const images = await Promise.all(Array.from({ length: 300 }, (_, index) => update(counted(`a${index % 100}`))));
    expect(images.map((image) => String(image?.['_id'])).slice(0, 100)).toEqual(
      Array.from({ length: 100 }, (_, index) => `a${index}`),
    );
    expect(await rows().countDocuments({ _id: /^a/, count: 3 })).toBe(100);
  });

  it('meet on new documents from two senders without an error', async () => {
    const [one, other] = [gatheredUpdates(db, 'rows'), gatheredUpdates(db, 'rows')];
    const ids = Array.from({ length: 60 }, (_, index) => `b${index}`);
    await Promise.all(ids.flatMap((id) => [one(counted(id)), other(counted(id))]));
    expect(await rows().countDocuments({ _id: /^b/, count: 2 })).toBe(60);
  });

  it('let one of two compare-and-sets win, and tell the other', async () => {
    await rows().insertMany([
      { _id: 'c1', revision: 0 },
      { _id: 'c2', revision: 7 },
      { _id: 'c3', revision: 0 },
    ]);
    const [one, other] = [gatheredUpdates(db, 'rows'), gatheredUpdates(db, 'rows')];
    const answers = await Promise.all([
      one(committed('c1', 'x')),
      one(committed('c1', 'y')),
      one(committed('c2', 'z')),
      one(committed('c3', 'v')),
      other(committed('c3', 'w')),
      one(counted('c4')),
    ]);
    const won = answers.map((image) => image !== null);
    expect(won.slice(0, 2).filter(Boolean)).toHaveLength(1);
    expect(won[2]).toBe(false);
    expect(won.slice(3, 5).filter(Boolean)).toHaveLength(1);
    expect(answers[5]).toMatchObject({ _id: 'c4', count: 1 });
    const row = await rows().findOne({ _id: 'c1' });
    expect(answers.find((image) => image?.['_id'] === 'c1')?.['commit']).toBe(row?.commit);
  });

  it('fail alone', async () => {
    const update = gatheredUpdates(db, 'rows');
    const wrong: DocumentUpdate = { ...counted('d2'), pipeline: [{ $set: { count: { $divide: [1, 0] } } }] };
    const [first, second, third] = await Promise.allSettled([
      update(counted('d1')),
      update(wrong),
      update(counted('d3')),
    ]);
    expect([first.status, second.status, third.status]).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await rows().countDocuments({ _id: /^d/ })).toBe(2);
  });

  it('are durable by a majority before they are answered', async () => {
    const commands: { command: Record<string, unknown> }[] = [];
    const watched = await MongoClient.connect(ownDatabase(), { monitorCommands: true });
    watched.on('commandStarted', ({ command }) => commands.push({ command: command }));
    const update = gatheredUpdates(watched.db(), 'rows');
    await Promise.all([update(counted('e1')), update(counted('e2'))]);
    const sent = commands.find(({ command }) => command['update'] === 'rows');
    expect(sent?.command['writeConcern']).toEqual({ w: 'majority', j: true });
    await watched.db().dropDatabase();
    await watched.close();
  });
});
