import type { Payments } from '../conversations/ports.ts';
import { makeAccounts, type Accounts } from './accounts.ts';
import { makeCharges } from './charges.ts';
import { makeLinks } from './links.ts';
import { makeRefunds } from './refunds.ts';
import { makeStripeClient, type StripeSettings } from './stripe-client.ts';
import { makeTransfers } from './transfers.ts';

/** Money through Stripe: charged to us by a payment link, later transferred to the provider's account. */
export function makePayments({
  config,
}: {
  readonly config: { readonly stripe: StripeSettings };
}): Payments & Accounts {
  const stripe = makeStripeClient(config.stripe);
  return {
    ...makeLinks(stripe),
    ...makeCharges(stripe),
    ...makeTransfers(stripe),
    ...makeRefunds(stripe),
    ...makeAccounts(stripe),
  };
}
