import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InboxItem, OutboxItem } from '../../src/conversations/ports/actor.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { ownDatabase } from '../support/database.ts';
import { clock, committed, letter, said, text } from './actor-items.ts';

let one: Store;
let other: Store;

beforeAll(async () => {
  const uri = ownDatabase();
  one = await openStore({ uri, clock, timing: { claimMs: 300, graceMs: 50 } });
  other = await openStore({ uri, clock, timing: { claimMs: 300, graceMs: 50 } });
});
afterAll(async () => {
  await one.connection.dropDatabase();
  await one.close();
  await other.close();
});

const dueIds = async (store: Store, now = clock.now()) =>
  (await store.actors.due({ now, limit: 100, isAtWork: () => false })).actors.map(({ id }) => id);

const ids = (items: readonly (InboxItem | OutboxItem)[]) => items.map(({ id }) => id);

describe('the claim', () => {
  it('belongs to the process whose commit found it free; another only appends', async () => {
    const { address, image } = await committed(one, ['first']);
    expect(one.actors.mayPerform(image)).toBe(true);
    const more = await other.actors.accept(address, text('SM2'), null);
    const after = await other.actors.commit(
      address,
      more.image.revision,
      said(more.image, more.image.inbox, ['second']),
    );
    expect(after?.outbox.map((item) => item.effect)).toMatchObject([{ body: 'first' }, { body: 'second' }]);
    expect(after === null ? null : other.actors.mayPerform(after)).toBe(false);
    expect(after?.outbox.map((item) => item.unknownSince)).toEqual([null, null]);
  });

  it('passes on when its holder died, and nobody believes to know what he did', async () => {
    const { address } = await committed(one, ['first']);
    await new Promise((resolve) => setTimeout(resolve, 350));
    expect(await dueIds(other)).toContain(address.id);
    const taken = await other.actors.takeClaim(address);
    expect(taken === null ? null : other.actors.mayPerform(taken)).toBe(true);
    expect(taken?.outbox[0]).toMatchObject({ takeovers: 1 });
    expect(taken?.outbox[0]?.unknownSince).toBeInstanceOf(Date);
  });

  it('blames the head of each lane alone for the death of its holder, and doubts all that may be done', async () => {
    const { address } = await committed(one, ['first', 'second']);
    await new Promise((resolve) => setTimeout(resolve, 350));
    const taken = await other.actors.takeClaim(address);
    expect(taken?.outbox.map(({ takeovers }) => takeovers)).toEqual([1, 0]);
    expect(taken?.outbox.every(({ unknownSince }) => unknownSince !== null)).toBe(true);
  });

  it('begins every doubt anew, for who took over may have lost sight of a text as well', async () => {
    const { address, image } = await committed(one, ['first']);
    const [{ id, lane }] = image.outbox as [OutboxItem];
    const [nextAt, long] = [clock.now(), new Date(clock.now().getTime() - 120_000)];
    await one.actors.finish(address, [{ id, lane, outcome: 'again', nextAt, unknownSince: long, alert: null }]);
    await new Promise((resolve) => setTimeout(resolve, 350));
    const taken = await other.actors.takeClaim(address);
    expect(taken?.outbox[0]?.unknownSince?.getTime()).toBeGreaterThan(nextAt.getTime());
    const late = await one.actors.finish(address, [
      { id, lane, outcome: 'again', nextAt, unknownSince: null, alert: null },
    ]);
    expect(late?.outbox).toEqual(taken?.outbox);
  });

  it('blames nobody for deaths of before, once a try has come to its end', async () => {
    const { address, image } = await committed(one, ['first']);
    const [{ id, lane }] = image.outbox as [OutboxItem];
    await new Promise((resolve) => setTimeout(resolve, 350));
    await other.actors.takeClaim(address);
    const begun = await other.actors.noteTrial(address, [id]);
    expect(begun?.outbox).toMatchObject([{ takeovers: 1, trials: 1 }]);
    const after = await other.actors.finish(address, [
      { id, lane, outcome: 'again', nextAt: clock.now(), unknownSince: null, alert: null },
    ]);
    expect(after?.outbox).toMatchObject([{ takeovers: 0, trials: 0, tries: 1 }]);
  });

  it('goes back when nothing is left to perform', async () => {
    const { address, image } = await committed(one, ['first']);
    const after = await one.actors.finish(address, [{ id: image.outbox[0]?.id ?? '', outcome: 'over', answers: [] }]);
    expect(after).toMatchObject({ claim: null, outbox: [], wakeAt: null, dueAt: null });
    expect(await other.actors.takeClaim(address)).toMatchObject({ claim: null });
  });
});

describe('finish', () => {
  it('makes the rest of a lane wait with its head', async () => {
    const { address, image } = await committed(one, ['first', 'second']);
    const nextAt = new Date(clock.now().getTime() + 60_000);
    const [head] = image.outbox;
    if (head === undefined) throw new Error('Nothing was ordered.');
    const after = await one.actors.finish(address, [
      { id: head.id, lane: head.lane, outcome: 'again', nextAt, unknownSince: null, alert: null },
    ]);
    expect(after?.outbox.map((item) => item.nextAt)).toEqual([nextAt, nextAt]);
    expect(after?.outbox.map((item) => item.tries)).toEqual([1, 0]);
    expect(after).toMatchObject({ claim: null, wakeAt: null, dueAt: nextAt });
  });

  it('orders what tells a person in the write that puts the work off', async () => {
    const { address, image } = await committed(one, ['first']);
    const [head] = image.outbox as [OutboxItem];
    const nextAt = new Date(clock.now().getTime() + 60_000);
    const alert: OutboxItem = { ...head, id: `stuck:${head.id}`, lane: 'alertPerson' };
    const ending = { id: head.id, lane: head.lane, outcome: 'again' as const, nextAt, unknownSince: null, alert };
    const after = await one.actors.finish(address, [ending]);
    expect(after?.outbox.map((item) => [item.id, item.nextAt])).toEqual([
      [head.id, nextAt],
      [alert.id, null],
    ]);
    expect(after).toMatchObject({ claim: image.claim });
  });

  it('pushes an answer in the write that pulls its order, and only then', async () => {
    const { address, image } = await committed(one, ['first']);
    const id = image.outbox[0]?.id ?? '';
    const answer = { ...letter(`${id}.0`, 'x', 1), letter: null, conversation: 'desk' };
    const ending = { id, outcome: 'over' as const, answers: [answer] };
    expect(ids((await one.actors.finish(address, [ending]))?.inbox ?? [])).toEqual([answer.id]);
    expect((await other.actors.finish(address, [ending]))?.inbox).toHaveLength(1);
  });
});
