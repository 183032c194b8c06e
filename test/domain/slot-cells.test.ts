import fc from 'fast-check';
import { expect, test } from 'vitest';
import { minutesAfter } from '../../src/domain/instants.ts';
import { dayCells, slotCells } from '../../src/domain/slot-cells.ts';

const zone = 'America/Chicago';
const window = { start: '2026-11-26T21:00:00Z', end: '2026-11-26T23:00:00Z', zone };

test('a visit takes the quarter-hours of its window', () => {
  expect(slotCells({ window, minutes: 90 })).toEqual([
    '2026-11-26T21:00Z',
    '2026-11-26T21:15Z',
    '2026-11-26T21:30Z',
    '2026-11-26T21:45Z',
    '2026-11-26T22:00Z',
    '2026-11-26T22:15Z',
    '2026-11-26T22:30Z',
    '2026-11-26T22:45Z',
  ]);
});

test('and what a long visit and the travel need beyond it', () => {
  const cells = slotCells({ window, minutes: 180 });
  expect(cells.at(-1)).toBe('2026-11-27T00:15Z');
  expect(slotCells({ window, minutes: 180, bufferInMinutes: 0 }).at(-1)).toBe('2026-11-26T23:45Z');
});

test('a window that begins between two quarters takes both', () => {
  const odd = { ...window, start: '2026-11-26T21:07:00Z', end: '2026-11-26T21:37:00.000Z' };
  expect(slotCells({ window: odd, minutes: 0, bufferInMinutes: 0 })).toEqual([
    '2026-11-26T21:00Z',
    '2026-11-26T21:15Z',
    '2026-11-26T21:30Z',
  ]);
});

test('an unreadable or endless window is refused', () => {
  expect(() => slotCells({ window: { ...window, start: 'tomorrow' }, minutes: 60 })).toThrow(RangeError);
  expect(() => slotCells({ window: { ...window, end: '2027-01-01T00:00:00Z' }, minutes: 60 })).toThrow(RangeError);
});

const spans = fc.record({
  start: fc.integer({ min: 0, max: 60 * 24 * 400 }).map((minute) => minutesAfter('2026-01-01T00:00:00Z', minute)),
  length: fc.integer({ min: 0, max: 240 }),
  minutes: fc.integer({ min: 0, max: 480 }),
});
const cellsOf = ({ start, length, minutes }: { start: string; length: number; minutes: number }) =>
  slotCells({ window: { start, end: minutesAfter(start, length), zone }, minutes });

test('I3 cells are never empty, are distinct, in order, and cover the span', () => {
  fc.assert(
    fc.property(spans, (span) => {
      const cells = cellsOf(span);
      expect(cells.length).toBeGreaterThan(0);
      expect([...new Set(cells)].sort()).toEqual(cells);
      const begins = Date.parse(cells[0]!);
      const ends = Date.parse(cells.at(-1)!) + 15 * 60_000;
      expect(begins).toBeLessThanOrEqual(Date.parse(span.start));
      expect(ends).toBeGreaterThanOrEqual(Date.parse(span.start) + Math.max(span.length, span.minutes + 30) * 60_000);
    }),
    { seed: 1 },
  );
});

test('I3 two visits that overlap share a cell', () => {
  fc.assert(
    fc.property(spans, spans, fc.integer({ min: -600, max: 600 }), (one, other, shift) => {
      const moved = { ...other, start: minutesAfter(one.start, shift) };
      const end = (span: typeof one) => Date.parse(span.start) + Math.max(span.length, span.minutes + 30) * 60_000;
      const isOverlap = Date.parse(one.start) < end(moved) && Date.parse(moved.start) < end(one);
      const shared = cellsOf(one).some((cell) => cellsOf(moved).includes(cell));
      if (isOverlap) expect(shared).toBe(true);
    }),
    { seed: 2 },
  );
});

test('a day has one cell for each visit that is taken at most, by the date in the zone of the provider', () => {
  expect(dayCells(window, zone, 3)).toEqual(['day:2026-11-26:1', 'day:2026-11-26:2', 'day:2026-11-26:3']);
  expect(dayCells(window, 'Australia/Sydney', 1)).toEqual(['day:2026-11-27:1']);
  expect(dayCells(window, zone, 0)).toEqual([]);
});
