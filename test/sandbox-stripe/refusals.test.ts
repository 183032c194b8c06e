import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { cards, linkFor, paidCharge, pay, recipientAccount } from './goods.ts';
import { openStand, type Stand } from './stand.ts';

interface ErrorAnswer {
  error: { type: string; code?: string; param?: string; message: string };
}

let stand: Stand;
beforeAll(async () => void (stand = await openStand({ isRecorded: false })));
afterAll(() => stand.close());

const authorization = 'Bearer sk_test_anything';
const post = async (path: string, body: string, headers: Record<string, string> = { authorization }) => {
  const type = path.startsWith('/v2') ? 'application/json' : 'application/x-www-form-urlencoded';
  const answer = await fetch(`${stand.stripeUrl}${path}`, {
    method: 'POST',
    headers: { 'content-type': type, ...headers },
    body,
  });
  return { status: answer.status, ...((await answer.json()) as ErrorAnswer) };
};

describe('the door', () => {
  test('no key and a live key are 401', async () => {
    expect(await post('/v1/refunds', '', {})).toMatchObject({ status: 401, error: { type: 'invalid_request_error' } });
    const live = { authorization: 'Bearer sk_live_123' };
    expect((await post('/v1/refunds', '', live)).status).toBe(401);
  });

  test('an unknown address is 404 in the envelope of Stripe', async () => {
    expect(await post('/v1/subscriptions', '')).toMatchObject({
      status: 404,
      error: { type: 'invalid_request_error' },
    });
  });

  test('an unknown, a missing and a malformed parameter are named', async () => {
    const transfer = 'amount=100&currency=usd&destination=acct_1';
    const refused = async (body: string) => (await post('/v1/transfers', body)).error;
    expect(await refused(`${transfer}&colour=red`)).toMatchObject({ code: 'parameter_unknown', param: 'colour' });
    expect(await refused('currency=usd&destination=acct_1')).toMatchObject({
      code: 'parameter_missing',
      param: 'amount',
    });
    expect(await refused('amount=1.5&currency=usd&destination=a')).toMatchObject({ code: 'parameter_invalid_integer' });
    const deep =
      'line_items[0][quantity]=1&line_items[0][price_data][currency]=usd&line_items[0][price_data][unit_amount]=x';
    expect((await post('/v1/payment_links', deep)).error.param).toContain('line_items[0][price_data]');
  });

  test('what validation refused is not kept under the key', async () => {
    const headers = { authorization, 'idempotency-key': 'corrected' };
    expect((await post('/v1/payment_links', 'colour=red', headers)).status).toBe(400);
    const good =
      'line_items[0][quantity]=1&line_items[0][price_data][currency]=usd&line_items[0][price_data][unit_amount]=900&line_items[0][price_data][product_data][name]=x';
    expect((await post('/v1/payment_links', good, headers)).status).toBe(200);
  });

  test('JSON that is none, and an account that nobody knows, are refused in v2', async () => {
    expect((await post('/v2/core/accounts', '{')).status).toBe(400);
    await expect(stand.stripe.v2.core.accounts.retrieve('acct_none')).rejects.toMatchObject({ statusCode: 404 });
  });
});

describe('money', () => {
  test('under 50 cents there is no link', async () => {
    await expect(stand.stripe.paymentLinks.create(linkFor(49))).rejects.toMatchObject({ code: 'amount_too_small' });
  });

  test('no more is refunded than was paid, and not twice', async () => {
    const charge = await paidCharge(stand, 5_000);
    const refund = (amount?: number) => stand.stripe.refunds.create({ charge: charge.id, ...(amount && { amount }) });
    await expect(refund(5_001)).rejects.toThrow('greater than unrefunded amount');
    await refund();
    await expect(refund()).rejects.toMatchObject({ code: 'charge_already_refunded' });
  });

  test('a payment intent without a charge cannot be refunded', async () => {
    const link = await stand.stripe.paymentLinks.create(linkFor(5_000));
    await pay(stand, link.id, { card: cards.insufficient });
    const [intent] = (await stand.stripe.paymentIntents.list({ limit: 1 })).data;
    const refund = stand.stripe.refunds.create({ payment_intent: intent!.id });
    await expect(refund).rejects.toMatchObject({ code: 'payment_intent_unexpected_state' });
  });

  test('a transfer needs a ready account, and not more than its charge', async () => {
    const charge = await paidCharge(stand, 5_000);
    const send = (destination: string, amount: number) =>
      stand.stripe.transfers.create({ amount, currency: 'usd', destination, source_transaction: charge.id });
    await expect(send('acct_none', 100)).rejects.toMatchObject({ code: 'resource_missing', param: 'destination' });
    const fresh = await recipientAccount(stand);
    await expect(send(fresh, 100)).rejects.toMatchObject({ code: 'insufficient_capabilities_for_transfer' });
    const ready = await recipientAccount(stand, 'active');
    await send(ready, 3_000);
    await expect(send(ready, 2_001)).rejects.toThrow('must not exceed the source amount of $50.00');
    await send(ready, 2_000);
  });

  test('without a source only what is available can be sent', async () => {
    const destination = await recipientAccount(stand, 'active');
    const { available } = await stand.stripe.balance.retrieve();
    const amount = Math.max(available[0]!.amount, 0) + 100;
    const send = () => stand.stripe.transfers.create({ amount, currency: 'usd', destination });
    await expect(send()).rejects.toMatchObject({ code: 'balance_insufficient' });
    await paidCharge(stand, 50_000, cards.instant);
    expect(await send()).toMatchObject({ source_transaction: null, transfer_group: null });
  });

  test('a transfer is taken back only while the account still has it', async () => {
    const destination = await recipientAccount(stand, 'active');
    const { id: source } = await paidCharge(stand, 5_000);
    const order = { amount: 4_000, currency: 'usd', destination, source_transaction: source };
    const transfer = await stand.stripe.transfers.create(order);
    const takeBack = (amount: number) => stand.stripe.transfers.createReversal(transfer.id, { amount });
    await expect(takeBack(4_001)).rejects.toThrow('greater than unreversed amount');
    await takeBack(1_000);
    await stand.skip(24 * 4);
    await expect(takeBack(1_000)).rejects.toMatchObject({ code: 'balance_insufficient' });
    const { data } = await stand.stripe.transfers.listReversals(transfer.id);
    expect(data).toMatchObject([{ amount: 1_000 }]);
  });
});

describe('lists', () => {
  test('pages go backwards in time, and their cursors are checked', async () => {
    const made: string[] = [];
    for (const amount of [1_000, 2_000, 3_000])
      made.unshift((await stand.stripe.paymentLinks.create(linkFor(amount))).id);
    const first = await stand.stripe.paymentLinks.list({ limit: 2 });
    expect(first.data.map((link) => link.id)).toEqual(made.slice(0, 2));
    expect(first.has_more).toBe(true);
    const next = await stand.stripe.paymentLinks.list({ limit: 1, starting_after: made[1]! });
    expect(next.data[0]?.id).toBe(made[2]);
    const before = await stand.stripe.paymentLinks.list({ limit: 1, ending_before: made[2]! });
    expect(before.data[0]?.id).toBe(made[1]);
    await expect(stand.stripe.paymentLinks.list({ starting_after: 'plink_none' })).rejects.toMatchObject({
      code: 'resource_missing',
    });
  });

  test('expansions reach four levels, and a path to nowhere is refused', async () => {
    await paidCharge(stand, 5_000);
    const { data } = await stand.stripe.checkout.sessions.list({
      status: 'complete',
      limit: 1,
      expand: ['data.payment_intent.latest_charge.balance_transaction'],
    });
    expect(data[0]).toMatchObject({ payment_intent: { latest_charge: { balance_transaction: { type: 'charge' } } } });
    const lost = stand.stripe.charges.list({ expand: ['data.amount'] });
    await expect(lost).rejects.toThrow('cannot be expanded');
  });
});
