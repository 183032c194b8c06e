import { DIRECTIONS, STOPS, SUFFIXES, UNITS } from './street-words.ts';
import { isBroken, isCapital, isLetters, textAt } from './words-in.ts';
import type { Word } from './words-in.ts';

/** Words `from` to `to` (exclusive) are two streets that meet. */
export interface FoundCorner {
  readonly from: number;
  readonly to: number;
}

const CUES = /^(?:corner|intersection|junction|esquina|esq|cruce|streets)$/;
const NEAR = /^(?:at|near|by|around|off|on|en|cerca|sobre)$/;
const OF = /^(?:of|de|del|with|con|at|are|is|la|el|in)$/;
const JOINS = /^(?:and|&|at|y|con|with|e)$/;
const PREFIXES = /^(?:calle|avenida|av|ave|avenue|street|road|the|la|el)$/;
const ORDINAL = /^\d{1,3}(?:st|nd|rd|th)$/;

/** Cross streets: "corner of 5th and Lamar", "5th & Lamar"; two bare names only where a place was asked for. */
export function findCorner(words: readonly Word[], isAsked: boolean): FoundCorner | null {
  if (!words.some((word) => JOINS.test(word.text))) return null;
  for (let at = 0; at < words.length; at += 1) {
    const corner = cornerAt(words, at, isAsked);
    if (corner) return corner;
  }
  return null;
}

function cornerAt(words: readonly Word[], at: number, isAsked: boolean): FoundCorner | null {
  if (CUES.test(textAt(words, at))) {
    let first = at + 1;
    while (first < at + 4 && OF.test(textAt(words, first))) first += 1;
    const meeting = meetingAt(words, first);
    return meeting && { from: at, to: meeting.to };
  }
  const meeting = meetingAt(words, at);
  return meeting && isPlain(words, meeting, isAsked) ? { from: at, to: meeting.to } : null;
}

interface Meeting {
  readonly from: number;
  readonly joint: number;
  readonly to: number;
}

function meetingAt(words: readonly Word[], from: number): Meeting | null {
  const joint = endOfRoad(words, from);
  if (joint === null || isBroken(words, joint) || !JOINS.test(textAt(words, joint))) return null;
  const to = isBroken(words, joint + 1) ? null : endOfRoad(words, joint + 1);
  return to === null ? null : { from, joint, to };
}

/** "5th", "n lamar blvd", "calle 5", "oak hill rd" */
function endOfRoad(words: readonly Word[], from: number): number | null {
  let at = from;
  while (at < from + 2 && (PREFIXES.test(textAt(words, at)) || DIRECTIONS.has(textAt(words, at)))) at += 1;
  if (!isName(words[at], at > from)) return null;
  const suffix = [1, 2].find((ahead) => isRun(words, at + 1, ahead) && SUFFIXES.has(textAt(words, at + ahead)));
  const end = at + 1 + (suffix ?? 0);
  return !isBroken(words, end) && DIRECTIONS.has(textAt(words, end)) ? end + 1 : end;
}

/** `count` words from here on, with no comma before any, that may belong to a name. */
const isRun = (words: readonly Word[], from: number, count: number): boolean =>
  words.slice(from, from + count).length === count &&
  words.slice(from, from + count).every((word) => !word.isAfterBreak && isLetters(word) && !STOPS.has(word.text));

const isName = (word: Word | undefined, hasPrefix: boolean): boolean =>
  word !== undefined && !UNITS.has(word.text) && (isNumbered(word.text, hasPrefix) || isSpelled(word));

const isNumbered = (text: string, hasPrefix: boolean): boolean =>
  ORDINAL.test(text) || (hasPrefix && /^\d{1,3}$/.test(text));

const isSpelled = (word: Word): boolean =>
  isLetters(word) && word.text.length > 2 && (!STOPS.has(word.text) || isCapital(word));

/** Two roads that meet, though nobody said "corner". */
function isPlain(words: readonly Word[], meeting: Meeting, isAsked: boolean): boolean {
  const { from, joint, to } = meeting;
  const [first, second] = [words.slice(from, joint), words.slice(joint + 1, to)];
  if (isWhole(first) && isWhole(second)) return true;
  const isNumberedFirst = hasOrdinal(first) && second.every(isLetters);
  if (!isNumberedFirst) return isAsked && words.slice(from, joint).concat(second).every(isProper);
  return (isAsked || isCued(words, from, second)) && isOver(words, to);
}

const isCued = (words: readonly Word[], from: number, second: readonly Word[]): boolean =>
  NEAR.test(textAt(words, from - 1)) || second.every(isCapital);

const isOver = (words: readonly Word[], at: number): boolean => isBroken(words, at) || GOES_ON.test(textAt(words, at));

const GOES_ON = /^(?:in|near|at|please|tomorrow|today)$/;

const isWhole = (road: readonly Word[]): boolean => road.length > 1 && road.some((word) => SUFFIXES.has(word.text));

const hasOrdinal = (road: readonly Word[]): boolean => road.some((word) => ORDINAL.test(word.text));

/** "Lamar and Koenig" */
const isProper = (word: Word): boolean => isCapital(word) && isLetters(word);
