import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ActorImage, CommitPlan, InboxItem, OutboxItem } from '../../src/conversations/ports/actor.ts';
import { makeClock } from '../../src/conversations/clock.ts';
import { emptyDraft, planOf } from '../../src/conversations/plan.ts';
import { INBOX_CAP } from '../../src/store/actor-pipelines.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { ownDatabase } from '../support/database.ts';

let one: Store;
let other: Store;
const clock = makeClock();

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

let count = 0;
const thread = () => ({ kind: 'thread' as const, id: `sms:+1512555${String((count += 1)).padStart(4, '0')}` });
const text = (id: string, body = 'hello', readyAt: Date | null = null): InboxItem => ({
  id,
  at: clock.now(),
  readyAt,
  tries: 0,
  letter: null,
  conversation: null,
  what: { kind: 'text', text: { body, media: [], button: null, location: null } },
});
const letter = (id: string, ref: string, sequence: number): InboxItem => ({
  ...text(id),
  letter: { ref, sequence },
  what: { kind: 'event', event: { type: 'request.withdrawn' } },
});
const said = (image: ActorImage, items: readonly InboxItem[], bodies: readonly string[]): CommitPlan =>
  planOf(
    image,
    {
      ...emptyDraft(image, items),
      orders: bodies.map((body) => ({
        conversation: 'desk',
        effect: {
          type: 'spoken',
          asks: null,
          speech: { type: 'say', key: 'desk.introduced', body, buttons: [], until: null, isFarewell: false },
        },
      })),
    },
    clock.now(),
  );
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

const committed = async (store: Store, bodies: readonly string[]) => {
  const address = thread();
  const { image } = await store.actors.accept(address, text('SM1'), null);
  const after = await store.actors.commit(address, image.revision, said(image, image.inbox, bodies));
  if (after === null) throw new Error('The commit was lost.');
  return { address, image: after };
};

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

  it('begins every doubt anew, for who took over may have lost sight of a text as well', async () => {
    const { address, image } = await committed(one, ['first']);
    const [{ id, lane }] = image.outbox as [OutboxItem];
    const [nextAt, long] = [clock.now(), new Date(clock.now().getTime() - 120_000)];
    await one.actors.finish(address, [{ id, lane, outcome: 'again', nextAt, unknownSince: long }]);
    await new Promise((resolve) => setTimeout(resolve, 350));
    const taken = await other.actors.takeClaim(address);
    expect(taken?.outbox[0]?.unknownSince?.getTime()).toBeGreaterThan(nextAt.getTime());
    const late = await one.actors.finish(address, [{ id, lane, outcome: 'again', nextAt, unknownSince: null }]);
    expect(late?.outbox).toEqual(taken?.outbox);
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
      { id: head.id, lane: head.lane, outcome: 'again', nextAt, unknownSince: null },
    ]);
    expect(after?.outbox.map((item) => item.nextAt)).toEqual([nextAt, nextAt]);
    expect(after?.outbox.map((item) => item.tries)).toEqual([1, 0]);
    expect(after).toMatchObject({ claim: null, wakeAt: null, dueAt: nextAt });
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
