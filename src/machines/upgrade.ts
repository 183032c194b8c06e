// Stored machines of older versions become today's, one step at a time. The list only grows; a step that has shipped never changes.
import type { StoredMachine } from './stored.ts';
import { withPrices } from './upgrades/booking-prices.ts';

export interface Upgrade {
  readonly machine: string;
  /** the version that it takes; it gives the next one */
  readonly from: number;
  readonly apply: (stored: StoredMachine) => Pick<StoredMachine, 'value' | 'context'>;
}

/** Each is tested by frozen samples of what it takes, in test/machines/samples. */
export const UPGRADES: readonly Upgrade[] = [{ machine: 'booking', from: 1, apply: withPrices }];

/** A stored state from which no way leads to today's code; somebody has to look, and the person is told so. */
export class UnrestorableState extends Error {
  override readonly name = 'UnrestorableState';
}

/** Brings a stored machine to `version`. Throws UnrestorableState when a step is missing or it comes from newer code. */
export const upgraded = (stored: StoredMachine, version: number, upgrades = UPGRADES): StoredMachine => {
  if (stored.version === version) return stored;
  const step = upgrades.find(({ from, machine }) => machine === stored.machine && from === stored.version);
  if (step === undefined) {
    throw new UnrestorableState(`No upgrade leads from version ${stored.version} of ${stored.machine} to ${version}.`);
  }
  return upgraded({ ...stored, ...step.apply(stored), version: stored.version + 1 }, version, upgrades);
};
