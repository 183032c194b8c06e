// What is under way and what comes next, over all processes, read from the store: the sandbox steps its clock by it.
import type { Document } from 'mongodb';
import type { ActorModels } from './actor-models.ts';

export interface Work {
  readonly inFlight: number;
  readonly nextDueAt: string | null;
}

/** What is asked of one collection: how many are busy or overdue, and the first due time that lies ahead. The type lets the partial indexes serve. */
const questionsAt = (now: Date, until: Date): readonly Document[][] => [
  [{ $match: { wakeAt: { $type: 'date' } } }, { $count: 'busy' }],
  [{ $match: { wakeAt: null, dueAt: { $lte: now, $type: 'date' } } }, { $count: 'busy' }],
  [
    { $match: { dueAt: { $gt: now, $lte: until, $type: 'date' } } },
    { $sort: { dueAt: 1 } },
    { $limit: 1 },
    { $project: { _id: 0, next: '$dueAt' } },
  ],
];

/**
 * `until`: a later due time does not matter to the one who asks. Collections are read one after the other, and a letter may go
 * from one that is still to be read to one that was: only what is found at rest twice is at rest.
 */
export const readWork = async (models: ActorModels, now: Date, until: Date): Promise<Work> => {
  const first = await readOnce(models, questionsAt(now, until));
  return first.inFlight > 0 ? first : readOnce(models, questionsAt(now, until));
};

/** One round trip: while something is settled it is asked often. */
const readOnce = async ({ thread, ...others }: ActorModels, questions: readonly Document[][]): Promise<Work> => {
  const [first = [], ...rest] = questions;
  const threads = thread.collection;
  const united = [
    ...rest.map((pipeline) => ({ coll: threads.collectionName, pipeline })),
    ...Object.values(others).flatMap(({ collection }) =>
      questions.map((pipeline) => ({ coll: collection.collectionName, pipeline })),
    ),
  ];
  const rows = await threads
    .aggregate<{ busy?: number; next?: Date }>([...first, ...united.map(($unionWith) => ({ $unionWith }))])
    .toArray();
  const times = rows.flatMap(({ next }) => (next === undefined ? [] : [next.getTime()]));
  return {
    inFlight: rows.reduce((sum, { busy = 0 }) => sum + busy, 0),
    nextDueAt: times.length === 0 ? null : new Date(Math.min(...times)).toISOString(),
  };
};
