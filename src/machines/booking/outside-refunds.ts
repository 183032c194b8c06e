// Money that a person gave back at Stripe, without us: noted and posted like our own. All of it calls the visit off; a part holds the payout.
import { assign } from 'xstate';
import { refundEntry } from '../../domain/ledger.ts';
import { usd } from '../../domain/money.ts';
import { doesAll } from '../effect.ts';
import type { Effect } from '../effects.ts';
import { VISIT_TIMERS } from './coming.ts';
import { isOurLoss, visitPayment, type BookingContext } from './context.ts';
import { alertAbout, cancelTimers, releaseHolder, releaseSlot, tellHolder, tellHomeowner } from './letters.ts';
import { withVisitReturned } from './paying.ts';
import { bookingSetup, type On } from './setup.ts';

type Told = On<'payment.refunded'>;

/** Noted by its id, at its payment: Stripe may tell it twice. */
const withOutsideRefund = ({ context, event }: Told): Partial<BookingContext> => ({
  payments: context.payments.map((payment) =>
    payment.paymentIntent === event.paymentIntent
      ? {
          ...payment,
          outsideRefunds: [
            ...(payment.outsideRefunds ?? []),
            { refundId: event.refundId, amountInCents: event.amountInCents },
          ],
        }
      : payment,
  ),
});

const post = ({ context, event }: Told): Effect => {
  const { amountInCents, chargeId, now: at, refundId } = event;
  const { bookingId } = context;
  return {
    type: 'postEntry',
    entry: refundEntry({ bookingId, at, refundId, amountInCents, isOurLoss: isOurLoss(context, chargeId) }),
  };
};

const tellReturned = ({ context, event }: Told, reason: 'calledOff' | 'goodwill'): Effect =>
  tellHomeowner(context, {
    type: 'payment.returned',
    bookingId: context.bookingId,
    amount: usd(event.amountInCents),
    reason,
  });

/** The provider is free again, unless he is so already. */
const freeProvider = (context: BookingContext): readonly Effect[] => {
  if (context.hold === null) return [];
  if (visitPayment(context) === null) return releaseHolder(context, 'unpaid');
  const { bookingId } = context;
  return [
    ...releaseSlot(context, context.hold),
    tellHolder(context, { type: 'visit.closed', bookingId, outcome: 'calledOff' }),
  ];
};

const callOff = (args: Told): readonly Effect[] => [
  ...cancelTimers(...VISIT_TIMERS, 'approval.expired', 'payout.due'),
  post(args),
  ...freeProvider(args.context),
  tellReturned(args, 'calledOff'),
];

/** Before anything was paid on: with all of its money back, the visit is off. */
export const callsOff = bookingSetup.createStateConfig({
  on: {
    'payment.refunded': {
      guard: 'isWholeOutside',
      target: 'refunded',
      actions: [
        doesAll(callOff),
        assign(withOutsideRefund),
        assign(({ context }) => withVisitReturned(context, 'calledOff')),
      ],
    },
  },
}).on;

/** A part of it, or all of it later: whoever gave it decides what the provider gets. */
export const outsideRefunds = bookingSetup.createStateConfig({
  on: {
    'payment.refunded': [
      { guard: 'isKnownOutside' },
      {
        actions: [
          doesAll((args) => [post(args), alertAbout(args.context, 'refundMade'), tellReturned(args, 'goodwill')]),
          assign(withOutsideRefund),
        ],
      },
    ],
  },
}).on;
