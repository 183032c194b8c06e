import { findCorner } from './find-corner.ts';
import { stateAt, isZip } from './find-state.ts';
import { COUNTED, DIRECTIONS, NUMBERED, SOFT_SUFFIXES, STOPS, SUFFIXES, UNITS } from './street-words.ts';
import { isBroken, isCapital, isLetters, isNumber, textAt } from './words-in.ts';
import type { Word } from './words-in.ts';

/** Words `from` to `to` (exclusive) are a street with its number and unit; number is null for cross streets. */
export interface FoundStreet {
  readonly from: number;
  readonly to: number;
  readonly number: string | null;
  /** The unit, where it was said before the number: "apt 4, 1204 Oak Hill Rd". */
  readonly unit: { readonly from: number; readonly to: number } | null;
}

const LONGEST_NAME = 7;
const HOUSE = /^\d{1,6}[a-z]?(?:[-/]\d{1,5}[a-z]?)?$/;

/** The first street address in the words: "1204 Oak Hill Rd apt 4B", "77 Calle Sol", "8483 Highway 157", "5th & Lamar". */
export function findStreet(words: readonly Word[], isAsked: boolean): FoundStreet | null {
  for (let from = 0; from < words.length; from += 1) {
    const to = isHouse(words, from) ? endOfName(words, from + 1, isAsked) : null;
    if (to === null) continue;
    const end = endOfCross(words, endOfDirection(words, to));
    return withUnit(words, { from, to: end, number: textAt(words, from) });
  }
  return spanishStreet(words) ?? corner(words, isAsked);
}

/** A number that may be that of a house: it counts nothing, and is no hour before the house, no number of a street. */
const isHouse = (words: readonly Word[], at: number): boolean =>
  HOUSE.test(textAt(words, at)) &&
  ![isCounting, isBeforeHouse, isStreetNumber, isZipAlone].some((isOther) => isOther(words, at));

/** "I believe it is 78703, dear" */
const isZipAlone = (words: readonly Word[], at: number): boolean =>
  isZip(words[at]) && (isBroken(words, at + 1) || ADDRESSED.test(textAt(words, at + 1)));

const ADDRESSED =
  /^(?:dear|hun|hon|honey|sweetie|love|sir|maam|ma'am|bro|dude|man|thanks|thx|thank|please|pls|gracias|senor|senora|joven)$/;

/** "300 Congress Ave and 5th" */
const endOfCross = (words: readonly Word[], at: number): number =>
  /^(?:and|&|y)$/.test(textAt(words, at)) && /^\d{1,3}(?:st|nd|rd|th)$/.test(textAt(words, at + 1)) ? at + 2 : at;

function corner(words: readonly Word[], isAsked: boolean): FoundStreet | null {
  const found = findCorner(words, isAsked);
  return found && { ...found, number: null, unit: null };
}

/** The unit stands behind the street, or before its number. */
function withUnit(words: readonly Word[], street: Omit<FoundStreet, 'unit'>): FoundStreet {
  const to = endOfUnit(words, street.to);
  const { from } = street;
  if (to > street.to || from === 0) return { ...street, to, unit: null };
  if (textAt(words, from - 1).startsWith('#')) return { ...street, unit: { from: from - 1, to: from } };
  const isUnit = UNITS.has(textAt(words, from - 2)) && isUnitName(words[from - 1]) && !isBroken(words, from - 1);
  return { ...street, unit: isUnit ? { from: from - 2, to: from } : null };
}

/** "calle 5 este 210": the street's own number. */
const isStreetNumber = (words: readonly Word[], at: number): boolean =>
  SPANISH.test(textAt(words, at - 1)) && words.slice(at + 1, at + 5).some((word) => HOUSE.test(bareNumber(word)));

const SPANISH = /^(?:calle|avenida|av|calz|calzada|blvd|carretera)$/;
const bareNumber = (word: Word | undefined): string => (word ? word.text.replace(/^# ?/, '') : '');

/** "after 3, 1204 Oak Hill Rd": an hour, and then the house. */
function isBeforeHouse(words: readonly Word[], at: number): boolean {
  const [next, after] = [words[at + 1], textAt(words, at + 2)];
  const isName = /^(?:[a-z]|\d{1,3}(?:st|nd|rd|th)$)/.test(after);
  return isNumber(next) && !isZip(next) && isName && !SUFFIXES.has(after) && after !== 'mile';
}

/** "3 beds", "2 las"; but "3763 Las Vegas Blvd". */
function isCounting(words: readonly Word[], at: number): boolean {
  const [next, after] = [words[at + 1], words[at + 2]];
  if (/^(?:la|las|los|el|the|del)$/.test(next?.text ?? '') && isCapital(next) && isCapital(after)) return false;
  return COUNTED.has(next?.text ?? '');
}

/** "calle Sol 77", "avenida Juarez 1204", "calle 5 # 210" */
function spanishStreet(words: readonly Word[]): FoundStreet | null {
  const from = words.findIndex((word) => SPANISH.test(word.text));
  if (from < 0) return null;
  for (let at = from + 2; at < Math.min(from + 6, words.length); at += 1) {
    const [word, number] = [words[at], bareNumber(words[at])];
    if (!HOUSE.test(number) || isZip(word)) continue;
    return withUnit(words, { from, to: at + 1, number });
  }
  return null;
}

function endOfName(words: readonly Word[], start: number, isAsked: boolean): number | null {
  const numbered = numberedRoad(words, start);
  if (numbered !== null) return numbered;
  if (isLettered(words, start)) return start + 2;
  if (/^(calle|avenida|paseo|camino|via)$/.test(textAt(words, start))) return spanishName(words, start);
  const end = endOfWords(words, start, LONGEST_NAME);
  const suffixes = words.slice(start + 1, end).filter((word) => SUFFIXES.has(word.text));
  const hard = suffixes.find((word) => !SOFT_SUFFIXES.has(word.text));
  if (hard) return lastSuffix(words, words.indexOf(hard));
  const soft = suffixes[0] ? words.indexOf(suffixes[0]) + 1 : null;
  return softEnd(words, start, { soft, isAsked });
}

/** "avenue d", "ave k" */
const isLettered = (words: readonly Word[], at: number): boolean =>
  /^(?:avenue|ave|av|street|road|drive)$/.test(textAt(words, at)) &&
  /^[a-z]\d?$/.test(textAt(words, at + 1)) &&
  !isBroken(words, at + 1);

/** Where the words that can belong to a street's name end. */
function endOfWords(words: readonly Word[], start: number, most: number): number {
  let at = start;
  while (at < start + most && at < words.length && !endsName(words, at, start)) at += 1;
  return at;
}

/** "Lake Shore Drive St" goes on to its last suffix, unless what follows is a saint or a city. */
function lastSuffix(words: readonly Word[], at: number): number {
  const next = words[at + 1];
  const goesOn = next && !next.isAfterBreak && SUFFIXES.has(next.text) && !SOFT_SUFFIXES.has(next.text);
  return goesOn ? at + 2 : at + 1;
}

function endsName(words: readonly Word[], at: number, start: number): boolean {
  const word = words[at];
  if (!word || (word.isAfterBreak && at > start) || startsUnitOrZip(word)) return true;
  if (isLetters(word)) return STOPS.has(word.text) && !isCapital(word);
  return !/^\d+(st|nd|rd|th)?$/.test(word.text);
}

const startsUnitOrZip = (word: Word): boolean => isZip(word) || UNITS.has(word.text) || word.text.startsWith('#');

/** A street that ends in an everyday word, or in none, needs a place behind it, a comma, capitals, or to be asked for. */
function softEnd(
  words: readonly Word[],
  start: number,
  found: { soft: number | null; isAsked: boolean },
): number | null {
  const end = found.soft ?? endOfWords(words, start, 4);
  if (end === start) return null;
  const isEnd =
    found.soft === null ? endsBare(words, end, found.isAsked) : found.isAsked || endsSoft(words, start, end);
  return isEnd ? end : null;
}

/** "100 Broadway, New York" */
function endsBare(words: readonly Word[], end: number, isAsked: boolean): boolean {
  if (end === words.length) return isAsked;
  return isPlacedAt(words, end) && (isAsked || isBroken(words, end));
}

const endsSoft = (words: readonly Word[], start: number, end: number): boolean =>
  isPlacedAt(words, end) || isNamed(words, start, end) || isTold(words, start, end);

/** A house number and a name, and then the sentence ends or turns to when: "2100 s 1st st tomorrow". */
function isTold(words: readonly Word[], start: number, end: number): boolean {
  const house = textAt(words, start - 1);
  const isShort = ABBREVIATED.test(textAt(words, end - 1)) && house.length > 1;
  const hasNumber = words.slice(start, end - 1).some((word) => isNumber(word) || DIRECTIONS.has(word.text));
  return (isShort || hasNumber || house.length > 2) && turnsAway(words, end);
}

/** The street is over: a break, a unit, or words that turn to something else. */
function turnsAway(words: readonly Word[], at: number): boolean {
  const next = words[at];
  return !next || next.isAfterBreak || startsUnitOrZip(next) || TURNS.test(next.text) || DIRECTIONS.has(next.text);
}

const ABBREVIATED = /^(?:st|pl|pt|lk|str|vw|pk|rdg|crk)$/;
const TURNS =
  /^(?:at|on|by|in|near|zip|today|tomorrow|tonight|tmrw|asap|please|pls|this|next|between|after|before|from|my|the|and|needs?|for|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|wed|thurs?|fri|sat|sun|a|el|la|en|manana|hoy|lunes|martes|miercoles|jueves|viernes|sabado|domingo|por|thanks|off|cross|i|we|its)$/;

const isNamed = (words: readonly Word[], start: number, end: number): boolean =>
  words.slice(start, end).every((word) => isCapital(word) || isNumber(word));

const isPlacedAt = (words: readonly Word[], at: number): boolean =>
  at < words.length && (stateAt(words, at) !== null || isPlacedLater(words, at));

/** A state or a ZIP within the next words: "100 Broadway, New York NY". */
const isPlacedLater = (words: readonly Word[], at: number): boolean =>
  [0, 1, 2, 3, 4].some((ahead) => isZip(words[at + ahead]) || (ahead > 0 && stateAt(words, at + ahead) !== null));

/** "North Highway 71 Business", "SR 20", "county road 12" */
function numberedRoad(words: readonly Word[], start: number): number | null {
  const first = skipWhile(words, start, (text) => DIRECTIONS.has(text) || STATE_WORD.test(text));
  const at = skipWhile(words, first, (text) => NUMBERED.has(text));
  const isNamed = at > first || /^(?:us|u)$/.test(textAt(words, start));
  const isRoad = isNamed && at > start && !isBroken(words, at) && isRoadNumber(words, at);
  if (!isRoad) return null;
  return /^(business|bypass|alternate|alt|bus)$/.test(textAt(words, at + 1)) ? at + 2 : at + 1;
}

/** "71", "969a"; counties letter their roads too: "county road GV". */
const isRoadNumber = (words: readonly Word[], at: number): boolean =>
  /^\d{1,4}[a-z]?$/.test(textAt(words, at)) ||
  (/^[a-z]{1,2}$/.test(textAt(words, at)) && /^county$/.test(textAt(words, at - 2)) && isBroken(words, at + 1));

const STATE_WORD = /^(al|us|u|state|old|county|texas|tx|ranch|farm)$/;

/** The first of at most four words from here on that does not pass. */
function skipWhile(words: readonly Word[], start: number, passes: (text: string) => boolean): number {
  let at = start;
  while (at < start + 4 && passes(textAt(words, at))) at += 1;
  return at;
}

function spanishName(words: readonly Word[], start: number): number | null {
  let at = start + 1;
  while (at < start + 5 && !isBroken(words, at) && !isZip(words[at]) && !UNITS.has(textAt(words, at))) at += 1;
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
  if (textAt(words, at).startsWith('#')) return at + 1;
  const isUnit = UNITS.has(textAt(words, at)) && !isBroken(words, at + 1) && isUnitName(words[at + 1]);
  return isUnit ? endOfUnit(words, at + 2) : at;
}

const isUnitName = (word: Word | undefined): boolean =>
  word !== undefined && !isZip(word) && (isNumber(word) || /^(#|[a-z]\d*$)/.test(word.text));
