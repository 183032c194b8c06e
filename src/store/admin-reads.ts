// What the dashboard's pages show. Reads of a moment, through indexes; nothing here changes an actor.
import type { Collection, Document, Filter } from 'mongodb';
import type { Connection } from 'mongoose';
import type { AdminReads, FoundActor, ListedThread, OpenAlert, ShownImage } from '../conversations/ports/dashboard.ts';
import type { Ledger } from '../conversations/ports.ts';
import type { MessageLog } from '../conversations/ports/message-log.ts';
import type { ActorKind } from '../domain/actor.ts';
import type { ActorModels } from './actor-models.ts';
import { makePulse } from './admin-pulse.ts';
import { retrying } from './retry.ts';

export interface ReadsContext {
  readonly connection: Connection;
  readonly models: ActorModels;
  readonly log: MessageLog;
  readonly ledger: Ledger;
}

interface AlertRow {
  _id: string;
  about?: string;
  ref?: string;
  code?: string | null;
  at?: Date;
  seenAt?: Date | null;
}

interface NewestText {
  readonly _id: string;
  readonly at: Date;
  readonly ours: string;
  readonly theirs: { readonly body: string } | null;
}

/** How far back in the log the threads with the newest texts are looked for. */
const TEXTS_LOOKED_AT = 1_000;
const FOUND = 20;
const KINDS: readonly ActorKind[] = ['thread', 'booking', 'provider'];

const shownPart = { inbox: 0, handled: 0, heard: 0, claim: 0 } as const;

type Rows = Collection<Omit<ShownImage, '_id'> & { _id: string }>;
const rowsOf = (models: ActorModels, kind: ActorKind) => models[kind].collection as unknown as Rows;

const image = (row: unknown) => row as ShownImage;
const found = (kind: ActorKind) => (row: unknown) => ({ kind, image: image(row) });

const readAlert = ({ _id, about = '', at = new Date(0), code = null, ref = '' }: AlertRow): OpenAlert => ({
  id: _id,
  about,
  ref,
  code,
  at,
});

/** What of a typed number is compared: "(512) 555-0100" and "+1 512 555 0100" are one; four digits at least. */
const digitsOf = (words: string): string | null => {
  const digits = words.replace(/\D/g, '');
  return digits.length >= 4 && /^[\d\s()+.-]+$/.test(words.replace(/^(sms|whatsapp):/i, '')) ? digits : null;
};

type Query = Filter<{ _id: string } & Document>;

const byNumber = (digits: string): Query => {
  const whole = digits.length === 10 ? `1${digits}` : digits;
  const ids = [`sms:+${whole}`, `whatsapp:+${whole}`];
  // Without the whole number every thread's id is looked at: ids are small, and it is done when somebody asks.
  return digits.length >= 10 ? { _id: { $in: ids } } : { _id: { $regex: digits } };
};

const filtersFor = (words: string): Readonly<Partial<Record<ActorKind, Query>>> => {
  const digits = digitsOf(words);
  if (digits !== null) return { thread: byNumber(digits) };
  return {
    booking: { $or: [{ 'facts.code': words.toUpperCase() }, { ref: words }] },
    thread: { $or: [{ _id: words }, { ref: words }] },
  };
};

/** Something that they said; an answer such as "1" or "Y" tells less than what we said then. */
const isTelling = {
  $and: [{ $eq: ['$direction', 'in'] }, { $gte: [{ $strLenCP: { $ifNull: ['$body', ''] } }, 4] }],
};

const listThreads =
  ({ connection, models }: ReadsContext): AdminReads['listThreads'] =>
  async (limit) => {
    const newest = await connection
      .collection('messages')
      .aggregate<NewestText>([
        { $match: { thread: { $gt: '' } } },
        { $sort: { at: -1 } },
        { $limit: TEXTS_LOOKED_AT },
        {
          $group: {
            _id: '$thread',
            at: { $first: '$at' },
            ours: { $first: '$body' },
            theirs: { $max: { $cond: [isTelling, { at: '$at', body: '$body' }, null] } },
          },
        },
        { $sort: { at: -1 } },
        { $limit: limit },
      ])
      .toArray();
    const ids = newest.map(({ _id }) => _id);
    const images = await rowsOf(models, 'thread')
      .find({ _id: { $in: ids } }, { projection: { ...shownPart, outbox: 0 } })
      .toArray();
    const byId = new Map(images.map((row) => [row._id, image({ ...row, outbox: [] })]));
    return newest.flatMap(({ _id, at, ours, theirs }): readonly ListedThread[] => {
      const thread = byId.get(_id);
      const last = { at, direction: theirs === null ? 'out' : 'in', body: theirs?.body ?? ours } as const;
      return thread === undefined ? [] : [{ image: thread, last }];
    });
  };

const listStuck =
  ({ models }: ReadsContext, alerts: Collection<AlertRow>): AdminReads['listStuck'] =>
  async (limit) => {
    const actors = (
      await Promise.all(
        KINDS.map(async (kind) => {
          const query = { 'stuck.0': { $exists: true }, 'stuck.at': { $gt: new Date(0) } };
          return (await rowsOf(models, kind).find(query, { projection: shownPart, limit }).toArray()).map(found(kind));
        }),
      )
    ).flat();
    const marks = await alerts.find({ _id: { $in: actors.map(({ image: { ref } }) => `seen:${ref}`) } }).toArray();
    const seen = new Map(marks.map((mark) => [mark.ref, mark.at?.getTime() ?? 0]));
    return actors.flatMap(({ kind, image: actor }): readonly FoundActor[] => {
      const stuck = actor.stuck.filter(({ at }) => at.getTime() > (seen.get(actor.ref) ?? 0));
      return stuck.length === 0 ? [] : [{ kind, image: { ...actor, stuck } }];
    });
  };

const markSeen =
  (alerts: Collection<AlertRow>): AdminReads['markSeen'] =>
  async (ref, until, now) => {
    await retrying(() => alerts.updateMany({ ref, seenAt: null, at: { $lte: until } }, { $set: { seenAt: now } }));
    const mark = { $set: { about: 'seen', ref, code: null, seenAt: now }, $max: { at: until } };
    await retrying(() => alerts.updateOne({ _id: `seen:${ref}` }, mark, { upsert: true }));
  };

const reading = ({ models }: ReadsContext) => {
  const read = (kind: ActorKind) => async (ref: string) => {
    const row = await rowsOf(models, kind).findOne({ ref }, { projection: shownPart });
    return row === null ? null : image(row);
  };
  const findAll = async (kind: ActorKind, query: Query, limit = FOUND) =>
    (
      await rowsOf(models, kind)
        .find(query as never, { projection: shownPart, limit })
        .toArray()
    ).map(found(kind));
  return { read, findAll };
};

export const makeAdminReads = (context: ReadsContext): AdminReads => {
  const { connection, ledger, log, models } = context;
  const alerts = connection.collection<AlertRow>('alerts') as unknown as Collection<AlertRow>;
  const { findAll, read } = reading(context);
  return {
    listThreads: listThreads(context),
    readThread: read('thread'),
    listBookings: async ({ limit, without }) =>
      (
        await rowsOf(models, 'booking')
          .find({ 'machines.value': { $nin: [...without] } }, { projection: { ...shownPart, outbox: 0 } })
          .sort({ 'facts.window.start': 1 })
          .limit(limit)
          .toArray()
      ).map((row) => image({ ...row, outbox: [] })),
    readBooking: read('booking'),
    listAlerts: async (limit) =>
      (await alerts.find({ seenAt: null }).sort({ at: -1 }).limit(limit).toArray()).map(readAlert),
    alertsOf: async (ref) => (await alerts.find({ ref, seenAt: null }).sort({ at: -1 }).toArray()).map(readAlert),
    listStuck: listStuck(context, alerts),
    resolve: async (refs) =>
      (await Promise.all(KINDS.map((kind) => findAll(kind, { ref: { $in: [...refs] } }, refs.length)))).flat(),
    refsOf: async (kind, ids) => {
      const rows = await rowsOf(models, kind)
        .find({ _id: { $in: [...ids] } }, { projection: { ref: 1 } })
        .toArray();
      return new Map(rows.map(({ _id, ref }) => [_id, ref]));
    },
    find: async (words) => {
      const filters = Object.entries(filtersFor(words.trim())) as [ActorKind, Query][];
      return (await Promise.all(filters.map(([kind, filter]) => findAll(kind, filter)))).flat();
    },
    textsOf: log.ofThread,
    ledgerOf: async (bookingId) =>
      [...(await ledger.entries(bookingId))].sort((left, right) => Date.parse(left.at) - Date.parse(right.at)),
    pulse: makePulse(context),
    markSeen: markSeen(alerts),
  };
};
