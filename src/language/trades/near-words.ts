import { slips } from '../when/spelling.ts';

const SHORTEST = 6;

// Everyday words that lie one slip away from a word of some trade.
const REAL = new Set(
  (
    'house mouse around before another someone something anything everything please morning monday friday sunday looking ' +
    'working getting having making taking coming living dining though through stripe printed charges charged accept single ' +
    'loaded chance counted dashes leading insert pending heading opened rating section stores closest closed anchor inspect ' +
    'planning typing header sports backward remaining certain cleared clearing discard packet county slower hardware cooking ' +
    'better letter matter winter summer number brother mother father sister master little middle ' +
    'parking showed parked recent contact automatic closer barber planear cercana estado cambio ' +
    'camino caminar estoy donde cuando cuanto tiene tengo manana puede puedo quiero necesito semana precio casa cuarto '
  ).split(' '),
);

/**
 * Makes a function that puts the word meant in the place of a misspelled one ("plummer", "dishwaher"): one slip, the
 * same first letter, six letters or more, and only where just one word of the vocabulary is that near.
 */
export function nearWords(vocabulary: ReadonlySet<string>): (word: string) => string {
  const byKey = new Map<string, string[]>();
  for (const word of vocabulary) {
    if (word.length < SHORTEST) continue;
    for (const key of keysOf(word)) byKey.set(key, [...(byKey.get(key) ?? []), word]);
  }
  return (word) => {
    if (word.length < SHORTEST || vocabulary.has(word) || vocabulary.has(stemOf(word)) || REAL.has(word)) return word;
    const near = new Set(
      keysOf(word)
        .flatMap((key) => byKey.get(key) ?? [])
        .filter((one) => one[0] === word[0] && slips(one, word) <= 1),
    );
    const [only] = near;
    return near.size === 1 && only && !word.startsWith(only) ? only : word;
  };
}

/** "flooding" is a form of "flood", and no slip for "flooring". */
const stemOf = (word: string): string => word.replace(/(?:s|es|ed|ing|ers?)$/, '');

/** The word, and the word with one letter left out, at every place: two words one slip apart share one of these. */
function keysOf(word: string): readonly string[] {
  return [word, ...Array.from({ length: word.length }, (_, i) => word.slice(0, i) + word.slice(i + 1))];
}
