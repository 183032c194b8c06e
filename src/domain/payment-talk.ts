// What homeowners say about paying.
import { plainWords } from './plain-words.ts';

const PAYING =
  /\b(?:(?:credit |debit )?cards?|visa|mastercard|amex|link|url|pay|paying|payment|cash|venmo|zelle|apple pay|declined|rechazad[oa]|tarjetas?|enlace|liga|pagar|pago|efectivo)\b/;

/** "I don't have my card right now", "the link doesn't open": it is about how to pay. */
export const isAboutPaying = (words: string): boolean => PAYING.test(plainWords(words));
