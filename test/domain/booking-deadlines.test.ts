import { describe, expect, test } from 'vitest';
import {
  approvalExpiresAt,
  choiceExpiresAt,
  codeRetiresAt,
  dayBeforeAt,
  delayUntoldAt,
  departureDueAt,
  departureOpensAt,
  heldUntil,
  holdExpiresAt,
  holdNudgedAt,
  homeownerOverdueAt,
  paceOf,
  searchEndsAt,
  searchHalvesAt,
  visitApproachesAt,
  waveEndsAt,
} from '../../src/domain/booking-deadlines.ts';
import { isReached, laterOf, localDate, minutesAfter, minutesBetween } from '../../src/domain/instants.ts';
import { ringRadius } from '../../src/domain/search-rings.ts';

const now = '2026-11-24T15:10:00Z';
const zone = 'America/Chicago';
const window = { start: '2026-11-26T21:00:00Z', end: '2026-11-26T23:00:00Z', zone };

test('the pace is that of the property: its day, or an emergency', () => {
  const normal = { urgency: 'normal' } as const;
  expect(paceOf({ urgency: 'emergency' }, window, now)).toBe('emergency');
  expect(paceOf(normal, window, now)).toBe('future');
  // 11:30 pm on the 26th in Austin is the 27th in London
  expect(paceOf(normal, { ...window, start: '2026-11-27T05:30:00Z' }, '2026-11-26T14:00:00Z')).toBe('sameDay');
  expect(paceOf(normal, { ...window, start: '2026-11-27T06:30:00Z' }, '2026-11-26T14:00:00Z')).toBe('future');
});

test.each([
  ['emergency', 5, 10, 20],
  ['sameDay', 10, 15, 40],
  ['future', 60, 30, 240],
] as const)(
  '%s: the next are asked after %i minutes, an answer is due in %i, the search ends in %i',
  (pace, wave, choice, search) => {
    const minutes = (at: string) => minutesBetween(now, at);
    expect([waveEndsAt(pace, now), choiceExpiresAt(pace, now)].map(minutes)).toEqual([wave, choice]);
    expect([searchHalvesAt(pace, now), searchEndsAt(pace, now)].map(minutes)).toEqual([search / 2, search]);
  },
);

test('a chosen slot is held 15 minutes, nudged at 10; a finished visit is approved after 48 hours', () => {
  expect(minutesBetween(now, holdNudgedAt(now))).toBe(10);
  expect(minutesBetween(now, holdExpiresAt(now))).toBe(15);
  expect(heldUntil(choiceExpiresAt('future', now))).toBe(minutesAfter(now, 45));
  expect(minutesBetween(now, approvalExpiresAt(now))).toBe(48 * 60);
  expect(minutesBetween(now, codeRetiresAt(now, true))).toBe(30 * 24 * 60);
});

test('rings are 8, 16, 32 and 50 km, then no more', () => {
  expect([0, 1, 2, 3, 4].map(ringRadius)).toEqual([8_000, 16_000, 32_000, 50_000, null]);
});

describe('reminders', () => {
  test('come two hours before, at once when that is past', () => {
    expect(visitApproachesAt(window, now)).toBe('2026-11-26T19:00:00Z');
    expect(visitApproachesAt(window, '2026-11-26T20:10:00Z')).toBe('2026-11-26T20:10:00Z');
  });

  test('"on my way" opens an hour before; half an hour before it is asked for, not right after the booking', () => {
    expect(departureOpensAt(window)).toBe('2026-11-26T20:00:00Z');
    expect(departureDueAt(window, now)).toBe('2026-11-26T20:30:00Z');
    expect(departureDueAt(window, '2026-11-26T20:50:00Z')).toBe('2026-11-26T21:05:00Z');
  });

  test('half an hour at a door that nobody opens; five minutes for the length of a delay', () => {
    expect(minutesBetween(now, homeownerOverdueAt(now))).toBe(30);
    expect(minutesBetween(now, delayUntoldAt(now))).toBe(5);
  });

  test('the evening before at five, unless the visit is 18 hours away or less', () => {
    expect(dayBeforeAt(window, now)).toBe('2026-11-25T22:59:51Z');
    expect(dayBeforeAt(window, '2026-11-25T22:58:00Z')).toBe('2026-11-25T22:59:51Z');
    expect(dayBeforeAt(window, '2026-11-25T22:59:51Z')).toBeNull();
    const early = { ...window, start: '2026-11-26T14:00:00Z' };
    expect(dayBeforeAt(early, '2026-11-25T20:00:00Z')).toBeNull();
    expect(dayBeforeAt(early, '2026-11-25T19:00:00Z')).toBe('2026-11-25T22:59:44Z');
  });

  test("somebody's visits of one day are told in their order", () => {
    const starts = ['2026-11-26T14:00:00Z', '2026-11-26T16:00:00Z', '2026-11-26T21:00:00Z'];
    const told = starts.map((start) => dayBeforeAt({ ...window, start }, now) ?? '');
    expect(told).toEqual(told.toSorted());
    expect(new Set(told).size).toBe(3);
  });

  test.each([
    // clocks change in the night between: five in the evening is still five there
    ['America/Chicago', '2026-03-08T15:00:00Z', '2026-03-07T23:00:00Z'],
    ['America/Chicago', '2026-11-01T16:00:00Z', '2026-10-31T22:00:00Z'],
    ['Australia/Sydney', '2026-10-03T23:00:00Z', '2026-10-03T07:00:00Z'],
    ['Australia/Sydney', '2026-04-05T00:00:00Z', '2026-04-04T06:00:00Z'],
    ['America/Phoenix', '2026-03-08T16:00:00Z', '2026-03-08T00:00:00Z'],
  ])('%s, visit %s: reminded %s', (place, start, reminded) => {
    const visit = { start, end: minutesAfter(start, 120), zone: place };
    const told = dayBeforeAt(visit, minutesAfter(start, -60 * 24 * 5)) ?? '';
    expect(minutesBetween(told, reminded)).toBeLessThan(1);
    expect(minutesBetween(told, reminded)).toBeGreaterThan(0);
  });
});

test('instants are compared as instants, not as texts', () => {
  expect(isReached('2026-11-26T21:00:00Z', '2026-11-26T21:00:00.000Z')).toBe(true);
  expect(isReached('2026-11-26T21:00:00.000Z', '2026-11-26T21:00:00Z')).toBe(true);
  expect(isReached('2026-11-26T21:00:00Z', '2026-11-26T20:59:59.999Z')).toBe(false);
  expect(laterOf('2026-11-26T21:00:00Z', '2026-11-26T21:00:00.001Z')).toBe('2026-11-26T21:00:00.001Z');
  expect(localDate('2026-11-26T21:00:00Z', 'Australia/Sydney')).toBe('2026-11-27');
});
