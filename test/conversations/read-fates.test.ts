import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { makeClock } from '../../src/conversations/clock.ts';
import type { LoggedText } from '../../src/conversations/ports/message-log.ts';
import { makeReadFates } from '../../src/conversations/read-fates.ts';
import type { Runner } from '../../src/conversations/run.ts';
import type { Tools } from '../../src/conversations/tools.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { ownDatabase } from '../support/database.ts';

const START = Date.parse('2035-03-06T15:00:00Z');
const HOUR = 3_600_000;
let store: Store;

beforeAll(async () => {
  store = await openStore({ uri: ownDatabase(), clock: makeClock() });
});
beforeEach(async () => {
  for (const name of ['comparisons', 'messages']) await store.connection.collection(name).deleteMany({});
});
afterAll(async () => {
  await store.connection.dropDatabase();
  await store.close();
});

const row = (sid: string, hour: number, changes: Partial<LoggedText> = {}): LoggedText => ({
  ...{ id: `ref.${sid}.0`, thread: 'sms:+15125550100', direction: 'out', body: 'hi', media: [], by: 'machine' },
  ...{ key: null, at: new Date(START + hour * HOUR), sid, status: 'sent', rank: 3, code: null },
  ...changes,
});

/** Twilio says `sent` of every text, or nothing at all; which were asked for is kept. */
const makeWorld = async (rows: readonly LoggedText[]) => {
  const world = { hour: 12, isAnswering: true, asked: [] as string[] };
  for (const text of rows) await store.log.write(text);
  const fateOf = (sid: string) => {
    world.asked.push(sid);
    const fate = { status: 'sent', rank: 3, isBad: false, code: null };
    return Promise.resolve(world.isAnswering ? { outcome: 'done', value: fate } : { outcome: 'unknown' });
  };
  const tools = {
    clock: { now: () => new Date(START + world.hour * HOUR) },
    comparisons: store.comparisons,
    log: store.log,
    texts: { fateOf },
  } as unknown as Tools;
  return { world, readFates: makeReadFates(tools, {} as Runner) };
};

it('asks once for each of our texts without an end, when it is twelve hours old', async () => {
  const { readFates, world } = await makeWorld([
    row('old', -37),
    row('first', -1),
    row('second', 3),
    row('delivered', -1, { status: 'delivered', rank: 5 }),
    row('withheld', -1, { status: 'withheld', rank: 9, sid: null }),
    row('theirs', -1, { direction: 'in', status: 'received', rank: 9 }),
  ]);
  await readFates();
  await readFates();
  expect(world.asked).toEqual(['first']);
  world.hour = 16;
  await readFates();
  expect(world.asked).toEqual(['first', 'second']);
});

it('begins again with the text for which Twilio did not answer', async () => {
  const { readFates, world } = await makeWorld([row('first', -2), row('second', -1)]);
  world.isAnswering = false;
  await readFates();
  expect(world.asked).toEqual(['first']);
  world.isAnswering = true;
  await readFates();
  expect(world.asked).toEqual(['first', 'first', 'second']);
});

it('goes on after two hundred with the next look', async () => {
  const many = Array.from({ length: 250 }, (_, index) => row(`t${String(index)}`, -3 + index / 100));
  const { readFates, world } = await makeWorld(many);
  await readFates();
  await readFates();
  expect(new Set(world.asked).size).toBe(250);
});
