// Accept, commit, claim and finish use the driver beneath the mongoose models: one round trip each.
import type { Db } from 'mongodb';
import { customAlphabet } from 'nanoid';
import type { ActorImage, ActorStore, InboxItem } from '../conversations/ports/actor.ts';
import { SCHEMA, type ActorAddress, type ActorKind } from '../domain/actor.ts';
import { UNREAD, type ActorModels } from './actor-models.ts';
import { acceptPipeline, claimPipeline, commitPipeline, type Stage, type Timing } from './actor-pipelines.ts';
import { gathering } from './gather.ts';
import { gatheredUpdates, type DocumentUpdate } from './gathered-updates.ts';
import { dueActors } from './due-actors.ts';
import { finishPipeline, hastenPipeline } from './finish-pipeline.ts';
import { trialPipeline } from './sweep-pipelines.ts';
import { retrying } from './retry.ts';
import { writerOf, type StoreContext } from './store-context.ts';

/** Refs go into URLs, logs and ids of effects; letters and digits only, since a dot separates their parts. */
const newRef = customAlphabet('abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789', 16);

/** Half a claim (10 s) is left when an outside call begins; calls take at most 8 s. */
const CALL_MARGIN = 0.5;

/** How long a dead process's work rests: seconds, or a claim where orders were under way. */
export const TIMING: Timing = { claimMs: 20_000, graceMs: 2_000 };

const isTakenIn = (image: ActorImage, item: InboxItem) => image.inbox.some((other) => other.id === item.id);

/** A text that an inbox did not take was there before, or a flood kept it out. */
const isHandled = async ({ models }: StoreContext, { id, kind }: ActorAddress, item: InboxItem): Promise<boolean> => {
  const query = { _id: id as never, 'handled.id': item.id };
  return (await retrying(() => models[kind].collection.findOne(query, { projection: { _id: 1 } }))) !== null;
};

interface Update {
  readonly address: ActorAddress;
  readonly filter?: Readonly<Record<string, unknown>>;
  readonly pipeline: readonly Stage[];
  readonly isNew?: boolean;
  readonly mark?: DocumentUpdate['mark'];
}

/** null: no document fits the filter. */
type UpdateActor = (order: Update) => Promise<ActorImage | null>;

const dbOf = ({ db }: ActorModels[ActorKind]): Db => {
  if (db.db === undefined) throw new Error('The store is not connected.');
  return db.db;
};

const makeUpdate = ({ models }: StoreContext): UpdateActor => {
  const senders = new Map(
    Object.entries(models).map(([kind, model]) => [
      kind,
      gatheredUpdates(dbOf(model), model.collection.collectionName, UNREAD),
    ]),
  );
  return async ({ address, filter = {}, isNew = false, mark = null, pipeline }) => {
    const image = await senders.get(address.kind)?.({ id: address.id, filter, pipeline, isNew, mark });
    return (image ?? null) as ActorImage | null;
  };
};

const accept =
  (context: StoreContext, update: UpdateActor): ActorStore['accept'] =>
  async (address, item, consent) => {
    const pipeline = acceptPipeline({ item, ref: newRef(), consent }, writerOf(context));
    const image = await update({ address, pipeline, isNew: true });
    if (image === null) throw new Error('An upsert answered nothing.');
    if (isTakenIn(image, item)) return { outcome: 'accepted', image };
    // Only texts are refused by a full inbox.
    const isDuplicate = item.what.kind !== 'text' || (await isHandled(context, address, item));
    return { outcome: isDuplicate ? 'duplicate' : 'full', image };
  };

const refOf = (effectId: string) => effectId.slice(0, effectId.indexOf('.'));

const hastenOne = async (context: StoreContext, effectId: string): Promise<ActorAddress | null> => {
  const filter = { ref: refOf(effectId), outbox: { $elemMatch: { id: effectId, unknownSince: { $ne: null } } } };
  const pipeline = hastenPipeline(effectId, writerOf(context));
  const { collection } = context.models.thread;
  const row = await retrying(() => collection.findOneAndUpdate(filter, pipeline, { projection: { _id: 1 } }));
  return row === null ? null : { kind: 'thread', id: String(row._id) };
};

/** Nearly every text is known to be sent when its callback comes: those of a moment are looked up together. */
const hasten = (context: StoreContext): ActorStore['hasten'] =>
  gathering(async (effectIds) => {
    const isDoubtful = { $elemMatch: { id: { $in: effectIds }, unknownSince: { $ne: null } } };
    const filter = { ref: { $in: effectIds.map(refOf) }, outbox: isDoubtful };
    const { collection } = context.models.thread;
    const rows = await retrying(() => collection.find(filter as never, { projection: { ref: 1 } }).toArray());
    const refs = new Set(rows.map((row) => String(row['ref'])));
    return effectIds.map((id) => (refs.has(refOf(id)) ? hastenOne(context, id) : null));
  });

const findOrder =
  ({ models }: StoreContext): ActorStore['findOrder'] =>
  async (effectId) => {
    const query = { ref: refOf(effectId), 'outbox.id': effectId };
    const row = (await retrying(() =>
      models.thread.collection.findOne(query, { projection: { 'outbox.$': 1 } }),
    )) as unknown as Pick<ActorImage, '_id' | 'outbox'> | null;
    const [item] = row?.outbox ?? [];
    return row === null || item === undefined ? null : { address: { kind: 'thread', id: row._id }, item };
  };

const readConsent = ({ models }: StoreContext): ActorStore['readConsent'] =>
  gathering(async (threadIds) => {
    const query = { _id: { $in: threadIds as never[] } };
    const read = () => models.thread.collection.find(query, { projection: { consent: 1 } }).toArray();
    const rows = (await retrying(read)) as unknown as Pick<ActorImage, '_id' | 'consent'>[];
    const known = new Map(rows.map(({ _id, consent }) => [_id, consent]));
    return threadIds.map((id) => known.get(id) ?? null);
  });

const mayPerform =
  ({ skewMs, timing, token }: StoreContext): ActorStore['mayPerform'] =>
  ({ claim }) =>
    claim?.token === token && claim.until.getTime() - (Date.now() + skewMs()) > timing.claimMs * CALL_MARGIN;

/** Of a commit; two commits never share one. */
const newMark = ({ token }: StoreContext) => {
  let count = 0;
  return () => ({ field: 'commit', value: `${token}.${(count += 1)}` });
};

export const makeActorStore = (context: StoreContext): ActorStore => {
  const update = makeUpdate(context);
  const nextMark = newMark(context);
  return {
    accept: accept(context, update),
    load: async ({ id, kind }: { id: string; kind: ActorKind }) =>
      (await retrying(() =>
        context.models[kind].collection.findOne({ _id: id as never }, { projection: UNREAD }),
      )) as ActorImage | null,
    // A repeated write that had been applied may answer null as well: the reader then finds the event gone, and goes on.
    commit: (address, revision, plan) => {
      const mark = nextMark();
      const pipeline = commitPipeline(plan, writerOf(context), mark.value);
      return update({ address, filter: { revision, schema: { $lte: SCHEMA } }, pipeline, mark });
    },
    takeClaim: (address, isDoubtful = false) =>
      update({
        address,
        filter: { schema: { $lte: SCHEMA } },
        pipeline: claimPipeline(writerOf(context), isDoubtful),
      }),
    noteTrial: (address, ids) => update({ address, pipeline: trialPipeline(ids, writerOf(context)) }),
    finish: (address, endings) => update({ address, pipeline: finishPipeline(endings, writerOf(context)) }),
    hasten: hasten(context),
    findOrder: findOrder(context),
    readConsent: readConsent(context),
    mayPerform: mayPerform(context),
    due: (search) => dueActors(context, search),
  };
};
