import { findHoliday } from './holidays.ts';
import { defineRules, rule } from './grammar.ts';
import type { Parts, Stream } from './grammar.ts';
import { days, oneDay, wholeUnit } from './day-spans.ts';
import { UNITS } from './lexicon.ts';
import { DAY, WEEK, dayOf, mondayOf, weekdayOf, yearOf } from './local-minutes.ts';
import type { Minutes } from './local-minutes.ts';
import type { Both, Days, Node } from './nodes.ts';

const n = (parts: Parts, i = 0): number => parts.nums[i] ?? 0;
const inner = (parts: Parts): Days | null => (parts.nodes[0]?.kind === 'days' ? parts.nodes[0] : null);
const lastNum = (p: Parts): number => p.nums.at(-1) ?? 0;

// Stretches of several days, and days that are counted within one.
defineRules('stretch', [
  rule('next count unit', countedUnits),
  rule('count next unit', (p, s) => (isPlural(p) ? countedUnits(p, s) : null)),
  rule('on|the? count unit next', (p, s) => (s.language === 'es' ? countedUnits(p, s) : null)),
  rule('within the? next? count unit', (p, s) => (p.has('within') && isNextSaid(p) ? daysAhead(p, s) : null)),
  rule('this count unit', nextUnits),
  rule('on|the|for? unit of|from the? <days>', (p) => (p.value('unit') === 3 ? weekOf(inner(p)) : null)),
  rule('begin|mid|end|early|late around? <span>', (p) => thirdOf(inner(p), p)),
  rule('begin|mid|end dash? <span>', (p) => thirdOf(inner(p), p)),
  rule('end unit', (p, s) => (p.value('unit') >= 3 ? thirdOf(wholeUnit(s.now, p.value('unit'), 0), p) : null)),
  rule('later of? the? this unit', (p, s) => laterIn(s.now, wholeUnit(s.now, p.value('unit'), 0))),
  rule('rest this|the? unit', (p, s) => restOf(s.now, wholeUnit(s.now, p.value('unit'), 0))),
  rule('on|the|for? weekof on|the? <days>', (p) => weekOf(inner(p))),
  rule('holiday unit', (p, s) =>
    p.value('unit') === 6 ? holidayWeekend(findHoliday(p.value('holiday'), s.now)) : null,
  ),
  rule('on|the? nth|last wd of the? <span>', (p) => nthOf(inner(p), p)),
  rule('on|the? nth|last unit of the? <span>', (p) => nthOf(inner(p), p)),
  rule('on|the? nth|last unit of the? year', (p, s) => nthOf(wholeUnit(s.now, 5, lastNum(p) - yearOf(s.now)), p)),
  rule('on|the? nth|last wd <timeofday> of the? <span>', nthAt),
  rule('weekdays', (_, s) => weekdaysAhead(s.now)),
  rule('within? the? next count weekdays', workdays),
  rule('in|within count weekdays', (p, s) => (p.has('within') ? workdays(p, s) : lastWorkday(p, s))),
  rule('on|the? count weekdays next', workdays),
]);

/** A third of a span: the beginning, the middle, the end. */
function thirdOf(span: Days | null, p: Parts): Days | null {
  if (!span) return null;
  const long = (span.to - span.from) / DAY;
  const [first, middle] = long > 7 ? [10, 20] : long > 2 ? [3, 4] : [1, 1];
  if (p.has('begin') || p.has('early')) return days(span.from, span.from + first * DAY);
  if (p.has('mid')) return days(span.from + Math.min(first - 1, 9, long - 1) * DAY, span.from + middle * DAY);
  return days(long > 7 ? span.from + 20 * DAY : span.to - first * DAY, span.to);
}

/** "second monday of april"; of weeks those count whose Thursday lies in the month (ISO 8601), of weekends their Saturday. */
function nthOf(span: Days | null, p: Parts): Days | null {
  if (!span) return null;
  const unit = p.has('wd') ? 'day' : UNITS[p.value('unit')];
  const weekday = { day: p.value('wd'), week: 4, weekend: 6 }[unit as string];
  if (weekday === undefined) return null;
  const back = (weekdayOf(span.to - DAY) - weekday + 7) % 7;
  const first = span.from + ((weekday - weekdayOf(span.from) + 7) % 7) * DAY;
  const found = p.has('last') ? span.to - DAY - back * DAY : first + (n(p) - 1) * WEEK;
  if (unit === 'week') return days(mondayOf(found), mondayOf(found) + WEEK);
  return days(found, found + (unit === 'weekend' ? 2 : 1) * DAY);
}

/** "first monday morning of june": a day and the time between its words. */
function nthAt(p: Parts): Node | null {
  const [time, span] = p.nodes;
  if (span?.kind !== 'days' || !time || !isTimeOfDay(time)) return null;
  const day = nthOf(span, p);
  return day && { kind: 'both', days: day, time };
}

/** "monday 3pm of next week" */
const isTimeOfDay = (node: Node): node is Both['time'] => ['clock', 'clocks', 'part'].includes(node.kind);

const weekOf = (span: Days | null): Days | null => span && days(mondayOf(span.from), mondayOf(span.from) + WEEK);

const isPlural = (p: Parts): boolean => p.all.some((c) => c.kind === 'unit' && c.text.endsWith('s'));

/** "In the next two days" begins tomorrow. */
const isNextSaid = (p: Parts): boolean =>
  p.value('unit') === 2 && p.all.some((c) => c.kind === 'next' || /next|proxim/.test(c.text));

const daysAhead = (p: Parts, { now }: Stream): Days =>
  days(dayOf(now) + DAY, dayOf(now) + (1 + n(p) * (p.value('unit') === 3 ? 7 : 1)) * DAY);

/** Days are counted from tomorrow, and weeks in Spanish too; English counts whole weeks from monday. */
function countedUnits(p: Parts, s: Stream): Days | null {
  const isFromTomorrow = p.value('unit') === 2 || (p.value('unit') === 3 && s.language === 'es');
  return isFromTomorrow ? daysAhead(p, s) : nextUnits(p, s);
}

/** Saturday to the holiday on a monday, thursday to sunday of others. */
function holidayWeekend(holiday: Minutes | null): Days | null {
  if (holiday === null) return null;
  const saturday = mondayOf(holiday - DAY) + 5 * DAY;
  return days(saturday, Math.max(saturday + 2 * DAY, holiday + DAY));
}

function nextUnits(p: Parts, s: Stream): Days | null {
  const one = wholeUnit(s.now, p.value('unit'), 1);
  const last = wholeUnit(s.now, p.value('unit'), n(p));
  return one && last && p.value('unit') > 1 ? days(one.from, last.to) : null;
}

/** "later this week" is its second half, as far as that lies ahead. */
const laterIn = (now: Minutes, span: Days | null): Days | null =>
  span && days(Math.max(dayOf(now), span.from + Math.floor((span.to - span.from) / 2 / DAY) * DAY), span.to);

const restOf = (now: Minutes, span: Days | null): Days | null => span && days(Math.max(dayOf(now), span.from), span.to);

/** The next so many days from monday to friday, holidays not counted out. */
function workdays(p: Parts, { now }: Stream): Days {
  let to = dayOf(now) + DAY;
  for (let left = Math.min(n(p), 60); left > 0; to += DAY) if (!isWeekend(to)) left -= 1;
  return days(dayOf(now) + DAY, to);
}

const lastWorkday = (p: Parts, s: Stream): Days => oneDay(workdays(p, s).to - DAY) ?? workdays(p, s);

const isWeekend = (day: Minutes): boolean => [0, 6].includes(weekdayOf(day));

/** Monday to Friday of this week, or of the next once the weekend has begun. */
function weekdaysAhead(now: Minutes): Days {
  const monday = mondayOf(now) + (isWeekend(now) ? WEEK : 0);
  return days(Math.max(dayOf(now), monday), monday + 5 * DAY);
}
