import type { OuterEffect } from '../../machines/effects.ts';
import { done, fromRemote, type Outcome } from '../outcome.ts';
import type { Performance } from '../perform-lane.ts';
import type { Tools } from '../tools.ts';

type Order = Extract<OuterEffect, { type: 'payOut' }>;

/** Money to the provider, out of the charge it came with. One key per attempt: it is sent once. */
export const payOut = async (tools: Tools, order: Order, { item }: Performance): Promise<Outcome> => {
  const { amount, attempt, bookingId, chargeId, providerId } = order;
  const provider = await tools.search.byId(providerId);
  if (provider?.accountId == null) return done({ type: 'transfer.refused', reason: 'accountNotReady' });
  const transfer = await tools.payments.transfer({
    key: `${bookingId}:transfer:${attempt}`,
    bookingId,
    accountId: provider.accountId,
    chargeId,
    amount,
  });
  return fromRemote(
    transfer,
    {
      done: ({ transferId }) => [{ type: 'transfer.done', transferId, amountInCents: amount.cents }],
      refused: (reason) => [{ type: 'transfer.refused', reason: reason === 'accountNotReady' ? reason : 'other' }],
    },
    item.tries,
  );
};
