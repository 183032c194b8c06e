// What a homeowner said about the job itself. Where he lives, his phone and his mail are not for the provider's eyes yet.
import type { PlaceHint } from './reading.ts';

const MOST = 300;

const EMAIL = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/g;
const PHONE = /(?:\+?1[\s.-]?)?\(?\b\d{3}\)?[\s.-]?\d{3}[\s.-]?\d{4}\b/g;

const TIME = new Set(
  (
    'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun today tonight tomorrow ' +
    'tmrw morning afternoon evening noon night weekend week asap now soon am pm january february march april may june july august ' +
    'september october november december jan feb mar apr jun jul aug sep sept oct nov dec lunes martes miercoles jueves viernes ' +
    'sabado domingo hoy manana tarde noche mediodia semana ahora enero febrero marzo abril mayo junio julio agosto septiembre ' +
    'octubre noviembre diciembre'
  ).split(' '),
);
/** Words that say nothing alone, and go with a time or an address. */
const SMALL = new Set(
  (
    'after before around at on in by between and or from to until till any anytime this next the about please thanks thank you hi ' +
    'hello hey ok yes no my is its a an of for las los la el a de del en por para entre y o desde hasta despues antes proximo ' +
    'proxima este esta favor gracias hola si mi address direccion zip usa'
  ).split(' '),
);

/** The words about the job, without street, ZIP, city, phone and mail, and without a time at the end; '' when none are left. */
export function jobWords(words: string, place: PlaceHint | null): string {
  const hidden = [place?.street, place?.zip, place?.city].filter((part) => part != null && part.length > 1) as string[];
  const bare = hidden.reduce(
    (text, part) => text.replace(new RegExp(`(?<!\\w)${escaped(part)}(?!\\w)`, 'gi'), ' | '),
    words,
  );
  return bare
    .replace(EMAIL, ' | ')
    .replace(PHONE, ' | ')
    .split(/[|,;!?\n]+|\.(?:\s|$)/)
    .filter((clause) => !NAMED.test(clause.trim()) && !PLEA.test(clause.trim()))
    .map(withoutEnds)
    .filter((clause) => clause !== '')
    .join(', ')
    .replace(FILLER, '')
    .replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
    .slice(0, MOST);
}

/** The same for those who are only asked: without whatever names a number that may be a door, a code or a phone. */
export const publicWords = (words: string): string =>
  words
    .split(/[,.;]\s*/)
    .filter((clause) => clause !== '' && !/\d{3}/.test(clause))
    .join(', ');

const LINK = /\b(?:https?:\/\/|www\.)\S+/gi;
const LOCAL_PHONE = /\b\d{3}[.-]\d{4}\b/g;

/** What one side of a visit tells the other: phones, mails and links are hidden, door codes are not. */
export const maskedWords = (words: string): string =>
  [LINK, EMAIL, PHONE, LOCAL_PHONE].reduce((text, hidden) => text.replace(hidden, '***'), words);

/** How people begin a text, or a correction. */
const FILLER =
  /^(?:(?:hi|hello|hey|ok|okay|no(?=\s*,)|yes|actually|(?:(?:i|we) )?also|sorry|i mean|i meant|please|it'?s|it is|hola|buenas|bueno|mejor|perd[oó]n|digo|en realidad)\b[\s,]*)+/i;

const NAMED =
  /^(?:(?:[Hh]i|[Hh]ello|[Hh]ey|[Hh]ola),? )?(?:(?:[Tt]his is|[Mm]y name is|I am|I'?m|[Ss]oy|[Mm]e llamo|[Mm]i nombre es) )\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?$/u;

const PLEA =
  /^(?:(?:can|could|would) (?:some(?:one|body)|any(?:one|body)|you) (?:please )?(?:come|help)(?: (?:over|out|today|now|me|us|asap|quickly))*|help(?: me)?|ayuda|ayúdenme|urgente?|hurry|auxilio)$/i;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '[\\s,.]+');

function withoutEnds(clause: string): string {
  const tokens = clause.trim().split(/\s+/);
  const kept = tokens.slice(0, tokens.length - timeAtEnd(tokens));
  return kept.every((token) => SMALL.has(plain(token)) || isTime(token)) ? '' : kept.join(' ');
}

/** How many words at the end are a time, with the small words before it, or small words that an address left behind. */
function timeAtEnd(tokens: readonly string[]): number {
  let count = 0;
  while (count < tokens.length && isTimeOrSmall(tokens[tokens.length - 1 - count] ?? '')) count += 1;
  const tail = tokens.slice(tokens.length - count);
  if (tail.some(isTime)) return count;
  return /^(?:at|in|en|on|zip|address|direccion|is|es)$/.test(plain(tokens.at(-1) ?? '')) ? 1 : 0;
}

const isTime = (token: string): boolean =>
  TIME.has(plain(token)) ||
  /^\d{1,2}(?::\d{2})?(?:am|pm|a|p|h|st|nd|rd|th)?$/.test(plain(token)) ||
  /^\d{1,2}[/-]\d{1,2}$/.test(token);

const isTimeOrSmall = (token: string): boolean => isTime(token) || SMALL.has(plain(token));

const plain = (token: string): string =>
  token
    .normalize('NFD')
    .replace(/[^\w:]/g, '')
    .toLowerCase();
