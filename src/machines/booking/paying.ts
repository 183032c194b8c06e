// From the homeowner's choice to the verified payment. A hold that ends closes its link first; only an unpaid link frees the slot.
import { assign } from 'xstate';
import { receiptOverdueAt } from '../../domain/booking-deadlines.ts';
import type { ReturnReason } from '../../domain/return-reason.ts';
import { doesAll, doesWith } from '../effect.ts';
import type { Effect } from '../effects.ts';
import { codeOf, heldTry, visitPayment, type BookingContext, type Payment } from './context.ts';
import { alertAbout, cancelTimers, closeLink, facts, releaseHolder, setTimers, tellHomeowner } from './letters.ts';
import { bookingSetup, type On } from './setup.ts';

type Use = Pick<Payment, 'use' | 'reason'>;

const noted = (payments: readonly Payment[], event: On<'payment.paid'>['event'], use: Use): readonly Payment[] => [
  ...payments,
  {
    paymentIntent: event.paymentIntent,
    attempt: event.attempt,
    amountInCents: event.amountInCents,
    chargeId: null,
    step: `refund:${payments.length + 1}`,
    ...use,
  },
];

export const withVisitPayment = ({ context, event }: On<'payment.paid'>): Partial<BookingContext> => ({
  payments: noted(context.payments, event, { use: 'visit', reason: null }),
});

export const withStrangePayment = ({ context, event }: On<'payment.paid'>): Partial<BookingContext> => ({
  payments: noted(context.payments, event, { use: 'strange', reason: null }),
});

/** Money that came in and goes back at once. */
export const withReturn =
  (reason: ReturnReason) =>
  ({ context, event }: On<'payment.paid'>): Partial<BookingContext> => ({
    payments: noted(context.payments, event, { use: 'return', reason }),
  });

export const readCharge = ({ bookingId }: BookingContext, paymentIntent: string): Effect => ({
  type: 'readCharge',
  bookingId,
  paymentIntent,
});

const untilPaid = (context: BookingContext): string =>
  context.deadlines['hold.expired'] ?? heldTry(context).window.start;

const requestPayment = (context: BookingContext): Effect => {
  const slot = heldTry(context);
  const { bookingId, job, homeowner } = context;
  const { total } = slot.price;
  const { language } = homeowner;
  return {
    type: 'requestPayment',
    bookingId,
    code: codeOf(context),
    attempt: slot.attempt,
    total,
    trade: job.trade,
    language,
  };
};

const tellLink = (context: BookingContext): Effect =>
  tellHomeowner(context, {
    type: 'payment.requested',
    bookingId: context.bookingId,
    url: context.link?.url ?? '',
    price: heldTry(context).price,
    until: untilPaid(context),
  });

const loseHold = (context: BookingContext, word: 'hold.lapsed' | 'payment.impossible'): readonly Effect[] => [
  ...releaseHolder(context, 'unpaid'),
  tellHomeowner(context, { type: word, bookingId: context.bookingId }),
];

/** Payment of the held slot: the visit is booked. */
const paid = bookingSetup.createStateConfig({
  on: {
    'payment.paid': {
      guard: 'isPaidNow',
      target: 'booked',
      actions: [assign(withVisitPayment), doesWith(({ context, event }) => readCharge(context, event.paymentIntent))],
    },
  },
});

export const makingLink = bookingSetup.createStateConfig({
  entry: doesAll(({ context }) => [requestPayment(context), facts(context, 'paying')]),
  on: {
    ...paid.on,
    'link.made': {
      guard: 'isThisAttempt',
      target: 'awaitingPayment',
      actions: [
        assign(({ event }) => ({ link: { attempt: event.attempt, linkId: event.linkId, url: event.url } })),
        doesWith(({ context }) => tellLink(context)),
      ],
    },
    'link.refused': {
      guard: 'isThisAttempt',
      target: 'lapsed',
      actions: doesAll(({ context }) => [alertAbout(context, 'money'), ...loseHold(context, 'payment.impossible')]),
    },
    'effect.abandoned': {
      guard: 'isAbandonedLink',
      target: 'lapsed',
      actions: doesAll(({ context }) => loseHold(context, 'payment.impossible')),
    },
    // nobody was shown a link: the slot is free at once
    'hold.expired': {
      guard: 'isDue',
      target: 'lapsed',
      actions: doesAll(({ context }) => loseHold(context, 'hold.lapsed')),
    },
    'request.withdrawn': 'withdrawn',
  },
});

export const awaitingPayment = bookingSetup.createStateConfig({
  on: {
    ...paid.on,
    'payment.declined': {
      guard: 'isThisAttempt',
      actions: doesWith(({ context, event }) =>
        tellHomeowner(context, {
          type: 'payment.failed',
          bookingId: context.bookingId,
          reason: event.reason,
          url: context.link?.url ?? '',
          until: untilPaid(context),
        }),
      ),
    },
    'hold.nudged': {
      guard: 'isDue',
      actions: doesWith(({ context }) =>
        tellHomeowner(context, {
          type: 'hold.ending',
          bookingId: context.bookingId,
          url: context.link?.url ?? '',
          until: untilPaid(context),
        }),
      ),
    },
    'hold.expired': { guard: 'isDue', target: 'closingLink' },
    'request.withdrawn': 'withdrawn',
  },
});

export const closingLink = bookingSetup.createStateConfig({
  entry: doesAll(({ context }) => closeLink(context)),
  on: {
    ...paid.on,
    'link.closed': [
      { guard: 'isCompleted', target: 'awaitingReceipt' },
      {
        guard: 'isFreeOfPayment',
        target: 'lapsed',
        actions: doesAll(({ context }) => loseHold(context, 'hold.lapsed')),
      },
    ],
    'request.withdrawn': 'withdrawn',
  },
});

/**
 * Paid at the last moment: the slot stays held until Stripe's event says so, or until Stripe is asked because none came. What was paid
 * may not be what was asked: then a person decides.
 */
export const awaitingReceipt = bookingSetup.createStateConfig({
  always: {
    guard: 'isPaidStrangely',
    target: 'disputed',
    actions: doesWith(({ context }) =>
      tellHomeowner(context, { type: 'case.opened', bookingId: context.bookingId, by: 'amount' }),
    ),
  },
  entry: [
    assign(({ context, event }) => ({
      deadlines: { ...context.deadlines, 'receipt.overdue': receiptOverdueAt(event.now) },
    })),
    doesAll(({ context }) => setTimers(context, 'receipt.overdue')),
  ],
  exit: doesAll(() => cancelTimers('receipt.overdue')),
  on: {
    ...paid.on,
    'receipt.overdue': {
      guard: 'isDue',
      actions: doesAll(({ context: { bookingId, link } }) =>
        link === null ? [] : [{ type: 'readPayment', bookingId, attempt: link.attempt, linkId: link.linkId }],
      ),
    },
    'request.withdrawn': 'withdrawn',
  },
});

/** The order to give a payment back. Throws when it is not known here. */
export const refundOf = (context: BookingContext, payment: Payment | null): Effect => {
  if (payment === null) throw new Error('Only a payment that came in can be given back.');
  const { bookingId } = context;
  const { step, paymentIntent, amountInCents } = payment;
  return { type: 'refundPayment', bookingId, step, paymentIntent, amount: { cents: amountInCents, currency: 'USD' } };
};

/** The visit's payment, about to be given back, or given back already. */
export const withVisitReturned = (context: BookingContext, reason: ReturnReason): Partial<BookingContext> => {
  const visit = visitPayment(context);
  return {
    hold: null,
    returning: visit?.paymentIntent ?? null,
    payments: context.payments.map((payment) =>
      payment === visit ? { ...payment, use: 'return' as const, reason } : payment,
    ),
  };
};
