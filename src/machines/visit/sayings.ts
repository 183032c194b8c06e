// What a visit says in each of its states, and what it tells its booking.
import { departureOpensAt, isApproaching } from '../../domain/booking-deadlines.ts';
import { isReached } from '../../domain/instants.ts';
import { maskedWords } from '../../domain/job-words.ts';
import type { AlertReason, Effect } from '../effects.ts';
import type { Event } from '../events.ts';
import { answerTo, type Opening } from '../provider-answers.ts';
import type { OnVisit, VisitContext } from './setup.ts';

interface Saying {
  readonly opening: Opening;
  readonly now: string;
}

/** More than this of what is to be done does not fit beside the address. */
const BRIEF_WORDS = 60;

/** Who, where, when and for how much: only now that it is paid; what is to be done in full, when it is a longer story. */
export const sayBooked = (context: VisitContext): readonly Effect[] => {
  const { code, job } = context;
  const words = maskedWords(job.words);
  const story: Effect = { type: 'say', key: 'visit.noted', params: { code, words } };
  return [sayWhere(context), ...(words.length > BRIEF_WORDS ? [story] : [])];
};

const sayWhere = (context: VisitContext): Effect => {
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
      notes: maskedWords(job.words),
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

/** From when he may say that he is on the way; null when he may say it now. */
const opening = ({ window }: VisitContext, now: string) => {
  const at = departureOpensAt(window);
  return isReached(at, now) ? null : { at, zone: window.zone };
};

export const sayNoted = ({ context, event }: OnVisit<'visit.noted'>): Effect => ({
  type: 'say',
  key: 'visit.noted',
  params: { code: context.code, words: event.words },
});

export const sayApproached = ({ context, event }: OnVisit<'visit.remembered'>): Effect => {
  const { code, place, window } = context;
  const params = { code, window, place, from: opening(context, event.now) };
  return { type: 'say', key: 'visit.approached', params, until: window.end };
};

/** What each resting state says when it begins, and to a text that changes nothing. */
export const SAYINGS = {
  booked: (context, { opening: lead, now }) => {
    const { code, place, window } = context;
    const params = { opening: lead, code, window, place };
    return isApproaching(window, now)
      ? { type: 'say', key: 'visit.soon', params: { ...params, from: opening(context, now) } }
      : { type: 'say', key: 'visit.ahead', params };
  },
  departed: ({ code }, { opening }) => ({ type: 'say', key: 'visit.departed', params: { opening, code } }),
  atDoor: ({ code, doorUntil, isDoorTold = false, window }, { opening, now }) => {
    const until = isDoorTold ? null : { at: doorUntil ?? now, zone: window.zone };
    return { type: 'say', key: 'visit.atDoor', params: { opening, code, until } };
  },
  givenUp: ({ code }, { opening }) => ({ type: 'say', key: 'visit.givenUp', params: { opening, code } }),
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
  calledOff: ({ code }, { opening }) => ({ type: 'say', key: 'visit.calledOff', params: { opening, code } }),
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

/** A price is the homeowner's to agree to, and no text changes it yet: a person talks to both. */
export const askedExtra = ({ context }: { context: VisitContext }): readonly Effect[] => [
  alertPerson('extraWork')({ context }),
  { type: 'say', key: 'visit.extraAsked', params: { code: context.code, net: context.net } },
];

/** What to do at once; a person is told. */
export const sayDanger = ({ context, event }: OnVisit<'text.received'>): readonly Effect[] => {
  const { danger } = event.reading;
  return danger === null
    ? []
    : [{ type: 'say', key: 'job.danger', params: { danger } }, alertPerson('danger')({ context })];
};

/** To the booking: what he says of his visit. */
export const tellBooking =
  (event: Event) =>
  ({ context }: { context: VisitContext }): Effect => ({
    type: 'tell',
    to: { kind: 'booking', id: context.bookingId },
    event,
  });
