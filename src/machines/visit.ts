// One visit in its provider's thread: booked, on the way, at work, finished, paid out.
import { assign } from 'xstate';
import { approvalExpiresAt } from '../domain/booking-deadlines.ts';
import { doesAll, doesWith } from './effect.ts';
import {
  alertPerson,
  answering,
  answeringForPerson,
  sayApproached,
  sayBooked,
  sayEvening,
  sayNoted,
  saying,
  sayOverdue,
  sayTooEarly,
  tellBooking,
  withMisses,
  type VisitSaying,
} from './visit/sayings.ts';
import { bookedVisit, visitSetup } from './visit/setup.ts';

export const visitVersion = 1;

/** The states in which nothing is asked of the provider any more. */
export const visitEnds: readonly string[] = ['paidOut'];

/** Any text that means nothing else in a state. */
const answers = (which: VisitSaying) =>
  visitSetup.createStateConfig({
    on: { 'text.received': { actions: [doesAll(answering(which)), assign(withMisses)] } },
  });

/** The steps of the visit, by the provider's words; each may be skipped by the next. */
const steps = visitSetup.createStateConfig({
  on: {
    'text.received': [
      { guard: 'isTooEarly', actions: [doesWith(sayTooEarly), assign({ misses: 0 })] },
      {
        guard: 'saysOnMyWay',
        target: 'onTheWay',
        actions: [doesWith(tellBooking('provider.departed')), doesWith(saying('departed')), assign({ misses: 0 })],
      },
      {
        guard: 'saysHere',
        target: 'atWork',
        actions: [doesWith(tellBooking('provider.arrived')), doesWith(saying('arrived')), assign({ misses: 0 })],
      },
      {
        guard: 'saysDone',
        target: 'finished',
        actions: [
          doesWith(tellBooking('work.finished')),
          assign(({ event }) => ({ misses: 0, approveBy: approvalExpiresAt(event.now) })),
          doesWith(saying('finished')),
        ],
      },
    ],
  },
});

const [tooEarly, leaves, arrives, finishes] = steps.on['text.received'];

/** He cannot come: nobody but a person can find somebody else in time. */
const cannot = (which: VisitSaying) =>
  visitSetup.createStateConfig({
    on: {
      'text.received': {
        guard: 'saysCannot',
        actions: [doesAll(answeringForPerson(which)), assign({ misses: 0 })],
      },
    },
  }).on['text.received'];

const booked = visitSetup.createStateConfig({
  entry: doesWith(({ context }) => sayBooked(context)),
  on: {
    'text.received': [cannot('booked'), tooEarly, leaves, arrives, finishes, answers('booked').on['text.received']],
    'visit.remembered': [
      { guard: 'isEvening', actions: doesWith(({ context }) => sayEvening(context)) },
      { actions: doesWith(({ context }) => sayApproached(context)) },
    ],
    'visit.overdue': { actions: doesWith(sayOverdue(false)) },
  },
});

const onTheWay = visitSetup.createStateConfig({
  on: {
    'text.received': [cannot('departed'), arrives, finishes, answers('departed').on['text.received']],
    'visit.overdue': { actions: doesWith(sayOverdue(true)) },
  },
});

const atWork = visitSetup.createStateConfig({
  on: { 'text.received': [finishes, answers('arrived').on['text.received']] },
});

/** Started by `visit.booked`. Money and problems are heard in every state: letters may overtake texts. */
export const visitMachine = visitSetup.createMachine({
  id: 'visit',
  context: ({ input }) => bookedVisit(input),
  initial: 'booked',
  on: {
    'visit.closed': [
      { guard: 'isDisputed', target: '.disputed', actions: doesWith(saying('disputed')) },
      { target: '.awaitingPayout' },
    ],
    'payout.delayed': {
      target: '.payoutDelayed',
      actions: [assign(({ event }) => ({ payoutDelay: event.reason })), doesWith(saying('delayed'))],
    },
    'payout.sent': {
      target: '.paidOut',
      actions: [assign(({ event }) => ({ paidOut: event.amount })), doesWith(saying('paidOut'))],
    },
    'visit.noted': { actions: doesWith(sayNoted) },
    'text.failed': { actions: doesWith(alertPerson('unreachable')) },
    'consent.withdrawn': { actions: doesWith(alertPerson('unreachable')) },
  },
  states: {
    booked,
    onTheWay,
    atWork,
    finished: answers('finished'),
    awaitingPayout: answers('approved'),
    payoutDelayed: answers('delayed'),
    paidOut: answers('paidOut'),
    disputed: answers('disputed'),
  },
});
