// Actors whose work a dead process left, or whose time has come.
import type { ActorImage, Due, DueSearch } from '../conversations/ports/actor.ts';
import { SCHEMA, type ActorAddress, type ActorKind } from '../domain/actor.ts';
import type { Stage } from './actor-pipelines.ts';
import { writerOf, type StoreContext } from './store-context.ts';
import { ringPipeline, takeUpPipeline } from './sweep-pipelines.ts';

type Row = Pick<ActorImage, '_id' | 'wakeAt' | 'dueAt'>;
type Alarm = 'wakeAt' | 'dueAt';

/** Each is given to one process only: whoever moves its alarm on. */
export const dueActors = async (context: StoreContext, search: DueSearch): Promise<Due> => {
  const kinds = Object.keys(context.models) as ActorKind[];
  const found = await Promise.all(kinds.map((kind) => dueOfKind(context, kind, search)));
  return { actors: found.flatMap(({ actors }) => actors), isMore: found.some(({ isMore }) => isMore) };
};

const dueOfKind = async (context: StoreContext, kind: ActorKind, search: DueSearch): Promise<Due> => {
  const { limit, now } = search;
  const real = new Date(Date.now() + context.skewMs());
  const [left, due] = await Promise.all([
    rung(context, { kind, alarm: 'wakeAt', at: real, limit }),
    rung(context, { kind, alarm: 'dueAt', at: now, limit }),
  ]);
  const writer = { ...writerOf(context), now };
  const pipelineOf = (row: Row) =>
    search.isAtWork({ kind, id: row._id }) ? ringPipeline(writer) : takeUpPipeline(writer);
  const taken = await Promise.all([
    ...left.map((row) => take(context, { kind, row, alarm: 'wakeAt', pipeline: pipelineOf(row) })),
    ...due.map((row) => take(context, { kind, row, alarm: 'dueAt', pipeline: ringPipeline(writer) })),
  ]);
  return { actors: taken.flat(), isMore: left.length === limit || due.length === limit };
};

interface Ringing {
  readonly kind: ActorKind;
  readonly alarm: Alarm;
  readonly at: Date;
  readonly limit: number;
}

/** Without the type MongoDB does not see that the partial index holds all of them, and reads the whole collection. */
const rung = async ({ models }: StoreContext, { alarm, at, kind, limit }: Ringing) =>
  (await models[kind].collection
    .find(
      { [alarm]: { $lte: at, $type: 'date' }, schema: { $lte: SCHEMA } },
      { projection: { wakeAt: 1, dueAt: 1 }, limit },
    )
    .toArray()) as unknown as Row[];

interface Taking {
  readonly kind: ActorKind;
  readonly row: Row;
  readonly alarm: Alarm;
  readonly pipeline: Stage[];
}

const take = async (
  { models }: StoreContext,
  { alarm, kind, pipeline, row }: Taking,
): Promise<readonly ActorAddress[]> => {
  const filter = { _id: row._id, [alarm]: row[alarm] } as never;
  const { modifiedCount } = await models[kind].collection.updateOne(filter, pipeline);
  return modifiedCount === 1 ? [{ kind, id: row._id }] : [];
};
