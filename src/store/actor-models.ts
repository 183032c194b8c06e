// The three collections of actors: one envelope, and the indexes that each is asked by.
import mongoose, { type Connection, type Model } from 'mongoose';
import type { ActorImage, LetterStamp } from '../conversations/ports/actor.ts';
import type { ActorKind } from '../domain/actor.ts';

const { Schema } = mongoose;
const Mixed = Schema.Types.Mixed;

/** An actor as it is stored: with what a redelivery is recognised by. */
export interface StoredActor extends ActorImage {
  readonly handled: readonly { readonly id: string; readonly at: Date }[];
  readonly heard: readonly LetterStamp[];
}

/** An image is read without these. */
export const UNREAD = { handled: 0, heard: 0, 'stuck.content': 0 } as const;

const envelope = () =>
  new Schema<StoredActor>(
    {
      _id: { type: String, required: true },
      ref: { type: String, required: true },
      revision: { type: Number, required: true },
      commit: String,
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
    },
    {
      minimize: false,
      strict: 'throw',
      versionKey: false,
      autoIndex: false,
      autoCreate: false,
      suppressReservedKeysWarning: true,
    },
  )
    .index({ ref: 1 }, { unique: true })
    .index({ wakeAt: 1 }, { partialFilterExpression: { wakeAt: { $type: 'date' } } })
    .index({ dueAt: 1 }, { partialFilterExpression: { dueAt: { $type: 'date' } } })
    .index({ 'stuck.at': 1 }, { partialFilterExpression: { 'stuck.0': { $exists: true } } });

const COLLECTIONS: Readonly<Record<ActorKind, string>> = {
  thread: 'threads',
  booking: 'bookings',
  provider: 'providers',
};

export type ActorModels = Readonly<Record<ActorKind, Model<StoredActor>>>;

/** The models of threads, bookings and providers on that connection, with the indexes of each. */
export const actorModels = (connection: Connection): ActorModels => ({
  thread: connection.model<StoredActor>('Thread', envelope(), COLLECTIONS.thread),
  booking: connection.model<StoredActor>(
    'Booking',
    envelope().index({ 'facts.code': 1 }).index({ 'machines.value': 1 }),
    COLLECTIONS.booking,
  ),
  provider: connection.model<StoredActor>(
    'Provider',
    envelope()
      .index({ 'facts.trades': 1, 'facts.isActive': 1, 'facts.location': '2dsphere' })
      .index({ 'facts.accountId': 1 }, { sparse: true }),
    COLLECTIONS.provider,
  ),
});
