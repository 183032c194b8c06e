// What people say when work that was done, or is being done, went wrong.
import { isReached, minutesAfter } from './instants.ts';
import { plainWords } from './plain-words.ts';
import { namesProblem } from './visit-talk.ts';

const REPORTED_WITHIN_DAYS = 7;

/** For a week what goes wrong may be the work of that visit; later it is rather a new job. */
export const mayBeReported = (endedAt: string, now: string): boolean =>
  !isReached(minutesAfter(endedAt, REPORTED_WITHIN_DAYS * 24 * 60), now);

const BACK =
  /\b(?:again|still|came back|coming back|is back|are back|keeps?|(?:otra|una) vez|de nuevo|nuevamente|sigue|siguen|todavia|aun|volvio|volvieron|vuelven?)\b/;

const DANGEROUS = /\b(?:spark\w*|smok\w*|smell\w*|burning|arcing|chisp\w*|humo|huele|olor|inund\w*)\b/;

const PRO =
  '(?:he|she|they|you|u|ur guy|your (?:guy|man|pro|plumber|people|worker|tech\\w*)|the (?:guy|pro|plumber|tech\\w*|electrician|worker|cleaners?|man|lady|contractor|crew|handyman)|(?:el|la|su|tu) (?:plomero|tecnico|senor|senora|muchacho|electricista|pintor|trabajador|profesional))';
const HARM =
  '(?:broke|breaks|broken|cracked|crackd|scratched|damaged|ruined|destroyed|dented|flooded|spilled|stained|burned|burnt|ripped|tore|smashed|wrecked|messed up|screwed up|fucked up|stole|knocked (?:over|down|off)|left a (?:mess|hole|leak|scratch))';
const MINE = '(?:my|our|the|a|an|this|that|some|everything)';
const ROMPIO =
  '(?:rompio|rompieron|quebro|quebraron|dano|danaron|rayo|rayaron|arruino|arruinaron|mancho|mancharon|robo|robaron|golpeo|tumbo)';

const HARMED: readonly RegExp[] = [
  new RegExp(`\\b(?:${PRO}|it|this|that|and) (?:(?:just|also|has|have|even|totally) ){0,2}${HARM} ${MINE}\\b`),
  new RegExp(
    `\\b${PRO} (?:(?:just|also|has|have|even) ){0,2}(?:broke|made|left|took|stole|did) (?:\\w+ ){0,4}(?:mess|damage|hole|worse|it|off)\\b`,
  ),
  // "se me rompió la llave" tells of a job, "me rompió el gabinete" of somebody
  new RegExp(
    `(?<!\\bse )\\b(?:(?:me|nos) )?${ROMPIO} (?:mi|mis|el|la|los|las|un|una|todo|nuestr[oa]s?)\\b(?<!\\bse (?:me|nos|le) ${ROMPIO} \\w+)`,
  ),
];

const BADLY: readonly RegExp[] = [
  /\b(?:bad|poor|terrible|awful|horrible|sloppy|lousy|crappy|shitty|half ass\w*) (?:job|work)\b|\bmal trabajo\b|\bpesimo trabajo\b/,
  /\b(?:not|never|isnt|wasnt|hasnt been|didnt get|didnt) (?:really |even |actually |properly |all )?(?:fix(?:ed)?(?: (?:it|anything|the \w+))?|repaired|solved|finish(?:ed)?|done right|fixed right)(?! (?:yet|until))\b/,
  /\b(?:worse (?:than|now)|made it worse|got worse|is worse|its worse|did nothing|didnt do anything|scam(?:med)?|rip(?:ped)? ?off|left (?:\w+ )?without (?:\w+ )?(?:finish\w*|fixing|doing|repairing)|(?:isnt|not|wasnt) (?:even )?(?:finished|complete)|half ?done|left a mess|made a mess|was (?:very |so |really )?rude)\b/,
  /\b(?:no quedo (?:bien|arreglad[oa])|quedo (?:mal|peor)|no (?:lo |la |me )?(?:arreglo|reparo|termino)|no (?:hizo|hicieron) nada|se (?:fue|fueron) sin (?:terminar|arreglar|acabar)|a medias|empeoro|esta peor|(?:dejo|hizo|dejaron|hicieron) un (?:desastre|cochinero|desorden|tiradero)|estafa)\b/,
];

/** Somebody or something has done harm: "he broke my cabinet", "me rompió el gabinete". */
export const tellsOfHarm = (words: string): boolean => {
  const plain = plainWords(words);
  return HARMED.some((harm) => harm.test(plain));
};

/** The work is no good, or what it was to mend is back: "its leaking again". */
export const complains = (words: string): boolean => {
  const plain = plainWords(words);
  return (
    tellsOfHarm(words) ||
    BADLY.some((bad) => bad.test(plain)) ||
    (BACK.test(plain) && (namesProblem(words) || DANGEROUS.test(plain)))
  );
};
