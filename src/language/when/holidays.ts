import { DAY, dayOf, midnight, weekdayOf, yearOf } from './local-minutes.ts';
import type { Minutes } from './local-minutes.ts';

type InYear = (year: number) => Minutes | null;

const fixed =
  (month: number, date: number): InYear =>
  (year) =>
    midnight(year, month - 1, date);

/** The nth such weekday of a month; -1 for the last. */
const nth =
  (count: number, weekday: number, month: number): InYear =>
  (year) => {
    const first = midnight(year, count > 0 ? month - 1 : month, 1) ?? 0;
    const ahead = ((weekday - weekdayOf(first) + 7) % 7) * DAY;
    return first + ahead + (count > 0 ? count - 1 : count) * 7 * DAY;
  };

/** Gregorian Easter by the anonymous algorithm (Meeus, Astronomical Algorithms, chapter 8). */
const easter: InYear = (year) => {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const skipped = century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25);
  const epact = (19 * golden + skipped + 15) % 30;
  const moon = epact - Math.floor(epact / 28) * (1 - Math.floor(29 / (epact + 1)) * Math.floor((21 - golden) / 11));
  const weekday = (year + Math.floor(year / 4) + moon + 2 - century + Math.floor(century / 4)) % 7;
  const offset = moon - weekday;
  const month = 3 + Math.floor((offset + 40) / 44);
  return midnight(year, month - 1, offset + 28 - 31 * Math.floor(month / 4));
};

const HOLIDAYS: readonly InYear[] = [
  fixed(12, 25),
  fixed(12, 24),
  fixed(12, 31),
  fixed(1, 1),
  fixed(7, 4),
  fixed(10, 31),
  fixed(2, 14),
  nth(4, 4, 11),
  nth(1, 1, 9),
  nth(-1, 1, 5),
  easter,
  (year) => (nth(4, 4, 11)(year) ?? 0) + DAY,
  fixed(3, 17),
  fixed(5, 1),
  nth(2, 0, 5),
  nth(3, 0, 6),
  nth(3, 1, 1),
  nth(3, 1, 2),
  fixed(11, 11),
  nth(2, 1, 10),
  fixed(6, 19),
  (year) => (easter(year) ?? 0) - 2 * DAY,
  fixed(5, 5),
  fixed(12, 26),
  fixed(11, 2),
  fixed(1, 6),
];

/** The next time that a holiday falls, today included; its number is its place in the lexicon. */
export function findHoliday(number: number, now: Minutes): Minutes | null {
  const holiday = HOLIDAYS[number];
  if (!holiday) return null;
  const here = holiday(yearOf(now));
  return here !== null && here >= dayOf(now) ? here : holiday(yearOf(now) + 1);
}
