// Instants are UTC ISO texts; this is the arithmetic that machines do with them.

/** The instant so many minutes later (or earlier, when negative), to the second where it has no fraction. Throws a RangeError when `at` is no instant. */
export const minutesAfter = (at: string, minutes: number): string =>
  new Date(Date.parse(at) + minutes * 60_000).toISOString().replace('.000Z', 'Z');

/** Minutes from one instant to the other, negative when `to` is earlier. */
export const minutesBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 60_000;

/** Whether `now` has come to `at`. Texts are not compared as texts: '…:00Z' and '…:00.000Z' are one instant. */
export const isReached = (at: string, now: string): boolean => Date.parse(now) >= Date.parse(at);

/** The later of two instants. */
export const laterOf = (left: string, right: string): string => (isReached(left, right) ? right : left);

const clocks = new Map<string, Intl.DateTimeFormat>();

/** A clock on the wall of that zone; Swedes write times as ISO does. Kept, since making one costs a hundred times what asking it does. */
const clockOf = (zone: string): Intl.DateTimeFormat => {
  const known = clocks.get(zone);
  if (known !== undefined) return known;
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  clocks.set(zone, clock);
  return clock;
};

/** The local time ('2026-11-26T15:05') of an instant in a zone, to the minute. Throws a RangeError for an unknown zone. */
export const localMinute = (at: Date, zone: string): string => clockOf(zone).format(at).replace(' ', 'T');

/** The local date ('2026-11-26') of an instant in a zone. */
export const localDate = (at: string, zone: string): string => localMinute(new Date(at), zone).slice(0, 10);

/** What clock and calendar on a wall show. */
export interface WallTime {
  readonly year: number;
  /** 1-12 */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  /** 1 Monday - 7 Sunday, as ISO 8601 counts */
  readonly dayOfWeek: number;
}

const DAY_MS = 24 * 3_600_000;

/** A local time ('2026-11-26T15:05', seconds are left out) in its parts. */
export const wallTime = (local: string): WallTime => {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = local.split(/[-T:]/, 5).map(Number);
  const dayOfWeek = new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7;
  return { year, month, day, hour, minute, dayOfWeek };
};

/** The wall of that zone at an instant. */
export const wallTimeAt = (at: string, zone: string): WallTime => wallTime(localMinute(new Date(at), zone));

/** Days on the calendar from one to the other, whatever the hours. */
export const daysBetween = (from: WallTime, to: WallTime): number =>
  (Date.UTC(to.year, to.month - 1, to.day) - Date.UTC(from.year, from.month - 1, from.day)) / DAY_MS;
