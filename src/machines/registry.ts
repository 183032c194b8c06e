// All machines by name, each with its version and the states in which it rests for good.
import type { AnyStateMachine } from 'xstate';
import { bookingMachine, bookingVersion } from './booking.ts';
import { deskMachine, deskVersion } from './desk.ts';
import { jobMachine, jobVersion } from './job.ts';
import { membershipMachine, membershipVersion } from './membership.ts';
import { offerMachine, offerVersion } from './offer.ts';
import { requestMachine, requestVersion } from './request.ts';
import { visitMachine, visitVersion } from './visit.ts';

export interface Definition {
  readonly machine: AnyStateMachine;
  /** of the stored form; a change of states or context makes a new one, with an upgrade */
  readonly version: number;
}

export const REGISTRY = {
  request: { machine: requestMachine, version: requestVersion },
  job: { machine: jobMachine, version: jobVersion },
  desk: { machine: deskMachine, version: deskVersion },
  offer: { machine: offerMachine, version: offerVersion },
  visit: { machine: visitMachine, version: visitVersion },
  booking: { machine: bookingMachine, version: bookingVersion },
  membership: { machine: membershipMachine, version: membershipVersion },
} as const satisfies Record<string, Definition>;

export type MachineName = keyof typeof REGISTRY;

export const isMachineName = (name: string): name is MachineName => Object.hasOwn(REGISTRY, name);
