/** The hosted page as data; `session` and `url` are null when it takes no money any more. */
export interface ShownPayment {
  session: string | null;
  amount: number;
  currency: string;
  description: string;
  status: 'open' | 'closed' | 'expired';
  /** Why it is not open, if there is more to say than the status does. */
  message?: string | undefined;
  url: string | null;
}
