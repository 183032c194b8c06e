import { afterAll, beforeAll, expect, test } from 'vitest';

import { linkFor, recipientAccount } from './goods.ts';
import { client, openStand, type Stand } from './stand.ts';

let stand: Stand;
beforeAll(async () => void (stand = await openStand()));
afterAll(() => stand.close());

const links = async () => (await stand.stripe.paymentLinks.list({ limit: 100 })).data.length;

test('the same key and parameters make one link and answer it again', async () => {
  const first = await stand.stripe.paymentLinks.create(linkFor(5_000), { idempotencyKey: 'link-1' });
  const again = await stand.stripe.paymentLinks.create(linkFor(5_000), { idempotencyKey: 'link-1' });
  expect(again).toEqual(first);
  expect(again.lastResponse.headers['idempotent-replayed']).toBe('true');
  expect(await links()).toBe(1);
});

test('the same key with another amount is refused as an idempotency error', async () => {
  const other = stand.stripe.paymentLinks.create(linkFor(6_000), { idempotencyKey: 'link-1' });
  await expect(other).rejects.toMatchObject({ type: 'StripeIdempotencyError', statusCode: 400 });
});

test('an error that was answered after the work began is answered again, also when it could be done by now', async () => {
  const destination = await recipientAccount(stand);
  const send = (key: string) =>
    stand.stripe.transfers.create({ amount: 100, currency: 'usd', destination }, { idempotencyKey: key });
  await expect(send('early')).rejects.toMatchObject({ code: 'insufficient_capabilities_for_transfer' });
  await stand.ask('POST', `/accounts/${destination}/onboard`, { outcome: 'active' });
  await expect(send('early')).rejects.toMatchObject({ code: 'insufficient_capabilities_for_transfer' });
  await expect(send('fresh')).rejects.toMatchObject({ code: 'balance_insufficient' });
});

test('a stored 500 is answered again to its key, and nothing was done', async () => {
  const before = await links();
  stand.fault({ kind: '500', match: 'POST /v1/payment_links', times: 1 });
  for (let tries = 0; tries < 3; tries += 1) {
    const answer = stand.stripe.paymentLinks.create(linkFor(7_000), { idempotencyKey: 'struck' });
    await expect(answer).rejects.toMatchObject({ statusCode: 500, type: 'StripeAPIError' });
  }
  expect(await links()).toBe(before);
  await stand.stripe.paymentLinks.create(linkFor(7_000), { idempotencyKey: 'struck-anew' });
  expect(await links()).toBe(before + 1);
});

test('while the first request with a key hangs, a second one is told 409', async () => {
  stand.fault({ kind: 'timeout', match: 'hanging', times: 1, delayMs: 300 });
  const create = () => stand.stripe.paymentLinks.create(linkFor(5_000, 'hanging'), { idempotencyKey: 'hanging' });
  const first = create();
  await expect.poll(() => stand.world.faults.list().at(-1)?.taken).toBe(1);
  await expect(create()).rejects.toMatchObject({ statusCode: 409, code: 'idempotency_key_in_use' });
  expect((await first).id).toBe((await create()).id);
});

test('after a day a key is new again', async () => {
  const before = await links();
  await stand.skip(25);
  await stand.stripe.paymentLinks.create(linkFor(6_000), { idempotencyKey: 'link-1' });
  expect(await links()).toBe(before + 1);
});

test('v2 repeats what succeeded, and tries again what failed', async () => {
  stand.fault({ kind: '500', match: '/v2/core/accounts', times: 1 });
  const create = () =>
    client(stand.stripeUrl).v2.core.accounts.create(
      {
        contact_email: 'pro@example.com',
        defaults: { responsibilities: { fees_collector: 'application', losses_collector: 'application' } },
      },
      { idempotencyKey: 'account-1' },
    );
  await expect(create()).rejects.toMatchObject({ statusCode: 500 });
  const made = await create();
  expect((await create()).id).toBe(made.id);
});
