import type { AskedKind } from '../domain/reading.ts';

const NUMBERS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  uno: 1,
  una: 1,
  dos: 2,
  tres: 3,
  cuatro: 4,
  cinco: 5,
  seis: 6,
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  '1st': 1,
  '2nd': 2,
  '3rd': 3,
  '4th': 4,
  '5th': 5,
  '6th': 6,
  primero: 1,
  primera: 1,
  primer: 1,
  segundo: 2,
  segunda: 2,
  tercero: 3,
  tercera: 3,
  tercer: 3,
  cuarto: 4,
  cuarta: 4,
  quinto: 5,
  quinta: 5,
  sexto: 6,
  sexta: 6,
  a: 1,
  b: 2,
  c: 3,
  d: 4,
};

const ORDINAL =
  '(?:first|second|third|fourth|fifth|sixth|1st|2nd|3rd|4th|5th|6th|primer[oa]?|segund[oa]|tercer[oa]?|cuart[oa]|quint[oa]|sext[oa])';
const CARDINAL = '(?:[1-9]|one|two|three|four|five|six|uno|una|dos|tres|cuatro|cinco|seis)';

const POLITE =
  '(?: please| pls| plz| thanks| thank you| por favor| gracias| works| is fine| is good| sounds good| esta bien| would be great| then)*';
const LEAD =
  '(?:(?:yes|ok|okay|sure|si|bueno|pues|ni modo|alright|lets (?:do|go with)|ill (?:take|go with|do|have)|i (?:want|choose|pick|prefer|like|would like)|id like|i like|go with|give me|gimme|take|pick|choose|quiero|prefiero|me quedo con|dame|escojo|elijo|mejor|the|el|la|con|un|una|number|numero|no|num|option|opcion|choice) )*';

const NAMED = new RegExp(`\\b(?:option|opcion|choice|number|numero|num|slot|pick) (${CARDINAL}|[a-d])\\b`);
const THAT_ONE = new RegExp(
  `\\b(?:the|la|el|that) (${ORDINAL})(?: (?:one|option|choice|time|slot|guy|person|opcion|uno|pro|provider))?${POLITE}$`,
);
const ONE_OF = new RegExp(`\\b(${ORDINAL}) (?:one|option|choice|slot|opcion)\\b`);
const ALONE = new RegExp(`^${LEAD}(${CARDINAL}|${ORDINAL})${POLITE}$`);
/** The whole text names one of a list. */
export const isPlainChoice = (simple: string): boolean => ALONE.test(simple);
/** "1 thank u so much", "1 please send it": the number, and nothing but assent and courtesy behind it. */
const WITH_COURTESY =
  /^([1-9])(?: (?:yes|ok|okay|sure|please|pls|plz|thanks|thank|thx|ty|you|u|so|very|much|a lot|all|is|its|looks|sounds|good|great|fine|perfect|done|send|book|go|it|him|her|them|that|one|sir|maam|si|muchas|gracias|por|favor|todo|bien|esta|ese|enviar|reservar))+$/;
const LETTER = new RegExp(`^(?:option |opcion |letra |letter )?([a-d])${POLITE}$`);
const LAST = /\b(?:the )?(?:last|latest) (?:one|option|choice|time|slot)\b|^(?:the )?last$|\b(?:la|el) ultim[oa]\b/;
const EITHER = /\b(?:earliest|soonest|first available|la mas temprano|el mas temprano|lo mas pronto)\b/;

/** Which of the options was chosen, counted from one; null when none was named. */
export function findChoice(simple: string, asked: AskedKind | null, options: readonly string[]): number | null {
  if (simple.length > 120) return null;
  const isChoosing = asked === 'choice' || options.length > 0;
  const number = byNumber(simple, isChoosing);
  if (number !== null || !isChoosing) return number;
  if (options.length > 0 && LAST.test(simple)) return options.length;
  return EITHER.test(simple) ? 1 : byWords(simple, options);
}

function byNumber(simple: string, isChoosing: boolean): number | null {
  const patterns = isChoosing ? [...NUMBERED, LETTER, WITH_COURTESY] : NUMBERED;
  const said = patterns.map((pattern) => pattern.exec(simple)?.[1]).find((word) => word !== undefined);
  if (said === undefined) return null;
  return NUMBERS[said] ?? (Number(said) || null);
}

const NUMBERED = [NAMED, THAT_ONE, ONE_OF, ALONE];

/** The option whose own words were said, when only one has them. */
function byWords(simple: string, options: readonly string[]): number | null {
  const said = new Set(simple.split(' ').filter((word) => word.length > 1));
  const shared = options.map(
    (option) =>
      option
        .toLowerCase()
        .match(/[a-z0-9]{2,}/g)
        ?.filter((word) => said.has(word)).length ?? 0,
  );
  const best = Math.max(0, ...shared);
  return best > 0 && shared.filter((count) => count === best).length === 1 ? shared.indexOf(best) + 1 : null;
}
