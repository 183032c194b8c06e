import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makePayments } from '../../src/payments/payments.ts';
import { openSandboxWorld, type SandboxWorld } from '../support/sandbox-world.ts';
import { accountOf, profile, valueOf } from './money.ts';

let world: SandboxWorld;
let payments: ReturnType<typeof makePayments>;

beforeAll(async () => {
  world = await openSandboxWorld();
  payments = makePayments(world);
});
afterEach(() => world.noFaults());
afterAll(() => world.close());

describe('a provider’s account', () => {
  it('is a recipient with an express dashboard, ours the fees and the losses', async () => {
    const { accountId } = valueOf(await payments.makeAccount({ key: 'p1:account', providerId: 'p1', profile }));
    expect(accountId).toMatch(/^acct_/);
    const [sent] = await world.wire('POST /v2/core/accounts');
    expect(sent!.requestHeaders['idempotency-key']).toBe('p1:account');
    expect(JSON.parse(sent!.requestBody)).toEqual({
      display_name: 'Lopez Plumbing',
      dashboard: 'express',
      identity: { country: 'us' },
      defaults: { responsibilities: { fees_collector: 'application', losses_collector: 'application' } },
      configuration: { recipient: { capabilities: { stripe_balance: { stripe_transfers: { requested: true } } } } },
      metadata: { provider: 'p1' },
      include: ['configuration.recipient'],
    });
  });

  it('is the same one when the step is repeated', async () => {
    const order = { key: 'p2:account', providerId: 'p2', profile };
    const first = valueOf(await payments.makeAccount(order));
    expect(valueOf(await payments.makeAccount(order))).toEqual(first);
  });

  it.each([
    ['429', { outcome: 'later', afterMs: 1_000 }],
    ['500', { outcome: 'unknown' }],
  ])('that ends in %s is made on the next try', async (kind, end) => {
    const order = { key: `p3:account:${kind}`, providerId: 'p3', profile };
    await world.fault({ peer: 'stripe', kind, match: 'POST /v2/core/accounts' });
    expect(await payments.makeAccount(order)).toEqual(end);
    expect(await payments.makeAccount(order)).toMatchObject({ outcome: 'done' });
  });

  it('is active once its person has been through onboarding', async () => {
    const accountId = await accountOf(world, payments);
    expect(valueOf(await payments.readAccount(accountId))).toEqual({ isActive: false });
    await world.post(`/accounts/${accountId}/onboard`, { outcome: 'restricted' });
    expect(valueOf(await payments.readAccount(accountId))).toEqual({ isActive: false });
    await world.post(`/accounts/${accountId}/onboard`, { outcome: 'active' });
    expect(valueOf(await payments.readAccount(accountId))).toEqual({ isActive: true });
  });

  it('that does not exist is refused', async () => {
    expect(await payments.readAccount('acct_nobody')).toEqual({ outcome: 'refused', reason: 'not_found', code: 404 });
  });
});

describe('an onboarding link', () => {
  const order = { refreshUrl: 'https://fixline.example/p/abc', returnUrl: 'https://fixline.example/p/abc/done' };

  it('is made on each click, and is good for one visit', async () => {
    const accountId = await accountOf(world, payments);
    const first = valueOf(await payments.makeOnboardingLink({ accountId, ...order }));
    const second = valueOf(await payments.makeOnboardingLink({ accountId, ...order }));
    expect(first.url).not.toBe(second.url);
    expect(Date.parse(first.expiresAt)).toBeGreaterThan(Date.now());
    const visit = (url: string) => fetch(url, { redirect: 'manual' });
    expect((await visit(first.url)).status).toBe(200);
    expect((await visit(first.url)).headers.get('location')).toBe(order.refreshUrl);
    const [sent] = await world.wire('POST /v2/core/account_links');
    expect(JSON.parse(sent!.requestBody)).toEqual({
      account: accountId,
      use_case: {
        type: 'account_onboarding',
        account_onboarding: {
          refresh_url: order.refreshUrl,
          return_url: order.returnUrl,
          collection_options: { fields: 'eventually_due' },
        },
      },
    });
  });

  it('for nobody is refused', async () => {
    expect(await payments.makeOnboardingLink({ accountId: 'acct_nobody', ...order })).toMatchObject({
      outcome: 'refused',
    });
  });
});
