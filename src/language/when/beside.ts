// What stands beside a reading in its text.
import type { Concept } from './concepts.ts';
import type { Stream } from './grammar.ts';
import type { Item } from './scan-items.ts';

export interface Expecting {
  /** A time was asked for, so that a bare number may be one. */
  readonly time: boolean;
}

export interface Context {
  readonly items: readonly Item[];
  readonly stream: Stream;
  readonly expecting: Expecting;
}

/** How many concepts lie between two readings. */
export const gap = (a: Item, b: Item): number => (a.start < b.start ? b.start - a.end : a.start - b.end);

/** Is the concept at this place of one of these kinds? */
export function kindAt(concepts: readonly Concept[], at: number, kinds: readonly string[]): boolean {
  const concept = concepts[at];
  return concept !== undefined && kinds.includes(concept.kind);
}
