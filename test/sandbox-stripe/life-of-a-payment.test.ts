import { afterAll, beforeAll, expect, test } from 'vitest';

import { cards, idOf, linkFor, pay, readBooks, recipientAccount } from './goods.ts';
import { openStand, type Stand } from './stand.ts';

let stand: Stand;
beforeAll(async () => void (stand = await openStand()));
afterAll(() => stand.close());

test('a payment goes from link to charge to transfer, back, and to the homeowner again, and the books add up', async () => {
  const { stripe } = stand;
  const destination = await recipientAccount(stand, 'active');
  const link = await stripe.paymentLinks.create(linkFor(12_500));
  expect(link).toMatchObject({ active: true, url: `${stand.world.address.url}/pay/${link.id}` });
  await stand.heard();

  expect(await pay(stand, link.id, { card: cards.pays })).toMatchObject({ status: 'paid' });
  expect(await stand.heard()).toEqual([
    'charge.succeeded',
    'checkout.session.completed',
    'payment_intent.created',
    'payment_intent.succeeded',
    'payment_link.updated',
  ]);

  const [session] = (await stripe.checkout.sessions.list({ payment_link: link.id })).data;
  expect(session).toMatchObject({
    status: 'complete',
    payment_status: 'paid',
    url: null,
    metadata: { bookingId: 'b1' },
  });
  const intent = await stripe.paymentIntents.retrieve(idOf(session?.payment_intent), {
    expand: ['latest_charge.balance_transaction'],
  });
  const charge = intent.latest_charge as unknown as { id: string; metadata: object; balance_transaction: object };
  expect(intent).toMatchObject({ status: 'succeeded', transfer_group: 'b1', metadata: { bookingId: 'b1' } });
  expect(charge.metadata).toEqual({ bookingId: 'b1', attempt: '1' });
  expect(charge.balance_transaction).toMatchObject({ amount: 12_500, fee: 393, net: 12_107, status: 'pending' });

  const order = { amount: 10_000, currency: 'usd', destination, source_transaction: charge.id };
  const transfer = await stripe.transfers.create(order);
  expect(transfer).toMatchObject({ transfer_group: 'b1', amount_reversed: 0, reversals: { data: [] } });

  const reversal = await stripe.transfers.createReversal(transfer.id, { amount: 4_000 });
  expect(reversal).toMatchObject({ amount: 4_000, transfer: transfer.id });
  expect(await stripe.transfers.retrieve(transfer.id)).toMatchObject({ amount_reversed: 4_000, reversed: false });

  const refund = await stripe.refunds.create({ payment_intent: intent.id, amount: 2_500 });
  expect(refund).toMatchObject({ status: 'succeeded', charge: charge.id });
  expect(await stripe.charges.retrieve(charge.id)).toMatchObject({ amount_refunded: 2_500, refunded: false });
  expect(await stand.heard()).toEqual(['charge.refunded', 'refund.created', 'transfer.created', 'transfer.reversed']);

  const books = await readBooks(stand);
  expect(books.balance.available + books.balance.pending).toBe(12_107 - 6_000 - 2_500);
  expect(books.accounts[0]).toMatchObject({ status: 'active', balance: { available: 0, pending: 6_000 } });
  expect(books.transfers[0]).toMatchObject({ amount: 10_000, amount_reversed: 4_000, transfer_group: 'b1' });

  await stand.skip(24 * 5);
  expect(await stand.heard()).toEqual(['payout.created', 'payout.paid']);
  const later = await readBooks(stand);
  expect(later.payouts).toMatchObject([{ account: destination, amount: 6_000, status: 'paid' }]);
  expect(later.balance).toEqual({ available: 3_607, pending: 0 });
  const { data } = await stripe.payouts.list({}, { stripeAccount: destination });
  expect(data).toMatchObject([{ amount: 6_000, status: 'paid' }]);
});
