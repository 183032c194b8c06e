import { afterAll, beforeAll, expect, test } from 'vitest';

import { recipientAccount } from './goods.ts';
import { openStand, type Stand } from './stand.ts';

let stand: Stand;
beforeAll(async () => void (stand = await openStand()));
afterAll(() => stand.close());

const ready = 'v2.core.account[configuration.recipient].capability_status_updated';
const statusOf = async (id: string) => {
  const account = await stand.stripe.v2.core.accounts.retrieve(id, {
    include: ['configuration.recipient', 'requirements'],
  });
  const transfers = account.configuration?.recipient?.capabilities?.stripe_balance?.stripe_transfers;
  return { status: transfers?.status, open: account.requirements?.entries?.length };
};
const thinTypes = async () => {
  await stand.quiet();
  return stand.thin.splice(0).map((event) => event.type);
};

test('a fresh account is restricted; onboarding makes it ready and says so in thin events', async () => {
  const id = await recipientAccount(stand);
  expect(await statusOf(id)).toEqual({ status: 'restricted', open: 3 });
  await thinTypes();
  await stand.ask('POST', `/accounts/${id}/onboard`, { outcome: 'active' });
  await stand.quiet();
  const heard = stand.thin.find((event) => event.type === ready);
  expect(heard).toMatchObject({ account: id });
  expect(await heard?.fetched()).toMatchObject({ id: heard?.id, type: ready });
  expect(await thinTypes()).toEqual(expect.arrayContaining([ready, 'v2.core.account[requirements].updated']));
  expect(await statusOf(id)).toEqual({ status: 'active', open: 0 });
});

test('a ready account can be restricted again', async () => {
  const id = await recipientAccount(stand, 'active');
  await thinTypes();
  await stand.ask('POST', `/accounts/${id}/onboard`, { outcome: 'restricted' });
  expect(await thinTypes()).toContain(ready);
  expect((await statusOf(id)).status).toBe('restricted');
});

test('what is not included is null', async () => {
  const id = await recipientAccount(stand);
  const account = await stand.stripe.v2.core.accounts.retrieve(id);
  expect(account).toMatchObject({ id, contact_email: 'pro@example.com', configuration: null, requirements: null });
  expect(account.applied_configurations).toEqual(['recipient']);
});

test('an account is changed and closed', async () => {
  const id = await recipientAccount(stand, 'active');
  const changed = await stand.stripe.v2.core.accounts.update(id, {
    display_name: 'Ana Repairs',
    metadata: { ref: 'p1' },
  });
  expect(changed).toMatchObject({
    display_name: 'Ana Repairs',
    contact_email: 'pro@example.com',
    metadata: { ref: 'p1' },
  });
  expect(await stand.stripe.v2.core.accounts.close(id, { applied_configurations: ['recipient'] })).toMatchObject({
    closed: true,
  });
  expect((await statusOf(id)).status).toBe('restricted');
});

test('an onboarding link lets in once and for ten minutes, then leads back to where a new one is made', async () => {
  const id = await recipientAccount(stand);
  const mint = () =>
    stand.stripe.v2.core.accountLinks.create({
      account: id,
      use_case: {
        type: 'account_onboarding',
        account_onboarding: {
          refresh_url: 'http://127.0.0.1/again',
          return_url: 'http://127.0.0.1/back',
          collection_options: { fields: 'eventually_due' },
        },
      },
    });
  const visit = (url: string) => fetch(url, { redirect: 'manual', headers: { accept: 'text/html' } });
  const link = await mint();
  const inside = await visit(link.url);
  expect(inside.status).toBe(200);
  expect(await inside.text()).toContain('Get paid');
  const again = await visit(link.url);
  expect([again.status, again.headers.get('location')]).toEqual([302, 'http://127.0.0.1/again']);
  await thinTypes();
  const token = new URL(link.url).searchParams.get('link');
  const done = await stand.ask('POST', `/accounts/${id}/onboard`, { outcome: 'active', link: token });
  expect(done).toEqual({ account: id, status: 'active', returnUrl: 'http://127.0.0.1/back' });
  expect(await thinTypes()).toContain('v2.core.account_link.returned');
  const late = await mint();
  await stand.skip(0.2);
  expect((await visit(late.url)).status).toBe(302);
});

test('the page can be opened without a link, by whoever plays the provider', async () => {
  const id = await recipientAccount(stand);
  const headers = { accept: 'text/html', 'accept-language': 'es' };
  const answer = await fetch(`${stand.world.address.url}/accounts/${id}/onboard`, { headers });
  expect(await answer.text()).toContain('Reciba sus pagos');
});
