import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reconcileTexts } from '../../src/conversations/reconcile.ts';
import type { Tools } from '../../src/conversations/tools.ts';
import { openTown, type Town } from '../support/town.ts';
import {
  askToPay,
  AT,
  eventually,
  fault,
  homeowner,
  inForm,
  logOf,
  noFaults,
  PROVIDER,
  sendsTo,
  threadImage,
} from './scene.ts';

/** A gate before the reading of consent, which is the last thing before a send. */
const makeGate = () => {
  const state = { isShut: false, waiting: 0 };
  let open: () => void = () => undefined;
  let opened = Promise.resolve();
  const shut = () => {
    state.isShut = true;
    opened = new Promise((resolve) => {
      open = () => {
        state.isShut = false;
        resolve();
      };
    });
  };
  const around = (tools: Tools): Tools => ({
    ...tools,
    actors: {
      ...tools.actors,
      readConsent: async (id) => {
        if (state.isShut) {
          state.waiting += 1;
          await opened;
        }
        return tools.actors.readConsent(id);
      },
    },
  });
  return { state, shut, open: () => open(), around };
};

const gate = makeGate();
let town: Town;
beforeAll(async () => {
  town = await openTown({ at: AT, options: { around: gate.around } });
  await town.join({ number: PROVIDER });
});
afterAll(() => town.close());

const ourWords = async (number: string) => (await logOf(town, number)).filter(({ direction }) => direction === 'out');

describe('a text that is on its way out', () => {
  it('is not sent when STOP came between its decision and its sending', async () => {
    const number = homeowner(1);
    gate.shut();
    await town.send(number, '1');
    await eventually(() => gate.state.waiting > 0);
    await town.send(number, 'STOP');
    gate.open();
    await town.settle();
    expect(await sendsTo(town, number)).toEqual([]);
    expect((await ourWords(number)).map(({ status }) => status)).toEqual(['withheld']);
  });

  it('is not sent again after STOP when nobody knows whether it was sent', async () => {
    const number = homeowner(2);
    await fault(town, { peer: 'twilio', kind: '500', match: inForm(number), times: 1 });
    await town.send(number, '1');
    await eventually(async () =>
      (await threadImage(town, number)).outbox.some(({ unknownSince }) => unknownSince !== null),
    );
    await town.send(number, 'STOP');
    await town.settle();
    await town.skip('PT5M');
    expect((await sendsTo(town, number)).map(({ status }) => status)).toEqual([500]);
    expect((await ourWords(number)).at(-1)?.status).toBe('withheld');
  });
});

/** How many texts follow the words, and how many follow what is said after them. */
const silentAfter = async (number: string, words: string, channel: 'sms' | 'whatsapp' = 'sms') => {
  const count = async () => (await town.heard(number)).length;
  await town.says(number, '1', { channel });
  const before = await count();
  await town.says(number, words, { channel });
  const confirmed = (await count()) - before;
  await town.send(number, 'Kitchen sink leaking, friday after 3, 1204 Oak Hill Rd 78704', { channel });
  await town.says(number, '1', { channel });
  return { confirmed, after: (await count()) - before - confirmed };
};

describe('whoever wants no more texts', () => {
  // Twilio confirms its own words itself; everything else we confirm, once.
  it.each([
    ['STOP', 11],
    ['Unsubscribe.', 12],
    ['alto', 13],
    ['¡Basta!', 14],
    ['No más mensajes', 15],
    ['darme de baja', 16],
    ['remove me', 17],
    ['please stop texting me', 18],
    ['ya no me manden mensajes por favor', 19],
  ])('hears it confirmed once after %s, and then nothing', async (words, index) => {
    const number = homeowner(index);
    expect(await silentAfter(number, words)).toEqual({ confirmed: 1, after: 0 });
    expect((await threadImage(town, number)).consent?.state).toBe('out');
    expect((await logOf(town, number)).filter(({ direction }) => direction === 'in')).toHaveLength(4);
  });

  it('hears it confirmed by us on WhatsApp, where Twilio says nothing', async () => {
    expect(await silentAfter(homeowner(21), 'STOP', 'whatsapp')).toEqual({ confirmed: 1, after: 0 });
  });

  it('is heard again after START', async () => {
    const number = homeowner(13);
    await town.says(number, 'START');
    expect((await threadImage(town, number)).consent?.state).toBe('in');
    const before = (await sendsTo(town, number)).length;
    await town.says(number, 'hi');
    expect((await sendsTo(town, number)).length).toBe(before + 1);
  });

  it('stays in when an old STOP is delivered once more after START', async () => {
    const number = homeowner(22);
    const sid = `SM${'7'.repeat(32)}`;
    await town.says(number, 'alto', { sid });
    await town.says(number, 'START');
    await town.says(number, 'alto', { sid });
    expect((await threadImage(town, number)).consent?.state).toBe('in');
  });

  it.each([
    ['in', 'two minutes', 'PT2M', 25],
    ['out', 'five seconds', 'PT5S', 26],
  ])('is %s when a STOP that was lost is found after a START %s later', async (state, _, later, index) => {
    const number = homeowner(index);
    await town.says(number, 'hi');
    await fault(town, { peer: 'twilio', kind: 'webhook-lost', match: 'STOP', times: 1 });
    // the app compares by itself each minute: not before START
    await fault(town, { peer: 'twilio', kind: '500', match: 'GET /2010' });
    await town.says(number, 'STOP');
    await town.skip(later);
    await town.says(number, 'START');
    await noFaults(town);
    const hourAgo = new Date(town.app.clock.now().getTime() - 3_600_000);
    const { outcome } = await reconcileTexts(town.app.tools, town.app.runner, hourAgo);
    expect(outcome).toBe('compared');
    await town.settle();
    expect((await threadImage(town, number)).consent?.state).toBe(state);
    expect((await logOf(town, number)).filter(({ direction }) => direction === 'in')).toHaveLength(3);
    const before = (await sendsTo(town, number)).length;
    await town.says(number, 'hi');
    expect((await sendsTo(town, number)).length).toBe(before + (state === 'in' ? 1 : 0));
  });

  it('is silent for letters of a booking too, also when a text of it is refused as opted out', async () => {
    const number = homeowner(23);
    await askToPay(town, number);
    await town.says(number, 'STOP');
    const before = (await sendsTo(town, number)).length;
    await town.skip('PT20M');
    expect(await sendsTo(town, number)).toHaveLength(before);
  });

  it('is remembered when only Twilio knew of it', async () => {
    const number = homeowner(24);
    await fault(town, { peer: 'twilio', kind: 'webhook-lost', match: 'STOP', times: 1 });
    await town.says(number, 'STOP');
    await noFaults(town);
    await town.says(number, '1');
    expect((await sendsTo(town, number)).map(({ status }) => status)).toEqual([400]);
    expect((await threadImage(town, number)).consent?.state).toBe('out');
    await town.says(number, '2');
    expect(await sendsTo(town, number)).toHaveLength(1);
  });
});
