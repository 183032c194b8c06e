import { expect } from 'vitest';
import type { LedgerEntry } from '../../src/domain/ledger.ts';
import type { Town } from './town.ts';

interface Books {
  readonly balance: { readonly available: number; readonly pending: number };
  readonly charges: readonly { readonly id: string; readonly amount: number; readonly fee: number }[];
  readonly refunds: readonly { readonly id: string; readonly amount: number }[];
  readonly transfers: readonly { readonly id: string; readonly amount: number }[];
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
const inAccount = (entries: readonly LedgerEntry[], account: string) =>
  sum(entries.flatMap(({ legs }) => legs.filter((leg) => leg.account === account).map(({ cents }) => cents)));

/** I4: what our ledger says of Stripe is what Stripe says, to the cent. */
export const expectBalancedBooks = async (town: Town): Promise<void> => {
  const books = (await town.ask('GET', '/books')) as Books;
  const entries = await town.app.tools.ledger.entries(null);
  const sources = (kind: LedgerEntry['kind']) =>
    entries
      .filter((entry) => entry.kind === kind)
      .map(({ source }) => source)
      .sort();
  const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id).sort();
  expect(sources('charge')).toEqual(ids(books.charges));
  expect(sources('transfer')).toEqual(ids(books.transfers));
  expect(sources('refund')).toEqual(ids(books.refunds));
  for (const entry of entries) expect(sum(entry.legs.map(({ cents }) => cents))).toBe(0);
  expect(inAccount(entries, 'stripe')).toBe(sum([books.balance.available, books.balance.pending]));
};

/** I7: nothing waits for a person that the story does not tell of, and nothing is left undone. */
export const expectNothingStuck = async ({ app }: Town): Promise<void> => {
  for (const model of Object.values(app.store.models)) {
    expect(await model.collection.countDocuments({ 'stuck.0': { $exists: true } })).toBe(0);
    expect(await model.collection.countDocuments({ wakeAt: { $type: 'date' } })).toBe(0);
  }
};
