// Double-entry book-keeping in integer cents. An entry carries all its legs, or is not there.
export type Account =
  /** money of ours at Stripe */
  | 'stripe'
  /** money of a homeowner that we hold until the job is done */
  | 'held'
  /** money of a homeowner that his bank took back, until it has decided */
  | 'disputed'
  /** what we earned */
  | 'revenue'
  /** what we paid on and a bank took back from us */
  | 'losses'
  /** what Stripe kept */
  | 'stripeFees';

export interface Leg {
  readonly account: Account;
  /** positive: debit, negative: credit */
  readonly cents: number;
}

export type EntryKind = 'charge' | 'transfer' | 'refund' | 'refundFailure' | 'reversal' | 'dispute' | 'disputeLoss';

export interface LedgerEntry {
  /** the business step, such as `booking:charge:pi_1`: posting it twice posts it once */
  readonly id: string;
  readonly bookingId: string;
  readonly kind: EntryKind;
  readonly at: string;
  /** the id of the charge, transfer, refund or dispute at Stripe */
  readonly source: string;
  readonly legs: readonly Leg[];
}

/** Whether the legs add up to nothing, as those of every entry must. */
export const isBalanced = (entry: LedgerEntry): boolean => entry.legs.reduce((sum, leg) => sum + leg.cents, 0) === 0;

interface Posting {
  readonly bookingId: string;
  readonly at: string;
}

/** A homeowner paid `amountInCents`, of which Stripe kept `feeInCents`: all of it is held for him until the visit is done. */
export const chargeEntry = (
  paid: Posting & { readonly chargeId: string; readonly amountInCents: number; readonly feeInCents: number },
): LedgerEntry => ({
  ...posted(paid, 'charge', paid.chargeId),
  legs: [
    { account: 'stripe', cents: paid.amountInCents - paid.feeInCents },
    { account: 'stripeFees', cents: paid.feeInCents },
    { account: 'held', cents: -paid.amountInCents },
  ],
});

/** The visit is done: `totalInCents` is no longer held, the provider got `netInCents` of it, the rest is what we earned. */
export const transferEntry = (
  done: Posting & { readonly transferId: string; readonly totalInCents: number; readonly netInCents: number },
): LedgerEntry => ({
  ...posted(done, 'transfer', done.transferId),
  legs: [
    { account: 'held', cents: done.totalInCents },
    { account: 'stripe', cents: -done.netInCents },
    { account: 'revenue', cents: done.netInCents - done.totalInCents },
  ],
});

/** A homeowner got back what was held for him, or, where that had been paid on (`isOurLoss`), money of ours. Stripe keeps its fee of the charge (https://docs.stripe.com/refunds). */
export const refundEntry = (
  returned: Posting & { readonly refundId: string; readonly amountInCents: number; readonly isOurLoss?: boolean },
): LedgerEntry => ({
  ...posted(returned, 'refund', returned.refundId),
  legs: [
    { account: returned.isOurLoss === true ? 'losses' : 'held', cents: returned.amountInCents },
    { account: 'stripe', cents: -returned.amountInCents },
  ],
});

/** A refund came back from the homeowner's bank: what he was to get is held for him again (https://docs.stripe.com/refunds#failed-refunds). */
export const refundFailureEntry = (
  failed: Posting & { readonly refundId: string; readonly amountInCents: number },
): LedgerEntry => ({
  ...posted(failed, 'refundFailure', failed.refundId),
  legs: [
    { account: 'stripe', cents: failed.amountInCents },
    { account: 'held', cents: -failed.amountInCents },
  ],
});

/**
 * One movement of a dispute, as Stripe booked it: `amountInCents` below zero was withdrawn, above it given back; `feeInCents` is what
 * the dispute cost, below zero when that came back. Every movement is an entry of its own.
 */
export const disputeEntry = (
  moved: Posting & {
    readonly disputeId: string;
    readonly movementId: string;
    readonly amountInCents: number;
    readonly feeInCents: number;
  },
): LedgerEntry => ({
  ...posted(moved, 'dispute', moved.disputeId),
  id: `${moved.bookingId}:dispute:${moved.movementId}`,
  legs: [
    { account: 'stripe', cents: moved.amountInCents - moved.feeInCents },
    { account: 'stripeFees', cents: moved.feeInCents },
    { account: 'disputed', cents: -moved.amountInCents },
  ],
});

/** The bank has decided for the homeowner: what was held for him is his again; what had been paid on or sent back before is ours (`isOurLoss`). */
export const disputeLossEntry = (
  lost: Posting & { readonly disputeId: string; readonly amountInCents: number; readonly isOurLoss: boolean },
): LedgerEntry => ({
  ...posted(lost, 'disputeLoss', lost.disputeId),
  legs: [
    { account: lost.isOurLoss ? 'losses' : 'held', cents: lost.amountInCents },
    { account: 'disputed', cents: -lost.amountInCents },
  ],
});

const posted = ({ bookingId, at }: Posting, kind: EntryKind, source: string) => ({
  id: `${bookingId}:${kind}:${source}`,
  bookingId,
  kind,
  at,
  source,
});
