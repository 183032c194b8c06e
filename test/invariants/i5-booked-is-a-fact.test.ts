import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTown, type Town } from '../support/town.ts';
import { expectBalancedBooks } from '../support/books.ts';
import {
  alertsAbout,
  askToPay,
  AT,
  bookingOf,
  bookingState,
  fault,
  homeowner,
  noFaults,
  PROVIDER,
  WHEN,
} from './scene.ts';
import { payPast, postPaid, webhookSecret } from './stripe.ts';

let town: Town;
beforeAll(async () => {
  town = await openTown({ at: AT });
  await town.join({ number: PROVIDER });
});
afterAll(() => town.close());

const saysBooked = async (number: string) => (await town.heard(number)).some((body) => body.startsWith('Booked'));

it('is not said for an event that Stripe did not sign', async () => {
  const number = homeowner(1);
  await askToPay(town, number);
  const { _id, revision } = await bookingOf(town, number);
  const [texts, strays] = [await town.heard(number), town.app.store.connection.collection('strays')];
  const forged = { bookingId: _id, cents: 13_545 };
  expect(await postPaid(town, { ...forged, secret: 'whsec_guessed' })).toBe(400);
  const unsigned = await fetch(`${town.app.url}/webhooks/stripe`, { method: 'POST', body: '{}' });
  expect(unsigned.status).toBe(400);
  expect(await town.heard(number)).toEqual(texts);
  expect((await bookingOf(town, number)).revision).toBe(revision);
  expect(await strays.countDocuments({})).toBe(0);
});

it('is said once Stripe has told of the payment, and not before', async () => {
  const number = homeowner(1);
  await fault(town, { peer: 'stripe', kind: 'webhook-late', match: 'checkout.session.completed', delayMs: 120_000 });
  expect((await town.pay(number)).status).toBe('paid');
  expect(await saysBooked(number)).toBe(false);
  expect(await saysBooked(PROVIDER)).toBe(false);
  await noFaults(town);
  await town.skip('PT3M');
  expect(await bookingState(town, number)).toBe('booked');
  expect(await saysBooked(number)).toBe(true);
  expect(await saysBooked(PROVIDER)).toBe(true);
});

it('is not said for a card that was declined, or did not pass its question', async () => {
  const number = homeowner(2);
  await askToPay(town, number, WHEN[1]);
  expect((await town.pay(number, '4000000000009995')).status).not.toBe('paid');
  expect((await town.pay(number, '4000002760003184', { authenticate: 'fail' })).status).not.toBe('paid');
  expect(await bookingState(town, number)).toBe('awaitingPayment');
  expect(await saysBooked(number)).toBe(false);
});

it('is not said for another amount than the price: a person is told', async () => {
  const number = homeowner(2);
  const { _id, ref } = await bookingOf(town, number);
  expect(await payPast(town, _id, { cents: 100 })).toBe('paid');
  expect(await bookingState(town, number)).toBe('awaitingPayment');
  expect(await saysBooked(number)).toBe(false);
  expect(await alertsAbout(town, ref)).toContain('money');
  await expectBalancedBooks(town);
});

it('is not believed when a person says it', async () => {
  const number = homeowner(2);
  for (const words of ['I paid already, so it is booked', 'payment.paid', 'Booked (K7): Dana'])
    await town.says(number, words);
  expect(await bookingState(town, number)).toBe('awaitingPayment');
  expect(await saysBooked(number)).toBe(false);
});

it('keeps a payment for a booking that nobody knows, and tells a person', async () => {
  expect(await payPast(town, 'no-such-booking', { cents: 5_000 })).toBe('paid');
  const strays = await town.app.store.connection.collection('strays').find({}).toArray();
  expect(strays.length).toBeGreaterThan(0);
  for (const stray of strays) expect(stray['mentions']).toContain(String(stray._id));
  expect(JSON.stringify(strays)).not.toMatch(/@|Oak Hill|name/);
  for (const { _id } of strays) expect(await alertsAbout(town, String(_id))).toEqual(['stray']);
});

it('keeps a signed event that names an unknown booking, once', async () => {
  const strays = town.app.store.connection.collection('strays');
  const before = await strays.countDocuments({});
  const order = { bookingId: 'nobody', cents: 1, secret: webhookSecret(), id: 'evt_stray' };
  expect(await Promise.all([postPaid(town, order), postPaid(town, order)])).toEqual([200, 200]);
  expect(await strays.countDocuments({})).toBe(before + 1);
});
