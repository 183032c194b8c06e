// What homeowners say about paying.
import { plainWords } from './plain-words.ts';

const PAYING =
  /\b(?:(?:credit |debit )?cards?|visa|mastercard|amex|link|url|pay|paying|payment|cash|venmo|zelle|apple pay|internet|wi ?fi|online|browser|smart ?phone|flip phone|declined|rechazad[oa]|tarjetas?|enlace|liga|pagar|pago|efectivo|navegador|sin datos)\b/;

/** "I don't have my card right now", "the link doesn't open", "no internet on this phone": it is about how to pay. */
export const isAboutPaying = (words: string): boolean => PAYING.test(plainWords(words));
