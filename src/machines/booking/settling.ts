// From the approval to the last cent.
import { assign } from 'xstate';
import { payoutDueAt } from '../../domain/booking-deadlines.ts';
import { chargeEntry, transferEntry } from '../../domain/ledger.ts';
import { usd, type Money } from '../../domain/money.ts';
import { doesAll, doesWith } from '../effect.ts';
import type { Effect } from '../effects.ts';
import { heldTry, visitPayment, type BookingContext } from './context.ts';
import { alertAbout, cancelTimers, facts, setTimers, tellHolder, tellHomeowner } from './letters.ts';
import { readCharge } from './paying.ts';
import { aged, withRetirement } from './resting.ts';
import { troubles } from './serving.ts';
import { bookingSetup, type On } from './setup.ts';

/** What Stripe says about a charge, noted at its payment. */
export const withCharge = ({ context, event }: On<'charge.read'>): Partial<BookingContext> => ({
  payments: context.payments.map((payment) =>
    payment.paymentIntent === event.paymentIntent ? { ...payment, chargeId: event.chargeId } : payment,
  ),
});

export const postCharge = ({ context, event }: On<'charge.read'>): Effect => {
  const { chargeId, amountInCents, feeInCents, now } = event;
  const { bookingId } = context;
  return { type: 'postEntry', entry: chargeEntry({ bookingId, at: now, chargeId, amountInCents, feeInCents }) };
};

export const withTransfer = ({ event }: On<'transfer.done'>): Partial<BookingContext> => ({
  transferId: event.transferId,
  isPayoutOpen: false,
});

export const postTransfer = ({ context, event }: On<'transfer.done'>): Effect => {
  const { transferId, amountInCents, now } = event;
  const { bookingId } = context;
  const totalInCents = visitPayment(context)?.amountInCents ?? amountInCents;
  const entry = transferEntry({ bookingId, at: now, transferId, totalInCents, netInCents: amountInCents });
  return { type: 'postEntry', entry };
};

/**
 * Never rests. What was given back at Stripe leaves the payout to a person. A transfer names its charge, so the charge must have been
 * read: one that was not is asked for again.
 */
export const choosingPayout = bookingSetup.createStateConfig({
  always: [
    {
      guard: 'isPartlyReturned',
      target: 'disputed',
      actions: doesAll(({ context }) => [
        alertAbout(context, 'refundMade'),
        tellHolder(context, { type: 'payout.delayed', bookingId: context.bookingId, reason: 'checking' }),
      ]),
    },
    { guard: 'hasCharge', target: 'payingOut' },
    { target: 'awaitingCharge' },
  ],
});

export const awaitingCharge = bookingSetup.createStateConfig({
  entry: doesAll(({ context }) => {
    const payment = visitPayment(context);
    return [
      ...cancelTimers('approval.expired'),
      ...(payment === null ? [] : [readCharge(context, payment.paymentIntent)]),
    ];
  }),
  on: {
    ...troubles.on,
    'charge.read': {
      guard: 'isVisitCharge',
      target: 'choosingPayout',
      actions: [assign(withCharge), doesWith(postCharge)],
    },
  },
});

const payOut = (context: BookingContext): Effect => {
  const slot = heldTry(context);
  return {
    type: 'payOut',
    bookingId: context.bookingId,
    attempt: context.payouts,
    providerId: slot.candidate.providerId,
    chargeId: visitPayment(context)?.chargeId ?? '',
    amount: slot.price.net,
  };
};

/** Both learn that the money is with the provider. */
export const tellPaidOut = (context: BookingContext, amount: Money): readonly Effect[] => {
  const { bookingId } = context;
  return [
    tellHolder(context, { type: 'payout.sent', bookingId, amount }),
    tellHomeowner(context, { type: 'booking.settled', bookingId }),
  ];
};

const settle = ({ context, event }: On<'transfer.done'>): readonly Effect[] => [
  postTransfer({ context, event }),
  ...tellPaidOut(context, usd(event.amountInCents)),
];

/** A transfer that was ordered may be done whatever else happens, so each order has a number of its own and waits for its answer. */
export const payingOut = bookingSetup.createStateConfig({
  entry: [
    assign(({ context }) => ({ payouts: context.payouts + 1, isPayoutOpen: true })),
    doesAll(({ context }) => [...cancelTimers('approval.expired'), payOut(context), facts(context, 'payingOut')]),
  ],
  on: {
    ...troubles.on,
    'transfer.done': {
      target: 'settled',
      actions: [assign(withTransfer), doesAll(settle)],
    },
    'transfer.refused': {
      target: 'payoutBlocked',
      actions: [assign({ isPayoutOpen: false }), doesAll((args) => delayPayout(args))],
    },
  },
});

/** Both hear of it once, not with every try. */
const delayPayout = ({ context, event }: On<'transfer.refused'>): readonly Effect[] => {
  if (context.payouts > 1) return [];
  const isWaiting = event.reason === 'accountNotReady';
  return [
    alertAbout(context, isWaiting ? 'payoutBlocked' : 'money'),
    tellHolder(context, {
      type: 'payout.delayed',
      bookingId: context.bookingId,
      reason: isWaiting ? 'accountNotReady' : 'checking',
    }),
  ];
};

/** Surely refused, so it may be ordered anew: every day. */
export const payoutBlocked = bookingSetup.createStateConfig({
  entry: [
    assign(({ context, event }) => ({ deadlines: { ...context.deadlines, 'payout.due': payoutDueAt(event.now) } })),
    doesAll(({ context }) => [...setTimers(context, 'payout.due'), facts(context, 'payoutBlocked')]),
  ],
  on: { ...troubles.on, 'payout.due': { guard: 'isDue', target: 'choosingPayout' } },
});

/** Paid out. The homeowner is asked to rate; what he reports now goes to a person. */
export const settled = bookingSetup.createStateConfig({
  entry: [
    assign(withRetirement(true)),
    doesAll(({ context }) => [...setTimers(context, 'booking.aged'), facts(context, 'settled')]),
  ],
  on: {
    ...aged.on,
    'problem.reported': [
      { guard: 'isReported' },
      {
        actions: [
          doesAll(({ context }) => [
            alertAbout(context, 'problemReported'),
            tellHomeowner(context, { type: 'case.opened', bookingId: context.bookingId, by: 'homeowner' }),
          ]),
          assign({ isReported: true }),
        ],
      },
    ],
  },
});
