import { expect, test } from 'vitest';
import type { Event } from '../../src/machines/events.ts';
import { begin, hearAll, ordered, TO_APPROVAL, TO_BOOKED, TO_CHOICE, TO_PAYMENT } from './booking-world.ts';

const note = (words: string): Event => ({ type: 'note.added', words });
const noted = (...events: readonly Event[]) =>
  ordered(hearAll(begin(), ...events), 'tell').filter(({ event }) => event.type === 'visit.noted');

test('what is said before the payment waits for it', () => {
  const before = [...TO_CHOICE, note('the dog is friendly'), ...TO_PAYMENT.slice(TO_CHOICE.length), note('gate 4455')];
  expect(noted(...before)).toEqual([]);
  const [paidNow] = TO_BOOKED.slice(TO_PAYMENT.length);
  expect(noted(...before, paidNow!)).toMatchObject([
    { to: { id: 'sms:+17375550101' }, event: { bookingId: 'b1', words: 'the dog is friendly. gate 4455' } },
  ]);
});

test('a pro who has the visit is told at once, without phones and mails (I8)', () => {
  const [told] = noted(...TO_BOOKED, note('ring twice, or call 512-555-0188'));
  expect(told?.event).toMatchObject({ type: 'visit.noted', words: 'ring twice, or call ***' });
});

test('after the work there is nobody to tell', () => {
  expect(noted(...TO_APPROVAL, note('the dog is friendly'))).toEqual([]);
});
