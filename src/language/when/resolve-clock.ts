import type { Clock, Clocks, DayPart } from './nodes.ts';
import { DAY } from './local-minutes.ts';

const NOON = 720;

/** The half of the day that a part of the day puts a bare hour in; null when it says nothing. */
export type Half = 'am' | 'pm' | null;

/**
 * Minutes from midnight. Without am or pm, 1 to 6 is afternoon and 7 to 11 morning, as people book; `half` is what words
 * beside it said; `earliest` moves a bare hour that has gone by to the afternoon of today.
 */
export function minuteOf(clock: Clock, half: Half, earliest = 0): number {
  if (clock.half === 'fixed') return clock.minute;
  const base = clock.minute % NOON;
  const said = clock.half ?? half;
  if (said) return said === 'pm' ? base + NOON : base;
  return usualHalf(base, earliest);
}

const NIGHT_BEGINS = 18 * 60;
const SMALL_HOURS = 4 * 60;
const DAWN = 6 * 60;

export const isNight = ({ from }: DayPart): boolean => from >= NIGHT_BEGINS;

/** An hour of a night that was named: "tonight at 2 am" is after the midnight that follows, and so is "tonight at 1". */
export function inNight(clock: Clock): Clock {
  const base = clock.minute % NOON;
  const isLate = clock.half === 'am' ? base < DAWN : clock.half === null && base < SMALL_HOURS;
  const isMidnight = clock.half === 'fixed' && clock.minute < DAWN;
  if (isLate || isMidnight) return { ...clock, minute: DAY + base, half: 'fixed' };
  return clock.half === null ? { ...clock, half: 'pm' } : clock;
}

function usualHalf(base: number, earliest: number): number {
  const usual = base >= 7 * 60 ? base : base + NOON;
  const hasGoneBy = usual < earliest && base + NOON >= earliest;
  return hasGoneBy ? base + NOON : usual;
}

/** Both ends of a stretch; the end may lie on the next day. */
export function minutesOf({ start, end }: Clocks, half: Half): readonly [number, number] {
  const from = startOf(start, end, half);
  return [from, endAfter(from, end)];
}

/** "3:30 to 5:30 pm" is all afternoon, "11 to 2 pm" begins in the morning. */
function startOf(start: Clock, end: Clock, half: Half): number {
  if (start.half || half) return minuteOf(start, half);
  if (end.half !== 'am' && end.half !== 'pm') return minuteOf(start, null);
  const same = minuteOf(start, end.half);
  const isBefore = same < minuteOf(end, null);
  return isBefore ? same : minuteOf(start, end.half === 'pm' ? 'am' : 'pm');
}

function endAfter(from: number, end: Clock): number {
  const fixed = end.half !== null;
  const first = fixed ? minuteOf(end, null) : end.minute % NOON;
  for (let at = first; at <= from + DAY; at += fixed ? DAY : NOON) {
    if (at > from) return at;
  }
  return first + DAY;
}
