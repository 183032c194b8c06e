// The processes that share this database: who is alive, and (in the sandbox) which business clock each of them has taken.
import mongoose, { type Connection } from 'mongoose';
import { setTimeout as sleep } from 'node:timers/promises';

interface Process {
  _id: string;
  seenAt: Date;
  offsetMs: number;
}
interface ClockRow {
  _id: 'clock';
  offsetMs: number;
}

const options = { minimize: false, strict: 'throw', versionKey: false } as const;
/** One that was killed could not leave. */
const FORGOTTEN_AFTER_S = 3_600;
const processSchema = new mongoose.Schema<Process>({ _id: String, seenAt: Date, offsetMs: Number }, options).index(
  { seenAt: 1 },
  { expireAfterSeconds: FORGOTTEN_AFTER_S },
);
const clockSchema = new mongoose.Schema<ClockRow>({ _id: String, offsetMs: Number }, options);

const LIVE_MS = 3_000;

export interface Processes {
  /** says that this process lives, and which offset its clock has */
  readonly beat: (offsetMs: number) => Promise<void>;
  readonly leave: () => Promise<void>;
  readonly readOffset: () => Promise<number>;
  /** the offset only grows; resolves when every live process has taken it, or after `withinMs` */
  readonly shareOffset: (offsetMs: number, withinMs: number) => Promise<boolean>;
}

export const makeProcesses = (connection: Connection, name: string): Processes => {
  const processes = connection.model<Process>('Process', processSchema, 'processes')
    .collection as unknown as import('mongodb').Collection<Process>;
  const clock = connection.model<ClockRow>('Clock', clockSchema, 'clock')
    .collection as unknown as import('mongodb').Collection<ClockRow>;
  const beat = async (offsetMs: number) => {
    await processes.updateOne({ _id: name }, [{ $set: { seenAt: '$$NOW', offsetMs } }], { upsert: true });
  };
  const countBehind = async (offsetMs: number) =>
    processes.countDocuments({
      _id: { $ne: name },
      offsetMs: { $lt: offsetMs },
      $expr: { $gt: ['$seenAt', { $subtract: ['$$NOW', LIVE_MS] }] },
    });
  return {
    beat,
    leave: async () => {
      await processes.deleteOne({ _id: name });
    },
    readOffset: async () => (await clock.findOne({ _id: 'clock' }))?.offsetMs ?? 0,
    shareOffset: async (offsetMs, withinMs) => {
      await clock.updateOne({ _id: 'clock' }, { $max: { offsetMs } }, { upsert: true });
      await beat(offsetMs);
      const end = Date.now() + withinMs;
      while ((await countBehind(offsetMs)) > 0) {
        if (Date.now() > end) return false;
        await sleep(20);
      }
      return true;
    },
  };
};
