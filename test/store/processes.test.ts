import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeClock } from '../../src/conversations/clock.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { ownDatabase } from '../support/database.ts';

let store: Store;
beforeAll(async () => {
  store = await openStore({ uri: ownDatabase(), clock: makeClock() });
});
afterAll(async () => {
  await store.connection.dropDatabase();
  await store.close();
});

it('forgets a process that was killed', async () => {
  await store.processes.beat(0);
  const rows = store.connection.collection('processes');
  const [killed] = await rows.find({}).toArray();
  expect(killed?.['seenAt']).toBeInstanceOf(Date);
  // MongoDB takes such rows away by itself, once a minute.
  const expiring = (await rows.indexes()).find(({ expireAfterSeconds }) => expireAfterSeconds !== undefined);
  expect(expiring?.key).toEqual({ seenAt: 1 });
});
