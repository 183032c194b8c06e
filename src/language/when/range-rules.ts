import { defineRules, rule } from './grammar.ts';
import type { Parts, Stream } from './grammar.ts';
import type { Clock, Clocks, Days, Length, Node } from './nodes.ts';
import { DAY, addMonths, dateOf, dayOf, midnight, monthOf, weekdayOf, yearOf } from './local-minutes.ts';
import type { Minutes } from './local-minutes.ts';
import { nextDate } from './day-spans.ts';
import { minuteOf } from './resolve-clock.ts';

function clocks(p: Parts): Clocks | null {
  const [start, end] = p.nodes;
  return start?.kind === 'clock' && end?.kind === 'clock' && p.nodes.length === 2
    ? { kind: 'clocks', start, end }
    : null;
}

/** A bare "9-12" or "3 to 5": both bare numbers need a word that says it is a stretch of time. */
function bareClocks(p: Parts): Clocks | null {
  const made = clocks(p);
  if (!made || (made.start.minute === made.end.minute && !made.end.half)) return null;
  return made;
}

const joined = (from: Days, to: Days): Days => ({
  kind: 'days',
  from: from.from,
  to: to.to,
  weekday: null,
  isSure: true,
});

/** "monday to wednesday", "feb 28 to march 1": the end is the first such day after the start. */
function daySpan(p: Parts, { now }: Stream): Node | null {
  const [from, to] = p.nodes;
  if (from?.kind !== 'days' || to?.kind !== 'days') return null;
  if (to.weekday !== null && to.from <= from.from) {
    const ahead = (to.weekday - weekdayOf(from.from) + 7) % 7;
    return { ...joined(from, to), to: from.from + (ahead + 1) * DAY };
  }
  return to.from >= from.from ? joined(sameWeek(from, to), to) : overNewYear(from, to, now);
}

const LONGEST = 100 * DAY;

/** "From 10/1 to 11/7" said in between has begun; said on its last day it is that of next year. */
function overNewYear(from: Days, to: Days, now: Minutes): Days | null {
  const begun = moved(from, -12);
  const isRunning = begun.from < to.from && dayOf(now) < to.from;
  const [first, last] = isRunning ? [begun, to] : [from, moved(to, 12)];
  return last.to > first.from && last.to - first.from < LONGEST ? joined(first, last) : null;
}

const moved = (day: Days, months: number): Days =>
  day.weekday === null ? { ...day, from: addMonths(day.from, months), to: addMonths(day.to, months) } : day;

/** "friday to saturday of next week": the week was said once, for both. */
function sameWeek(from: Days, to: Days): Days {
  if (from.weekday === null || to.weekday === null || to.from - from.from < 7 * DAY) return from;
  const back = (to.weekday - from.weekday + 7) % 7;
  return { ...from, from: to.from - back * DAY };
}

/** "13 to 15 july": the month is said once; "28 to july 3" began in the month before. */
function firstDateIn(p: Parts): Node | null {
  const end = namedDate(p);
  const date = p.nums[0] ?? 0;
  if (!end || dateOf(end.from) === date) return null;
  const month = monthOf(end.from) - (date > dateOf(end.from) ? 1 : 0);
  const from = midnight(yearOf(end.from), month, date);
  return from === null ? null : { ...end, from, weekday: null };
}

/** "july 13-15", "july 28 to 3" */
function lastDateIn(p: Parts): Node | null {
  const start = namedDate(p);
  const date = p.nums[0] ?? 0;
  if (!start || dateOf(start.from) === date) return null;
  const month = monthOf(start.from) + (date < dateOf(start.from) ? 1 : 0);
  const last = midnight(yearOf(start.from), month, date);
  return last === null ? null : { ...start, to: last + DAY, weekday: null };
}

/** One day with a date of its own; a weekday beside bare numbers is followed by a time. */
function namedDate(p: Parts): Days | null {
  const [node] = p.nodes;
  return node?.kind === 'days' && node.to - node.from === DAY && node.weekday === null ? node : null;
}

function bareDates(p: Parts, s: Stream): Node | null {
  const from = nextDate(s.now, p.nums[0] ?? 0);
  const to = from === null ? null : nextDate(from, p.nums[1] ?? 0);
  if (from === null || to === null) return null;
  return { kind: 'days', from, to: to + DAY, weekday: null, isSure: true };
}

/** Spanish says "de 9 a 12" with the word that also says "at". */
const isSpanishTo = (p: Parts): boolean => p.all.some((c) => c.kind === 'at' && c.text.startsWith('a') && !c.isTight);

/** "from 9 for 2 hours", "for 2.5 hours from 9" */
function clockFor(p: Parts): Clocks | null {
  const start = p.nodes.find((node) => node.kind === 'clock');
  const long = p.nodes.find((node) => node.kind === 'length');
  if (start?.kind !== 'clock' || long?.kind !== 'length' || long.minutes >= DAY) return null;
  const minute = minuteOf(start, null);
  const fixed = (at: number): Clock => ({ kind: 'clock', minute: at % DAY, half: 'fixed', isSure: true });
  return { kind: 'clocks', start: fixed(minute), end: fixed(minute + long.minutes) };
}

/** "for 3 days from next monday" */
function daysFor(p: Parts): Days | null {
  const start = p.nodes.find((node) => node.kind === 'days');
  const long = p.nodes.find((node) => node.kind === 'length');
  if (start?.kind !== 'days' || long?.kind !== 'length' || long.minutes % DAY !== 0) return null;
  return { ...start, to: start.from + long.minutes, weekday: null, isSure: true };
}

/** "for 3 days, from today" */
function fromToday(p: Parts, { now }: Stream): Days | null {
  const [long] = p.nodes;
  if (long?.kind !== 'length' || long.minutes % DAY !== 0 || !p.all.some((c) => c.text === 'from today')) return null;
  return { kind: 'days', from: dayOf(now), to: dayOf(now) + long.minutes, weekday: null, isSure: true };
}

/** Until a clock comes round next. */
function untilClock(p: Parts, s: Stream): Node | null {
  const [end] = p.nodes;
  if (end?.kind !== 'clock') return null;
  const earliest = s.now % DAY;
  const at = s.now - earliest + minuteOf(end, null, earliest);
  return { kind: 'instant', from: s.now, to: at > s.now ? at : at + DAY, isOpen: false };
}

const LONG: readonly number[] = [1, 60, DAY, 7 * DAY];

/** Of "2.5 hours" the numbers are 2 and 5. */
function lengthOf(p: Parts): Length | null {
  const unit = LONG[p.value('unit')];
  if (unit === undefined) return null;
  const part = p.has('dot') ? (p.nums[1] ?? 0) / 10 ** String(p.nums[1] ?? 0).length : p.has('half') ? 0.5 : 0;
  const whole = p.nums[0] ?? (p.has('couple') ? p.value('couple') : 1);
  return { kind: 'length', minutes: Math.round((whole + part) * unit) };
}

defineRules('length', [
  rule('count|couple|a unit', lengthOf),
  rule('count dot tightnum unit', lengthOf),
  rule('count and a? half unit', lengthOf),
  rule('count unit and a? half', lengthOf),
  rule('half-hour', (p) => ({ kind: 'length', minutes: p.value('half-hour') })),
]);

defineRules('range', [
  rule('between|from|of at|around|the? <clock> to|dash|and at|the|around? <clock>', clocks),
  rule('within|from|at|around|in|on|of|the? <clock> to|dash at|the|around? <clock>', bareClocks),
  rule('of|from|at? at|the? <clock> at at|the? <clock>', (p) => (isSpanishTo(p) ? bareClocks(p) : null)),
  rule('from|at? <clock> for <length>', clockFor),
  rule('for <length> comma? from|at the? <clock>', clockFor),
  rule('for <length> comma? from on|the? <days>', daysFor),
  rule('for <length> comma? later', fromToday),
  rule('on|the? <days> comma? for <length>', daysFor),
  rule('between|from the|on? date to|and|dash the|on? <days>', firstDateIn),
  rule('between|from|of|on? <days> to|dash|and the|on? <days>', (p, s) =>
    p.has('and') && !p.has('between') ? null : daySpan(p, s),
  ),
  rule('of|from|on? <days> at <days>', (p, s) => (isSpanishTo(p) ? daySpan(p, s) : null)),
  rule('of|on|the? date at the|on? <days>', (p) => (isSpanishTo(p) ? firstDateIn(p) : null)),
  rule('on|the? date to|dash the? <days>', (p) =>
    p.all.some((c) => c.kind === 'num' && c.digits > 0) ? firstDateIn(p) : null,
  ),
  rule('from|between? <days> to|dash|and the? date', (p) => (p.has('and') && !p.has('between') ? null : lastDateIn(p))),
  rule('between|from on|the? ordinal and|to|dash on|the? ordinal', bareDates),
  rule('on|the? ordinal to|dash on|the? ordinal', bareDates),
  rule('between on|the? date and on|the? date', (p, s) =>
    s.language === 'es' && p.has('on') ? bareDates(p, s) : null,
  ),
  rule('between|from now to|and|dash the|at? <clock>', untilClock),
  rule('from now to <instant>', (p, s) => {
    const [until] = p.nodes;
    return until?.kind === 'instant' ? { ...until, from: s.now, to: until.from } : null;
  }),
]);

/** Is this clock the bare number of a stretch ("9-12")? */
export const isBare = (clock: Clock): boolean => !clock.isSure && clock.half === null;
