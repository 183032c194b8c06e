// Updates of single documents, each atomic by itself, sent in one command with those that are ready at the same moment. The images
// are read afterwards: they are at least as new as what the update made. A lone update is one round trip.
import type { Collection, Db, Document } from 'mongodb';
import { gathering } from './gather.ts';
import { isDuplicate, isPassing, retrying } from './retry.ts';
import { updateTogether } from './update-together.ts';

export interface DocumentUpdate {
  readonly id: string;
  readonly filter: Readonly<Record<string, unknown>>;
  readonly pipeline: readonly Record<string, unknown>[];
  readonly isNew: boolean;
  /** a compare-and-set: it writes this field with a value of its own, by which it is seen whether it was applied */
  readonly mark: { readonly field: string; readonly value: string } | null;
}

/** A collection, and what takes commands for it. */
interface Rows {
  readonly db: Db;
  readonly collection: Collection<Document & { _id: string }>;
  /** what images are read without */
  readonly unread: Readonly<Record<string, 0>>;
}
/** null: no document fits the filter */
type Image = Document | null;

/** In one batch; beyond that the server's answer, not the round trip, is what takes time. */
const LIMIT = 64;

const queryOf = ({ filter, id }: DocumentUpdate) => ({ _id: id, ...filter });

/** Two first contacts may meet on one new `_id` (E11000): tried again. */
const sendOne = ({ collection, unread }: Rows, update: DocumentUpdate): Promise<Image> =>
  retrying(
    () =>
      collection.findOneAndUpdate(queryOf(update), [...update.pipeline], {
        upsert: update.isNew,
        returnDocument: 'after',
        projection: unread,
      }),
    update.isNew ? { isAlso: isDuplicate } : {},
  );

const sendMany = async (rows: Rows, updates: readonly DocumentUpdate[]): Promise<ReadonlySet<number>> => {
  const statements = updates.map((update) => ({ q: queryOf(update), u: update.pipeline, upsert: update.isNew }));
  return new Set((await updateTogether(rows, statements)).keys());
};

const readAll = async ({ collection, unread }: Rows, updates: readonly DocumentUpdate[]) => {
  const ids = [...new Set(updates.map(({ id }) => id))];
  const images = await collection
    .find({ _id: { $in: ids } }, { batchSize: ids.length + 1, projection: unread })
    .toArray();
  return new Map(images.map((image) => [image._id, image]));
};

const isApplied = ({ mark }: DocumentUpdate, image: Image) => mark === null || image?.[mark.field] === mark.value;

/** One update that the server cannot make sense of may fail the whole command: then each goes alone. */
const allFailed = (updates: readonly DocumentUpdate[]) => (error: unknown) => {
  if (isPassing(error)) throw error;
  return new Set(updates.keys());
};

const send = async (rows: Rows, updates: readonly DocumentUpdate[]): Promise<readonly (Image | Promise<Image>)[]> => {
  const [only] = updates;
  if (only !== undefined && updates.length === 1) return [await sendOne(rows, only)];
  const failed = await retrying(() => sendMany(rows, updates)).catch(allFailed(updates));
  const images = await retrying(() => readAll(rows, updates));
  const imageOf = async (update: DocumentUpdate, index: number): Promise<Image> => {
    if (failed.has(index)) return sendOne(rows, update);
    const image = images.get(update.id) ?? null;
    return isApplied(update, image) ? image : null;
  };
  return updates.map(imageOf);
};

/** Sends an update of that collection soon; resolves with the document as it is once the update is durable. */
export const gatheredUpdates = (
  db: Db,
  name: string,
  unread: Rows['unread'] = {},
): ((update: DocumentUpdate) => Promise<Image>) => {
  const rows = { db, unread, collection: db.collection<Document & { _id: string }>(name) };
  return gathering<DocumentUpdate, Image>((updates) => send(rows, updates), LIMIT);
};
