import { expect } from 'vitest';
import type { EntryKind, LedgerEntry } from '../../src/domain/ledger.ts';
import type { Town } from './town.ts';

interface Row {
  readonly id: string;
  readonly status?: string;
}
interface Books {
  readonly balance: { readonly available: number; readonly pending: number };
  readonly charges: readonly (Row & { readonly amount: number; readonly fee: number })[];
  readonly refunds: readonly Row[];
  readonly transfers: readonly Row[];
  readonly reversals: readonly Row[];
  readonly disputes: readonly (Row & { readonly amount: number; readonly fee: number })[];
  readonly payouts: readonly { readonly account: string }[];
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
const inAccount = (entries: readonly LedgerEntry[], account: string) =>
  sum(entries.flatMap(({ legs }) => legs.filter((leg) => leg.account === account).map(({ cents }) => cents)));

/** What our ledger must hold an entry for, by what Stripe knows. A charge, a refund, a transfer … each has one; a dispute one a movement. */
const expectedSources = (books: Books): Readonly<Record<EntryKind, readonly Row[]>> => ({
  charge: books.charges,
  transfer: books.transfers,
  refund: books.refunds,
  refundFailure: books.refunds.filter(({ status }) => status === 'failed'),
  reversal: books.reversals,
  dispute: books.disputes.flatMap((dispute) => (dispute.status === 'won' ? [dispute, dispute] : [dispute])),
  disputeLoss: books.disputes.filter(({ status }) => status === 'lost'),
});

/** I4: what our ledger says of Stripe is what Stripe says, to the cent. Payouts are of providers' own balances, never of ours. */
export const expectBalancedBooks = async (town: Town): Promise<void> => {
  const books = (await town.ask('GET', '/books')) as Books;
  const entries = await town.app.tools.ledger.entries(null);
  for (const [kind, rows] of Object.entries(expectedSources(books))) {
    const sources = entries.filter((entry) => entry.kind === kind).map(({ source }) => source);
    expect([kind, sources.sort()]).toEqual([kind, rows.map(({ id }) => id).sort()]);
  }
  for (const entry of entries) expect(sum(entry.legs.map(({ cents }) => cents))).toBe(0);
  expect(inAccount(entries, 'stripe')).toBe(sum([books.balance.available, books.balance.pending]));
  const open = books.disputes.filter(({ status }) => status !== 'won' && status !== 'lost');
  expect(inAccount(entries, 'disputed')).toBe(sum(open.map(({ amount }) => amount)));
  const fees = sum([...books.charges, ...books.disputes].map(({ fee }) => fee));
  expect(inAccount(entries, 'stripeFees')).toBe(fees);
  expect(books.payouts.every(({ account }) => account.startsWith('acct_'))).toBe(true);
};

/** I7: nothing waits for a person that the story does not tell of, and nothing is left undone. */
export const expectNothingStuck = async ({ app }: Town): Promise<void> => {
  for (const model of Object.values(app.store.models)) {
    expect(await model.collection.countDocuments({ 'stuck.0': { $exists: true } })).toBe(0);
    expect(await model.collection.countDocuments({ wakeAt: { $type: 'date' } })).toBe(0);
  }
};
