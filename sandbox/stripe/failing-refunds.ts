import { findCharge } from './charges.ts';
import type { Desk } from './desk.ts';
import { move, platform } from './movements.ts';
import type { Refund } from './records.ts';
import { setRefunded } from './refunds.ts';

/** A refund that had succeeded comes back from the bank: the money is on our balance again, and the charge is unrefunded by as much. */
export function failRefund(desk: Desk, id: string): void {
  const refund = desk.refunds.get(id);
  if (refund?.status !== 'succeeded' || refund.charge === null) return;
  const moved = move(desk, {
    owner: platform,
    type: 'refund_failure',
    category: 'refund_failure',
    amount: refund.amount,
    source: id,
    availableOn: desk.movements.get(refund.balance_transaction ?? '')?.available_on ?? desk.now(),
  });
  const failed: Refund = {
    ...refund,
    failure_balance_transaction: moved.id,
    failure_reason: 'expired_or_canceled_card',
    status: 'failed',
  };
  desk.refunds.set(id, failed);
  const charge = findCharge(desk, refund.charge);
  setRefunded(desk, charge, charge.amount_refunded - refund.amount);
  for (const type of ['refund.updated', 'refund.failed', 'charge.refund.updated']) desk.tell(type, failed);
}
