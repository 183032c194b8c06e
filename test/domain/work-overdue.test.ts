import { expect, test } from 'vitest';
import { workOverdueAt } from '../../src/domain/booking-deadlines.ts';

const zone = 'America/Chicago';
const windowTo = (end: string) => ({ start: '2026-11-26T15:00:00Z', end, zone });

test.each([
  ['three hours after the window', '2026-11-26T17:00:00Z', '2026-11-26T15:30:00Z', '2026-11-26T20:00:00Z'],
  ['or after a late arrival', '2026-11-26T17:00:00Z', '2026-11-26T18:00:00Z', '2026-11-26T21:00:00Z'],
  ['in the morning instead of at night', '2026-11-27T01:00:00Z', '2026-11-27T00:00:00Z', '2026-11-27T15:00:00Z'],
  ['in the same morning after midnight', '2026-11-27T06:00:00Z', '2026-11-27T05:00:00Z', '2026-11-27T15:00:00Z'],
])('a provider is asked whether he is done %s', (_, end, now, expected) => {
  expect(workOverdueAt(windowTo(end), now)).toBe(expected);
});
