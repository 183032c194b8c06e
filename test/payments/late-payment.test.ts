import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectBalancedBooks, expectNothingStuck } from '../support/books.ts';
import { openTown, type Town } from '../support/town.ts';
import { alertsAbout, askToPay, AT, bookingOf, bookingState, fault, homeowner, noFaults } from '../invariants/scene.ts';
import { payPast } from '../invariants/stripe.ts';

// A link is closed and looked at before its slot is given up, so its own page cannot pay after that. What can: money that a delayed
// method brings, or a payment that somebody makes for us at Stripe. Here it comes by a link of the same booking that we did not make.
const CENTS = 13_545;
const PRO = '+17375550101';

let town: Town;
beforeAll(async () => {
  town = await openTown({ at: AT });
  await town.join({ number: PRO, maxVisitsADay: 1 });
});
afterAll(() => town.close());

/** A slot that was held, was not paid, and is given up. */
const giveUp = async (number: string, when: string): Promise<string> => {
  await askToPay(town, number, when);
  await town.skip('PT20M');
  expect(await bookingState(town, number)).toBe('lapsed');
  return (await bookingOf(town, number))._id;
};
const lastHeard = async (number: string) => (await town.heard(number)).at(-1) ?? '';

describe('a payment for a slot that was given up', () => {
  it('takes the slot again while it is free', async () => {
    const number = homeowner(1);
    const bookingId = await giveUp(number, 'thursday after 3');
    expect(await payPast(town, bookingId, { cents: CENTS })).toBe('paid');
    expect(await bookingState(town, number)).toBe('booked');
    expect(await lastHeard(number)).toMatch(/^Booked/);
    expect(await lastHeard(PRO)).toMatch(/^Booked/);
    await expectBalancedBooks(town);
  });

  it('goes back when somebody else has it', async () => {
    const number = homeowner(2);
    const other = homeowner(3);
    const bookingId = await giveUp(number, 'friday after 3');
    await askToPay(town, other, 'friday after 3');
    expect((await town.pay(other)).status).toBe('paid');
    expect(await payPast(town, bookingId, { cents: CENTS })).toBe('paid');
    expect([await bookingState(town, number), await bookingState(town, other)]).toEqual(['refunded', 'booked']);
    expect(await lastHeard(number)).toContain('that time is gone. I sent your $135.45 back');
    await expectBalancedBooks(town);
    await expectNothingStuck(town);
  });
});

describe('a chargeback', () => {
  it('comes again while Stripe does not say whose charge it is, and brings one person', async () => {
    const number = homeowner(4);
    await askToPay(town, number, 'saturday after 3');
    await town.pay(number);
    const { charges } = (await town.ask('GET', '/books')) as { charges: readonly { id: string }[] };
    await fault(town, { peer: 'stripe', kind: '500', match: 'GET /v1/charges/' });
    await town.ask('POST', '/disputes', { charge: charges.at(-1)?.id, reason: 'duplicate' });
    await town.settle();
    expect(await bookingState(town, number)).toBe('booked');
    await noFaults(town);
    await town.skip('PT2M');
    const { ref } = await bookingOf(town, number);
    expect([await bookingState(town, number), await alertsAbout(town, ref)]).toEqual(['disputed', ['chargeDisputed']]);
    await expectBalancedBooks(town);
    await expectNothingStuck(town);
  });
});
