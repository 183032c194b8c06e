// What a provider says to offers in his own words: which of several he takes, when he names none by its code, and why he takes none.
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

const DAY =
  '(?:(?:on |el )?(?:that day|then|that time|today|tomorrow|all day|this week|ese dia|hoy|manana|\\w+day|lunes|martes|miercoles|jueves|viernes|sabado|domingo))';
const REASONS = [
  `(?:its |thats |a bit |way |muy |esta )*(?:too (?:far|small|big|little|cheap|low|late|early|soon)|lejos|poco)`,
  `(?:im |i am |we are |were |already |all |estoy |ya )*(?:busy|booked|full|off|slammed|swamped|out of town|not available|unavailable|ocupad[oa]|llen[oa])(?: up)?(?: ${DAY})?`,
].join('|');
const DECLINES = new RegExp(
  `^(?:sorry |perdon )?(?:(?:n|no|nope|nah|pass) )?(?:${REASONS})(?: sorry| thanks| gracias)*$|^n(?: [a-z]+){1,6}$`,
);

/** "N too far", "busy that day": an offer is declined, and why. */
export const declinesOffer = (words: string): boolean => DECLINES.test(shortWords(words));
