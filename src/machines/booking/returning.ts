// Bookings whose money goes back, and those that their homeowner withdrew.
import { assign } from 'xstate';
import { refundEntry, refundFailureEntry } from '../../domain/ledger.ts';
import { usd } from '../../domain/money.ts';
import { doesAll } from '../effect.ts';
import type { Effect } from '../effects.ts';
import { offersThatAre, paymentOf, type BookingContext } from './context.ts';
import {
  alertAbout,
  closeLink,
  closeOffer,
  closeOpenOffers,
  releaseHolder,
  releaseSlot,
  tellHomeowner,
} from './letters.ts';
import { readCharge, refundOf, withReturn } from './paying.ts';
import { callsOff } from './outside-refunds.ts';
import { aged, repeatable, settleDown, withNothingOpen, withRetirement } from './resting.ts';
import { bookingSetup, type On } from './setup.ts';

/** Money went back: the entry, and a word to the homeowner. */
export const payBack = ({ context, event }: On<'refund.done'>): readonly Effect[] => {
  const { bookingId } = context;
  const { refundId, amountInCents, now } = event;
  const reason = paymentOf(context, event.paymentIntent)?.reason ?? 'withdrawn';
  return [
    { type: 'postEntry', entry: refundEntry({ bookingId, at: now, refundId, amountInCents }) },
    tellHomeowner(context, { type: 'payment.returned', bookingId, amount: usd(amountInCents), reason }),
  ];
};

export const withOwnRefund = ({ context, event }: On<'refund.done'>): Partial<BookingContext> => ({
  payments: context.payments.map((payment) =>
    payment.paymentIntent === event.paymentIntent ? { ...payment, isReturned: true } : payment,
  ),
});

/**
 * The homeowner's bank sent a refund back: what he was promised is held for him again, and a person finds another way. It may be
 * told before our own order has answered, so the refund itself is posted too; posting it twice posts it once.
 */
export const payBackFailed = ({ context, event }: On<'refund.failed'>): readonly Effect[] => {
  const { bookingId } = context;
  const { refundId, amountInCents, now } = event;
  if (paymentOf(context, event.paymentIntent)?.failedRefunds?.includes(refundId) === true) return [];
  const posted = { bookingId, at: now, refundId, amountInCents };
  return [
    { type: 'postEntry', entry: refundEntry(posted) },
    { type: 'postEntry', entry: refundFailureEntry(posted) },
    alertAbout(context, 'refundFailed'),
    tellHomeowner(context, { type: 'return.failed', bookingId, amount: usd(amountInCents) }),
  ];
};

export const withFailedRefund = ({ context, event }: On<'refund.failed'>): Partial<BookingContext> => ({
  payments: context.payments.map((payment) =>
    payment.paymentIntent === event.paymentIntent
      ? { ...payment, failedRefunds: [...new Set([...(payment.failedRefunds ?? []), event.refundId])] }
      : payment,
  ),
});

/** The orders for a payment that goes back at once: its charge is read too, since the ledger carries every cent that came. */
export const sendBack = (context: BookingContext, paymentIntent: string): readonly Effect[] => [
  readCharge(context, paymentIntent),
  refundOf(context, paymentOf(context, paymentIntent)),
];

/** The slot of a paid visit is gone. A refusal of the refund alerts a person (see late-answers), and the booking waits here. */
export const refunding = bookingSetup.createStateConfig({
  entry: doesAll(({ context }) =>
    context.returning === null ? [] : [refundOf(context, paymentOf(context, context.returning))],
  ),
  on: {
    ...callsOff,
    'refund.done': { guard: 'isVisitReturn', target: 'refunded', actions: [doesAll(payBack), assign(withOwnRefund)] },
  },
});

export const refunded = bookingSetup.createStateConfig({
  entry: [
    assign({ returning: null }),
    assign(withRetirement(false)),
    doesAll(({ context }) => settleDown(context, 'refunded')),
  ],
  on: { ...aged.on, ...repeatable.on },
});

const letGo = (context: BookingContext): readonly Effect[] => {
  const claimed = offersThatAre(context, 'claimed');
  const held = offersThatAre(context, 'held');
  return [
    ...closeLink(context),
    ...(held.length === 0 ? releaseSlot(context, context.hold) : releaseHolder(context, 'withdrawn')),
    ...claimed.map((offer) => closeOffer(context, offer, 'withdrawn')),
    ...closeOpenOffers(context, 'withdrawn'),
  ];
};

/** Nothing was paid yet, so nothing is owed. Money that comes after all goes back. */
export const withdrawn = bookingSetup.createStateConfig({
  entry: [
    doesAll(({ context }) => letGo(context)),
    assign(({ context }) => withNothingOpen(context)),
    assign(withRetirement(false)),
    doesAll(({ context }) => settleDown(context, 'withdrawn')),
  ],
  on: {
    ...aged.on,
    'payment.paid': {
      guard: 'isPaidLate',
      actions: [
        assign(withReturn('withdrawn')),
        doesAll(({ context, event }) => sendBack(context, event.paymentIntent)),
      ],
    },
  },
});
