// What the booking says, in whatever state it comes: the homeowner hears it, and the conversation follows.
import { assign } from 'xstate';
import { dayBeforeAt } from '../../domain/booking-deadlines.ts';
import { doesWith } from '../effect.ts';
import type { Say } from '../effects.ts';
import type { JobContext, JobState, Proposal } from './context.ts';
import { momentOf, sayDeparted, saySearching, SAYINGS } from './sayings.ts';
import { jobSetup, type On } from './setup.ts';

/** Says where things stand now, plainly. */
export const saysState = (state: JobState) =>
  doesWith(({ context }: { context: JobContext }) => SAYINGS[state](context));

/** Whatever was misunderstood before, the talk begins anew. */
export const anew = ({ now }: { now: string }) => ({ lead: 'none' as const, misses: 0, now });

const proposalOf = ({ event: { attempt, candidate, price, until } }: On<'provider.proposed'>): Proposal => {
  const { name, ratingInTenths, ratings, meters } = candidate;
  return { attempt, name, ratingInTenths, ratings, meters, price, until };
};

const sayBooked = ({ context: { code }, event }: On<'booking.confirmed'>): Say => {
  const { now, providerName, total, window } = event;
  const isFarAhead = dayBeforeAt(window, now) !== null;
  return { type: 'say', key: 'job.booked', params: { code, name: providerName, window, total, isFarAhead } };
};

const sayFailure = ({ context, event }: On<'payment.failed'>): Say => {
  const { now, reason, until, url } = event;
  const params = { reason, url, until: momentOf(context, until), now };
  return { type: 'say', key: 'job.paymentFailed', params, until };
};

const sayReturn = ({ context: { code }, event: { amount, reason } }: On<'payment.returned'>): Say => ({
  type: 'say',
  key: 'job.returned',
  params: { code, amount, reason },
});

const sayReturnFailure = ({ context: { code }, event: { amount } }: On<'return.failed'>): Say => ({
  type: 'say',
  key: 'job.returnFailed',
  params: { code, amount },
});

const sayReminder = ({ context, event }: On<'visit.remembered'>): Say => {
  const { code, providerName, window } = context;
  return { type: 'say', key: 'job.remembered', params: { moment: event.moment, code, name: providerName, window } };
};

/** The search: begun, gone on, found somebody, failed. */
const searchLetters = jobSetup.createStateConfig({
  on: {
    'search.started': {
      target: '.awaitingProvider',
      actions: [
        assign(({ event }) => ({ code: event.code, window: event.window, until: event.until, proposal: null })),
        assign(({ event }) => anew(event)),
        doesWith(({ context }) => saySearching(context, false)),
      ],
    },
    'search.continued': {
      target: '.awaitingProvider',
      actions: [
        assign(({ event }) => ({ window: event.window, until: event.until, proposal: null })),
        assign(({ event }) => anew(event)),
        doesWith(({ context }) => saySearching(context, true)),
      ],
    },
    'search.failed': {
      target: '.unfilled',
      actions: [assign(({ event }) => ({ ...anew(event), isCovered: event.isCovered ?? true })), saysState('unfilled')],
    },
    'provider.proposed': {
      target: '.choosingProvider',
      actions: [
        assign((args) => ({
          proposal: proposalOf(args),
          providerName: args.event.candidate.name,
          window: args.event.window,
        })),
        assign(({ event }) => anew(event)),
        saysState('choosingProvider'),
      ],
    },
    'choice.lapsed': {
      target: '.lapsed',
      actions: [assign({ because: 'choice', proposal: null }), assign(({ event }) => anew(event)), saysState('lapsed')],
    },
  },
});

const paymentLetters = jobSetup.createStateConfig({
  on: {
    'payment.requested': {
      target: '.awaitingPayment',
      actions: [
        assign(({ event }) => ({ payment: { url: event.url, total: event.price.total, until: event.until } })),
        assign(({ event }) => anew(event)),
        saysState('awaitingPayment'),
      ],
    },
    'payment.failed': { actions: doesWith(sayFailure) },
    'payment.impossible': {
      target: '.lapsed',
      actions: [
        assign({ because: 'link', payment: null, proposal: null }),
        assign(({ event }) => anew(event)),
        saysState('lapsed'),
      ],
    },
    'hold.lapsed': {
      target: '.lapsed',
      actions: [
        assign({ because: 'hold', payment: null, proposal: null }),
        assign(({ event }) => anew(event)),
        saysState('lapsed'),
      ],
    },
    'booking.confirmed': {
      target: '.booked',
      actions: [
        assign(({ event }) => ({
          providerName: event.providerName,
          window: event.window,
          payment: null,
          paid: event.total,
        })),
        assign(({ event }) => anew(event)),
        doesWith(sayBooked),
      ],
    },
    'payment.returned': [
      { guard: 'isAside', actions: doesWith(sayReturn) },
      { target: '.refunded', actions: [assign(({ event }) => anew(event)), doesWith(sayReturn)] },
    ],
    'return.failed': { actions: doesWith(sayReturnFailure) },
  },
});

const visitLetters = jobSetup.createStateConfig({
  on: {
    'visit.remembered': { actions: doesWith(sayReminder) },
    'visit.departed': {
      target: '.providerOnTheWay',
      actions: [
        assign(({ event }) => anew(event)),
        doesWith(({ context, event }) => sayDeparted(context, event.minutes ?? null)),
      ],
    },
    'visit.arrived': {
      target: '.providerArrived',
      actions: [assign(({ event }) => anew(event)), saysState('providerArrived')],
    },
    'visit.finished': {
      target: '.approving',
      actions: [
        assign(({ event }) => ({ approveBy: event.approveBy })),
        assign(({ event }) => anew(event)),
        saysState('approving'),
      ],
    },
    'booking.settled': {
      target: '.rating',
      actions: [assign(({ event }) => ({ ...anew(event), isPaidOut: true })), saysState('rating')],
    },
    'case.opened': [
      {
        guard: 'isByBank',
        target: '.caseOpen',
        actions: [
          assign(({ event }) => anew(event)),
          doesWith(({ context: { code } }) => ({ type: 'say', key: 'job.chargedBack', params: { code } })),
        ],
      },
      { target: '.caseOpen', actions: [assign(({ event }) => anew(event)), saysState('caseOpen')] },
    ],
  },
});

export const letters = { ...searchLetters.on, ...paymentLetters.on, ...visitLetters.on };
