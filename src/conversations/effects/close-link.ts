// Closing says whether somebody had paid before: only "none completed" frees a slot.
import type { OuterEffect } from '../../machines/effects.ts';
import { fromRemote, type Outcome } from '../outcome.ts';
import type { Performance } from '../perform-lane.ts';
import type { Tools } from '../tools.ts';

type Order = Extract<OuterEffect, { type: 'closeLink' }>;

export const closeLink = async (tools: Tools, order: Order, { item }: Performance): Promise<Outcome> => {
  const { attempt, bookingId, linkId } = order;
  const closed = await tools.payments.closeLink({ key: `${bookingId}:close:${attempt}`, linkId });
  // A link that cannot be closed may still be paid: somebody has to look, the slot is not freed.
  if (closed.outcome === 'refused') return { outcome: 'stuck', reason: closed.reason };
  return fromRemote(
    closed,
    { done: ({ isCompleted }) => [{ type: 'link.closed', attempt, linkId, isCompleted }], refused: () => [] },
    item.tries,
  );
};
