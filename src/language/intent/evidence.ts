import type { AskedKind, Intent, Reading } from '../../domain/reading.ts';

/** What an intent is decided from. */
export interface Evidence extends Pick<
  Reading,
  'categories' | 'urgency' | 'danger' | 'when' | 'place' | 'choice' | 'contact' | 'rating' | 'word' | 'code'
> {
  readonly simple: string;
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

export const wordCount = (simple: string): number => simple.split(' ').length;
