// The three collections of actors. Accept, commit, claim and finish use the driver beneath the mongoose models: one round trip each.
import mongoose, { type Connection, type Model } from 'mongoose';
import { customAlphabet } from 'nanoid';
import type { ActorAddress, ActorKind } from '../domain/actor.ts';
import { SCHEMA, type ActorImage, type ActorStore, type Consent, type InboxItem } from '../conversations/actor.ts';
import type { Clock } from '../conversations/ports.ts';
import { acceptPipeline, claimPipeline, commitPipeline, finishPipeline, hastenPipeline, takeUpPipeline, type Timing, type Writer } from './actor-pipelines.ts';
import { isDuplicate, retrying } from './retry.ts';

const { Schema } = mongoose;
const Mixed = Schema.Types.Mixed;

/** Refs go into URLs, logs and ids of effects; letters and digits only, since a dot separates their parts. */
const newRef = customAlphabet('abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789', 16);

/** Half a claim (10 s) is left when an outside call begins; calls take at most 8 s. */
const CALL_MARGIN = 0.5;

/** How long a dead process's work rests: seconds, or a claim where orders were under way. */
export const TIMING: Timing = { claimMs: 20_000, graceMs: 2_000 };

const envelope = () =>
  new Schema<ActorImage>(
    {
      _id: { type: String, required: true },
      ref: { type: String, required: true },
      revision: { type: Number, required: true },
      schema: { type: Number, required: true },
      inbox: [Mixed],
      machines: [Mixed],
      timers: [Mixed],
      outbox: [Mixed],
      handled: [Mixed],
      heard: [Mixed],
      stuck: [Mixed],
      facts: Mixed,
      consent: Mixed,
      claim: Mixed,
      wakeAt: Date,
      dueAt: Date,
    } as never,
    { minimize: false, strict: 'throw', versionKey: false, autoIndex: false, autoCreate: false, suppressReservedKeysWarning: true },
  )
    .index({ ref: 1 }, { unique: true })
    .index({ wakeAt: 1 }, { partialFilterExpression: { wakeAt: { $type: 'date' } } })
    .index({ dueAt: 1 }, { partialFilterExpression: { dueAt: { $type: 'date' } } });

const COLLECTIONS: Readonly<Record<ActorKind, string>> = { thread: 'threads', booking: 'bookings', provider: 'providers' };

export type ActorModels = Readonly<Record<ActorKind, Model<ActorImage>>>;

/** The models of threads, bookings and providers on that connection, with the indexes of each. */
export const actorModels = (connection: Connection): ActorModels => ({
  thread: connection.model<ActorImage>('Thread', envelope(), COLLECTIONS.thread),
  booking: connection.model<ActorImage>(
    'Booking',
    envelope().index({ 'facts.code': 1 }).index({ 'facts.paymentIntent': 1 }, { sparse: true }),
    COLLECTIONS.booking,
  ),
  provider: connection.model<ActorImage>(
    'Provider',
    envelope()
      .index({ 'facts.trades': 1, 'facts.isActive': 1, 'facts.location': '2dsphere' })
      .index({ 'facts.accountId': 1 }, { sparse: true }),
    COLLECTIONS.provider,
  ),
});

export interface StoreContext {
  readonly models: ActorModels;
  readonly clock: Clock;
  /** names this process in the claims that it takes */
  readonly token: string;
  /** how far the database's clock is ahead of this machine's, in milliseconds */
  readonly skewMs: () => number;
  readonly timing: Timing;
}

const writerOf = ({ clock, timing, token }: StoreContext): Writer => ({ token, timing, now: clock.now() });

const isTakenIn = (image: ActorImage, item: InboxItem) => image.inbox.some((other) => other.id === item.id);
const isHandled = (image: ActorImage, item: InboxItem) =>
  image.handled.some((seen) => seen.id === item.id) ||
  (item.letter !== null &&
    image.heard.some((stamp) => stamp.ref === item.letter?.ref && stamp.sequence >= item.letter.sequence));

export const makeActorStore = (context: StoreContext): ActorStore => {
  const { models, token } = context;
  const collection = (kind: ActorKind) => models[kind].collection;
  const update = (address: ActorAddress, filter: object, pipeline: object[]) =>
    retrying(
      () =>
        collection(address.kind).findOneAndUpdate({ _id: address.id, ...filter } as never, pipeline, {
          returnDocument: 'after',
        }) as unknown as Promise<ActorImage | null>,
    );

  const accept = async (to: ActorAddress, item: InboxItem, consent: Consent | null) => {
    const pipeline = acceptPipeline({ item, ref: newRef(), consent }, writerOf(context));
    // Two first contacts may meet on one new `_id`: E11000 then only means "try again".
    const image = (await retrying(
      () => collection(to.kind).findOneAndUpdate({ _id: to.id } as never, pipeline, { upsert: true, returnDocument: 'after' }),
      { isAlso: isDuplicate },
    )) as unknown as ActorImage;
    if (isTakenIn(image, item)) return { outcome: 'accepted', image } as const;
    return { outcome: isHandled(image, item) ? 'duplicate' : 'full', image } as const;
  };

  const load = (address: ActorAddress) =>
    retrying(() => collection(address.kind).findOne({ _id: address.id } as never) as unknown as Promise<ActorImage | null>);

  return {
    accept,
    load,
    // A repeated write that had been applied answers null as well: the reader then finds the event gone, and goes on.
    commit: (address, revision, plan) =>
      update(address, { revision, schema: { $lte: SCHEMA } }, commitPipeline(plan, writerOf(context))),
    takeClaim: (address) => update(address, {}, claimPipeline(writerOf(context))),
    finish: (address, endings) => update(address, {}, finishPipeline(endings, writerOf(context))),
    readConsent: async (threadId) =>
      (await retrying(() => collection('thread').findOne({ _id: threadId } as never, { projection: { consent: 1 } })))?.[
        'consent'
      ] as Consent | null,
    mayPerform: (image) =>
      image.claim?.token === token && image.claim.until.getTime() - (Date.now() + context.skewMs()) > context.timing.claimMs * CALL_MARGIN,
    hasten: async (effectId) => {
      const filter = { ref: effectId.slice(0, effectId.indexOf('.')), outbox: { $elemMatch: { id: effectId, unknownSince: { $ne: null } } } };
      const pipeline = hastenPipeline(effectId, writerOf(context));
      const row = await retrying(() => collection('thread').findOneAndUpdate(filter as never, pipeline, { projection: { _id: 1 } }));
      return row === null ? null : { kind: 'thread', id: String(row['_id']) };
    },
    due: (now, limit) => dueActors(context, now, limit),
  };
};

const dueActors = async (context: StoreContext, now: Date, limit: number): Promise<readonly ActorAddress[]> => {
  const { models, skewMs } = context;
  const real = new Date(Date.now() + skewMs());
  const found = await Promise.all(
    (Object.keys(models) as ActorKind[]).map(async (kind) => {
      const collection = models[kind].collection;
      const read = (filter: object) => collection.find({ ...filter, schema: { $lte: SCHEMA } }, { projection: { _id: 1, wakeAt: 1 }, limit }).toArray();
      const [woken, timed] = await Promise.all([read({ wakeAt: { $lte: real } }), read({ dueAt: { $lte: now } })]);
      const taken = await Promise.all(woken.map(async (row) => ((await takeUp(collection, row, writerOf(context))) ? row : null)));
      return [...taken, ...timed].flatMap((row) => (row === null ? [] : [{ kind, id: String(row._id) }]));
    }),
  );
  return found.flat();
};

const takeUp = async (collection: Model<ActorImage>['collection'], row: Record<string, unknown>, writer: Writer) => {
  const filter = { _id: row['_id'], wakeAt: row['wakeAt'] } as never;
  return (await collection.updateOne(filter, takeUpPipeline(writer))).modifiedCount === 1;
};

