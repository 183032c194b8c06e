const WORDS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  uno: 1,
  una: 1,
  dos: 2,
  tres: 3,
  cuatro: 4,
  cinco: 5,
};

const STARS = /\b([1-5]|one|two|three|four|five|un|una|uno|dos|tres|cuatro|cinco) (?:stars?|estrellas?)\b/;
const OUT_OF = /\b(\d{1,2})(?: |)(?:of|out of|de) (5|10)\b/;
const SLASHED = /(?:^|[^\d/])(\d{1,2}) ?\/ ?(5|10)(?![\d/])/;
const ALONE =
  /^(?:a |an |un |una |el |la |le doy |i give |id give |id say |give it a |give him a |give her a )?(?:a )?([1-5]|one|two|three|four|five|uno|dos|tres|cuatro|cinco)$/;
/** "Un 10" is the best there is. */
const TEN = /^(?:(?:a|an|un|el|la|le doy|i give(?: him| it| her)?|id give (?:him|it|her)) ){0,3}(?:10|ten|diez)$/;
const SIGNS = /^[\u2b50\u{1f31f}\ufe0f\s]+$/u;

/** A rating from one to five: "5 stars", "cinco estrellas", "9/10", or a bare number when it was asked for. */
export function findRating(folded: string, simple: string, isAsked: boolean): number | null {
  const stars = STARS.exec(simple)?.[1];
  if (stars !== undefined) return numberOf(stars);
  const share = SLASHED.exec(folded) ?? (isAsked ? OUT_OF.exec(simple) : null);
  if (share) return scaled(Number(share[1]), Number(share[2]));
  return isAsked ? bareRating(folded, simple) : null;
}

/** What is a rating only because one was asked for. */
function bareRating(folded: string, simple: string): number | null {
  if (SIGNS.test(folded)) return Math.min(5, (folded.match(/[\u2b50\u{1f31f}]/gu) ?? []).length) || null;
  if (TEN.test(simple)) return 5;
  const alone = ALONE.exec(simple)?.[1];
  return alone === undefined ? leading(simple) : numberOf(alone);
}

const numberOf = (word: string): number | null => WORDS[word] ?? (word === 'un' ? 1 : Number(word) || null);

function scaled(points: number, of: number): number | null {
  if (points < 1 || points > of) return null;
  return Math.max(1, Math.round((points * 5) / of));
}

/** "5 great job", "4 but he was late", "great job, 5" */
function leading(simple: string): number | null {
  const first = /^([1-5]) (?!\d|am|pm|days?|hours?|dias?|horas?)/.exec(simple);
  if (first) return Number(first[1]);
  const last = / ([1-5])(?: stars?| estrellas?)?$/.exec(simple);
  return last && simple.length < 120 ? Number(last[1]) : null;
}
