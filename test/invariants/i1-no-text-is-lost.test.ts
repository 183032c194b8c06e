import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acceptText } from '../../src/conversations/accept.ts';
import type { Runner } from '../../src/conversations/run.ts';
import { reconcileTexts } from '../../src/conversations/reconcile.ts';
import { INBOX_CAP } from '../../src/store/actor-pipelines.ts';
import { openTown, type Town } from '../support/town.ts';
import { AT, fault, homeowner, logOf, noFaults, threadImage, threadOf } from './scene.ts';

const sidOf = (index: number) => `SM${String(index).padStart(32, '0')}`;
const hourAgo = (town: Town) => new Date(town.app.clock.now().getTime() - 3_600_000);
const received = async (town: Town, number: string) =>
  (await logOf(town, number)).filter(({ direction }) => direction === 'in');

describe('a town', () => {
  let town: Town;
  beforeAll(async () => {
    town = await openTown({ at: AT });
  });
  afterAll(() => town.close());

  it('answers a text once that is delivered 20 times at the same moment', async () => {
    const number = homeowner(1);
    const order = { sid: sidOf(1) };
    const all = await Promise.all(Array.from({ length: 20 }, () => town.send(number, 'hi', order)));
    await town.settle();
    await town.says(number, 'hi', order);
    expect(all.map(({ webhook }) => webhook.status)).toEqual(all.map(() => 200));
    expect(await received(town, number)).toHaveLength(1);
    expect(await town.heard(number)).toHaveLength(1);
  });

  it('finds a text whose webhook was lost, and answers it once', async () => {
    const number = homeowner(2);
    await fault(town, { peer: 'twilio', kind: 'webhook-lost', match: 'lost hello', times: 1 });
    await town.says(number, 'lost hello');
    expect(await town.heard(number)).toEqual([]);
    const reconcile = () => reconcileTexts(town.app.tools, town.app.runner, hourAgo(town));
    expect((await Promise.all([reconcile(), reconcile()])).map(({ outcome }) => outcome)).toEqual([
      'compared',
      'compared',
    ]);
    await town.settle();
    expect(await reconcile()).toEqual({ outcome: 'compared', found: 0 });
    await town.settle();
    expect((await received(town, number)).map(({ body }) => body)).toEqual(['lost hello']);
    expect(await town.heard(number)).toHaveLength(1);
  });

  it('looks for lost texts when a process starts', async () => {
    const number = homeowner(3);
    await fault(town, { peer: 'twilio', kind: 'webhook-lost', match: 'lost before', times: 1 });
    await town.says(number, 'lost before the start');
    await (await town.startAnother()).close();
    await town.settle();
    expect((await received(town, number)).map(({ body }) => body)).toEqual(['lost before the start']);
    expect(await town.heard(number)).toHaveLength(1);
  });

  it('has a job that looks for them every minute', async () => {
    const job = await town.app.store.connection.collection('jobs').findOne({ name: 'reconcileTexts' });
    expect(job).toMatchObject({ repeatInterval: '1 minute' });
  });

  it('says that it could not compare when Twilio does not answer', async () => {
    await fault(town, { peer: 'twilio', kind: '500', match: 'GET /2010' });
    expect(await reconcileTexts(town.app.tools, town.app.runner, hourAgo(town))).toMatchObject({
      outcome: 'unanswered',
    });
    await noFaults(town);
  });

  it('keeps every text of a flood, answers it in a few texts, and lets no document swell', async () => {
    const number = homeowner(4);
    const longest = 'añ'.repeat(800);
    const sizes: number[] = [];
    const all = Array.from({ length: 100 }, async (_, index) => {
      const { webhook } = await town.send(number, `${String(index)} ${longest}`.slice(0, 1_600));
      const image = await town.app.tools.actors.load(threadOf(number));
      sizes.push(JSON.stringify(image).length);
      expect(image?.inbox.length).toBeLessThanOrEqual(INBOX_CAP);
      return webhook.status;
    });
    expect(new Set(await Promise.all(all))).toEqual(new Set([200]));
    await town.settle();
    expect(Math.max(...sizes)).toBeLessThan(200_000);
    const bodies = (await received(town, number)).map(({ body }) => Number(body.split(' ')[0]));
    expect(bodies.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, index) => index));
    expect((await town.heard(number)).length).toBeLessThanOrEqual(6);
    expect((await threadImage(town, number)).inbox).toEqual([]);
  });

  it('keeps an event of an inbox within 4 kB', async () => {
    const number = homeowner(5);
    const { tools } = town.app;
    const media = Array.from({ length: 10 }, (_, index) => `https://example.org/${String(index)}${'x'.repeat(180)}`);
    const idle: Runner = {
      wake: () => undefined,
      isAtWork: () => false,
      idle: () => Promise.resolve(),
      count: () => 0,
      stop: () => undefined,
    };
    const text = { body: '水'.repeat(1_600), media, button: null, location: null };
    await acceptText(tools, idle, { sid: sidOf(5), thread: `sms:${number}`, text });
    const [event] = (await threadImage(town, number)).inbox;
    expect(Buffer.byteLength(JSON.stringify(event))).toBeLessThanOrEqual(4_096);
    await town.settle();
  });
});

it('takes the texts of one number in order, one at a time, in two processes', async () => {
  let [running, most] = [0, 0];
  const heard = new Map<string, { readonly revision: number; readonly ids: readonly string[] }>();
  const isWaiting = async (id: string, ids: readonly string[]) => {
    const query = { _id: id as never, 'inbox.id': { $in: ids } };
    return (await town.app.store.models.thread.collection.countDocuments(query)) > 0;
  };
  const town = await openTown({
    at: AT,
    options: {
      around: (tools) => ({
        ...tools,
        actors: {
          ...tools.actors,
          commit: async (address, revision, plan) => {
            const after = await tools.actors.commit(address, revision, plan);
            const texts = plan.heardItems.filter(({ what }) => what.kind === 'text');
            // Of two commits the later one may be answered first, and the earlier one then counts as lost, though it was
            // written: its texts have left the inbox.
            const ids = texts.map(({ id }) => id);
            if (after !== null || !(await isWaiting(address.id, ids))) heard.set(ids.join(), { revision, ids });
            return after;
          },
        },
        texts: {
          ...tools.texts,
          send: async (text) => {
            most = Math.max(most, (running += 1));
            const sent = await tools.texts.send(text);
            running -= 1;
            return sent;
          },
        },
      }),
    },
  });
  try {
    const number = homeowner(1);
    const other = await town.startAnother();
    const [one, two] = [town.app, other];
    const sids = Array.from({ length: 12 }, (_, index) => sidOf(index));
    for (const [index, sid] of sids.entries()) {
      const { runner, tools } = index % 2 === 0 ? one : two;
      const text = { body: String((index % 9) + 1), media: [], button: null, location: null };
      await acceptText(tools, runner, { sid, thread: `sms:${number}`, text });
    }
    await town.settle();
    expect([...heard.values()].toSorted((a, b) => a.revision - b.revision).flatMap(({ ids }) => ids)).toEqual(sids);
    expect(most).toBe(1);
    expect((await received(town, number)).map(({ id }) => id).toSorted()).toEqual(sids);
    expect(await town.heard(number)).toHaveLength(12);
  } finally {
    await town.close();
  }
});
