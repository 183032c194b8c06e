import type { Language } from '../../domain/reading.ts';
import { isTradeId } from '../../domain/trades.ts';
import type { TradeId } from '../../domain/trades.ts';
import { nearWords } from './near-words.ts';
import { indexPatterns, matchPhrases, readPattern } from './match-phrases.ts';
import type { Match, Pattern, PhraseIndex } from './match-phrases.ts';
import { PHRASES_EN } from './phrases-en.ts';
import { PHRASES_ES } from './phrases-es.ts';

export interface RankedTrade {
  readonly id: TradeId;
  readonly confidence: number;
}

const MOST_WORDS = 240;
const MOST_TRADES = 3;
/** Keeps one vague word from looking certain. */
const DOUBT = 1.5;
const WHERE = 0.45;

/** The trades that a folded text speaks of, best first, at most three; [] when it speaks of none. */
export function rankTrades(text: string, language: Language | null): readonly RankedTrade[] {
  const words = wordsOf(text);
  const matches = tables(language).flatMap(({ index, near }) =>
    matchPhrases(
      words.map((word) => near(word)),
      index,
    ),
  );
  const scores = new Map<TradeId, number>();
  for (const match of withoutCovered(matches)) {
    scores.set(match.id, (scores.get(match.id) ?? 0) + scoreOf(match, words));
  }
  return ranked(scores);
}

function ranked(scores: ReadonlyMap<TradeId, number>): readonly RankedTrade[] {
  const sum = [...scores.values()].reduce((total, score) => total + score * score, 0);
  return [...scores]
    .filter(([, score]) => score >= 1)
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_TRADES)
    .map(([id, score]) => ({ id, confidence: Math.round((100 * score * score) / (sum + DOUBT * DOUBT)) / 100 }));
}

/** Words for the phrases: "don't" is `dont`, "a/c" two words; to whom it happened ("se me tapó") does not matter. */
function wordsOf(text: string): readonly string[] {
  const words =
    text
      .replace(/'/g, '')
      .replace(/\bse (?:me|nos|le|les) /g, 'se ')
      .match(/[a-z]+|\d+/g) ?? [];
  return words.slice(0, MOST_WORDS).map((word) => word.slice(0, 24));
}

/** A longer phrase says what its words do not: a "water heater" is no heater, a "garage door" no door. */
function withoutCovered(matches: readonly Match<TradeId>[]): readonly Match<TradeId>[] {
  const wide = matches.filter((match) => match.width > 1 && !match.hasGap);
  const isCovered = (match: Match<TradeId>): boolean =>
    wide.some((one) => one.start <= match.start && one.end >= match.end && one.width > match.width);
  return once(matches.filter((match) => !isCovered(match)));
}

/** The same words count once for a trade, at their best. */
function once(matches: readonly Match<TradeId>[]): readonly Match<TradeId>[] {
  const best = new Map<string, Match<TradeId>>();
  for (const match of matches) {
    const key = `${match.id}@${match.start}`;
    const known = best.get(key);
    if (!known || known.weight < match.weight) best.set(key, match);
  }
  return [...best.values()];
}

const PLACES =
  /^(in|on|at|over|near|behind|by|from|outside|inside|around|above|off|en|sobre|junto|atras|detras|cerca)$/;
const ARTICLES = /^(the|my|our|a|his|her|their|moms|la|el|mi|un|una|los|las|back|front|master|guest|living|of)$/;

/** What comes after "in the" tells where, and seldom what. */
function scoreOf(match: Match<TradeId>, words: readonly string[]): number {
  if (match.width > 1 || match.weight >= 6) return match.weight + (match.width - 1) * 0.5;
  let before = match.start - 1;
  while (before > match.start - 4 && ARTICLES.test(words[before] ?? '')) before -= 1;
  return PLACES.test(words[before] ?? '') ? match.weight * WHERE : match.weight;
}

interface Table {
  readonly index: PhraseIndex<TradeId>;
  readonly near: (word: string) => string;
}

const built = new Map<Language, Table>();

function tables(language: Language | null): readonly Table[] {
  return language === null ? [tableOf('en'), tableOf('es')] : [tableOf(language)];
}

function tableOf(language: Language): Table {
  const known = built.get(language);
  if (known) return known;
  const index = indexPatterns(readTable(language === 'es' ? PHRASES_ES : PHRASES_EN));
  const table = { index, near: nearWords(index.vocabulary) };
  built.set(language, table);
  return table;
}

function readTable(text: string): readonly Pattern<TradeId>[] {
  const patterns: Pattern<TradeId>[] = [];
  let id: TradeId | null = null;
  for (const line of text.trim().split('\n')) {
    const [weight, phrases] = line.split(': ');
    if (isTradeId(line)) id = line;
    else if (id && phrases)
      for (const phrase of phrases.split(', ')) patterns.push(readPattern(phrase, id, Number(weight)));
  }
  return patterns;
}
