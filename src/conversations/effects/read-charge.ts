import type { OuterEffect } from '../../machines/effects.ts';
import { fromRemote, type Outcome } from '../outcome.ts';
import type { Performance } from '../perform-lane.ts';
import type { Tools } from '../tools.ts';

type Order = Extract<OuterEffect, { type: 'readCharge' }>;

/** The charge behind a payment, and what Stripe kept of it. */
export const readCharge = async (tools: Tools, { paymentIntent }: Order, { item }: Performance): Promise<Outcome> => {
  const charge = await tools.payments.readCharge(paymentIntent);
  if (charge.outcome === 'refused') return { outcome: 'stuck', reason: charge.reason };
  return fromRemote(
    charge,
    { done: (value) => [{ type: 'charge.read', paymentIntent, ...value }], refused: () => [] },
    item.tries,
  );
};
