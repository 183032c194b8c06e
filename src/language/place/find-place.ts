import type { PlaceHint } from '../../domain/reading.ts';
import { maskSpan } from '../fold-text.ts';
import { cityAlone, cityBefore, cityEndingAt, cityName } from './find-city.ts';
import type { FoundCity } from './find-city.ts';
import { isZip, stateAt } from './find-state.ts';
import type { FoundState } from './find-state.ts';
import { findStreet } from './find-street.ts';
import type { FoundStreet } from './find-street.ts';
import { findUnit, unitAt } from './find-unit.ts';
import type { FoundUnit } from './find-unit.ts';
import { COUNTED } from './street-words.ts';
import { textAt, wordsIn } from './words-in.ts';
import type { Word } from './words-in.ts';

export interface FoundPlace {
  readonly place: PlaceHint | null;
  /** The folded text with street, state and ZIP covered. */
  readonly rest: string;
}

interface Pieces {
  readonly street: FoundStreet | null;
  /** Without a street. */
  readonly unit: FoundUnit | null;
  readonly zipAt: number;
  readonly state: (FoundState & { readonly at: number }) | null;
  readonly city: FoundCity | null;
}

/** Street, city, state and ZIP in a text, as far as they were said. */
export function findPlaceHint(folded: string, said: string, isAsked: boolean): FoundPlace {
  const words = wordsIn(folded, said);
  const named = findStreet(words, isAsked);
  const zipAt = findZipAt(words, named);
  const street = named && withUnitBehindZip(words, named, zipAt);
  const state = findStateAt(words, { street, zipAt });
  const city = findCityIn(words, { street, zipAt, state, isAsked: isAnswer(said, isAsked) });
  const unit = street ? null : findUnit(words, isAsked);
  const pieces = { street, unit, zipAt, state, city };
  if (!street && !unit && zipAt < 0 && !state && !city) return { place: null, rest: folded };
  return { place: hintOf(words, pieces, said), rest: cover(folded, words, pieces) };
}

/** "Is it safe?" names no city, though a city was asked for. */
const isAnswer = (said: string, isAsked: boolean): boolean => isAsked && !said.trimEnd().endsWith('?');

/** "1204 Oak Hill Rd 78704 apt 3b": nobody is asked again for what stands in an unusual place. */
function withUnitBehindZip(words: readonly Word[], street: FoundStreet, zipAt: number): FoundStreet {
  const hasOwn =
    street.unit !== null || words.some((_, at) => at >= street.from && at < street.to && unitAt(words, at));
  if (hasOwn || zipAt < street.to) return street;
  const from = /^(?:el|la|in|en|its|is|es|and|y)$/.test(textAt(words, zipAt + 1)) ? zipAt + 2 : zipAt + 1;
  return { ...street, unit: unitAt(words, from) };
}

function findZipAt(words: readonly Word[], street: FoundStreet | null): number {
  const isFree = (i: number): boolean => !street || i < street.from || i >= street.to;
  const at = words.findIndex(
    (word, i) => i >= (street?.to ?? 0) && isFree(i) && isPlainZip(words, i) && word.text !== '00000',
  );
  return at >= 0 ? at : words.findIndex((_, i) => isFree(i) && isPlainZip(words, i));
}

/** Five digits are a ZIP unless they count something ("12000 btu"). */
function isPlainZip(words: readonly Word[], i: number): boolean {
  if (!isZip(words[i])) return false;
  const next = words[i + 1];
  const counts = next !== undefined && !next.isAfterBreak && COUNTED.has(next.text) && UNITS_OF_MEASURE.test(next.text);
  return !counts;
}

const UNITS_OF_MEASURE =
  /^(?:sq|sqft|square|feet|foot|ft|btus?|gallons?|gal|dollars|bucks|miles|watts|dolares|volts|hours|people|units?)$/;

type Known = Pick<Pieces, 'street' | 'zipAt'>;

function findStateAt(words: readonly Word[], { street, zipAt }: Known): Pieces['state'] {
  const from = street ? street.to : 0;
  const last = street ? Math.min(words.length, from + 6) : words.length;
  return stateBefore(words, from, zipAt) ?? stateWithin(words, { from, last, isPlaced: street !== null });
}

/** The first state in the words that follows a street or a city. */
function stateWithin(
  words: readonly Word[],
  { from, last, isPlaced }: { from: number; last: number; isPlaced: boolean },
) {
  for (let at = from; at < last; at += 1) {
    const state = stateAt(words, at);
    if (state && (isPlaced || hasCityBefore(words, at))) return { ...state, at };
  }
  return null;
}

function stateBefore(words: readonly Word[], from: number, zipAt: number): Pieces['state'] {
  for (const width of [1, 2, 3]) {
    const at = zipAt - width;
    const state = at >= from ? stateAt(words, at) : null;
    if (state?.width === width) return { ...state, at };
  }
  return null;
}

/** "Washington" and "New York" alone are rather the city; a state alone in a sentence needs a city or a street before it. */
const hasCityBefore = (words: readonly Word[], at: number): boolean =>
  at > 0 && cityEndingAt(words, at) !== null && !/^(?:in|en|from)$/.test(textAt(words, at - 1));

function findCityIn(
  words: readonly Word[],
  known: Omit<Pieces, 'city' | 'unit'> & { readonly isAsked: boolean },
): FoundCity | null {
  const { street, zipAt, state, isAsked } = known;
  const end = state ? state.at : zipAt;
  if (street) return cityOfStreet(words, street.to, { end, zipAt });
  if (end > 0) return cityEndingAt(words, end) ?? cityBesideZip(words, zipAt);
  return zipAt >= 0 ? cityBesideZip(words, zipAt) : cityAlone(words, isAsked);
}

function cityOfStreet(words: readonly Word[], from: number, { end, zipAt }: { end: number; zipAt: number }) {
  if (end > from) return cityBefore(words, lastBreak(words, from, end), end) ?? cityEndingAt(words, end);
  if (end < 0) return cityAfter(words, from);
  return zipAt === end ? cityBesideZip(words, zipAt) : null;
}

/** "Suite A, Denton": what stands before a comma still belongs to the street. */
function lastBreak(words: readonly Word[], from: number, end: number): number {
  const breaks = words.slice(from, end).map((word, i) => (word.isAfterBreak && i > 0 ? from + i : from));
  return Math.max(from, ...breaks);
}

/** "78704 Austin" */
function cityBesideZip(words: readonly Word[], zipAt: number): FoundCity | null {
  const before = cityAlone(words.slice(0, Math.max(0, zipAt)), false);
  return before ?? shift(cityAlone(words.slice(zipAt + 1), false), zipAt + 1);
}

const shift = (city: FoundCity | null, by: number): FoundCity | null =>
  city && { from: city.from + by, to: city.to + by };

/** A city behind a street without state or ZIP: after "in", or known, or capital words after a comma. */
function cityAfter(words: readonly Word[], from: number): FoundCity | null {
  const left = words.slice(from, from + 8);
  return shift(cityAlone(left, false) ?? afterComma(left), from);
}

function afterComma(words: readonly Word[]): FoundCity | null {
  if (!words[0]?.isAfterBreak) return null;
  const stop = words.findIndex((word, i) => i > 0 && word.isAfterBreak);
  const end = stop < 0 ? words.length : stop;
  const isName = end <= 3 && words.slice(0, end).every((word) => /^\p{Lu}/u.test(word.said));
  return isName ? { from: 0, to: end } : null;
}

function hintOf(words: readonly Word[], { street, unit, zipAt, state, city }: Pieces, said: string): PlaceHint {
  return {
    ...(unit && { unit: unitSaid(words, unit, said) }),
    zip: zipAt < 0 ? null : textAt(words, zipAt).slice(0, 5),
    city: city && cityName(words, city),
    state: state && state.code,
    street: street && streetSaid(words, street, said),
    number: street && street.number,
    lat: null,
    lon: null,
  };
}

/** Without what stands between: "apt its 3c" is "apt 3c". */
const unitSaid = (words: readonly Word[], { from, to }: FoundUnit, said: string): string =>
  to - from < 3
    ? saidBetween(words, { from, to }, said)
    : `${saidBetween(words, { from, to: from + 1 }, said)} ${saidBetween(words, { from: to - 1, to }, said)}`;

/** A unit that came first goes where units stand. */
function streetSaid(words: readonly Word[], street: FoundStreet, said: string): string {
  const name = saidBetween(words, street, said);
  return street.unit ? `${name} ${saidBetween(words, street.unit, said)}` : name;
}

function saidBetween(words: readonly Word[], { from, to }: { from: number; to: number }, said: string): string {
  const [first, last] = [words[from], words[to - 1]];
  return first && last ? said.slice(first.start, last.end).trim() : '';
}

function cover(folded: string, words: readonly Word[], { street, unit, zipAt, state, city }: Pieces): string {
  const spans = [
    street,
    street && street.unit,
    unit,
    city,
    state && { from: state.at, to: state.at + state.width },
    zipAt >= 0 ? { from: zipAt, to: zipAt + 1 } : null,
  ];
  return spans.reduce((text, span) => {
    const [first, last] = [span && words[span.from], span && words[span.to - 1]];
    return first && last ? maskSpan(text, first.start, last.end) : text;
  }, folded);
}
