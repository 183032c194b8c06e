import type { ProviderWord } from '../domain/reading.ts';
import { findVisitWord } from './visit-words.ts';

const exactly = (words: string): RegExp => new RegExp(`^(?:${words})$`);

// The whole text, without its booking code and courtesies.
const WORDS: readonly (readonly [ProviderWord, RegExp])[] = [
  [
    'onMyWay',
    exactly(
      'otw|omw|on (?:my|the|our) way(?: now| there| over)?|(?:im|i am|we are|were) (?:on (?:my|the|our) way|otw|omw|heading (?:over|out|there)|headed (?:over|there|your way)|leaving now|enroute|en route)(?: now)?|heading (?:over|out|there|your way)(?: now)?|headed (?:over|there|your way)|leaving now|en ?route|(?:ya |ahi |ahorita )?(?:voy|vamos)(?: en camino| para alla| llegando| saliendo| de camino)?|(?:ya )?(?:estoy |estamos )?en camino|de camino|salgo para alla|voy en camino',
    ),
  ],
  [
    'here',
    exactly(
      'here|(?:im|i am|we are|were) (?:here|outside|at the (?:door|house|place|gate)|in the driveway|out front|parked)(?: now)?|(?:just |ive |i have |i )?(?:arrived|got here)|outside|at the door|(?:ya )?llegu?e|(?:ya )?llegamos|(?:ya )?(?:estoy|estamos) (?:aqui|afuera|en la puerta|aca)|aqui estoy|aqui|(?:ya )?afuera',
    ),
  ],
  [
    'done',
    exactly(
      'done|(?:im|i am|we are|were|its|all|job|jobs|job is|work is|all is) (?:all )?(?:done|finished|complete|completed)|(?:just |i |ive |we )?finished(?: up| the job| the work| it)?|complete|completed|finished|(?:ya )?listo(?: ya)?(?: quedo| termine| terminamos| acabe)?|(?:ya )?termin(?:e|amos|ado|ada|o)(?: el trabajo| todo)?|(?:ya )?acab(?:e|amos|ado)|(?:ya )?quedo(?: listo)?|trabajo (?:hecho|terminado)|hecho|ya esta(?: listo| hecho)?',
    ),
  ],
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
  [
    'accept',
    exactly(
      'y|ye|yes|yep|yeah|yup|accept|accepted|i accept|ill take it|take it|i can|i can do it|si|s|acepto|aceptar|aceptado|lo tomo|la tomo|yo puedo|dale|va|ok|okay|sure|claro|claro que si|si puedo|yes i can',
    ),
  ],
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

const LONGEST = 80;

/** The word by which a provider answers, with or without a booking code; null for anything longer. */
export function findProviderWord(simple: string, code: string | null): ProviderWord | null {
  const bare = withoutCode(simple, code);
  if (bare.length > LONGEST) return null;
  const find = (text: string): ProviderWord | null =>
    WORDS.find(([, pattern]) => pattern.test(text))?.[0] ?? findVisitWord(text);
  const plain = bare.replace(COURTESY, '').trim();
  return find(bare) ?? find(plain) ?? find(plain.replace(LATE, '').trim());
}

/** "Y K7", "K7 Y" and "Yk7" are alike. */
function withoutCode(simple: string, code: string | null): string {
  if (code === null) return simple;
  return simple
    .replace(
      new RegExp(`(?:\\b(?:code|codigo|for|para|del|de) )?${code.toLowerCase()}$|\\b${code.toLowerCase()}\\b`),
      '',
    )
    .replace(/\s+/g, ' ')
    .trim();
}
