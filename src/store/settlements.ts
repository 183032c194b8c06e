// Which demo cities are settled to the end: a start that was ended early is known by what is missing here.
import mongoose, { type Connection } from 'mongoose';

interface Row {
  _id: string;
  settledAt: Date;
}

const options = { minimize: false, strict: 'throw', versionKey: false } as const;
const schema = new mongoose.Schema<Row>({ _id: String, settledAt: Date }, options);

export interface Settlements {
  readonly isSettled: (city: string) => Promise<boolean>;
  /** Safe to repeat. */
  readonly note: (city: string) => Promise<void>;
}

export const makeSettlements = (connection: Connection): Settlements => {
  const rows = connection.model<Row>('Settlement', schema, 'settlements').collection;
  return {
    isSettled: async (city) => (await rows.findOne({ _id: city as never })) !== null,
    note: async (city) => {
      await rows.updateOne({ _id: city as never }, { $set: { settledAt: new Date() } }, { upsert: true });
    },
  };
};
