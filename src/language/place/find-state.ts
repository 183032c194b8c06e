import { isStateCode, stateNamed } from '../../domain/us-states.ts';
import { isPlainlyCity } from './known-cities.ts';
import { isBroken, isCapital, textAt } from './words-in.ts';
import type { Word } from './words-in.ts';

export interface FoundState {
  readonly code: string;
  /** How many words it takes. */
  readonly width: number;
}

const ZIP = /^\d{5}(?:-\d{4})?$/;
// Two-letter states that are words: in lower case they count only with a ZIP behind them.
const WORDS = new Set([
  'in',
  'or',
  'me',
  'hi',
  'ok',
  'oh',
  'la',
  'de',
  'al',
  'ma',
  'pa',
  'id',
  'co',
  'mo',
  'ne',
  'so',
  'as',
  'ct',
  'va',
]);

/** A state at this word: its full name, or two letters that are capital, before a ZIP, or after a known city. */
export function stateAt(words: readonly Word[], at: number): FoundState | null {
  const first = words[at];
  if (!first) return null;
  const long = longName(words, at);
  if (long) return long;
  if (first.text.length > 2) return named(first.text, 1);
  return isStateCode(first.text) && isMeant(words, at, first) ? { code: first.text.toUpperCase(), width: 1 } : null;
}

/** "District of Columbia", "New Mexico" */
function longName(words: readonly Word[], at: number): FoundState | null {
  const [one, two, three] = [textAt(words, at), textAt(words, at + 1), textAt(words, at + 2)];
  if (!BEGINS_NAME.test(one) || two === '') return null;
  return named(`${one} ${two} ${three}`, 3) ?? (isBroken(words, at + 1) ? null : named(`${one} ${two}`, 2));
}

const BEGINS_NAME = /^(?:new|north|south|west|rhode|district|puerto|virgin|american)$/;

function named(name: string, width: number): FoundState | null {
  const code = stateNamed(name);
  return code === null ? null : { code, width };
}

function isMeant(words: readonly Word[], at: number, word: Word): boolean {
  if (ZIP.test(textAt(words, at + 1))) return true;
  const isWord = WORDS.has(word.text);
  const before = words[at - 1];
  if (word.said === word.said.toUpperCase()) return !isWord || isCapital(before) || word.isAfterBreak;
  return !isWord && (isCapital(before) || isKnownCityBefore(words, at));
}

const isKnownCityBefore = (words: readonly Word[], at: number): boolean =>
  isPlainlyCity(textAt(words, at - 1)) || isPlainlyCity(`${textAt(words, at - 2)} ${textAt(words, at - 1)}`);

/** True for a ZIP or ZIP+4 as one word. */
export const isZip = (word: Word | undefined): boolean => word !== undefined && ZIP.test(word.text);
