// What others may read of the words about a job. Where a homeowner lives, his phone and his mail are not for them yet.
import { plainWords } from './plain-words.ts';
import { isAccessNote, namesProblem } from './visit-talk.ts';

const EMAIL = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/g;
const PHONE = /(?:\+?1[\s.-]?)?\(?\b\d{3}\)?[\s.-]?\d{3}[\s.-]?\d{4}\b/g;

/** For those who are only asked: without the way in, and whatever names a number that may be a door, a code or a phone. */
export const publicWords = (words: string): string =>
  words
    .split(/[,.;]\s*/)
    .filter((clause) => clause !== '' && !/\d{3}/.test(clause) && !isWayIn(clause))
    .join(', ');

const isWayIn = (clause: string): boolean => isAccessNote(clause) && !namesProblem(clause);

const WISH =
  /^(?:(?:hi|hey|hello|hola|yes|i|we|please|pls|just) ){0,3}(?:need|want|looking for|necesito|necesitamos|ocupo|busco|quiero) (?:an? |un |una )?(?:good |local |buen )?(?:plumber|electrician|handyman|roofer|painter|locksmith|cleaner|maid|landscaper|gardener|carpenter|mover|exterminator|technician|mason|plomero|fontanero|electricista|pintor|cerrajero|techero|carpintero|jardinero|albanil|tecnico|fumigador)(?: (?:please|pls|asap|today|por favor))?$/;

/** "I need a plumber": it names the trade, and nothing that is to be done. */
export const isBareWish = (words: string): boolean => WISH.test(plainWords(words));

const LINK = /\b(?:https?:\/\/|www\.)\S+/gi;
const LOCAL_PHONE = /\b\d{3}[.-]\d{4}\b/g;

/** What one side of a visit tells the other: phones, mails and links are hidden, door codes are not. */
export const maskedWords = (words: string): string =>
  [LINK, EMAIL, PHONE, LOCAL_PHONE].reduce((text, hidden) => text.replace(hidden, '***'), words);
