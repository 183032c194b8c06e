import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { instantIn } from '../../src/domain/local-days.ts';

const ZONES = ['America/Chicago', 'America/Phoenix', 'Pacific/Honolulu', 'America/St_Johns', 'Australia/Lord_Howe'];

test('a minute of a local day is the instant that the calendar of its zone says, on days of clock changes too', () => {
  const days = fc.integer({ min: 0, max: 800 });
  const minutes = fc.integer({ min: 0, max: 1_439 });
  fc.assert(
    fc.property(days, minutes, fc.constantFrom(...ZONES), (day, minute, zone) => {
      const date = Temporal.PlainDate.from('2026-01-01').add({ days: day });
      const local = date.toPlainDateTime({ hour: Math.floor(minute / 60), minute: minute % 60 });
      expect(instantIn(date, minute, zone)).toBe(local.toZonedDateTime(zone).epochMilliseconds);
    }),
    { numRuns: 1_000 },
  );
});

test.each([
  ['2026-03-08', 2 * 60 + 30, '2026-03-08T08:30:00Z'],
  ['2026-11-01', 1 * 60 + 30, '2026-11-01T06:30:00Z'],
])('in Chicago on %s, minute %i is %s', (date, minute, instant) => {
  expect(instantIn(Temporal.PlainDate.from(date), minute, 'America/Chicago')).toBe(Date.parse(instant));
});
