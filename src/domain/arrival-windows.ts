// Spoken times as concrete arrival windows of two hours, in the zone of the property.
import { Temporal } from 'temporal-polyfill';
import type { ArrivalWindow } from './arrival-window.ts';
import { FIRST_START, gridOf, LAST_START, SHORTEST_MINUTES, WINDOW_MINUTES, type DayStretch } from './day-grid.ts';
import { instantIn } from './local-days.ts';
import type { LocalSpan, Urgency, When } from './reading.ts';

export const LEAD_MINUTES = 120;
export const HORIZON_DAYS = 60;
const MOST_WANTED = 6;
const ENOUGH = 12;
const MOST = 120;
/** Whoever thinks for a while about a list should not lose its first line. */
const GRACE_MINUTES = 60;

export interface WindowQuery {
  /** null: no time was said */
  readonly when: When | null;
  readonly urgency: Urgency;
  readonly zone: string;
  /** ISO instant */
  readonly now: string;
}

interface Limits {
  readonly now: Temporal.ZonedDateTime;
  readonly zone: string;
  readonly earliest: Temporal.ZonedDateTime;
  readonly latest: Temporal.ZonedDateTime;
  readonly isAnyHour: boolean;
}

interface DayPart extends DayStretch {
  readonly date: Temporal.PlainDate;
}

/**
 * All windows that fit what was said, earliest first, at most `most`. They start between 8 am and 8 pm, two hours from
 * now or later, within 60 days; an emergency may start now and at any hour. Empty: what was said is not possible.
 */
export function arrivalWindows(query: WindowQuery, most = 12): readonly ArrivalWindow[] {
  const limits = limitsOf(query);
  const windows = query.when
    ? query.when.windows.flatMap((span) => windowsIn(span, query.when as When, limits))
    : windowsFrom(limits, most);
  const byStart = new Map(windows.map((window) => [`${window.start}/${window.end}`, window]));
  return [...byStart.values()].sort((a, b) => Date.parse(a.start) - Date.parse(b.start)).slice(0, most);
}

/**
 * Up to three windows to choose from, of what was said or else of the next days, spread so that they differ (four hours
 * apart where there is room). `after`: only those that start after this instant, for somebody who wants other times.
 */
export function windowsToOffer(query: WindowQuery, after?: string): readonly ArrivalWindow[] {
  const all = laterThan(query, after);
  if (query.urgency === 'emergency') return all.slice(0, 3);
  const days = query.when === null ? [] : byDay(all);
  return days.length > 2 ? days.slice(0, 3).flatMap(oneOfDay) : spread(all);
}

/** Of the open calendar two days beyond `after` are enough to spread three windows over; it has sixty. */
const laterThan = (query: WindowQuery, after?: string): readonly ArrivalWindow[] => {
  if (after === undefined) return arrivalWindows(query, query.when === null ? ENOUGH : MOST);
  if (query.when !== null || query.urgency === 'emergency')
    return arrivalWindows(query, MOST).filter((window) => isLater(window.start, after));
  const limits = limitsOf(query);
  const next = Temporal.Instant.from(after).toZonedDateTimeISO(query.zone).add({ seconds: 1 });
  const isLast = Temporal.ZonedDateTime.compare(limits.earliest, next) > 0;
  return windowsFrom({ ...limits, earliest: isLast ? limits.earliest : next }, ENOUGH);
};

/** "Next week": a morning, a noon, an afternoon, on three days. */
const oneOfDay = (day: readonly ArrivalWindow[], index: number): readonly ArrivalWindow[] => {
  const window = day[Math.min(day.length - 1, index * 2)];
  return window ? [window] : [];
};

function byDay(windows: readonly ArrivalWindow[]): readonly (readonly ArrivalWindow[])[] {
  const days = new Map<string, ArrivalWindow[]>();
  for (const window of windows) {
    const date = Temporal.Instant.from(window.start).toZonedDateTimeISO(window.zone).toPlainDate().toString();
    days.set(date, [...(days.get(date) ?? []), window]);
  }
  return [...days.values()];
}

function spread(all: readonly ArrivalWindow[]): readonly ArrivalWindow[] {
  const apart: ArrivalWindow[] = [];
  for (const window of all) {
    const last = apart.at(-1);
    if (!last || Date.parse(window.start) - Date.parse(last.start) >= 4 * 3_600_000) apart.push(window);
  }
  return (apart.length < 3 && all.length >= 3 ? all : apart).slice(0, 3);
}

/** What was said, as windows that are wanted, or (a whole day was named) as windows to choose from. Both empty: not possible. */
export function windowsWanted(query: WindowQuery): {
  readonly windows: readonly ArrivalWindow[];
  readonly offered: readonly ArrivalWindow[];
} {
  const isDay = query.when?.precision === 'day';
  const found = isDay ? windowsToOffer(query) : arrivalWindows(query, MOST_WANTED);
  return isDay && found.length > 1 ? { windows: [], offered: found } : { windows: found, offered: [] };
}

/** Those of these windows that can still be asked for; a draft may have lain for days. */
export function stillPossible(
  windows: readonly ArrivalWindow[],
  urgency: Urgency,
  now: string,
): readonly ArrivalWindow[] {
  const reach = (window: ArrivalWindow) => (urgency === 'emergency' ? window.end : window.start);
  return windows.filter((window) => Date.parse(reach(window)) - Date.parse(now) >= GRACE_MINUTES * 60_000);
}

const isLater = (a: string, b: string): boolean => Date.parse(a) > Date.parse(b);

function limitsOf(query: WindowQuery): Limits {
  const isAnyHour = query.urgency === 'emergency';
  const now = Temporal.Instant.from(query.now).toZonedDateTimeISO(query.zone);
  return {
    now,
    zone: query.zone,
    earliest: roundUp(now.add({ minutes: isAnyHour ? 0 : LEAD_MINUTES }), isAnyHour ? 15 : 30),
    latest: now.add({ days: HORIZON_DAYS }),
    isAnyHour,
  };
}

const roundUp = (at: Temporal.ZonedDateTime, minutes: number): Temporal.ZonedDateTime =>
  at.round({ smallestUnit: 'minute', roundingIncrement: minutes, roundingMode: 'ceil' });

function windowsFrom(limits: Limits, most: number): readonly ArrivalWindow[] {
  const days = Math.min(HORIZON_DAYS, Math.ceil(most / 6) + 1);
  const today = limits.earliest.toPlainDate();
  const later = Array.from({ length: days }, (_, day) =>
    windowsOfDay(wholeDay(today.add({ days: day })), limits),
  ).flat();
  if (!limits.isAnyHour) return later;
  const first = limits.earliest.epochMilliseconds;
  const second = first + WINDOW_MINUTES * 60_000;
  const third = second + WINDOW_MINUTES * 60_000;
  const afterThose = later.filter((window) => Date.parse(window.start) >= third);
  return [...windowAt(first, limits), ...windowAt(second, limits), ...afterThose];
}

const wholeDay = (date: Temporal.PlainDate): DayPart => ({ date, from: 0, to: 24 * 60, precision: 'day', bound: 'at' });

function windowsIn(span: LocalSpan, when: When, limits: Limits): readonly ArrivalWindow[] {
  if (isOpenFromNow(span, when, limits)) return windowsFrom(limits, 3).slice(0, 3);
  return dayParts(span, when, limits).flatMap((part) => windowsOfDay(part, limits));
}

/** A span cut at midnights; whatever lies beyond the limits is left out before it costs anything. */
function dayParts(span: LocalSpan, when: When, limits: Limits): readonly DayPart[] {
  const start = Temporal.PlainDateTime.from(span.start);
  const end = endOf(span, when);
  const parts: DayPart[] = [];
  let date = laterOf(start.toPlainDate(), limits.earliest.toPlainDate());
  const last = earlierOf(end.toPlainDate(), limits.latest.toPlainDate());
  for (; Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 })) {
    const from = date.equals(start.toPlainDate()) ? minuteOf(start) : 0;
    const to = date.equals(end.toPlainDate()) ? minuteOf(end) : 24 * 60;
    if (from < to || isExact(when)) parts.push({ date, from, to, precision: when.precision, bound: when.bound });
  }
  return parts;
}

/** "Right now" and "as soon as possible" are the first that can be had, not a time that has just gone by. */
function isOpenFromNow({ start, end }: LocalSpan, { bound, precision }: When, { now }: Limits): boolean {
  if (precision === 'day' || (bound !== 'at' && end !== null)) return false;
  const minutes = Temporal.PlainDateTime.from(start).until(now.toPlainDateTime()).total('minutes');
  return Math.abs(minutes) <= 10;
}

const isExact = (said: Pick<When, 'precision' | 'bound'>): boolean => said.precision === 'time' && said.bound === 'at';

/** An open end is the end of that day, or of a week for "any day after thursday". */
function endOf(span: LocalSpan, { precision, bound }: When): Temporal.PlainDateTime {
  const start = Temporal.PlainDateTime.from(span.start);
  const said = span.end === null ? null : Temporal.PlainDateTime.from(span.end);
  if (said && Temporal.PlainDateTime.compare(said, start) >= 0) return said;
  const days = precision === 'day' && bound === 'after' ? 7 : 1;
  return start.toPlainDate().add({ days }).toPlainDateTime().subtract({ minutes: 1 });
}

const laterOf = (a: Temporal.PlainDate, b: Temporal.PlainDate) => (Temporal.PlainDate.compare(a, b) < 0 ? b : a);
const earlierOf = (a: Temporal.PlainDate, b: Temporal.PlainDate) => (Temporal.PlainDate.compare(a, b) < 0 ? a : b);
const minuteOf = (at: Temporal.PlainDateTime): number => at.hour * 60 + at.minute;

function windowsOfDay(part: DayPart, limits: Limits): readonly ArrivalWindow[] {
  if (isExact(part)) return exactly(part, limits);
  const from = Math.max(part.from, limits.isAnyHour ? 0 : FIRST_START, earliestOn(part.date, limits));
  const grid = gridOf(part, from);
  if (grid.length > 0) return grid.flatMap(([start, end]) => windowOf(part.date, start, { end, limits }));
  return part.to - from >= SHORTEST_MINUTES
    ? windowOf(part.date, from, { end: Math.min(part.to, from + WINDOW_MINUTES), limits })
    : [];
}

const exactly = (part: DayPart, limits: Limits): readonly ArrivalWindow[] =>
  windowOf(part.date, part.from, { end: part.from + WINDOW_MINUTES, limits });

/** Minutes of that local day before which nothing may start. */
function earliestOn(date: Temporal.PlainDate, limits: Limits): number {
  const order = Temporal.PlainDate.compare(date, limits.earliest.toPlainDate());
  if (order > 0) return 0;
  return order < 0 ? 24 * 60 : minuteOf(limits.earliest.toPlainDateTime());
}

function windowOf(
  date: Temporal.PlainDate,
  startMinute: number,
  { end, limits }: { end: number; limits: Limits },
): readonly ArrivalWindow[] {
  if (startMinute >= 24 * 60) return [];
  const isInHours = limits.isAnyHour || (startMinute >= FIRST_START && startMinute < LAST_START);
  if (!isInHours) return [];
  return windowAt(instantIn(date, startMinute, limits.zone), limits, end - startMinute);
}

/** The length is real time, so a window over a clock change is still two hours. */
function windowAt(at: number, limits: Limits, minutes = WINDOW_MINUTES): readonly ArrivalWindow[] {
  if (at < limits.earliest.epochMilliseconds || at > limits.latest.epochMilliseconds) return [];
  return [{ start: instantOf(at), end: instantOf(at + minutes * 60_000), zone: limits.zone }];
}

const instantOf = (milliseconds: number): string => `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
