// Accept, commit, claim and finish use the driver beneath the mongoose models: one round trip each.
import { customAlphabet } from 'nanoid';
import type { ActorImage, ActorStore, InboxItem } from '../conversations/ports/actor.ts';
import { SCHEMA, type ActorAddress, type ActorKind } from '../domain/actor.ts';
import { acceptPipeline, claimPipeline, commitPipeline, type Timing } from './actor-pipelines.ts';
import { dueActors } from './due-actors.ts';
import { finishPipeline, hastenPipeline } from './finish-pipeline.ts';
import { isDuplicate, retrying } from './retry.ts';
import { writerOf, type StoreContext } from './store-context.ts';

/** Refs go into URLs, logs and ids of effects; letters and digits only, since a dot separates their parts. */
const newRef = customAlphabet('abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789', 16);

/** Half a claim (10 s) is left when an outside call begins; calls take at most 8 s. */
const CALL_MARGIN = 0.5;

/** How long a dead process's work rests: seconds, or a claim where orders were under way. */
export const TIMING: Timing = { claimMs: 20_000, graceMs: 2_000 };

const isTakenIn = (image: ActorImage, item: InboxItem) => image.inbox.some((other) => other.id === item.id);
const isHandled = (image: ActorImage, item: InboxItem) =>
  image.handled.some((seen) => seen.id === item.id) ||
  (item.letter !== null &&
    image.heard.some((stamp) => stamp.ref === item.letter?.ref && stamp.sequence >= item.letter.sequence));

interface Update {
  readonly address: ActorAddress;
  readonly filter?: object;
  readonly pipeline: object[];
  readonly isNew?: boolean;
}

/** One round trip; null: no document fits the filter. Two first contacts may meet on one new `_id` (E11000): tried again. */
const update = async (context: StoreContext, order: Update): Promise<ActorImage | null> => {
  const { address, filter = {}, isNew = false, pipeline } = order;
  const { collection } = context.models[address.kind];
  const image = await retrying(
    () =>
      collection.findOneAndUpdate({ _id: address.id as never, ...filter }, pipeline, {
        upsert: isNew,
        returnDocument: 'after',
      }),
    isNew ? { isAlso: isDuplicate } : {},
  );
  return image as ActorImage | null;
};

const accept =
  (context: StoreContext): ActorStore['accept'] =>
  async (address, item, consent) => {
    const pipeline = acceptPipeline({ item, ref: newRef(), consent }, writerOf(context));
    const image = await update(context, { address, pipeline, isNew: true });
    if (image === null) throw new Error('An upsert answered nothing.');
    if (isTakenIn(image, item)) return { outcome: 'accepted', image };
    return { outcome: isHandled(image, item) ? 'duplicate' : 'full', image };
  };

const hasten =
  (context: StoreContext): ActorStore['hasten'] =>
  async (effectId) => {
    const ref = effectId.slice(0, effectId.indexOf('.'));
    const filter = { ref, outbox: { $elemMatch: { id: effectId, unknownSince: { $ne: null } } } };
    const pipeline = hastenPipeline(effectId, writerOf(context));
    const { collection } = context.models.thread;
    const row = await retrying(() => collection.findOneAndUpdate(filter, pipeline, { projection: { _id: 1 } }));
    return row === null ? null : { kind: 'thread', id: String(row._id) };
  };

const readConsent =
  ({ models }: StoreContext): ActorStore['readConsent'] =>
  async (threadId) => {
    const query = { _id: threadId as never };
    const row = await retrying(() => models.thread.collection.findOne(query, { projection: { consent: 1 } }));
    return (row as Pick<ActorImage, 'consent'> | null)?.consent ?? null;
  };

const mayPerform =
  ({ skewMs, timing, token }: StoreContext): ActorStore['mayPerform'] =>
  ({ claim }) =>
    claim?.token === token && claim.until.getTime() - (Date.now() + skewMs()) > timing.claimMs * CALL_MARGIN;

export const makeActorStore = (context: StoreContext): ActorStore => ({
  accept: accept(context),
  load: async ({ id, kind }: { id: string; kind: ActorKind }) =>
    (await retrying(() => context.models[kind].collection.findOne({ _id: id as never }))) as ActorImage | null,
  // A repeated write that had been applied answers null as well: the reader then finds the event gone, and goes on.
  commit: (address, revision, plan) =>
    update(context, {
      address,
      filter: { revision, schema: { $lte: SCHEMA } },
      pipeline: commitPipeline(plan, writerOf(context)),
    }),
  takeClaim: (address, isDoubtful = false) =>
    update(context, {
      address,
      filter: { schema: { $lte: SCHEMA } },
      pipeline: claimPipeline(writerOf(context), isDoubtful),
    }),
  finish: (address, endings) => update(context, { address, pipeline: finishPipeline(endings, writerOf(context)) }),
  hasten: hasten(context),
  readConsent: readConsent(context),
  mayPerform: mayPerform(context),
  due: (now, limit) => dueActors(context, now, limit),
});
