// The three collections of actors: one envelope, and the indexes that each is asked by.
import mongoose, { type Connection, type Model } from 'mongoose';
import type { ActorImage } from '../conversations/ports/actor.ts';
import type { ActorKind } from '../domain/actor.ts';

const { Schema } = mongoose;
const Mixed = Schema.Types.Mixed;

const envelope = () =>
  new Schema<ActorImage>(
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

export type ActorModels = Readonly<Record<ActorKind, Model<ActorImage>>>;

/** The models of threads, bookings and providers on that connection, with the indexes of each. */
export const actorModels = (connection: Connection): ActorModels => ({
  thread: connection.model<ActorImage>('Thread', envelope(), COLLECTIONS.thread),
  booking: connection.model<ActorImage>(
    'Booking',
    envelope().index({ 'facts.code': 1 }).index({ 'machines.value': 1 }),
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
