/** A row of words to look for: each exact or by its beginning, with how many words may come between. */
export interface Pattern<Id> {
  readonly id: Id;
  readonly weight: number;
  readonly words: readonly PatternWord[];
}

interface PatternWord {
  readonly text: string;
  readonly isPrefix: boolean;
  /** How many other words may stand before it. */
  readonly gap: number;
}

export interface Match<Id> {
  readonly id: Id;
  readonly weight: number;
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  /** How many words of the text it names. */
  readonly width: number;
  readonly hasGap: boolean;
}

export interface PhraseIndex<Id> {
  readonly exact: ReadonlyMap<string, readonly Pattern<Id>[]>;
  readonly byBeginning: ReadonlyMap<string, readonly Pattern<Id>[]>;
  readonly vocabulary: ReadonlySet<string>;
}

const GAP = 5;
const BEGINNING = 2;

/** Reads `leak* ~ faucet`. */
export function readPattern<Id>(phrase: string, id: Id, weight: number): Pattern<Id> {
  const words: PatternWord[] = [];
  let gap = 0;
  for (const word of phrase.trim().split(/\s+/)) {
    if (word === '~') gap = GAP;
    else {
      const isPrefix = word.endsWith('*');
      words.push({ text: isPrefix ? word.slice(0, -1) : word, isPrefix, gap });
      gap = 0;
    }
  }
  return { id, weight, words };
}

/** Sorts patterns by how their first word begins, so that a text is read once. */
export function indexPatterns<Id>(patterns: readonly Pattern<Id>[]): PhraseIndex<Id> {
  const exact = new Map<string, Pattern<Id>[]>();
  const byBeginning = new Map<string, Pattern<Id>[]>();
  const vocabulary = new Set<string>();
  for (const pattern of patterns) {
    const first = pattern.words[0];
    if (!first) continue;
    const [map, key] = first.isPrefix ? [byBeginning, first.text.slice(0, BEGINNING)] : [exact, first.text];
    map.set(key, [...(map.get(key) ?? []), pattern]);
    for (const word of pattern.words) vocabulary.add(word.text);
  }
  return { exact, byBeginning, vocabulary };
}

/** All matches of all patterns in a row of words; a plural counts as its singular. */
export function matchPhrases<Id>(words: readonly string[], index: PhraseIndex<Id>): readonly Match<Id>[] {
  const forms = words.map((word): Form => [word, singular(word)]);
  return forms.flatMap(([word, one], start) => {
    const patterns = [
      ...(index.exact.get(word) ?? []),
      ...(one === '' ? [] : (index.exact.get(one) ?? [])),
      ...(index.byBeginning.get(word.slice(0, BEGINNING)) ?? []),
    ];
    return patterns.map((pattern) => matchAt(pattern, forms, start)).filter((match) => match !== null);
  });
}

/** A word and its singular, which is empty when it has none. */
type Form = readonly [word: string, singular: string];

const singular = (word: string): string =>
  word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : '';

function matchAt<Id>(pattern: Pattern<Id>, words: readonly Form[], start: number): Match<Id> | null {
  let at = start;
  let hasGap = false;
  for (const [i, word] of pattern.words.entries()) {
    const found = findWithin(word, words, i === 0 ? start : at);
    if (found < 0) return null;
    hasGap ||= i > 0 && found > at;
    at = found + 1;
  }
  return { id: pattern.id, weight: pattern.weight, start, end: at, width: pattern.words.length, hasGap };
}

function findWithin(word: PatternWord, words: readonly Form[], at: number): number {
  const last = Math.min(at + word.gap, words.length - 1);
  for (let i = at; i <= last; i += 1) {
    const said = words[i];
    if (said && (word.isPrefix ? said[0].startsWith(word.text) : said[0] === word.text || said[1] === word.text))
      return i;
  }
  return -1;
}
