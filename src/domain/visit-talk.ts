// What people say about a visit that is under way. Its words are those of trades too: a gate code is no fence to be built.
import type { Intent, Reading } from './reading.ts';
import { plainWords } from './plain-words.ts';

const ANIMAL = '(?:dogs?|puppy|pup|cats?|kitten|pets?|perr\\w+|gat[oa]s?|mascotas?)';
const TIDY =
  '(?:friendly|bites?|barks?|nice|inside|outside|loose|crated|shy|old|jumps?|harmless|scared|nervous|put away|mans\\w+|amigable\\w*|brav\\w+|muerde\\w*|ladra\\w*|adentro|afuera|amarrad\\w+|suelt\\w+|no hace\\w* nada)';
const ENTRY =
  '(?:gate|door|front door|entry|entrance|access|building|garage|lock ?box|alarm|key ?pad|buzzer|call ?box|elevator|porton|puerta|reja|entrada|edificio|candado|alarma|garaje|elevador)';
const SECRET = '(?:code|pin|combo|combination|passcode|codigo|clave|combinacion)';

const NOTES: readonly RegExp[] = [
  new RegExp(`\\b${ENTRY} (?:\\w+ ){0,2}${SECRET}\\b`),
  new RegExp(
    `\\b(?<!\\b(?:zip|postal|error|fault|trouble|area|promo|discount|booking) )${SECRET}(?! (?:postal|de error)) (?:\\w+ ){0,4}${ENTRY}\\b`,
  ),
  new RegExp(
    `\\b(?<!\\b(?:zip|postal|error|fault|trouble|area|promo|discount|booking) )${SECRET}(?! (?:postal|de error)) (?:is |es )?\\d{3,8}\\b`,
  ),
  /\b(?:ring|buzz|knock|toque|toca|tocar) (?:bell|doorbell|door |the |my |at |on |us |me |el |la |twice|once|hard|loud|when|and|apt|unit|dos|fuerte|timbre|please|first|\d)/,
  /\bpark(?:ing)? (?:\w+ ){0,2}(?:in|on|at|behind|street|garage|spot|space|driveway|across|near|permit|anywhere)\b|\b(?:estacion(?:e|ese|arse|amiento)|parquea\w*)\b/,
  /\b(?:spare )?keys? (?:is |are |will be )?(?:left )?(?:under|behind|with) (?:the|my|a)\b|\bllaves? (?:\w+ ){0,3}(?:debajo|bajo) (?:de|del|el|la)\b/,
  new RegExp(`\\b${ANIMAL} (?:\\w+ ){0,3}${TIDY}\\b`),
  new RegExp(
    `\\b(?:beware|careful|watch out|mind|have (?:a|an|two|2)|there(?: i)?s (?:a|an)|cuidado con|hay|tengo|tenemos) (?:\\w+ ){0,3}${ANIMAL}\\b`,
  ),
  /\b(?:use|come|enter|go|through|via|around) (?:\w+ ){0,3}(?:back|side|front|rear|alley|basement|garage) (?:door|gate|entrance|entry|yard|stairs?)\b|\b(?:por la (?:puerta|entrada) (?:de atras|trasera|lateral))\b/,
  // when and how somebody opens
  /\b(?:im|i am|were|we are|ill be|well be|i might be) (?:\w+ ){0,2}(?:running late|late|behind|delayed|stuck in traffic)\b|^(?:sorry |hey |hi )*running (?:a (?:bit|little) |(?:about )?\d+ (?:min\w* )?)?(?:late|behind)\b|\b(?:voy|vamos) (?:a llegar )?(?:un poco )?tarde\b|\bbe (?:there|home|back) (?:at|by|in|around|about)? ?\d/,
  /\b(?:door|gate|garage) (?:is |will be |stays? )?(?:left )?(?:wide )?open\b|\b(?:he|she|they|you) can (?:just )?(?:come|walk|go) (?:right )?in\b|\blet (?:him|her|your|them)sel(?:f|ves) in\b/,
  // where somebody is to be found
  /\b(?:im|i am|were|we are|ill be|well be) (?:out |around |right )?(?:in|at|by|out|around) (?:the |my )?(?:back|front|side|rear|garage|shed|porch|lobby|basement|(?:back|front) ?yard|yard)\b|\b(?:estoy|estamos|ando) (?:en (?:el |la )?(?:patio|cochera|garaje|jardin|parte de atras|lobby|sotano|porche)|(?:aqui )?atras)\b/,
  /\b(?:door|gate) (?:is |will be |stays? )?(?:left )?unlocked\b/,
  /\b(?:call|text|message) (?:me|us|him|her|my \w+) (?:when|before|on|at|upon|once|if)\b|\b(?:llame|llameme|llamame|aviseme|avisame|marqueme) (?:\w+ ){0,2}(?:cuando|antes|al)\b/,
  /\b(?:apt|apartment|unit|suite|floor|bldg|building|depto|departamento|apto|apartamento|piso|interior) [a-z]?\d{1,5}[a-z]?\b/,
  /\b(?:baby|kids?|son|daughter|brother|sister|mother|father|parents?|friend|boyfriend|girlfriend|landlord|manager|super|wife|husband|tenant|mom|dad|neighbor|somebody|someone|nobody|housekeeper|roommate)s? (?:\w+ ){0,3}(?:sleeping|asleep|napping|home|there|let (?:you|him|her|them) in)\b/,
  /\b(?:breaker|fuse|shut ?off|main|water|gas|electric\w*) (?:valve|panel|box|shut ?off) (?:is|are) (?:\w+ )?(?:in|under|behind|by|next|at|on|outside)\b/,
  /\b(?:shoes off|take off (?:your|his|their|the) shoes|bring (?:a|an|the|his|your|some|extra) \w+)\b/,
];

/** "I have to leave at 10"; with a wish of another time it is no note. */
const LEAVES =
  /\b(?:i|we) (?:\w+ )?(?:have to|gotta|got to|must|need to) (?:leave|go|be (?:out|gone|at|in)|head out)(?: \w+){0,2} (?:at|by|before|around|in|for|to)\b|\b(?:me )?(?:tengo|tenemos) que (?:ir(?:me|nos)?|salir) (?:a las|antes|en)\b/;
const MOVES =
  /\b(?:can|could|instead|mov\w+|chang\w+|resched\w*|cancel\w*|earlier|later|sooner|tomorrow|mejor|cambi\w+|pued\w+|podri\w+|luego|despues)\b/;

const FOR_OTHERS = '(?:you|youll|he|hell|she|shell|they|theyll|u|pro|guy|plumber|dont|if)';
const WISHES: readonly RegExp[] = [
  new RegExp(
    `\\b(?<!\\b${FOR_OTHERS} )(?:need|needs|want|looking for)\\b(?! to (?:buzz|ring|knock|park|enter|call|use|press|push|punch|dial|text|go|come|wear|put|type))`,
  ),
  /\b(?:fix|fixed|repair\w*|install\w*|replac\w+|paint\w*|mount\w*|assembl\w+|hire|quote|estimate)\b/,
  /\bcan (?:you|someone|somebody|anyone) (?:also )?(?:send|find|come|do|look)\b/,
  /\b(?:necesit\w+|busco|buscamos|quiero|queremos|ocupo|arregl\w+|repar\w+|instal\w+|componer|cotiz\w+|pintar)\b/,
];

const PROBLEMS =
  /\b(?:brok\w+|leak\w*|drip\w*|clog\w*|back(?:ed|ing) up|overflow\w*|stopped|dead|fell|falling|crack\w*|burst|stuck|jammed|wont|doesnt|isnt|not (?:working|cooling|heating)|no (?:hot water|heat|power|water|ac)|trip(?:s|ped|ping)|nois\w+|rats?|mice|roach\w*|ants|termites|bees|wasps|mold|flood\w*|peeling|rott\w+|rusted|shattered|rot[oa]s?|rompi\w+|gote\w+|fuga|tapad\w+|tapo|no (?:sirve|funciona|prende|enfria|calienta|jala|abre|cierra)|se (?:cayo|quebro|descompuso|trabo)|descompuest\w+|ratas?|ratones|cucarachas|hormigas|termitas|abejas|moho)\b/;

/** Somebody asks for work in so many words: "need", "fix", "busco". */
export const wishesWork = (words: string): boolean => {
  const plain = plainWords(words);
  return WISHES.some((wish) => wish.test(plain));
};

/** "No more leaks", "ya no gotea". */
export const NOTHING_WRONG =
  /\b(?:(?:there (?:are|is) )?(?:no|zero) (?:more |other )?(?:leaks?|leaking|drips?|dripping|problems?|issues?|complaints?|trouble|noises?|smells?|clogs?|worries)(?: (?:any ?more|at all|now|so far))?|(?:doesnt|does not|isnt|not) (?:leak|leaking|drip|dripping|clogged)(?: (?:any ?more|at all|now))|sin problemas?|ning?un problema|(?:ya )?no (?:hay )?(?:problemas?|fugas?|gotea|goteras?|tira agua)(?: nada)?)\b/g;

/** Something is said to be out of order. */
export const namesProblem = (words: string): boolean => PROBLEMS.test(plainWords(words).replace(NOTHING_WRONG, ' '));

/** How to get in, where to park, whom to mind: for the pro to know, nothing for us to do. */
export const isAccessNote = (words: string): boolean => {
  const plain = plainWords(words);
  if (LEAVES.test(plain)) return !MOVES.test(plain);
  return NOTES.some((note) => note.test(plain)) && !wishesWork(words);
};

/** Who is there, or who asks; and no work. */
export const namesSomebody = ({ categories, contact }: Pick<Reading, 'categories' | 'contact'>): boolean =>
  typeof contact?.name === 'string' && categories.length === 0;

const COMMANDS: readonly Intent[] = ['yes', 'no', 'choose', 'more', 'change', 'dropJob', 'cancel', 'person'];

/** An access note, or the name of who opens; and nothing that is asked of us. */
export const isNote = ({ categories, contact, intent, words }: Reading): boolean => {
  if (COMMANDS.includes(intent)) return false;
  return isAccessNote(words) || namesSomebody({ categories, contact });
};

const WRONG_PLACE =
  /\bwrong (?:apt|apartment|unit|suite|address|house|building|street|place|door|zip|(?:house|street|apt|apartment|unit) number)\b|\baddress (?:is|was) (?:wrong|incorrect|not)\b|\bnot the (?:right|correct) (?:address|house|apartment|apt|unit)\b|\b(?:direccion|casa|calle|puerta) (?:equivocada|incorrecta)\b|\b(?:numero|apartamento|departamento|edificio) (?:equivocado|incorrecto)\b|\b(?:its|it is|is) actually (?:apt|apartment|unit|suite|number|#)|\baddress is (?:actually )?\d+/;

/** The pro is to come elsewhere than it was said: in so many words, or by an address alone that has another number. `street`: as it is known. */
export const correctsPlace = ({ categories, place, when, words }: Reading, street: string): boolean => {
  const isOther = place?.number != null && place.number !== /^\d+/.exec(street)?.[0];
  return WRONG_PLACE.test(plainWords(words)) || (isOther && categories.length === 0 && when === null);
};

const WAITS =
  /^(?:(?:ok|okay|yes|pls|please|sorry|si) )*(?:hang on|hold on|one (?:sec\w*|min\w*|moment)|1 (?:sec|min)\w*|(?:just )?a (?:sec\w*|min\w*|moment)|wait(?! list)|give me (?:a|one|two|five|\d)|gimme (?:a|one)|let me (?:find|get|grab|look|check|see)|brb|be right back|in a (?:sec|minute|bit|moment)|(?:still )?(?:looking|searching) for my|finding my|getting my|un (?:momento|segundo|minuto)|espere?(?:me|n)?\b|ahorita|deme un|dame un|permitame|ya casi)/;

/** "Hang on, finding my card": somebody is at it and wants a moment. */
export const asksToWait = (words: string): boolean => WAITS.test(plainWords(words));

const CAME = '(?:came|come|coming|showed(?: up)?|shown up|show(?: up)?|arrived|here|there|showing up)';
const MISSES = new RegExp(
  `\\b(?:he|she|they|nobody|no one|noone|guy|plumber|electrician|tech\\w*|pro) (?:\\w+ ){0,2}(?:never|didnt|did not|hasnt|has not|havent|isnt|is not|not|still not|no) (?:\\w+ ){0,2}${CAME}\\b|\\b(?:hes|shes|theyre) (?:still )?not (?:even )?${CAME}\\b|\\b(?:nobody|no one|noone) (?:is |has |even |ever )?${CAME}\\b|\\bnever saw (?:him|her|them|any ?body|any ?one|no ?body)\\b|\\bnothing (?:was|has been|got|is) (?:done|fixed|repaired)\\b|\\bno (?:se )?(?:hizo|hicieron) nada\\b|\\b(?:been|still|im|i am|were|we are) (?:(?:still|here|just) )*waiting\\b(?! (?:for|on) (?:my (?!plumber|electrician|guy|pro|tech)|parts?|the (?:part|link|code)))|\\b(?:sigo|seguimos|estoy|estamos|llevo|llevamos) (?:\\w+ ){0,3}esperando\\b|\\bno show\\b|\\bnever (?:came|showed|arrived)\\b|\\bwhere(?:s| is) (?:he|she|my (?:plumber|electrician|guy|pro|tech))\\b|\\b(?:nadie|no) (?:ha |han )?(?:vino|venido|vinieron|llego|llegado|llegaron|llega|viene|aparecio|aparece)\\b|\\bdonde (?:esta|anda|viene) (?:el|la|mi)? ?(?:plomero|electricista|tecnico|profesional|senor)\\b`,
);

/** "He never came", "where is he": somebody is waited for. */
export const missesSomebody = (words: string): boolean => {
  const plain = plainWords(words);
  return MISSES.test(plain) && !LATER.test(plain);
};

const LATER = /\b(?:till?|until|before|after|hasta|antes|despues)\b/;

const IF_BOOKED =
  /\b(?:is|am|are|was) (?:it|this|that|everything|i|we) (?:all |already |now )?(?:booked|confirmed|set|scheduled|good to go|locked in)\b|\bdid (?:it|that|this|my \w+) (?:go (?:thru|through)|work)\b|\b(?:ya )?(?:quedo|esta|estoy|estamos) (?:reservad[oa]s?|confirmad[oa]s?|agendad[oa]s?|apartad[oa]s?)\b|^ya quedo\b|^(?:so )?(?:booked|confirmed|confirmado|reservado)$/;

/** "Is it booked?" */
export const asksIfBooked = (words: string): boolean => IF_BOOKED.test(plainWords(words));

const REFUND =
  /\b(?:refund\w*|money back|give (?:me )?back my money|my money returned|reimburs\w+|charge ?back|devuelv\w+|devolu\w+|reembols\w+|dinero de (?:vuelta|regreso)|regres\w+ (?:el |mi )?dinero)\b/;

/** Money that was paid is wanted back. */
export const asksForRefund = (words: string): boolean => REFUND.test(plainWords(words));

const COME =
  /\b(?:can|could|would) (?:he|she|they|you|u|it|we) (?:\w+ ){0,2}(?:come|be here|make it|do it|do)\b|\b(?:puede|pueden|podria|podrian) (?:\w+ ){0,2}(?:venir|pasar|llegar|ser)\b|\binstead\b|\ben vez\b/;

/** "Can he come sunday?": with a time it asks for another one. */
export const asksToCome = (words: string): boolean => COME.test(plainWords(words));

const NEVER_MIND =
  /\b(?:never ?mind|nvm|forget (?:it|about it|that|i said)|disregard|ignore (?:that|this|me|it)|olvid[ae]lo|no importa|no hagan? caso)\b/;

/** "Never mind": it takes back what was said last, and says of no visit that it is not wanted. */
export const saysNeverMind = (words: string): boolean => NEVER_MIND.test(plainWords(words));

const PRICE =
  /\b(?:how much(?! (?:longer|time|more|further))|what (?:do|does|would|will|is|are) (?:\w+ ){0,4}(?:cost|costs|charge|price|prices|rates?|fees?)|whats (?:\w+ ){0,3}(?:cost|charge|price|rate|fee)|prices?|pricing|cuanto (?:cuesta\w*|cobra\w*|sale|seria|es|vale|me)|precios?|tarifas?|ballpark)\b/;

/** What it costs is asked, alone or with the job. */
export const asksPrice = (words: string): boolean => PRICE.test(plainWords(words));

const EXTRA =
  /\b(?:wants?|asks?|asking|charg\w+|says?|demands?|quiere|pide|cobra\w*|dice)(?: \w+){0,3} (?:\d{2,4} (?:dollars |bucks |dolares |cash |in cash )?(?:more|extra|mas)|(?:more|extra) (?:money|cash|\d{2,4})|mas dinero|otros \d{2,4}|in cash|en efectivo)\b|\b(?:wants?|asks?|asking|asked)(?: me)?(?: for)? (?:my|a|the) (?:credit |debit )?card\b|\b(?:wants?|asks?|asking|asked)(?: me)? for (?:cash|money|payment|a deposit|a tip)\b|\b(?:pide|quiere) (?:mi tarjeta|efectivo|dinero|propina)\b|\bpay(?:ing)? (?:him|her|them) (?:\w+ )?(?:extra|more|cash|\d{2,4})\b|\bpagarle (?:\w+ )?(?:mas|extra|en efectivo|\d{2,4})\b/;

/** "He wants 180 more": whoever has paid the price owes nothing else. */
export const tellsOfExtra = (words: string): boolean => EXTRA.test(plainWords(words));

const HAGGLES =
  /\b(?:(?:do|does|doing|take|accept|done|get) (?:(?:it|this|that|him|her|the job) )?for (?:like |only |just |under )?\d{2,4}(?= (?:dollars|bucks|usd|instead|total|even|max|please|pls|flat|cash|or less)\b|$)|(?:he|she|they|you) (?:take|accept) \d{2,4}(?= (?:dollars|bucks|instead|cash)\b|$)|(?:a lot|alot|kinda|pretty|so) (?:of money|high|expensive|pricey|steep)|(?:thats|its|that is|seems) (?:a lot|alot|steep|pricey|high|expensive|so much$)|so much money|(?:go|any) lower|(?:cant|cannot|can not) afford|no me alcanza|discount|best price|negotia\w+|por \d{2,4}(?= (?:dolares|pesos|nada mas|todo)\b|$)|descuento|rebaja\w*|me lo deja|es mucho|(?:que|ta|muy) caro|menos precio)\b/;

/** "Can he do it for 100", "that's a lot": the price is talked about, and nothing refused. */
export const haggles = (words: string): boolean => HAGGLES.test(plainWords(words));

const ABOUT_PRO =
  /\b(?:he|she|him|her|they|them|the (?:plumber|electrician|tech\w*|guy|pro|handyman|man|lady|worker|contractor|provider|crew)|when (?:you|he|she|they) (?:come|get|arrive)\w*|while (?:hes|shes|theyre|youre)|same (?:visit|time|trip|guy)|appointment|visit|cita|visita|el (?:plomero|electricista|tecnico|senor)|cuando (?:venga|llegue)n?|ya que (?:venga|este)n?|mism[oa] (?:plomero|tecnico|visita))\b/;

/** It speaks of the pro or the visit rather than of other work. */
export const mentionsVisit = (words: string): boolean => ABOUT_PRO.test(plainWords(words));

const NEW_JOB =
  /\b(?:(?:another|new|second|different|separate|one more) (?:job|request|project|booking|order|task)|(?:otr[oa]|nuev[oa]|segund[oa]) (?:trabajo|solicitud|pedido|proyecto|reserva))\b/;

/** "Another job", "new request": said in so many words. */
export const asksForNewJob = (words: string): boolean => NEW_JOB.test(plainWords(words));

const ANOTHER =
  /\b(?:also|another|new|second|different|separate|as well|too(?! (?:much|expensive|late|early|high|long|many|big|small|hot|cold|far|bad|low|slow|loud))|otr[oa]s?|tambien|ademas|nuev[oa]s?|segund[oa])\b/;

/** Something is wanted besides what is under way. */
export const saysAnother = (words: string): boolean => ANOTHER.test(plainWords(words));
