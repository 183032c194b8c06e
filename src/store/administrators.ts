// Administrators, their sessions and the key that the cookies of all processes are made with. Only hashes of passwords and sessions are kept.
import type { Collection } from 'mongodb';
import mongoose, { type Connection } from 'mongoose';
import { createHash, randomBytes } from 'node:crypto';
import { nanoid } from 'nanoid';
import type { Administrator, Administrators, LoginTry } from '../conversations/ports/dashboard.ts';
import { isDuplicate, retrying } from './retry.ts';

interface AdministratorRow {
  _id: string;
  email: string;
  password: string;
}
interface SessionRow {
  _id: string;
  administratorId: string;
  endsAt: Date;
}
/** One account that somebody tried to log in to, known or not: both must look alike from outside. */
interface TryRow {
  _id: string;
  failures?: number;
  nextAt?: Date;
  triedAt?: Date;
  isAllowed?: boolean;
}
interface KeyRow {
  _id: string;
  value: string;
}

const options = { minimize: false, strict: 'throw', versionKey: false } as const;
const administratorSchema = new mongoose.Schema<AdministratorRow>(
  { _id: String, email: String, password: String },
  options,
).index({ email: 1 }, { unique: true });
const sessionSchema = new mongoose.Schema<SessionRow>({ _id: String, administratorId: String, endsAt: Date }, options)
  .index({ endsAt: 1 }, { expireAfterSeconds: 0 })
  .index({ administratorId: 1 });

const FORGOTTEN_AFTER_S = 15 * 60;
const FREE_TRIES = 5;
const LONGEST_WAIT_MS = 60_000;

const trySchema = new mongoose.Schema<TryRow>(
  { _id: String, failures: Number, nextAt: Date, triedAt: Date, isAllowed: Boolean },
  options,
).index({ triedAt: 1 }, { expireAfterSeconds: FORGOTTEN_AFTER_S });
const keySchema = new mongoose.Schema<KeyRow>({ _id: String, value: String }, options);

const hashOf = (text: string) => createHash('sha256').update(text).digest('base64url');
const plain = (email: string) => email.trim().toLowerCase();
const shown = ({ _id, email, password }: AdministratorRow): Administrator => ({ id: _id, email, password });

const failuresBefore = {
  $cond: [
    { $lt: [{ $ifNull: ['$triedAt', new Date(0)] }, { $subtract: ['$$NOW', FORGOTTEN_AFTER_S * 1_000] }] },
    0,
    { $ifNull: ['$failures', 0] },
  ],
};
/** 0 for the first tries, then 1, 2, 4 … seconds. */
const waitAfter = {
  $cond: [
    { $lt: ['$failures', FREE_TRIES] },
    0,
    {
      $min: [
        { $multiply: [1_000, { $pow: [2, { $min: [10, { $subtract: ['$failures', FREE_TRIES] }] }] }] },
        LONGEST_WAIT_MS,
      ],
    },
  ],
};
/** Counted before the password is looked at: tries at the same moment count too. A refused try does not prolong the wait. */
const countTry = [
  { $set: { failures: failuresBefore, isAllowed: { $lte: [{ $ifNull: ['$nextAt', new Date(0)] }, '$$NOW'] } } },
  { $set: { failures: { $cond: ['$isAllowed', { $add: ['$failures', 1] }, '$failures'] } } },
  { $set: { nextAt: { $cond: ['$isAllowed', { $add: ['$$NOW', waitAfter] }, '$nextAt'] }, triedAt: '$$NOW' } },
];

const readTry = (row: TryRow | null): LoginTry => {
  if (row?.isAllowed !== false) return { isAllowed: true };
  return { isAllowed: false, afterMs: Math.max(0, (row.nextAt?.getTime() ?? 0) - (row.triedAt?.getTime() ?? 0)) };
};

const tries = (rows: Collection<TryRow>): Pick<Administrators, 'tryLogin' | 'forgetTries'> => ({
  tryLogin: async (email) =>
    readTry(
      await retrying(
        () => rows.findOneAndUpdate({ _id: hashOf(plain(email)) }, countTry, { upsert: true, returnDocument: 'after' }),
        { isAlso: isDuplicate },
      ),
    ),
  forgetTries: async (email) => {
    await retrying(() => rows.deleteOne({ _id: hashOf(plain(email)) }));
  },
});

/** The value under this name: `made` the first time, and the same for everybody ever after. */
const keepOnce = async (rows: Collection<KeyRow>, name: string, made: string): Promise<string> => {
  const row = await retrying(
    () =>
      rows.findOneAndUpdate(
        { _id: name },
        { $setOnInsert: { value: made } },
        { upsert: true, returnDocument: 'after' },
      ),
    { isAlso: isDuplicate },
  );
  return row?.value ?? made;
};

interface Rows {
  readonly people: Collection<AdministratorRow>;
  readonly sessions: Collection<SessionRow>;
}

const sessionsOf = ({
  people,
  sessions,
}: Rows): Pick<Administrators, 'openSession' | 'bySession' | 'closeSession'> => ({
  openSession: async (administratorId, forMs) => {
    const session = nanoid(32);
    const row = { _id: hashOf(session), administratorId, endsAt: new Date(Date.now() + forMs) };
    await retrying(() => sessions.insertOne(row), { isAlso: () => false });
    return session;
  },
  bySession: async (session) => {
    const row = await sessions.findOne({ _id: hashOf(session), endsAt: { $gt: new Date() } });
    const person = row === null ? null : await people.findOne({ _id: row.administratorId });
    return person === null ? null : shown(person);
  },
  closeSession: async (session) => {
    await retrying(() => sessions.deleteOne({ _id: hashOf(session) }));
  },
});

export const makeAdministrators = (connection: Connection): Administrators => {
  const rowsOf = <Row extends { _id: string }>(name: string, schema: mongoose.Schema<Row>, collection: string) =>
    connection.model<Row>(name, schema, collection).collection as unknown as Collection<Row>;
  const people = rowsOf('Administrator', administratorSchema, 'administrators');
  const sessions = rowsOf('AdminSession', sessionSchema, 'adminSessions');
  const keys = rowsOf('AdminKey', keySchema, 'adminKeys');
  return {
    ...tries(rowsOf('AdminTry', trySchema, 'adminTries')),
    ...sessionsOf({ people, sessions }),
    count: () => people.countDocuments({}),
    byEmail: async (email) => {
      const row = await people.findOne({ email: plain(email) });
      return row === null ? null : shown(row);
    },
    keep: async ({ email, password }) => {
      const kept = await retrying(
        () =>
          people.findOneAndUpdate(
            { email: plain(email) },
            { $set: { password }, $setOnInsert: { _id: nanoid(12) } },
            { upsert: true, returnDocument: 'after' },
          ),
        { isAlso: isDuplicate },
      );
      if (kept !== null) await retrying(() => sessions.deleteMany({ administratorId: kept._id }));
    },
    sessionKey: async () =>
      Buffer.from(await keepOnce(keys, 'session', randomBytes(32).toString('base64url')), 'base64url'),
    sandboxPassword: (made) => keepOnce(keys, 'sandboxPassword', made),
  };
};
