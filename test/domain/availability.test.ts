import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { isAvailable, SHORTEST_NOTICE, worksDuring } from '../../src/domain/availability.ts';
import { minutesAfter } from '../../src/domain/instants.ts';
import type { DayHours } from '../../src/domain/provider.ts';

type Week = readonly [DayHours, DayHours, DayHours, DayHours, DayHours, DayHours, DayHours];
const hours = (fromMinute: number, toMinute: number): DayHours => [{ fromMinute, toMinute }];
const eightToFive = hours(480, 1_020);
const weekdays: Week = [eightToFive, eightToFive, eightToFive, eightToFive, eightToFive, [], []];
const always: Week = Array.from({ length: 7 }, () => hours(0, 1_440)) as unknown as Week;
const everyDay = (day: DayHours): Week => Array.from({ length: 7 }, () => day) as unknown as Week;

/** A window by wall clock. */
const at = (zone: string, start: string, end: string) => ({
  start: Temporal.PlainDateTime.from(start).toZonedDateTime(zone).toInstant().toString(),
  end: Temporal.PlainDateTime.from(end).toZonedDateTime(zone).toInstant().toString(),
  zone,
});

const austin = 'America/Chicago';

describe('working hours', () => {
  const works = (week: Week, zone: string, window: { start: string; end: string }) =>
    worksDuring({ hours: week, zone }, window);

  test('hold the whole window, ends included', () => {
    expect(works(weekdays, austin, at(austin, '2026-11-26T08:00', '2026-11-26T10:00'))).toBe(true);
    expect(works(weekdays, austin, at(austin, '2026-11-26T15:00', '2026-11-26T17:00'))).toBe(true);
    expect(works(weekdays, austin, at(austin, '2026-11-26T07:45', '2026-11-26T09:45'))).toBe(false);
    expect(works(weekdays, austin, at(austin, '2026-11-26T16:00', '2026-11-26T18:00'))).toBe(false);
    expect(works(weekdays, austin, at(austin, '2026-11-28T10:00', '2026-11-28T12:00'))).toBe(false);
  });

  test('are wall clock in his zone, the window in the property zone', () => {
    const window = at('America/Denver', '2026-11-26T07:00', '2026-11-26T09:00');
    expect(works(weekdays, austin, window)).toBe(true);
    expect(works(weekdays, 'America/Denver', window)).toBe(false);
  });

  test('with a break do not hold a window over the break; shifts that touch do', () => {
    const broken = everyDay([...hours(480, 720), ...hours(780, 1_020)]);
    const touching = everyDay([...hours(720, 1_020), ...hours(480, 720)]);
    const noon = at(austin, '2026-11-26T11:00', '2026-11-26T13:00');
    expect(works(broken, austin, noon)).toBe(false);
    expect(works(touching, austin, noon)).toBe(true);
  });

  test('until midnight and from midnight hold a window over midnight', () => {
    const night = at(austin, '2026-11-26T23:00', '2026-11-27T01:00');
    expect(works(always, austin, night)).toBe(true);
    expect(works(everyDay([...hours(0, 60), ...hours(1_320, 1_440)]), austin, night)).toBe(true);
    expect(works(everyDay(hours(1_320, 1_440)), austin, night)).toBe(false);
  });

  test('an empty or reversed window is never held', () => {
    const window = at(austin, '2026-11-26T10:00', '2026-11-26T10:00');
    expect(works(always, austin, window)).toBe(false);
    expect(works(always, austin, { start: window.end, end: minutesAfter(window.start, -60) })).toBe(false);
  });
});

// Both hemispheres, and the odd ones: half an hour (Lord Howe), at midnight (Santiago), none at all (Phoenix).
const CHANGES = [
  ['America/Chicago', '2026-03-08', '2026-11-01'],
  ['America/New_York', '2026-03-08', '2026-11-01'],
  ['Europe/Berlin', '2026-03-29', '2026-10-25'],
  ['Australia/Sydney', '2026-10-04', '2026-04-05'],
  ['Australia/Lord_Howe', '2026-10-04', '2026-04-05'],
  ['America/Santiago', '2026-09-06', '2026-04-05'],
  ['America/Phoenix', '2026-03-08', '2026-11-01'],
] as const;

describe.each(CHANGES)('on the days on which clocks change in %s', (zone, forward, backward) => {
  const nineToFive = { hours: everyDay(hours(540, 1_020)), zone };

  test.each([forward, backward])('nine to five is nine to five (%s)', (day) => {
    expect(worksDuring(nineToFive, at(zone, `${day}T09:00`, `${day}T11:00`))).toBe(true);
    expect(worksDuring(nineToFive, at(zone, `${day}T15:00`, `${day}T17:00`))).toBe(true);
    expect(worksDuring(nineToFive, at(zone, `${day}T08:45`, `${day}T10:00`))).toBe(false);
    expect(worksDuring(nineToFive, at(zone, `${day}T16:00`, `${day}T17:15`))).toBe(false);
  });

  test.each([forward, backward])('who always works, works all of that day (%s)', (day) => {
    const date = Temporal.PlainDate.from(day);
    const start = date.toZonedDateTime(zone).toInstant().toString();
    const end = date.add({ days: 1 }).toZonedDateTime(zone).toInstant().toString();
    expect(worksDuring({ hours: always, zone }, { start, end })).toBe(true);
  });
});

test('whatever the zone and day: a window is held exactly when each of its minutes is working time', () => {
  const zones = fc.constantFrom(...CHANGES.map(([zone]) => zone));
  const minute = fc.integer({ min: 0, max: 96 }).map((quarter) => quarter * 15);
  const start = fc
    .integer({ min: 0, max: 4 * 24 * 365 })
    .map((quarter) => minutesAfter('2026-01-01T00:00:00Z', quarter * 15));
  fc.assert(
    fc.property(zones, minute, minute, start, fc.integer({ min: 1, max: 16 }), (zone, from, to, begin, quarters) => {
      const week = everyDay(hours(Math.min(from, to), Math.max(from, to)));
      const end = minutesAfter(begin, quarters * 15);
      const isWork = Array.from({ length: quarters }, (_, index) => {
        const local = Temporal.Instant.from(minutesAfter(begin, index * 15)).toZonedDateTimeISO(zone);
        const shown = local.hour * 60 + local.minute;
        return shown >= Math.min(from, to) && shown < Math.max(from, to);
      });
      // the hour that a clock repeats is said to be both, so days of change are left to the tests above
      const day = Temporal.Instant.from(begin).toZonedDateTimeISO(zone);
      fc.pre(day.hoursInDay === 24 && day.add({ hours: 12 }).hoursInDay === 24);
      expect(worksDuring({ hours: week, zone }, { start: begin, end })).toBe(isWork.every(Boolean));
    }),
    { numRuns: 300, seed: 5 },
  );
});

describe('who is asked', () => {
  const now = '2026-11-26T14:00:00Z';
  const provider = { hours: weekdays, zone: austin, takesEmergencies: true };
  const soon = at(austin, '2026-11-26T08:30', '2026-11-26T10:30');
  const night = at(austin, '2026-11-26T02:00', '2026-11-26T09:00');

  test('nobody with less than half an hour to go, emergencies aside', () => {
    expect(SHORTEST_NOTICE).toBe(30);
    expect(isAvailable(provider, { window: soon, now, isEmergency: false })).toBe(true);
    const late = { window: soon, now: minutesAfter(now, 1), isEmergency: false };
    expect(isAvailable(provider, late)).toBe(false);
    expect(isAvailable(provider, { ...late, isEmergency: true })).toBe(true);
  });

  test('an emergency asks at any hour those who take them, until the window is over', () => {
    const emergency = { window: night, now, isEmergency: true };
    expect(isAvailable(provider, emergency)).toBe(true);
    expect(isAvailable({ ...provider, takesEmergencies: false }, emergency)).toBe(false);
    expect(isAvailable(provider, { ...emergency, now: night.end })).toBe(false);
  });
});
