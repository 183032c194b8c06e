/** The hosted page as data; `session` and `url` are null when it takes no money any more. */
export interface ShownPayment {
  session: string | null;
  amount: number;
  currency: string;
  description: string;
  status: 'open' | 'closed' | 'expired';
  /** The seller's own words about a link that is closed. */
  message?: string | undefined;
  url: string | null;
}
