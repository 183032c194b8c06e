// Whether a provider works in an arrival window, by his own hours in his own zone.
import { Temporal } from 'temporal-polyfill';
import type { ArrivalWindow } from './arrival-window.ts';
import { minutesBetween } from './instants.ts';
import type { DayHours, ProviderProfile } from './provider.ts';

/**
 * Minutes between now and the begin of a window, below which nobody is asked any more, emergencies aside. Windows are offered two
 * hours ahead; reading, answering and earlier waves take their part of that.
 */
export const SHORTEST_NOTICE = 30;

export interface AskedWindow {
  readonly window: ArrivalWindow;
  readonly now: string;
  readonly isEmergency: boolean;
}

/**
 * An emergency asks those who take emergencies, at any hour, as long as the window is not over. Any other job asks those whose
 * working hours hold the whole window, half an hour ahead at least. Zones and the days on which clocks change: hours are wall clock
 * in the provider's zone, the window is two instants; an hour that a clock skips is none, one that it repeats counts twice.
 */
export const isAvailable = (
  profile: Pick<ProviderProfile, 'hours' | 'zone' | 'takesEmergencies'>,
  { window, now, isEmergency }: AskedWindow,
): boolean => {
  if (isEmergency) return profile.takesEmergencies && minutesBetween(now, window.end) > 0;
  return minutesBetween(now, window.start) >= SHORTEST_NOTICE && worksDuring(profile, window);
};

/** Whether the working hours of these days hold the whole window; an empty window is never held. */
export const worksDuring = (
  { hours, zone }: Pick<ProviderProfile, 'hours' | 'zone'>,
  window: Pick<ArrivalWindow, 'start' | 'end'>,
): boolean => {
  const end = Date.parse(window.end);
  let reached = Date.parse(window.start);
  if (!(reached < end)) return false;
  for (const shift of shiftsAround({ hours, zone }, window)) {
    if (shift.start <= reached && shift.end > reached) reached = shift.end;
  }
  return reached >= end;
};

interface Shift {
  /** milliseconds since the epoch */
  readonly start: number;
  readonly end: number;
}

const shiftsAround = (
  { hours, zone }: Pick<ProviderProfile, 'hours' | 'zone'>,
  window: Pick<ArrivalWindow, 'start' | 'end'>,
): readonly Shift[] => {
  const first = Temporal.Instant.from(window.start).toZonedDateTimeISO(zone).toPlainDate();
  const last = Temporal.Instant.from(window.end).toZonedDateTimeISO(zone).toPlainDate();
  const days = first.until(last).days + 1;
  const shifts = Array.from({ length: days }, (_, index) => first.add({ days: index })).flatMap((date) =>
    shiftsOf(date, hours[date.dayOfWeek - 1] ?? [], zone),
  );
  return shifts.sort((left, right) => left.start - right.start);
};

const shiftsOf = (date: Temporal.PlainDate, dayHours: DayHours, zone: string): readonly Shift[] =>
  dayHours.map(({ fromMinute, toMinute }) => ({
    start: wallClock(date, fromMinute, zone),
    end: wallClock(date, toMinute, zone),
  }));

/** The instant at which clocks in `zone` show this minute of the day; minute 1,440 is the next midnight. */
const wallClock = (date: Temporal.PlainDate, minute: number, zone: string): number =>
  date.toPlainDateTime('00:00').add({ minutes: minute }).toZonedDateTime(zone).epochMilliseconds;
