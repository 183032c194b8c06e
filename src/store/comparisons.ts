// How far our log has been compared with the vendor's list of texts, by whichever process.
import mongoose, { type Connection } from 'mongoose';
import type { Comparisons } from '../conversations/ports.ts';
import { retrying } from './retry.ts';

interface Row {
  _id: 'texts';
  /** business time; null: never */
  upTo: Date | null;
  /** real time */
  comparedAt: Date;
}

const options = { minimize: false, strict: 'throw', versionKey: false } as const;
const schema = new mongoose.Schema<Row>({ _id: String, upTo: Date, comparedAt: Date }, options);
const THE_ROW = { _id: 'texts' } as const;

export const makeComparisons = (connection: Connection): Comparisons => {
  const model = connection.model<Row>('Comparison', schema, 'comparisons');
  const rows = model.collection as unknown as import('mongodb').Collection<Row>;
  return {
    last: async () => {
      const first = { $setOnInsert: { upTo: null, comparedAt: new Date() } };
      const read = () => rows.findOneAndUpdate(THE_ROW, first, { upsert: true, returnDocument: 'after' });
      const row = await retrying(read);
      return { upTo: row?.upTo ?? null, ageMs: Date.now() - (row?.comparedAt.getTime() ?? Date.now()) };
    },
    note: async (upTo) => {
      const changes = { $max: { upTo }, $set: { comparedAt: new Date() } };
      await retrying(() => rows.updateOne(THE_ROW, changes, { upsert: true }));
    },
  };
};
