import type { OuterEffect } from '../../machines/effects.ts';
import { fromRemote, type Outcome } from '../outcome.ts';
import type { Performance } from '../perform-lane.ts';
import type { Tools } from '../tools.ts';

type Order = Extract<OuterEffect, { type: 'refundPayment' }>;

/** `step` names the business reason and is part of the key: `booking:refund:late` is done once. */
export const refundPayment = async (tools: Tools, order: Order, { item }: Performance): Promise<Outcome> => {
  const { amount, bookingId, paymentIntent, step } = order;
  const refund = await tools.payments.refund({
    key: `${bookingId}:${step}:${paymentIntent}`,
    bookingId,
    paymentIntent,
    amount,
  });
  return fromRemote(
    refund,
    {
      done: ({ refundId }) => [{ type: 'refund.done', step, refundId, paymentIntent, amountInCents: amount.cents }],
      refused: () => [{ type: 'refund.refused', step, paymentIntent }],
    },
    item.tries,
  );
};
