import type { Clock } from '../conversations/ports.ts';
import type { ActorModels } from './actor-models.ts';
import type { Timing, Writer } from './actor-pipelines.ts';

/** What the writes of actors need to know. */
export interface StoreContext {
  readonly models: ActorModels;
  readonly clock: Clock;
  /** names this process in the claims that it takes */
  readonly token: string;
  /** how far the database's clock is ahead of this machine's, in milliseconds */
  readonly skewMs: () => number;
  readonly timing: Timing;
}

export const writerOf = ({ clock, timing, token }: StoreContext): Writer => ({ token, timing, now: clock.now() });
