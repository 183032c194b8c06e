// What homeowners say about paying and about work that is done.
import { plainWords } from './plain-words.ts';

const PAYING =
  /\b(?:(?:credit |debit )?cards?|visa|mastercard|amex|link|url|pay|paying|payment|cash|venmo|zelle|apple pay|declined|rechazad[oa]|tarjetas?|enlace|liga|pagar|pago|efectivo)\b/;

/** "I don't have my card right now", "the link doesn't open": it is about how to pay. */
export const isAboutPaying = (words: string): boolean => PAYING.test(plainWords(words));

const POLITE = '(?:yes|yep|yeah|yup|si|ok|okay|hi|hey|thanks|thank you|thx|ty|gracias|hola)';
const LEAD =
  '(?:it|its|it is|thats|that is|everything|everythings|all|looks?|works?|working|is|was|are|seems|now|so|really|very|todo|quedo|esta|estuvo|ya|muy|se ve)';
const GOOD =
  '(?:good|great|perfect|fine|fixed|solved|awesome|excellent|amazing|wonderful|done right|bien|perfecto|perfecta|excelente|genial|buenisimo|arreglado|listo)';
const PRAISE = new RegExp(`^(?:${POLITE} ){0,3}(?:${LEAD} ){0,5}${GOOD}\\b`);
const BUT = /\b(?:but|except|still|not|isnt|wasnt|doesnt|didnt|however|pero|excepto|todavia|aun|no|sin embargo)\b/;

/** "All good thx", "looks great": the work is approved, however politely, as long as nothing is held against it. */
export const saysAllGood = (words: string): boolean => {
  const plain = plainWords(words);
  return PRAISE.test(plain) && !BUT.test(plain);
};
