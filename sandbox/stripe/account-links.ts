import { z } from 'zod';

import { findAccount } from './accounts.ts';
import type { Call } from './call.ts';
import type { Desk } from './desk.ts';
import { newId } from './identifiers.ts';
import { readParameters } from './parameters.ts';
import type { AccountLink } from './records.ts';

const lifetimeInMs = 10 * 60_000;
const fields = z.enum(['currently_due', 'eventually_due']);
const flow = z.strictObject({
  refresh_url: z.string().min(1),
  return_url: z.string().optional(),
  collection_options: z
    .strictObject({ fields, future_requirements: z.enum(['include', 'omit']).optional() })
    .optional(),
});
const creation = z.strictObject({
  account: z.string(),
  use_case: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('account_onboarding'), account_onboarding: flow }),
    z.strictObject({ type: z.literal('account_update'), account_update: flow }),
  ]),
});

/** POST /v2/core/account_links: an address for one visit within ten minutes. */
export function createAccountLink(desk: Desk, call: Call): object {
  const given = readParameters(creation, call.params);
  findAccount(desk, given.account);
  const token = newId('link');
  const now = desk.world.clock.now().getTime();
  const link: AccountLink = {
    object: 'v2.core.account_link',
    account: given.account,
    created: new Date(now).toISOString(),
    expires_at: new Date(now + lifetimeInMs).toISOString(),
    livemode: false,
    url: `${desk.world.address.url}/accounts/${given.account}/onboard?link=${token}`,
    use_case: given.use_case as AccountLink['use_case'],
    used: false,
  };
  desk.accountLinks.set(token, link);
  const { used: _used, ...shown } = link;
  return shown;
}

/** Where a person goes from a link: in (once), or back to where a new link is made. `null`: nobody knows this link. */
export function visitAccountLink(desk: Desk, token: string): { isOpen: boolean; refreshUrl: string } | null {
  const link = desk.accountLinks.get(token);
  if (link === undefined) return null;
  const isOpen = !link.used && desk.world.clock.now().getTime() < Date.parse(link.expires_at);
  desk.accountLinks.set(token, { ...link, used: true });
  return { isOpen, refreshUrl: flowOf(link)?.refresh_url ?? '' };
}

/** Where the person is sent after onboarding, if the link said so. */
export function returnUrlOf(desk: Desk, token: string): string | null {
  const link = desk.accountLinks.get(token);
  return link === undefined ? null : (flowOf(link)?.return_url ?? null);
}

function flowOf(link: AccountLink) {
  return link.use_case.account_onboarding ?? link.use_case.account_update;
}
