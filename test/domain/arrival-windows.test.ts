import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { arrivalWindows, stillPossible, windowsToOffer } from '../../src/domain/arrival-windows.ts';
import type { Urgency, When } from '../../src/domain/reading.ts';
import { windowText } from '../../src/messages/format.ts';

const zone = 'America/Chicago';
// Tuesday, November 24 2026, 9:10 in the morning in Austin
const now = '2026-11-24T15:10:00Z';

const said = (start: string, end: string | null, rest: Partial<When> = {}): When => ({
  windows: [{ start, end }],
  precision: 'time',
  bound: 'between',
  ...rest,
});
const day = (date: string): When => ({
  windows: [{ start: `${date}T00:00`, end: `${Temporal.PlainDate.from(date).add({ days: 1 }).toString()}T00:00` }],
  precision: 'day',
  bound: 'at',
});
const texts = (when: When | null, more: { urgency?: Urgency; now?: string; zone?: string } = {}) =>
  arrivalWindows({ when, urgency: 'normal', zone, now, ...more }).map((window) => windowText(window, 'en'));

describe('what was said becomes windows', () => {
  test('"thursday after 3": from three on', () => {
    const when = said('2026-11-26T15:00', '2026-11-27T00:00', { bound: 'after' });
    expect(texts(when)).toEqual(['Thu Nov 26, 3-5 pm', 'Thu Nov 26, 5-7 pm', 'Thu Nov 26, 7-9 pm']);
    expect(texts(said('2026-11-26T15:00', null, { bound: 'after' }))).toEqual(texts(when));
  });
  test('"thursday 3pm"', () => {
    expect(texts(said('2026-11-26T15:00', null, { bound: 'at' }))).toEqual(['Thu Nov 26, 3-5 pm']);
    expect(texts(said('2026-11-26T15:00', '2026-11-26T16:00', { bound: 'at' }))).toEqual(['Thu Nov 26, 3-5 pm']);
  });
  test('"thursday morning", however early the morning begins', () => {
    const morning = ['Thu Nov 26, 8-10 am', 'Thu Nov 26, 10 am-12 pm'];
    expect(texts(said('2026-11-26T08:00', '2026-11-26T12:00'))).toEqual(morning);
    expect(texts(said('2026-11-26T06:00', '2026-11-26T12:00'))).toEqual(morning);
  });
  test('"between 2 and 5" ends at five; a single hour is kept', () => {
    expect(texts(said('2026-11-26T14:00', '2026-11-26T17:00'))).toEqual(['Thu Nov 26, 2-4 pm', 'Thu Nov 26, 3-5 pm']);
    expect(texts(said('2026-11-26T15:00', '2026-11-26T16:00'))).toEqual(['Thu Nov 26, 3-4 pm']);
  });
  test('"before 10"', () => {
    expect(texts(said('2026-11-26T00:00', '2026-11-26T10:00', { bound: 'before' }))).toEqual(['Thu Nov 26, 8-10 am']);
  });
  test('a day is its six windows', () => {
    expect(texts(day('2026-11-26'))).toHaveLength(6);
    expect(texts(day('2026-11-26'))[0]).toBe('Thu Nov 26, 8-10 am');
    expect(texts(day('2026-11-26'))[5]).toBe('Thu Nov 26, 6-8 pm');
  });
  test('"thursday or monday": both, in the order of the calendar', () => {
    const both: When = { ...day('2026-11-30'), windows: [...day('2026-11-30').windows, ...day('2026-11-26').windows] };
    expect(texts(both)[0]).toBe('Thu Nov 26, 8-10 am');
    expect(texts(both)[6]).toBe('Mon Nov 30, 8-10 am');
  });
  test('today: two hours from now at the earliest', () => {
    expect(texts(day('2026-11-24'))[0]).toBe('Tue Nov 24, 12-2 pm');
    expect(texts(said('2026-11-24T10:00', null, { bound: 'at' }))).toEqual([]);
    expect(texts(day('2026-11-24'), { now: '2026-11-24T23:40:00Z' })).toEqual([]);
    expect(texts(day('2026-11-24'), { now: '2026-11-24T23:20:00Z' })).toEqual(['Tue Nov 24, 7:30-9:30 pm']);
  });
  test('the past and what is too far are no windows', () => {
    expect(texts(day('2026-11-23'))).toEqual([]);
    expect(texts(day('2027-02-01'))).toEqual([]);
    expect(texts(said('2026-01-01T00:00', '2030-01-01T00:00', { precision: 'day' }))).toHaveLength(12);
  });
  test('an emergency is now, at any hour', () => {
    expect(texts(null, { urgency: 'emergency' }).slice(0, 2)).toEqual([
      'Tue Nov 24, 9:15-11:15 am',
      'Tue Nov 24, 11:15 am-1:15 pm',
    ]);
    expect(texts(null, { urgency: 'emergency', now: '2026-11-25T08:00:00Z' })[0]).toBe('Wed Nov 25, 2-4 am');
  });
  test('"right now" is the first that can be had', () => {
    expect(texts(said('2026-11-24T09:10', null, { bound: 'at' }))[0]).toBe('Tue Nov 24, 12-2 pm');
    const emergency = texts(said('2026-11-24T09:10', null, { bound: 'at' }), { urgency: 'emergency' });
    expect(emergency[0]).toBe('Tue Nov 24, 9:15-11:15 am');
  });
  test('"as soon as possible" as a time that is open from now', () => {
    const open = said('2026-11-24T09:10', null, { bound: 'after' });
    expect(texts(open)).toEqual(['Tue Nov 24, 12-2 pm', 'Tue Nov 24, 2-4 pm', 'Tue Nov 24, 4-6 pm']);
  });
  test('"as soon as you can" late in the evening is tomorrow morning', () => {
    expect(texts(null, { urgency: 'soon', now: '2026-11-25T03:00:00Z' })[0]).toBe('Wed Nov 25, 8-10 am');
  });
});

describe('clock changes', () => {
  test('the wall clock is kept, two hours are two hours', () => {
    const fall = arrivalWindows({ when: day('2026-11-01'), urgency: 'normal', zone, now: '2026-10-31T15:00:00Z' });
    expect(fall[0]).toEqual({ start: '2026-11-01T14:00:00Z', end: '2026-11-01T16:00:00Z', zone });
    const spring = arrivalWindows({ when: day('2027-03-14'), urgency: 'normal', zone, now: '2027-03-13T15:00:00Z' });
    expect(spring[0]).toEqual({ start: '2027-03-14T13:00:00Z', end: '2027-03-14T15:00:00Z', zone });
  });
  test('a night emergency over the change lasts two hours', () => {
    const [first] = arrivalWindows({ when: null, urgency: 'emergency', zone, now: '2026-11-01T06:30:00Z' });
    expect(windowText(first!, 'en')).toBe('Sun Nov 1, 1:30-2:30 am');
    expect(Date.parse(first!.end) - Date.parse(first!.start)).toBe(7_200_000);
  });
  test('a zone without clock changes, and one far away', () => {
    expect(texts(day('2026-11-26'), { zone: 'America/Phoenix' })[0]).toBe('Thu Nov 26, 8-10 am');
    expect(texts(day('2026-11-26'), { zone: 'Pacific/Honolulu' })[0]).toBe('Thu Nov 26, 8-10 am');
  });
});

describe('three windows to choose from', () => {
  const offer = (when: When | null, after?: string) =>
    windowsToOffer({ when, urgency: 'normal', zone, now }, after).map((window) => windowText(window, 'en'));
  test('of the next days, apart', () => {
    expect(offer(null)).toEqual(['Tue Nov 24, 12-2 pm', 'Tue Nov 24, 4-6 pm', 'Wed Nov 25, 8-10 am']);
  });
  test('of one day', () => {
    expect(offer(day('2026-11-26'))).toEqual(['Thu Nov 26, 8-10 am', 'Thu Nov 26, 12-2 pm', 'Thu Nov 26, 4-6 pm']);
  });
  test('of a week: on different days', () => {
    const week = {
      windows: [{ start: '2026-11-30T00:00', end: '2026-12-07T00:00' }],
      precision: 'day',
      bound: 'between',
    } as const;
    expect(offer(week)).toEqual(['Mon Nov 30, 8-10 am', 'Tue Dec 1, 12-2 pm', 'Wed Dec 2, 4-6 pm']);
  });
  test('other ones', () => {
    expect(offer(null, '2026-11-25T14:00:00Z')[0]).toBe('Wed Nov 25, 10 am-12 pm');
  });
});

test('a list that lay for days', () => {
  const windows = arrivalWindows({ when: day('2026-11-26'), urgency: 'normal', zone, now });
  expect(stillPossible(windows, 'normal', now)).toEqual(windows);
  expect(stillPossible(windows, 'normal', '2026-11-26T19:10:00Z')).toHaveLength(2);
  expect(stillPossible(windows, 'normal', '2026-11-27T18:10:00Z')).toEqual([]);
});

test('windows are ordered, two hours long at most, never past, never beyond sixty days', () => {
  const minute = fc.integer({ min: 0, max: 1439 });
  const span = fc.record({
    days: fc.integer({ min: -3, max: 70 }),
    from: minute,
    length: fc.integer({ min: 0, max: 20_000 }),
  });
  const world = fc.record({
    spans: fc.array(span, { minLength: 1, maxLength: 4 }),
    precision: fc.constantFrom('day' as const, 'time' as const),
    bound: fc.constantFrom('at' as const, 'after' as const, 'before' as const, 'between' as const),
    urgency: fc.constantFrom('emergency' as const, 'soon' as const, 'normal' as const, 'flexible' as const),
    zone: fc.constantFrom(
      'America/Chicago',
      'America/New_York',
      'America/Phoenix',
      'Pacific/Honolulu',
      'America/St_Johns',
    ),
    at: fc.integer({ min: Date.parse('2026-01-01T00:00:00Z'), max: Date.parse('2027-12-31T00:00:00Z') }),
    isOpen: fc.boolean(),
  });
  fc.assert(
    fc.property(world, ({ spans, precision, bound, urgency, zone: place, at, isOpen }) => {
      const start = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(place).toPlainDate();
      const local = (date: Temporal.PlainDateTime) => date.toString({ smallestUnit: 'minute' });
      const windows = spans.map(({ days, from, length }) => {
        const first = start.add({ days }).toPlainDateTime().add({ minutes: from });
        return { start: local(first), end: isOpen ? null : local(first.add({ minutes: length })) };
      });
      const instant = new Date(at).toISOString();
      const found = arrivalWindows({ when: { windows, precision, bound }, urgency, zone: place, now: instant });
      const starts = found.map((window) => Date.parse(window.start));
      expect([...starts].sort((a, b) => a - b)).toEqual(starts);
      for (const window of found) {
        const lead = Date.parse(window.start) - at;
        expect(lead).toBeGreaterThanOrEqual(urgency === 'emergency' ? 0 : 7_200_000);
        expect(lead).toBeLessThanOrEqual(61 * 86_400_000);
        const length = Date.parse(window.end) - Date.parse(window.start);
        expect(length).toBeGreaterThanOrEqual(3_600_000);
        expect(length).toBeLessThanOrEqual(7_200_000);
        const hour = Temporal.Instant.from(window.start).toZonedDateTimeISO(place).hour;
        if (urgency !== 'emergency') expect(hour).toBeGreaterThanOrEqual(8);
        if (urgency !== 'emergency') expect(hour).toBeLessThan(20);
      }
    }),
    { numRuns: 200 },
  );
});
