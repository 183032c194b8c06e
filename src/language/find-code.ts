import { findProviderWord } from './find-provider-word.ts';

/** A booking code: one or two letters without Y N O I, then digits from 2 to 9. */
const CODE = '[a-hj-mp-xz]{1,2}[2-9]{1,4}';

const WORD =
  '(?:y|n|yes|no|si|ok|okay|otw|omw|here|done|listo|llegue|termine|accept|acepto|decline|cancel|cancela|cancelar|drop|dejar|change|cambiar|move|' +
  'reschedule|booking|visit|cita|job|trabajo|code|codigo|pay|pass|way|late|tarde|cant|cannot|puedo|camino|aqui|finished|arrived|for|about|de|del|para|on|status|re)';

const ALONE = new RegExp(`^(?:#|code |codigo )?(${CODE})$`);
const GLUED = new RegExp(`^[yn] ?(${CODE})$`);
const AFTER_WORD = new RegExp(`\\b${WORD} #?(${CODE})(?! ?(?:am|pm)\\b)\\b`);
const BEFORE_WORD = new RegExp(`\\b(${CODE}) ${WORD}\\b`);
const ANY = new RegExp(`\\b${CODE}\\b`, 'g');
// Words that look like a code: before, units, sizes, refrigerants.
const REAL = new Set([
  'b4',
  'm8',
  'u2',
  'w8',
  'h8',
  'gr8',
  'l8',
  'r22',
  'r32',
  'r42',
  'a4',
  'a3',
  'a5',
  'v6',
  'v8',
  'x2',
  'x3',
  'x4',
  'x5',
  'x6',
  'q2',
  'g3',
  'ps4',
  'ps5',
  'mp3',
  'mp4',
  'ac2',
  'hs2',
]);

/** The booking code of a text, in upper case: alone, or beside a word by which people answer for one booking. */
export function findCode(simple: string): string | null {
  if (simple.length > 400) return null;
  const alone = firstOf([ALONE, GLUED], simple);
  if (alone !== null) return alone.toUpperCase();
  const beside = firstOf([AFTER_WORD, BEFORE_WORD], simple);
  if (beside === null || (REAL.has(beside) && simple.split(' ').length > 2)) return besideSentence(simple);
  return beside.toUpperCase();
}

/** "20 min late K7", "K7 nobody home", "im done with Z7 boss": in what a provider says of a visit a code may stand anywhere. */
const besideSentence = (simple: string): string | null => {
  const codes = simple.match(ANY) ?? [];
  return codes.find((code) => !REAL.has(code) && findProviderWord(simple, code) !== null)?.toUpperCase() ?? null;
};

const firstOf = (patterns: readonly RegExp[], simple: string): string | null =>
  patterns.map((pattern) => pattern.exec(simple)?.[1]).find((code) => code !== undefined) ?? null;
