// I3: one document per reservation, its quarter-hours unique per provider while it is live. Not checked and then inserted.
import mongoose, { type Connection } from 'mongoose';
import type { Reservations } from '../conversations/ports.ts';
import { isDuplicate, retrying } from './retry.ts';

interface Reservation {
  /** booking:attempt */
  _id: string;
  providerId: string;
  cells: string[];
  live: boolean;
  /** the booking's revision that wrote last: a fence against late repeats */
  revision: number;
}

const schema = new mongoose.Schema<Reservation>(
  {
    _id: { type: String, required: true },
    providerId: { type: String, required: true },
    cells: { type: [String], required: true },
    live: { type: Boolean, required: true },
    revision: { type: Number, required: true },
  },
  { minimize: false, strict: 'throw', versionKey: false },
).index({ providerId: 1, cells: 1 }, { unique: true, partialFilterExpression: { live: true } });

const idOf = (reservation: { bookingId: string; attempt: number }) => `${reservation.bookingId}:${reservation.attempt}`;

const checkCells = (cells: readonly string[]) => {
  if (cells.length === 0 || new Set(cells).size !== cells.length) {
    throw new Error('A reservation needs distinct quarter-hours, at least one.');
  }
};

export const makeReservations = (connection: Connection): Reservations => {
  const model = connection.model<Reservation>('Reservation', schema, 'reservations');
  const rows = model.collection as unknown as import('mongodb').Collection<Reservation>;
  const insert = async (row: Reservation) => {
    try {
      await retrying(() => rows.insertOne(row));
      return true;
    } catch (error) {
      if (isDuplicate(error)) return false;
      throw error;
    }
  };
  return {
    hold: async ({ cells, providerId, revision, ...named }) => {
      checkCells(cells);
      const row = { _id: idOf(named), providerId, cells: [...cells], live: true, revision };
      if (await insert(row)) return 'held';
      // Either this very reservation is there already (a repeat), or somebody else has one of its cells.
      const mine = await rows.findOne({ _id: row._id });
      return mine?.live === true ? 'held' : 'taken';
    },
    release: async ({ providerId, revision, ...named }) => {
      const changes = { $set: { live: false, revision }, $setOnInsert: { providerId, cells: [] } };
      const release = (upsert: boolean) =>
        retrying(() => rows.updateOne({ _id: idOf(named), revision: { $lte: revision } }, changes, { upsert }));
      // A hold that is still on its way finds a tombstone; one that came this very moment is let go by the second update.
      await release(true).catch((error: unknown) => {
        if (!isDuplicate(error)) throw error;
        return release(false);
      });
    },
    taken: async (providerIds, cells) => {
      const found = await rows
        .find({ providerId: { $in: [...providerIds] }, cells: { $in: [...cells] }, live: true })
        .project<{ providerId: string; cells: string[] }>({ providerId: 1, cells: 1 })
        .toArray();
      return found.flatMap((row) => row.cells.map((cell) => ({ providerId: row.providerId, cell })));
    },
  };
};
