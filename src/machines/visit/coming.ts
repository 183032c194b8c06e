// A visit until its work is done: what each of the provider's words does, and what he is asked.
import { assign } from 'xstate';
import { approvalExpiresAt, homeownerOverdueAt } from '../../domain/booking-deadlines.ts';
import { doesAll, doesWith } from '../effect.ts';
import {
  askMinutes,
  askStillOn,
  sayBegun,
  sayFound,
  sayOverdue,
  sayTooEarly,
  sayUnfinished,
  tellHowLate,
  tellDeparture,
  tellLate,
} from './coming-sayings.ts';
import {
  answering,
  answeringForPerson,
  askedExtra,
  sayApproached,
  sayBooked,
  sayDanger,
  sayEvening,
  saying,
  tellBooking,
  withMisses,
  type VisitSaying,
} from './sayings.ts';
import { visitSetup } from './setup.ts';

/** Any text that means nothing else in a state. */
export const answers = (which: VisitSaying) =>
  visitSetup.createStateConfig({
    on: { 'text.received': { actions: [doesAll(answering(which)), assign(withMisses)] } },
  });

const HEARD = { misses: 0, question: null };

/** Danger comes before whatever else a text says. */
export const danger = visitSetup.createStateConfig({
  on: { 'text.received': { guard: 'isDanger', actions: [doesAll(sayDanger), assign({ misses: 0 })] } },
}).on['text.received'];

/** More work or money than was agreed: before he is on his way only money is sure to be about this visit. */
export const extra = (guard: 'asksMorePay' | 'namesExtraWork') =>
  visitSetup.createStateConfig({
    on: { 'text.received': { guard, actions: [doesAll(askedExtra), assign({ misses: 0 })] } },
  }).on['text.received'];

/** The steps of the visit, by the provider's words; each may be skipped by the next. */
const steps = visitSetup.createStateConfig({
  on: {
    'text.received': [
      { guard: 'isTooEarly', actions: [doesWith(sayTooEarly), assign({ misses: 0 })] },
      {
        guard: 'saysOnMyWay',
        target: 'onTheWay',
        actions: [doesWith(tellDeparture), doesWith(saying('departed')), assign(HEARD)],
      },
      {
        guard: 'saysHere',
        target: 'atWork',
        actions: [doesWith(tellBooking({ type: 'provider.arrived' })), doesWith(saying('arrived')), assign(HEARD)],
      },
      {
        guard: 'saysDone',
        target: 'finished',
        actions: [
          doesWith(tellBooking({ type: 'work.finished' })),
          assign(({ event }) => ({ ...HEARD, approveBy: approvalExpiresAt(event.now) })),
          doesWith(saying('finished')),
        ],
      },
    ],
  },
});

const [tooEarly, leaves, arrives, finishes] = steps.on['text.received'];

/** He stands at the door, and nobody opens: whoever says so again is where he was. */
const nobodyHome = visitSetup.createStateConfig({
  on: {
    'text.received': {
      guard: 'saysNobodyHome',
      target: 'awaitingHomeowner',
      actions: [
        doesWith(tellBooking({ type: 'homeowner.missed' })),
        // the homeowner was asked to the door before: this time a person is told
        assign(({ context, event }) => ({
          ...HEARD,
          isDoorTold: context.doorUntil !== undefined,
          doorUntil: homeownerOverdueAt(event.now),
        })),
        doesWith(saying('atDoor')),
      ],
    },
  },
}).on['text.received'];

/** He cannot come: he is let go, the homeowner and a person hear of it at once. */
const cannot = (guard: 'saysCannot' | 'answersCannot') =>
  visitSetup.createStateConfig({
    on: {
      'text.received': {
        guard,
        target: 'givenUp',
        actions: [doesWith(tellBooking({ type: 'provider.dropped' })), doesWith(saying('givenUp')), assign(HEARD)],
      },
    },
  }).on['text.received'];

/** What is not said clearly enough to let him go is for a person. */
const perhapsCannot = (guard: 'saysCannot' | 'saysPerhapsCannot', which: VisitSaying) =>
  visitSetup.createStateConfig({
    on: { 'text.received': { guard, actions: [doesAll(answeringForPerson(which)), assign({ misses: 0 })] } },
  }).on['text.received'];

/** Late: the homeowner hears how long, or after one question without an answer that it is so. */
const delays = (hasLeft: boolean) =>
  visitSetup.createStateConfig({
    on: {
      'text.received': [
        { guard: 'saysHowLate', actions: [doesAll(tellHowLate(hasLeft)), assign(HEARD)] },
        { guard: 'answersMinutes', actions: [doesAll(tellHowLate(hasLeft)), assign(HEARD)] },
        { guard: 'answersUnsure', actions: [doesAll(tellLate(hasLeft)), assign(HEARD)] },
        { guard: 'saysLate', actions: [doesAll(askMinutes), assign({ misses: 0, question: 'minutes' })] },
      ],
      'delay.untold': { guard: 'isAskedMinutes', actions: [doesAll(tellLate(hasLeft)), assign({ question: null })] },
    },
  }).on;

const begins = visitSetup.createStateConfig({
  on: { 'visit.begun': { target: 'atWork', actions: [doesWith(sayBegun), assign(HEARD)] } },
}).on;

const stillOn = visitSetup.createStateConfig({
  on: {
    'text.received': [
      { guard: 'answersStillOn', actions: [assign(HEARD), doesWith(saying('booked'))] },
      { guard: 'answersLate', actions: [doesAll(askMinutes), assign({ misses: 0, question: 'minutes' })] },
      cannot('answersCannot'),
    ],
  },
}).on['text.received'];

export const booked = visitSetup.createStateConfig({
  entry: doesAll(({ context }) => sayBooked(context)),
  on: {
    ...begins,
    ...delays(false),
    'text.received': [
      danger,
      ...stillOn,
      cannot('saysCannot'),
      tooEarly,
      leaves,
      arrives,
      finishes,
      nobodyHome,
      ...delays(false)['text.received'],
      extra('asksMorePay'),
      perhapsCannot('saysPerhapsCannot', 'booked'),
      answers('booked').on['text.received'],
    ],
    'visit.remembered': [
      { guard: 'isEvening', actions: doesWith(({ context }) => sayEvening(context)) },
      { actions: doesWith(sayApproached) },
    ],
    'departure.missed': { actions: [doesWith(askStillOn), assign({ question: 'stillOn' })] },
    'visit.overdue': { actions: doesWith(sayOverdue(false)) },
  },
});

export const onTheWay = visitSetup.createStateConfig({
  on: {
    ...begins,
    ...delays(true),
    'text.received': [
      danger,
      cannot('saysCannot'),
      tooEarly,
      arrives,
      finishes,
      nobodyHome,
      ...delays(true)['text.received'],
      extra('namesExtraWork'),
      perhapsCannot('saysPerhapsCannot', 'departed'),
      answers('departed').on['text.received'],
    ],
    'visit.overdue': { actions: doesWith(sayOverdue(true)) },
  },
});

export const atWork = visitSetup.createStateConfig({
  on: {
    'work.missed': { actions: doesWith(sayUnfinished) },
    'text.received': [
      danger,
      finishes,
      nobodyHome,
      extra('namesExtraWork'),
      perhapsCannot('saysCannot', 'arrived'),
      perhapsCannot('saysPerhapsCannot', 'arrived'),
      answers('arrived').on['text.received'],
    ],
  },
});

export const awaitingHomeowner = visitSetup.createStateConfig({
  on: {
    'homeowner.found': [
      { guard: 'isComing', target: 'atWork', actions: doesWith(sayFound) },
      { actions: [assign({ isDoorTold: true }), doesWith(sayFound)] },
    ],
    'homeowner.overdue': { actions: [assign({ isDoorTold: true }), doesWith(saying('atDoor'))] },
    'text.received': [
      danger,
      finishes,
      extra('namesExtraWork'),
      perhapsCannot('saysCannot', 'atDoor'),
      perhapsCannot('saysPerhapsCannot', 'atDoor'),
      answers('atDoor').on['text.received'],
    ],
  },
});
