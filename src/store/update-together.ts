// Many updates of one collection as one command: the driver's own bulk API costs more than what it sends.
import type { Collection, Db, Document } from 'mongodb';

export interface Statement {
  readonly q: Readonly<Record<string, unknown>>;
  readonly u: readonly Record<string, unknown>[];
  readonly upsert: boolean;
}

interface WriteError {
  readonly index: number;
  readonly code: number;
}

const DURABLE = { w: 'majority', j: true } as const;

/** Durable when it resolves, with the statements (by index) that the server refused. Rejects when MongoDB does not answer. */
export const updateTogether = async (
  { collection, db }: { readonly db: Db; readonly collection: Pick<Collection, 'collectionName'> },
  updates: readonly Statement[],
): Promise<ReadonlyMap<number, WriteError>> => {
  const order = { update: collection.collectionName, ordered: false, writeConcern: DURABLE, updates };
  const answer: Document = await db.command(order);
  const errors = (answer['writeErrors'] ?? []) as readonly WriteError[];
  return new Map(errors.map((error) => [error.index, error]));
};
