// Until the provider is there: what is timed, and what is told when he is late, is missing, or finds nobody.
import { assign } from 'xstate';
import { dayBeforeAt, departureDueAt, isApproaching, visitApproachesAt } from '../../domain/booking-deadlines.ts';
import { isReached, laterOf, minutesAfter } from '../../domain/instants.ts';
import { doesAll, doesWith } from '../effect.ts';
import type { Effect } from '../effects.ts';
import type { Heard } from '../events.ts';
import { heldTry, type BookingContext } from './context.ts';
import { alertAbout, setTimers, tellHolder, tellHomeowner } from './letters.ts';
import { bookingSetup, type On } from './setup.ts';

/** All that is timed before the work is done. */
export const VISIT_TIMERS = [
  'dayBefore.reached',
  'visit.approached',
  'departure.due',
  'visit.overdue',
  'homeowner.overdue',
  'work.overdue',
] as const;

export const withVisitTimes = ({
  context,
  event,
}: {
  context: BookingContext;
  event: Heard;
}): Partial<BookingContext> => {
  const { window } = heldTry(context);
  const evening = dayBeforeAt(window, event.now);
  const deadlines = {
    ...context.deadlines,
    'departure.due': departureDueAt(window, event.now),
    'visit.overdue': window.end,
    ...(isApproaching(window, event.now) ? {} : { 'visit.approached': visitApproachesAt(window, event.now) }),
    ...(evening === null ? {} : { 'dayBefore.reached': evening }),
  };
  return { deadlines };
};

export const askWhetherHeComes = (context: BookingContext): Effect =>
  tellHolder(context, { type: 'departure.missed', bookingId: context.bookingId });

/** Nobody has said that he arrived: both are asked, and a person is told. */
const missVisit = (context: BookingContext): readonly Effect[] => {
  const { bookingId } = context;
  return [
    alertAbout(context, 'visitOverdue'),
    tellHolder(context, { type: 'visit.overdue', bookingId }),
    tellHomeowner(context, { type: 'visit.missed', bookingId }),
  ];
};

const DELAYED = ['departure.due', 'visit.overdue'] as const;

/** Whoever has said when he comes is not asked for before; what was asked already is not asked again. */
const withDelay = ({ context, event }: On<'provider.delayed'>): Partial<BookingContext> => {
  const { minutes, now } = event;
  const { 'departure.due': departure, 'visit.overdue': overdue } = context.deadlines;
  const isAhead = (at: string | undefined): at is string => at !== undefined && !isReached(at, now);
  return {
    deadlines: {
      ...context.deadlines,
      ...(minutes !== null && isAhead(departure) ? { 'departure.due': minutesAfter(departure, minutes) } : {}),
      ...(minutes !== null && isAhead(overdue)
        ? { 'visit.overdue': laterOf(overdue, minutesAfter(now, minutes)) }
        : {}),
    },
  };
};

const tellDelay = ({ context, event }: On<'provider.delayed'>, isLeaving: boolean): readonly Effect[] => {
  const { bookingId, deadlines } = context;
  const names = isLeaving ? DELAYED : DELAYED.slice(1);
  const ahead = names.filter((name) => !isReached(deadlines[name] ?? event.now, event.now));
  return [
    tellHomeowner(context, { type: 'visit.delayed', bookingId, minutes: event.minutes }),
    ...setTimers(context, ...ahead),
  ];
};

/** `isLeaving`: he has not left yet. */
export const arriving = (isLeaving: boolean) =>
  bookingSetup.createStateConfig({
    on: {
      'provider.delayed': { actions: [assign(withDelay), doesAll((args) => tellDelay(args, isLeaving))] },
      'provider.arrived': {
        target: 'atWork',
        actions: doesWith(({ context }) =>
          tellHomeowner(context, { type: 'visit.arrived', bookingId: context.bookingId }),
        ),
      },
      'provider.dropped': 'awaitingReplacement',
      'visit.overdue': { guard: 'isDue', actions: doesAll(({ context }) => missVisit(context)) },
      'arrival.confirmed': {
        target: 'atWork',
        actions: doesWith(({ context }) => tellHolder(context, { type: 'visit.begun', bookingId: context.bookingId })),
      },
      'arrival.denied': { actions: doesWith(({ context }) => alertAbout(context, 'providerMissing')) },
    },
  });

/** He stands at the door, and nobody opens. The homeowner is told once; the next time a person is. */
export const waiting = bookingSetup.createStateConfig({
  on: {
    'homeowner.missed': [
      { guard: 'isDoorTold', actions: doesWith(({ context }) => alertAbout(context, 'homeownerAbsent')) },
      { target: 'awaitingHomeowner' },
    ],
  },
});
