// What homeowners say when they are asked whether the work is good. Money is paid on it, so nothing is taken on trust:
// a text approves, or is silence, only when every word of it is known to say no more than that.
import type { Intent, Reading } from './reading.ts';
import { generalQuestion } from './general-question.ts';
import { plainWords } from './plain-words.ts';
import { namesProblem, NOTHING_WRONG } from './visit-talk.ts';

const wordsOf = (list: string): readonly string[] => list.split(' ');

const COURTEOUS = wordsOf(
  'hi hello hey good morning afternoon evening night day thanks thank you u thx ty so very much a lot for all everything the your ur help ' +
    'appreciate it appreciated i we really bye goodbye see later take care nice one have great cool ok okay k sir maam please pls ' +
    'hola buenos buenas dias tardes noches gracias muchas mil adios hasta luego por todo su la ayuda muy amable',
);

const ASSENTING = wordsOf(
  'y yes yess yep yeah yea yup sure thing right correct confirm confirmed approve approved absolutely definitely of course go ahead ' +
    'its is thats that was looks works well done alright job work he she they him her them did does pay release ' +
    'si sip bueno claro dale va vale ya bien esta quedo listo de acuerdo supuesto correcto confirmo apruebo acepto paguele',
);

const PRAISING = wordsOf(
  'great perfect perfectly fine awesome excellent amazing wonderful beautiful beautifully love loved best happy satisfied pleased ' +
    'perfecto perfecta excelente genial buenisimo contento contenta feliz',
);
/** "It is good", "fixed now": praise only beside one of these, since "good morning" is none, and what is to be fixed is none. */
const GOOD = new RegExp(
  [
    '\\b(?:all|is|its|looks?|was|works?|very|so|everythings?|everything|really|did|did a|a|job|work) good\\b',
    '\\b(?:works?|working) (?:now|again|fine|well)\\b|^(?:ya )?quedo(?: ya)?(?: gracias)?$|\\bmuy buen[oa]s?\\b',
    '\\bgood (?:job|work|now)\\b|\\bnice (?:job|work)\\b|\\bwell done\\b|\\bdone right\\b|^good(?: (?:thanks?|thx|ty|thank you))?$',
    '(?:^|\\b(?:it|its|is|all|he|she|they|was|everything|everythings) )(?:fixed|solved|repaired)\\b',
    '\\b(?:todo|esta|quedo|estuvo|muy|todo muy) bien\\b|^(?:muy )?bien(?: gracias)?$|\\bbien hecho\\b|\\bbuen trabajo\\b',
    '(?:^|\\b(?:quedo|esta|ya) )(?:arreglad[oa]|listo)\\b',
  ].join('|'),
);

/** What praise is said with. */
const AROUND_PRAISE = wordsOf(
  'everything everythings look working worked are were seems seem now an this my our his their with super extremely nicely clean fixed solved repaired ' +
    'quick quickly fast friendly polite professional guy plumber electrician pro man lady team crew im am highly recommend recommended too finished on time ever ' +
    'hizo un una buen trabajo el ella se ve mi nos me gusto encanto fue estuvo hecho bueno buena arreglado arreglada rapido limpio senor muchacho plomero tecnico con y lo recomiendo super',
);

const COURTESY: ReadonlySet<string> = new Set(COURTEOUS);
const ASSENT: ReadonlySet<string> = new Set([...COURTEOUS, ...ASSENTING, ...PRAISING]);
const PRAISE: ReadonlySet<string> = new Set([...ASSENT, ...AROUND_PRAISE]);
const PRAISES: ReadonlySet<string> = new Set(PRAISING);

/** "My wife says its fine". */
const SAYS =
  /^(?:(?:ok|yes|well|pues|si) )?(?:my \w+|he|she|they|we|mi \w+) (?:says?|said|thinks?|told me|dice|dijo) (?:that |thats |que )?/;

/** "Have a great day": nothing of it is the work. */
const WISHES =
  /\b(?:(?:have|had) a )?(?:good|great|nice|lovely|wonderful|blessed|perfect|beautiful|amazing) (?:day|night|morning|afternoon|evening|one|weekend)\b/g;

/** "The sink works", "my floor looks": whatever the thing is called that is praised. */
const THING =
  /\b(?:the|my|our|el|la|mi) [a-z]+(?: [a-z]+)? (?=(?:is|are|works?|looks?|runs?|drains?|flushes|funciona|jala|quedo|esta|se ve)\b)/g;

const ASKS =
  /^(?:(?:so|and|but|ok|y|entonces) )?(?:(?:is|are|was|were|did|does|do|has|have|can|will|would) (?:it|he|she|this|that|they|you|u|we|i|all|everything|the|my)|who|what|when|where|why|how|whats|hows)\b/;

const isQuestion = (words: string): boolean => words.includes('?') || ASKS.test(plainWords(words));

/** What is left to judge. `name`: how the pro is called. */
const judged = (words: string, name: string): string => {
  const named = new Set(plainWords(name).split(' '));
  return [NOTHING_WRONG, WISHES, THING, SAYS]
    .reduce((plain, known) => plain.replace(known, ' '), plainWords(words))
    .split(' ')
    .filter((word) => word !== '' && !named.has(word))
    .join(' ');
};

const isAllOf = (known: ReadonlySet<string>, plain: string): boolean =>
  plain.split(' ').every((word) => word === '' || known.has(word));

/** Trouble is named only to say that there is none. */
export const saysNothingWrong = (words: string): boolean =>
  plainWords(words).search(NOTHING_WRONG) >= 0 && !namesProblem(words);

/** Nothing but praise: "all good thx", "looks great, no more leaks". `name`: how the pro is called. */
export const saysAllGood = (words: string, name = ''): boolean => {
  const plain = judged(words, name);
  const isPraise = GOOD.test(plain) || plain.split(' ').some((word) => PRAISES.has(word)) || saysNothingWrong(words);
  return isPraise && isAllOf(PRAISE, plain) && !isQuestion(words);
};

/** A thumb alone has no words. */
const isAssent = (words: string): boolean => isAllOf(ASSENT, judged(words, '')) && !isQuestion(words);

/** "Release the money": in so many words. */
const ORDERS =
  /^(?:(?:ok|okay|yes|yeah|please|pls|you can|go ahead and|si|por favor) )*(?:(?:approve|release|pay) (?:it|him|her|them|(?:the |his |her )?(?:money|payment|payout|job|work|pro))|approved?|(?:pague|libere|apruebe)(?:le|lo|la)?(?: (?:el|la) (?:pago|dinero|trabajo))?)(?: (?:please|pls|thanks|thank you|now|por favor|gracias))*$/;

/** A yes on which money is paid: nothing but assent, or praise of the work. "Good luck getting paid" and "get him back here" are neither. */
export const approves = ({ choice, intent, words }: Reading, name = ''): boolean =>
  choice === 1 || (intent === 'yes' && isAssent(words)) || ORDERS.test(plainWords(words)) || saysAllGood(words, name);

const NO_STARS = /\b(?:0|zero|no|cero) (?:stars?|estrellas?)\b/;
const BAD_STARS = 2;

/** So few stars say that something is wrong. */
export const ratesBadly = ({ rating, words }: Reading): boolean =>
  (rating !== null && rating <= BAD_STARS) || NO_STARS.test(plainWords(words));

/** Words to us, which say nothing of the work however they are put. */
const COMMANDS: readonly Intent[] = ['language', 'start', 'repeat'];
const COURTESIES: readonly Intent[] = ['thanks', 'bye', 'greet'];
const STATUS = /^(?:status|estado)$/;
const BESIDE = ['receipt', 'tips'];

/**
 * Whether somebody who was asked has said nothing. Anything but a courtesy may object, in words that nobody foresaw:
 * "im still waiting for him", "he did a good job ruining my floor".
 */
export const isSilence = ({ intent, words }: Reading): boolean => {
  const plain = plainWords(words);
  if (COURTESIES.includes(intent)) return isAllOf(COURTESY, plain);
  return COMMANDS.includes(intent) || STATUS.test(plain) || BESIDE.includes(generalQuestion(words) ?? '');
};
