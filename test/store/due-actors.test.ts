import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeClock } from '../../src/conversations/clock.ts';
import { emptyDraft, planOf } from '../../src/conversations/plan.ts';
import type { DueSearch, InboxItem } from '../../src/conversations/ports/actor.ts';
import type { ActorAddress } from '../../src/domain/actor.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { ownDatabase } from '../support/database.ts';

const clock = makeClock();
let one: Store;
let other: Store;

beforeAll(async () => {
  const options = { uri: ownDatabase(), clock };
  [one, other] = [await openStore(options), await openStore(options)];
});
afterAll(async () => {
  await one.connection.dropDatabase();
  await Promise.all([one.close(), other.close()]);
});

let count = 0;
const newThread = (): ActorAddress => ({ kind: 'thread', id: `sms:+1512555${String((count += 1)).padStart(4, '0')}` });
const text = (id: string, readyInMs: number | null = null): InboxItem => ({
  id,
  at: clock.now(),
  readyAt: readyInMs === null ? null : new Date(clock.now().getTime() + readyInMs),
  tries: 0,
  letter: null,
  conversation: null,
  what: { kind: 'text', text: { body: 'hello', media: [], button: null, location: null } },
});
const sweep = async (store: Store, search: Partial<DueSearch> = {}) =>
  store.actors.due({ now: clock.now(), limit: 500, isAtWork: () => false, ...search });
const idsOf = async (...sweeping: Parameters<typeof sweep>) => (await sweep(...sweeping)).actors.map(({ id }) => id);
/** As if nobody had done anything for so long that it must be looked at. */
const letGracePass = ({ id }: ActorAddress) =>
  one.models.thread.collection.updateOne({ _id: id as never }, { $set: { wakeAt: new Date(1) } });
const load = async (address: ActorAddress) => {
  const image = await one.actors.load(address);
  if (image === null) throw new Error('There is no such actor.');
  return image;
};

/** A thread with one timer. */
const timed = async (dueInMs: number): Promise<ActorAddress> => {
  const address = newThread();
  const { image } = await one.actors.accept(address, text('SM1'), null);
  const at = new Date(clock.now().getTime() + dueInMs).toISOString();
  const orders = [{ conversation: 'c1', effect: { type: 'setTimer' as const, name: 'draft.idled' as const, at } }];
  const plan = planOf(image, { ...emptyDraft(image, image.inbox), orders }, clock.now());
  await one.actors.commit(address, image.revision, plan);
  return address;
};

it('is found by indexes, and so is what is under way, however many rest', async () => {
  const resting = Array.from({ length: 300 }, (_, index) => ({ _id: `r${index}`, ref: `r${index}`, schema: 1 }));
  const alarms = { wakeAt: null, dueAt: null };
  await one.models.thread.collection.insertMany(resting.map((row) => ({ ...row, ...alarms })) as never[]);
  await timed(60_000);
  const { db } = one.connection;
  await db?.command({ profile: 2 });
  await sweep(one);
  await one.work(new Date(clock.now().getTime() + 120_000));
  await db?.command({ profile: 0 });
  const reads =
    (await db
      ?.collection('system.profile')
      .find({ op: { $ne: 'update' } })
      .toArray()) ?? [];
  const plans = reads.map((read) => String(read['planSummary'])).join();
  expect(plans.split('IXSCAN').length).toBeGreaterThan(6);
  expect(plans).not.toContain('COLLSCAN');
  expect(Math.max(...reads.map((read) => Number(read['docsExamined'] ?? 0)))).toBeLessThan(10);
});

it('gives what fell due to one process, and takes it up again when that one does nothing', async () => {
  const address = await timed(-1);
  expect(await idsOf(one)).not.toContain(address.id);
  await letGracePass(address);
  const found = await Promise.all([idsOf(one), idsOf(other)]);
  expect(found.flat().filter((id) => id === address.id)).toHaveLength(1);
  await letGracePass(address);
  expect(await idsOf(other)).toContain(address.id);
});

it('counts how often a timer was taken up, as it does for an event', async () => {
  const address = await timed(60_000);
  clock.advance(clock.offsetMs() + 61_000);
  expect(await idsOf(one)).toContain(address.id);
  expect((await load(address)).timers).toMatchObject([{ name: 'draft.idled' }]);
  expect((await load(address)).timers[0]?.tries).toBeUndefined();
  for (const tries of [1, 2]) {
    await letGracePass(address);
    expect(await idsOf(one)).toContain(address.id);
    expect((await load(address)).timers).toMatchObject([{ tries }]);
  }
});

it('counts a text whose time was to come, once a process has died over it', async () => {
  const address = newThread();
  await one.actors.accept(address, text('SM1', 60_000), null);
  clock.advance(clock.offsetMs() + 61_000);
  expect(await idsOf(one)).toContain(address.id);
  expect((await load(address)).inbox).toMatchObject([{ tries: 0 }]);
  await letGracePass(address);
  expect(await idsOf(other)).toContain(address.id);
  expect((await load(address)).inbox).toMatchObject([{ tries: 1 }]);
});

it('counts only what the next turn takes: whatever waits behind it is not to blame', async () => {
  const address = await timed(-1);
  await one.actors.accept(address, text('SM9'), null);
  const fact = (id: string) => ({
    ...text(id),
    what: { kind: 'event' as const, event: { type: 'request.withdrawn' as const } },
  });
  await one.actors.accept(address, fact('evt_1'), null);
  await one.actors.accept(address, fact('evt_2'), null);
  await letGracePass(address);
  expect(await idsOf(other)).toContain(address.id);
  const { inbox, timers } = await load(address);
  expect(inbox.map(({ id, tries }) => [id, tries])).toEqual([
    ['SM9', 0],
    ['evt_1', 1],
    ['evt_2', 0],
  ]);
  expect(timers.map(({ tries = 0 }) => tries)).toEqual([0]);
});

it('holds no death against a burst that still grows', async () => {
  const address = newThread();
  await one.actors.accept(address, text('SM1', -1), null);
  await one.actors.accept(address, text('SM2', 10_000), null);
  await letGracePass(address);
  expect(await idsOf(other)).toContain(address.id);
  expect((await load(address)).inbox.map(({ tries }) => tries)).toEqual([0, 0]);
});

it('holds nothing against a process that is at work here, and leaves its work with it', async () => {
  const address = newThread();
  await one.actors.accept(address, text('SM1'), null);
  const { wakeAt } = await load(address);
  await letGracePass(address);
  expect(await idsOf(one, { isAtWork: ({ id }) => id === address.id })).toContain(address.id);
  const after = await load(address);
  expect(after.inbox).toMatchObject([{ tries: 0 }]);
  expect(after.wakeAt?.getTime()).toBeGreaterThan(wakeAt?.getTime() ?? Infinity);
});

it('says when there is more, and comes to an end', async () => {
  await sweep(one);
  const all = Array.from({ length: 5 }, newThread);
  await Promise.all(all.map((address) => one.actors.accept(address, text('SM1'), null)));
  await Promise.all(all.map(letGracePass));
  const found = [];
  for (let isMore = true; isMore;) {
    const due = await sweep(one, { limit: 2, isAtWork: () => true });
    found.push(...due.actors.map(({ id }) => id));
    isMore = due.isMore;
  }
  expect(found).toEqual(expect.arrayContaining(all.map(({ id }) => id)));
});
