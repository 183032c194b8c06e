// Times as an administrator reads them: in the zone of the place that they are about, shorter the nearer they are.
import type { ArrivalWindow } from '../../domain/arrival-window.ts';
import { html, type Html } from '../html.ts';

type Style = 'clock' | 'day' | 'date' | 'year' | 'iso' | 'zone';

const STYLES: Readonly<Record<Style, Intl.DateTimeFormatOptions>> = {
  clock: { hour: 'numeric', minute: '2-digit' },
  day: { weekday: 'short' },
  date: { weekday: 'short', month: 'short', day: 'numeric' },
  year: { month: 'short', day: 'numeric', year: 'numeric' },
  iso: { year: 'numeric', month: '2-digit', day: '2-digit' },
  zone: { timeZoneName: 'short' },
};

const formats = new Map<string, Intl.DateTimeFormat>();

/** Formats are dear to make. */
const formatIn = (style: Style, zone: string): Intl.DateTimeFormat => {
  const key = `${style} ${zone}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(style === 'iso' ? 'en-CA' : 'en-US', { ...STYLES[style], timeZone: zone });
  formats.set(key, made);
  return made;
};

const said = (style: Style, at: Date, zone: string): string =>
  formatIn(style, zone).format(at).replaceAll('\u202f', ' ');
const clockOf = (at: Date, zone: string): string => said('clock', at, zone).replace(':00 ', ' ').toLowerCase();
const zoneName = (at: Date, zone: string): string =>
  formatIn('zone', zone)
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')?.value ?? zone;

/** Whole local days from `now` to `at`. */
const daysTo = (at: Date, now: Date, zone: string): number =>
  Math.round((Date.parse(said('iso', at, zone)) - Date.parse(said('iso', now, zone))) / 86_400_000);

const NEAR: Readonly<Record<number, string>> = { [-1]: 'Yesterday', 0: 'Today', 1: 'Tomorrow' };

export const dayWords = (at: Date, now: Date, zone: string): string => {
  const days = daysTo(at, now, zone);
  const near = NEAR[days];
  if (near !== undefined) return near;
  return Math.abs(days) < 300 ? said('date', at, zone) : said('year', at, zone);
};

/** "3:40 pm" today, "Tomorrow 3:40 pm", "Thu, Mar 8, 3:40 pm". */
export const momentWords = (at: Date, now: Date, zone: string): string => {
  const clock = clockOf(at, zone);
  const days = daysTo(at, now, zone);
  if (days === 0) return clock;
  return `${dayWords(at, now, zone)}${NEAR[days] === undefined ? ',' : ''} ${clock}`;
};

/** "Thu, Mar 8, 3 – 5 pm CST": in the property's zone, which is named. */
export const windowWords = ({ end, start, zone }: ArrivalWindow, now: Date): string => {
  const [from, to] = [new Date(start), new Date(end)];
  const [first, last] = [clockOf(from, zone), clockOf(to, zone)];
  const half = first.slice(-2) === last.slice(-2) ? first.slice(0, -3) : first;
  return `${dayWords(from, now, zone)}, ${half}–${last} ${zoneName(from, zone)}`;
};

const UNITS: readonly (readonly [seconds: number, word: string])[] = [
  [86_400, 'd'],
  [3_600, 'h'],
  [60, 'min'],
];

/** "now", "12 min", "3 h", "2 d": how long ago, or how long until. The page keeps it true while it is open. */
export const spanWords = (ms: number): string => {
  const seconds = Math.abs(ms) / 1_000;
  const unit = UNITS.find(([size]) => seconds >= size);
  return unit === undefined ? 'now' : `${String(Math.floor(seconds / unit[0]))} ${unit[1]}`;
};

const full = (at: Date, zone: string): string =>
  `${said('date', at, zone)}, ${clockOf(at, zone)} ${zoneName(at, zone)}`;

/** How long ago that was (or how long until then), with the whole time to read on it. */
export const spanTime = (at: Date, now: Date, zone: string): Html =>
  html`<time datetime="${at.toISOString()}" title="${full(at, zone)}" data-span
    >${spanWords(at.getTime() - now.getTime())}</time
  >`;

export const momentTime = (at: Date, now: Date, zone: string): Html =>
  html`<time datetime="${at.toISOString()}" title="${full(at, zone)}">${momentWords(at, now, zone)}</time>`;
