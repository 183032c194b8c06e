import type { Danger } from '../domain/reading.ts';
import { hasAny } from './simplify.ts';

interface Sign {
  readonly danger: Danger;
  readonly signs: readonly RegExp[];
  /** What makes the same words harmless. */
  readonly harmless: readonly RegExp[];
}

const BEEPS =
  '(?:go(?:es|ing)? off|went off|wont stop|beep\\w*|sound\\w*|blar\\w*|ring\\w*|alarm(?:ing|s)?|alert\\w*|sonando|suena|sono|pitando|pita|activo)';

const WHO =
  '(?:i|he|she|they|we|someone|somebody|one|husband|wife|mom|mother|dad|father|son|daughter|baby|kid|child|boy|girl|grandma|grandpa|grandmother|grandfather|brother|sister|man|woman|guy|neighbor|worker|roommate|plumber|electrician|friend)';

const SIGNS: readonly Sign[] = [
  {
    danger: 'carbonMonoxide',
    signs: [
      new RegExp(`\\b(?:co2?|carbon monoxide|monoxide) (?:\\w+ ){0,3}${BEEPS}\\b`),
      new RegExp(`\\b(?:monoxido|monoxido de carbono) (?:\\w+ ){0,5}${BEEPS}\\b`),
      new RegExp(`\\b${BEEPS} (?:\\w+ ){0,5}(?:carbon monoxide|monoxido)\\b`),
      /\bcarbon monoxide (?:leak|poison\w*)\b/,
      /\b(?:fuga|intoxicacion|envenenamiento) (?:de|por) monoxido\b/,
    ],
    harmless: [/\b(?:install|replace|new|battery|batteries|bateria|baterias|chirp\w*|instalar|cambiar|low batt)\b/],
  },
  {
    danger: 'gas',
    signs: [
      /\b(?:smell\w*|stink\w*|reek\w*|odor|whiff|hiss\w*) (?:\w+ ){0,3}gas\b/,
      /\bgas (?:\w+ ){0,2}(?:smell\w*|odor|hiss\w*|leak\w*|escap\w*)\b/,
      /\b(?:leak\w*|hissing) (?:\w+ ){0,2}gas\b/,
      /\bsmell\w* (?:like )?(?:\w+ ){0,2}rotten eggs?\b/,
      /\brotten eggs? smell\b/,
      /\b(?:huele|olor|oler|huelo|apesta) (?:\w+ ){0,3}gas\b/,
      /\bfuga de gas\b/,
      /\b(?:tira|sale|saliendo|escapando|escapa) (?:\w+ ){0,2}gas\b/,
    ],
    harmless: [
      /\b(?:no|not|dont|doesnt|didnt|without|sin) (?:\w+ ){0,3}(?:smell|smelling|odor|leak|huele|olor|huelo|fuga)\b/,
      /\bgas (?:grill|station|mower)\b/,
      /\b(?:test|check|inspection|quote|estimate|presupuesto) (?:\w+ ){0,3}gas (?:line|leak|pipe)\b/,
    ],
  },
  {
    danger: 'fire',
    signs: [
      /\b(?:on fire|caught fire|catch(?:ing)? fire|house fire|kitchen fire|grease fire|electrical fire|theres? (?:is )?a? ?fire|flames?|in flames|smoke (?:is )?(?:coming|pouring|filling|everywhere)|smoking (?:outlet|panel|breaker|wire|box)|(?:outlet|panel|breaker|dryer|oven|furnace|stove|wall|dishwasher|washer) (?:is |was |started |its )?smoking|see smoke|smell(?:s|ing)? (?:like )?smoke|full of smoke|lots of smoke)\b/,
      /\b(?:incendio|se (?:esta )?(?:quemando|incendiando)|en llamas|llamas|hay (?:mucho )?(?:humo|fuego)|sale (?:mucho )?humo|saliendo (?:mucho )?humo|echando humo|huele a humo|prendio fuego|agarro fuego|lumbre)\b/,
    ],
    harmless: [
      /\bfire ?(?:place|pit|wood|alarm batter|damage|sprinkler|extinguisher|door|escape)/,
      /\bsmoke (?:damage|detector|alarm)s?\b/,
      /\b(?:me )?llamas(?: |$)(?:por|al|a|cuando|luego|manana)?/,
      /\b(?:dano|danos) (?:por|de) (?:humo|incendio)\b/,
      /\b(?:chimenea|after the fire|last (?:week|month|year)|years? ago|months? ago|smoker|smokers|smoking area|cigarette)\b/,
      /\b(?:pilot|burner|gas logs?|no) (?:\w+ ){0,2}flames?\b/,
      /\bflames? (?:is|are|looks?|wont|goes) (?:yellow|orange|out|weak|low|light)\b/,
    ],
  },
  {
    danger: 'medical',
    signs: [
      /\b(?:isnt|is not|not|stopped|stop|cant|cannot|cant even|hardly|barely|trouble|struggling to|difficulty|unable to) breath(?:e|ing)\b/,
      /\b(?:unconscious|unresponsive|electrocuted|electrocution|no pulse|heart attack|having a (?:stroke|seizure|heart attack)|overdos\w+|chest pains?)\b/,
      /\b(?:got|getting|was|been|severe|bad|an|a) electric(?:al)? shock(?:ed)?\b|\b(?:got|was) (?:badly )?(?:shocked|zapped) (?:by|from|bad|touching)\b/,
      new RegExp(`\\b${WHO} (?:\\w+ ){0,3}(?:passed out|fainted|collapsed|is dying|drowning|drowned)\\b`),
      new RegExp(
        `\\b${WHO} (?:just )?(?:fell|fallen) (?:off|from|through) (?:\\w+ )?(?:roof|ladder|attic|ceiling|stairs)\\b`,
      ),
      /\b(?:is|hes|shes|im|was|are) (?:choking|bleeding (?:badly|heavily|a lot|out|bad)|having seizures)\b|\bbleeding (?:badly|heavily|out|a lot)\b/,
      /\b(?:baby|infant|toddler|child|kid|son|daughter|bebe|nin[oa]|hij[oa]) (?:\w+ ){0,4}(?:locked|stuck|trapped|encerrad[oa]) (?:\w+ ){0,3}(?:car|truck|suv|van|vehicle|carro|coche|auto|camioneta)\b/,
      /\b(?:badly|seriously|severely) (?:hurt|injured|burned|burnt)\b/,
      // "should i call 911" asks, it does not tell
      /(?<!\b(?:should|shall|do|must|can|could) (?:i|we|they) (?:\w+ ){0,2})\b(?:need|call|send) (?:an |a )?(?:ambulance|paramedics?|911)\b/,
      /\b(?:no|ya no|dejo de|no puede|no puedo|apenas) (?:esta )?respira\w*\b|\b(?:inconsciente|electrocut\w+|infarto|ataque al corazon|derrame cerebral|convulsion\w*|sobredosis|no tiene pulso|dolor (?:de|en el) pecho|ambulancia)\b/,
      /\b(?:se desmayo|se (?:esta )?ahog(?:a|ando|o)|perdio el conocimiento|esta sangrando mucho|sangra mucho|le dio (?:la corriente|un toque electrico|una descarga)|se cayo (?:de la escalera|del techo)|gravemente herid\w+)\b/,
    ],
    harmless: [
      /\b(?:last (?:week|month|year)|weeks? ago|months? ago|years? ago|training|so (?:nobody|no one)|before (?:someone|somebody|anyone)|hace (?:\w+ )?(?:semanas?|mes|meses|anos?))\b/,
    ],
  },
  {
    danger: 'sparks',
    signs: [
      /\bspark(?:s|ed|ing)?\b/,
      /\barcing\b/,
      /\b(?:burning|burnt|burned|electrical|melting|melted) (?:\w+ ){0,2}smell\b/,
      /\bsmell\w* (?:\w+ ){0,3}(?:burning|burnt|burned|melting|melted|electrical)\b/,
      /\b(?:outlet|plug|wire|wires|panel|breaker|switch|socket)s? (?:\w+ ){0,3}(?:melt\w*|burnt|burning|hot to (?:the )?touch|scorch\w*)\b/,
      /\b(?:live|exposed|downed) (?:wire|wires|power lines?)\b/,
      /\b(?:chispas?|chispaz\w*|chispea\w*|hace corto|haciendo corto)\b/,
      /\b(?:huele|olor) a (?:\w+ )?(?:quemado|plastico quemado|cable quemado)\b/,
    ],
    harmless: [
      /\bspark ?plugs?\b/,
      /\b(?:food|toast|cookies|dinner|candle|incense)\b/,
      /\b(?:dust|first time|turned on the heat)\b/,
    ],
  },
  {
    danger: 'flooding',
    signs: [
      /\bwater (?:is )?(?:\w+ ){0,2}(?:everywhere|gushing|pouring|shooting|spraying|rushing|flooding)\b/,
      /\b(?:gushing|pouring|shooting|spraying|rushing) (?:\w+ ){0,3}water\b/,
      /\b(?:pipe|pipes|hose|water line|water main|main|water heater|heater|tank) (?:just |has |have |is |was )?(?:\w+ )?(?:burst|bursted|bust|busted|exploded|broke open|gushing)\b/,
      /\b(?:burst|busted|exploded|bursting) (?:\w+ ){0,2}(?:pipe|pipes|hose|line|water heater|main)\b/,
      /\b(?:is|are|its|im|keeps|house|basement|kitchen|bathroom|apartment|garage|room|floor|everything) (?:\w+ )?(?:flooding|flooded)\b/,
      /\bflood(?:ing|ed)? (?:my|the|our|in|everything|up)\b/,
      /\bsewage (?:\w+ ){0,4}(?:everywhere|floor|backed|backing|basement|coming up)\b/,
      /\b(?:cant|wont|unable to|how do i) (?:turn|shut) (?:off )?(?:the )?water(?: off)?\b/,
      /\bceiling (?:is |just |has )?(?:\w+ )?(?:collaps\w*|caving|caved|pouring)\b/,
      /\b(?:inundando|se (?:me |nos )?(?:inundo|inunda|esta inundando)|inundad[oa]|inundacion|agua por (?:todos lados|todas partes|donde sea)|chorro de agua|a chorros)\b/,
      /\b(?:revento|reventado|reventada|exploto|tronado) (?:\w+ ){0,3}(?:tubo|tuberia|caneria|manguera|pipa|boiler|calentador)\b/,
      /\b(?:tubo|tuberia|caneria|manguera|llave) (?:\w+ ){0,2}(?:revento|reventado|reventada|roto y sale|exploto)\b/,
    ],
    harmless: [
      /\bflood ?(?:light|lights|insurance|zone|plain)\b/,
      /\b(?:last (?:week|month|year|spring|winter|summer|fall)|weeks? ago|months? ago|years? ago|used to|in the past|hace (?:\w+ )?(?:semanas?|mes|meses|anos?))\b/,
      /\b(?:prevent|avoid|evitar|so it doesnt|before it) (?:\w+ ){0,3}(?:flood\w*|inund\w*)\b/,
      /\bsprinkler\b/,
    ],
  },
];

const ENDED =
  '(?:spark\\w*|arcing|smok\\w*|smell\\w*|gas|fire|flames?|flood\\w*|burning|chisp\\w*|humo|olor|fuego|quemado)';
const FILLER = '(?:(?:any|the|of|a|hay|echa|echan|sale|salen|huele|huelo|veo|el|la|las|los|active) ){0,2}';
/** "No more sparks", "the smell is gone", "ya no huele a gas": what is over is left out. */
const ENDS = new RegExp(
  `\\b(?:no more|no longer|stopped|quit|ya no|dejo de|dejaron de) ${FILLER}${ENDED}\\b|\\b(?:not|isnt|arent|doesnt) ${ENDED} (?:\\w+ )?(?:anymore|any more|now)\\b|\\b${ENDED} (?:is |are |has |have |just |all |now )*(?:stopped|gone|went away|is over|se fue|se fueron|ya paro|paro|pararon)\\b`,
  'g',
);
const GOES_ON = /\b(?:but|again|still|then|pero|otra vez|de nuevo|sigue|todavia)\b/;

/**
 * A threat to life or home in simplified words, before anything else is made of them. Rather one too many than one too
 * few, but a gas stove to be installed, a detector with a low battery or a fireplace is none.
 */
export function findDanger(simple: string): Danger | null {
  if (/\b(?:not an emergency|no es emergencia|no es una emergencia)\b/.test(simple)) return null;
  const open = GOES_ON.test(simple) ? simple : simple.replace(ENDS, ' ');
  const found = SIGNS.find(({ signs, harmless }) => hasAny(open, signs) && !hasAny(open, harmless));
  return found?.danger ?? null;
}
