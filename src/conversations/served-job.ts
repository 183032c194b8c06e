// Work that has begun or is over: what is said to be wrong is about it, for as long as it may be.
import { complains, mayBeReported, tellsOfHarm } from '../domain/complaint.ts';
import type { Reading } from '../domain/reading.ts';
import { asksForNewJob, saysAnother, wishesWork } from '../domain/visit-talk.ts';
import { served, workBegun } from '../machines/job/context.ts';
import type { StoredMachine } from '../machines/stored.ts';
import { isTradeOf } from './other-job.ts';
import type { Thread } from './targets.ts';

const isJob = ({ machine }: StoredMachine): boolean => machine === 'job';
const isRecent = ({ context }: StoredMachine, now: string): boolean =>
  typeof context['now'] === 'string' && mayBeReported(context['now'], now);

/** A trade was named, and it is not this job's. */
const isOtherTrade = (job: StoredMachine, { categories }: Reading): boolean =>
  categories.length > 0 && !isTradeOf(job, categories);

export interface Complaint {
  readonly job: StoredMachine;
  /** it may be about other things than this job */
  readonly isDoubtful: boolean;
}

/** The job that a complaint is about: the one of that trade before the one that was heard last. */
export const complaintAbout = ({ machines, now }: Thread, reading: Reading): Complaint | null => {
  if (asksForNewJob(reading.words)) return null;
  const isMeant = complains(reading.words)
    ? (job: StoredMachine) => isOpenTo(job, now)
    : (job: StoredMachine) => isMoreOfCase(job, reading);
  const jobs = machines.filter((job) => isJob(job) && isMeant(job));
  const job = jobs.findLast((one) => isTradeOf(one, reading.categories)) ?? jobs.at(-1);
  return job === undefined ? null : { job, isDoubtful: isElse(job, reading) };
};

const isElse = (job: StoredMachine, reading: Reading): boolean =>
  isOtherTrade(job, reading) && !IN_CASE.includes(job.value) && !tellsOfHarm(reading.words);

/** "And the floor is scratched": while somebody looks at a problem, what else is broken belongs to it. */
const isMoreOfCase = ({ value }: StoredMachine, { categories, words }: Reading): boolean =>
  IN_CASE.includes(value) && categories.length > 0 && !wishesWork(words);

const IN_CASE: readonly string[] = ['describingProblem', 'caseOpen'];

const isOpenTo = (job: StoredMachine, now: string): boolean =>
  workBegun.includes(job.value) || (job.value === 'thanked' && isRecent(job, now));

/** Work of the same trade, a few days after: it may be the same trouble, so it is asked about. */
export const maybeTheSame = ({ machines, now }: Thread, reading: Reading): StoredMachine | undefined =>
  reading.intent !== 'job' || asksForNewJob(reading.words) || saysAnother(reading.words)
    ? undefined
    : machines.findLast(
        (job) =>
          isJob(job) &&
          served.includes(job.value) &&
          job.value !== 'approving' &&
          isRecent(job, now) &&
          isTradeOf(job, reading.categories),
      );
