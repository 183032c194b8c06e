import { describe, expect, test } from 'vitest';
import { usd } from '../../src/domain/money.ts';
import {
  milesText,
  moneyText,
  orWindowText,
  placeText,
  shortWords,
  starsText,
  timeText,
  windowText,
} from '../../src/messages/format.ts';

const zone = 'America/Chicago';
const span = (start: string, end: string) => ({ start, end, zone });

describe('arrival windows', () => {
  test.each([
    ['2026-11-26T21:00:00Z', '2026-11-26T23:00:00Z', 'Thu Nov 26, 3-5 pm', 'jue 26 nov, 3-5 pm'],
    ['2026-11-26T16:00:00Z', '2026-11-26T18:00:00Z', 'Thu Nov 26, 10 am-12 pm', 'jue 26 nov, 10 am-12 pm'],
    ['2026-11-28T14:30:00Z', '2026-11-28T16:30:00Z', 'Sat Nov 28, 8:30-10:30 am', 'sáb 28 nov, 8:30-10:30 am'],
    ['2026-11-27T05:00:00Z', '2026-11-27T07:00:00Z', 'Thu Nov 26, 11 pm-1 am', 'jue 26 nov, 11 pm-1 am'],
  ])('%s to %s', (...[start, end, en, es]) => {
    expect(windowText(span(start, end), 'en')).toBe(en);
    expect(windowText(span(start, end), 'es')).toBe(es);
  });

  test('the hours are those of the property on both sides of the clock change', () => {
    expect(windowText(span('2026-10-31T20:00:00Z', '2026-10-31T22:00:00Z'), 'en')).toBe('Sat Oct 31, 3-5 pm');
    expect(windowText(span('2026-11-01T21:00:00Z', '2026-11-01T23:00:00Z'), 'en')).toBe('Sun Nov 1, 3-5 pm');
  });
});

test('a second window names its day only when it is another one', () => {
  const first = span('2026-11-26T21:00:00Z', '2026-11-26T23:00:00Z');
  expect(orWindowText(span('2026-11-26T23:00:00Z', '2026-11-27T01:00:00Z'), first, 'en')).toBe('5-7 pm');
  expect(orWindowText(span('2026-11-27T14:00:00Z', '2026-11-27T16:00:00Z'), first, 'en')).toBe('Fri Nov 27, 8-10 am');
});

describe('times', () => {
  const at = { at: '2026-11-26T21:40:00Z', zone };
  test('alone, on the same day, on a near day, on a far day', () => {
    expect(timeText(at, 'en')).toBe('3:40 pm');
    expect(timeText(at, 'en', '2026-11-26T06:30:00Z')).toBe('3:40 pm');
    expect(timeText(at, 'en', '2026-11-26T05:30:00Z')).toBe('Thu 3:40 pm');
    expect(timeText(at, 'es', '2026-11-24T05:30:00Z')).toBe('jue 3:40 pm');
    expect(timeText(at, 'en', '2026-11-01T05:30:00Z')).toBe('Thu Nov 26, 3:40 pm');
  });
});

test('money, distance, ratings and places', () => {
  expect(moneyText(usd(12900))).toBe('$129');
  expect(moneyText(usd(13545))).toBe('$135.45');
  expect(moneyText(usd(123456705))).toBe('$1,234,567.05');
  expect(moneyText(usd(-405))).toBe('-$4.05');
  expect(milesText(4828)).toBe('3 mi');
  expect(milesText(700)).toBe('0.4 mi');
  expect(milesText(0)).toBe('0.1 mi');
  expect(starsText(49, 120, 'en')).toBe('4.9 (120)');
  expect(starsText(null, 0, 'en')).toBe('new here');
  const place = { city: 'Austin', state: 'TX', zip: '78704', lat: 30, lon: -97, zone, area: 'Austin 78704' };
  expect(placeText({ ...place, street: '12 Elm St', unit: 'apt 4B' })).toBe('12 Elm St, apt 4B, Austin 78704');
  expect(placeText({ ...place, street: null, unit: null })).toBe('Austin 78704');
});

test('long words are cut between words, and say so', () => {
  expect(shortWords('kitchen  sink\nleaking', 40)).toBe('kitchen sink leaking');
  expect(shortWords('kitchen sink leaking, under the counter', 24)).toBe('kitchen sink leaking..');
  expect(shortWords('x'.repeat(80), 20)).toHaveLength(20);
});
