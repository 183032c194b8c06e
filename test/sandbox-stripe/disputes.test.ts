import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

import { cards, expectedBalance, paidCharge, readBooks } from './goods.ts';
import { openStand, type Stand } from './stand.ts';

let stand: Stand;
beforeAll(async () => void (stand = await openStand()));
afterAll(() => stand.close());
beforeEach(async () => {
  await stand.heard();
});

const total = async () => {
  const books = await readBooks(stand);
  expect(books.balance.available + books.balance.pending).toBe(expectedBalance(books));
  return expectedBalance(books);
};
const complain = (charge: string) =>
  stand.ask<{ id: string; amount: number }>('POST', '/disputes', { charge, reason: 'product_not_received' });

test('the card that disputes does so after an hour, and takes amount and fee', async () => {
  const charge = await paidCharge(stand, 10_000, cards.disputed);
  const before = await total();
  await stand.heard();
  await stand.skip(1.5);
  expect(await stand.heard()).toEqual(['charge.dispute.created', 'charge.dispute.funds_withdrawn']);
  expect(await total()).toBe(before - 10_000 - 1_500);
  const [dispute] = (await stand.stripe.disputes.list({ charge: charge.id })).data;
  expect(dispute).toMatchObject({ status: 'needs_response', reason: 'fraudulent', amount: 10_000 });
  const refund = stand.stripe.refunds.create({ charge: charge.id });
  await expect(refund).rejects.toMatchObject({ code: 'charge_disputed' });
});

test('a dispute that is won brings amount and fee back', async () => {
  const charge = await paidCharge(stand, 8_000);
  const before = await total();
  const { id } = await complain(charge.id);
  await stand.heard();
  await stand.ask('POST', `/disputes/${id}`, { outcome: 'won' });
  expect(await stand.heard()).toEqual(['charge.dispute.closed', 'charge.dispute.funds_reinstated']);
  expect(await total()).toBe(before);
  expect(await stand.stripe.disputes.retrieve(id)).toMatchObject({ status: 'won' });
});

test('evidence is staged, then submitted, and decides as in test mode', async () => {
  const { id } = await complain((await paidCharge(stand, 6_000)).id);
  const staged = await stand.stripe.disputes.update(id, { evidence: { product_description: 'Repair' }, submit: false });
  expect(staged).toMatchObject({
    status: 'needs_response',
    evidence_details: { has_evidence: true, submission_count: 0 },
  });
  const handedIn = await stand.stripe.disputes.update(id, { evidence: { service_date: '2026-11-20' } });
  expect(handedIn).toMatchObject({ status: 'under_review', evidence: { product_description: 'Repair' } });
  const won = await stand.stripe.disputes.update(id, { evidence: { uncategorized_text: 'winning_evidence' } });
  expect(won.status).toBe('won');
  await expect(stand.stripe.disputes.close(id)).rejects.toThrow('already closed');
});

test('a dispute is lost by giving it up, and by silence', async () => {
  const given = await complain((await paidCharge(stand, 6_000)).id);
  expect(await stand.stripe.disputes.close(given.id)).toMatchObject({ status: 'lost' });
  const silent = await complain((await paidCharge(stand, 6_000)).id);
  await stand.skip(24 * 15);
  expect(await stand.stripe.disputes.retrieve(silent.id)).toMatchObject({ status: 'lost' });
  await total();
});

test('only what is left of a charge can be disputed', async () => {
  const charge = await paidCharge(stand, 6_000);
  await stand.stripe.refunds.create({ charge: charge.id, amount: 2_000 });
  expect(await complain(charge.id)).toMatchObject({ amount: 4_000 });
  expect(await complain(charge.id)).toMatchObject({ error: expect.stringContaining('disputed already') as string });
});
