import { expect, it } from 'vitest';
import { acceptStatus, type StatusNews } from '../../src/conversations/accept-status.ts';
import type { InboxItem } from '../../src/conversations/ports/actor.ts';
import type { LoggedText } from '../../src/conversations/ports/message-log.ts';
import type { Runner } from '../../src/conversations/run.ts';
import type { Tools } from '../../src/conversations/tools.ts';

const THREAD = 'sms:+15125550100';
const SENT = new Date('2035-03-06T15:00:00Z');
const delivered: StatusNews = { sid: 'SM1', status: 'delivered', rank: 4, isBad: false, code: null };
const undelivered: StatusNews = { sid: 'SM1', status: 'undelivered', rank: 4, isBad: true, code: 30_003 };
const row = (thread: string, rank: number) =>
  ({ thread, key: 'job.booked', body: 'Hi', conversation: 'k7', rank, at: SENT }) as LoggedText;
const order = {
  address: { kind: 'thread', id: THREAD },
  item: { at: SENT, conversation: 'k7', effect: { type: 'say', key: 'job.booked', body: 'Hi' } },
};

/** What is written, in its order, when the log and the outbox hold this. */
const heard = async (
  news: StatusNews,
  known: { rows?: (LoggedText | null)[]; order?: object; effectId?: string; consent?: object },
) => {
  const { effectId = 'ref.1.0', rows = [null] } = known;
  const writes: unknown[] = [];
  const looks = [...rows];
  const tools = {
    clock: { now: () => new Date(0) },
    log: {
      byId: () => Promise.resolve(looks.length > 1 ? looks.shift() : looks[0]),
      advance: ({ id }: { id: string }) => {
        writes.push(id);
        return Promise.resolve({ isFirstNews: false });
      },
    },
    actors: {
      readConsent: () => Promise.resolve(known.consent ?? null),
      findOrder: () => Promise.resolve(known.order ?? null),
      accept: ({ id }: { id: string }, { conversation, what }: InboxItem) => {
        writes.push([id, conversation, what.kind === 'event' ? what.event.type : null]);
        return Promise.resolve({ outcome: 'accepted', image: {} });
      },
    },
  } as unknown as Tools;
  await acceptStatus(tools, { wake: () => undefined } as unknown as Runner, { effectId, news });
  return writes;
};

it('keeps no row for the fate of a text that told an administrator of an alert', async () => {
  const ids = ['alert-stuck:ref.1.0', 'alert-uncompared:2035-03-06T15:00:00.000Z', 'ref.1.0'];
  const written = await Promise.all(ids.map((effectId) => heard(delivered, { effectId })));
  expect(written).toEqual([[], [], ['ref.1.0']]);
});

it('tells bad news before it notes them, so that a death between the two loses none', async () => {
  const told = [[THREAD, 'k7', 'text.failed'], 'ref.1.0'];
  expect(await heard(undelivered, { rows: [row(THREAD, 0)] })).toEqual(told);
});

it.each([
  ['nothing is', [null]],
  ['only an earlier callback is', [row('', 2)]],
])('tells bad news of a text that its order alone knows: %s in the log', async (_what, rows) => {
  expect(await heard(undelivered, { rows, order })).toEqual([[THREAD, 'k7', 'text.failed'], 'ref.1.0']);
});

it('looks into the log once more when the order was forgotten in between', async () => {
  const told = [[THREAD, 'k7', 'text.failed'], 'ref.1.0'];
  expect(await heard(undelivered, { rows: [null, row(THREAD, 0)] })).toEqual(told);
});

it('tells nobody of what is old news, or of a text that is not ours', async () => {
  expect(await heard(undelivered, { rows: [row(THREAD, 4)] })).toEqual(['ref.1.0']);
  expect(await heard(undelivered, {})).toEqual(['ref.1.0']);
});

it('hears in a refusal for opting out that the person wants no texts', async () => {
  const news = { ...undelivered, code: 21_610 };
  expect(await heard(news, { rows: [row(THREAD, 0)] })).toEqual([[THREAD, 'k7', 'consent.withdrawn'], 'ref.1.0']);
});

it('hears no wish in a refusal of what was sent before his START', async () => {
  const news = { ...undelivered, code: 21_610 };
  const consentAt = (seconds: number) => ({ state: 'in', at: new Date(SENT.getTime() + seconds * 1_000) });
  const rows = [row(THREAD, 0)];
  expect(await heard(news, { rows, consent: consentAt(5) })).toEqual([[THREAD, 'k7', 'text.failed'], 'ref.1.0']);
  expect(await heard(news, { rows, consent: consentAt(-5) })).toEqual([[THREAD, 'k7', 'consent.withdrawn'], 'ref.1.0']);
});
