import { stateAt, isZip } from './find-state.ts';
import { COUNTED, DIRECTIONS, NUMBERED, SOFT_SUFFIXES, STOPS, SUFFIXES, UNITS } from './street-words.ts';
import { isCapital, isLetters, isNumber } from './words-in.ts';
import type { Word } from './words-in.ts';

/** Words `from` to `to` (exclusive) are a street with its number and unit. */
export interface FoundStreet {
  readonly from: number;
  readonly to: number;
  readonly number: string;
}

const LONGEST_NAME = 7;
const HOUSE = /^\d{1,6}[a-z]?(?:[-/]\d{1,5}[a-z]?)?$/;

/** The first street address in the words: "1204 Oak Hill Rd apt 4B", "77 Calle Sol", "8483 Highway 157". */
export function findStreet(words: readonly Word[], isAsked: boolean): FoundStreet | null {
  for (let from = 0; from < words.length; from += 1) {
    const word = words[from];
    if (!word || !HOUSE.test(word.text) || isCounting(words, from) || isBeforeHouse(words, from)) continue;
    const to = endOfName(words, from + 1, isAsked);
    if (to !== null) return { from, to: endOfUnit(words, endOfDirection(words, to)), number: word.text };
  }
  return spanishStreet(words);
}

/** "after 3, 1204 Oak Hill Rd": an hour, and then the house. */
function isBeforeHouse(words: readonly Word[], at: number): boolean {
  const [next, after] = [words[at + 1], words[at + 2]];
  return next !== undefined && isNumber(next) && !isZip(next) && isLetters(after) && !SUFFIXES.has(after?.text ?? '');
}

/** "3 beds", "2 las"; but "3763 Las Vegas Blvd". */
function isCounting(words: readonly Word[], at: number): boolean {
  const [next, after] = [words[at + 1], words[at + 2]];
  if (/^(?:la|las|los|el|the|del)$/.test(next?.text ?? '') && isCapital(next) && isCapital(after)) return false;
  return COUNTED.has(next?.text ?? '');
}

/** "calle Sol 77", "avenida Juarez 1204" */
function spanishStreet(words: readonly Word[]): FoundStreet | null {
  const from = words.findIndex((word) => /^(calle|avenida|av|calz|calzada|blvd)$/.test(word.text));
  if (from < 0) return null;
  for (let at = from + 2; at < Math.min(from + 6, words.length); at += 1) {
    const word = words[at];
    if (word && HOUSE.test(word.text) && !isZip(word)) return { from, to: endOfUnit(words, at + 1), number: word.text };
  }
  return null;
}

function endOfName(words: readonly Word[], start: number, isAsked: boolean): number | null {
  const numbered = numberedRoad(words, start);
  if (numbered !== null) return numbered;
  if (/^(calle|avenida|paseo|camino|via)$/.test(words[start]?.text ?? '')) return spanishName(words, start);
  let soft: number | null = null;
  for (let at = start; at < Math.min(start + LONGEST_NAME, words.length); at += 1) {
    const word = words[at];
    if (!word || endsName(words, at, start)) break;
    if (at > start && SUFFIXES.has(word.text)) {
      if (!SOFT_SUFFIXES.has(word.text)) return lastSuffix(words, at);
      soft ??= at + 1;
    }
  }
  return softEnd(words, start, { soft, isAsked });
}

/** "Lake Shore Drive St" goes on to its last suffix, unless what follows is a saint or a city. */
function lastSuffix(words: readonly Word[], at: number): number {
  const next = words[at + 1];
  const goesOn = next && !next.isAfterBreak && SUFFIXES.has(next.text) && !SOFT_SUFFIXES.has(next.text);
  return goesOn ? at + 2 : at + 1;
}

function endsName(words: readonly Word[], at: number, start: number): boolean {
  const word = words[at];
  if (!word || (word.isAfterBreak && at > start)) return true;
  if (isZip(word) || UNITS.has(word.text) || word.text.startsWith('#')) return true;
  const isOrdinal = /^\d+(st|nd|rd|th)?$/.test(word.text);
  return (!isLetters(word) && !isOrdinal) || (STOPS.has(word.text) && !isCapital(word));
}

/** A street that ends in an everyday word, or in none, needs a place behind it, a comma, capitals, or to be asked for. */
function softEnd(
  words: readonly Word[],
  start: number,
  found: { soft: number | null; isAsked: boolean },
): number | null {
  const end = found.soft ?? bareEnd(words, start);
  if (end === null || end === start) return null;
  const isNamed = words.slice(start, end).every((word) => isCapital(word) || isNumber(word));
  const next = words[end];
  const isPlaced = next !== undefined && (isZip(next) || stateAt(words, end) !== null || isPlacedLater(words, end));
  if (found.soft !== null) return isNamed || isPlaced || found.isAsked ? end : null;
  const isBroken = next === undefined ? found.isAsked : next.isAfterBreak && isPlaced;
  return isBroken || (found.isAsked && isPlaced) ? end : null;
}

function bareEnd(words: readonly Word[], start: number): number | null {
  let at = start;
  while (at < start + 4 && at < words.length && !endsName(words, at, start)) at += 1;
  return at > start ? at : null;
}

/** A state or a ZIP within the next words: "100 Broadway, New York NY". */
const isPlacedLater = (words: readonly Word[], at: number): boolean =>
  [0, 1, 2, 3, 4].some((ahead) => isZip(words[at + ahead]) || (ahead > 0 && stateAt(words, at + ahead) !== null));

/** "North Highway 71 Business", "SR 20", "county road 12" */
function numberedRoad(words: readonly Word[], start: number): number | null {
  let at = start;
  while (at < start + 4 && (DIRECTIONS.has(words[at]?.text ?? '') || isStateWord(words[at]))) at += 1;
  const first = at;
  while (at < first + 4 && NUMBERED.has(words[at]?.text ?? '')) at += 1;
  if (at === first || !/^\d{1,4}[a-z]?$/.test(words[at]?.text ?? '') || words[at]?.isAfterBreak) return null;
  return /^(business|bypass|alternate|alt|bus)$/.test(words[at + 1]?.text ?? '') ? at + 2 : at + 1;
}

const isStateWord = (word: Word | undefined): boolean =>
  word !== undefined && /^(al|us|u|s|state|old|county|texas|tx|ranch|farm)$/.test(word.text) && word.text !== 's';

function spanishName(words: readonly Word[], start: number): number | null {
  let at = start + 1;
  while (
    at < start + 5 &&
    at < words.length &&
    !isZip(words[at]) &&
    !words[at]?.isAfterBreak &&
    !UNITS.has(words[at]?.text ?? '')
  )
    at += 1;
  return at > start + 1 ? at : null;
}

function endOfDirection(words: readonly Word[], at: number): number {
  const word = words[at];
  const isDirection =
    word && !word.isAfterBreak && DIRECTIONS.has(word.text) && word.text !== 'no' && word.text !== 'so';
  return isDirection && !isCityStart(words, at) ? at + 1 : at;
}

/** "Main St North Platte NE" is the city of North Platte, "Robert Street South, Saint Paul" has a comma. */
function isCityStart(words: readonly Word[], at: number): boolean {
  const word = words[at];
  const next = words[at + 1];
  return (
    (word?.text.length ?? 0) > 2 &&
    next !== undefined &&
    !next.isAfterBreak &&
    isLetters(next) &&
    stateAt(words, at + 1) === null &&
    isPlacedLater(words, at + 1)
  );
}

function endOfUnit(words: readonly Word[], at: number): number {
  const [word, next] = [words[at], words[at + 1]];
  if (!word) return at;
  if (word.text.startsWith('#')) return at + 1;
  if (!UNITS.has(word.text) || !next || next.isAfterBreak) return at;
  const isUnitName = isNumber(next) || next.text.startsWith('#') || /^[a-z]\d*$/.test(next.text);
  if (!isUnitName || isZip(next)) return at;
  return endOfUnit(words, at + 2);
}
