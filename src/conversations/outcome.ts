// How the performing of one effect can end, and when it is tried again.
import type { Event } from '../machines/events.ts';
import type { Remote } from './ports.ts';
import type { LoggedText } from './ports/message-log.ts';

export type Outcome =
  | { readonly outcome: 'done'; readonly answers: readonly Event[]; readonly rows?: readonly LoggedText[] }
  /** tried again after a while; `isUnknown`: it may have been done; `isNew`: the doubt is about this very try; `isForPerson`: it lasts so long that one is told */
  | {
      readonly outcome: 'again';
      readonly afterMs: number;
      readonly isUnknown: boolean;
      readonly isNew?: boolean;
      readonly isForPerson?: boolean;
    }
  | { readonly outcome: 'stuck'; readonly reason: string };

export const done = (...answers: readonly Event[]): Outcome => ({ outcome: 'done', answers });

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 5 * 60_000;

/** Exponential back-off with full jitter on its upper half, so that many who failed together do not come back together. */
export const backOff = (tries: number, chance: number): number => {
  const wait = Math.min(FIRST_WAIT_MS * 2 ** tries, LONGEST_WAIT_MS);
  return Math.round(wait * (0.5 + chance / 2));
};

/** For calls that carry an idempotency key: what is not known is asked again with the same key. */
export const fromRemote = <Value>(
  remote: Remote<Value>,
  ends: { readonly done: (value: Value) => readonly Event[]; readonly refused: (reason: string) => readonly Event[] },
  tries: number,
): Outcome => {
  if (remote.outcome === 'done') return { outcome: 'done', answers: ends.done(remote.value) };
  if (remote.outcome === 'refused') return { outcome: 'done', answers: ends.refused(remote.reason) };
  const afterMs = backOff(tries, Math.random());
  return remote.outcome === 'later'
    ? { outcome: 'again', afterMs: Math.max(remote.afterMs, afterMs), isUnknown: false }
    : { outcome: 'again', afterMs, isUnknown: true };
};
