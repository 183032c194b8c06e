// The letters of a booking to its homeowner, as one story tells them.
import { priceOf } from '../../src/domain/price.ts';
import type { LetterToHomeowner } from '../../src/machines/letters.ts';
import { oakHill, zone } from './talk.ts';

const bookingId = 'b1';
const window = { start: '2026-11-26T21:00:00Z', end: '2026-11-26T23:00:00Z', zone };
const price = priceOf(12_900);
const url = 'https://fixline.example/p/abc';
const candidate = {
  providerId: 'p1',
  thread: 'sms:+17375550101',
  name: 'Dana',
  language: 'en',
  ratingInTenths: 49,
  ratings: 120,
  meters: 4_828,
  rateInCents: 12_900,
  zone,
} as const;

type Letters = { readonly [Type in LetterToHomeowner['type']]: Extract<LetterToHomeowner, { type: Type }> };

export const letter: Letters = {
  'search.started': {
    type: 'search.started',
    bookingId,
    code: 'K7',
    job: { trade: 'plumbing', words: 'Kitchen sink leaking', urgency: 'soon' },
    place: oakHill,
    window,
    until: '2026-11-24T21:40:00Z',
  },
  'search.continued': { type: 'search.continued', bookingId, window, until: '2026-11-24T22:40:00Z' },
  'return.failed': { type: 'return.failed', bookingId, amount: price.total },
  'search.failed': { type: 'search.failed', bookingId },
  'provider.proposed': {
    type: 'provider.proposed',
    bookingId,
    attempt: 1,
    candidate,
    window,
    price,
    until: '2026-11-24T21:55:00Z',
  },
  'choice.lapsed': { type: 'choice.lapsed', bookingId },
  'payment.requested': { type: 'payment.requested', bookingId, url, price, until: '2026-11-24T22:05:00Z' },
  'hold.ending': { type: 'hold.ending', bookingId, url, until: '2026-11-24T22:05:00Z' },
  'hold.lapsed': { type: 'hold.lapsed', bookingId },
  'payment.failed': { type: 'payment.failed', bookingId, reason: 'declined', url, until: '2026-11-24T22:05:00Z' },
  'payment.impossible': { type: 'payment.impossible', bookingId },
  'booking.confirmed': { type: 'booking.confirmed', bookingId, providerName: 'Dana', window, total: price.total },
  'payment.returned': { type: 'payment.returned', bookingId, amount: price.total, reason: 'slotGone' },
  'visit.remembered': { type: 'visit.remembered', bookingId, moment: 'dayBefore' },
  'visit.delayed': { type: 'visit.delayed', bookingId, minutes: 20 },
  'visit.missed': { type: 'visit.missed', bookingId },
  'visit.dropped': { type: 'visit.dropped', bookingId },
  'visit.unanswered': { type: 'visit.unanswered', bookingId },
  'visit.departed': { type: 'visit.departed', bookingId },
  'visit.arrived': { type: 'visit.arrived', bookingId },
  'visit.finished': { type: 'visit.finished', bookingId, approveBy: '2026-11-28T22:00:00Z' },
  'booking.settled': { type: 'booking.settled', bookingId },
  'case.opened': { type: 'case.opened', bookingId, by: 'homeowner' },
};

export const letters = Object.values(letter);
