// Events as Stripe sends them, signed as it signs.
import Stripe from 'stripe';
import { readStripeEvent } from '../../src/payments/webhook.ts';

export const secrets = ['whsec_snapshot', 'whsec_thin'];
export const ours = { booking: 'b7', attempt: '2' };

/** As Stripe sends it, shortened by what we never read. */
export const snapshot = (type: string, object: object) => ({
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
export const thin = (
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
export const session = {
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
export const failed = (error: object | null, metadata: object = ours) => ({
  id: 'pi_1',
  object: 'payment_intent',
  metadata,
  status: 'requires_payment_method',
  last_payment_error: error,
});
export const dispute = {
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
export const disputed = {
  disputeId: 'du_1',
  chargeId: 'ch_1',
  amountInCents: 14_700,
  reason: 'fraudulent',
  answerBy: '2026-12-06T23:33:20.000Z',
  movements: [{ id: 'txn_1', amountInCents: -14_700, feeInCents: 1_500 }],
};
export const refund = {
  id: 're_1',
  object: 'refund',
  amount: 14_700,
  charge: 'ch_1',
  metadata: { booking: 'b7', step: 'b7:refund:1:pi_1' },
  payment_intent: 'pi_1',
  status: 'failed',
};

export const sign = (payload: string, secret = 'whsec_snapshot', timestamp?: number) =>
  Stripe.webhooks.generateTestHeaderString({ payload, secret, ...(timestamp === undefined ? {} : { timestamp }) });
export const read = (event: object, secret = 'whsec_snapshot') => {
  const rawBody = JSON.stringify(event);
  return readStripeEvent({ rawBody, signature: sign(rawBody, secret), secrets });
};
