import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isGsm7, segmentCount, toGsm7 } from '../../src/messages/segments.ts';

test('look-alikes become GSM-7', () => {
  expect(toGsm7('It\u2019s \u201cfine\u201d \u2013 3\u202f\u20135\u00a0pm\u2026')).toBe('It\'s "fine" - 3 -5 pm...');
  expect(toGsm7('Mañana a las 3, ¿está bien? Más, José, sábado')).toBe('Mañana a las 3, ¿esta bien? Mas, José, sabado');
  expect(toGsm7('Jose\u0301')).toBe('José');
});

test('a name in another script goes as it is, with every accent around it', () => {
  expect(toGsm7('Llegó 李明, más tarde')).toBe('Llegó 李明, más tarde');
  expect(segmentCount('Llegó 李明, más tarde')).toBe(1);
});

test('segments as Twilio counts them', () => {
  expect(segmentCount('a'.repeat(160))).toBe(1);
  expect(segmentCount('a'.repeat(161))).toBe(2);
  expect(segmentCount('a'.repeat(307))).toBe(3);
  expect(segmentCount('á'.repeat(71))).toBe(2);
});

test('cleaning twice changes nothing more, and our alphabet is Twilio’s', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(toGsm7(toGsm7(text))).toBe(toGsm7(text));
      if (text !== '' && isGsm7(text))
        expect(segmentCount(text)).toBeLessThanOrEqual(Math.ceil((2 * text.length) / 153));
    }),
  );
});
