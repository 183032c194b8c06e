import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeClock } from '../../src/conversations/clock.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { ownDatabase } from '../support/database.ts';

let store: Store;
beforeAll(async () => {
  store = await openStore({ uri: ownDatabase(), clock: makeClock(), chance: () => 0 });
});
afterAll(async () => {
  await store.connection.dropDatabase();
  await store.close();
});

it('frees a code for its own booking only, however often it is told to', async () => {
  const { codes } = store;
  const code = await codes.take('b1');
  await codes.free(code, 'b1');
  expect(await codes.take('b2')).toBe(code);
  await codes.free(code, 'b1');
  await expect(codes.take('b3')).resolves.not.toBe(code);
});
