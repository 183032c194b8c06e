import type { Danger, Urgency, When } from '../domain/reading.ts';
import type { RankedTrade } from './trades/rank-trades.ts';
import { hasAny } from './simplify.ts';

const CALM = [
  /\b(?:not (?:an |a |that |really |super |too )?(?:emergency|urgent|rush|hurry)|no (?:rush|hurry)|isnt (?:an emergency|urgent)|non ?urgent|whenever|no es (?:una )?(?:urgente|urgencia|emergencia)|sin prisa|no hay prisa|no corre prisa|cuando (?:pueda|puedan|sea|quieran)|flexible|take your time|eventually|someday|at some point|some ?time this (?:month|fall|spring|summer|winter|year)|this (?:fall|spring|summer|winter)|thinking (?:about|of)|estoy pensando|algun dia)\b/,
];

const EMERGENCY = [
  /\b(?:emergency|emergencies|emergencia|urgent|urgently|urgente|urgencia|right now|right away|immediately|asap its|ahora mismo|ya mismo|de inmediato|auxilio|sos|help fast|dangerous|peligro|peligroso)\b/,
  /\b(?:locked (?:\w+ )?out|lock(?:ed)? myself out|shut myself out|cant get (?:in|into|inside)|quede (?:\w+ )?(?:afuera|fuera|encerrad\w*)|sin llaves|(?:child|kid|baby|toddler|dog|car) (?:is |got )?(?:locked|trapped)|trapped|encerrad[oa])\b/,
  /\b(?:sewage|sewer|raw sewage|aguas negras) (?:\w+ ){0,3}(?:back\w*|everywhere|floor|basement|coming|overflow\w*)\b/,
  /\b(?:toilets?|commode|tub|bathtub|shower|sink|sewer|septic|drain|washer|washing machine|dishwasher|water heater|inodoro|excusado|taza|wc|bano|drenaje|fregadero|tina|lavadora|boiler|calentador|pila) (?:\w+ ){0,4}(?:over ?flow\w*|spilling over|desbord\w*|derram\w*|rebos\w*)\b/,
  /\b(?:over ?flow\w*|desbord\w*|rebos\w*|derram\w*) (?:\w+ ){0,4}(?:toilet|commode|tub|sink|shower|drain|sewer|septic|inodoro|excusado|taza|wc|bano|drenaje|fregadero|tina)\b/,
  /\b(?:(?:water|leak|agua) (?:\w+ ){0,2}(?:wont|will not|cant|doesnt|does not|no) (?:\w+ )?(?:stop|para|deja)|cant (?:stop|shut off|turn off) (?:the )?(?:water|leak))\b/,
  /\b(?:aguas negras|drenaje|cloaca) (?:\w+ ){0,4}(?:regres\w*|sal\w*|subiendo|sube|por la coladera)\b/,
  /\b(?:sewage|sewer|septic|raw sewage) (?:\w+ ){0,2}(?:is |are )?(?:back(?:s|ed|ing)? up|coming up|coming out|in (?:the|my) (?:tub|shower|house|basement|yard))\b/,
  /\b(?:fell|fallen|crashed|came down|landed|leaning|cayo) (?:\w+ ){0,2}(?:on|onto|through|into|sobre|encima|arriba) (?:\w+ ){0,3}(?:car|house|roof|truck|home|garage|wires?|power lines?|carro|casa|techo|coche)\b/,
  /\b(?:drip\w*|leak\w*|pouring|coming|water) (?:\w+ ){0,3}(?:through|from|in) (?:\w+ ){0,2}ceiling\b/,
  /\b(?:gotera|goteras|gotea\w*|agua) (?:\w+ ){0,4}(?:techo) (?:\w+ ){0,3}(?:llueve|lluvia|lloviendo)\b/,
  /\bceiling (?:\w+ ){0,3}(?:leak\w*|drip\w*|cav\w*|collaps\w*|fall\w*)\b/,
  /\b(?:allergic|alergic[oa])\b/,
];

const HEAT = /\b(?:ac|a c|air|aire|cooling|hvac|clima|minisplit)\b/;
const HOT =
  /\b(?:(?:9\d|1[01]\d) (?:degrees|grados|inside|in (?:here|my|the)|f|out\w*)|heat ?wave|sweltering|no (?:\w+ )?enfria|baby|newborn|infant|elderly|bebe|abuel\w+|dying|unbearable|insoportable|mucho calor)\b/;
const COLD = /\b(?:no heat|heat (?:is )?(?:out|not working|wont)|furnace|heater|boiler|calefaccion|calenton)\b/;
const FREEZING =
  /\b(?:freez\w*|snow\w*|blizzard|below (?:zero|freezing|\d0)|(?:[1-4]\d) (?:degrees|inside|outside|in (?:here|the|my))|baby|newborn|infant|toddler|kids|children|elderly|disabled|(?:mom|mother|dad|father|grandma|grandpa|grandmother|grandfather|parents?|she|he) (?:is|are) (?:[6-9]\d|old|sick)|bebe|ninos|abuel\w+|nieve|nevando|helando|congel\w+|mucho frio)\b/;

const SOON = [
  /\b(?:asap|as soon as|soon|today|tonight|tomorrow|tmrw|hoy|manana|pronto|cuanto antes|lo antes posible|ahorita|quick\w*|fast|rapido|same day)\b/,
  /\b(?:leak\w*|drip\w*|clog\w*|wont|not working|stopped working|doesnt work|broken|broke|dead|no hot water|backs? up|bites|gote\w*|fuga|tapad\w+|no (?:funciona|sirve|prende|enfria|abre|cierra)|se rompio|roto|rota)\b/,
];

/** To "When?": no time is worse than another. */
const ANY_TIME =
  /^(?:(?:ok|well|oh|i|it|im|am|thats|really|honestly|pues|la verdad) ){0,3}(?:any ?time|any day|whenever|does ?nt matter|no matter|dont (?:care|mind)|do not (?:care|mind)|idc|(?:you|u) (?:pick|choose|decide)|your (?:choice|call)|either(?: one)?|any(?: of (?:them|those|these|the above))?|whichever|all (?:good|work|fine|of them)|anything|me da igual|da igual|no importa|(?:usted )?(?:elija|escoja|decida)|(?:el|la) que sea|cualquier\w*|cuando (?:sea|quiera|guste|puedan?|se pueda))\b/;

/** How soon somebody is needed, from simplified words and what was understood. */
export function rateUrgency(
  simple: string,
  found: { danger: Danger | null; trades: readonly RankedTrade[]; when: When | null; isTimeAsked: boolean },
): Urgency {
  if (found.danger) return 'emergency';
  const isCalm = hasAny(simple, CALM) || (found.isTimeAsked && ANY_TIME.test(simple));
  if (!isCalm && isEmergency(simple, found.trades)) return 'emergency';
  if (isCalm) return 'flexible';
  return hasAny(simple, SOON) ? 'soon' : 'normal';
}

/** Asking for a price is no emergency, whatever it is for. */
function isEmergency(simple: string, trades: readonly RankedTrade[]): boolean {
  if (/^(?:how much|price|cost|cuanto (?:cuesta|cobran|sale))\b/.test(simple)) return false;
  if (hasAny(simple, EMERGENCY)) return true;
  if (trades[0]?.id !== 'hvac') return false;
  return (HEAT.test(simple) && HOT.test(simple)) || (COLD.test(simple) && FREEZING.test(simple));
}
