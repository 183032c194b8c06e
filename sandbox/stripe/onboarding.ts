import { returnUrlOf } from './account-links.ts';
import { findAccount, readyForTransfers, recipientThat, requirementsThat } from './accounts.ts';
import type { Desk } from './desk.ts';
import type { Account } from './records.ts';

export interface Onboarded {
  account: string;
  status: 'active' | 'restricted';
  /** Where the browser goes next, when the person came by a link. */
  returnUrl: string | null;
}

/** A person finishes Stripe's onboarding, or fails it. Throws for an account that nobody knows. */
export function onboard(
  desk: Desk,
  id: string,
  given: { outcome: 'active' | 'restricted'; link?: string | undefined },
): Onboarded {
  const account = findAccount(desk, id);
  const wasReady = readyForTransfers(account);
  const changed: Account = {
    ...account,
    configuration: { ...account.configuration, recipient: recipientThat(given.outcome) },
    requirements: requirementsThat(given.outcome),
  };
  desk.accounts.set(id, changed);
  if (given.link !== undefined) desk.tellThin('v2.core.account_link.returned', id);
  desk.tellThin('v2.core.account[requirements].updated', id);
  if (wasReady !== readyForTransfers(changed)) {
    desk.tellThin('v2.core.account[configuration.recipient].capability_status_updated', id);
  }
  return {
    account: id,
    status: given.outcome,
    returnUrl: given.link === undefined ? null : returnUrlOf(desk, given.link),
  };
}
