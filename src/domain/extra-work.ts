// What a provider says at work when there is more to do than was agreed, or when it costs more; and when he speaks of a home of his own.
import { plainWords } from './plain-words.ts';

/** Hours and miles are no money. */
const NO_MONEY =
  '(?! ?(?:m|mins?|min\\w*|h|hrs?|hours?|horas?|days?|dias?|times?|veces|ft|feet|inch\\w*|miles?|millas?|blocks?|more (?:min|h|ho|day|mile|block)\\w*|mas (?:min|h|ho|dia|milla)\\w*|extra (?:min|h|ho)\\w*|am|pm|late|tarde)\\b)';
const AMOUNT = `\\d{1,5}\\b${NO_MONEY}(?: (?:dollars?|bucks|usd|dolares|dls|pesos))?`;
const MORE =
  '(?:more|extra|additional|on top|mas|adicional(?:es)?|extras)(?! (?:m|min\\w*|h|hrs?|hours?|horas?|days?|dias?|miles?)\\b)';

const COSTS_MORE: readonly RegExp[] = [
  new RegExp(`\\b${AMOUNT} ${MORE}\\b`),
  new RegExp(`\\b(?:extra|another|additional|plus|otros|adicional(?:es)?|unos) (?:about |like |of |de )?${AMOUNT}\\b`),
  new RegExp(`^add (?:\\w+ ){0,4}${AMOUNT}\\b`),
  /\b(?:costs?|charge|pay|price|bill|cobr\w+|cuesta|costar|pag\w+|precio) (?:\w+ ){0,4}(?:more|extra|higher|goes up|went up|mas|extra)\b/,
  /\b(?:more|extra|mas) (?:money|pay|cash|dinero|plata|lana)\b|\b(?:raise|up|change|increase|subir|cambiar) (?:the |my |el )?(?:price|quote|rate|precio)\b/,
  /\b(?:sale|saldra|va a salir) mas car[oa]\b/,
];

/** It costs more than was agreed: "need a new valve, 45 more". */
export const asksMorePay = (words: string): boolean => {
  const plain = plainWords(words).slice(0, 400);
  return COSTS_MORE.some((cost) => cost.test(plain));
};

const NEEDS =
  /\b(?:needs?|needed|gotta|have to|has to|got to) (?:to )?(?:be )?(?:(?:a|an|some|the) )?(?:\w+ )?(?:new|another|different|bigger|parts?|replac\w*|order\w*)\b|\b(?:necesit\w+|ocup\w+|hace falta|hay que) (?:cambiar|comprar|pedir|reemplazar|una? (?:\w+ )?(?:nuev[oa]|pieza|parte)|un repuesto|piezas|partes|repuestos)\b/;

/** More is to be done than was agreed, with its price or without. */
export const namesExtraWork = (words: string): boolean => asksMorePay(words) || NEEDS.test(plainWords(words));

const OWN_HOME =
  /\bmy own\b|\b(?:at|in|for|to) my (?:house|home|place|apartment|apt|condo)\b|\bmy (?:house|home|apartment|kitchen|bathroom|toilet|sink|yard|roof|garage|wife|family)\b(?=.*\b(?:need\w*|leak\w*|brok\w+|fix\w*|clog\w*)\b)|\bi (?:also )?need (?:an? )?(?:\w+ )?(?:plumber|electrician|handyman|painter|cleaner|roofer|locksmith|pro|technician)\b|\b(?:en|para) mi (?:casa|apartamento|depa\w*)\b|\bmi (?:propi[oa]|casa|cocina|bano|lavabo|fregadero)\b|\bnecesito (?:una? )?(?:plomer[oa]|electricista|pintor|cerrajero|tecnico|alguien)\b/;

/** He asks for a home of his own, and says so. */
export const isForOwnHome = (words: string): boolean => OWN_HOME.test(plainWords(words));
