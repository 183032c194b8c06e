// What a person has to look at, and events that belong to nobody. Both are upserted by id.
import mongoose, { type Connection } from 'mongoose';
import type { Alert, Strays } from '../conversations/ports.ts';
import { retrying } from './retry.ts';

const options = { minimize: false, strict: 'throw', versionKey: false } as const;
const alertSchema = new mongoose.Schema(
  { _id: String, about: String, ref: String, code: String, at: Date, isTold: Boolean, seenAt: Date },
  options,
)
  .index({ at: -1 })
  .index({ seenAt: 1, at: -1 })
  .index({ ref: 1, at: -1 });
const straySchema = new mongoose.Schema({ _id: String, type: { type: String }, mentions: [String], at: Date }, options);

export const makeAlertBook = (connection: Connection) => {
  const model = connection.model('Alert', alertSchema, 'alerts');
  return {
    /** Keeps an alert, once. `isTold`: the address that an administrator named has had it. */
    keep: async ({ id, ...alert }: Alert): Promise<{ isTold: boolean }> => {
      const row = await retrying(() =>
        model.collection.findOneAndUpdate(
          { _id: id as never },
          { $setOnInsert: alert },
          { upsert: true, returnDocument: 'after' },
        ),
      );
      return { isTold: row?.['isTold'] === true };
    },
    noteTold: async (id: string): Promise<void> => {
      await retrying(() => model.collection.updateOne({ _id: id as never }, { $set: { isTold: true } }));
    },
    newest: async (limit: number): Promise<readonly Alert[]> =>
      (await model.find({}).sort({ at: -1 }).limit(limit).lean().exec()).map((row) => ({
        id: String(row._id),
        about: row.about ?? '',
        ref: row.ref ?? '',
        code: row.code ?? null,
        at: row.at ?? new Date(0),
      })),
  };
};

export const makeStrays = (connection: Connection): Strays => {
  const model = connection.model('Stray', straySchema, 'strays');
  return {
    keep: async ({ id, ...stray }) => {
      await retrying(() => model.collection.updateOne({ _id: id as never }, { $setOnInsert: stray }, { upsert: true }));
    },
  };
};
