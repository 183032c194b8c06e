// One visit in its provider's thread: booked, on the way, at work, finished, paid out.
import { assign } from 'xstate';
import { doesWith } from './effect.ts';
import { answers, atWork, awaitingHomeowner, booked, extra, onTheWay } from './visit/coming.ts';
import { alertPerson, sayNoted, saying } from './visit/sayings.ts';
import { bookedVisit, visitSetup } from './visit/setup.ts';

export const visitVersion = 1;

/** The states in which nothing is asked of the provider any more. */
export const visitEnds: readonly string[] = ['paidOut', 'givenUp', 'calledOff'];

/** Started by `visit.booked`. Money and problems are heard in every state: letters may overtake texts. */
export const visitMachine = visitSetup.createMachine({
  id: 'visit',
  context: ({ input }) => bookedVisit(input),
  initial: 'booked',
  on: {
    'visit.closed': [
      { guard: 'isDisputed', target: '.disputed', actions: doesWith(saying('disputed')) },
      { guard: 'isCalledOff', target: '.calledOff', actions: doesWith(saying('calledOff')) },
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
    awaitingHomeowner,
    atWork,
    givenUp: answers('givenUp'),
    finished: {
      on: { 'text.received': [extra('asksMorePay'), answers('finished').on['text.received']] },
    },
    awaitingPayout: answers('approved'),
    payoutDelayed: answers('delayed'),
    paidOut: answers('paidOut'),
    disputed: answers('disputed'),
    calledOff: answers('calledOff'),
  },
});
