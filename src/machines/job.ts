// The homeowner's side of a request that was sent: the booking decides, this conversation says it and hears the answers.
import { assign } from 'xstate';
import { doesWith } from './effect.ts';
import { alertPerson } from './job/again.ts';
import {
  askingOtherTime,
  awaitingProvider,
  choosingProvider,
  lapsed,
  late,
  unfilled,
  wantedBack,
  wantedBackThen,
} from './job/choosing.ts';
import { danger, stays } from './job/common.ts';
import { firstContext } from './job/context.ts';
import { answeringDoor, awaitingReplacement, confirmingArrival, dayLetters } from './job/coming.ts';
import { letters } from './job/letters.ts';
import { awaitingLink, awaitingPayment } from './job/paying.ts';
import { saySearching } from './job/sayings.ts';
import { approving, rating, tellUnasked, thanked } from './job/approving.ts';
import { caseOpen, describingProblem } from './job/problem.ts';
import { booked, providerArrived, providerOnTheWay } from './job/serving.ts';
import { jobSetup } from './job/setup.ts';

/** A question that did not come through is no silence: a person is told, once. */
const unreached = jobSetup.createStateConfig({
  on: {
    'text.withheld': {
      guard: 'isApprovalText',
      actions: [doesWith(tellUnasked), assign({ isUnasked: true, isUnseen: true })],
    },
    'text.failed': [
      {
        guard: 'isApprovalText',
        actions: [doesWith(tellUnasked), assign({ isUnasked: true, isUnseen: true })],
      },
      { guard: ({ context }) => context.isUnreachable === true },
      {
        actions: [doesWith(({ context }) => alertPerson({ context }, 'unreachable')), assign({ isUnreachable: true })],
      },
    ],
  },
}).on;

export const jobVersion = 1;

/** The states in which nothing is asked of the homeowner any more. */
export const jobEnds: readonly string[] = ['thanked', 'refunded', 'withdrawn'];

/** Started by `search.started`; every letter of the booking is heard in whatever state it comes. */
export const jobMachine = jobSetup.createMachine({
  id: 'job',
  context: ({ input }) => firstContext(input),
  initial: 'starting',
  on: { ...letters, ...dayLetters, ...unreached },
  states: {
    /** never rests */
    starting: {
      always: { target: 'awaitingProvider', actions: doesWith(({ context }) => saySearching(context, false)) },
    },
    awaitingProvider,
    choosingProvider,
    askingOtherTime,
    awaitingLink,
    awaitingPayment,
    booked,
    providerOnTheWay,
    confirmingArrival,
    awaitingReplacement,
    answeringDoor,
    providerArrived,
    approving,
    describingProblem,
    caseOpen,
    rating,
    thanked,
    unfilled,
    lapsed,
    refunded: {
      on: { 'text.received': [danger('refunded'), stays('refunded')] },
    },
    /** what the booking said before it heard of it is no news any more; a payment or a visit is */
    withdrawn: {
      on: {
        'search.started': {},
        'search.continued': {},
        'search.failed': {},
        'provider.proposed': {},
        'choice.lapsed': {},
        'payment.requested': {},
        'payment.failed': {},
        'payment.impossible': {},
        'hold.lapsed': {},
        'text.received': [danger('withdrawn'), wantedBackThen, wantedBack, late, stays('withdrawn')],
      },
    },
  },
});
