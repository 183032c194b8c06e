import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InboxItem, OutboxItem } from '../../src/conversations/ports/actor.ts';
import { INBOX_CAP } from '../../src/store/actor-pipelines.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { ownDatabase } from '../support/database.ts';
import { clock, letter, said, text, thread } from './actor-items.ts';

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

describe('accept', () => {
  it('keeps all of 20 first contacts that meet on one new address', async () => {
    const address = thread();
    const all = Array.from({ length: 20 }, (_, index) => text(`SM${index}`));
    const answers = await Promise.all(
      all.map((item, index) => (index % 2 ? one : other).actors.accept(address, item, null)),
    );
    expect(answers.map(({ outcome }) => outcome)).toEqual(all.map(() => 'accepted'));
    const image = await one.actors.load(address);
    expect(new Set(ids(image?.inbox ?? []))).toEqual(new Set(ids(all)));
    expect(new Set(answers.map((answer) => answer.image.ref)).size).toBe(1);
  });

  it('takes words that look like field paths for words', async () => {
    const { image } = await one.actors.accept(thread(), text('SM1', '$100 max, $$NOW'), null);
    expect(image.inbox[0]?.what).toMatchObject({ kind: 'text', text: { body: '$100 max, $$NOW' } });
  });

  it('takes ids that look like field paths for ids', async () => {
    const address = thread();
    await one.actors.accept(address, text('$_id'), null);
    expect((await one.actors.accept(address, text('$_id'), null)).image.inbox).toHaveLength(1);
    const { image } = await one.actors.accept(address, letter('l.1.0', '$ref', 1_000), null);
    await one.actors.commit(address, image.revision, said(image, image.inbox, []));
    expect((await one.actors.accept(address, letter('l.1.0', '$ref', 1_000), null)).outcome).toBe('duplicate');
  });

  it('ignores a redelivery before and after its turn', async () => {
    const address = thread();
    const { image } = await one.actors.accept(address, text('SM1'), null);
    expect((await one.actors.accept(address, text('SM1'), null)).image.inbox).toHaveLength(1);
    await one.actors.commit(address, image.revision, said(image, image.inbox, []));
    const again = await other.actors.accept(address, text('SM1'), null);
    expect(again.outcome).toBe('duplicate');
    expect(again.image.inbox).toEqual([]);
  });

  it('hears letters of one sender in order, and each once', async () => {
    const address = thread();
    const { image } = await one.actors.accept(address, letter('b.2.0', 'b', 2_000), null);
    await one.actors.commit(address, image.revision, said(image, image.inbox, []));
    expect((await one.actors.accept(address, letter('b.1.0', 'b', 1_000), null)).outcome).toBe('duplicate');
    expect((await one.actors.accept(address, letter('b.2.0', 'b', 2_000), null)).outcome).toBe('duplicate');
    expect((await one.actors.accept(address, letter('b.2.1', 'b', 2_001), null)).outcome).toBe('accepted');
    expect((await one.actors.accept(address, letter('c.1.0', 'c', 1_000), null)).outcome).toBe('accepted');
  });

  it('does not let a flood swell a document, and refuses no letter for it', async () => {
    const address = thread();
    for (let index = 0; index < INBOX_CAP; index += 1) await one.actors.accept(address, text(`SM${index}`), null);
    expect((await one.actors.accept(address, text('SMlast'), null)).outcome).toBe('full');
    expect((await one.actors.accept(address, letter('d.1.0', 'd', 1_000), null)).outcome).toBe('accepted');
  });

  it('takes no crowd of letters for a flood of texts', async () => {
    const address = thread();
    for (let index = 0; index < INBOX_CAP; index += 1)
      await one.actors.accept(address, letter(`l${index}.1.0`, `l${index}`, 1_000), null);
    expect((await one.actors.accept(address, text('SM1'), null)).outcome).toBe('accepted');
  });
});

describe('commit', () => {
  it('lets one of two steps on the same image win', async () => {
    const address = thread();
    const { image } = await one.actors.accept(address, text('SM1'), null);
    const ends = await Promise.all(
      [one, other].map((store) => store.actors.commit(address, image.revision, said(image, image.inbox, ['hi']))),
    );
    expect(ends.filter((end) => end !== null)).toHaveLength(1);
    expect((await one.actors.load(address))?.outbox).toHaveLength(1);
  });

  it('leaves alone what came in while it was decided', async () => {
    const address = thread();
    const { image } = await one.actors.accept(address, text('SM1'), null);
    await other.actors.accept(address, text('SM2'), null);
    const after = await one.actors.commit(address, image.revision, said(image, image.inbox, []));
    expect(ids(after?.inbox ?? [])).toEqual(['SM2']);
  });

  it('leaves work of a newer schema where it is', async () => {
    const address = thread();
    const { image } = await one.actors.accept(address, text('SM1'), null);
    await one.models.thread.collection.updateOne({ _id: address.id as never }, { $set: { schema: 99 } });
    expect(await one.actors.commit(address, image.revision, said(image, image.inbox, []))).toBeNull();
    await new Promise((resolve) => setTimeout(resolve, 80));
    expect(await dueIds(one)).not.toContain(address.id);
    expect((await one.actors.accept(address, text('SM2'), null)).outcome).toBe('accepted');
  });
});

describe('the sweep', () => {
  it('counts what it takes up, once for all processes', async () => {
    const address = thread();
    await one.actors.accept(address, text('SM1'), null);
    await new Promise((resolve) => setTimeout(resolve, 80));
    const found = await Promise.all([one, other].map((store) => dueIds(store)));
    expect(found.flat().filter((id) => id === address.id)).toHaveLength(1);
    expect((await one.actors.load(address))?.inbox[0]?.tries).toBe(1);
  });

  it('finds a text that was gathered once its time has come', async () => {
    const address = thread();
    const readyAt = new Date(clock.now().getTime() + 60_000);
    const { image } = await one.actors.accept(address, text('SM1', 'well', readyAt), null);
    expect(image).toMatchObject({ wakeAt: null, dueAt: readyAt });
    expect(await dueIds(one)).not.toContain(address.id);
    expect(await dueIds(one, readyAt)).toContain(address.id);
  });
});
