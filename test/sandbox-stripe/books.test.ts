import { setTimeout as sleep } from 'node:timers/promises';

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { createAccount } from '../../sandbox/stripe/accounts.ts';
import { books as readRows } from '../../sandbox/stripe/books.ts';
import type { Desk } from '../../sandbox/stripe/desk.ts';
import { openDesk } from '../../sandbox/stripe/open-desk.ts';
import { closeDispute, openDispute } from '../../sandbox/stripe/disputes.ts';
import { createLink } from '../../sandbox/stripe/links.ts';
import { onboard } from '../../sandbox/stripe/onboarding.ts';
import { payPage } from '../../sandbox/stripe/pay.ts';
import { Refusal } from '../../sandbox/stripe/refusal.ts';
import { createRefund } from '../../sandbox/stripe/refunds.ts';
import { createReversal } from '../../sandbox/stripe/reversals.ts';
import { createTransfer } from '../../sandbox/stripe/transfers.ts';
import { makeWorld } from '../../sandbox/world.ts';
import { cards, expectedBalance, type Books } from './goods.ts';

type Step =
  | { do: 'pay'; amount: number; card: string }
  | { do: 'refund'; which: number; amount: number }
  | { do: 'reverse'; which: number; amount: number }
  | { do: 'transfer'; which: number; amount: number; isDrawn: boolean }
  | { do: 'dispute'; which: number }
  | { do: 'verdict'; which: number; outcome: 'won' | 'lost' }
  | { do: 'skip'; hours: number };

const which = fc.nat(20);
const amount = fc.integer({ min: 1, max: 30_000 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('pay' as const),
    amount: fc.integer({ min: 50, max: 50_000 }),
    card: fc.constantFrom(...Object.values(cards)),
  }),
  fc.record({ do: fc.constant('refund' as const), which, amount }),
  fc.record({ do: fc.constant('reverse' as const), which, amount }),
  fc.record({ do: fc.constant('transfer' as const), which, amount, isDrawn: fc.boolean() }),
  fc.record({ do: fc.constant('dispute' as const), which }),
  fc.record({ do: fc.constant('verdict' as const), which, outcome: fc.constantFrom('won' as const, 'lost' as const) }),
  fc.record({ do: fc.constant('skip' as const), hours: fc.integer({ min: 1, max: 80 }) }),
);

/** The real operations on a world whose events nobody hears. */
function deskAlone(): Desk {
  const world = makeWorld({ appUrl: 'http://127.0.0.1:9' });
  const deliver = async () => ({ status: 200, ms: 0, tries: 1 });
  return openDesk({ ...world, webhooks: { ...world.webhooks, deliver } });
}

const call = (id: string, params: object) => ({ id, params, account: undefined });
const pick = <T>(rows: Iterable<T>, index: number): T | undefined => {
  const all = [...rows];
  return all[index % Math.max(all.length, 1)];
};
const rowsOf = (desk: Desk) => readRows(desk) as Books;

function readyAccount(desk: Desk): string {
  const responsibilities = { fees_collector: 'application', losses_collector: 'application' };
  const params = { defaults: { responsibilities }, configuration: { recipient: {} } };
  const { id } = createAccount(desk, call('', params)) as { id: string };
  onboard(desk, id, { outcome: 'active' });
  return id;
}

function payOnce(desk: Desk, given: { amount: number; card: string }): void {
  const price = { currency: 'usd', unit_amount: String(given.amount), product_data: { name: 'Job' } };
  const link = createLink(desk, call('', { line_items: [{ price_data: price, quantity: '1' }] })) as { id: string };
  payPage(desk, link.id, { card: given.card, authenticate: 'pass' });
}

async function skipTo(desk: Desk, hours: number): Promise<void> {
  const { clock } = desk.world;
  const target = new Date(clock.now().getTime() + hours * 3_600_000);
  for (let due = clock.nextDue(); due !== null && due <= target; due = clock.nextDue()) {
    clock.moveTo(due);
    await sleep(0);
  }
  clock.moveTo(target);
}

type Act = Exclude<Step, { do: 'skip' }>;
const charge = (desk: Desk, index: number) => pick(desk.charges.keys(), index) ?? 'none';
const transfer = (desk: Desk, index: number) => pick(desk.transfers.keys(), index) ?? 'none';
const dispute = (desk: Desk, index: number) => pick(desk.disputes.keys(), index) ?? 'none';

const carryOut: { [K in Act['do']]: (desk: Desk, step: Extract<Act, { do: K }>, account: string) => void } = {
  pay: payOnce,
  refund: (desk, { which, amount }) =>
    createRefund(desk, call('', { charge: charge(desk, which), amount: String(amount) })),
  reverse: (desk, { which, amount }) => createReversal(desk, call(transfer(desk, which), { amount: String(amount) })),
  transfer: (desk, { which, amount, isDrawn }, destination) => {
    const drawn = isDrawn ? { source_transaction: charge(desk, which) } : {};
    createTransfer(desk, call('', { amount: String(amount), currency: 'usd', destination, ...drawn }));
  },
  dispute: (desk, { which }) => openDispute(desk, { charge: charge(desk, which), reason: 'fraudulent' }),
  verdict: (desk, { which, outcome }) => closeDispute(desk, dispute(desk, which), outcome),
};

/** A refusal changes nothing; any other error is a bug of the stand-in. */
function tryOut(desk: Desk, account: string, step: Act): void {
  const before = JSON.stringify(rowsOf(desk));
  try {
    (carryOut[step.do] as (desk: Desk, step: Act, account: string) => void)(desk, step, account);
  } catch (error) {
    expect(error).toBeInstanceOf(Refusal);
    expect(JSON.stringify(rowsOf(desk))).toBe(before);
  }
}

function expectBalanced(books: Books): void {
  expect(books.balance.available + books.balance.pending).toBe(expectedBalance(books));
  const sent = books.transfers.reduce((sum, row) => sum + row.amount - row.amount_reversed, 0);
  const paidOut = books.payouts.reduce((sum, row) => sum + row.amount, 0);
  const [account] = books.accounts;
  expect(account!.balance.available + account!.balance.pending).toBe(sent - paidOut);
  expect(account!.balance.available).toBeGreaterThanOrEqual(0);
  for (const charge of books.charges) expect(charge.amount_refunded).toBeLessThanOrEqual(charge.amount);
  for (const transfer of books.transfers) expect(transfer.amount_reversed).toBeLessThanOrEqual(transfer.amount);
  for (const reversal of books.reversals) expect(reversal.amount).toBeGreaterThan(0);
}

test(
  'I4 the books balance after any payments, refunds, transfers, reversals, disputes and days',
  { timeout: 60_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const desk = deskAlone();
        const account = readyAccount(desk);
        for (const step of steps) {
          if (step.do === 'skip') await skipTo(desk, step.hours);
          else tryOut(desk, account, step);
          expectBalanced(rowsOf(desk));
        }
        desk.world.close();
      }),
      { numRuns: 100 },
    );
  },
);
