// Bookings that came to nothing, for now or for good. They rest, and answer what comes late.
import { assign } from 'xstate';
import { codeRetiresAt } from '../../domain/booking-deadlines.ts';
import { jobAt } from '../../domain/job.ts';
import { doesAll, doesWith } from '../effect.ts';
import type { Effect } from '../effects.ts';
import type { Heard } from '../events.ts';
import { offersThatAre, tryOf, type BookingContext } from './context.ts';
import { withoutHold } from './holding.ts';
import {
  alertAbout,
  cancelTimers,
  closeOpenOffers,
  facts,
  holdSlot,
  releaseSlot,
  setTimers,
  tellHomeowner,
} from './letters.ts';
import { readCharge, withReturn, withVisitPayment, withVisitReturned } from './paying.ts';
import { startSearch, withSearchEnd } from './searching.ts';
import { bookingSetup, type On } from './setup.ts';

/** When the code of a booking that is over is given back. */
export const withRetirement =
  (isServed: boolean) =>
  ({ context, event }: { context: BookingContext; event: Heard }): Partial<BookingContext> => ({
    deadlines: { ...context.deadlines, 'booking.aged': codeRetiresAt(event.now, isServed) },
  });

/** The code goes back when its time has come. */
export const aged = bookingSetup.createStateConfig({
  on: {
    'booking.aged': {
      guard: 'hasCode',
      actions: [
        doesAll(({ context }) => (context.code === null ? [] : [{ type: 'freeCode', code: context.code }])),
        assign({ code: null }),
      ],
    },
  },
});

export const settleDown = (context: BookingContext, status: string): readonly Effect[] => [
  ...cancelTimers('wave.ended', 'search.halved', 'search.ended', 'choice.expired', 'hold.nudged', 'hold.expired'),
  ...setTimers(context, 'booking.aged'),
  facts(context, status),
];

export const withNothingOpen = (context: BookingContext): Partial<BookingContext> => ({
  ...withoutHold(context),
  queue: [],
  offers: context.offers.map((offer) => (offer.state === 'refused' ? offer : { ...offer, state: 'closed' as const })),
});

/** Other windows: everybody may be asked again. The same ones: not those who said no to them. */
const withRepeat = ({ context, event }: On<'search.repeated'>): Partial<BookingContext> => {
  const windows = event.windows ?? context.windows;
  const renewed = {
    windows,
    job: jobAt(context.job, windows, event.now),
    offers: event.windows === null ? offersThatAre(context, 'refused') : [],
    ring: 0,
    queue: [],
    queueWindow: null,
  };
  return { ...renewed, ...withSearchEnd({ ...context, ...renewed }, event.now) };
};

export const repeatable = bookingSetup.createStateConfig({
  on: {
    'search.repeated': [
      {
        guard: 'hasCode',
        target: 'findingProviders',
        actions: [assign(withRepeat), doesAll(({ context }) => startSearch(context))],
      },
      { target: 'naming', actions: assign(withRepeat) },
    ],
  },
});

/** Nobody said yes. */
export const unfilled = bookingSetup.createStateConfig({
  entry: [
    doesAll(({ context }) => [
      ...closeOpenOffers(context, 'expired'),
      tellHomeowner(context, {
        type: 'search.failed',
        bookingId: context.bookingId,
        isCovered: context.isCovered ?? true,
      }),
      alertAbout(context, 'nobodyFound'),
    ]),
    assign(({ context }) => withNothingOpen(context)),
    assign(withRetirement(false)),
    doesAll(({ context }) => settleDown(context, 'unfilled')),
  ],
  on: { ...aged.on, ...repeatable.on, 'request.withdrawn': 'withdrawn' },
});

/** The homeowner wants another time and has not said which. */
export const awaitingTime = bookingSetup.createStateConfig({
  entry: [
    assign(({ context }) => withNothingOpen(context)),
    assign(withRetirement(false)),
    doesAll(({ context }) => settleDown(context, 'awaitingTime')),
  ],
  on: { ...aged.on, ...repeatable.on, 'request.withdrawn': 'withdrawn' },
});

/** A choice or a payment that did not come in time. The slot is free; the search can be repeated, a late payment takes it again. */
export const lapsed = bookingSetup.createStateConfig({
  entry: [
    assign(({ context }) => withNothingOpen(context)),
    assign(withRetirement(false)),
    doesAll(({ context }) => settleDown(context, 'lapsed')),
  ],
  on: {
    ...aged.on,
    ...repeatable.on,
    'request.withdrawn': 'withdrawn',
    'payment.paid': [
      {
        guard: 'isPaidLateInTime',
        target: 'retakingSlot',
        actions: [
          assign(withVisitPayment),
          assign(({ context, event }) => withSlotAgain(context, event.attempt)),
          doesWith(({ context, event }) => readCharge(context, event.paymentIntent)),
        ],
      },
      {
        guard: 'isPaidLate',
        target: 'refunding',
        actions: [
          assign(withReturn('slotGone')),
          assign(({ event }) => ({ returning: event.paymentIntent })),
          doesWith(({ context, event }) => readCharge(context, event.paymentIntent)),
        ],
      },
    ],
  },
});

const withSlotAgain = (context: BookingContext, paidAttempt: number): Partial<BookingContext> => {
  const paid = tryOf(context, paidAttempt);
  if (paid === null) return {};
  const attempt = context.tries.length + 1;
  return { hold: attempt, tries: [...context.tries, { ...paid, attempt }] };
};

/** Paid after the hold had ended: the same slot, if it is still free. */
export const retakingSlot = bookingSetup.createStateConfig({
  entry: doesAll(({ context }) => [holdSlot(context), ...cancelTimers('booking.aged')]),
  on: {
    'slot.held': { guard: 'isThisAttempt', target: 'booked' },
    'slot.taken': {
      guard: 'isThisAttempt',
      target: 'refunding',
      actions: assign(({ context }) => withVisitReturned(context, 'slotGone')),
    },
    'effect.abandoned': {
      guard: 'isAbandonedHold',
      target: 'refunding',
      actions: [
        doesAll(({ context }) => releaseSlot(context, context.hold)),
        assign(({ context }) => withVisitReturned(context, 'slotGone')),
      ],
    },
  },
});
