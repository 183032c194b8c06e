// What homeowners say about paying and about work that is done.
import type { Reading } from './reading.ts';
import { plainWords } from './plain-words.ts';
import { namesProblem } from './visit-talk.ts';

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
  /\b(?:but|except|still|not|isnt|wasnt|doesnt|didnt|dont|cant|wont|never|however|luck|riddance|grief|god|lord|question|getting|money|refund|until|if|when|once|wish|joke|worst|terrible|horrible|awful|bad|nothing|nobody|pero|excepto|todavia|aun|no|nunca|nada|nadie|sin embargo|cuando|suerte|dinero|mal|peor)\b/;
const MENDED = /\b(?:fixed|repaired|solved|arregl\w+|repar\w+)\b/;

/** "All good thx", "looks great": the work is approved, however politely, as long as nothing is held against it. */
export const saysAllGood = (words: string): boolean => {
  const plain = plainWords(words);
  return PRAISE.test(plain) && !BUT.test(plain) && (MENDED.test(plain) || !namesProblem(words));
};

/** A text of these alone agrees. */
const ASSENT: ReadonlySet<string> = new Set(
  (
    'y yes yess yep yeah yea yup k ok okay sure thing right correct confirm confirmed approve approved absolutely definitely of course go ahead ' +
    'it its is thats that all everything was looks so very really great good fine perfect awesome excellent amazing well done the job work he she did ' +
    'pay release him her them thanks thank you u thx ty much please pls sir maam ' +
    'si sip claro dale va vale ya todo bien muy esta quedo listo perfecto excelente de acuerdo por supuesto correcto confirmo apruebo acepto paguele gracias'
  ).split(' '),
);

/** A thumb alone has no words. */
const isAssent = (words: string): boolean => (plainWords(words).match(/\w+/g) ?? []).every((word) => ASSENT.has(word));

/** A yes on which money is paid: nothing but assent, or praise of the work. "Good luck getting paid" and "get him back here" are neither. */
export const approves = ({ choice, intent, words }: Reading): boolean =>
  choice === 1 || (intent === 'yes' && isAssent(words)) || saysAllGood(words);

const NO_STARS = /\b(?:0|zero|no|cero) (?:stars?|estrellas?)\b/;
const BAD_STARS = 2;

/** So few stars say that something is wrong. */
export const ratesBadly = ({ rating, words }: Reading): boolean =>
  (rating !== null && rating <= BAD_STARS) || NO_STARS.test(plainWords(words));
