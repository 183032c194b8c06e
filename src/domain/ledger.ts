// Double-entry book-keeping in integer cents. An entry carries all its legs, or is not there.
export type Account =
  /** money of ours at Stripe */
  | 'stripe'
  /** money of a homeowner that we hold until the job is done */
  | 'held'
  /** what we earned */
  | 'revenue'
  /** what Stripe kept */
  | 'stripeFees'
  /** what went to providers */
  | 'providers';

export interface Leg {
  readonly account: Account;
  /** positive: debit, negative: credit */
  readonly cents: number;
}

export interface LedgerEntry {
  /** the business step, such as `booking:charge:pi_1`: posting it twice posts it once */
  readonly id: string;
  readonly bookingId: string;
  readonly kind: 'charge' | 'transfer' | 'refund' | 'reversal';
  readonly at: string;
  /** the id of the charge, transfer or refund at Stripe */
  readonly source: string;
  readonly legs: readonly Leg[];
}

/** Whether the legs add up to nothing, as those of every entry must. */
export const isBalanced = (entry: LedgerEntry): boolean => entry.legs.reduce((sum, leg) => sum + leg.cents, 0) === 0;
