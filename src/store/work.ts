// What is under way and what comes next, over all processes, read from the store: the sandbox steps its clock by it.
import type { ActorModels } from './actor-models.ts';

export interface Work {
  readonly inFlight: number;
  readonly nextDueAt: string | null;
}

/** `until`: a later due time does not matter to the one who asks. */
export const readWork = async (models: ActorModels, now: Date, until: Date): Promise<Work> => {
  const each = await Promise.all(
    Object.values(models).map(async ({ collection }) => {
      const [busy, overdue, next] = await Promise.all([
        collection.countDocuments({ wakeAt: { $type: 'date' } }, { hint: { wakeAt: 1 } }),
        collection.countDocuments({ wakeAt: null, dueAt: { $lte: now } }),
        collection
          .find({ dueAt: { $gt: now, $lte: until } }, { projection: { dueAt: 1 } })
          .sort({ dueAt: 1 })
          .limit(1)
          .next(),
      ]);
      return { inFlight: busy + overdue, next: (next?.['dueAt'] as Date | undefined) ?? null };
    }),
  );
  const times = each.flatMap(({ next }) => (next === null ? [] : [next.getTime()]));
  return {
    inFlight: each.reduce((sum, { inFlight }) => sum + inFlight, 0),
    nextDueAt: times.length === 0 ? null : new Date(Math.min(...times)).toISOString(),
  };
};
