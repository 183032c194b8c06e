// A provider on the day of a visit, in whole sentences: late, nobody opens, cannot come. Each pattern is the whole text; only
// a reason may stand around "can't come".
import type { ProviderWord } from '../domain/reading.ts';
import { saysCannotCome } from './cannot-words.ts';
import { SPAN } from './time-spans.ts';

const SORRY =
  '(?:(?:so |im |very )?(?:sorry|hey|hi|heads up|apologies|unfortunately|perdon|disculpe|disculpa|lo siento|oye|hola|still|sigue|todavia|but|pero|and|y) ){0,4}';
const WHEN = '(?: (?:today|tomorrow|tonight|this time|any ?more|after all|now|right now|hoy|manana|ahora|ya))?';

const whole = (body: string): RegExp => new RegExp(`^${SORRY}(?:${body})$`);

const I =
  '(?:(?:on my way |otw )?(?:i|im|i am|ill|i will|we|were|we are|well|we will) )?(?:am |are |gonna |going to |might |may |will |probably ){0,4}(?:be )?';
const A_BIT = `(?:(?:running|a (?:bit|little)|bit|about|around|roughly|maybe|like|approx|some|${SPAN}) ){0,4}`;
const LATE = '(?:late|behind|behind schedule|delayed|held up|running behind)';
const WHY =
  '(?: (?:sorry|(?:because of |due to |in |bc of |the )*traffic|today|there|to (?:the )?job|for (?:the )?job)){0,4}';
const VOY = '(?:(?:ya |en camino )?(?:voy|vamos|ando|andamos|estoy|llego|llegamos|llegare|vengo)(?: a llegar)? )?';
const UN_POCO = `(?:(?:un (?:poco|poquito)|poquito|algo|como|con|unos?|aprox|mas o menos|${SPAN}|de) ){0,4}`;
const TARDE = '(?:tarde|atrasad[oa]s?|retrasad[oa]s?|demorad[oa]s?|retraso|atraso)';
const TRAFICO = '(?:(?:por|debido a|en) (?:el |mucho )?)?(?:trafico|tranque|trancon|embotellamiento)';

const NOBODY = '(?:nobody|no ?one|noone|no body)';
const THEY = '(?:(?:the )?(?:customer|homeowner|client|owner|lady|guy|he|she|they))';
const AT_DOOR = `(?:(?:im|i am|were) (?:here|outside|at the door)(?: now)? |(?:i )?(?:knocked|rang|rang the bell|knock)(?: and rang)?(?: twice| (?:a few|several|many) times| \\d times)? |here |arrived )?`;
const DOOR = '(?:(?: at)? the (?:door|bell))?(?: here)?';
const NADIE = '(?:contesta|abre|responde|sale|atiende|esta|hay)';
const EN_CASA = '(?: (?:en (?:la )?(?:casa|puerta)|la puerta|aqui|ahi))?';

const CANNOT =
  '(?:cant|can not|cannot|wont|will not|am not able to|not able to|unable to|wont be able to|not going to|couldnt)';
const MAKE_IT =
  '(?:(?:be able to )?(?:make (?:it|the (?:job|visit|appointment)|this (?:one|job))|come|be there|get there|do (?:it|this one|that one|this job|that job|the job|this visit)|go))';
const IR = '(?:ir|llegar|asistir|hacerlo|cumplir|hacer (?:el|ese|este) trabajo|tomarlo)';

const PATTERNS: readonly (readonly [ProviderWord, RegExp])[] = [
  [
    'late',
    whole(
      `${I}${A_BIT}${LATE}(?: (?:by|about|around|maybe|like|${SPAN})){0,4}${WHY}|${I}(?:(?:stuck|sitting|caught) (?:in )?)?(?:(?:bad|heavy|some|terrible|crazy|the|a|really) ){0,4}(?:traffic(?: jam)?)(?: is (?:really )?(?:bad|heavy|terrible|crazy))?(?: (?:i )?(?:${A_BIT}${LATE}|${SPAN}))?`,
    ),
  ],
  [
    'late',
    whole(
      `${VOY}${UN_POCO}${TARDE}(?: (?:como|unos|por|${SPAN})){0,4}(?: ${TRAFICO})?|(?:me )?(?:retraso|atraso|demoro|tardo|voy a (?:tardar|demorar|retrasar(?:me)?))(?: (?:un poco|como|unos|${SPAN})){0,4}|(?:estoy |voy |vamos |quede )?(?:atorad[oa]s?|atascad[oa]s?|parad[oa]s?|metid[oa]s?) en (?:el |un )?(?:trafico|tranque|trancon|embotellamiento)|(?:hay )?(?:mucho )?(?:trafico|tranque)(?: pesado)?(?: ${SPAN})?`,
    ),
  ],
  [
    'nobodyHome',
    whole(
      `${AT_DOOR}(?:but )?(?:and )?(?:${NOBODY}(?: is|s|es)?(?: seems to be)? (?:at )?(?:home|here|there|in|answers?|answering|answered|opens?|opening|opened|came)${DOOR}|(?:there is |theres |got |getting )?no (?:answer|response|reply)(?: at (?:the )?(?:door|house))?|${THEY}(?: is| are|s|re)? ?(?:not|isnt|arent|wont|doesnt|didnt|dont) (?:be )?(?:home|here|there|answer(?:ing)?|open(?:ing)?|come)${DOOR}|not (?:at )?home|empty house|nobodyhome)`,
    ),
  ],
  [
    'nobodyHome',
    whole(
      `(?:(?:ya )?(?:llegue|toque|estoy (?:aqui|afuera|en la puerta))(?: varias veces)? (?:y |pero )?)?(?:no hay nadie|nadie ${NADIE}|no (?:me )?(?:abren?|contestan?|responden?|atienden?|salen?)(?: nadie)?|no (?:esta|hay) (?:nadie|(?:el|la) client[ea])|(?:el|la) client[ea] no (?:esta|abre|contesta|responde|sale))${EN_CASA}`,
    ),
  ],
  [
    'cannot',
    whole(
      `(?:i |we )?${CANNOT}(?: ${MAKE_IT})?${WHEN}|(?:i |we )?(?:have to|need to|must|gotta|got to) (?:cancel|drop out|back out|bail)(?: (?:it|this one|the (?:job|visit)))?${WHEN}|(?:im |i am |we are )?not (?:coming|going to make it|gonna make it)${WHEN}`,
    ),
  ],
  [
    'cannot',
    whole(
      `(?:ya )?no (?:puedo|podre|podremos|podemos|alcanzo|voy a poder|vamos a poder|voy a alcanzar|llego|voy a llegar)(?: a)?(?: ${IR})?${WHEN}|(?:tengo|tenemos|debo) que (?:cancelar|dejarlo)(?: (?:el trabajo|la visita))?${WHEN}|no (?:voy|vamos)(?: a ir)?${WHEN}`,
    ),
  ],
];

/** The word that a whole sentence says; null for anything else. Simple text without its booking code, or with "it" in its place. */
export const findVisitWord = (simple: string): ProviderWord | null =>
  PATTERNS.find(([, pattern]) => pattern.test(simple))?.[0] ?? (saysCannotCome(simple) ? 'cannot' : null);
