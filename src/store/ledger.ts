// I4: entries of the double-entry ledger; one document is one whole entry.
import mongoose, { type Connection } from 'mongoose';
import type { Ledger } from '../conversations/ports.ts';
import { isBalanced, type LedgerEntry } from '../domain/ledger.ts';
import { retrying } from './retry.ts';

type Row = Omit<LedgerEntry, 'id'> & { _id: string };

const schema = new mongoose.Schema<Row>(
  {
    _id: { type: String, required: true },
    bookingId: { type: String, required: true },
    kind: { type: String, required: true },
    at: { type: String, required: true },
    source: { type: String, required: true },
    legs: [{ _id: false, account: String, cents: Number }],
  },
  { minimize: false, strict: 'throw', versionKey: false },
).index({ bookingId: 1 });

export const makeLedger = (connection: Connection): Ledger => {
  const model = connection.model<Row>('LedgerEntry', schema, 'ledger');
  return {
    post: async ({ id, ...entry }) => {
      if (!isBalanced({ id, ...entry })) throw new Error(`The legs of ledger entry ${id} do not add up to nothing.`);
      await retrying(() => model.updateOne({ _id: id }, { $setOnInsert: entry }, { upsert: true }).exec());
    },
    entries: async (bookingId) =>
      (
        await model
          .find(bookingId === null ? {} : { bookingId })
          .lean()
          .exec()
      ).map(({ _id, ...entry }) => ({ id: _id, ...entry })),
  };
};
