import type Stripe from 'stripe';
import type { Payments, Remote } from '../conversations/ports.ts';
import { once, remote } from './remote.ts';

/** What Stripe says of an account that cannot receive (yet): not onboarded, or restricted (docs.stripe.com/error-codes). */
const NOT_READY = new Set([
  'insufficient_capabilities_for_transfer',
  'transfers_not_allowed',
  'capability_not_enabled',
]);

type Transfer = Payments['transfer'];
type Order = Parameters<Transfer>[0];

/** From the charge of a booking to its provider's account. */
export function makeTransfers(stripe: Stripe): Pick<Payments, 'transfer'> {
  return {
    transfer: async (order) => {
      const sent = await remote((signal) => send(stripe, order, signal));
      return sent.outcome === 'refused'
        ? { ...sent, reason: NOT_READY.has(sent.reason) ? 'accountNotReady' : 'other' }
        : sent;
    },
  };
}

async function send(
  stripe: Stripe,
  order: Order,
  signal: AbortSignal,
): Promise<Remote<{ readonly transferId: string }>> {
  const made = await once(
    {
      key: order.key,
      find: () => findTransfer(stripe, order),
      make: (idempotencyKey) =>
        stripe.transfers.create(
          {
            amount: order.amount.cents,
            currency: order.amount.currency.toLowerCase(),
            destination: order.accountId,
            source_transaction: order.chargeId,
            transfer_group: order.bookingId,
            metadata: { booking: order.bookingId, step: order.key },
          },
          { idempotencyKey },
        ),
    },
    signal,
  );
  if (made.amount !== order.amount.cents) return { outcome: 'refused', reason: 'amountDiffers', code: null };
  return { outcome: 'done', value: { transferId: made.id } };
}

/** The transfer that this step has made before, by the booking's group and the step's name. */
export async function findTransfer(
  stripe: Stripe,
  { bookingId, key }: Pick<Order, 'bookingId' | 'key'>,
): Promise<Stripe.Transfer | null> {
  for await (const transfer of stripe.transfers.list({ transfer_group: bookingId, limit: 100 })) {
    if (transfer.metadata['step'] === key) return transfer;
  }
  return null;
}
