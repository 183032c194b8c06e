import { defineRules, rule } from './grammar.ts';
import type { Parts, Stream } from './grammar.ts';
import type { Clock, Clocks, Days, Node } from './nodes.ts';
import { DAY, dateOf, midnight, monthOf, weekdayOf, yearOf } from './local-minutes.ts';
import { nextDate } from './day-spans.ts';

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
function daySpan(p: Parts): Node | null {
  const [from, to] = p.nodes;
  if (from?.kind !== 'days' || to?.kind !== 'days') return null;
  if (to.weekday !== null && to.from <= from.from) {
    const ahead = (to.weekday - weekdayOf(from.from) + 7) % 7;
    return { ...joined(from, to), to: from.from + (ahead + 1) * DAY };
  }
  if (to.from < from.from) return null;
  return joined(sameWeek(from, to), to);
}

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

/** "from 9 for 2 hours" */
function clockFor(p: Parts): Clocks | null {
  const [start] = p.nodes;
  if (start?.kind !== 'clock' || p.value('unit') > 1) return null;
  const long = (p.nums[0] ?? 1) * (p.value('unit') === 1 ? 60 : 1);
  return {
    kind: 'clocks',
    start: { ...start, isSure: true },
    end: { ...start, minute: (start.minute + long) % 1440, isSure: true },
  };
}

defineRules('range', [
  rule('between|from|of at|around|the? <clock> to|dash|and at|the|around? <clock>', clocks),
  rule('within|from|at|around|in|on|of|the? <clock> to|dash at|the|around? <clock>', bareClocks),
  rule('of|from|at? at|the? <clock> at at|the? <clock>', (p) => (isSpanishTo(p) ? bareClocks(p) : null)),
  rule('from|at? <clock> for count|a unit', clockFor),
  rule('between|from the|on? date to|and|dash the|on? <days>', firstDateIn),
  rule('between|from|of|on? <days> to|dash|and the|on? <days>', (p) =>
    p.has('and') && !p.has('between') ? null : daySpan(p),
  ),
  rule('of|from|on? <days> at <days>', (p) => (isSpanishTo(p) ? daySpan(p) : null)),
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
  rule('from now to <instant>', (p, s) => {
    const [until] = p.nodes;
    return until?.kind === 'instant' ? { ...until, from: s.now, to: until.from } : null;
  }),
]);

/** Is this clock the bare number of a stretch ("9-12")? */
export const isBare = (clock: Clock): boolean => !clock.isSure && clock.half === null;
