/** The longest text that is read; carriers cut at 1,600 characters. */
export const MOST_CHARACTERS = 1600;

/**
 * The text as the readers see it: lower case, no accents, plain quotes and dashes, and of the very same length, so that
 * a place in it is a place in what was said.
 */
export function foldText(text: string): string {
  const folded = PLAIN.test(text)
    ? text.toLowerCase()
    : Array.from({ length: text.length }, (_, i) => foldUnit(text.charAt(i))).join('');
  return folded.replace(ZIP_WITH_O, (zip) => zip.replaceAll('o', '0'));
}

/** "787O4": the letter stands beside the zero of many keyboards. */
const ZIP_WITH_O = /\b\d{2}[\do]{3}\b/g;

const PLAIN = /^[ -_a-~]*$/;

const SIGNS: Readonly<Record<string, string>> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u00b4': "'",
  '`': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u2013': '-',
  '\u2014': '-',
  '\u2212': '-',
  '\u00a0': ' ',
  '\u202f': ' ',
  '\n': ' ',
  '\r': ' ',
  '\t': ' ',
};

function foldUnit(unit: string): string {
  if (unit < '\u0080') return SIGNS[unit] ?? unit.toLowerCase();
  const sign = SIGNS[unit];
  if (sign) return sign;
  const plain = unit.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.length === 1 ? plain : unit;
}

/** Puts a row of one sign over a piece of the text, so that no later reader takes it for something else. */
export function maskSpan(text: string, start: number, end: number): string {
  return text.slice(0, start) + MASK.repeat(Math.max(0, end - start)) + text.slice(end);
}

/** Stands where something was already understood. */
export const MASK = '\u0001';
