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

type News = Parameters<MessageLog['advance']>[0];
type Advanced = Awaited<ReturnType<MessageLog['advance']>>;

const forward = ({ code, id, rank, sid, status }: News) => {
  const set = { ...forwardTo(rank, { status, code }), sid: { $ifNull: ['$sid', { $literal: sid }] } };
  return { updateOne: { filter: { _id: id }, update: [{ $set: set }], upsert: true } };
};

/**
 * Callbacks that come together are read and written together. Two processes may both believe that theirs is the first news of a text:
 * it is looked at twice then, which changes nothing.
 */
const advance = (rows: Rows) =>
  gathering(async (batch: readonly News[]): Promise<readonly Advanced[]> => {
    const ids = batch.map(({ id }) => id);
    const found = await retrying(() => rows.find({ _id: { $in: ids } }, { projection: { sid: 1, rank: 1 } }).toArray());
    await retrying(() => rows.bulkWrite(batch.map(forward), { ordered: true }), { isAlso: isDuplicate });
    const before = new Map(found.map(({ _id, rank, sid }) => [_id, { isNoted: sid != null, rank: rank ?? -1 }]));
    return batch.map(({ id, rank }) => {
      const { isNoted, rank: last } = before.get(id) ?? { isNoted: false, rank: -1 };
      before.set(id, { isNoted: true, rank: Math.max(last, rank) });
      return { isFirstNews: !isNoted, isForward: rank > last };
    });
  });

export const makeMessageLog = (connection: Connection): MessageLog => {
  const model = connection.model<Row>('Message', schema, 'messages');
  const rows = model.collection as unknown as Rows;
  return {
    write: gathering(async (batch: readonly LoggedText[]) => {
      await retrying(() => rows.bulkWrite(batch.map(upsert), { ordered: false }), { isAlso: isDuplicate });
      return [];
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
