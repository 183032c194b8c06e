import Stripe from 'stripe';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { PaymentEvent, ProviderEvent } from '../../src/machines/events.ts';
import { readStripeEvent, type StripeAccountEvent, type StripePaymentEvent } from '../../src/payments/webhook.ts';

const secrets = ['whsec_snapshot', 'whsec_thin'];
const ours = { booking: 'b7', attempt: '2' };

/** As Stripe sends it, shortened by what we never read. */
const snapshot = (type: string, object: object) => ({
  id: 'evt_1Sabc',
  object: 'event',
  api_version: '2026-10-28.endive',
  created: 1_795_400_000,
  data: { object },
  livemode: false,
  pending_webhooks: 1,
  request: { id: null, idempotency_key: null },
  type,
});
const thin = (
  type: string,
  related: unknown = { id: 'acct_1', type: 'v2.core.account', url: '/v2/core/accounts/acct_1' },
) => ({
  id: 'evt_test_1',
  object: 'v2.core.event',
  type,
  created: '2026-11-23T03:00:00.000Z',
  livemode: false,
  related_object: related,
  reason: null,
});
const session = {
  id: 'cs_test_1',
  object: 'checkout.session',
  amount_total: 14_700,
  currency: 'usd',
  metadata: ours,
  mode: 'payment',
  payment_intent: 'pi_1',
  payment_link: 'plink_1',
  payment_status: 'paid',
  status: 'complete',
};
const failed = (error: object | null, metadata: object = ours) => ({
  id: 'pi_1',
  object: 'payment_intent',
  metadata,
  status: 'requires_payment_method',
  last_payment_error: error,
});
const dispute = {
  id: 'du_1',
  object: 'dispute',
  amount: 14_700,
  balance_transactions: [{ id: 'txn_1', object: 'balance_transaction', amount: -14_700, fee: 1_500, net: -16_200 }],
  charge: 'ch_1',
  evidence_details: { due_by: 1_796_600_000, has_evidence: false },
  metadata: {},
  payment_intent: 'pi_1',
  reason: 'fraudulent',
  status: 'needs_response',
};
const disputed = {
  disputeId: 'du_1',
  chargeId: 'ch_1',
  amountInCents: 14_700,
  reason: 'fraudulent',
  answerBy: '2026-12-06T23:33:20.000Z',
  movements: [{ id: 'txn_1', amountInCents: -14_700, feeInCents: 1_500 }],
};
const refund = {
  id: 're_1',
  object: 'refund',
  amount: 14_700,
  charge: 'ch_1',
  metadata: { booking: 'b7', step: 'b7:refund:1:pi_1' },
  payment_intent: 'pi_1',
  status: 'failed',
};

const sign = (payload: string, secret = 'whsec_snapshot', timestamp?: number) =>
  Stripe.webhooks.generateTestHeaderString({ payload, secret, ...(timestamp === undefined ? {} : { timestamp }) });
const read = (event: object, secret = 'whsec_snapshot') => {
  const rawBody = JSON.stringify(event);
  return readStripeEvent({ rawBody, signature: sign(rawBody, secret), secrets });
};
const nothing = { for: null, event: null, isStray: false };

describe('an event becomes', () => {
  it('a payment of a booking', () => {
    expect(read(snapshot('checkout.session.completed', session))).toEqual({
      outcome: 'event',
      id: 'evt_1Sabc',
      type: 'checkout.session.completed',
      for: { kind: 'booking', id: 'b7' },
      event: { type: 'payment.paid', attempt: 2, paymentIntent: 'pi_1', amountInCents: 14_700 },
      isStray: false,
    });
  });

  it('the same when the money comes after the session', () => {
    const unpaid = { ...session, payment_status: 'unpaid' };
    expect(read(snapshot('checkout.session.completed', unpaid))).toMatchObject(nothing);
    expect(read(snapshot('checkout.session.async_payment_succeeded', session))).toMatchObject({
      for: { kind: 'booking', id: 'b7' },
      event: { type: 'payment.paid' },
    });
  });

  it('the same when the payment is written out', () => {
    const event = snapshot('checkout.session.completed', {
      ...session,
      payment_intent: { id: 'pi_1', object: 'payment_intent' },
    });
    expect(read(event)).toMatchObject({ event: { paymentIntent: 'pi_1' } });
  });

  it.each([
    [{ code: 'card_declined', decline_code: 'generic_decline' }, 'declined'],
    [{ code: 'card_declined', decline_code: 'insufficient_funds' }, 'insufficientFunds'],
    [{ code: 'card_declined', decline_code: 'authentication_required' }, 'notAuthenticated'],
    [{ code: 'payment_intent_authentication_failure' }, 'notAuthenticated'],
    [{ code: 'expired_card', decline_code: null }, 'declined'],
    [null, 'declined'],
  ])('a card that was declined: %j is %s', (error, reason) => {
    expect(read(snapshot('payment_intent.payment_failed', failed(error)))).toMatchObject({
      for: { kind: 'booking', id: 'b7' },
      event: { type: 'payment.declined', attempt: 2, paymentIntent: 'pi_1', reason },
    });
  });

  it('a dispute, of a booking where the charge is written out, else of a charge that has to be asked', () => {
    const event = { type: 'charge.disputed', ...disputed };
    const charge = { kind: 'charge', chargeId: 'ch_1' };
    expect(read(snapshot('charge.dispute.created', dispute))).toMatchObject({ for: charge, event, isStray: false });
    const whole = { ...dispute, charge: { id: 'ch_1', object: 'charge', metadata: ours } };
    expect(read(snapshot('charge.dispute.funds_withdrawn', whole))).toMatchObject({
      for: { kind: 'booking', id: 'b7' },
      event,
      isStray: false,
    });
    const byPayment = { ...dispute, payment_intent: { id: 'pi_1', metadata: ours } };
    expect(read(snapshot('charge.dispute.created', byPayment))).toMatchObject({
      for: { kind: 'booking', id: 'b7' },
      event,
    });
  });

  it.each([
    ['won', 'won'],
    ['lost', 'lost'],
    ['warning_closed', 'won'],
  ])('the end of a dispute: %s is %s', (status, outcome) => {
    expect(read(snapshot('charge.dispute.closed', { ...dispute, status }))).toMatchObject({
      for: { kind: 'charge', chargeId: 'ch_1' },
      event: { type: 'dispute.closed', outcome, disputeId: 'du_1' },
    });
  });

  it('a refund of ours that came back', () => {
    expect(read(snapshot('refund.failed', refund))).toMatchObject({
      for: { kind: 'booking', id: 'b7' },
      event: { type: 'refund.failed', refundId: 're_1', paymentIntent: 'pi_1', amountInCents: 14_700 },
      isStray: false,
    });
  });

  it('a refund that a person made at Stripe, of a charge that has to be asked; of ours we hear by their answer', () => {
    const made = { ...refund, metadata: {} };
    const charge = { kind: 'charge', chargeId: 'ch_1' };
    const amounts = { refundId: 're_1', paymentIntent: 'pi_1', amountInCents: 14_700 };
    expect(read(snapshot('refund.created', made))).toMatchObject({
      for: charge,
      event: { type: 'payment.refunded', chargeId: 'ch_1', ...amounts },
    });
    expect(read(snapshot('refund.failed', made))).toMatchObject({
      for: charge,
      event: { type: 'refund.failed', ...amounts },
    });
    expect(read(snapshot('refund.created', refund))).toMatchObject(nothing);
  });

  it.each([
    'v2.core.account[configuration.recipient].capability_status_updated',
    'v2.core.account[requirements].updated',
    'v2.core.account_link.returned',
  ])('a change of an account: %s', (type) => {
    expect(read(thin(type), 'whsec_thin')).toEqual({
      outcome: 'event',
      id: 'evt_test_1',
      type,
      for: { kind: 'account', accountId: 'acct_1' },
      event: { type: 'account.changed', accountId: 'acct_1' },
      isStray: false,
    });
  });

  it.each([
    snapshot('payment_link.created', { id: 'plink_1' }),
    snapshot('checkout.session.expired', session),
    snapshot('charge.succeeded', { id: 'ch_1' }),
    snapshot('constructor', {}),
    thin('v2.core.account.created'),
    thin('v2.core.account_link.returned', null),
  ])('nothing that anybody waits for: $type', (event) => {
    expect(read(event)).toMatchObject({ outcome: 'event', id: event.id, type: event.type, ...nothing });
  });

  it.each([
    snapshot('checkout.session.completed', { ...session, metadata: {} }),
    snapshot('checkout.session.completed', { ...session, metadata: { booking: 'b7', attempt: 'first' } }),
    snapshot('checkout.session.completed', { ...session, payment_intent: null }),
    snapshot('checkout.session.completed', { ...session, payment_status: undefined }),
    snapshot('payment_intent.payment_failed', failed(null, {})),
    snapshot('charge.dispute.created', { ...dispute, charge: null }),
    snapshot('charge.dispute.closed', { ...dispute, amount: '147' }),
    snapshot('refund.failed', { ...refund, charge: null }),
    snapshot('refund.created', { ...refund, payment_intent: null }),
    snapshot('transfer.reversed', { id: 'tr_1' }),
  ])('a stray when it is about money and names nobody: $type', (event) => {
    expect(read(event)).toMatchObject({ outcome: 'event', for: null, event: null, isStray: true });
  });
});

describe('an event is believed', () => {
  const rawBody = JSON.stringify(snapshot('checkout.session.completed', session));
  const outcome = (change: Partial<Parameters<typeof readStripeEvent>[0]>) =>
    readStripeEvent({ rawBody, signature: sign(rawBody), secrets, ...change }).outcome;

  it('when any of the secrets has signed it, as text or as bytes', () => {
    expect(outcome({})).toBe('event');
    expect(outcome({ rawBody: Buffer.from(rawBody) })).toBe('event');
    expect(outcome({ secrets: ['whsec_new', 'whsec_snapshot'] })).toBe('event');
    expect(outcome({ signature: `${sign(rawBody, 'whsec_old')},${sign(rawBody).split(',')[1]!}` })).toBe('event');
  });

  it.each([
    ['no signature', { signature: undefined }],
    ['an empty signature', { signature: '' }],
    ['a signature that is none', { signature: 'v1=1' }],
    ['another secret', { signature: sign(rawBody, 'whsec_guess') }],
    ['no secret', { secrets: [] }],
    ['an empty secret', { secrets: [''], signature: sign(rawBody, ' ') }],
    ['one byte changed', { rawBody: rawBody.replace('14700', '14701') }],
    ['an old signature', { signature: sign(rawBody, 'whsec_snapshot', Math.floor(Date.now() / 1_000) - 600) }],
    ['nothing in it', { rawBody: '', signature: sign('') }],
    ['words in it', { rawBody: 'hello', signature: sign('hello') }],
    ['something else in it', { rawBody: '{"object":"charge"}', signature: sign('{"object":"charge"}') }],
  ])('never with %s', (_what, change) => {
    expect(outcome(change)).toBe('badSignature');
  });
});

it('says what the machines hear', () => {
  expectTypeOf<StripePaymentEvent>().toEqualTypeOf<PaymentEvent>();
  expectTypeOf<StripeAccountEvent>().toEqualTypeOf<Extract<ProviderEvent, { type: 'account.changed' }>>();
});
