import type Stripe from 'stripe';
import type { Payments, Remote } from '../conversations/ports.ts';
import { once, remote } from './remote.ts';

type Order = Parameters<Payments['refund']>[0];

/** From a payment back to the card. Money that went on to a provider stays there: that transfer is reversed first. */
export function makeRefunds(stripe: Stripe): Pick<Payments, 'refund'> {
  return { refund: (order) => remote((signal) => giveBack(stripe, order, signal)) };
}

async function giveBack(
  stripe: Stripe,
  order: Order,
  signal: AbortSignal,
): Promise<Remote<{ readonly refundId: string }>> {
  const { id, amount, status } = await once(
    {
      key: order.key,
      find: () => findRefund(stripe, order),
      make: (idempotencyKey) =>
        stripe.refunds.create(
          {
            payment_intent: order.paymentIntent,
            amount: order.amount.cents,
            metadata: { booking: order.bookingId, step: order.key },
          },
          { idempotencyKey },
        ),
    },
    signal,
  );
  if (amount !== order.amount.cents) return { outcome: 'refused', reason: 'amountDiffers', code: null };
  if (status === 'failed' || status === 'canceled') return { outcome: 'refused', reason: status, code: null };
  return { outcome: 'done', value: { refundId: id } };
}

/** The refund that this step has made before, by the payment and the step's name. */
export async function findRefund(
  stripe: Stripe,
  { paymentIntent, key }: Pick<Order, 'paymentIntent' | 'key'>,
): Promise<Stripe.Refund | null> {
  for await (const refund of stripe.refunds.list({ payment_intent: paymentIntent, limit: 100 })) {
    if (refund.metadata?.['step'] === key) return refund;
  }
  return null;
}
