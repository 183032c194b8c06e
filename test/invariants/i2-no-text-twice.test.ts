import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeClock } from '../../src/conversations/clock.ts';
import { emptyDraft, planOf, type Order } from '../../src/conversations/plan.ts';
import type { Tools } from '../../src/conversations/tools.ts';
import { openStore } from '../../src/store/open-store.ts';
import { ownDatabase } from '../support/database.ts';
import { makeMortal } from '../support/mortal.ts';
import { openTown, type Town } from '../support/town.ts';
import { expectNothingStuck } from '../support/books.ts';
import {
  AT,
  eventually,
  fault,
  homeowner,
  inForm,
  logOf,
  noFaults,
  sendsTo,
  threadImage,
  threadOf,
  TIMING,
  wire,
} from './scene.ts';

const ours = async (town: Town, number: string) =>
  (await logOf(town, number)).filter(({ direction }) => direction === 'out');
const onPhone = async (town: Town, number: string) =>
  (await town.texts(number)).filter(({ direction }) => direction === 'out');

/** The log knows each text of the phone by its sid, once. */
const expectLogged = async (town: Town, number: string) => {
  const sids = (await onPhone(town, number)).map(({ sid }) => sid);
  expect((await ours(town, number)).map(({ sid }) => sid)).toEqual(sids);
};

const sendFault = (town: Town, number: string, order: Readonly<Record<string, unknown>>) =>
  fault(town, { peer: 'twilio', match: inForm(number), times: 1, ...order });

describe('a send that goes wrong', () => {
  let town: Town;
  beforeAll(async () => {
    town = await openTown({ at: AT });
  });
  afterAll(() => town.close());

  it('leaves exactly one text on the phone, whatever Twilio does', async () => {
    const kinds = ['500', '429', 'reset', 'reset-after', 'timeout'].map((kind, index) => ({
      kind,
      number: homeowner(index + 1),
    }));
    for (const { kind, number } of kinds) await sendFault(town, number, { kind, delayMs: 9_000 });
    await Promise.all(kinds.map(({ number }) => town.send(number, 'hi')));
    await town.settle();
    await town.skip('PT2M');
    for (const { kind, number } of kinds) {
      expect([kind, await onPhone(town, number)]).toEqual([kind, [expect.objectContaining({ status: 'delivered' })]]);
      await expectLogged(town, number);
    }
    await expectNothingStuck(town);
  });

  it('sends a text again only when Twilio has not listed it for 60 seconds', async () => {
    const number = homeowner(11);
    await sendFault(town, number, { kind: '500' });
    await town.says(number, 'hi');
    await town.skip('PT15S');
    expect(await onPhone(town, number)).toEqual([]);
    expect((await sendsTo(town, number)).map(({ status }) => status)).toEqual([500]);
    await town.skip('PT50S');
    expect(await onPhone(town, number)).toHaveLength(1);
    expect((await sendsTo(town, number)).map(({ status }) => status)).toEqual([500, 201]);
  });

  it('believes the status callback at once, without asking the list', async () => {
    const number = homeowner(12);
    await fault(town, { peer: 'twilio', kind: '500', match: 'GET /2010' });
    await sendFault(town, number, { kind: 'reset-after' });
    const { now } = (await town.ask('GET', '/clock')) as { now: string };
    await town.send(number, '1');
    await eventually(
      async () => (await ours(town, number)).length === 1 && (await threadImage(town, number)).outbox.length === 0,
    );
    const after = (await town.ask('GET', '/clock')) as { now: string };
    expect(Date.parse(after.now) - Date.parse(now)).toBeLessThan(4_500);
    await noFaults(town);
    await town.skip('PT2M');
    expect(await onPhone(town, number)).toHaveLength(1);
    await expectLogged(town, number);
  });

  it('believes the list when no callback comes', async () => {
    const number = homeowner(13);
    await fault(town, { peer: 'twilio', kind: 'webhook-lost', match: number });
    await sendFault(town, number, { kind: 'reset-after' });
    await noFaults(town);
    await fault(town, { peer: 'twilio', kind: 'reset-after', match: inForm(number), times: 1 });
    await town.send(number, 'hi');
    await fault(town, { peer: 'twilio', kind: 'webhook-lost', match: number });
    await town.settle();
    await town.skip('PT2M');
    await noFaults(town);
    expect(await sendsTo(town, number)).toHaveLength(1);
    await expectLogged(town, number);
  });

  it('never takes one text for the answer to two orders of the same words', async () => {
    const number = homeowner(14);
    await town.says(number, 'hi');
    await fault(town, { peer: 'twilio', kind: 'reset-after', match: inForm(number), times: 2 });
    await town.send(number, '1');
    await town.send(number, '1');
    await town.settle();
    await town.skip('PT2M');
    const [, second, third, ...more] = await onPhone(town, number);
    expect(more).toEqual([]);
    expect(third?.body).toBe(second?.body);
    await expectLogged(town, number);
  });

  it('names the order in the callback URL, and nothing else of it', async () => {
    const sends = await wire(town, 'POST /2010', 'StatusCallback');
    expect(sends.length).toBeGreaterThan(5);
    const ids = sends.map(({ requestBody }) =>
      new URLSearchParams(requestBody).get('StatusCallback')?.split('/').at(-1),
    );
    for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9]{16}\.\d+\.\d+#rc=5&rp=all$/);
  });
});

const refusesNote =
  (isDoomed: () => boolean) =>
  (tools: Tools): Tools => ({
    ...tools,
    log: {
      ...tools.log,
      write: (row) =>
        row.direction === 'out' && isDoomed() ? Promise.reject(new Error('MongoDB is away.')) : tools.log.write(row),
    },
  });

it('looks a text up when its send could not be noted by a process that lives on', async () => {
  let failures = 0;
  const around = refusesNote(() => (failures += 1) <= 2);
  const town = await openTown({ at: AT, options: { timing: TIMING, around } });
  try {
    const number = homeowner(1);
    await town.send(number, 'hi');
    await eventually(
      async () =>
        (await ours(town, number)).some(({ sid }) => sid !== null) &&
        (await threadImage(town, number)).outbox.length === 0,
    );
    await town.skip('PT2M');
    expect(failures).toBeGreaterThan(2);
    expect(await onPhone(town, number)).toHaveLength(1);
    expect(await sendsTo(town, number)).toHaveLength(1);
    await expectLogged(town, number);
  } finally {
    await town.close();
  }
});

describe.concurrent('leaves one text when the process is killed', () => {
  it.each([
    ['texts.send', 'before'],
    ['texts.send', 'after'],
    ['actors.finish thread', 'before'],
    ['actors.finish thread', 'after'],
  ] as const)('%s, %s', async (name, when) => {
    const number = homeowner(1);
    const town = await openTown({ at: AT, options: { timing: TIMING } });
    try {
      await town.app.close();
      const mortal = makeMortal();
      const doomed = await town.startAnother({ around: mortal.around }, town.app.port);
      mortal.begin(0, { act: 0, name, count: 1, when });
      const sending = town.send(number, '1').catch(() => undefined);
      await mortal.death;
      await sending;
      await doomed.drop();
      const after = { ...town, app: await town.startAnother({}, town.app.port) };
      await town.settle();
      await town.skip('PT2M');
      expect(await onPhone(town, number)).toHaveLength(1);
      expect((await sendsTo(town, number)).filter(({ status }) => status === 201)).toHaveLength(1);
      expect(await logOf(after, number)).toHaveLength(2);
      await expectNothingStuck(after);
    } finally {
      await town.close();
    }
  });
});

it('takes no text out of the hands of a living process because the clock was skipped', async () => {
  const [uri, clock] = [ownDatabase(), makeClock()];
  const [one, other] = [await openStore({ uri, clock }), await openStore({ uri, clock })];
  try {
    const address = threadOf(homeowner(1));
    const what = { kind: 'text', text: { body: 'hi', media: [], button: null, location: null } } as const;
    const item = { id: 'SM1', at: clock.now(), readyAt: null, tries: 0, letter: null, conversation: null, what };
    const { image } = await one.actors.accept(address, item, null);
    const order: Order = { conversation: null, effect: { type: 'freeCode', code: 'K7' } };
    const plan = planOf(image, { ...emptyDraft(image, [item]), orders: [order] }, clock.now());
    const mine = await one.actors.commit(address, image.revision, plan);
    clock.advance(30 * 24 * 3_600_000);
    const his = await other.actors.takeClaim(address);
    expect(his?.claim).toEqual(mine?.claim);
    expect(his?.outbox).toMatchObject([{ takeovers: 0, unknownSince: null }]);
    expect(his !== null && other.actors.mayPerform(his)).toBe(false);
    expect(mine !== null && one.actors.mayPerform(mine)).toBe(true);
    expect((await other.actors.due({ now: clock.now(), limit: 10, isAtWork: () => false })).actors).toEqual([]);
  } finally {
    await one.connection.dropDatabase();
    await Promise.all([one.close(), other.close()]);
  }
});
