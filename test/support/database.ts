import { randomBytes } from 'node:crypto';
import mongoose, { type Connection } from 'mongoose';
import { inject } from 'vitest';

const named = (name: string): string => {
  const uri = new URL(inject('mongoUri'));
  uri.pathname = `/${name}`;
  return uri.href;
};

/** A database of its own in the run's one MongoDB. */
export const ownDatabase = (): string => named(`t${randomBytes(6).toString('hex')}`);

interface Given {
  readonly _id: string;
}

const inDatabase = async <T>(uri: string, work: (connection: Connection) => Promise<T>): Promise<T> => {
  const connection = await mongoose.createConnection(uri, { autoIndex: false, autoCreate: false }).asPromise();
  try {
    return await work(connection);
  } finally {
    await connection.close();
  }
};

/**
 * A database with nothing in it, of its own until it is given back. Making collections and indexes anew for each
 * town is most of what a town costs: one that was given back, by whichever test file, still has them.
 */
export const borrowDatabase = (): Promise<string> =>
  inDatabase(named('given'), async (connection) => {
    const given = await connection.collection<Given>('given').findOneAndDelete({});
    return given?._id ?? ownDatabase();
  });

/** Call it only when everybody who writes to the database has ended. */
export const giveBack = async (uri: string): Promise<void> => {
  await inDatabase(uri, async (connection) => {
    const collections = (await connection.db?.collections()) ?? [];
    await Promise.all(collections.map((collection) => collection.deleteMany({})));
  });
  await inDatabase(named('given'), (connection) => connection.collection<Given>('given').insertOne({ _id: uri }));
};
