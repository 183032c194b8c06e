import { isReached, minutesAfter } from './instants.ts';

/** Somebody who asks for a person again an hour later may want something else. */
const REMEMBERED_FOR_MINUTES = 60;

/** Whether a person has just been told that one is wanted; `at`: when, undefined when never. */
export const isPersonTold = (at: string | undefined, now: string): boolean =>
  at !== undefined && !isReached(minutesAfter(at, REMEMBERED_FOR_MINUTES), now);
