import type { Language } from '../../domain/reading.ts';
import { MASK } from '../fold-text.ts';
import { longestFrom, meaningOf } from './lexicon.ts';
import type { Kind, Meaning } from './lexicon.ts';
import { numberWord } from './number-words.ts';
import type { NumberWord } from './number-words.ts';
import { repairSpelling } from './spelling.ts';

/** One word, number or sign of a text, as the date grammar sees it. */
export interface Concept {
  readonly kind: Kind;
  readonly value: number;
  readonly text: string;
  /** How many digits were written; 0 for words. */
  readonly digits: number;
  readonly isOrdinal: boolean;
  /** No space before it. */
  readonly isTight: boolean;
  /** Where it stands in the text, `end` exclusive. */
  readonly start: number;
  readonly end: number;
}

interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

// "3 p.m.", "3 p . m ."
const HALF_WITH_DOTS = /(?<![a-z])([ap]) ?\. ?m\b ?\.?/g;
const MOST_TOKENS = 420;
const SIGNS: Readonly<Record<string, Kind>> = {
  '-': 'dash',
  '/': 'slash',
  ':': 'colon',
  '.': 'dot',
  ',': 'comma',
  '@': 'at',
  '&': 'and',
  '!': 'stop',
  '?': 'stop',
  ';': 'stop',
  '(': 'comma',
  ')': 'comma',
  [MASK]: 'mask',
};

/** The concepts of a folded text, longest known phrase first. */
export function readConcepts(said: string, language: Language): readonly Concept[] {
  const text = said.replace(HALF_WITH_DOTS, (dotted, half: string) => `${half}m`.padEnd(dotted.length));
  const tokens = tokensOf(text);
  const concepts: Concept[] = [];
  for (let i = 0; i < tokens.length;) {
    const [read, width] =
      phraseAt(text, tokens, { i, language }) ?? numberAt(tokens, i, language) ?? oneAt(tokens, i, language);
    concepts.push(placed(read, tokens, { i, width }));
    i += width;
  }
  return concepts;
}

/** A concept that takes `width` tokens from here on. */
function placed(read: Read[0], tokens: readonly Token[], { i, width }: { i: number; width: number }): Concept {
  const { kind, value, text, digits, isOrdinal } = read;
  const [first, last] = [tokens[i], tokens[i + width - 1] ?? tokens.at(-1)];
  const [start, end] = [first ? first.start : 0, last ? last.end : 0];
  return { kind, value, text, digits, isOrdinal, isTight: tight(tokens, i), start, end };
}

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(/\d+|[a-z]+|\u0001+|[^\s\w]/g)) {
    tokens.push({ text: match[0].slice(0, 40), start: match.index, end: match.index + match[0].length });
    if (tokens.length >= MOST_TOKENS) break;
  }
  return tokens;
}

type Read = readonly [Omit<Concept, 'isTight' | 'start' | 'end'>, number];

const tight = (tokens: readonly Token[], i: number): boolean => i > 0 && tokens[i - 1]?.end === tokens[i]?.start;

function phraseAt(text: string, tokens: readonly Token[], at: { i: number; language: Language }): Read | null {
  if (wordAt(tokens, at.i).startsWith(MASK) || isHalfLetter(tokens, at.i)) return null;
  const longest = longestFrom(wordAt(tokens, at.i), at.language);
  for (let width = Math.min(longest, tokens.length - at.i); width > 0; width -= 1) {
    const words = rowOf(text, tokens.slice(at.i, at.i + width));
    const meaning = meaningOf(words, at.language);
    if (meaning && !splitsNumber(tokens, at.i + width)) return [concept(meaning, words), width];
  }
  return null;
}

const LONGEST_ROW = 40;

/** The words of some tokens with one space between; empty when they are too long for any phrase. */
function rowOf(text: string, tokens: readonly Token[]): string {
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (!first || !last || last.end - first.start > LONGEST_ROW) return '';
  return text.slice(first.start, last.end).replace(/ +/g, ' ');
}

/** The letter of "9a" and "3:15p". */
const isHalfLetter = (tokens: readonly Token[], i: number): boolean =>
  tight(tokens, i) && /^[ap]$/.test(tokens[i]?.text ?? '') && /^\d/.test(tokens[i - 1]?.text ?? '');

/** "12 noon" is a phrase, the "1/2 h" inside "11/2 h8" is not. */
function splitsNumber(tokens: readonly Token[], next: number): boolean {
  const [before, after] = [tokens[next - 1], tokens[next]];
  return /\d$/.test(before?.text ?? '') && tight(tokens, next) && /^[\d:/]/.test(after?.text ?? '');
}

const concept = ([kind, value]: Meaning, text: string): Read[0] => ({
  kind,
  value,
  text,
  digits: 0,
  isOrdinal: false,
});

function numberAt(tokens: readonly Token[], i: number, language: Language): Read | null {
  const text = wordAt(tokens, i);
  if (/^\d/.test(text)) return digitsAt(tokens, i);
  const word = numberWord(text, language);
  if (!word) return null;
  const ones = isTens(word) ? onesAfter(tokens, i, language) : NO_ONES;
  const isOrdinal = word.isOrdinal || ones.isOrdinal;
  const value = word.value + ones.value;
  return [{ kind: 'num', value, text, digits: 0, isOrdinal }, 1 + ones.width];
}

const isTens = (word: NumberWord): boolean => word.value >= 20 && word.value % 10 === 0 && !word.isOrdinal;

const NO_ONES = { value: 0, isOrdinal: false, width: 0 };

/** The text of a token, empty beyond the ends. */
function wordAt(tokens: readonly Token[], i: number): string {
  const token = tokens[i];
  return token ? token.text : '';
}

/** "twenty two", "thirty-first", "treinta y uno" */
function onesAfter(tokens: readonly Token[], i: number, language: Language): typeof NO_ONES {
  const joins = wordAt(tokens, i + 1) === (language === 'es' ? 'y' : '-');
  if (language === 'es' && !joins) return NO_ONES;
  const width = joins ? 2 : 1;
  const ones = numberWord(wordAt(tokens, i + width), language);
  return ones && isOne(ones) ? { ...ones, width } : NO_ONES;
}

const isOne = ({ value }: NumberWord): boolean => value >= 1 && value <= 9;

function digitsAt(tokens: readonly Token[], i: number): Read {
  const text = wordAt(tokens, i);
  const width = endingWidth(tokens, i + 1);
  if (isNumberOfThing(tokens, i)) return [concept(['word', 0], text), 1 + width];
  const value = text.length > 8 ? -1 : Number(text);
  return [{ kind: 'num', value, text, digits: text.length, isOrdinal: width > 0 }, 1 + width];
}

/** "building 4 this afternoon", "98.6 in the morning" */
function isNumberOfThing(tokens: readonly Token[], i: number): boolean {
  if (THINGS.test(wordAt(tokens, i - 1))) return true;
  const isWhole = Number(wordAt(tokens, i)) > 31 && wordAt(tokens, i + 1) === '.' && tight(tokens, i + 2);
  const isPart = wordAt(tokens, i - 1) === '.' && tight(tokens, i) && Number(wordAt(tokens, i - 2)) > 31;
  return isWhole || isPart;
}

const THINGS =
  /^(?:building|room|suite|unit|apt|apartment|gate|door|box|bay|level|lot|edificio|cuarto|depto|apartamento|puerta|piso)$/;

/** How many tokens here make an ordinal of the number before: "th", ".º". */
function endingWidth(tokens: readonly Token[], i: number): number {
  if (!tight(tokens, i)) return 0;
  if (ENDINGS.test(wordAt(tokens, i))) return 1;
  const isDotted = wordAt(tokens, i) === '.' && tight(tokens, i + 1) && /^[ºª°]$/.test(wordAt(tokens, i + 1));
  return isDotted ? 2 : 0;
}

const ENDINGS = /^(st|nd|rd|th|er|ro|do|ra|da|vo|to|º|ª|°)$/;

function oneAt(tokens: readonly Token[], i: number, language: Language): Read {
  const text = wordAt(tokens, i);
  return [concept(meaningAlone(tokens, i, language), text), 1];
}

function meaningAlone(tokens: readonly Token[], i: number, language: Language): Meaning {
  const text = wordAt(tokens, i);
  const sign = SIGNS[text.charAt(0)];
  if (sign) return [sign, 0];
  if (isHalfLetter(tokens, i)) return ['mer', text === 'p' ? 1 : 0];
  const repaired = repairSpelling(text, language);
  const meaning = repaired === null ? undefined : meaningOf(repaired, language);
  return meaning ?? ['word', 0];
}
