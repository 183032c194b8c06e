import type { OuterEffect } from '../../machines/effects.ts';
import { fromRemote, type Outcome } from '../outcome.ts';
import type { Performance } from '../perform-lane.ts';
import type { Tools } from '../tools.ts';

type Order = Extract<OuterEffect, { type: 'readPayment' }>;

/** What Stripe itself says was paid by a link, when its event does not come. */
export const readPayment = async (
  tools: Tools,
  { attempt, linkId }: Order,
  { item }: Performance,
): Promise<Outcome> => {
  const payment = await tools.payments.readPayment(linkId);
  if (payment.outcome === 'refused') return { outcome: 'stuck', reason: payment.reason };
  return fromRemote(
    payment,
    { done: (value) => [{ type: 'payment.paid', attempt, ...value }], refused: () => [] },
    item.tries,
  );
};
