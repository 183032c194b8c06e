import type { Language } from '../../domain/reading.ts';
import { LEXICON_EN } from './lexicon-en.ts';
import { LEXICON_ES } from './lexicon-es.ts';

/** What one word, or a fixed row of words, is to the date grammar: its kind and its value. */
export type Meaning = readonly [kind: Kind, value: number];

export type Kind =
  | 'num'
  | 'wd'
  | 'mo'
  | 'unit'
  | 'rel'
  | 'part'
  | 'mer'
  | 'holiday'
  | 'next'
  | 'this'
  | 'last'
  | 'after'
  | 'before'
  | 'by'
  | 'to'
  | 'from'
  | 'between'
  | 'and'
  | 'or'
  | 'not'
  | 'but'
  | 'rest'
  | 'weekof'
  | 'at'
  | 'on'
  | 'in'
  | 'of'
  | 'the'
  | 'a'
  | 'for'
  | 'around'
  | 'within'
  | 'any'
  | 'only'
  | 'past'
  | 'gone'
  | 'now'
  | 'noon'
  | 'tonight'
  | 'midnight'
  | 'half'
  | 'quarter'
  | 'oclock'
  | 'h'
  | 'minus'
  | 'begin'
  | 'mid'
  | 'end'
  | 'early'
  | 'late'
  | 'later'
  | 'hence'
  | 'weekdays'
  | 'dayword'
  | 'couple'
  | 'half-hour'
  | 'goodbye'
  | 'dash'
  | 'slash'
  | 'colon'
  | 'dot'
  | 'comma'
  | 'stop'
  | 'word'
  | 'mask';

/** Units of time; a unit's value is its place here. */
export const UNITS = ['minute', 'hour', 'day', 'week', 'month', 'year', 'weekend', 'fortnight', 'second'] as const;

/** Parts of the day, in minutes from midnight; a part's value is its place here. */
export const PARTS: readonly (readonly [from: number, to: number])[] = [
  [480, 720], // 0 morning
  [720, 1020], // 1 afternoon
  [1020, 1260], // 2 evening
  [1080, 1380], // 3 night
  [660, 780], // 4 lunchtime
  [420, 600], // 5 first thing, early morning
  [570, 720], // 6 mid-morning
  [600, 720], // 7 late morning
  [720, 900], // 8 early afternoon
  [900, 1080], // 9 late afternoon, end of the working day
  [780, 1020], // 10 after lunch
  [780, 1140], // 11 "la tarde", which goes on until dark
  [0, 360], // 12 small hours
  [420, 660], // 13 "temprano"
  [1260, 1439], // 14 late at night
  [1020, 1260], // 15 after work
];

const lines = (text: string): [string, Meaning][] =>
  text
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [kind = '', value = '0', ...phrases] = line.trim().split(/ (?=\d)|: |, /);
      return phrases.flatMap(withArticle).map((phrase): [string, Meaning] => [phrase, [kind as Kind, Number(value)]]);
    });

/** "el dia" is a phrase of its own, which must not hide "el dia del trabajo". */
const withArticle = (phrase: string): readonly string[] =>
  /^dia (?:de|del) /.test(phrase) ? [phrase, `el ${phrase}`] : [phrase];

const TABLES: Readonly<Record<Language, ReadonlyMap<string, Meaning>>> = {
  en: new Map(lines(LEXICON_EN)),
  es: new Map(lines(LEXICON_ES)),
};

/** What a row of words (one space between them) means in this language. */
export const meaningOf = (words: string, language: Language): Meaning | undefined => TABLES[language].get(words);

/** How many words, numbers and signs the longest phrase that begins so has; 0 when none begins so. */
export const longestFrom = (word: string, language: Language): number => LONGEST[language].get(word) ?? 0;

const LONGEST: Readonly<Record<Language, ReadonlyMap<string, number>>> = {
  en: longestByBeginning(TABLES.en),
  es: longestByBeginning(TABLES.es),
};

function longestByBeginning(table: ReadonlyMap<string, Meaning>): ReadonlyMap<string, number> {
  const longest = new Map<string, number>();
  for (const phrase of table.keys()) {
    const tokens = phrase.match(/\d+|[a-z]+|[^\s\w]/g) ?? [];
    const first = tokens[0] ?? '';
    longest.set(first, Math.max(longest.get(first) ?? 0, tokens.length));
  }
  return longest;
}
