// What every state of a booking answers when its own states do not: what comes late, twice, or after the end.
import { assign } from 'xstate';
import { doesAll, doesWith } from '../effect.ts';
import type { Effect } from '../effects.ts';
import { offersMarked, offersThatAre, tryOf } from './context.ts';
import { chargebacks } from './chargeback.ts';
import { alertAbout, closeOffer, releaseSlot } from './letters.ts';
import { readCharge, withReturn, withStrangePayment } from './paying.ts';
import { keepsNotes } from './noting.ts';
import { outsideRefunds } from './outside-refunds.ts';
import { payBack, payBackFailed, sendBack, withFailedRefund, withOwnRefund } from './returning.ts';
import { withFound, withRefusal } from './searching.ts';
import { postCharge, postTransfer, withCharge, withTransfer } from './settling.ts';
import { bookingSetup, type On } from './setup.ts';

const turnAway = ({ context, event }: On<'offer.accepted'>): readonly Effect[] =>
  offersThatAre(context, 'open')
    .filter((offer) => offer.candidate.providerId === event.providerId)
    .map((offer) => closeOffer(context, offer, 'taken'));

const rate = ({ context, event }: On<'rating.given'>): readonly Effect[] => {
  const providerId = tryOf(context, context.hold)?.candidate.providerId;
  if (providerId === undefined) return [];
  const { bookingId } = context;
  const received = { type: 'rating.received', bookingId, stars: event.stars } as const;
  return [{ type: 'tell', to: { kind: 'provider', id: providerId }, event: received }, rated(event.stars)];
};

const rated = (stars: number): Effect => ({ type: 'keepFacts', facts: { stars } });

export const lateAnswers = bookingSetup.createStateConfig({
  on: {
    ...keepsNotes,
    // it crossed the payment: what is paid is not dropped silently, a person asks what was meant
    'request.withdrawn': {
      guard: 'hasVisitPayment',
      actions: doesWith(({ context }) => alertAbout(context, 'personAsked')),
    },
    'providers.found': { guard: 'isThisSearch', actions: assign(withFound) },
    'offer.accepted': {
      guard: 'isFromOpenOffer',
      actions: [
        doesAll(turnAway),
        assign(({ context, event }) => ({ offers: offersMarked(context, [event.providerId], 'closed') })),
      ],
    },
    'offer.refused': { guard: 'isFromOpenOffer', actions: assign(withRefusal) },
    'slot.held': {
      guard: 'isUnwantedSlot',
      actions: doesAll(({ context, event }) => releaseSlot(context, event.attempt)),
    },
    'link.made': {
      actions: doesWith(({ context, event }) => ({
        type: 'closeLink',
        bookingId: context.bookingId,
        attempt: event.attempt,
        linkId: event.linkId,
      })),
    },
    // paid after all, and its event may be long in coming
    'link.closed': {
      guard: 'isPaidUnheard',
      actions: doesWith(({ context: { bookingId }, event: { attempt, linkId } }) => ({
        type: 'readPayment',
        bookingId,
        attempt,
        linkId,
      })),
    },
    'payment.paid': [
      { guard: 'isKnownPayment' },
      {
        guard: 'isStrangeAmount',
        actions: [
          assign(withStrangePayment),
          doesAll(({ context, event }) => [alertAbout(context, 'money'), readCharge(context, event.paymentIntent)]),
        ],
      },
      {
        guard: 'hasVisitPayment',
        actions: [
          assign(withReturn('paidTwice')),
          doesAll(({ context, event }) => sendBack(context, event.paymentIntent)),
        ],
      },
      {
        actions: [
          assign(withReturn('slotGone')),
          doesAll(({ context, event }) => sendBack(context, event.paymentIntent)),
        ],
      },
    ],
    'charge.read': { actions: [assign(withCharge), doesWith(postCharge)] },
    ...chargebacks,
    ...outsideRefunds,
    'refund.done': { actions: [doesAll(payBack), assign(withOwnRefund)] },
    'refund.failed': {
      actions: [doesAll(payBackFailed), assign(withFailedRefund)],
    },
    'refund.refused': { actions: doesWith(({ context }) => alertAbout(context, 'money')) },
    'transfer.done': [
      { guard: 'isPosted', actions: doesWith(({ context }) => alertAbout(context, 'money')) },
      {
        actions: [assign(withTransfer), doesAll((args) => [alertAbout(args.context, 'money'), postTransfer(args)])],
      },
    ],
    'transfer.refused': {
      actions: [assign({ isPayoutOpen: false }), doesWith(({ context }) => alertAbout(context, 'money'))],
    },
    'rating.given': { guard: 'canBeRated', actions: [doesAll(rate), assign({ isRated: true })] },
  },
});
