// Which of several open offers a provider takes, when he names none by its code.
import { plainWords } from './plain-words.ts';

const LEAD =
  '(?:(?:y|yes|ye|yea|yeah|yep|ok|okay|sure|si|lets|do|go with|ill|i|can|will|want|take|accept|give me|just|only|for|the|me quedo con|quiero|acepto|tomo|dame|solo|la|el|los|las|yo) )*';
const PLACES: readonly (readonly [string, number | 'last'])[] = [
  ['first|1st|primer[oa]?', 1],
  ['second|2nd|segund[oa]', 2],
  ['third|3rd|tercer[oa]?', 3],
  ['last|latest|ultim[oa]', 'last'],
];
const TAIL = '(?: (?:one|offer|job|trabajo|oferta|please|pls|thanks|thx|boss|works|por favor|gracias))*';
const CHOICES = PLACES.map(([place, at]) => [new RegExp(`^${LEAD}(?:${place})${TAIL}$`), at] as const);
const ALL = new RegExp(`^${LEAD}(?:both|all|ambos|ambas|dos|todos|todas)(?: of (?:them|those|em))?${TAIL}$`);

const LONGEST = 80;
const shortWords = (words: string): string => plainWords(words).slice(0, LONGEST + 1);

/** "Yes the first one": its place among the offers as they were told, from one; null when none is named. */
export const offerPlaceSaid = (words: string): number | 'last' | null => {
  const plain = shortWords(words);
  return plain.length > LONGEST ? null : (CHOICES.find(([pattern]) => pattern.test(plain))?.[1] ?? null);
};

/** "Both": all of them at once. */
export const wantsAllOffers = (words: string): boolean => ALL.test(shortWords(words));
