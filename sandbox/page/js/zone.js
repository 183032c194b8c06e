// @ts-check
/** The demo city's zone: every time on this page is business time there. */
export const ZONE = 'America/Chicago';

/** @param {Intl.DateTimeFormatOptions} options */
const written = (options) => {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: ZONE, ...options });
  // Some versions of ICU put a narrow space before AM, which many system fonts lack.
  return (/** @type {number} */ at) => format.format(at).replace(/[\u202f\u2009]/g, ' ');
};

/** "2:05 PM" @type {(at: number) => string} */
export const timeOf = written({ hour: 'numeric', minute: '2-digit' });
/** "Tue, Nov 24" @type {(at: number) => string} */
export const dayOf = written({ weekday: 'short', month: 'short', day: 'numeric' });
/** "Tuesday, November 24, 2026" @type {(at: number) => string} */
export const longDayOf = written({ weekday: 'long', month: 'long', day: 'numeric', year: 'numeric' });

const clockParts = new Intl.DateTimeFormat('en-US', {
  timeZone: ZONE,
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
});

/** What a clock on the wall shows, as numbers. @param {number} at */
const wallOf = (at) => {
  const parts = clockParts.formatToParts(at).map(({ type, value }) => [type, Number(value)]);
  const { year, month, day, hour, minute, second } = Object.fromEntries(parts);
  return { year, month, day, hour, asUtc: Date.UTC(year, month - 1, day, hour, minute, second) };
};

/** Hour of the day there, 0-23. @param {number} at */
export const hourOf = (at) => wallOf(at).hour;

/** The next time (ms) at which the wall shows 8:00 am, on days of 23 and 25 hours too. @param {number} now */
export const nextMorning = (now) => {
  const { year, month, day, hour } = wallOf(now);
  const wanted = Date.UTC(year, month - 1, day + (hour < 8 ? 0 : 1), 8);
  const ahead = (/** @type {number} */ at) => wallOf(at).asUtc - at;
  return wanted - ahead(wanted - ahead(wanted));
};
