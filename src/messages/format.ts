// Domain values as words. Made from our own tables, never from Intl: its output carries thin spaces and long dashes.
import type { ArrivalWindow, Moment } from '../domain/arrival-window.ts';
import { daysBetween, minutesAfter, wallTime, wallTimeAt, type WallTime } from '../domain/instants.ts';
import type { Place } from '../domain/place.ts';
import { usd, type Money } from '../domain/money.ts';
import type { Language, LocalSpan, When } from '../domain/reading.ts';
import { usualPrice, type TradeId } from '../domain/trades.ts';

const DAYS: Readonly<Record<Language, readonly string[]>> = {
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  es: ['lun', 'mar', 'mié', 'jue', 'vie', 'sáb', 'dom'],
};
const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  es: ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sep', 'oct', 'nov', 'dic'],
};

/** "Thu Nov 26, 3-5 pm", "jue 26 nov, 3-5 pm"; over noon "10 am-12 pm". In the window's own zone. */
export function windowText(window: ArrivalWindow, language: Language): string {
  return `${dayOf(wallTimeAt(window.start, window.zone), language)}, ${spanText(window)}`;
}

/** A second window beside a first: "5-7 pm" on the same day, else with its day. */
export const orWindowText = (second: ArrivalWindow, first: ArrivalWindow, language: Language): string =>
  dayOf(wallTimeAt(first.start, first.zone), language) === dayOf(wallTimeAt(second.start, second.zone), language)
    ? spanText(second)
    : windowText(second, language);

const LONGEST_TITLE = 20;

/** Windows as titles of buttons, all in the longest form that fits: with the date, with the weekday, or only their starts. */
export function windowTitles(windows: readonly ArrivalWindow[], language: Language): readonly string[] {
  const startOf = ({ start, zone }: ArrivalWindow): WallTime => wallTimeAt(start, zone);
  const forms: readonly ((window: ArrivalWindow) => string)[] = [
    (window) => windowText(window, language),
    (window) => `${weekdayOf(startOf(window), language)} ${spanText(window)}`,
    (window) => `${dayOf(startOf(window), language)} ${clockText(startOf(window))}`,
  ];
  const written = forms.map((form) => windows.map(form));
  return written.find((titles) => titles.every((title) => title.length <= LONGEST_TITLE)) ?? [];
}

/** Only the hours of a window: "3-5 pm". */
export function spanText(window: ArrivalWindow): string {
  const start = wallTimeAt(window.start, window.zone);
  const end = wallTimeAt(window.end, window.zone);
  const first = halfOf(start) === halfOf(end) ? clockOf(start) : `${clockOf(start)} ${halfOf(start)}`;
  return `${first}-${clockOf(end)} ${halfOf(end)}`;
}

/**
 * "3:40 pm". With `now` (an ISO instant) the day is said too when it is another one in that zone: "Thu 3:40 pm" within
 * the next six days, "Thu Nov 26, 3:40 pm" beyond.
 */
export function timeText(moment: Moment, language: Language, now?: string): string {
  const local = wallTimeAt(moment.at, moment.zone);
  const clock = `${clockOf(local)} ${halfOf(local)}`;
  if (now === undefined) return clock;
  const days = daysBetween(wallTimeAt(now, moment.zone), local);
  if (days === 0) return clock;
  return days > 0 && days < 7 ? `${weekdayOf(local, language)} ${clock}` : `${dayOf(local, language)}, ${clock}`;
}

/** "$129", "$135.45", "$1,200". */
export function moneyText(money: Money): string {
  const cents = Math.abs(money.cents);
  const dollars = String(Math.floor(cents / 100)).replace(/\B(?=(\d{3})+$)/g, ',');
  const rest = cents % 100 === 0 ? '' : `.${String(cents % 100).padStart(2, '0')}`;
  return `${money.cents < 0 ? '-' : ''}$${dollars}${rest}`;
}

/** What one visit of a trade usually costs: "$125-$450". */
export function rangeText(trade: TradeId): string {
  const { low, high } = usualPrice(trade);
  return `${moneyText(usd(low))}-${moneyText(usd(high))}`;
}

const METERS_IN_A_MILE = 1609.344;

/** "3 mi", and "0.4 mi" below one mile. */
export function milesText(meters: number): string {
  const miles = meters / METERS_IN_A_MILE;
  return miles < 0.95 ? `${Math.max(0.1, miles).toFixed(1)} mi` : `${String(Math.round(miles))} mi`;
}

/** "4.9 (120)", or the word for somebody without ratings yet. */
export function starsText(ratingInTenths: number | null, ratings: number, language: Language): string {
  if (ratingInTenths === null) return language === 'en' ? 'new here' : 'sin reseñas';
  return `${(ratingInTenths / 10).toFixed(1)} (${String(ratings)})`;
}

/** "1204 Oak Hill Rd, apt 4B, Austin 78704": for those who may know the street. */
export function placeText(place: Place): string {
  return [place.street, place.unit, place.area].filter((part) => part !== null && part !== '').join(', ');
}

/** The words of a person, in one line and not longer than `most` characters. */
export function shortWords(words: string, most: number): string {
  const line = words.replace(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  const cut = line.slice(0, most - 2);
  const space = cut.lastIndexOf(' ');
  return `${(space > most / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:.]+$/, '')}..`;
}

/** "1 a plumber, 2 a handyman": what can be answered with a number. */
export const numbered = (choices: readonly string[]): string => numberedLines(choices).join(', ');

/** The same, one a line, with the question above and what else can be answered below. */
export const menu = (question: string, choices: readonly string[], otherwise: string): string =>
  listed([question, ...numberedLines(choices)], otherwise);

const numberedLines = (choices: readonly string[]): readonly string[] =>
  choices.map((choice, index) => `${String(index + 1)} ${choice}`);

/** One line each, and a last one when there is something more to say. */
export const listed = (lines: readonly string[], last: string): string =>
  [...lines, ...(last === '' ? [] : [last])].join('\n');

/** A time as it was said, before its zone is known: "Thu Mar 8", "Thu Mar 8 after 3 pm". Of several the first one. */
export function whenText({ windows, precision, bound }: When, language: Language): string {
  const [span] = windows;
  if (span === undefined) return '';
  const start = wallTime(span.start);
  const day = dayOf(start, language);
  return precision === 'day' ? daysText(span, language) : `${day}${clocksText(span, bound, language)}`;
}

function daysText(span: LocalSpan, language: Language): string {
  const first = dayOf(wallTime(span.start), language);
  const end = span.end === null ? null : minuteBefore(span.end);
  const last = end === null ? first : dayOf(end, language);
  return first === last ? first : `${first} - ${last}`;
}

/** Local times have no zone; their minutes are counted as those of UTC. */
const minuteBefore = (local: string): WallTime => wallTime(minutesAfter(`${local.slice(0, 16)}Z`, -1));

const BOUNDS: Readonly<Record<Language, { readonly after: string; readonly before: string }>> = {
  en: { after: 'after', before: 'before' },
  es: { after: 'después de', before: 'antes de' },
};

function clocksText({ start, end }: LocalSpan, bound: When['bound'], language: Language): string {
  const from = wallTime(start);
  const to = end === null ? null : wallTime(end);
  if (bound === 'before' && to !== null) return ` ${BOUNDS[language].before} ${clockText(to)}`;
  if (bound === 'after') return ` ${BOUNDS[language].after} ${clockText(from)}`;
  return to === null ? `, ${clockText(from)}` : `, ${clockText(from)}-${clockText(to)}`;
}

const clockText = (local: WallTime): string => `${clockOf(local)} ${halfOf(local)}`;

const weekdayOf = (local: WallTime, language: Language): string => DAYS[language][local.dayOfWeek - 1] ?? '';

function dayOf(local: WallTime, language: Language): string {
  const month = MONTHS[language][local.month - 1] ?? '';
  const day = String(local.day);
  return `${weekdayOf(local, language)} ${language === 'en' ? `${month} ${day}` : `${day} ${month}`}`;
}

function clockOf(local: WallTime): string {
  const hour = String(local.hour % 12 === 0 ? 12 : local.hour % 12);
  return local.minute === 0 ? hour : `${hour}:${String(local.minute).padStart(2, '0')}`;
}

const halfOf = (local: WallTime): 'am' | 'pm' => (local.hour < 12 ? 'am' : 'pm');
