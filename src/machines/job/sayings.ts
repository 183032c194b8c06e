// What each state says when it is asked: where things stand, and what can be answered.
import type { Moment } from '../../domain/arrival-window.ts';
import { isReached } from '../../domain/instants.ts';
import type { Asking, Say } from '../effects.ts';
import type { JobContext, JobState } from './context.ts';

const NUMBERS = ['1', '2', '3'] as const;
const choice = (count: number): Asking => ({ kind: 'choice', options: NUMBERS.slice(0, count) });

export const momentOf = ({ place }: JobContext, at: string): Moment => ({ at, zone: place.zone });

const who = ({ lead, code, providerName }: JobContext) => ({ lead, code, name: providerName });

export const saySearching = (context: JobContext, isAgain: boolean): Say => {
  const { lead, job, window, now } = context;
  const until = momentOf(context, context.until);
  return { type: 'say', key: 'job.searching', params: { lead, trade: job.trade, window, until, now, isAgain } };
};

function sayProposal(context: JobContext): Say {
  const { lead, window, now, proposal } = context;
  if (proposal === null) return saySearching(context, true);
  const { name, ratingInTenths, ratings, meters, price } = proposal;
  const until = momentOf(context, proposal.until);
  const params = { lead, name, ratingInTenths, ratings, meters, window, price, until, now };
  return { type: 'say', key: 'job.proposed', params, asks: choice(3), until: proposal.until };
}

function sayPayment(context: JobContext): Say {
  const { code, lead, now, payment, providerName, window } = context;
  if (payment === null) return sayMakingLink(context);
  if (isReached(payment.until, now)) return sayChecking(context);
  const { total, url } = payment;
  const until = momentOf(context, payment.until);
  const params = { lead, code, name: providerName, window, total, url, until, now };
  return { type: 'say', key: 'job.paymentRequested', params, until: payment.until };
}

/** The time to pay is over, and whether it was paid in time is being found out. */
const sayChecking = ({ lead }: JobContext): Say => ({
  type: 'say',
  key: 'job.paymentChecking',
  params: { lead: lead === 'question' || lead === 'waits' ? 'none' : lead },
});

const sayMakingLink = ({ lead, providerName }: JobContext): Say => ({
  type: 'say',
  key: 'job.makingLink',
  params: { lead, name: providerName },
});

function sayApproval(context: JobContext): Say {
  const until = context.isUnasked === true ? null : momentOf(context, context.approveBy);
  const params = { ...who(context), until, now: context.now };
  return { type: 'say', key: 'job.askApproval', params, asks: choice(2) };
}

const sayOver = ({ lead, code }: JobContext): Say => ({
  type: 'say',
  key: 'job.over',
  params: { lead, code },
});

/** `minutes`: as the provider has just said; later they are no longer true. */
export const sayDeparted = (context: JobContext, minutes: number | null): Say => ({
  type: 'say',
  key: 'job.departed',
  params: { ...who(context), minutes },
});

/** The text of a state, with whatever lead the context has. */
export const SAYINGS: Readonly<Record<JobState, (context: JobContext) => Say>> = {
  awaitingProvider: (context) => saySearching(context, true),
  choosingProvider: sayProposal,
  askingOtherTime: ({ lead, offered }) => ({
    type: 'say',
    key: 'job.askOtherTime',
    params: { lead, windows: offered },
    asks: { kind: 'time', options: NUMBERS.slice(0, offered.length) },
  }),
  awaitingLink: sayMakingLink,
  awaitingPayment: sayPayment,
  booked: (context) => ({
    type: 'say',
    key: 'job.visitAhead',
    params: { ...who(context), window: context.window, total: context.paid ?? null },
  }),
  providerOnTheWay: (context) => sayDeparted(context, null),
  confirmingArrival: (context) => ({ type: 'say', key: 'job.askArrived', params: who(context), asks: choice(2) }),
  awaitingReplacement: (context) => ({
    type: 'say',
    key: 'job.replacing',
    params: { ...who(context), because: context.isDropped === true ? 'dropped' : 'missing' },
  }),
  answeringDoor: (context) => ({ type: 'say', key: 'job.askDoor', params: who(context), asks: choice(2) }),
  providerArrived: (context) => ({ type: 'say', key: 'job.arrived', params: who(context) }),
  approving: sayApproval,
  describingProblem: ({ lead, code }) => ({
    type: 'say',
    key: 'job.askProblem',
    params: { lead, code },
    asks: { kind: 'words', options: [] },
  }),
  caseOpen: ({ lead, code, isPaidOut = false }) => ({
    type: 'say',
    key: 'job.caseOpen',
    params: { lead, code, isPaidOut },
  }),
  rating: (context) => ({
    type: 'say',
    key: 'job.askRating',
    params: who(context),
    asks: { kind: 'rating', options: ['1', '2', '3', '4', '5'] },
  }),
  thanked: sayOver,
  unfilled: ({ lead, isCovered = true, job, place, window }) => ({
    type: 'say',
    key: 'job.unfilled',
    params: { lead, trade: job.trade, window, outside: isCovered ? null : place.area },
    asks: choice(3),
  }),
  lapsed: ({ lead, because }) => ({ type: 'say', key: 'job.lapsed', params: { lead, because }, asks: choice(3) }),
  refunded: sayOver,
  withdrawn: sayOver,
};
