// A danger that was named before is not answered with the same words each time.
import { isReached, minutesAfter } from '../../domain/instants.ts';
import type { JobContext, TextReceived } from './context.ts';

const WARNED_FOR_MINUTES = 60;

/** What to do is said once an hour, however often the danger is named. */
export const isNewDanger = ({ warned }: JobContext, { now, reading }: TextReceived): boolean =>
  reading.danger !== null &&
  (warned?.danger !== reading.danger || isReached(minutesAfter(warned.at, WARNED_FOR_MINUTES), now));
