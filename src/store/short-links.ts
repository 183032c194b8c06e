// Short links that we text: the token is random, the purpose decides whether it was made before.
import mongoose, { type Connection } from 'mongoose';
import { customAlphabet } from 'nanoid';
import { isDuplicate, retrying } from './retry.ts';

interface Row {
  _id: string;
  purpose: string;
  url: string;
  expiresAt: Date;
}

/** How long after its end a link is still known to have ended; then it is forgotten (real time, MongoDB's own). */
const REMEMBERED_SECONDS = 30 * 24 * 3_600;

const schema = new mongoose.Schema<Row>(
  {
    _id: { type: String, required: true },
    purpose: { type: String, required: true },
    url: { type: String, required: true },
    expiresAt: { type: Date, required: true },
  },
  { minimize: false, strict: 'throw', versionKey: false },
)
  .index({ purpose: 1 }, { unique: true })
  .index({ expiresAt: 1 }, { expireAfterSeconds: REMEMBERED_SECONDS });

/** Without letters and digits that look alike, and without signs at which phones end a link: 58 bits in ten of them. */
const freshToken = customAlphabet('23456789abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ', 10);
const TOKEN = /^[2-9A-Za-z]{10}$/;

export interface KeptLink {
  readonly purpose: string;
  readonly url: string;
  readonly expiresAt: Date;
}

export interface ShortLinkBook {
  /** the token of that purpose, always the same one; it leads where it was last told to */
  readonly keep: (link: KeptLink) => Promise<string>;
  /** null: never made, or forgotten */
  readonly find: (token: string) => Promise<{ readonly url: string; readonly expiresAt: Date } | null>;
}

export const makeShortLinks = (connection: Connection): ShortLinkBook => {
  const model = connection.model<Row>('ShortLink', schema, 'shortLinks');
  return {
    keep: async ({ expiresAt, purpose, url }) => {
      const change = () => ({ $setOnInsert: { _id: freshToken() }, $set: { url, expiresAt } });
      const write = () =>
        model.findOneAndUpdate({ purpose }, change(), { upsert: true, returnDocument: 'after' }).lean();
      // Two at once may both try to insert: the loser finds the winner's.
      const row = await retrying(() => write().exec(), { isAlso: isDuplicate });
      return row._id;
    },
    find: async (token) => {
      if (!TOKEN.test(token)) return null;
      const row = await model.findById(token).lean().exec();
      return row === null ? null : { url: row.url, expiresAt: row.expiresAt };
    },
  };
};
