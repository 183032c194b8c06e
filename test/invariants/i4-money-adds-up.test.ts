import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectBalancedBooks, expectNothingStuck } from '../support/books.ts';
import { openTown, type Town } from '../support/town.ts';
import { askToPay, AT, bookingOf, bookingState, fault, homeowner, noFaults, PROVIDER, WHEN } from './scene.ts';
import { payPast } from './stripe.ts';

/** One visit a day, each after the one before. */
const DAYS = ['thursday after 3', 'friday after 3', 'saturday after 3', 'sunday after 3'];

interface Books {
  readonly charges: readonly { readonly id: string; readonly amount: number }[];
  readonly refunds: readonly { readonly charge: string; readonly amount: number }[];
  readonly transfers: readonly { readonly amount: number }[];
}
const booksOf = async (town: Town) => (await town.ask('GET', '/books')) as Books;
const sum = (rows: readonly { amount: number }[]) => rows.reduce((total, { amount }) => total + amount, 0);

/** From the payment to the last cent. */
const finish = async (town: Town, number: string) => {
  await town.pay(number);
  await town.skip('PT2M');
  const { window } = (await bookingOf(town, number)).facts as { window: { start: string } };
  await town.clockTo(window.start);
  for (const word of ['OTW', 'HERE', 'DONE']) await town.says(PROVIDER, word);
  await town.says(number, '1');
  await town.skip('PT10M');
};

const openShop = async () => {
  const town = await openTown({ at: AT });
  await town.join({ number: PROVIDER });
  return town;
};

describe('a booking under a Stripe that fails', () => {
  let town: Town;
  beforeAll(async () => {
    town = await openShop();
  });
  afterAll(() => town.close());

  const stories: readonly (readonly [string, readonly Readonly<Record<string, unknown>>[]])[] = [
    ['answers 500, and the same 500 to the same key', [{ kind: '500', match: 'POST /v1', times: 3 }]],
    [
      'does what it is asked and loses the answer',
      [
        { kind: 'reset-after', match: 'POST /v1/payment_links', times: 1 },
        { kind: 'reset-after', match: 'POST /v1/transfers', times: 1 },
        { kind: 'reset-after', match: 'GET /v1', times: 2 },
      ],
    ],
    ['sends every event twice, in any order', [{ kind: 'webhook-twice' }, { kind: 'webhooks-shuffled' }]],
    [
      'refuses for a while, and is busy',
      [
        { kind: '429', match: 'POST /v1', times: 2 },
        { kind: 'reset', match: 'POST /v1', times: 2 },
      ],
    ],
  ];

  it.each(stories.map(([how, faults], index) => ({ how, faults, index })))(
    'ends with money and books agreed when it $how',
    async ({ faults, index }) => {
      const number = homeowner(index + 1);
      const before = await booksOf(town);
      for (const order of faults) await fault(town, { peer: 'stripe', ...order });
      await askToPay(town, number, DAYS[index]);
      if (!(await town.heard(number)).some((body) => body.includes('To book'))) await town.skip('PT2M');
      await finish(town, number);
      await noFaults(town);
      await town.skip('PT30M');
      expect(await bookingState(town, number)).toBe('settled');
      const after = await booksOf(town);
      expect(after.charges.length - before.charges.length).toBe(1);
      expect(after.transfers.length - before.transfers.length).toBe(1);
      expect(sum(after.transfers) - sum(before.transfers)).toBe(10_965);
      expect(after.refunds).toEqual([]);
      await expectBalancedBooks(town);
      await expectNothingStuck(town);
      expect((await town.heard(number)).filter((body) => body.startsWith('Booked'))).toHaveLength(1);
    },
  );
});

describe('every charge', () => {
  let town: Town;
  beforeAll(async () => {
    town = await openShop();
  });
  afterAll(() => town.close());

  it('of a booking that is paid already goes back by itself', async () => {
    const number = homeowner(1);
    await askToPay(town, number);
    await town.pay(number);
    const { _id, ref } = await bookingOf(town, number);
    const paid = (await booksOf(town)).charges[0];
    expect(await payPast(town, _id, { cents: paid?.amount ?? 0 })).toBe('paid');
    await town.skip('PT5M');
    const books = await booksOf(town);
    expect(books.charges).toHaveLength(2);
    expect(books.refunds.map(({ amount }) => amount)).toEqual([paid?.amount]);
    expect(books.refunds[0]?.charge).not.toBe(paid?.id);
    expect(await bookingState(town, number)).toBe('booked');
    expect(ref).not.toBe('');
    await expectBalancedBooks(town);
    await expectNothingStuck(town);
  });

  it('that comes when its slot is gone goes back too', async () => {
    const number = homeowner(2);
    await askToPay(town, number, WHEN[1]);
    const { _id } = await bookingOf(town, number);
    await town.skip('PT20M');
    expect(await bookingState(town, number)).toBe('lapsed');
    await town.says(number, 'drop');
    const before = await booksOf(town);
    const [amount] = before.charges.map((charge) => charge.amount);
    await payPast(town, _id, { cents: amount ?? 0 });
    await town.skip('PT5M');
    const books = await booksOf(town);
    const state = await bookingState(town, number);
    expect([state, sum(books.refunds) - sum(before.refunds)]).toEqual(['withdrawn', amount]);
    await expectBalancedBooks(town);
  });
});
