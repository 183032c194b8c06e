// All machines by name, each with its version and the states in which it rests for good.
import type { AnyStateMachine } from 'xstate';
import { bookingMachine, bookingVersion } from './booking.ts';
import { deskMachine, deskVersion } from './desk.ts';
import { jobMachine, jobEnds, jobVersion } from './job.ts';
import { membershipMachine, membershipVersion } from './membership.ts';
import { offerEnds, offerMachine, offerVersion } from './offer.ts';
import { requestMachine, requestEnds, requestVersion } from './request.ts';
import type { StoredMachine } from './stored.ts';
import { visitEnds, visitMachine, visitVersion } from './visit.ts';

export interface Definition {
  readonly machine: AnyStateMachine;
  /** of the stored form; a change of states or context makes a new one, with an upgrade */
  readonly version: number;
  /** states in which a conversation is over: a text without its code goes elsewhere */
  readonly over: readonly string[];
}

export const REGISTRY = {
  request: { machine: requestMachine, version: requestVersion, over: requestEnds },
  job: { machine: jobMachine, version: jobVersion, over: jobEnds },
  desk: { machine: deskMachine, version: deskVersion, over: [] },
  offer: { machine: offerMachine, version: offerVersion, over: offerEnds },
  visit: { machine: visitMachine, version: visitVersion, over: visitEnds },
  booking: { machine: bookingMachine, version: bookingVersion, over: [] },
  membership: { machine: membershipMachine, version: membershipVersion, over: [] },
} as const satisfies Record<string, Definition>;

export type MachineName = keyof typeof REGISTRY;

export const isMachineName = (name: string): name is MachineName => Object.hasOwn(REGISTRY, name);

/** Whether a stored conversation is over for its person. */
export const isOver = ({ machine, value }: StoredMachine): boolean =>
  isMachineName(machine) && (REGISTRY[machine].over as readonly string[]).includes(value);
