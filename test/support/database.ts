import { randomBytes } from 'node:crypto';
import mongoose from 'mongoose';
import { inject } from 'vitest';

/** A database of its own in the run's one MongoDB. */
export const ownDatabase = (): string => {
  const uri = new URL(inject('mongoUri'));
  uri.pathname = `/t${randomBytes(6).toString('hex')}`;
  return uri.href;
};

export const dropDatabase = async (uri: string): Promise<void> => {
  const connection = await mongoose.createConnection(uri).asPromise();
  await connection.dropDatabase();
  await connection.close();
};
