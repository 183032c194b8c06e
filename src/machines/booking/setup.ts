import { setup } from 'xstate';
import { isReached } from '../../domain/instants.ts';
import { ringRadius } from '../../domain/search-rings.ts';
import { effectAction } from '../effect.ts';
import type { Heard, TimerName } from '../events.ts';
import {
  disputeOf,
  offersThatAre,
  paymentOf,
  returnedOutside,
  tryOf,
  visitPayment,
  type BookingContext,
  type Dispute,
  type Payment,
} from './context.ts';

interface Args {
  readonly context: BookingContext;
  readonly event: Heard;
}

const isDue = ({ context, event }: Args): boolean => {
  const at = context.deadlines[event.type as TimerName];
  return at !== undefined && isReached(at, event.now);
};

const isOpenProvider = ({ context }: Args, providerId: string): boolean =>
  offersThatAre(context, 'open').some((offer) => offer.candidate.providerId === providerId);

const isNews = ({ context, event }: Args): boolean =>
  event.type === 'payment.paid' && paymentOf(context, event.paymentIntent) === null;

const isRightAmount = ({ context, event }: Args): boolean => {
  if (event.type !== 'payment.paid') return false;
  const slot = tryOf(context, event.attempt);
  return slot !== null && slot.price.total.cents === event.amountInCents;
};

const hasVisitPayment = ({ context }: Args): boolean => visitPayment(context) !== null;

/** A refund made at Stripe, and the payment that it is of. */
const refundTold = ({ context, event }: Args) => {
  if (event.type !== 'payment.refunded') return null;
  const payment = paymentOf(context, event.paymentIntent);
  return payment === null ? null : { refund: event, payment };
};

const isKnownOutside = (args: Args): boolean => {
  const told = refundTold(args);
  return told?.payment.outsideRefunds?.some(({ refundId }) => refundId === told.refund.refundId) ?? false;
};

/** The payment of the visit, or, as long as there is none, the one that is going back or came in another amount. */
const standsForVisit = (context: BookingContext, { paymentIntent, use }: Payment): boolean => {
  const visit = visitPayment(context);
  if (visit !== null) return visit.paymentIntent === paymentIntent;
  return use === 'strange' || context.returning === paymentIntent;
};

/** With it all of the visit's money is back, and none was paid on. */
const isWholeOutside = (args: Args): boolean => {
  const { context } = args;
  const told = refundTold(args);
  if (told === null || context.isPayoutOpen || context.transferId !== null || isKnownOutside(args)) return false;
  const { payment, refund } = told;
  return standsForVisit(context, payment) && returnedOutside(payment) + refund.amountInCents >= payment.amountInCents;
};

/** Of the visit's own payment, or of one that is not known yet. */
const isOfVisit = ({ context, event }: Args): boolean => {
  const payment =
    'chargeId' in event ? context.payments.find(({ chargeId }) => chargeId === event.chargeId) : undefined;
  return payment === undefined || payment.use === 'visit';
};

const disputeTold = ({ context, event }: Args): Dispute | null =>
  'disputeId' in event ? disputeOf(context, event.disputeId) : null;

const isClosed = (args: Args): boolean => ['won', 'lost'].includes(disputeTold(args)?.state ?? 'open');

const isNewlyLost = (args: Args): boolean =>
  args.event.type === 'dispute.closed' && args.event.outcome === 'lost' && !isClosed(args);

/** Nobody has reported a problem, and no other dispute is open. */
const isOnlyTrouble = ({ context, event }: Args): boolean =>
  'disputeId' in event &&
  context.isReported !== true &&
  context.disputes.every(({ disputeId, state }) => state === 'won' || disputeId === event.disputeId);

/** The booking machine's types, its one action and its guards; the states are made from it, file by file. */
export const bookingSetup = setup({
  types: { context: {} as BookingContext, events: {} as Heard, input: {} as Heard },
  actions: effectAction,
  guards: {
    isDue,
    isAsked: ({ context }: Args) => !context.isUnasked,
    isSilent: (args: Args) => isDue(args) && !args.context.isUnasked,
    hasCode: ({ context }: Args) => context.code !== null,

    isThisSearch: ({ context, event }: Args) => event.type === 'providers.found' && event.search === context.search,
    isSearchOver: ({ context, event }: Args) => {
      const at = context.deadlines['search.ended'];
      return at !== undefined && isReached(at, event.now);
    },
    hasQueue: ({ context }: Args) => context.queue.length > 0,
    hasRing: ({ context }: Args) => ringRadius(context.ring) !== null,
    hasOpenOffers: ({ context }: Args) => offersThatAre(context, 'open').length > 0,
    isFromOpenOffer: (args: Args) => 'providerId' in args.event && isOpenProvider(args, args.event.providerId),
    isLastRefusal: (args: Args) =>
      args.event.type === 'offer.refused' &&
      isOpenProvider(args, args.event.providerId) &&
      offersThatAre(args.context, 'open').length === 1,

    isThisAttempt: ({ context, event }: Args) => 'attempt' in event && event.attempt === context.hold,
    isPassedForNext: ({ context, event }: Args) =>
      event.type === 'provider.passed' && event.attempt === context.hold && event.wants === 'nextProvider',
    isPassedForOtherTime: ({ context, event }: Args) =>
      event.type === 'provider.passed' && event.attempt === context.hold && event.wants === 'otherTime',
    isUnwantedSlot: ({ context, event }: Args) =>
      event.type === 'slot.held' && event.attempt !== context.hold && tryOf(context, event.attempt) !== null,
    isAbandonedNaming: ({ event }: Args) => event.type === 'effect.abandoned' && event.effect === 'nameBooking',
    isAbandonedHold: ({ event }: Args) => event.type === 'effect.abandoned' && event.effect === 'holdSlot',
    isAbandonedLink: ({ event }: Args) => event.type === 'effect.abandoned' && event.effect === 'requestPayment',

    isKnownPayment: ({ context, event }: Args) =>
      event.type === 'payment.paid' && paymentOf(context, event.paymentIntent) !== null,
    isStrangeAmount: (args: Args) => isNews(args) && !isRightAmount(args),
    isPaidNow: (args: Args) =>
      args.event.type === 'payment.paid' &&
      args.event.attempt === args.context.hold &&
      isNews(args) &&
      isRightAmount(args) &&
      !hasVisitPayment(args),
    isPaidLateInTime: (args: Args) => {
      if (args.event.type !== 'payment.paid' || !isNews(args) || !isRightAmount(args)) return false;
      const slot = tryOf(args.context, args.event.attempt);
      return args.context.code !== null && slot !== null && !isReached(slot.window.start, args.event.now);
    },
    isPaidLate: (args: Args) => isNews(args) && isRightAmount(args),
    hasVisitPayment,
    isPaidStrangely: ({ context }: Args) =>
      context.payments.some(({ attempt, use }) => attempt === context.hold && use === 'strange'),
    isVisitCharge: ({ context, event }: Args) =>
      event.type === 'charge.read' && visitPayment(context)?.paymentIntent === event.paymentIntent,
    hasCharge: ({ context }: Args) => visitPayment(context)?.chargeId != null,

    isVisitReturn: ({ context, event }: Args) =>
      (event.type === 'refund.done' || event.type === 'refund.refused') && context.returning === event.paymentIntent,
    isReadyForRetry: ({ event }: Args) => event.type === 'transfer.refused' && event.reason === 'accountNotReady',
    isFirstPayout: ({ context }: Args) => context.payouts <= 1,
    isPosted: ({ context }: Args) => context.transferId !== null,
    isKnownOutside,
    isWholeOutside,
    isPartlyReturned: ({ context }: Args) => {
      const payment = visitPayment(context);
      return payment !== null && returnedOutside(payment) > 0;
    },
    isNewDispute: (args: Args) => disputeTold(args) === null,
    isNewOfVisit: (args: Args) => disputeTold(args) === null && isOfVisit(args),
    /** what was decided stays decided */
    isClosedDispute: isClosed,
    isNewlyLost,
    isVisitLost: (args: Args) => isNewlyLost(args) && isOfVisit(args),
    isWonAfterPayout: (args: Args) => isOnlyTrouble(args) && args.context.transferId !== null,
    isWonForGood: (args: Args) =>
      isOnlyTrouble(args) && args.context.isFinished && args.context.transferId === null && !args.context.isPayoutOpen,
    isDoorTold: ({ context }: Args) => context.isDoorTold === true,
    isComing: ({ event }: Args) => event.type === 'homeowner.answered' && event.isComing,
    isReported: ({ context }: Args) => context.isReported === true,
    canBeRated: ({ context }: Args) => context.isFinished && !context.isRated,
    isCompleted: ({ context, event }: Args) =>
      event.type === 'link.closed' && event.attempt === context.hold && event.isCompleted,
    isPaidUnheard: ({ context, event }: Args) =>
      event.type === 'link.closed' &&
      event.isCompleted &&
      context.payments.every(({ attempt }) => attempt !== event.attempt),
    isFreeOfPayment: ({ context, event }: Args) =>
      event.type === 'link.closed' && event.attempt === context.hold && !event.isCompleted,
  },
});

/** An event of one kind, as the actions of a booking are given it. */
export interface On<Type extends Heard['type']> {
  readonly context: BookingContext;
  readonly event: Extract<Heard, { type: Type }>;
}
