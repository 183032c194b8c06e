// Every text in both directions: what was said, by whom, and what became of it. A row is upserted by id, so writing it twice is safe.
import mongoose, { type Connection } from 'mongoose';
import type { LoggedText, MessageLog } from '../conversations/ports.ts';
import { gathering } from './gather.ts';
import { retrying } from './retry.ts';

interface Row {
  _id: string;
  thread?: string;
  direction?: 'in' | 'out';
  body?: string;
  media?: readonly string[];
  by?: string;
  key?: string | null;
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
    at: Date,
    sid: String,
    status: String,
    rank: Number,
    code: Number,
  },
  { minimize: false, strict: 'throw', versionKey: false },
)
  .index({ thread: 1, at: 1 })
  .index({ sid: 1 }, { sparse: true });

const upsert = (row: LoggedText) => {
  const { id, status, rank, code, sid, ...rest } = row;
  const forward = { $gt: [rank, { $ifNull: ['$rank', -1] }] };
  const set = {
    ...Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, { $literal: value }])),
    sid: sid === null ? { $ifNull: ['$sid', null] } : { $literal: sid },
    status: { $cond: [forward, { $literal: status }, '$status'] },
    code: { $cond: [forward, { $literal: code }, '$code'] },
    rank: { $max: [rank, { $ifNull: ['$rank', -1] }] },
  };
  return { updateOne: { filter: { _id: id }, update: [{ $set: set }], upsert: true } };
};

export const makeMessageLog = (connection: Connection): MessageLog => {
  const model = connection.model<Row>('Message', schema, 'messages');
  const rows = model.collection as unknown as import('mongodb').Collection<Row>;
  const write = gathering<LoggedText>(async (batch) => {
    await retrying(() => rows.bulkWrite(batch.map(upsert) as never, { ordered: false }));
  });
  const read = (row: Row | null): LoggedText | null =>
    row === null
      ? null
      : {
          id: row._id,
          thread: row.thread ?? '',
          direction: row.direction ?? 'out',
          body: row.body ?? '',
          media: row.media ?? [],
          by: row.by ?? '',
          key: row.key ?? null,
          at: row.at ?? new Date(0),
          sid: row.sid ?? null,
          status: row.status ?? '',
          rank: row.rank ?? -1,
          code: row.code ?? null,
        };
  return {
    write,
    advance: async ({ id, sid, status, rank, code }) => {
      const forward = { $gt: [rank, { $ifNull: ['$rank', -1] }] };
      const before = await retrying(() =>
        rows.findOneAndUpdate(
          { _id: id },
          [
            {
              $set: {
                sid: { $ifNull: ['$sid', { $literal: sid }] },
                status: { $cond: [forward, { $literal: status }, '$status'] },
                code: { $cond: [forward, { $literal: code }, '$code'] },
                rank: { $max: [rank, { $ifNull: ['$rank', -1] }] },
              },
            },
          ],
          { upsert: true, returnDocument: 'before' },
        ),
      );
      return { isFirstNews: (before?.sid ?? null) === null, isForward: rank > (before?.rank ?? -1) };
    },
    byId: async (id) => read(await rows.findOne({ _id: id })),
    knownSids: async (sids) => {
      const found = await rows.find({ sid: { $in: [...sids] } }, { projection: { sid: 1 } }).toArray();
      return new Set(found.flatMap((row) => (typeof row.sid === 'string' ? [row.sid] : [])));
    },
    ofThread: async (thread, limit) =>
      (await rows.find({ thread }).sort({ at: -1 }).limit(limit).toArray()).reverse().flatMap((row) => read(row) ?? []),
  };
};
