import type { ProviderWord } from '../domain/reading.ts';
import { saysCannotCome } from './cannot-words.ts';
import { findStepWord } from './step-words.ts';
import { findVisitWord } from './visit-words.ts';

const ONE = '(?:it|this(?: one)?|that(?: one)?|the job|the work)';
/** A word that agrees; several in a row agree too: "yea sure", "yep ill take it". */
const YES = `(?:y|ye|yes|yess|yea|yeah|yep|yup|yas|k|kk|ok|okay|oki|sure|sure thing|for sure|accept|accepted|i accept|absolutely|definitely|count me in|im in|sounds good|works for me|i can|we can|yes i can|(?:i can |ill |i will |well |we will |can |happy to |gladly )?(?:do|take|grab) ${ONE}|ill (?:have|accept|be there)|i want ${ONE}|si|s|claro|claro que si|acepto|aceptar|aceptado|lo tomo|la tomo|(?:yo )?(?:lo|la) (?:agarro|hago|quiero|acepto)|me (?:lo|la) quedo|yo puedo|si puedo|dale|va|de acuerdo|por supuesto)`;

const exactly = (words: string): RegExp => new RegExp(`^(?:${words})$`);

// The whole text, without its booking code and courtesies.
const WORDS: readonly (readonly [ProviderWord, RegExp])[] = [
  [
    'jobs',
    exactly(
      'jobs|my jobs|job list|list jobs|show (?:me )?(?:my )?jobs|todays jobs|my schedule|schedule|trabajos|mis trabajos|ver trabajos|mi agenda|agenda|mis citas',
    ),
  ],
  [
    'join',
    exactly(
      'join|sign ?(?:me )?up|register|(?:i )?(?:want|would like|wanna|id like) to (?:join|sign up|work(?: for you| with you)?|become a (?:pro|provider))|become a (?:pro|provider)|unirme|unirse|registrarme|registro|(?:quiero |me quiero )(?:unirme|registrarme|registrar|trabajar(?: con ustedes)?|inscribirme)|inscribirme|trabajar con ustedes',
    ),
  ],
  [
    'pay',
    exactly(
      'pay|payout|payouts|my (?:pay|payout|payouts|money|earnings|balance)|earnings|balance|get paid|when do i get paid|pago|pagos|mis? pagos?|mi dinero|cobrar|mis ganancias|ganancias|saldo|cuando me pagan',
    ),
  ],
  ['accept', exactly(`(?:(?:1|it) )?${YES}(?: (?:${YES}|1|it|boss|that|then)){0,5}`)],
  [
    'decline',
    exactly(
      'n|no|nope|nah|decline|declined|pass|ill pass|no can do|not available|busy|reject|skip|paso|rechazar|rechazo|no gracias|ocupado|estoy ocupado|no thanks|no thank you|not this time',
    ),
  ],
];

const COURTESY = /\b(?:please|pls|thanks|thank you|gracias|por favor|sir|maam|boss|jefe|hi|hello|hey|hola|ok) ?/g;

/** Whoever says it late says that too. */
const LATE =
  /\b(?:sorry|my bad|(?:i )?forgot(?: to (?:say|text|tell you))?|yesterday|earlier|already|just now|a while ago|(?:an?|one|two|\d) hours? ago|perdon|disculpe|lo siento|se me (?:paso|olvido)|ayer|hace rato) ?/g;

/** What he asks of us before he says where he is. */
const WAIT =
  /^(?:no )?(?:please |pls )?(?:dont|do not|no) (?:cancel\w*|drop)(?: (?:it|me|this|that|on me|el trabajo|la visita))?(?= \w) ?/;

const LONGEST = 80;

/** The word by which a provider answers, with or without a booking code; null for anything longer, reasons for not coming aside. */
export function findProviderWord(simple: string, code: string | null): ProviderWord | null {
  const texts = code === null ? [simple] : [replaceCode(simple, code, ''), replaceCode(simple, code, 'it')];
  for (const text of texts) {
    const plain = text.replace(COURTESY, '').trim();
    const word = find(text) ?? find(plain) ?? find(plain.replace(WAIT, '').replace(LATE, '').trim());
    if (word !== null) return word;
  }
  return null;
}

const find = (text: string): ProviderWord | null => {
  if (text.length > LONGEST) return saysCannotCome(text) ? 'cannot' : null;
  return WORDS.find(([, pattern]) => pattern.test(text))?.[0] ?? findStepWord(text) ?? findVisitWord(text);
};

/** "Y K7", "K7 Y" and "Yk7" are alike; in a sentence a code is "it": "can't make F7". */
const replaceCode = (simple: string, code: string, by: '' | 'it'): string =>
  simple
    .replace(
      new RegExp(
        `${by === '' ? '(?:\\b(?:code|codigo|for|para|del|de) )?' : '\\b'}${code.toLowerCase()}$|\\b${code.toLowerCase()}\\b`,
      ),
      by,
    )
    .replace(/\s+/g, ' ')
    .trim();
