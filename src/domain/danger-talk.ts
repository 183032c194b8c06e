// What people say about a danger that they have told: it is over, help is there, should they call.
import { plainWords } from './plain-words.ts';

const CALM = '(?:fine|ok|okay|good|safe|alright|all right|all clear|under control|contained|over|secure)';
const WHO =
  '(?:its|it is|that is|thats|everything(?: is|s)?|everyone(?: is|s)?|everybody(?: is|s)?|all(?: is| of us are)?|we|were|we are|im|i am|i|things are|they are|the (?:house|kids|family|baby) (?:is|are)|nobody is hurt)';
const POLITE = '(?:(?:yes|yeah|ok|okay|no|oh|thanks|thank you|phew|actually|sorry|well|now|si|bueno|gracias|ya) )*';

const CLEAR: readonly RegExp[] = [
  new RegExp(
    `^${POLITE}(?:${WHO} )?(?:(?:all|now|already|totally|perfectly|back to|doing) )*${CALM}\\b(?! to (?:touch|use|go))`,
  ),
  /^(?:\w+ ){0,3}(?:got|are|is|am|were|went|im|already|all|now|safely) (?:\w+ )?(?:out|outside)\b|^(?:\w+ ){0,3}left(?: the (?:house|home|building))?(?= now|$)/,
  /\b(?:turned|switched|shut|cut|flipped|closed|got) (?:\w+ ){0,4}off\b|\b(?:turned|shut) off\b|\b(?:power|breaker|gas|water|electricity|main|valve|it)(?: is|s)? (?:now |all |turned |shut )?off\b/,
  /\b(?:it|they|that|sparks?|smoke|smell|leak|flooding|water|fire) (?:has |have |just |finally )?(?:stopped|quit)(?: now)?$|\bstopped (?:now|sparking|smoking|smelling|leaking|flooding|burning|by itself)\b/,
  /\b(?:no more|no longer|not|isnt|arent|doesnt|dont|ya no|no)(?: \w+){0,2} (?:spark\w*|smok\w*|smell\w*|fire|flames?|flood\w*|arcing|burning|danger\w*|emergency|gas|humo|chisp\w*|peligro|emergencia|fuego|huele|olor)\b/,
  /\b(?:spark\w*|smoke|smell|fire|flames?|chispas?|humo|olor|fuego) (?:\w+ )?(?:gone|out|over|se fue|se fueron|paro|pararon|se acabo|se apago)\b|\bput (?:it|the fire) out\b/,
  /\bfalse alarm\b|\bfalsa alarma\b/,
  /\b(?:todo|todos|ya|estoy|estamos|esta)(?: (?:esta|estan|estoy|estamos|todos|todo))? (?:bien|a salvo|controlado|tranquilo|apagado|afuera|fuera)\b/,
  /\bya (?:se )?(?:paro|pararon|apago|acabo|fue|paso|quedo|termino|cerro|salimos|sali)\b/,
  /\b(?:apague|apagamos|baje|bajamos|cerre|cerramos|corte|cortamos|desconecte) (?:la|el|los|las|todo|ya)\b/,
];
const NOT_CLEAR =
  /\b(?:but|except|still|again|not (?:fine|ok|okay|good|safe|sure|out|off|over|under)|isnt (?:fine|ok|safe|off|over)|arent (?:safe|ok)|cant|cannot|until|if|when|pero|sigue|todavia|aun|otra vez|no (?:esta|estamos|estoy|puedo|se))\b/;

/** The danger is over, or everybody is out of it. */
export const saysAllClear = (words: string): boolean => {
  const plain = plainWords(words);
  return !words.includes('?') && !NOT_CLEAR.test(plain) && CLEAR.some((clear) => clear.test(plain));
};

const HELP_IS_THERE =
  /\b(?:called|llame al|llamamos al) 911\b|\b(?:ambulance|paramedics?|firefighters?|fire (?:department|dept|truck)|ambulancia|paramedicos|bomberos) (?:is|are|\w+ )?(?:here|coming|on (?:the|their) way|came|arrived|viene|vienen|llego|llegaron|en camino|aqui)\b/;

/** The emergency number was called, or its people are there. */
export const saysHelpIsThere = (words: string): boolean => HELP_IS_THERE.test(plainWords(words));

const ASKS_911 =
  /\b(?:should|shall|do|must|can|could) (?:i|we|they) (?:\w+ ){0,3}(?:911|ambulance|fire (?:dept|department)|police)\b|\b(?:is (?:this|it|that)) (?:a |an )?(?:911|emergency)\b|\b(?:debo|debemos|deberia|deberiamos|tengo que|hay que|llamo|llamamos|necesito) (?:\w+ ){0,2}(?:911|ambulancia|bomberos|policia)\b|\bes (?:una )?emergencia\b/;

/** Whether to call the emergency number. */
export const asksAbout911 = (words: string): boolean => {
  const plain = plainWords(words);
  return ASKS_911.test(plain) && (words.includes('?') || !/\b(?:necesito|tengo que)\b/.test(plain));
};

const BEGINS_AGAIN =
  /\b(?:again|still|now|right now|everywhere|worse|more|started|otra vez|de nuevo|sigue|ahora|ahorita|peor|mas)\b/;

/** A danger that was over is there again. */
export const beginsAgain = (words: string): boolean => BEGINS_AGAIN.test(plainWords(words));
