import { describe, expect, expectTypeOf, it } from 'vitest';
import type { PaymentEvent, ProviderEvent } from '../../src/machines/events.ts';
import type { StripeAccountEvent, StripePaymentEvent } from '../../src/payments/webhook.ts';
import { ours, snapshot, thin, session, failed, dispute, disputed, refund, read } from './stripe-events.ts';

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

it('says what the machines hear', () => {
  expectTypeOf<StripePaymentEvent>().toEqualTypeOf<PaymentEvent>();
  expectTypeOf<StripeAccountEvent>().toEqualTypeOf<Extract<ProviderEvent, { type: 'account.changed' }>>();
});
