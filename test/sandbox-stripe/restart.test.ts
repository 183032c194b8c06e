import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { cards, linkFor, paidCharge, readBooks } from './goods.ts';
import { openStand } from './stand.ts';

let home: string;
beforeAll(async () => void (home = await mkdtemp(join(tmpdir(), 'fixline-stripe-'))));
afterAll(() => rm(home, { recursive: true, force: true }));

test('links, charges, keys and what is still to happen outlive a restart', async () => {
  const first = await openStand({ home });
  const link = await first.stripe.paymentLinks.create(linkFor(4_200), { idempotencyKey: 'kept' });
  const charge = await paidCharge(first, 10_000, cards.disputed);
  const books = await readBooks(first);
  await first.quiet();
  await first.close();

  const second = await openStand({ home });
  expect(await readBooks(second)).toEqual(books);
  const again = await second.stripe.paymentLinks.create(linkFor(4_200), { idempotencyKey: 'kept' });
  expect(again.id).toBe(link.id);
  await second.skip(1.5);
  expect(await second.heard()).toContain('charge.dispute.created');
  expect(await second.stripe.charges.retrieve(charge.id)).toMatchObject({ disputed: true });
  await second.close();
});
