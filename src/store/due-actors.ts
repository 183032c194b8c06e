// Actors whose work a dead process left, or whose time has come.
import type { Model } from 'mongoose';
import type { ActorImage } from '../conversations/ports/actor.ts';
import { SCHEMA, type ActorAddress, type ActorKind } from '../domain/actor.ts';
import { takeUpPipeline, type Writer } from './actor-pipelines.ts';
import { writerOf, type StoreContext } from './store-context.ts';

/** Of those that are found by real time each is given to one process only; a due timer may be seen by several. */
export const dueActors = async (context: StoreContext, now: Date, limit: number): Promise<readonly ActorAddress[]> => {
  const { models, skewMs } = context;
  const real = new Date(Date.now() + skewMs());
  const found = await Promise.all(
    (Object.keys(models) as ActorKind[]).map(async (kind) => {
      const collection = models[kind].collection;
      const read = (filter: object) =>
        collection
          .find({ ...filter, schema: { $lte: SCHEMA } }, { projection: { _id: 1, wakeAt: 1 }, limit })
          .toArray();
      const [woken, timed] = await Promise.all([read({ wakeAt: { $lte: real } }), read({ dueAt: { $lte: now } })]);
      const taken = await Promise.all(
        woken.map(async (row) => ((await takeUp(collection, row, writerOf(context))) ? row : null)),
      );
      return [...taken, ...timed].flatMap((row) => (row === null ? [] : [{ kind, id: String(row._id) }]));
    }),
  );
  return found.flat();
};

const takeUp = async (collection: Model<ActorImage>['collection'], row: Record<string, unknown>, writer: Writer) => {
  const filter = { _id: row['_id'], wakeAt: row['wakeAt'] } as never;
  return (await collection.updateOne(filter, takeUpPipeline(writer))).modifiedCount === 1;
};
