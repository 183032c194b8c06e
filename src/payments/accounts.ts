import type Stripe from 'stripe';
import type { Payments, Remote } from '../conversations/ports.ts';
import { once, remote } from './remote.ts';

export interface Accounts extends Pick<Payments, 'makeAccount' | 'readAccount'> {
  /** A Stripe page on which the provider says who he is. Good for one visit within minutes: made when our own link is opened, never texted. */
  readonly makeOnboardingLink: (order: {
    readonly accountId: string;
    /** where Stripe sends somebody whose link is used up; makes a new one */
    readonly refreshUrl: string;
    readonly returnUrl: string;
  }) => Promise<Remote<{ readonly url: string; readonly expiresAt: string }>>;
}

/** Accounts of providers (Accounts v2, express dashboard): we collect the fees and stand for losses. */
export function makeAccounts(stripe: Stripe): Accounts {
  return {
    makeAccount: (order) =>
      remote(async (signal) => {
        const params = accountOf(order);
        const make = (idempotencyKey: string) => stripe.v2.core.accounts.create(params, { idempotencyKey });
        // Not looked for: an account that nobody has onboarded receives nothing.
        const { id } = await once({ key: order.key, make }, signal);
        return { outcome: 'done', value: { accountId: id } };
      }),
    readAccount: (accountId) =>
      remote(async () => {
        const account = await stripe.v2.core.accounts.retrieve(accountId, { include: ['configuration.recipient'] });
        const status = account.configuration?.recipient?.capabilities?.stripe_balance?.stripe_transfers?.status;
        return { outcome: 'done', value: { isActive: status === 'active' } };
      }),
    makeOnboardingLink: ({ accountId, refreshUrl, returnUrl }) =>
      remote(async () => {
        const { url, expires_at: expiresAt } = await stripe.v2.core.accountLinks.create({
          account: accountId,
          use_case: {
            type: 'account_onboarding',
            account_onboarding: {
              refresh_url: refreshUrl,
              return_url: returnUrl,
              collection_options: { fields: 'eventually_due' },
            },
          },
        });
        return { outcome: 'done', value: { url, expiresAt } };
      }),
  };
}

function accountOf({
  providerId,
  profile,
}: Parameters<Payments['makeAccount']>[0]): Stripe.V2.Core.AccountCreateParams {
  return {
    display_name: profile.business ?? profile.name,
    dashboard: 'express',
    identity: { country: 'us' },
    defaults: { responsibilities: { fees_collector: 'application', losses_collector: 'application' } },
    configuration: { recipient: { capabilities: { stripe_balance: { stripe_transfers: { requested: true } } } } },
    metadata: { provider: providerId },
    include: ['configuration.recipient'],
  };
}
