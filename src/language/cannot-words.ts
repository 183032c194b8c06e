// "I can't come", with the reason before or after it. What limits it ("before 4", "for that price", "but friday works") gives
// nothing up: a visit is dropped only when nothing else can be meant.

const CANNOT =
  '(?:cant|cnt|can not|cannot|wont|will not|not able to|unable to|wont be able to|wont b able to|cant be able to|not going to be able to|not gonna be able to|not going to|not gonna|couldnt)';
const MAKE_IT =
  '(?:make (?:it|this one|this job|the job|the visit|the appointment)|do (?:it|this one|this job|that one|that job|the job|the visit)|take (?:it|this one|the job)|come|go|get there|be there|get to it|come to it|go to it)';
const GIVE_UP =
  '(?:have to|need to|must|gotta|got to|gonna|going to)(?: have to)? (?:cancel|drop|drop out of|back out of|bail on|drop out|back out|bail|pass on)(?: (?:it|this one|this job|the job|the visit))?';
const NOT_COMING = '(?:not coming|not making it)';
const NO_PUEDO =
  '(?:ya )?no (?:puedo|podre|podremos|podemos|alcanzo a|voy a poder|vamos a poder|pude) (?:(?:ir|llegar|asistir|venir)(?: a it)?|hacerlo|cumplir|tomarlo|hacer (?:it|el trabajo|este trabajo|ese trabajo)|con it|it)|(?:ya )?no (?:voy|vamos) a ir(?: a it)?|(?:tengo|tenemos|debo) que cancelar(?:lo| it| el trabajo| la visita)?';

const GIVES_UP = new RegExp(`\\b(?:${CANNOT} ${MAKE_IT}|${GIVE_UP}|${NOT_COMING}|${NO_PUEDO})(?= |$)`);

const REGRETS =
  '(?:so|very|really|sorry|hey|hi|heads up|apologies|unfortunately|but|and|just|im|i am|perdon|disculpe|disculpa|lo siento|oye|hola|pero|y|boss|jefe)';
/** Nobody but himself is spoken of. */
const HIMSELF = new RegExp(`^(?:${REGRETS} ){0,5}(?:i|we|ill|im|i am|were|we are)?$`);
const REASON =
  /\b(?:brok\w+|break\w*|sick|ill|fever|flu|covid|flat|accident|crash\w*|wreck\w*|emergency|hospital|died|dead|dying|hurt|injured|stolen|tow\w*|funeral|passed away|(?:double|over) ?booked|came up|wont start|gave out|blew|descompu\w+|ponch\w+|enferm\w+|accident\w+|emergencia|choque|choc\w+|murio|fallec\w+|robaron|averi\w+|grua|fiebre|urgencia)\b/;
const SOMEBODY_ELSE =
  /\b(?:he|she|they|customer|homeowner|client|owner|lady|guy|tenant|if|when|who|why|what|you|u|says|said|cliente|ella|ellos|usted|si|cuando|dice|dijo|senora?)\b/;

const SINCE =
  '(?:sorry|so sorry|because|bc|cuz|cause|coz|since|due to|my|our|i|im|ive|we|weve|got|have|had|having|something|theres|there|truck|car|van|the truck|the car|the van|kids?|wife|family|emergency|sick|flat|unfortunately|please|pls|boss|bro|man|apologies|and|today|tomorrow|tmrw|tonight|anymore|any more|after all|now|this time|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tues|wednes|thurs|fri|satur|sun)day|porque|pues|se|mi|me|estoy|ando|tengo|tuve|es que|ya que|por (?:una?|mi) (?:emergencia|urgencia|problema|accidente|enfermedad)|perdon|disculpe|lo siento|hoy|manana|ya|la camioneta|la troca|el carro)';
const GIVES_REASON = new RegExp(`^(?:${SINCE}(?: |$))`);
const LIMITS =
  /\b(?:before|until|till|til|earlier|sooner|on time|in time|late|later|but|instead|resched\w*|move|another|other|how about|what about|can (?:we|i|you|u|they)|could|would|hours?|mins?|minutes?|unless|if|yet|antes|hasta|a las|despues|a tiempo|pero|otr[oa]|mas tarde|temprano|horas?|minutos?|sin|puede|podria|podemos|\d+)\b/;

/** Longer than that tells a story that a person has to read. */
const LONGEST = 160;

/** A provider gives a visit up and says why, or says no more than that. Simple text, "it" in the place of a booking code. */
export function saysCannotCome(simple: string): boolean {
  const found = simple.length > LONGEST ? null : GIVES_UP.exec(simple);
  if (found === null) return false;
  const before = simple.slice(0, found.index).trim();
  const after = simple.slice(found.index + found[0].length).trim();
  const isHis = HIMSELF.test(before) || (REASON.test(before) && !SOMEBODY_ELSE.test(before));
  return isHis && (after === '' || GIVES_REASON.test(after)) && !LIMITS.test(after);
}
