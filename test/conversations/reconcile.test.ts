import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { makeClock } from '../../src/conversations/clock.ts';
import { makeCatchUp, reconcileTexts } from '../../src/conversations/reconcile.ts';
import type { Runner } from '../../src/conversations/run.ts';
import type { Tools } from '../../src/conversations/tools.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { ownDatabase } from '../support/database.ts';

const START = Date.parse('2035-03-06T15:00:00Z');
const MINUTE = 60_000;
let store: Store;

beforeAll(async () => {
  store = await openStore({ uri: ownDatabase(), clock: makeClock() });
});
beforeEach(() => store.connection.collection('comparisons').deleteMany({}));
afterAll(async () => {
  await store.connection.dropDatabase();
  await store.close();
});

/** Twilio's list answers or not; from when on it was asked is kept, in minutes of business time. */
const makeWorld = () => {
  const world = { minute: 0, isAnswering: true, asked: [] as number[], alerts: [] as string[] };
  const tools = {
    clock: { now: () => new Date(START + world.minute * MINUTE) },
    comparisons: store.comparisons,
    journal: { info: () => undefined, error: () => undefined },
    log: { knownSids: () => Promise.resolve(new Set()) },
    alerts: {
      raise: ({ id }: { id: string }) => Promise.resolve({ outcome: 'done', value: world.alerts.push(id) } as const),
    },
    texts: {
      receivedSince: (since: Date) => {
        world.asked.push((since.getTime() - START) / MINUTE);
        return Promise.resolve(world.isAnswering ? { outcome: 'done', value: [] } : { outcome: 'unknown' });
      },
    },
  } as unknown as Tools;
  return { world, tools, catchUp: makeCatchUp(tools, {} as Runner) };
};

it('looks a day back at first, then from where the last comparison ended, however long Twilio was silent', async () => {
  const { catchUp, world } = makeWorld();
  await catchUp();
  world.isAnswering = false;
  for (world.minute = 1; world.minute < 180; world.minute += 60) await catchUp();
  world.isAnswering = true;
  await catchUp();
  await catchUp();
  expect(world.asked).toEqual([-1_440 - 15, -15, -15, -15, -15, world.minute - 15]);
});

it('lets nobody wait for pictures that cannot be had, and comes again for them', async () => {
  const { tools } = makeWorld();
  const taken: string[] = [];
  const listed = (sid: string, mediaCount: number) => ({
    ...{ sid, mediaCount, from: '+15125550100', to: '+15125550000', body: 'hi', status: 'received', code: null },
    at: new Date(START),
  });
  const texts = {
    receivedSince: () => Promise.resolve({ outcome: 'done', value: [listed('MM1', 1), listed('SM2', 0)] }),
    mediaOf: () => Promise.resolve({ outcome: 'unknown' }),
  };
  const actors = {
    accept: (_: unknown, item: { id: string }) => {
      taken.push(item.id);
      return Promise.resolve({ image: {}, outcome: 'accepted' });
    },
  };
  const runner = { wake: () => undefined } as unknown as Runner;
  const compared = await reconcileTexts({ ...tools, texts, actors } as unknown as Tools, runner, new Date(START));
  expect([compared, taken]).toEqual([{ outcome: 'unanswered', found: 1 }, ['SM2']]);
});

it('goes on where another process ended, and nowhere before that', async () => {
  const [one, other] = [makeWorld(), makeWorld()];
  one.world.minute = 30;
  await one.catchUp();
  await other.catchUp();
  await one.catchUp();
  expect(other.world.asked).toEqual([15]);
  expect(one.world.asked.at(-1)).toBe(15);
});

it('calls a person when nothing could be compared for a quarter of an hour, and says it once', async () => {
  const { catchUp, world } = makeWorld();
  world.isAnswering = false;
  await catchUp();
  expect(world.alerts).toEqual([]);
  const quarter = new Date(Date.now() - 15 * MINUTE);
  await store.connection
    .collection('comparisons')
    .updateOne({}, { $set: { upTo: new Date(START), comparedAt: quarter } });
  await catchUp();
  await catchUp();
  expect(new Set(world.alerts)).toEqual(new Set([`uncompared:${new Date(START).toISOString()}`]));
});

it('reads the list once at a time', async () => {
  const { catchUp, world } = makeWorld();
  await Promise.all([catchUp(), catchUp()]);
  expect(world.asked).toHaveLength(1);
  await catchUp();
  expect(world.asked).toHaveLength(2);
});
