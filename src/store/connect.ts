// One mongoose connection for the whole process, with the settings that make an acknowledged write a durable one.
import mongoose, { type Connection } from 'mongoose';

/** Connects, or throws within `withinMs`. Majority and journal: an answer means that the write survives this machine. */
export const connect = (uri: string, withinMs = 15_000): Promise<Connection> =>
  mongoose
    .createConnection(uri, {
      w: 'majority',
      journal: true,
      retryWrites: true,
      serverSelectionTimeoutMS: withinMs,
      autoIndex: false,
      autoCreate: false,
      minPoolSize: 4,
      maxPoolSize: 64,
    })
    .asPromise();

const NAMESPACE_EXISTS = 48;

/** Makes every collection and index of the connection's models; safe to run by any number of processes at once. */
export const createIndexes = async (connection: Connection): Promise<void> => {
  const make = async (model: Connection['models'][string]) => {
    await model.createCollection().catch((error: unknown) => {
      if ((error as { code?: number }).code !== NAMESPACE_EXISTS) throw error;
    });
    await model.createIndexes();
  };
  await Promise.all(Object.values(connection.models).map(make));
};

/** How far the database's clock is ahead of ours, in milliseconds, half the round trip taken off. */
export const readSkew = async (connection: Connection): Promise<number> => {
  const before = Date.now();
  const answer = await connection.db?.command({ hello: 1 });
  const middle = (before + Date.now()) / 2;
  return answer === undefined ? 0 : new Date(answer['localTime'] as string).getTime() - middle;
};
