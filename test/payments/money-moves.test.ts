import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { usd } from '../../src/domain/money.ts';
import { makePayments } from '../../src/payments/payments.ts';
import { openSandboxWorld, type SandboxWorld } from '../support/sandbox-world.ts';
import { accountOf, booksOf, paidBooking, valueOf } from './money.ts';

let world: SandboxWorld;
let payments: ReturnType<typeof makePayments>;
let accountId: string;

beforeAll(async () => {
  world = await openSandboxWorld();
  payments = makePayments(world);
  accountId = await accountOf(world, payments, 'active');
});
afterEach(() => world.noFaults());
afterAll(() => world.close());

const transferOrder = (booking: { bookingId: string; chargeId: string }, attempt = 1) => ({
  key: `${booking.bookingId}:transfer:${String(attempt)}`,
  bookingId: booking.bookingId,
  accountId,
  chargeId: booking.chargeId,
  amount: usd(11_900),
});
const refundOrder = (booking: { bookingId: string; paymentIntent: string }, cents = 14_700, step = 'whole') => ({
  key: `${booking.bookingId}:refund:${step}`,
  bookingId: booking.bookingId,
  paymentIntent: booking.paymentIntent,
  amount: usd(cents),
});
const transfersOf = async (bookingId: string) =>
  (await booksOf(world)).transfers.filter(({ transfer_group: group }) => group === bookingId);
const refundsOf = async (chargeId: string) =>
  (await booksOf(world)).refunds.filter(({ charge }) => charge === chargeId);

describe('a transfer', () => {
  it('draws on the charge, in the booking’s group, under the step’s name', async () => {
    const booking = await paidBooking(world, payments, 't1');
    const { transferId } = valueOf(await payments.transfer(transferOrder(booking)));
    expect(await transfersOf('t1')).toMatchObject([
      {
        id: transferId,
        amount: 11_900,
        destination: accountId,
        source_transaction: booking.chargeId,
        metadata: { booking: 't1', step: 't1:transfer:1' },
      },
    ]);
  });

  it('is the same one when the step is repeated, two at once included', async () => {
    const booking = await paidBooking(world, payments, 't2');
    const ends = await Promise.all([
      payments.transfer(transferOrder(booking)),
      payments.transfer(transferOrder(booking)),
    ]);
    const again = valueOf(await payments.transfer(transferOrder(booking)));
    for (const end of ends)
      expect([
        { outcome: 'done', value: again },
        { outcome: 'later', afterMs: 1_000 },
      ]).toContainEqual(end);
    expect(await transfersOf('t2')).toHaveLength(1);
  });

  it('is found when Stripe has forgotten the key', async () => {
    const booking = await paidBooking(world, payments, 't3');
    const first = valueOf(await payments.transfer(transferOrder(booking)));
    await world.post('/clock', { advance: 'P2D' });
    expect(valueOf(await payments.transfer(transferOrder(booking)))).toEqual(first);
    expect(await transfersOf('t3')).toHaveLength(1);
  });

  it('to an account that is not ready is refused as such, and a later step goes through', async () => {
    const booking = await paidBooking(world, payments, 't4');
    const restricted = await accountOf(world, payments, 'restricted');
    const order = { ...transferOrder(booking), accountId: restricted };
    expect(await payments.transfer(order)).toEqual({ outcome: 'refused', reason: 'accountNotReady', code: 400 });
    await world.post(`/accounts/${restricted}/onboard`, { outcome: 'active' });
    const next = { ...transferOrder(booking, 2), accountId: restricted };
    expect(await payments.transfer(next)).toMatchObject({ outcome: 'done' });
  });

  it('that cannot be is refused as other', async () => {
    const booking = await paidBooking(world, payments, 't5');
    const order = transferOrder(booking);
    expect(await payments.transfer({ ...order, accountId: 'acct_nobody' })).toMatchObject({
      outcome: 'refused',
      reason: 'other',
    });
    expect(await payments.transfer({ ...order, key: 'x', amount: usd(99_999) })).toMatchObject({
      outcome: 'refused',
      reason: 'other',
    });
  });

  it('of another amount under the same step is refused, not made twice', async () => {
    const booking = await paidBooking(world, payments, 't6');
    await payments.transfer(transferOrder(booking));
    const end = await payments.transfer({ ...transferOrder(booking), amount: usd(1_000) });
    expect(end).toEqual({ outcome: 'refused', reason: 'other', code: null });
    expect(await transfersOf('t6')).toHaveLength(1);
  });
});

describe('a refund', () => {
  it('goes back to the payment under the step’s name, whole or in parts', async () => {
    const booking = await paidBooking(world, payments, 'r1');
    const { refundId } = valueOf(await payments.refund(refundOrder(booking, 4_700, 'part')));
    valueOf(await payments.refund(refundOrder(booking, 10_000, 'rest')));
    expect(await refundsOf(booking.chargeId)).toMatchObject([
      { id: refundId, amount: 4_700, metadata: { booking: 'r1', step: 'r1:refund:part' } },
      { amount: 10_000, metadata: { step: 'r1:refund:rest' } },
    ]);
  });

  it('is the same one when the step is repeated, also after days', async () => {
    const booking = await paidBooking(world, payments, 'r2');
    const first = valueOf(await payments.refund(refundOrder(booking, 700, 'part')));
    expect(valueOf(await payments.refund(refundOrder(booking, 700, 'part')))).toEqual(first);
    await world.post('/clock', { advance: 'P2D' });
    expect(valueOf(await payments.refund(refundOrder(booking, 700, 'part')))).toEqual(first);
    expect(await refundsOf(booking.chargeId)).toHaveLength(1);
  });

  it('of what has gone back already is refused with Stripe’s reason', async () => {
    const booking = await paidBooking(world, payments, 'r3');
    valueOf(await payments.refund(refundOrder(booking)));
    const again = await payments.refund(refundOrder(booking, 14_700, 'again'));
    expect(again).toEqual({ outcome: 'refused', reason: 'charge_already_refunded', code: 400 });
  });
});

describe('what goes wrong has one of three ends, and the step happens once', () => {
  const faults = [
    ['429', { outcome: 'later', afterMs: 1_000 }, 1],
    ['500', { outcome: 'unknown' }, 1],
    // The SDK repeats a connection that was closed under it once, with the same key.
    ['reset', { outcome: 'unknown' }, 2],
    ['reset-after', { outcome: 'unknown' }, 2],
  ] as const;

  it.each(faults)('transfer, %s', async (kind, end, times) => {
    const booking = await paidBooking(world, payments, `ft-${kind}`);
    await world.fault({ peer: 'stripe', kind, match: 'POST /v1/transfers', times });
    expect(await payments.transfer(transferOrder(booking))).toEqual(end);
    expect(await payments.transfer(transferOrder(booking))).toMatchObject({ outcome: 'done' });
    expect(await transfersOf(booking.bookingId)).toHaveLength(1);
  });

  it.each(faults)('refund, %s', async (kind, end, times) => {
    const booking = await paidBooking(world, payments, `fr-${kind}`);
    await world.fault({ peer: 'stripe', kind, match: 'POST /v1/refunds', times });
    expect(await payments.refund(refundOrder(booking))).toEqual(end);
    expect(await payments.refund(refundOrder(booking))).toMatchObject({ outcome: 'done' });
    expect(await refundsOf(booking.chargeId)).toHaveLength(1);
  });

  it('a lost answer is asked for once more by the SDK itself', async () => {
    const booking = await paidBooking(world, payments, 'once');
    await world.fault({ peer: 'stripe', kind: 'reset-after', match: 'POST /v1/transfers' });
    expect(await payments.transfer(transferOrder(booking))).toMatchObject({ outcome: 'done' });
    expect(await transfersOf('once')).toHaveLength(1);
  });

  it('a stored 500 is repeated, looked for, and then left for the next key', async () => {
    const booking = await paidBooking(world, payments, 'stored');
    const keys = async () =>
      (await world.wire('POST /v1/transfers'))
        .filter(({ requestBody }) => requestBody.includes('stored'))
        .map(({ requestHeaders }) => requestHeaders['idempotency-key']);
    await world.fault({ peer: 'stripe', kind: '500', match: 'POST /v1/transfers' });
    expect(await payments.transfer(transferOrder(booking))).toEqual({ outcome: 'unknown' });
    expect(await keys()).toEqual(['stored:transfer:1']);
    const made = valueOf(await payments.transfer(transferOrder(booking)));
    expect(await keys()).toEqual(['stored:transfer:1', 'stored:transfer:1', 'stored:transfer:1#2']);
    expect(valueOf(await payments.transfer(transferOrder(booking)))).toEqual(made);
    expect(await transfersOf('stored')).toHaveLength(1);
  });

  it('a link of which a 500 was stored is made under the next key, the same in every process', async () => {
    const order = {
      key: 'b9:link:1',
      bookingId: 'b9',
      attempt: 1,
      total: usd(5_000),
      title: 'K9 Plumbing',
      closedMessage: 'Closed.',
    };
    await world.fault({ peer: 'stripe', kind: '500', match: 'POST /v1/payment_links' });
    expect(await payments.makeLink(order)).toEqual({ outcome: 'unknown' });
    const made = valueOf(await payments.makeLink(order));
    expect(valueOf(await makePayments(world).makeLink(order))).toEqual(made);
  });
});
