import { MISSING, NO_OF_THINGS, NO_START } from './yes-no-phrases.ts';
import type { AskedKind, Intent, Reading } from '../../domain/reading.ts';

/** What an intent is decided from. */
export interface Evidence extends Pick<
  Reading,
  'categories' | 'urgency' | 'danger' | 'when' | 'place' | 'choice' | 'contact' | 'rating' | 'word' | 'code'
> {
  readonly simple: string;
  /** The text folded, with its signs. */
  readonly folded: string;
  /** The first sentence, simplified. */
  readonly first: string;
  readonly hasQuestionMark: boolean;
  readonly asked: AskedKind | null;
  readonly hasOptions: boolean;
}

/** One intent that a text may have, or null to let the next one try. */
export type Decide = (found: Evidence) => Intent | null;

/** How sure it is that a trade is meant. */
export const jobSureness = ({ categories }: Pick<Evidence, 'categories'>): number => categories[0]?.confidence ?? 0;

export const isAsking = ({ asked }: Evidence, ...kinds: readonly AskedKind[]): boolean =>
  asked !== null && kinds.includes(asked);

const WANTS =
  /\b(?:need|needs|looking for|want|fix|repair|install|replace|broken|leak\w*|wont|doesnt work|not working|necesito|busco|quiero|arreglar|reparar|instalar|cambiar|se rompio|no funciona|no sirve)\b/;

/** Speaks of wanting something done, whatever it is. */
export const isJobLike = ({ simple }: Evidence): boolean => WANTS.test(simple);

const NO_APART = /^\W*(?:no|nope|nah)\s*[,.;!:-]/;

/**
 * Declines at its start. "No hot water" and "no dogs here" do not; "no, hot water" does, and so does "no friday", which
 * names what is wanted instead.
 */
export function saysNo({ simple, folded, when, place }: Evidence): boolean {
  if (!NO_START.test(simple)) return false;
  return (
    !NO_OF_THINGS.test(simple) || NO_APART.test(folded) || ((when !== null || place !== null) && !MISSING.test(simple))
  );
}

export const wordCount = (simple: string): number => simple.split(' ').length;
