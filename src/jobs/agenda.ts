// Agenda runs what recurs, so that one process of many does it. Nothing else knows Agenda.
import { MongoBackend } from '@agendajs/mongo-backend';
import { Agenda } from 'agenda';

export interface RecurringJob {
  readonly name: string;
  /** in words of Agenda, such as '1 minute' */
  readonly every: string;
  readonly run: () => Promise<unknown>;
}

export interface Jobs {
  readonly stop: () => Promise<void>;
}

type Db = Extract<ConstructorParameters<typeof MongoBackend>[0], { mongo: unknown }>['mongo'];

const LOCK_MS = 60_000;

/** Starts the jobs on a database that is already connected. A job that fails comes again at its next time. */
export const startJobs = async (
  db: Db,
  jobs: readonly RecurringJob[],
  onError: (name: string, error: unknown) => void,
): Promise<Jobs> => {
  // Agenda's default lets one process lock every due job, and strands them for ten minutes when it stops.
  const agenda = new Agenda({
    backend: new MongoBackend({ mongo: db, collection: 'jobs' }),
    processEvery: '2 seconds',
    defaultLockLimit: 5,
    lockLimit: 20,
    maxConcurrency: 5,
    defaultLockLifetime: LOCK_MS,
  });
  agenda.on('error', (error: unknown) => onError('agenda', error));
  for (const job of jobs) {
    agenda.define(job.name, async () => {
      await job.run().catch((error: unknown) => onError(job.name, error));
    });
  }
  await agenda.start();
  for (const job of jobs) await agenda.every(job.every, job.name);
  return {
    stop: async () => {
      await agenda.stop(false);
    },
  };
};
