import type { When } from '../../domain/reading.ts';
import type { Clock, Clocks, DayPart, Days } from './nodes.ts';
import type { Dated, Group, Grouped, Timed } from './group-items.ts';
import { DAY, WEEK, dayOf, toLocal, weekdayOf } from './local-minutes.ts';
import type { Minutes } from './local-minutes.ts';
import { inNight, isNight, minuteOf, minutesOf } from './resolve-clock.ts';
import type { Half } from './resolve-clock.ts';

interface Window {
  readonly start: Minutes;
  readonly end: Minutes | null;
}

interface Made {
  readonly windows: readonly Window[];
  readonly precision: When['precision'];
  readonly bound: When['bound'];
  readonly isDayGuessed?: boolean;
}

const MOST_DAYS = 31;
const MOST_WINDOWS = 31;

/** Turns groups of days and times into windows; null when nothing bookable is left. */
export function makeWhen(grouped: Grouped, now: Minutes): When | null {
  const groups = grouped.groups.filter(({ days, times }) => days.length + times.length > 0);
  const based = groups.length > 0 || grouped.notDays.length === 0 ? groups : [anyDay(now)];
  const made = based.map((group) => makeGroup(group, grouped, now)).filter((one) => one !== null);
  const first = made[0];
  const windows = made
    .flatMap((one) => one.windows)
    .filter((w) => w.start < now + 800 * DAY)
    .slice(0, MOST_WINDOWS);
  if (!first || windows.length === 0) return null;
  const spans = windows.map(({ start, end }) => ({ start: toLocal(start), end: end === null ? null : toLocal(end) }));
  const when = { windows: spans, precision: first.precision, bound: first.bound };
  return made.some((one) => one.isDayGuessed) ? { ...when, isDayGuessed: true } : when;
}

const anyDay = (now: Minutes): Group => ({
  days: [{ bound: 'at', node: { kind: 'days', from: dayOf(now), to: dayOf(now) + WEEK, weekday: null, isSure: true } }],
  times: [],
});

function makeGroup(group: Group, { notDays, notTimes }: Grouped, now: Minutes): Made | null {
  const times = mergeTimes(group.times);
  const instant = times.find(({ node }) => node.kind === 'instant');
  if (instant && (group.days.length === 0 ? times.length === 1 : !isOpenInstant(instant)))
    return fromInstant(instant, now);
  const useful = times.filter(({ node }) => node.kind !== 'instant' && !notTimes.some((not) => isSameTime(not, node)));
  if (useful.length > 0) return fromTimes(group.days, useful, { notDays, now, namedDay: namedDayOf(group.times) });
  return group.days.length > 0 ? fromDays(group.days, notDays, now) : instant ? fromInstant(instant, now) : null;
}

/** "asap" and "now" beside a day only hurry it on. */
const isOpenInstant = ({ node }: Timed): boolean => node.kind === 'instant' && node.isOpen;

const isSameTime = (a: Clock | Clocks | DayPart, b: Timed['node']): boolean =>
  a.kind === 'clock' && b.kind === 'clock'
    ? a.minute % 720 === b.minute % 720
    : a.kind === 'part' && b.kind === 'part' && a.from === b.from;

function fromInstant({ node, bound }: Timed, now: Minutes): Made | null {
  if (node.kind !== 'instant') return null;
  if (bound === 'before' || bound === 'by')
    return { windows: [{ start: now, end: node.from }], precision: 'time', bound: 'before' };
  const isAfter = bound === 'after' || node.isOpen;
  const window = { start: node.from, end: node.to };
  return { windows: [window], precision: 'time', bound: node.to === null ? (isAfter ? 'after' : 'at') : 'between' };
}

function fromDays(days: readonly Dated[], notDays: readonly Days[], now: Minutes): Made | null {
  const [only] = days;
  if (!only) return null;
  const { from, to } = only.node;
  if (days.length === 1 && only.bound !== 'at') return dayBound(only, now);
  if (notDays.length > 0) {
    const left = eachDay(days, now).filter((day) => !isExcluded(day, notDays));
    return { windows: joinDays(left), precision: 'day', bound: left.length === 1 ? 'at' : 'between' };
  }
  const windows = mergeDays(days.map(({ node }) => ({ start: node.from, end: node.to })));
  return { windows, precision: 'day', bound: days.length === 1 && to - from === DAY ? 'at' : 'between' };
}

function dayBound({ node, bound }: Dated, now: Minutes): Made {
  if (bound === 'after') return { windows: [{ start: node.from, end: null }], precision: 'day', bound: 'after' };
  const end = bound === 'by' ? node.to : node.from;
  return { windows: [{ start: Math.min(dayOf(now), end), end }], precision: 'day', bound: 'before' };
}

/** "not mondays" holds for every monday, "not the 20th" for one day. */
function isExcluded(day: Minutes, notDays: readonly Days[]): boolean {
  return notDays.some((not) =>
    not.weekday === null ? day >= not.from && day < not.to : weekdayOf(day) === not.weekday,
  );
}

function eachDay(days: readonly Dated[], now: Minutes): readonly Minutes[] {
  const all = new Set<Minutes>();
  for (const { node } of days) {
    const last = Math.min(node.to, node.from + MOST_DAYS * DAY);
    for (let day = node.from; day < last; day += DAY) if (day >= dayOf(now) || last - node.from === DAY) all.add(day);
  }
  return [...all];
}

const joinDays = (days: readonly Minutes[]): readonly Window[] =>
  mergeDays(days.map((start) => ({ start, end: start + DAY })));

/** Days in a row become one window; the order in which they were said stays. */
function mergeDays(windows: readonly { start: Minutes; end: Minutes }[]): readonly Window[] {
  const merged: { start: Minutes; end: Minutes }[] = [];
  for (const window of windows) {
    const last = merged.at(-1);
    const isSame = merged.some((one) => one.start <= window.start && one.end >= window.end);
    if (isSame) continue;
    if (last?.end === window.start) last.end = window.end;
    else merged.push({ ...window });
  }
  return merged;
}

/** The day inside "tonight" and "this afternoon". */
function namedDayOf(times: readonly Timed[]): Minutes | null {
  const named = times.find(({ node }) => node.kind === 'part' && node.day !== null);
  return named?.node.kind === 'part' ? named.node.day : null;
}

interface Frame {
  readonly notDays: readonly Days[];
  readonly now: Minutes;
  readonly namedDay: Minutes | null;
}

function fromTimes(days: readonly Dated[], times: readonly Timed[], { notDays, now, namedDay }: Frame): Made {
  const each = eachDay(days, now).filter((day) => !isExcluded(day, notDays));
  const bases = each.length > 0 ? each : namedDay !== null ? [namedDay] : null;
  const windows = times.flatMap((time) =>
    (bases ?? [baseOf(time, now)]).map((day) => windowOn(day, time, { now, isDayKnown: bases !== null })),
  );
  const isPlain = times[0]?.node.kind === 'clock';
  return { windows, precision: 'time', bound: boundOf(times[0], isPlain), isDayGuessed: bases === null };
}

const boundOf = (time: Timed | undefined, isPlain: boolean): When['bound'] => {
  if (time?.bound === 'after') return 'after';
  if (time?.bound === 'before' || time?.bound === 'by') return 'before';
  return isPlain ? 'at' : 'between';
};

/** Without a day it is today, or tomorrow once that time has gone by. */
function baseOf(time: Timed, now: Minutes): Minutes {
  const today = dayOf(now);
  const window = windowOn(today, time, { now, isDayKnown: false });
  const last =
    time.bound === 'before' ? window.end : time.node.kind === 'clock' ? window.start : (window.end ?? window.start);
  return (last ?? now) < now && time.bound !== 'after' ? today + DAY : today;
}

function windowOn(day: Minutes, time: Timed, { now, isDayKnown }: { now: Minutes; isDayKnown: boolean }): Window {
  const isToday = day === dayOf(now);
  const [from, to] = minutesIn(time, isDayKnown && isToday ? now - day : 0);
  const [start, end] = [day + from, to === null ? null : day + to];
  if (time.bound === 'at') return { start, end };
  return boundWindow(time, { start, end: end ?? start }, { first: isToday ? now : day, last: day + DAY });
}

/** "After lunch" begins when it ends, "by noon" ends where it begins. */
function boundWindow(
  time: Timed,
  { start, end }: { start: Minutes; end: Minutes },
  { first, last }: { first: Minutes; last: Minutes },
): Window {
  const isPart = time.node.kind === 'part';
  if (time.bound === 'after') return { start: isPart ? end : start, end: last };
  const until = isPart && time.bound === 'by' ? end : start;
  return { start: Math.min(first, until), end: until };
}

function minutesIn({ node }: Timed, earliest: number): readonly [number, number | null] {
  if (node.kind === 'clock') return [minuteOf(node, null, earliest), null];
  if (node.kind === 'clocks') return laterToday(node, earliest);
  return node.kind === 'part' ? [node.from, node.to] : [0, null];
}

/** "Today from 7 to 7:30", said at ten, is this evening. */
function laterToday(node: Clocks, earliest: number): readonly [number, number] {
  const [from, to] = minutesOf(node, null);
  const isBare = node.start.half === null && node.end.half === null;
  return isBare && to <= earliest && to + NOON < DAY ? [from + NOON, to + NOON] : [from, to];
}

const NOON = 720;

/** A part of the day beside a clock only says which half is meant; "after 3" beside "before 6" is a stretch. */
function mergeTimes(times: readonly Timed[]): readonly Timed[] {
  const part = times.find((time) => time.node.kind === 'part')?.node;
  const hasClock = times.some((time) => time.node.kind === 'clock' || time.node.kind === 'clocks');
  if (part?.kind !== 'part' || !hasClock) return stretch(times) ?? times;
  return times.filter((time) => time.node.kind !== 'part').map((time) => besidePart(time, part));
}

function besidePart(time: Timed, part: DayPart): Timed {
  const half: Half = part.from < 720 && part.to <= 780 ? 'am' : 'pm';
  const put = (clock: Clock): Clock => (clock.half === null ? { ...clock, half } : clock);
  if (time.node.kind === 'clock') return { ...time, node: isNight(part) ? inNight(time.node) : put(time.node) };
  if (time.node.kind !== 'clocks') return time;
  const { node } = time;
  return { ...time, node: isNight(part) ? { ...node, start: inNight(node.start) } : clocksWithHalf(node, put) };
}

/** "11 to 1 in the afternoon": only the end is sure to be in it. */
function clocksWithHalf(node: Clocks, put: (clock: Clock) => Clock): Clocks {
  const end = put(node.end);
  const [from] = minutesOf({ ...node, end }, null);
  const start = put(node.start);
  return minuteOf(start, null) < minuteOf(end, null)
    ? { ...node, start, end }
    : { ...node, start: { ...node.start, minute: from, half: 'fixed' }, end };
}

function stretch(times: readonly Timed[]): readonly Timed[] | null {
  const [a, b] = times;
  if (!a || !b || times.length !== 2) return null;
  return stretchOf(a, b) ?? stretchOf(b, a);
}

function stretchOf(from: Timed, to: Timed): readonly Timed[] | null {
  if (from.node.kind !== 'clock' || to.node.kind !== 'clock') return null;
  const isStretch = from.bound === 'after' && (to.bound === 'before' || to.bound === 'by');
  return isStretch ? [{ bound: 'at', node: { kind: 'clocks', start: from.node, end: to.node } }] : null;
}
