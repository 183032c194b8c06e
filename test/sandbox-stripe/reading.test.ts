import { afterAll, beforeAll, expect, test } from 'vitest';

import { cards, paidCharge, pay, linkFor, readBooks, recipientAccount } from './goods.ts';
import { openStand, type Stand } from './stand.ts';

let stand: Stand;
let destination: string;
let charge: string;
let transfer: string;

beforeAll(async () => {
  stand = await openStand();
  destination = await recipientAccount(stand, 'active');
  charge = (await paidCharge(stand, 20_000)).id;
  const order = { amount: 9_000, currency: 'usd', destination, source_transaction: charge };
  transfer = (await stand.stripe.transfers.create(order)).id;
  await stand.stripe.transfers.createReversal(transfer, { amount: 1_000, metadata: { ref: 'r1' } });
  await stand.stripe.refunds.create({ charge, amount: 3_000, reason: 'requested_by_customer' });
  await stand.skip(24 * 4);
});
afterAll(() => stand.close());

test('transfers, their reversals and refunds are found by what they belong to', async () => {
  const byGroup = await stand.stripe.transfers.list({ transfer_group: 'b1', destination });
  expect(byGroup.data.map((row) => row.id)).toEqual([transfer]);
  expect(byGroup.data[0]?.reversals.data).toMatchObject([{ amount: 1_000, metadata: { ref: 'r1' } }]);
  expect((await stand.stripe.transfers.list({ transfer_group: 'b2' })).data).toEqual([]);
  expect((await stand.stripe.transfers.listReversals(transfer)).data).toMatchObject([{ amount: 1_000 }]);
  expect((await stand.stripe.refunds.list({ charge })).data).toMatchObject([{ amount: 3_000 }]);
  expect((await stand.stripe.charges.list({ transfer_group: 'b1' })).data).toMatchObject([{ id: charge }]);
  const { refunds } = await stand.stripe.charges.retrieve(charge, { expand: ['refunds'] });
  expect(refunds?.data).toMatchObject([{ amount: 3_000, reason: 'requested_by_customer' }]);
});

test('the balance is the sum of its transactions, on both sides', async () => {
  const net = (rows: { net: number }[]) => rows.reduce((sum, row) => sum + row.net, 0);
  const { data } = await stand.stripe.balanceTransactions.list();
  expect(data.map((row) => row.type).sort()).toEqual(['charge', 'refund', 'transfer', 'transfer_refund']);
  const { available, pending } = await stand.stripe.balance.retrieve();
  expect([available[0]?.amount, pending[0]?.amount]).toEqual([net(data), 0]);
  expect((await readBooks(stand)).balance.available).toBe(net(data));
  const theirs = await stand.stripe.balanceTransactions.list({}, { stripeAccount: destination });
  expect(theirs.data.map((row) => row.type).sort()).toEqual(['payment', 'payment_refund', 'payout']);
  expect((await stand.stripe.balance.retrieve({}, { stripeAccount: destination })).available[0]?.amount).toBe(0);
  expect(await stand.stripe.balanceTransactions.retrieve(data[0]!.id)).toEqual(
    expect.objectContaining({ id: data[0]!.id }),
  );
});

test('a payout of a connected account is read as that account, and not as the platform', async () => {
  const [payout] = (await stand.stripe.payouts.list({ status: 'paid' }, { stripeAccount: destination })).data;
  expect(await stand.stripe.payouts.retrieve(payout!.id, {}, { stripeAccount: destination })).toMatchObject({
    amount: 8_000,
  });
  expect((await stand.stripe.payouts.list()).data).toEqual([]);
  await expect(stand.stripe.payouts.retrieve(payout!.id)).rejects.toMatchObject({ statusCode: 404 });
});

test('events are listed by type and read again as they were sent', async () => {
  const { data } = await stand.stripe.events.list({ types: ['charge.succeeded', 'refund.created'] });
  expect(data.map((event) => event.type)).toEqual(['refund.created', 'charge.succeeded']);
  const sent = stand.events.find((event) => event.type === 'charge.succeeded');
  const again = await stand.stripe.events.retrieve(sent!.id);
  expect(again.data).toEqual(sent?.data);
  expect(again).toMatchObject({ api_version: '2026-10-28.endive', pending_webhooks: 0 });
  const thin = await stand.stripe.v2.core.events.list({ object_id: destination });
  expect(thin.data.map((event) => event.type)).toContain('v2.core.account.created');
  await stand.skip(24 * 31);
  expect((await stand.stripe.events.list()).data).toEqual([]);
});

test('a request is named in the events that it caused; what people do is nobody’s request', async () => {
  const link = await stand.stripe.paymentLinks.create(linkFor(5_000), { idempotencyKey: 'named' });
  await pay(stand, link.id, { card: cards.pays });
  const { data } = await stand.stripe.events.list({ limit: 100 });
  const request = (type: string) => data.find((event) => event.type === type)?.request;
  expect(request('payment_link.created')?.idempotency_key).toBe('named');
  expect(request('charge.succeeded')).toEqual({ id: null, idempotency_key: null });
  const [session] = (await stand.stripe.checkout.sessions.list({ payment_link: link.id })).data;
  const { data: lines } = await stand.stripe.checkout.sessions.listLineItems(session!.id);
  expect(lines).toMatchObject([{ amount_total: 5_000, price: { unit_amount: 5_000 } }]);
});
