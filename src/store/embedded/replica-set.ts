import { setTimeout as sleep } from 'node:timers/promises';
import { MongoClient } from 'mongodb';
import type { Db, Document } from 'mongodb';
import { MongodError } from './mongod-error.ts';
import { REPLICA_SET } from './run-mongod.ts';

const PATIENCE_MS = 60_000;
const LOOK_EVERY_MS = 20;
const NOT_YET_INITIALIZED = 94;

/**
 * Makes the mongod on `port` the primary of its own replica set of one, and returns once it takes writes. A folder that was last
 * used on another port is told its new address (a member does not recognise itself otherwise).
 */
export const becomePrimary = async (port: number): Promise<undefined> => {
  const client = new MongoClient(`mongodb://127.0.0.1:${port}/?directConnection=true`, {
    serverSelectionTimeoutMS: 5_000,
  });
  try {
    await untilPrimary(client.db('admin'), `127.0.0.1:${port}`);
  } finally {
    await client.close();
  }
};

// Each look does what is missing; a step that fails because the server is still starting is simply done at the next look.
const untilPrimary = async (admin: Db, address: string): Promise<void> => {
  const lastMoment = Date.now() + PATIENCE_MS;
  while (!(await isPrimary(admin, address))) {
    if (Date.now() > lastMoment)
      throw new MongodError(`MongoDB at ${address} started but takes no writes: start Fixline again.`);
    await setUp(admin, address).catch(() => undefined);
    await sleep(LOOK_EVERY_MS);
  }
};

const isPrimary = async (admin: Db, address: string): Promise<boolean> => {
  const hello: Document = await admin.command({ hello: 1 }).catch(() => ({}));
  return hello['isWritablePrimary'] === true && hello['me'] === address;
};

const setUp = async (admin: Db, address: string): Promise<void> => {
  const config = await storedConfig(admin);
  if (config === undefined) {
    await admin.command({ replSetInitiate: { _id: REPLICA_SET, members: [{ _id: 0, host: address }] } });
  } else if (config.members[0]?.host !== address) {
    const next = { ...config, version: config.version + 1, members: [{ ...config.members[0], host: address }] };
    await admin.command({ replSetReconfig: next, force: true });
  }
};

type Config = { readonly version: number; readonly members: readonly { readonly host: string }[] };

const storedConfig = async (admin: Db): Promise<Config | undefined> => {
  try {
    return (await admin.command({ replSetGetConfig: 1 }))['config'] as Config;
  } catch (error) {
    if ((error as { code?: number }).code === NOT_YET_INITIALIZED) return undefined;
    throw error;
  }
};
