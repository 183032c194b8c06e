// Whether anything that a page shows has changed: a few small reads through indexes, asked once a second while a page is open.
import type { Document, Filter, FindOptions } from 'mongodb';
import type { Connection } from 'mongoose';
import { createHash } from 'node:crypto';
import type { AdminReads } from '../conversations/ports/dashboard.ts';

const TEXTS = 100;
const ACTORS = 300;

const hashed = (seen: unknown) => createHash('sha256').update(JSON.stringify(seen)).digest('base64url').slice(0, 16);

/** A page's version: equal words, equal page (its clock aside). */
export const makePulse = ({ connection }: { readonly connection: Connection }): AdminReads['pulse'] => {
  const read = (name: string, filter: Filter<Document>, options: FindOptions) =>
    connection.collection(name).find(filter, options).toArray();
  const newestTexts = (filter: Filter<Document>) =>
    read('messages', filter, { projection: { rank: 1 }, sort: { at: -1 }, limit: TEXTS });
  const alerts = (filter: Filter<Document>) =>
    read('alerts', { ...filter, seenAt: null }, { projection: { _id: 1 }, sort: { at: -1 }, limit: TEXTS });
  const revisions = (name: string, filter: Filter<Document>) =>
    read(name, filter, {
      projection: { _id: 0, revision: 1, 'outbox.id': 1, 'stuck.id': 1, consent: 1 },
      limit: ACTORS,
    });
  const looked = (ref: string) => read('alerts', { _id: `seen:${ref}` as never }, { projection: { at: 1 } });

  return async (topic) => {
    if (topic.page === 'overview') {
      const all = [
        alerts({}),
        read('alerts', { about: 'seen' }, { projection: { at: 1 }, sort: { seenAt: -1 }, limit: 1 }),
        newestTexts({}),
        revisions('bookings', { 'machines.value': { $nin: [...topic.without] } }),
        ...['threads', 'bookings', 'providers'].map((name) =>
          revisions(name, { 'stuck.0': { $exists: true }, 'stuck.at': { $gt: new Date(0) } }),
        ),
      ];
      return hashed(await Promise.all(all));
    }
    const { ref } = topic;
    if (topic.page === 'booking') {
      const [row] = await read('bookings', { ref }, { projection: { _id: 1 } });
      const entries = read('ledger', { bookingId: row?._id }, { projection: { _id: 1 } });
      return hashed(await Promise.all([revisions('bookings', { ref }), entries, alerts({ ref }), looked(ref)]));
    }
    const [row] = await read('threads', { ref }, { projection: { _id: 1 } });
    const texts = newestTexts({ thread: row?._id });
    return hashed(await Promise.all([revisions('threads', { ref }), texts, alerts({ ref }), looked(ref)]));
  };
};
