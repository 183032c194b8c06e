import { isStateCode } from '../../domain/us-states.ts';
import { stateAt } from './find-state.ts';
import { CITY_NAMES, CITY_NICKNAMES, isPlainlyCity } from './known-cities.ts';
import { isBroken, isCapital, isLetters, textAt } from './words-in.ts';
import type { Word } from './words-in.ts';

/** Words `from` to `to` (exclusive) name a city. */
export interface FoundCity {
  readonly from: number;
  readonly to: number;
}

const LONGEST = 4;
const CUES = new Set([
  'in',
  'near',
  'around',
  'from',
  'to',
  'at',
  'en',
  'cerca',
  'outside',
  'live',
  'de',
  'desde',
  'downtown',
  'north',
  'south',
  'east',
  'west',
  'for',
  'is',
  'city',
  'ciudad',
]);
const STRONG_CUES = new Set(['in', 'near', 'en', 'around', 'to', 'from']);

const NEVER = new Set(
  (
    'january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday ' +
    'sunday the my i im a an our and or but please need can could today tomorrow christmas thanksgiving hello hi hey thanks yes no ok spanish ' +
    'english lunes martes miercoles jueves viernes sabado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre ' +
    'diciembre mi la el un una hola gracias dr mr mrs ms st street ave hvac ac tv ikea samsung lg ge bosch usa us'
  ).split(' '),
);

/** The city between a street and a state or ZIP: all words in between, when they can be a name. */
export function cityBefore(words: readonly Word[], from: number, to: number): FoundCity | null {
  const isName = to > from && to - from <= LONGEST && words.slice(from, to).every((word) => isLetters(word));
  return isName ? { from, to } : null;
}

/** A city right before a state or a ZIP: known, or as many capital words as stand there. */
export function cityEndingAt(words: readonly Word[], to: number): FoundCity | null {
  return knownEndingAt(words, to) ?? capitalsEndingAt(words, to) ?? cuedBefore(words, to);
}

function knownEndingAt(words: readonly Word[], to: number): FoundCity | null {
  const width = [4, 3, 2, 1].find((one) => one <= to && CITY_NAMES.has(nameOf(words, to - one, to)));
  return width === undefined ? null : { from: to - width, to };
}

function capitalsEndingAt(words: readonly Word[], to: number): FoundCity | null {
  let from = to;
  while (to - from < LONGEST && isCityWord(words[from - 1])) {
    from -= 1;
    if (isBroken(words, from)) break;
  }
  return from < to ? { from, to } : null;
}

/** "in llano tx": one word in lower case, after a word like "in". */
function cuedBefore(words: readonly Word[], to: number): FoundCity | null {
  const isName = isLetters(words[to - 1]) && !NEVER.has(textAt(words, to - 1)) && CUES.has(textAt(words, to - 2));
  return isName ? { from: to - 1, to } : null;
}

const isCityWord = (word: Word | undefined): word is Word =>
  isCapital(word) && isLetters(word) && !NEVER.has(textOf(word));

const textOf = (word: Word | undefined): string => (word ? word.text : '');

/** A city that stands alone in a sentence: known, or after a word like "in" with a capital. */
export function cityAlone(words: readonly Word[], isAsked: boolean): FoundCity | null {
  return cued(words) ?? known(words) ?? (isAsked ? whole(words) : null);
}

function cued(words: readonly Word[]): FoundCity | null {
  for (const [i, word] of words.entries()) {
    const to = STRONG_CUES.has(word.text) ? endOfCapitals(words, i + 1) : i + 1;
    const isCity = to > i + 2 || (to === i + 2 && !isStateCode(textAt(words, i + 1)));
    if (isCity) return { from: i + 1, to };
  }
  return null;
}

/** Where the capital words that start here end; here when the first is none, or comes after a comma. */
function endOfCapitals(words: readonly Word[], from: number): number {
  let to = from;
  while (to - from < LONGEST && isCityPart(words, to) && !isBroken(words, to)) to += 1;
  return to;
}

/** "El Cerrito": an article counts before another capital. */
const isCityPart = (words: readonly Word[], at: number): boolean =>
  isCityWord(words[at]) ||
  (/^(?:el|la|las|los)$/.test(textAt(words, at)) && isCapital(words[at]) && isCityWord(words[at + 1]));

function known(words: readonly Word[]): FoundCity | null {
  for (const from of words.keys()) {
    for (let width = Math.min(LONGEST, words.length - from); width > 0; width -= 1) {
      const name = nameOf(words, from, from + width);
      const isCity =
        isPlainlyCity(name) || Object.hasOwn(CITY_NICKNAMES, name) || (CITY_NAMES.has(name) && isCapital(words[from]));
      if (isCity) return { from, to: from + width };
    }
  }
  return null;
}

/** The whole answer to "where?": up to four words that can be a name. */
function whole(words: readonly Word[]): FoundCity | null {
  const skip = words.findIndex(
    (word) => !/^(?:its|it's|im|i'm|i|am|in|at|near|the|live|en|estoy|vivo|around|city|of|over|here)$/.test(word.text),
  );
  if (skip < 0) return null;
  const left = words.slice(skip);
  const isName =
    left.length <= 3 && left.every((word) => isLetters(word) && !NEVER.has(word.text)) && stateAt(words, skip) === null;
  return isName && !COMMON.test(left.map((word) => word.text).join(' ')) ? { from: skip, to: words.length } : null;
}

const COMMON =
  /\b(?:what|why|who|how|where|when|dont|know|maybe|later|sure|stop|help|cancel|nevermind|never|mind|same|place|home|house|ya|si|claro|que|donde|como|por|para|anywhere|here|there|back|agent|human|wait|sorry|wrong|other|not|yet|leak|address|zip|code|change|person|start|quit|menu|sounds?|perfect|great|good|fine|nice|ok|okay|yes|no|thanks?|thank|you|works?|cool|awesome|please|correct|right|need|want|any|all|both|none|more|else|done|listo|gracias|bien|perfecto|bueno|vale|dale)\b/;

/** The name of a found city, nicknames spelled out. */
export function cityName(words: readonly Word[], found: FoundCity): string {
  const nickname = CITY_NICKNAMES[nameOf(words, found.from, found.to)];
  if (nickname) return nickname;
  return words
    .slice(found.from, found.to)
    .map((word) => word.said)
    .join(' ');
}

const nameOf = (words: readonly Word[], from: number, to: number): string =>
  words
    .slice(from, to)
    .map((word) => word.text)
    .join(' ');
