import { isStateCode, stateCode } from '../../domain/us-states.ts';
import { isPlainlyCity } from './known-cities.ts';
import { isCapital } from './words-in.ts';
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
  const [first, second, third] = [words[at], words[at + 1], words[at + 2]];
  if (!first) return null;
  const three = third ? stateCode(`${first.text} ${second?.text ?? ''} ${third.text}`) : null;
  if (three) return { code: three, width: 3 };
  const two = second && !second.isAfterBreak ? stateCode(`${first.text} ${second.text}`) : null;
  if (two) return { code: two, width: 2 };
  if (first.text.length > 2) return fullName(first);
  return isStateCode(first.text) && isMeant(words, at) ? { code: first.text.toUpperCase(), width: 1 } : null;
}

function fullName(word: Word): FoundState | null {
  const code = stateCode(word.text);
  return code === null ? null : { code, width: 1 };
}

function isMeant(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (!word) return false;
  if (ZIP.test(words[at + 1]?.text ?? '')) return true;
  const isUpper = word.said === word.said.toUpperCase();
  if (isUpper) return !WORDS.has(word.text) || isCapital(words[at - 1]) || word.isAfterBreak;
  if (WORDS.has(word.text)) return false;
  const before = words[at - 1];
  const twoBefore = `${words[at - 2]?.text ?? ''} ${before?.text ?? ''}`;
  return before !== undefined && (isPlainlyCity(before.text) || isPlainlyCity(twoBefore) || isCapital(before));
}

/** True for a ZIP or ZIP+4 as one word. */
export const isZip = (word: Word | undefined): boolean => word !== undefined && ZIP.test(word.text);
