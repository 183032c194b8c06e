// What a visit says in each of its states, and what it tells its booking.
import { departureOpensAt } from '../../domain/booking-deadlines.ts';
import { isReached } from '../../domain/instants.ts';
import type { AlertReason, Effect } from '../effects.ts';
import { answerTo, type Opening } from '../provider-answers.ts';
import type { OnVisit, VisitContext } from './setup.ts';

interface Saying {
  readonly opening: Opening;
  readonly now: string;
}

/** Who, where, when and for how much: only now that it is paid. */
export const sayBooked = (context: VisitContext): Effect => {
  const { code, homeownerName, isSoon, job, net, place, window } = context;
  return {
    type: 'say',
    key: 'visit.booked',
    params: {
      code,
      trade: job.trade,
      window,
      place,
      name: homeownerName,
      notes: job.words,
      net,
      isSoon,
    },
    until: window.end,
  };
};

export const sayEvening = ({ code, place, window }: VisitContext): Effect => ({
  type: 'say',
  key: 'visit.remembered',
  params: { code, window, place },
  until: window.start,
});

export const sayApproached = ({ code, place, window }: VisitContext): Effect => ({
  type: 'say',
  key: 'visit.approached',
  params: { code, window, place },
  until: window.end,
});

export const sayNoted = ({ context, event }: OnVisit<'visit.noted'>): Effect => ({
  type: 'say',
  key: 'visit.noted',
  params: { code: context.code, words: event.words },
});

export const sayOverdue =
  (hasLeft: boolean) =>
  ({ context }: { context: VisitContext }): Effect => ({
    type: 'say',
    key: 'visit.overdue',
    params: { code: context.code, hasLeft },
  });

export const sayTooEarly = ({ context, event }: OnVisit<'text.received'>): Effect => {
  const { code, window } = context;
  const from = { at: departureOpensAt(window), zone: window.zone };
  return { type: 'say', key: 'visit.tooEarly', params: { code, window, from, now: event.now } };
};

/** What each resting state says when it begins, and to a text that changes nothing. */
export const SAYINGS = {
  booked: ({ code, place, window }, { opening, now }) => {
    const key = isReached(departureOpensAt(window), now) ? 'visit.soon' : 'visit.ahead';
    return { type: 'say', key, params: { opening, code, window, place } };
  },
  departed: ({ code }, { opening }) => ({ type: 'say', key: 'visit.departed', params: { opening, code } }),
  arrived: ({ code }, { opening }) => ({ type: 'say', key: 'visit.arrived', params: { opening, code } }),
  finished: ({ approveBy, code, net, window }, { opening, now }) => {
    const params = { opening, code, net, until: { at: approveBy, zone: window.zone }, now };
    return { type: 'say', key: 'visit.finished', params };
  },
  approved: ({ code, net }, { opening }) => ({ type: 'say', key: 'visit.approved', params: { opening, code, net } }),
  delayed: ({ code, net, payoutDelay }, { opening }) => ({
    type: 'say',
    key: 'visit.payoutDelayed',
    params: { opening, code, net, reason: payoutDelay },
  }),
  paidOut: ({ code, paidOut }, { opening }) => ({
    type: 'say',
    key: 'visit.paidOut',
    params: { opening, code, amount: paidOut },
  }),
  disputed: ({ code }, { opening }) => ({ type: 'say', key: 'visit.disputed', params: { opening, code } }),
} as const satisfies Record<string, (context: VisitContext, saying: Saying) => Effect>;

export type VisitSaying = keyof typeof SAYINGS;

/** A state's own words, when it begins. */
export const saying =
  (which: VisitSaying) =>
  ({ context, event }: { context: VisitContext; event: { now: string } }): Effect =>
    SAYINGS[which](context, { opening: 'none', now: event.now });

/** The answer to a text that changes nothing. */
export const answering =
  (which: VisitSaying) =>
  ({ context, event }: OnVisit<'text.received'>): readonly Effect[] => {
    const { alerts, opening } = answerTo(event.reading, context);
    return [...alerts, SAYINGS[which](context, { opening, now: event.now })];
  };

/** The answer to a text that only a person can act on. */
export const answeringForPerson =
  (which: VisitSaying) =>
  ({ context, event }: OnVisit<'text.received'>): readonly Effect[] => [
    alertPerson('personAsked')({ context }),
    SAYINGS[which](context, { opening: 'person', now: event.now }),
  ];

export const withMisses = ({ context, event }: OnVisit<'text.received'>) => ({
  misses: answerTo(event.reading, context).misses,
});

export const alertPerson =
  (about: AlertReason) =>
  ({ context }: { context: VisitContext }): Effect => ({ type: 'alertPerson', about, code: context.code });

export const tellBooking =
  (type: 'provider.departed' | 'provider.arrived' | 'work.finished') =>
  ({ context }: { context: VisitContext }): Effect => ({
    type: 'tell',
    to: { kind: 'booking', id: context.bookingId },
    event: { type },
  });
