import { z } from 'zod';

import type { Call } from './call.ts';
import type { Desk } from './desk.ts';
import { newId } from './identifiers.ts';
import { readParameters } from './parameters.ts';
import type { Account } from './records.ts';
import { Refusal, refuseParameter } from './refusal.ts';

const groups = ['configuration.customer', 'configuration.merchant', 'configuration.recipient'] as const;
const parts = ['defaults', 'future_requirements', 'identity', 'requirements'] as const;
const include = z.array(z.enum([...groups, ...parts])).optional();
const identity = z.looseObject({
  country: z.string().length(2).optional(),
  entity_type: z.enum(['company', 'government_entity', 'individual', 'non_profit']).optional(),
});
const responsibilities = z.strictObject({
  fees_collector: z.enum(['application', 'stripe', 'application_custom', 'application_express']),
  losses_collector: z.enum(['application', 'stripe']),
});
const requested = z.strictObject({ requested: z.boolean() });
const transfers = z.strictObject({
  stripe_balance: z.strictObject({ stripe_transfers: requested.optional() }).optional(),
});
const settable = {
  contact_email: z.string().includes('@').optional(),
  contact_phone: z.string().optional(),
  display_name: z.string().optional(),
  dashboard: z.enum(['none', 'express', 'full']).optional(),
  identity: identity.optional(),
  defaults: z
    .looseObject({ responsibilities: responsibilities.optional(), currency: z.string().optional() })
    .optional(),
  configuration: z
    .strictObject({ recipient: z.strictObject({ capabilities: transfers.optional() }).optional() })
    .optional(),
  metadata: z.record(z.string(), z.string()).optional(),
  include,
};

/** POST /v2/core/accounts: a recipient, restricted until the person has been through onboarding. */
export function createAccount(desk: Desk, call: Call): object {
  const given = readParameters(z.strictObject(settable), call.params);
  const id = newId('acct');
  const isRecipient = given.configuration?.recipient !== undefined;
  const account: Account = {
    id,
    object: 'v2.core.account',
    applied_configurations: isRecipient ? ['recipient'] : [],
    closed: false,
    ...(isRecipient ? { configuration: { recipient: recipientThat('restricted') } } : {}),
    ...said(given),
    created: desk.world.clock.now().toISOString(),
    defaults: defaultsOf(given.defaults),
    identity: (given.identity ?? {}) as NonNullable<Account['identity']>,
    livemode: false,
    metadata: given.metadata ?? {},
    requirements: requirementsThat('restricted'),
  };
  desk.accounts.set(id, account);
  desk.tellThin('v2.core.account.created', id);
  return including(account, given.include);
}

/** GET /v2/core/accounts/:id with `include`; what is not included is null. */
export function retrieveAccount(desk: Desk, call: Call): object {
  const given = readParameters(z.strictObject({ include }), call.params);
  return including(findAccount(desk, call.id), given.include);
}

/** POST /v2/core/accounts/:id: contact, names and metadata; what the person states in onboarding is not played. */
export function updateAccount(desk: Desk, call: Call): object {
  const { configuration: _configuration, defaults: _defaults, ...changeable } = settable;
  const given = readParameters(z.strictObject(changeable), call.params);
  const account = findAccount(desk, call.id);
  const changed: Account = {
    ...account,
    ...said(given),
    identity: { ...account.identity, ...(given.identity as Account['identity']) },
    metadata: { ...account.metadata, ...given.metadata },
  };
  desk.accounts.set(account.id, changed);
  desk.tellThin('v2.core.account.updated', account.id);
  return including(changed, given.include);
}

/** POST /v2/core/accounts/:id/close */
export function closeAccount(desk: Desk, call: Call): object {
  const account = findAccount(desk, call.id);
  const configuration = { recipient: recipientThat('restricted') };
  const closed: Account = { ...account, closed: true, configuration };
  desk.accounts.set(account.id, closed);
  desk.tellThin('v2.core.account.closed', account.id);
  return including(closed, undefined);
}

/** Throws 404 in the words of v2. */
export function findAccount(desk: Desk, id: string): Account {
  const account = desk.accounts.get(id);
  if (account !== undefined) return account;
  throw new Refusal(404, {
    type: 'invalid_request_error',
    code: 'not_found',
    message: `Account ${id} could not be found.`,
  });
}

/** Whether money can be sent there. */
export function readyForTransfers(account: Account): boolean {
  return account.configuration?.recipient?.capabilities?.stripe_balance?.stripe_transfers?.status === 'active';
}

/** The recipient's part of an account, by whether Stripe knows the person well enough. */
export function recipientThat(status: 'active' | 'restricted') {
  const why =
    status === 'active' ? [] : [{ code: 'requirements_past_due' as const, resolution: 'provide_info' as const }];
  const capability = { status, status_details: why };
  return { applied: true, capabilities: { stripe_balance: { payouts: capability, stripe_transfers: capability } } };
}

/** What Stripe still wants to know: a few things while restricted, nothing afterwards. */
export function requirementsThat(status: 'active' | 'restricted'): NonNullable<Account['requirements']> {
  if (status === 'active') return { entries: [] };
  const descriptions = ['identity.individual.given_name', 'identity.individual.date_of_birth', 'external_account'];
  const deadline = { status: 'past_due' as const };
  const capability = {
    capability: 'stripe_balance.stripe_transfers' as const,
    configuration: 'recipient' as const,
    deadline,
  };
  const entries = descriptions.map((description) => ({
    awaiting_action_from: 'user' as const,
    description,
    errors: [],
    impact: { restricts_capabilities: [capability] },
    minimum_deadline: deadline,
    requested_reasons: [{ code: 'routine_onboarding' as const }],
  }));
  return { entries, summary: { minimum_deadline: deadline } };
}

type Included = z.output<typeof include>;

function including(account: Account, wanted: Included): object {
  const has = (part: NonNullable<Included>[number]) => wanted?.includes(part) ?? false;
  const shown = <T>(part: NonNullable<Included>[number], value: T) => (has(part) ? (value ?? null) : null);
  return {
    ...account,
    configuration: groups.some(has) ? configurationOf(account, has('configuration.recipient')) : null,
    defaults: shown('defaults', account.defaults),
    future_requirements: shown('future_requirements', { entries: [] }),
    identity: shown('identity', account.identity),
    requirements: shown('requirements', account.requirements),
  };
}

function configurationOf(account: Account, hasRecipient: boolean): object {
  return {
    customer: null,
    merchant: null,
    recipient: hasRecipient ? (account.configuration?.recipient ?? null) : null,
  };
}

interface Said {
  contact_email?: string | undefined;
  contact_phone?: string | undefined;
  display_name?: string | undefined;
  dashboard?: 'none' | 'express' | 'full' | undefined;
}

/** Only what was said: absent fields stay as they are. */
function said({ contact_email, contact_phone, display_name, dashboard }: Said): Partial<Account> {
  const fields = Object.entries({ contact_email, contact_phone, display_name, dashboard });
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
}

function defaultsOf(given: z.output<(typeof settable)['defaults']>): NonNullable<Account['defaults']> {
  if (given?.responsibilities === undefined) {
    const text = 'defaults.responsibilities is required to create a recipient account.';
    throw refuseParameter(text, 'parameter_missing', 'defaults.responsibilities');
  }
  return {
    currency: given.currency ?? 'usd',
    responsibilities: { ...given.responsibilities, requirements_collector: 'stripe' },
  };
}
