/** One word of a text with its place in it. */
export interface Word {
  /** Folded. */
  readonly text: string;
  /** As said. */
  readonly said: string;
  readonly start: number;
  readonly end: number;
  /** A comma, full stop or line end lies before it. */
  readonly isAfterBreak: boolean;
}

const MOST_WORDS = 400;

/** The words of a text: letters and digits with their inner dots, dashes and apostrophes; "#" stays with its number or letter. */
export function wordsIn(folded: string, said: string): readonly Word[] {
  const words: Word[] = [];
  let last = 0;
  for (const match of folded.matchAll(
    /(?:# ?)?\d[\da-z]*(?:[-/]\d[\da-z]*)?|# ?[a-z]\d{0,4}(?![a-z\d])|[a-z][a-z]*(?:'[a-z]+)?|&|\u0001+/g,
  )) {
    const [start, end] = [match.index, match.index + match[0].length];
    const between = said.slice(last, start);
    words.push({
      text: match[0],
      said: said.slice(start, end),
      start,
      end,
      isAfterBreak: isBreak(between, words.at(-1)),
    });
    last = end;
    if (words.length >= MOST_WORDS) break;
  }
  return words;
}

export const isNumber = (word: Word | undefined): boolean => word !== undefined && /^\d/.test(word.text);
export const isLetters = (word: Word | undefined): boolean => word !== undefined && /^[a-z]/.test(word.text);
export const isCapital = (word: Word | undefined): boolean => word !== undefined && /^\p{Lu}/u.test(word.said);

/** A full stop behind "S", "St" or "Blvd" shortens a word, and ends no sentence. */
function isBreak(between: string, before: Word | undefined): boolean {
  if (/[,;!?\n]/.test(between)) return true;
  return (
    /\.(?:\s|$)/.test(between) &&
    !/^(?:[a-z]{1,2}|ave|blvd|apt|ste|hwy|pkwy|cir|ter|mt|saint)$/.test(before?.text ?? '')
  );
}

/** The folded text of a word, empty beyond the ends. */
export function textAt(words: readonly Word[], at: number): string {
  const word = words[at];
  return word ? word.text : '';
}

/** True beyond the end, and where a comma or full stop lies before the word. */
export function isBroken(words: readonly Word[], at: number): boolean {
  const word = words[at];
  return word === undefined || word.isAfterBreak;
}
