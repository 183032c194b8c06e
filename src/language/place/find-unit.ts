import { UNITS } from './street-words.ts';
import { isBroken, textAt } from './words-in.ts';
import type { Word } from './words-in.ts';

/** Words `from` to `to` (exclusive) name a flat, a suite, a floor. */
export interface FoundUnit {
  readonly from: number;
  readonly to: number;
}

const FLATS = /^(?:apt|apartment|apto|apartamento|depto|dpto|dept|depa|departamento|ste)$/;
const NAME = /^#? ?(?:\d{1,5}[a-z]?|[a-z]\d{0,4}|\d{1,4}-[a-z\d]{1,4})$/;
const FILLERS = /^(?:its|it's|it|is|im|i'm|in|we|are|my|the|at|es|el|la|en|number|no|numero|sorry|oh|and|y)$/;

/** A unit without its street: "apt b" anywhere; "unit 12" and "# 12" (an air conditioner, a choice) only as the whole text. */
export function findUnit(words: readonly Word[], isAsked: boolean): FoundUnit | null {
  const from = words.findIndex((_, at) => isUnitAt(words, at));
  if (from < 0) return null;
  const to = endOf(words, from);
  const isAlone = words.every((word, at) => (at >= from && at < to) || FILLERS.test(word.text));
  const isFlat = FLATS.test(textAt(words, from));
  const isNumberSign = textAt(words, from).startsWith('#');
  return isFlat || (isAlone && (isAsked || !isNumberSign)) ? { from, to } : null;
}

/** The unit that begins with that word; null: none does. */
export const unitAt = (words: readonly Word[], at: number): FoundUnit | null =>
  isUnitAt(words, at) ? { from: at, to: endOf(words, at) } : null;

const endOf = (words: readonly Word[], from: number): number =>
  textAt(words, from).startsWith('#') ? from + 1 : nameAfter(words, from) + 1;

function isUnitAt(words: readonly Word[], at: number): boolean {
  const text = textAt(words, at);
  if (text.startsWith('#')) return NAME.test(text);
  return UNITS.has(text) && !isBroken(words, at + 1) && NAME.test(textAt(words, nameAfter(words, at)));
}

const IS = /^(?:its|it's|is|es)$/;

/** Where its name stands: "apt 3c", and "apt its 3c". */
const nameAfter = (words: readonly Word[], at: number): number => at + (IS.test(textAt(words, at + 1)) ? 2 : 1);
