import { defineRules, rule } from './grammar.ts';
import type { Parts, Stream } from './grammar.ts';
import type { Days, Node } from './nodes.ts';
import { findHoliday } from './holidays.ts';
import { DAY, WEEK, addMonths, dayOf, firstOfMonth, midnight, weekdayOf } from './local-minutes.ts';
import type { Minutes } from './local-minutes.ts';
import {
  aWeekday,
  agreeingDate,
  comingWeekday,
  dateIn,
  fullYear,
  inMonth,
  later,
  monthNamed,
  nextDate,
  oneDay,
  weekdayInWeek,
  wholeUnit,
} from './day-spans.ts';

const n = (parts: Parts, i = 0): number => parts.nums[i] ?? 0;
const inner = (parts: Parts): Days | null => (parts.nodes[0]?.kind === 'days' ? parts.nodes[0] : null);

/** Abbreviations that are words of their own, and need company. */
const WEAK = new Set(['sun', 'sat', 'mon', 'wed', 'mar', 'dom', 'vie', 'mie', 'mx', 'bienes']);
const isStrong = (parts: Parts): boolean => !parts.all.some((c) => c.kind === 'wd' && WEAK.has(c.text));

/** "Friday 7.6": a date of the coming weeks whose weekday is the one that was said; else "friday 9-12" is hours. */
function agreeingSlashed(p: Parts, s: Stream): Days | null {
  const day = slashed(p, s);
  const isSoon = day !== null && day.from < s.now + 5 * WEEK;
  return isSoon && weekdayOf(day.from) === p.value('wd') ? day : null;
}

function slashed(p: Parts, { now, language }: Stream): Days | null {
  const [a, b, year] = [n(p, 0), n(p, 1), p.nums[2]];
  const isDayFirst = a > 12 || (language === 'es' && b <= 12);
  const [month, date] = isDayFirst ? [b - 1, a] : [a - 1, b];
  if (month < 0 || month > 11) return null;
  if (year === undefined) return oneDay(dateIn(now, month, date), p.has('slash'));
  return oneDay(midnight(fullYear(year), month, date));
}

const countOf = (p: Parts): number => p.nums[0] ?? (p.has('couple') ? p.value('couple') : 1);

/** "the coming week" is the next one; the coming weekend is the nearest. */
const isComing = (p: Parts): boolean =>
  p.value('unit') !== 6 && p.all.some((c) => c.kind === 'this' && /coming/.test(c.text));

/** "monday two weeks from now", "in 3 days on friday": that weekday nearest to the other day. */
function weekdayNear(p: Parts): Days | null {
  const day = inner(p);
  return day && day.to - day.from === DAY
    ? aWeekday(comingWeekday(day.from - 4 * DAY, p.value('wd')), p.value('wd'))
    : null;
}

/** "2-15": no stretch of hours ends at 15. */
const isDashedDate = (p: Parts): boolean => n(p, 0) > 12 !== n(p, 1) > 12;

/** The third day of a month, not of its weeks. */
const isDayOf = (p: Parts): boolean => !p.has('unit') || p.value('unit') === 2;

defineRules('month', [
  rule('mo of? year', (p, s) => monthNamed(s.now, p.value('mo'), n(p))),
  rule('mo slash|comma year', (p, s) => monthNamed(s.now, p.value('mo'), n(p))),
  rule('mo', (p, s) => monthNamed(s.now, p.value('mo'))),
]);

defineRules('span', [
  rule('<month>', inner),
  rule('the? this|only? unit', (p, s) =>
    p.value('unit') >= 3 ? wholeUnit(s.now, p.value('unit'), isComing(p) ? 1 : 0) : null,
  ),
  rule('on|the? next unit', (p, s) => wholeUnit(s.now, p.value('unit'), 1)),
  rule('on|the? unit next', (p, s) => wholeUnit(s.now, p.value('unit'), 1)),
  rule('around next unit', (p, s) => wholeUnit(s.now, p.value('unit'), 1)),
]);

defineRules('days', [
  rule('rel', (p, s) => oneDay(dayOf(s.now) + p.value('rel') * DAY)),
  rule('holiday', (p, s) => oneDay(findHoliday(p.value('holiday'), s.now))),
  rule('wd dot?', (p, s) => aWeekday(comingWeekday(s.now, p.value('wd')), p.value('wd'), isStrong(p))),
  rule('on|the? this wd', (p, s) => aWeekday(comingWeekday(s.now, p.value('wd')), p.value('wd'))),
  rule('on|the? next wd', (p, s) => aWeekday(weekdayInWeek(s.now, p.value('wd'), 1), p.value('wd'))),
  rule('wd next next', (p, s) => aWeekday(weekdayInWeek(s.now, p.value('wd'), 1), p.value('wd'))),
  rule('wd after next', (p, s) => oneDay(comingWeekday(s.now, p.value('wd')) + WEEK)),
  rule('wd next', spanishNext),
  rule('wd comma? of|on|in|the? this unit', (p, s) => weekdayWith(p, s, 0)),
  rule('wd comma? of|on|in|the? next unit', (p, s) => weekdayWith(p, s, 1)),
  rule('wd comma? of|on|in|the? unit next', (p, s) => weekdayWith(p, s, 1)),
  rule('this|next unit on? wd', (p, s) => weekdayWith(p, s, p.has('next') ? 1 : 0)),
  rule('wd comma? the|on? dayword? ordinal of? <month>', (p) => ofMonth(p)),
  rule('wd comma? the|on|of? ordinal', (p, s) => oneDay(agreeingDate(s.now, n(p), p.value('wd')))),
  rule('wd comma? the wordordinal', (p, s) => oneDay(agreeingDate(s.now, n(p), p.value('wd')))),
  rule('wd comma? the|on? date of <month>', (p) => ofMonth(p)),
  rule('wd comma? date', (p, s) => (isDateOfWeekday(p, s) ? oneDay(agreeingDate(s.now, n(p), p.value('wd'))) : null)),
  rule('wd comma? on|the? <offset>', weekdayNear),
  rule('<offset> comma? on|the? wd', weekdayNear),
  rule('wd comma? <days>', (p) => (inner(p)?.weekday === null ? inner(p) : null)),
  rule('wd comma? month dot|dash date', agreeingSlashed),
  rule('wd comma? date dot|dash month', agreeingSlashed),
  rule('count wd hence|later', (p, s) => oneDay(comingWeekday(s.now, p.value('wd')) + (n(p) - 1) * WEEK)),
  rule('mo dot? the|slash? date comma? year', (p) => oneDay(midnight(n(p, 1), p.value('mo'), n(p)))),
  rule('mo dot? date slash|comma|of shortyear', (p) => oneDay(midnight(fullYear(n(p, 1)), p.value('mo'), n(p)))),
  rule('mo dot? the|slash|comma|dash? date', (p, s) => oneDay(dateIn(s.now, p.value('mo'), n(p)))),
  rule('on|the? date of|dash|slash|dot? mo comma|of|in? year', (p) => oneDay(midnight(n(p, 1), p.value('mo'), n(p)))),
  rule('on|the? date of|dash|slash? mo dot?', (p, s) => oneDay(dateIn(s.now, p.value('mo'), n(p)))),
  rule('on|the? ordinal unit? of the? <span>', (p) => (isDayOf(p) ? ofMonth(p) : null)),
  rule('on|the? wordordinal unit of the? <month>', (p) => (isDayOf(p) ? ofMonth(p) : null)),
  rule('on|the? date of the? <span>', (p) => ofMonth(p)),
  rule('on|the ordinal', (p, s) => oneDay(nextDate(s.now, n(p)), p.has('on'))),
  rule('ordinal', (p, s) => oneDay(nextDate(s.now, n(p)), false)),
  rule('on the date', (p, s) => (hasTwoDigits(p) && !isOrdinal(p) ? oneDay(nextDate(s.now, n(p))) : null)),
  rule('on date', (p, s) => (s.language === 'es' || hasTwoDigits(p) ? oneDay(nextDate(s.now, n(p)), true) : null)),
  rule('unit date', (p, s) => (isSpanishDay(p, s) ? oneDay(nextDate(s.now, n(p))) : null)),
  rule('month slash date slash shortyear', slashed),
  rule('date slash month slash shortyear', slashed),
  rule('month dash date dash shortyear', slashed),
  rule('date dot month dot shortyear', (p, s) => slashed({ ...p, nums: [n(p, 0), n(p, 1), n(p, 2)] }, s)),
  rule('on|the|at? month slash date', slashed),
  rule('on|the|at? date slash month', slashed),
  rule('on date of month', (p, s) => (s.language === 'es' ? slashed({ ...p, nums: [n(p), n(p, 1)] }, s) : null)),
  rule('on date dash month', slashed),
  rule('month dash date', (p, s) => (isDashedDate(p) ? slashed(p, s) : null)),
  rule('date dash month', (p, s) => (isDashedDate(p) ? slashed(p, s) : null)),
  rule('on date dot tightnum', slashed),
  rule('year dash|slash month dash|slash date', (p) => oneDay(midnight(n(p), n(p, 1) - 1, n(p, 2)))),
  rule('<offset>', inner),
  rule('<span>', inner),
  rule('any|only unit', (p, s) =>
    p.value('unit') === 3 || p.value('unit') === 4 ? wholeUnit(s.now, p.value('unit'), 0) : null,
  ),
  rule('on|the? unit after next', (p, s) => wholeUnit(s.now, p.value('unit'), 2)),
  rule('holiday of? year', (p, s) => oneDay(findHoliday(p.value('holiday'), Math.max(s.now, yearStart(n(p)))))),
  rule('mo after next', (p, s) => monthNamed(addMonths(firstOfMonth(s.now), 12), p.value('mo'))),
  rule('for the|on unit', (p, s) => (p.value('unit') === 2 ? oneDay(dayOf(s.now)) : null)),
  rule('any|on? unit', (p, s) => (p.value('unit') === 6 ? wholeUnit(s.now, 6, 0) : null)),
  rule('the|this unit', (p, s) => (p.value('unit') === 6 ? wholeUnit(s.now, 6, 0) : null)),
  rule('<stretch>', (p) => p.nodes[0] ?? null),
]);

const yearStart = (year: number): Minutes => midnight(year, 0, 1) ?? 0;

defineRules('offset', [
  rule('in|after|within|on? count|couple|a unit hence|later', (p, s) => later(s.now, countOf(p), p.value('unit'))),
  rule('in count|couple|a unit', (p, s) => later(s.now, countOf(p), p.value('unit'))),
  rule('count|couple|a unit from|after <days>', (p) => laterThan(p)),
  rule('unit from|after <days>', (p) => laterThan(p)),
]);

const CLOCK_SIGNS = new Set([
  'dash',
  'colon',
  'to',
  'mer',
  'h',
  'oclock',
  'slash',
  'dot',
  'half',
  'quarter',
  'and',
  'noon',
]);

/** "friday 23" is a date, "friday 10-2" and "monday 12" are times unless the two agree soon. */
function isDateOfWeekday(p: Parts, s: Stream): boolean {
  const next = p.next ?? NOTHING;
  if (s.language === 'es' && next.kind === 'at' && next.text.startsWith('a la')) return true;
  if (CLOCK_SIGNS.has(next.kind) || !p.all.some((c) => c.digits > 0)) return false;
  return n(p) > 12 || agreesSoon(p, s);
}

const NOTHING = { kind: '', text: '' };

function agreesSoon(p: Parts, s: Stream): boolean {
  const soon = nextDate(s.now, n(p));
  return soon !== null && weekdayOf(soon) === p.value('wd');
}

const isOrdinal = (p: Parts): boolean => p.all.some((c) => c.isOrdinal);

const hasTwoDigits = (p: Parts): boolean => p.all.some((c) => c.digits === 2);

const isSpanishDay = (p: Parts, s: Stream): boolean => s.language === 'es' && p.all[0]?.text === 'dia';

function ofMonth(p: Parts): Days | null {
  const month = inner(p);
  return month && month.to - month.from > 20 * DAY ? oneDay(inMonth(month.from, n(p))) : null;
}

/** "el martes que viene" is the coming one, "lunes proximo" that of next week. */
function spanishNext(p: Parts, s: Stream): Days | null {
  const weekday = p.value('wd');
  const isNextWeek = p.all.some((c) => /^(siguiente|proximo|proxima|next|following)$/.test(c.text));
  return aWeekday(isNextWeek ? weekdayInWeek(s.now, weekday, 1) : comingWeekday(s.now, weekday), weekday);
}

function weekdayWith(p: Parts, s: Stream, ahead: number): Days | null {
  return p.value('unit') === 3 ? aWeekday(weekdayInWeek(s.now, p.value('wd'), ahead), p.value('wd')) : null;
}

function laterThan(p: Parts): Node | null {
  const from = inner(p);
  return from && later(from.from, countOf(p), p.value('unit'));
}
