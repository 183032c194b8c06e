// How far our log has been compared with what the vendor knows, by whichever process.
import mongoose, { type Connection } from 'mongoose';
import type { Compared, Comparisons } from '../conversations/ports.ts';
import { retrying } from './retry.ts';

interface Row {
  _id: Compared;
  /** business time; null: never */
  upTo: Date | null;
  /** real time */
  comparedAt: Date;
}

const options = { minimize: false, strict: 'throw', versionKey: false } as const;
const schema = new mongoose.Schema<Row>({ _id: String, upTo: Date, comparedAt: Date }, options);

export const makeComparisons = (connection: Connection): Comparisons => {
  const model = connection.model<Row>('Comparison', schema, 'comparisons');
  const rows = model.collection as unknown as import('mongodb').Collection<Row>;
  return {
    last: async (_id) => {
      const first = { $setOnInsert: { upTo: null, comparedAt: new Date() } };
      const read = () => rows.findOneAndUpdate({ _id }, first, { upsert: true, returnDocument: 'after' });
      const row = await retrying(read);
      return { upTo: row?.upTo ?? null, ageMs: Date.now() - (row?.comparedAt.getTime() ?? Date.now()) };
    },
    note: async (_id, upTo) => {
      const changes = { $max: { upTo }, $set: { comparedAt: new Date() } };
      await retrying(() => rows.updateOne({ _id }, changes, { upsert: true }));
    },
  };
};
