// Every text in both directions: what was said, by whom, and what became of it. A row is upserted by id, so writing it twice is safe.
import type { Collection, Db } from 'mongodb';
import mongoose, { type Connection } from 'mongoose';
import type { LoggedText, MessageLog } from '../conversations/ports/message-log.ts';
import { gathering } from './gather.ts';
import { isDuplicate, retrying } from './retry.ts';
import { updateTogether, type Statement } from './update-together.ts';

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

const literal = (value: unknown) => ({ $literal: value });

/** Only a higher rank changes what is known of a text. */
const movedTo = (rank: number, changes: Pick<LoggedText, 'status' | 'code'>) => ({
  $cond: [{ $gt: [rank, { $ifNull: ['$rank', -1] }] }, literal({ ...changes, rank }), {}],
});

/** What may be written twice, in any order with the status callbacks. */
const upsert = ({ code, id, rank, sid, status, ...words }: LoggedText): Statement => {
  const known = literal(sid === null ? words : { ...words, sid });
  const row = { $mergeObjects: ['$$ROOT', known, movedTo(rank, { status, code })] };
  return { q: { _id: id }, u: [{ $replaceWith: row }], upsert: true };
};

const forward = ({ code, id, rank, sid, status }: News): Statement => {
  const row = { $mergeObjects: [literal({ sid }), '$$ROOT', movedTo(rank, { status, code })] };
  return { q: { _id: id }, u: [{ $replaceWith: row }], upsert: true };
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

/** As the port says. */
const END_RANK = 5;

type News = Parameters<MessageLog['advance']>[0];

/** Callbacks come within moments of the send, mostly to the process that sent. */
const MOST_REMEMBERED = 5_000;

/** The texts whose send this process has noted, the newest ones. */
const makeMemory = () => {
  const noted = new Set<string>();
  return {
    has: (id: string) => noted.has(id),
    note: (id: string) => {
      noted.delete(id);
      noted.add(id);
      const [oldest] = noted.size > MOST_REMEMBERED ? noted : [];
      if (oldest !== undefined) noted.delete(oldest);
    },
  };
};

interface Rows {
  readonly db: Db;
  readonly collection: Collection<Row>;
}

/** Which of these texts have the vendor's id in their row. */
const readNoted = (rows: Rows) =>
  gathering(async (ids: readonly string[]): Promise<readonly boolean[]> => {
    const read = () => rows.collection.find({ _id: { $in: [...ids] } }, { projection: { sid: 1 } }).toArray();
    const found = new Map((await retrying(read)).map((row) => [row._id, row]));
    return ids.map((id) => found.get(id)?.sid != null);
  });

/** Rows and news in one command, whatever their order: only a higher rank moves a row. */
const writeRows = (rows: Rows) =>
  gathering(async (batch: readonly Statement[]) => {
    const write = async () => {
      const [error] = (await updateTogether(rows, batch)).values();
      if (error !== undefined) throw Object.assign(new Error('A row of the log was refused.'), { code: error.code });
    };
    await retrying(write, { isAlso: isDuplicate });
    return [];
  });

/**
 * A callback is first news of its text if nothing noted the vendor's id of it before. Two processes may both believe that theirs is: the
 * text is looked at twice then, which changes nothing.
 */
const keepLog = (rows: Rows): Pick<MessageLog, 'write' | 'advance'> => {
  const memory = makeMemory();
  const read = readNoted(rows);
  const write = writeRows(rows);
  return {
    write: async (row) => {
      await write(upsert(row));
      if (row.direction === 'out' && row.sid !== null) memory.note(row.id);
    },
    advance: async (news) => {
      const isNoted = memory.has(news.id) || (await read(news.id));
      await write(forward(news));
      memory.note(news.id);
      return { isFirstNews: !isNoted };
    },
  };
};

export const makeMessageLog = (connection: Connection): MessageLog => {
  const model = connection.model<Row>('Message', schema, 'messages');
  const rows = model.collection as unknown as Collection<Row>;
  if (connection.db === undefined) throw new Error('The store is not connected.');
  return {
    ...keepLog({ db: connection.db, collection: rows }),
    byId: async (id) => {
      const row = await rows.findOne({ _id: id });
      return row === null ? null : read(row);
    },
    knownSids: async (sids) => {
      const found = await rows.find({ sid: { $in: [...sids] } }, { projection: { sid: 1 } }).toArray();
      return new Set(found.flatMap(({ sid }) => (typeof sid === 'string' ? [sid] : [])));
    },
    withoutEnd: async ({ from, to, limit }) => {
      const isOpen = { direction: 'out' as const, sid: { $type: 'string' as const }, rank: { $lt: END_RANK } };
      const found = rows.find({ at: { $gte: from, $lt: to }, ...isOpen }).sort({ at: 1 });
      return (await found.limit(limit).toArray()).map(read);
    },
    ofThread: async (thread, limit) =>
      (await rows.find({ thread }).sort({ at: -1 }).limit(limit).toArray()).reverse().map(read),
  };
};
