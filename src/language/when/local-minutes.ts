/** Wall-clock minutes since 1970, no zone: the whole date grammar counts in these. */
export type Minutes = number;

export const DAY = 1440;
export const WEEK = 7 * DAY;

/** Reads `YYYY-MM-DDTHH:MM` (what follows is ignored); NaN when it is none. */
export function toMinutes(local: string): Minutes {
  return LOCAL.test(local) ? Math.floor(Date.parse(`${local.slice(0, 16)}:00Z`) / 60_000) : Number.NaN;
}

const LOCAL = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

/** Writes `YYYY-MM-DDTHH:MM`. */
export const toLocal = (minutes: Minutes): string => new Date(minutes * 60_000).toISOString().slice(0, 16);

/** Midnight at which the day of this minute began. */
export const dayOf = (minutes: Minutes): Minutes => Math.floor(minutes / DAY) * DAY;

/** 0 Sunday to 6 Saturday. */
export const weekdayOf = (minutes: Minutes): number => new Date(minutes * 60_000).getUTCDay();

/** The Monday on which the week of this minute began. */
export const mondayOf = (minutes: Minutes): Minutes => dayOf(minutes) - ((weekdayOf(minutes) + 6) % 7) * DAY;

export const yearOf = (minutes: Minutes): number => new Date(minutes * 60_000).getUTCFullYear();
export const monthOf = (minutes: Minutes): number => new Date(minutes * 60_000).getUTCMonth();
export const dateOf = (minutes: Minutes): number => new Date(minutes * 60_000).getUTCDate();

/** Midnight of a date, month counted from 0 (13 is February of the next year); null for 30 February and the like. */
export function midnight(year: number, month: number, date: number): Minutes | null {
  const minutes = Math.floor(Date.UTC(year, month, date) / 60_000);
  return date >= 1 && dateOf(minutes) === date ? minutes : null;
}

/** The first of the month that lies `months` after the one of this minute. */
export function firstOfMonth(minutes: Minutes, months = 0): Minutes {
  return Math.floor(Date.UTC(yearOf(minutes), monthOf(minutes) + months, 1) / 60_000);
}

/** The same date some months later; the last of the month where that does not exist. */
export function addMonths(minutes: Minutes, months: number): Minutes {
  const first = firstOfMonth(minutes, months);
  const last = firstOfMonth(minutes, months + 1) - DAY;
  return Math.min(first + (dateOf(minutes) - 1) * DAY, last) + (minutes - dayOf(minutes));
}
