// What a provider's thread hears: the letters of a booking, and his own words.
import type { ProviderWord } from '../../src/domain/reading.ts';
import { usd } from '../../src/domain/money.ts';
import type { Event } from '../../src/machines/events.ts';
import { minutesAfter } from '../../src/domain/instants.ts';
import { now, oakHill, text, zone } from './talk.ts';

/** Thursday, 3-5 pm in Austin. */
export const window = { start: '2026-11-26T21:00:00Z', end: '2026-11-26T23:00:00Z', zone };
export const net = usd(10_965);
const job = { trade: 'plumbing', words: 'kitchen sink leaking, gate code 1204', urgency: 'normal' } as const;

export const offerMade = {
  type: 'offer.made',
  bookingId: 'b1',
  providerId: 'p1',
  code: 'K7',
  job,
  area: 'Austin 78704',
  meters: 4_828,
  window,
  net,
  until: minutesAfter(now, 60),
  asked: 3,
} as const satisfies Event;

export const offerHeld = { type: 'offer.held', bookingId: 'b1', until: minutesAfter(now, 45) } as const;
export const offerWon = { type: 'offer.won', bookingId: 'b1' } as const;
export const closed = (reason: 'taken' | 'expired' | 'overlap' | 'withdrawn'): Event => ({
  type: 'offer.closed',
  bookingId: 'b1',
  reason,
});
export const released = (reason: 'passed' | 'unpaid' | 'silent' | 'withdrawn'): Event => ({
  type: 'offer.released',
  bookingId: 'b1',
  reason,
});

export const visitBooked = {
  type: 'visit.booked',
  bookingId: 'b1',
  code: 'K7',
  job,
  place: oakHill,
  homeownerName: 'Ann',
  window,
  net,
} as const satisfies Event;

/** One of his own words, as it is understood. */
export const word = (said: ProviderWord): Event => text(said, { word: said, code: 'K7', intent: 'answer' });
export const Y = word('accept');
export const N = word('decline');
export const OTW = word('onMyWay');
export const HERE = word('here');
export const DONE = word('done');

export const toBooking = (event: Event) => ({ type: 'tell', to: { kind: 'booking', id: 'b1' }, event });
