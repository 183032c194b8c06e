import { expect, test } from 'vitest';
import { declinesOffer } from '../../src/domain/offer-choice.ts';

test.each([
  'n too far',
  'busy that day sorry',
  'im booked thursday',
  'muy lejos',
  'n got another job',
  'ocupado ese día',
])('an offer is declined: %s', (words) => {
  expect(declinesOffer(words)).toBe(true);
});

test.each(['y', 'no problem', 'how far is it', 'n k7', 'too far from what street?', 'not too busy, ok'])(
  'no offer is declined: %s',
  (words) => {
    expect(declinesOffer(words)).toBe(false);
  },
);
