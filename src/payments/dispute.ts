import { z } from 'zod';

/** A dispute, read. The names are those of the machines' `DisputeNews`. */
export interface StripeDispute {
  readonly disputeId: string;
  readonly chargeId: string;
  readonly amountInCents: number;
  readonly reason: string;
  readonly answerBy: string | null;
  readonly movements: readonly { readonly id: string; readonly amountInCents: number; readonly feeInCents: number }[];
}

export interface ReadDispute {
  readonly dispute: StripeDispute;
  /** once it is closed: an inquiry that came to nothing is as good as won */
  readonly outcome: 'won' | 'lost';
  /** null: the charge has to be asked */
  readonly bookingId: string | null;
}

export const reference = z.union([z.string(), z.looseObject({ id: z.string() }).transform(({ id }) => id)]);
const withMetadata = z.looseObject({ metadata: z.looseObject({ booking: z.string().min(1) }) });
const cents = z.number().int();

const shape = z.looseObject({
  id: z.string(),
  amount: cents,
  charge: reference,
  reason: z.string(),
  status: z.string(),
  balance_transactions: z.array(z.looseObject({ id: z.string(), amount: cents, fee: cents })),
  evidence_details: z.looseObject({ due_by: cents.nullish() }).nullish(),
});
type Shape = z.output<typeof shape>;

/** Reads the object of a `charge.dispute.…` event; null when it is none. */
export function readDispute(object: unknown): ReadDispute | null {
  const { success, data } = shape.safeParse(object);
  if (!success) return null;
  const outcome = data.status === 'lost' ? 'lost' : 'won';
  return { dispute: disputeOf(data), outcome, bookingId: writtenOut(object) };
}

const disputeOf = ({ id, amount, charge, reason, balance_transactions: moved, evidence_details: details }: Shape) => ({
  disputeId: id,
  chargeId: charge,
  amountInCents: amount,
  reason,
  answerBy: details?.due_by == null ? null : new Date(details.due_by * 1_000).toISOString(),
  movements: moved.map((movement) => ({ id: movement.id, amountInCents: movement.amount, feeInCents: movement.fee })),
});

/** The booking, where Stripe has written out the charge or its payment. */
function writtenOut(object: unknown): string | null {
  const { charge, payment_intent: intent } = object as { readonly charge?: unknown; readonly payment_intent?: unknown };
  const [known] = [charge, intent].flatMap((one) => withMetadata.safeParse(one).data ?? []);
  return known?.metadata.booking ?? null;
}
