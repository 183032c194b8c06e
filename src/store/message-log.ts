// Every text in both directions: what was said, by whom, and what became of it. A row is upserted by id, so writing it twice is safe.
import type { Collection } from 'mongodb';
import mongoose, { type Connection } from 'mongoose';
import type { LoggedText, MessageLog } from '../conversations/ports.ts';
import { gathering } from './gather.ts';
import { isDuplicate, retrying } from './retry.ts';

interface Row {
  _id: string;
  thread?: string;
  direction?: 'in' | 'out';
  body?: string;
  media?: readonly string[];
  by?: string;
  key?: string | null;
  conversation?: string | null;
  at?: Date;
  sid?: string | null;
  status?: string;
  rank?: number;
  code?: number | null;
}

const schema = new mongoose.Schema<Row>(
  {
    _id: { type: String, required: true },
    thread: String,
    direction: String,
    body: String,
    media: [String],
    by: String,
    key: String,
    conversation: String,
    at: Date,
    sid: String,
    status: String,
    rank: Number,
    code: Number,
  },
  { minimize: false, strict: 'throw', versionKey: false },
)
  .index({ thread: 1, at: 1 })
  .index({ at: -1 })
  .index({ sid: 1 }, { sparse: true });

const forwardTo = (rank: number, changes: Readonly<Record<string, unknown>>) => {
  const isForward = { $gt: [rank, { $ifNull: ['$rank', -1] }] };
  const moved = Object.entries(changes).map(([field, value]) => [
    field,
    { $cond: [isForward, { $literal: value }, `$${field}`] },
  ]);
  return { ...Object.fromEntries(moved), rank: { $max: [rank, { $ifNull: ['$rank', -1] }] } } as Record<
    string,
    unknown
  >;
};

/** What may be written twice, in any order with the status callbacks: only a higher rank changes the status. */
const upsert = ({ code, id, rank, sid, status, ...rest }: LoggedText) => {
  const words = Object.entries(rest).map(([field, value]) => [field, { $literal: value }]);
  const set = {
    ...Object.fromEntries(words),
    ...forwardTo(rank, { status, code }),
    sid: sid === null ? { $ifNull: ['$sid', null] } : { $literal: sid },
  } as Record<string, unknown>;
  return { updateOne: { filter: { _id: id }, update: [{ $set: set }], upsert: true } };
};

const BLANK = {
  thread: '',
  direction: 'out',
  body: '',
  media: [],
  by: '',
  key: null,
  sid: null,
  status: '',
  rank: -1,
  code: null,
} as const;

const read = ({ _id, ...row }: Row): LoggedText => ({ ...BLANK, at: new Date(0), ...row, id: _id });

type Rows = Collection<Row>;

const advance =
  (rows: Rows): MessageLog['advance'] =>
  async ({ code, id, rank, sid, status }) => {
    const set = { ...forwardTo(rank, { status, code }), sid: { $ifNull: ['$sid', { $literal: sid }] } };
    const before = await retrying(() =>
      rows.findOneAndUpdate({ _id: id }, [{ $set: set }], { upsert: true, returnDocument: 'before' }),
    );
    return { isFirstNews: before?.sid == null, isForward: rank > (before?.rank ?? -1) };
  };

export const makeMessageLog = (connection: Connection): MessageLog => {
  const model = connection.model<Row>('Message', schema, 'messages');
  const rows = model.collection as unknown as Rows;
  return {
    write: gathering(async (batch) => {
      await retrying(() => rows.bulkWrite(batch.map(upsert), { ordered: false }), { isAlso: isDuplicate });
    }),
    advance: advance(rows),
    byId: async (id) => {
      const row = await rows.findOne({ _id: id });
      return row === null ? null : read(row);
    },
    knownSids: async (sids) => {
      const found = await rows.find({ sid: { $in: [...sids] } }, { projection: { sid: 1 } }).toArray();
      return new Set(found.flatMap(({ sid }) => (typeof sid === 'string' ? [sid] : [])));
    },
    ofThread: async (thread, limit) =>
      (await rows.find({ thread }).sort({ at: -1 }).limit(limit).toArray()).reverse().map(read),
  };
};
