import type Stripe from 'stripe';
import type { Payments } from '../conversations/ports.ts';
import { remote } from './remote.ts';

const FEE_MS = 2_000;

/** What has been paid, and what Stripe keeps of it. Refused with `notPaid` while a payment has no charge that succeeded. */
export function makeCharges(stripe: Stripe): Pick<Payments, 'readCharge' | 'readBookingOfCharge'> {
  return {
    readCharge: (paymentIntent) =>
      remote(async () => {
        const intent = await stripe.paymentIntents.retrieve(paymentIntent, {
          expand: ['latest_charge.balance_transaction'],
        });
        return chargeOf(intent.latest_charge);
      }),
    readBookingOfCharge: (chargeId) =>
      remote(async () => {
        const { metadata } = await stripe.charges.retrieve(chargeId);
        return { outcome: 'done', value: { bookingId: metadata['booking'] ?? null } };
      }),
  };
}

function chargeOf(charge: Stripe.PaymentIntent['latest_charge']): Awaited<ReturnType<Payments['readCharge']>> {
  if (charge === null || typeof charge === 'string' || charge.status !== 'succeeded') {
    return { outcome: 'refused', reason: 'notPaid', code: null };
  }
  const { id: chargeId, amount: amountInCents, balance_transaction: posting } = charge;
  // Captured asynchronously: the fee is posted a moment after the charge.
  if (posting === null || typeof posting === 'string') return { outcome: 'later', afterMs: FEE_MS };
  return { outcome: 'done', value: { chargeId, amountInCents, feeInCents: posting.fee } };
}
