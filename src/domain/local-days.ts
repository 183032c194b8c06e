// Where a local day begins and how long it is. Asking the calendar of zones costs more than all else that is done with a window.
import { Temporal } from 'temporal-polyfill';

interface LocalDay {
  /** ms since 1970 */
  readonly midnight: number;
  /** no clock is changed on it */
  readonly isEven: boolean;
}

const DAY_MS = 24 * 3_600_000;
const MOST_REMEMBERED = 2_000;
const days = new Map<string, LocalDay>();

const dayOf = (date: Temporal.PlainDate, zone: string): LocalDay => {
  const key = `${date.toString()} ${zone}`;
  const known = days.get(key);
  if (known !== undefined) return known;
  const midnight = date.toZonedDateTime(zone).epochMilliseconds;
  const isEven = date.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds - midnight === DAY_MS;
  if (days.size >= MOST_REMEMBERED) days.clear();
  days.set(key, { midnight, isEven });
  return { midnight, isEven };
};

/**
 * The instant (ms since 1970) of a minute (0-1439) of a local day. A time that a clock change leaves out is as much later as the clock
 * jumps, one that comes twice is the earlier. Throws a RangeError for an unknown zone.
 */
export const instantIn = (date: Temporal.PlainDate, minute: number, zone: string): number => {
  const { isEven, midnight } = dayOf(date, zone);
  if (isEven) return midnight + minute * 60_000;
  const local = date.toPlainDateTime({ hour: Math.floor(minute / 60), minute: minute % 60 });
  return local.toZonedDateTime(zone).epochMilliseconds;
};
