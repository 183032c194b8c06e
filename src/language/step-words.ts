// The steps of a visit in a provider's own words: on the way, there, done. Each pattern is the whole text, with "it" where a booking code stood.
import type { ProviderWord } from '../domain/reading.ts';
import { SPAN } from './time-spans.ts';

const SUBJECT = '(?:im|i am|were|we are|ive|we ve|weve|i|we|just|ok|okay|hey|yo|finally|now|already|ya)';
const LED = `(?:${SUBJECT} ){0,4}`;

const LEAVING =
  '(?:otw|omw|on (?:my|the|our) way|heading (?:over|out|there|your way)|headed (?:over|there|out|your way)|leaving|en ?route|just left|rolling out|driving (?:there|over))';
const SOON = `(?:now|there|over|right|already|and|to|for|with|it|the (?:job|house|place)|about|around|like|maybe|approx|roughly|probably|(?:ill |will |should |gonna |gon )?(?:be|get|getting|arriving|arrive) (?:there|here)|see (?:you|u|ya)|eta|in|out|away|is|tops|or so|from (?:here|there)|${SPAN})`;
const THERE_IN = `(?:(?:ill |i will |will |should |gonna )?(?:be there|get there|arrive|arriving|there|see you|see u)|eta) (?:(?:is|in|about|around|like) ){1,3}${SPAN}(?: (?:or so|tops|it|to it|for it)){0,2}|(?:eta |about |like |around ){0,2}${SPAN} (?:out|away)(?: from (?:it|there|here))?|eta ${SPAN}`;
const VOY =
  '(?:en camino|de camino|para alla|pa alla|llegando|saliendo|salgo para alla|voy (?:en camino|para alla|pa alla|llegando|saliendo|de camino)|vamos (?:en camino|para alla|llegando|saliendo)|voy|vamos|estoy en camino|estamos en camino)';
const PRONTO = `(?:ya|a|para|it|y|llego|llegamos|estoy|ahi|alla|como|en|unos?|aprox|mas o menos|con|${SPAN})`;

const SPOT =
  '(?:(?:the|ur|your|his|her|their) )?(?:(?:front|back|side|main|garage|rear) )?(?:door|gate|house|place|property|address|driveway|porch|yard|backyard|lobby|entrance|garage|curb|street|building|parking(?: lot)?|location|site|jobsite|job|back|front|side|alley|unit|apartment|apt|it)';
const SPOT_NAMED =
  '(?:(?:the|ur|your|his|her|their) )?(?:(?:front|back|side|main|rear) )?(?:door|gate|house|place|property|address|driveway|porch|lobby|entrance|building|location|site|jobsite|it)';
const HERE =
  '(?:here|outside|parked|pulled up|pulling up|pulled in|arrived|got here|got there|made it|on ?site|out front|out back|there now)';
const AROUND = `(?:now|already|here|outside|waiting|for it|it|out (?:front|back)|in front|of the (?:house|place|building)|(?:at|in|by|on|out in|in front of) ${SPOT})`;

const LLEGUE =
  '(?:llegue|llegue a|llegamos|llegando|(?:estoy|estamos|ando|andamos)(?: ya)?|aqui (?:estoy|estamos|ando))';
const LUGAR =
  '(?:aqui|aca|ahi|afuera|atras|enfrente|adelante|en (?:la |el |su )?(?:puerta|porton|reja|casa|entrada|patio|cochera|garaje|direccion|calle|estacionamiento|lobby|edificio|domicilio|parte de (?:atras|enfrente)|frente|it)|a(?: la|l) (?:puerta|porton|casa|entrada)|frente a (?:la |su )?casa|por atras|esperando|ya|a it|it)';

const DONE = '(?:done|finished|complete|completed|wrapped up|all set here|finito)';
const ABOUT =
  '(?:up|here|with|w|at|on|for|now|today|already|all|it|everything|(?:the|this|that) (?:job|work|repair|house|place|one|visit|install))';
const ITS =
  '(?:im|i am|were|we are|ive|weve|i|we|its|it is|it|that is|thats|that one is|job|the job|jobs|job is|work|work is|all is|everything is|everythings|is|all|just|now|already|ok|okay|got it|got|finally)';
const LISTO =
  '(?:listo|lista|termin(?:e|amos|ado|ada|o)|acab(?:e|amos|ado|o)|quedo(?: list[oa])?|hecho|(?:trabajo|todo) (?:hecho|terminado|listo)|(?:esta|quedo) (?:list[oa]|hech[oa]|terminad[oa])|ya esta)';
const DE_ESTO =
  '(?:ya|con|de|en|el|la|ese|este|it|todo|trabajo|visita|casa|aqui|por hoy|quedo|termine|terminamos|acabe|para)';

const whole = (body: string): RegExp => new RegExp(`^(?:${body})$`);

const STEPS: readonly (readonly [ProviderWord, RegExp])[] = [
  ['onMyWay', whole(`${LED}${LEAVING}(?: ${SOON}){0,9}|${LED}(?:${THERE_IN})`)],
  ['onMyWay', whole(`(?:ya |ahi |ahorita |pues ){0,2}${VOY}(?: ${PRONTO}){0,7}|llego en ${SPAN}`)],
  ['here', whole(`${LED}${HERE}(?: ${AROUND}){0,4}|${LED}(?:at|by) ${SPOT_NAMED}(?: ${AROUND}){0,2}`)],
  [
    'here',
    whole(
      `(?:im|i am|were|we are|here) (?:out )?(?:in|at|by|on|around|in front of) ${SPOT}(?: ${AROUND}){0,2}|in (?:the|ur|your) (?:back|front|driveway)`,
    ),
  ],
  [
    'here',
    whole(
      `(?:ya )?${LLEGUE}(?: (?:${LUGAR}|${LLEGUE})){1,4}|(?:ya )?(?:llegue|llegamos)|(?:ya )?(?:aqui|afuera)(?: (?:${LUGAR})){0,3}|en (?:la|su) puerta`,
    ),
  ],
  ['done', whole(`(?:${ITS} ){0,4}${DONE}(?: ${ABOUT}){0,5}`)],
  ['done', whole(`(?:(?:ya|todo|ok|it|el|ese|trabajo) ){0,3}${LISTO}(?: ${DE_ESTO}){0,5}`)],
];

/** The step that a whole text says; null for anything else. Simple text, "it" in the place of a booking code. */
export const findStepWord = (simple: string): ProviderWord | null =>
  STEPS.find(([, pattern]) => pattern.test(simple))?.[0] ?? null;
