// A conversation (or a booking's, or a provider's one machine) as it lies in the database: plain JSON, versioned.
import type { Effect } from './effects.ts';

export interface StoredMachine {
  /** of this conversation, within its actor; a booking's and a provider's only machine is called 'main' */
  readonly id: string;
  readonly machine: string;
  readonly version: number;
  /** the XState value; our machines are flat, so it is one name */
  readonly value: string;
  readonly context: Readonly<Record<string, unknown>>;
}

export interface StepResult {
  readonly machine: StoredMachine;
  readonly effects: readonly Effect[];
  /** false: the event meant nothing in this state (XState gave the same snapshot back) */
  readonly isHeard: boolean;
}
