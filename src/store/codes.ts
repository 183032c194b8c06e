// Booking codes are unique among live bookings, and grow by a character when it gets crowded.
import mongoose, { type Connection } from 'mongoose';
import type { Codes } from '../conversations/ports.ts';
import { codeOf, CODES_OF_LENGTH } from '../domain/booking-code.ts';
import { isDuplicate, retrying } from './retry.ts';

interface Row {
  _id: string;
  bookingId: string;
}

const schema = new mongoose.Schema<Row>(
  { _id: { type: String, required: true }, bookingId: { type: String, required: true } },
  { minimize: false, strict: 'throw', versionKey: false },
).index({ bookingId: 1 }, { unique: true });

const TRIES_A_LENGTH = 8;

/** `chance` gives numbers in [0, 1). */
export const makeCodes = (connection: Connection, chance: () => number): Codes => {
  const model = connection.model<Row>('Code', schema, 'codes');
  const ofBooking = async (bookingId: string) => (await model.findOne({ bookingId }).lean().exec())?._id ?? null;

  const tryOne = async (code: string, bookingId: string): Promise<string | null> => {
    try {
      await retrying(() => model.collection.insertOne({ _id: code, bookingId } as never));
      return code;
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      return ofBooking(bookingId);
    }
  };

  const takeNew = async (bookingId: string): Promise<string> => {
    for (const length of CODES_OF_LENGTH.keys()) {
      for (let attempt = 0; attempt < TRIES_A_LENGTH; attempt += 1) {
        const code = await tryOne(codeOf(length, chance()), bookingId);
        if (code !== null) return code;
      }
    }
    throw new Error(`No booking code is free for booking ${bookingId}.`);
  };

  return {
    take: async (bookingId) => (await ofBooking(bookingId)) ?? (await takeNew(bookingId)),
    free: async (code, bookingId) => {
      await retrying(() => model.deleteOne({ _id: code, bookingId }).exec());
    },
  };
};
