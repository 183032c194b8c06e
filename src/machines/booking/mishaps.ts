// A visit that does not begin: nobody opens the door, or its provider cannot come.
import { assign } from 'xstate';
import { homeownerOverdueAt } from '../../domain/booking-deadlines.ts';
import { doesAll, doesWith } from '../effect.ts';
import type { Effect } from '../effects.ts';
import { VISIT_TIMERS } from './coming.ts';
import type { BookingContext } from './context.ts';
import { alertAbout, cancelTimers, facts, setTimers, tellHolder, tellHomeowner } from './letters.ts';
import { finishing, troubles } from './serving.ts';
import { callsOff } from './outside-refunds.ts';
import { bookingSetup } from './setup.ts';

const tellFound = (context: BookingContext, isComing: boolean): Effect =>
  tellHolder(context, { type: 'homeowner.found', bookingId: context.bookingId, isComing });

/** The homeowner was told that the provider is at the door; half an hour of silence brings a person. */
export const awaitingHomeowner = bookingSetup.createStateConfig({
  entry: [
    assign(({ context, event }) => ({
      isDoorTold: true,
      deadlines: { ...context.deadlines, 'homeowner.overdue': homeownerOverdueAt(event.now) },
    })),
    doesAll(({ context }) => [
      ...cancelTimers(...VISIT_TIMERS),
      ...setTimers(context, 'homeowner.overdue'),
      facts(context, 'awaitingHomeowner'),
      tellHomeowner(context, { type: 'visit.unanswered', bookingId: context.bookingId }),
    ]),
  ],
  on: {
    ...troubles.on,
    ...finishing.on,
    'homeowner.answered': [
      { guard: 'isComing', target: 'atWork', actions: doesWith(({ context }) => tellFound(context, true)) },
      {
        actions: doesAll(({ context }) => [
          alertAbout(context, 'homeownerAbsent'),
          tellFound(context, false),
          ...cancelTimers('homeowner.overdue'),
        ]),
      },
    ],
    'homeowner.overdue': {
      guard: 'isDue',
      actions: doesAll(({ context }) => [
        alertAbout(context, 'homeownerAbsent'),
        tellHolder(context, { type: 'homeowner.overdue', bookingId: context.bookingId }),
      ]),
    },
  },
});

/** The money is held; a person finds another provider, or gives it back. */
export const awaitingReplacement = bookingSetup.createStateConfig({
  entry: doesAll(({ context }) => [
    ...cancelTimers(...VISIT_TIMERS),
    alertAbout(context, 'providerDropped'),
    facts(context, 'awaitingReplacement'),
    tellHomeowner(context, { type: 'visit.dropped', bookingId: context.bookingId }),
  ]),
  on: { ...callsOff },
});
