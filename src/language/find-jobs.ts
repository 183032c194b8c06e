import type { JobAsked, Language } from '../domain/reading.ts';
import { foldText } from './fold-text.ts';
import { simplify } from './simplify.ts';
import { rankTrades } from './trades/rank-trades.ts';
import type { RankedTrade } from './trades/rank-trades.ts';

const MOST_JOBS = 4;
/** So sure must each piece be by itself to be work of its own. */
const SURE = 0.7;
const JOINTS =
  /(,\s+(?:and\s+|y\s+)?(?:(?:i|we)\s+)?(?:also\s+|tambi[eé]n\s+)?|\s+(?:(?:and|&|\+|plus|y|e)\s+(?:(?:i|we)\s+)?(?:also\s+|tambi[eé]n\s+)?|also\s+|as well as\s+|tambi[eé]n\s+|adem[aá]s\s+))/i;

interface Piece {
  trade: RankedTrade | null;
  words: string;
}

/** The work that words without time and place ask for: one piece, or several when trades differ on either side of an "and". */
export function findJobs(
  about: string,
  trades: readonly RankedTrade[],
  language: Language | null,
): readonly JobAsked[] {
  const [best] = trades;
  if (!best) return [];
  const pieces = trades.length > 1 ? piecesOf(about, language) : [];
  if (pieces.length < 2) return [{ ...best, words: about }];
  return pieces.slice(0, MOST_JOBS).map(({ trade, words }) => ({ ...(trade ?? best), words: begun(words) }));
}

const begun = (words: string): string =>
  words
    .replace(/^(?:(?:and|also|then|y|tambi[eé]n|adem[aá]s)\s+)+/i, '')
    .replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());

function piecesOf(about: string, language: Language | null): readonly Piece[] {
  const [first = '', ...rest] = about.split(JOINTS);
  const pieces: Piece[] = [{ trade: sureTrade(first, language), words: first }];
  for (let i = 0; i < rest.length; i += 2) addPiece(pieces, rest.slice(i, i + 2), language);
  return pieces;
}

function addPiece(pieces: Piece[], [joint = '', words = '']: readonly string[], language: Language | null): void {
  const trade = sureTrade(words, language);
  const last = pieces.at(-1);
  if (!last) return;
  if (last.trade && trade && isOther(last.trade, trade, words)) pieces.push({ trade, words });
  else {
    last.words += joint + words;
    last.trade ??= trade;
  }
}

/** One word is no work of its own: "hang and finish sheetrock". */
function sureTrade(words: string, language: Language | null): RankedTrade | null {
  if (!words.trim().includes(' ')) return null;
  const [best] = rankTrades(simplify(foldText(words)), language);
  return best && best.confidence >= SURE ? best : null;
}

const WET = new Set(['plumbing', 'hvac', 'roofing', 'gutters', 'appliance_repair', 'water_mold_restoration']);
const HARMED = new Set(['drywall', 'flooring', 'painting', 'carpet_cleaning', 'water_mold_restoration', 'plumbing']);
const WISHED =
  /\b(?:needs?|want|fix|repair|install|replace|paint|patch|clean|put|build|mount|hang|remove|mow|trim|wash|haul|move|assemble|an? \w+(?:er|ian|ist|smith|man)|plumber|electrician|painter|handyman|necesit\w+|quier\w+|ocupo|arregl\w+|repar\w+|instal\w+|cambi\w+|pint\w+|limpi\w+|plomero|electricista|pintor|jardinero|cerrajero)\b/i;
const FAULT =
  /\b(?:leak\w*|drip\w*|clog\w*|broken?|dead|won'?t|does ?n'?t|isn'?t|not|no|stopped|stuck|fell|crack\w*|burst|out|trip\w*|overflow\w*|fail\w*|jammed|lost|running|loose|off|too|[a-z]{3,}ed|se \p{L}+|fuga|gotea\w*|rot[oa]|tapad[oa]|tambi[eé]n)\b/iu;
const SAME_THING = /\b(?:it|them|that|those|lo|la|los|las) (?:\w+ed|up|out|too|off|away)\b/i;

/**
 * Work of its own has a wish or a fault of its own ("haul away a couch and a mattress" is one job); what water did to a
 * ceiling is no second job until it is asked for.
 */
const isOther = (before: RankedTrade, after: RankedTrade, words: string): boolean =>
  before.id !== after.id &&
  !SAME_THING.test(words) &&
  (WISHED.test(words) || (FAULT.test(words) && !(WET.has(before.id) && HARMED.has(after.id))));
