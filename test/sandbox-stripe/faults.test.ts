import { afterEach, beforeEach, expect, test } from 'vitest';

import { linkFor } from './goods.ts';
import { client, openStand, type Stand } from './stand.ts';

let stand: Stand;
beforeEach(async () => void (stand = await openStand()));
afterEach(() => stand.close());

const create = (sdk = stand.stripe, idempotencyKey = 'k') =>
  sdk.paymentLinks.create(linkFor(5_000), { idempotencyKey });
// Asked of the stand-in's memory, so that no fault strikes the question.
const made = () => stand.world.shelf('stripe.links').size;

test('429: nothing is done, and the same key works afterwards', async () => {
  stand.fault({ kind: '429', times: 1 });
  await expect(create()).rejects.toMatchObject({ type: 'StripeRateLimitError', statusCode: 429 });
  expect(made()).toBe(0);
  await create();
  expect(made()).toBe(1);
});

test('reset: no answer and nothing done', async () => {
  stand.fault({ kind: 'reset' });
  await expect(create(client(stand.stripeUrl))).rejects.toMatchObject({ type: 'StripeConnectionError' });
  expect(made()).toBe(0);
});

test('reset-after: done, the answer lost, and the same key hears it', async () => {
  stand.fault({ kind: 'reset-after' });
  await expect(create()).rejects.toMatchObject({ type: 'StripeConnectionError' });
  stand.world.faults.clear();
  expect(made()).toBe(1);
  const again = await create();
  expect(stand.world.shelf('stripe.links').has(again.id)).toBe(true);
  expect(made()).toBe(1);
});

test('timeout: done at once, answered too late', async () => {
  stand.fault({ kind: 'timeout', times: 1, delayMs: 400 });
  await expect(create(client(stand.stripeUrl, { timeout: 100 }))).rejects.toMatchObject({
    type: 'StripeConnectionError',
  });
  expect(made()).toBe(1);
  await create();
  expect(made()).toBe(1);
});

test("500: the SDK's own tries with the same key all hear it, and nothing is done", async () => {
  stand.fault({ kind: '500', times: 1 });
  await expect(create(client(stand.stripeUrl, { retries: 1 }))).rejects.toMatchObject({ statusCode: 500 });
  expect(made()).toBe(0);
});

test('webhook-twice: the same event arrives again', async () => {
  stand.fault({ kind: 'webhook-twice', match: 'payment_link.created' });
  await create();
  await stand.quiet();
  const ids = stand.events.map((event) => event.id);
  expect(ids).toHaveLength(2);
  expect(new Set(ids).size).toBe(1);
});

test('webhook-lost: it never arrives, and can be found in the list of events', async () => {
  stand.fault({ kind: 'webhook-lost', match: 'payment_link.created' });
  await create();
  expect(await stand.heard()).toEqual([]);
  const { data } = await stand.stripe.events.list({ types: ['payment_link.created'], delivery_success: false });
  expect(data).toHaveLength(1);
});

test('webhook-late: it arrives when its time has come', async () => {
  stand.fault({ kind: 'webhook-late', match: 'payment_link.created', delayMs: 600_000 });
  await create();
  expect(await stand.heard()).toEqual([]);
  await stand.skip(0.2);
  expect(await stand.heard()).toEqual(['payment_link.created']);
});

test('an event that is not taken is sent again a minute later, signed anew', async () => {
  stand.answers.push(503, 503);
  await create();
  expect(await stand.heard()).toEqual([]);
  await stand.skip(0.02);
  expect(await stand.heard()).toEqual([]);
  await stand.skip(0.2);
  expect(await stand.heard()).toEqual(['payment_link.created']);
  const { data } = await stand.stripe.events.list({ delivery_success: true });
  expect(data).toMatchObject([{ type: 'payment_link.created', pending_webhooks: 0 }]);
});
