// Questions about how it all works: they are answered as they are asked, and never taken for the deed that they name.
import { plainWords } from './plain-words.ts';
import { namesProblem, wishesWork } from './visit-talk.ts';

/** What is asked about. */
export type GeneralQuestion = 'cancelling' | 'paying' | 'receipt' | 'trust' | 'numbers' | 'tips' | 'wrongNumber';

/** More words than this tell something besides. */
const MOST_WORDS = 16;

const COST = '(?:fees?|charge[ds]?|costs?|penalty|penalties|free|refund\\w*|pay|owe|lose|policy|policies|rules?)';
const COST_ES = '(?:cobran?|cobras|cargo|costo|cuesta|multa|penali\\w+|gratis|pago|pierdo|politica|reglas?)';

/** The deed is named as what may be done, not as what is wanted: "I can't pay, cancel it" is no question. */
const ABOUT_CANCELLING: readonly RegExp[] = [
  new RegExp(`\\b${COST}\\b(?: \\w+){0,5} (?:if|when|for) (?:\\w+ ){0,3}cancel\\w*\\b`),
  new RegExp(`\\b${COST} (?:me |us |anything |something )?to cancel\\b`),
  /\bcancel\w* (?:\w+ ){0,2}(?:fees?|charges?|policy|policies|rules?|terms|cost|penalty)\b/,
  /\b(?:if|when) (?:i|we) (?:\w+ ){0,4}(?:cancel\w*|change my mind)\b/,
  /\b(?:can|could|may|do|does|would|will) (?:i|we|it) (?:\w+ ){0,3}cancel\w*\b(?= (?:later|after\w*|any ?time|if|before|until|once|for free|without|free|last|the day|day|same))/,
  /\bhow (?:do|can|would|could|to) (?:i |we )?(?:\w+ )?cancel\b/,
  new RegExp(`\\b${COST_ES}(?: \\w+){0,5} (?:si|por|al|de) (?:\\w+ ){0,3}cancel\\w+\\b|\\b${COST_ES} cancelar\\b`),
  /\b(?:que pasa|y) si (?:\w+ ){0,4}(?:cancel\w+|cambio de opinion)\b|\bsi (?:tengo que |necesito |quiero )?cancel\w+ (?:\w+ ){0,3}(?:cobran?|pago|cuesta|cargo|multa|pasa)\b/,
  /\bpuedo cancelar (?:despues|luego|mas tarde|si|antes|sin|gratis|cuando)\b|\bcomo (?:puedo |se )?cancel\w+\b/,
];

const RECEIPT =
  /(?:^|\b(?:get|send|have|need|want|email|mail|text|give|mand\w+|necesito|quiero|tener|dan?|dar) (?:\w+ ){0,3})(?:receipts?|invoices?|recibos?|facturas?|comprobantes?)\b(?! print)/;

/** So few words ask, however they are put. */
const FEW_WORDS = 4;
const BEGINS_QUESTION =
  /^(?:(?:hi|hey|hello|ok|okay|and|so|but|also|hola|oiga|y|pero) )*(?:is|are|r|do|does|can|could|may|how|when|where|what|whats|who|will|would|should|es|son|esta|estan|tienen?|aceptan|reciben|puedo|se puede|como|cuando|donde|cual|hay)\b/;

const isAsked = (words: string, plain: string): boolean =>
  words.includes('?') || plain.split(' ').length <= FEW_WORDS || BEGINS_QUESTION.test(plain);

const TIPS = /\b(?:tip|tips|tipping|gratuity|propinas?)\b/;
const TIPS_OF_WORK = /\b(?:tip(?:s|ped|ping)? over|dump|breaker|tips? (?:on|for (?:fixing|how))|tip of)\b/;

const PATTERNS: readonly (readonly [GeneralQuestion, RegExp])[] = [
  [
    'trust',
    /\b(?:licen[sc]ed?|insured|bonded|certified|vetted|background check\w*|insurance|legit\w*|scam\w*|trust\w*|con licencia|tienen? licencia|asegurad\w+|certificad\w+|estafa|confiables?|de confianza|antecedentes)\b/,
  ],
  [
    'numbers',
    /\b(?:whats|what is|give me|send me|get|have|need|can i have|can i get|do you have) (?:his|her|their|the (?:pro|plumber|electrician|tech\w*|guy|provider)s?) (?:\w+ )?(?:number|phone|cell|contact)\b|\b(?:can|could|how do|how can|may) i (?:call|phone|reach|contact|text) (?:him|her|them|the (?:pro|plumber|electrician|tech\w*|guy|provider))\b|\b(?:cual es|deme|dame|tienes?|paseme|pasame|me da) (?:su|el) (?:numero|telefono|celular)\b|\b(?:puedo|como (?:le )?(?:puedo )?) ?(?:llamarl[oea]|hablarle|le hablo|le llamo|contactarl[oea])\b/,
  ],
  [
    'paying',
    /\b(?:how|when|where|what) (?:do|can|would|will|should) (?:i|we) (?:\w+ )?(?:pay|be charged|get charged)\b|\bwhen (?:am i|are we|will i be|do i get) charged\b|\b(?:take|accept|pay (?:in|with|by)|do) (?:cash|checks?|venmo|zelle|cash ?app|paypal|apple pay|credit|cards?|amex)\b|\bsafe to pay\b|\b(?:como|cuando|donde) (?:se |le |les |lo )?(?:pago|pagamos|paga|cobran)\b|\b(?:aceptan|reciben|puedo pagar|se puede pagar) (?:con |en )?(?:efectivo|tarjetas?|zelle|venmo|cheques?)\b/,
  ],
];

/** It is said to us, not of a number that somebody called. */
const WRONG_NUMBER =
  /^(?:(?:sorry|hi|hey|no|i|think|you|u|have|got|this|is|its|the|a|must be) ){0,6}wrong (?:number|person)\b|^(?:(?:perdon|disculpe|tiene|es|el|este|creo|que|se equivoco de) ){0,4}numero (?:equivocado|incorrecto)\b/;

/** Asked, whatever else is said to be wrong. */
const first = (plain: string): GeneralQuestion | null => {
  if (WRONG_NUMBER.test(plain)) return 'wrongNumber';
  if (ABOUT_CANCELLING.some((about) => about.test(plain))) return 'cancelling';
  return RECEIPT.test(plain) ? 'receipt' : null;
};

const other = (plain: string): GeneralQuestion | null => {
  if (TIPS.test(plain) && !TIPS_OF_WORK.test(plain)) return 'tips';
  return PATTERNS.find(([, about]) => about.test(plain))?.[0] ?? null;
};

/** A question about how Fixline works, and nothing else; null: none. */
export const generalQuestion = (words: string): GeneralQuestion | null => {
  const plain = plainWords(words);
  if (plain.split(' ').length > MOST_WORDS) return null;
  const isOther = isAsked(words, plain) && !wishesWork(words) && !namesProblem(words);
  return first(plain) ?? (isOther ? other(plain) : null);
};
