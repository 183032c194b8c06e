import { relative } from 'node:path';
import { BaseSequencer, type TestSequencerConstructor, type TestSpecification, type Vitest } from 'vitest/node';

/** Whole towns, browsers and processes of their own take seconds, the rest next to nothing. In this order. */
const LONGEST = [
  'dialogues',
  'conversations/crash',
  'store/embedded.',
  'page/phones-page',
  'start',
  'invariants',
  'browser',
  'admin',
  'machines/booking-properties',
  'talk',
];

const rank = ({ moduleId }: TestSpecification): number => {
  const path = relative(`${import.meta.dirname}/..`, moduleId);
  const found = LONGEST.findIndex((name) => path.startsWith(name));
  return found === -1 ? LONGEST.length : found;
};

/**
 * A long file that begins last is waited for by one processor alone. Vitest knows how long files took only where it ran
 * before, and on a fresh machine goes by their size, which says nothing here.
 */
const makeSequencer = (vitest: Vitest) => {
  const usual = new BaseSequencer(vitest);
  return {
    shard: (files: TestSpecification[]) => usual.shard(files),
    sort: async (files: TestSpecification[]) => (await usual.sort(files)).toSorted((a, b) => rank(a) - rank(b)),
  };
};

/** Vitest makes it with `new`. */
export const LongestFirst = function (vitest: Vitest) {
  return makeSequencer(vitest);
} as unknown as TestSequencerConstructor;
