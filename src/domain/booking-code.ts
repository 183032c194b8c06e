// Codes such as K7 are read from a small screen and typed with one thumb: no Y and N (answers), no O, I, 0, 1 (look alike).
const LETTERS = 'ABCDEFGHJKLMPQRSTUVWXZ';
const DIGITS = '23456789';

/** letters and digits of a code, by how crowded it is: K7, K72, KM72, KM727 */
const SHAPES: readonly (readonly [letters: number, digits: number])[] = [
  [1, 1],
  [1, 2],
  [2, 2],
  [2, 3],
  [2, 4],
];

/** How many codes each length has; its keys are the lengths that `codeOf` takes. */
export const CODES_OF_LENGTH: readonly number[] = SHAPES.map(
  ([letters, digits]) => LETTERS.length ** letters * DIGITS.length ** digits,
);

/** The code that stands at `chance` (in [0, 1)) among all codes of that length. */
export const codeOf = (length: number, chance: number): string => {
  const [letters, digits] = SHAPES[length] ?? SHAPES[0] ?? [1, 1];
  let rest = Math.floor(chance * (CODES_OF_LENGTH[length] ?? 1));
  const take = (alphabet: string) => {
    const sign = alphabet.charAt(rest % alphabet.length);
    rest = Math.floor(rest / alphabet.length);
    return sign;
  };
  const name = Array.from({ length: letters }, () => take(LETTERS)).join('');
  return name + Array.from({ length: digits }, () => take(DIGITS)).join('');
};
