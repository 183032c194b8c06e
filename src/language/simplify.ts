/** A folded text as plain words with one space between: no signs, "don't" is `dont`. */
export const simplify = (folded: string): string =>
  folded
    .replace(/'/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** True when one of the patterns is found in the text. */
export const hasAny = (text: string, patterns: readonly RegExp[]): boolean =>
  patterns.some((pattern) => pattern.test(text));
