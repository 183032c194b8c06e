import type { Days } from './nodes.ts';
import { UNITS } from './lexicon.ts';
import {
  DAY,
  WEEK,
  addMonths,
  dayOf,
  firstOfMonth,
  midnight,
  mondayOf,
  monthOf,
  weekdayOf,
  yearOf,
} from './local-minutes.ts';
import type { Minutes } from './local-minutes.ts';

/** Days from midnight to midnight, the last exclusive. */
export const days = (from: Minutes, to: Minutes, isSure = true): Days => ({
  kind: 'days',
  from,
  to,
  weekday: null,
  isSure,
});
export const oneDay = (from: Minutes | null, isSure = true): Days | null =>
  from === null ? null : days(from, from + DAY, isSure);
/** The nearest such weekday after today. */
export function comingWeekday(now: Minutes, weekday: number): Minutes {
  const ahead = (weekday - weekdayOf(now) + 7) % 7;
  return dayOf(now) + (ahead === 0 ? 7 : ahead) * DAY;
}

/** That weekday of the Monday-to-Sunday week `weeks` after this one. */
export const weekdayInWeek = (now: Minutes, weekday: number, weeks: number): Minutes =>
  mondayOf(now) + weeks * WEEK + ((weekday + 6) % 7) * DAY;

export const aWeekday = (from: Minutes, weekday: number, isSure = true): Days => ({
  kind: 'days',
  from,
  to: from + DAY,
  weekday,
  isSure,
});

/** The date in the nearest year in which it still lies ahead; with a year, in that one. */
export function dateIn(now: Minutes, month: number, date: number): Minutes | null {
  const here = midnight(yearOf(now), month, date);
  return here !== null && here >= dayOf(now) ? here : midnight(yearOf(now) + 1, month, date);
}

export const fullYear = (year: number): number => (year < 100 ? 2000 + year : year);

/** "monday the 13th": the next month in which the two agree, within two years; else the next such date. */
export function agreeingDate(now: Minutes, date: number, weekday: number): Minutes | null {
  for (let months = 0; months < 24; months += 1) {
    const found = inMonth(firstOfMonth(now, months), date);
    if (found !== null && found >= dayOf(now) && weekdayOf(found) === weekday) return found;
  }
  return nextDate(now, date);
}

/** "the 20th": of this month if it lies ahead, else of the next month that has such a date. */
export function nextDate(now: Minutes, date: number): Minutes | null {
  for (let months = 0; months < 3; months += 1) {
    const first = firstOfMonth(now, months);
    const found = midnight(yearOf(first), monthOf(first), date);
    if (found !== null && found >= dayOf(now)) return found;
  }
  return null;
}

export const inMonth = (first: Minutes, date: number): Minutes | null => midnight(yearOf(first), monthOf(first), date);

/** "in 3 days", "2 weeks from friday", "in a couple of months" */
export function later(from: Minutes, count: number, unit: number): Days | null {
  switch (UNITS[unit]) {
    case 'day':
      return oneDay(dayOf(from) + count * DAY);
    case 'week':
      return oneDay(dayOf(from) + count * WEEK);
    case 'fortnight':
      return oneDay(dayOf(from) + count * 2 * WEEK);
    case 'month':
      return oneDay(dayOf(addMonths(from, count)));
    case 'year':
      return oneDay(dayOf(addMonths(from, 12 * count)));
    default:
      return null;
  }
}

/** A whole week, weekend, month or year, `ahead` of the one that is running. */
export function wholeUnit(now: Minutes, unit: number, ahead: number): Days | null {
  const monday = mondayOf(now) + ahead * WEEK;
  switch (UNITS[unit]) {
    case 'day':
      return oneDay(dayOf(now) + ahead * DAY);
    case 'week':
      return days(monday, monday + WEEK);
    case 'weekend':
      return days(monday + 5 * DAY, monday + WEEK);
    case 'fortnight':
      return days(monday, monday + 2 * WEEK);
    case 'month':
      return days(firstOfMonth(now, ahead), firstOfMonth(now, ahead + 1));
    case 'year':
      return wholeYear(yearOf(now) + ahead);
    default:
      return null;
  }
}

function wholeYear(year: number): Days | null {
  const [first, next] = [midnight(year, 0, 1), midnight(year + 1, 0, 1)];
  return first === null || next === null ? null : days(first, next);
}

export function monthNamed(now: Minutes, month: number, year?: number): Days {
  const isOver = month < monthOf(now);
  const first = midnight(year ?? yearOf(now) + (isOver ? 1 : 0), month, 1) ?? now;
  return days(first, firstOfMonth(first, 1));
}
