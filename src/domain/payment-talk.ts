// What homeowners say about paying and about work that is done.
import type { Reading } from './reading.ts';
import { plainWords } from './plain-words.ts';

const PAYING =
  /\b(?:(?:credit |debit )?cards?|visa|mastercard|amex|link|url|pay|paying|payment|cash|venmo|zelle|apple pay|declined|rechazad[oa]|tarjetas?|enlace|liga|pagar|pago|efectivo)\b/;

/** "I don't have my card right now", "the link doesn't open": it is about how to pay. */
export const isAboutPaying = (words: string): boolean => PAYING.test(plainWords(words));

const POLITE = '(?:yes|yep|yeah|yup|si|ok|okay|hi|hey|thanks|thank you|thx|ty|gracias|hola)';
const LEAD =
  '(?:it|its|it is|thats|that is|everything|everythings|all|looks?|works?|working|is|was|are|seems|now|so|really|very|he|she|they|did|does|done|a|todo|quedo|esta|estuvo|ya|muy|se ve|hizo|un)';
const GOOD =
  '(?:good|great|perfect|fine|fixed|solved|awesome|excellent|amazing|wonderful|done right|love it|bien|perfecto|perfecta|excelente|genial|buenisimo|arreglado|listo)';
const PRAISE = new RegExp(`^(?:${POLITE} ){0,3}(?:${LEAD} ){0,5}${GOOD}\\b`);
const BUT =
  /\b(?:but|except|still|not|isnt|wasnt|doesnt|didnt|never|however|luck|riddance|grief|god|lord|question|getting|pay|paid|money|refund|until|if|when|once|wish|joke|worst|terrible|horrible|awful|bad|nothing|nobody|pero|excepto|todavia|aun|no|nunca|nada|nadie|sin embargo|si|cuando|suerte|dinero|mal|peor)\b/;

/** "All good thx", "looks great": the work is approved, however politely, as long as nothing is held against it. */
export const saysAllGood = (words: string): boolean => {
  const plain = plainWords(words).replace(/^si /, '');
  return PRAISE.test(plain) && !BUT.test(plain);
};

const FEW_WORDS = 4;

/** A yes on which money is paid: as few words as a yes has, or praise of the work. "Good luck getting paid" is neither. */
export const approves = ({ choice, intent, words }: Reading): boolean => {
  if (choice === 1) return true;
  const plain = plainWords(words).replace(/^si /, '');
  const isPlainYes = intent === 'yes' && plain.split(' ').length <= FEW_WORDS && !BUT.test(plain);
  return isPlainYes || saysAllGood(words);
};

const NO_STARS = /\b(?:0|zero|no|cero) (?:stars?|estrellas?)\b/;
const BAD_STARS = 2;

/** So few stars say that something is wrong. */
export const ratesBadly = ({ rating, words }: Reading): boolean =>
  (rating !== null && rating <= BAD_STARS) || NO_STARS.test(plainWords(words));
