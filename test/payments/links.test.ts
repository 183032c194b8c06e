import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makePayments } from '../../src/payments/payments.ts';
import { openSandboxWorld, type SandboxWorld } from '../support/sandbox-world.ts';
import { booksOf, CARDS, linkOrder, payPage, valueOf } from './money.ts';

let world: SandboxWorld;
let payments: ReturnType<typeof makePayments>;

beforeAll(async () => {
  world = await openSandboxWorld();
  payments = makePayments(world);
});
afterEach(() => world.noFaults());
afterAll(() => world.close());

const visit = async (linkId: string) => ((await world.get(`/pay/${linkId}`)) as { session: string }).session;
const close = (linkId: string) => payments.closeLink({ key: `${linkId}:close`, linkId });
const linkFor = async (bookingId: string) => valueOf(await payments.makeLink(linkOrder(bookingId))).linkId;

describe('a payment link', () => {
  it('is ordered with all that its payment must carry, and no words or names', async () => {
    const { linkId, url } = valueOf(await payments.makeLink(linkOrder('b1')));
    expect(linkId).toMatch(/^plink_/);
    expect(new URL(url).pathname).toContain(linkId);
    const [sent] = await world.wire('POST /v1/payment_links');
    expect(Object.fromEntries(new URLSearchParams(sent!.requestBody))).toEqual({
      'line_items[0][quantity]': '1',
      'line_items[0][price_data][currency]': 'usd',
      'line_items[0][price_data][unit_amount]': '14700',
      'line_items[0][price_data][product_data][name]': 'K7 Plumbing',
      'metadata[booking]': 'b1',
      'metadata[attempt]': '1',
      'payment_intent_data[metadata][booking]': 'b1',
      'payment_intent_data[metadata][attempt]': '1',
      'payment_intent_data[transfer_group]': 'b1',
      'payment_intent_data[description]': 'K7 Plumbing',
      'payment_method_types[0]': 'card',
      'restrictions[completed_sessions][limit]': '1',
      'after_completion[type]': 'hosted_confirmation',
      inactive_message: 'This booking is no longer held. Text us to book again.',
    });
    expect(sent!.requestHeaders).toMatchObject({
      'idempotency-key': 'b1:link:1',
      'stripe-version': '2026-10-28.endive',
    });
    expect(sent!.requestHeaders).not.toHaveProperty('x-stripe-client-telemetry');
  });

  it('is the same one when the step is repeated', async () => {
    const first = valueOf(await payments.makeLink(linkOrder('b2')));
    expect(valueOf(await payments.makeLink(linkOrder('b2')))).toEqual(first);
  });

  it('can be paid once; its charge says what it cost us', async () => {
    const linkId = await linkFor('b3');
    expect(await payPage(world, linkId, { card: CARDS.pays })).toMatchObject({ status: 'paid' });
    expect(await payPage(world, linkId, { card: CARDS.pays })).toMatchObject({ status: 'closed' });
    const { charges } = await booksOf(world);
    const [charge] = charges.filter(({ transfer_group: group }) => group === 'b3');
    expect(charge).toMatchObject({ amount: 14_700, metadata: { booking: 'b3', attempt: '1' } });
    expect(valueOf(await payments.readCharge(charge!.payment_intent))).toEqual({
      chargeId: charge!.id,
      amountInCents: 14_700,
      feeInCents: charge!.fee,
    });
    expect(charge!.fee).toBeGreaterThan(0);
    expect(valueOf(await payments.readBookingOfCharge(charge!.id))).toEqual({ bookingId: 'b3' });
  });

  it('that nobody paid has no charge to read', async () => {
    const linkId = await linkFor('b4');
    await payPage(world, linkId, { card: CARDS.poor });
    const failure = () => world.webhooks.find(({ body }) => body.includes('"payment_intent.payment_failed"'));
    await expect.poll(failure).toBeDefined();
    const { data } = JSON.parse(failure()!.body) as { data: { object: { id: string } } };
    expect(await payments.readCharge(data.object.id)).toEqual({
      outcome: 'refused',
      reason: 'notPaid',
      code: null,
    });
    expect(await payments.readCharge('pi_nobody')).toEqual({
      outcome: 'refused',
      reason: 'resource_missing',
      code: 404,
    });
  });
});

describe('closing a link', () => {
  it('says that nobody had paid, and nobody can any more', async () => {
    const linkId = await linkFor('c1');
    const session = await visit(linkId);
    expect(valueOf(await close(linkId))).toEqual({ isCompleted: false });
    expect(await payPage(world, linkId, { card: CARDS.pays })).toMatchObject({
      status: 'closed',
      message: linkOrder('c1').closedMessage,
    });
    expect(await payPage(world, session, { card: CARDS.pays })).toMatchObject({ status: 'expired' });
  });

  it('ends every open session, also those beyond one page', async () => {
    const linkId = await linkFor('c2');
    const sessions = await Promise.all(Array.from({ length: 105 }, () => visit(linkId)));
    expect(valueOf(await close(linkId))).toEqual({ isCompleted: false });
    for (const session of [sessions[0]!, sessions[52]!, sessions[104]!]) {
      expect(await payPage(world, session, { card: CARDS.pays })).toMatchObject({ status: 'expired' });
    }
  });

  it('says that somebody had paid', async () => {
    const linkId = await linkFor('c3');
    await visit(linkId);
    await payPage(world, linkId, { card: CARDS.pays });
    expect(valueOf(await close(linkId))).toEqual({ isCompleted: true });
  });

  it('can be repeated', async () => {
    const linkId = await linkFor('c4');
    expect(valueOf(await close(linkId))).toEqual(valueOf(await close(linkId)));
  });

  it('ends a payment that waits for its bank', async () => {
    const linkId = await linkFor('c5');
    const { session } = await payPage(world, linkId, { card: CARDS.asks, authenticate: 'leave' });
    expect(valueOf(await close(linkId))).toEqual({ isCompleted: false });
    expect(await payPage(world, session!, { card: CARDS.asks, authenticate: 'pass' })).toMatchObject({
      status: 'expired',
    });
  });

  it('that was paid between the look and the end of its session is completed', async () => {
    const linkId = await linkFor('c6');
    const session = await visit(linkId);
    // The first request to end the session hangs while the person pays.
    await world.fault({
      peer: 'stripe',
      kind: 'reset',
      match: `POST /v1/checkout/sessions/${session}/expire`,
      times: 2,
    });
    expect(await close(linkId)).toEqual({ outcome: 'unknown' });
    expect(await payPage(world, session, { card: CARDS.pays })).toMatchObject({ status: 'paid' });
    expect(valueOf(await close(linkId))).toEqual({ isCompleted: true });
  });

  it('of which a 500 was stored goes through on the next try', async () => {
    const linkId = await linkFor('c7');
    await world.fault({ peer: 'stripe', kind: '500', match: `POST /v1/payment_links/${linkId}` });
    expect(await close(linkId)).toEqual({ outcome: 'unknown' });
    expect(valueOf(await close(linkId))).toEqual({ isCompleted: false });
  });

  it('that does not exist is refused', async () => {
    expect(await close('plink_nobody')).toEqual({ outcome: 'refused', reason: 'resource_missing', code: 404 });
  });
});
