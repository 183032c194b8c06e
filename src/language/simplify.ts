/** A folded text as plain words with one space between: no signs, "don't" is `dont`. */
export const simplify = (folded: string): string =>
  folded
    .replace(/'/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** True when one of the patterns is found in the text. */
export const hasAny = (text: string, patterns: readonly RegExp[]): boolean =>
  patterns.some((pattern) => pattern.test(text));

/** A picture alone answers too: a thumb up is a yes, a thumb down a no. */
export function simplifyOrSign(folded: string): string {
  const simple = simplify(folded);
  if (simple !== '' || folded.length > 40) return simple;
  if (/[\u{1f44d}\u{1f44c}\u2705\u{1f197}\u2714]/u.test(folded)) return 'yes';
  return /[\u{1f44e}\u274c\u{1f645}]/u.test(folded) ? 'no' : '';
}
