// From the payment to the finished work.
import { assign } from 'xstate';
import { approvalExpiresAt, workOverdueAt } from '../../domain/booking-deadlines.ts';
import { does, doesAll, doesWith } from '../effect.ts';
import type { AlertReason, Effect } from '../effects.ts';
import { postLoss, postMovements, withDispute } from './chargeback.ts';
import { arriving, askWhetherHeComes, VISIT_TIMERS, waiting, withVisitTimes } from './coming.ts';
import { codeOf, heldTry, type BookingContext } from './context.ts';
import { alertAbout, cancelTimers, facts, setTimers, tellHolder, tellHomeowner } from './letters.ts';
import { passesNotes, passOnNotes } from './noting.ts';
import { callsOff } from './outside-refunds.ts';
import { bookingSetup } from './setup.ts';

/** Both learn that it is booked; only now the provider learns where, and from whom. */
const confirm = (context: BookingContext): readonly Effect[] => {
  const { bookingId, job, place, homeowner } = context;
  const slot = heldTry(context);
  const { window, candidate } = slot;
  const { net, total } = slot.price;
  const code = codeOf(context);
  return [
    tellHolder(context, { type: 'offer.won', bookingId }),
    tellHolder(context, {
      type: 'visit.booked',
      bookingId,
      code,
      job,
      place,
      homeownerName: homeowner.name,
      window,
      net,
    }),
    ...passOnNotes(context),
    tellHomeowner(context, { type: 'booking.confirmed', bookingId, providerName: candidate.name, window, total }),
  ];
};

const remember = (context: BookingContext, moment: 'dayBefore' | 'soon'): readonly Effect[] => {
  const { bookingId } = context;
  return [
    tellHolder(context, { type: 'visit.remembered', bookingId, moment }),
    tellHomeowner(context, { type: 'visit.remembered', bookingId, moment }),
  ];
};

/** Somebody says that something is wrong: no money moves until a person has looked. */
export const openCase = (context: BookingContext, about: AlertReason): readonly Effect[] => {
  const { bookingId } = context;
  return [
    alertAbout(context, about),
    tellHomeowner(context, { type: 'case.opened', bookingId, by: about === 'problemReported' ? 'homeowner' : 'bank' }),
    tellHolder(context, { type: 'visit.closed', bookingId, outcome: 'disputed' }),
  ];
};

/** Before the payout, a problem, a chargeback or a refund stops everything. */
export const troubles = bookingSetup.createStateConfig({
  on: {
    ...callsOff,
    'problem.reported': {
      target: 'disputed',
      actions: [doesAll(({ context }) => openCase(context, 'problemReported')), assign({ isReported: true })],
    },
    'charge.disputed': {
      guard: 'isNewOfVisit',
      target: 'disputed',
      actions: [
        doesAll((args) => [...openCase(args.context, 'chargeDisputed'), ...postMovements(args)]),
        assign(withDispute),
      ],
    },
    'dispute.closed': {
      guard: 'isVisitLost',
      target: 'chargedBack',
      actions: [doesAll((args) => [...openCase(args.context, 'disputeLost'), ...postLoss(args)]), assign(withDispute)],
    },
  },
});

export const finishing = bookingSetup.createStateConfig({ on: { 'work.finished': 'awaitingApproval' } });

/** Done without a word at the door: believed, and noted. */
const finishingUnseen = bookingSetup.createStateConfig({
  on: {
    'work.finished': {
      target: 'awaitingApproval',
      actions: does({ type: 'keepFacts', facts: { isArrivalUntold: true } }),
    },
  },
});

export const booked = bookingSetup.createStateConfig({
  entry: [
    assign(withVisitTimes),
    doesAll(({ context }) => [
      ...cancelTimers('hold.nudged', 'hold.expired', 'booking.aged'),
      ...confirm(context),
      ...setTimers(context, 'dayBefore.reached', 'visit.approached', 'departure.due', 'visit.overdue'),
      facts(context, 'booked'),
    ]),
  ],
  on: {
    ...troubles.on,
    ...arriving(true).on,
    ...waiting.on,
    ...finishingUnseen.on,
    ...passesNotes,
    'dayBefore.reached': { guard: 'isDue', actions: doesAll(({ context }) => remember(context, 'dayBefore')) },
    'visit.approached': { guard: 'isDue', actions: doesAll(({ context }) => remember(context, 'soon')) },
    'departure.due': { guard: 'isDue', actions: doesWith(({ context }) => askWhetherHeComes(context)) },
    'provider.departed': {
      target: 'onTheWay',
      actions: doesWith(({ context, event: { minutes = null } }) =>
        tellHomeowner(context, { type: 'visit.departed', bookingId: context.bookingId, minutes }),
      ),
    },
  },
});

export const onTheWay = bookingSetup.createStateConfig({
  entry: doesAll(({ context }) => [
    ...cancelTimers('dayBefore.reached', 'visit.approached', 'departure.due'),
    facts(context, 'onTheWay'),
  ]),
  on: { ...troubles.on, ...arriving(false).on, ...waiting.on, ...finishingUnseen.on, ...passesNotes },
});

/** He came, and then nobody said anything: the money waits for his word, so he is asked for it and a person is told. */
const missWord = (context: BookingContext): readonly Effect[] => [
  alertAbout(context, 'workOverdue'),
  tellHolder(context, { type: 'work.missed', bookingId: context.bookingId }),
];

export const atWork = bookingSetup.createStateConfig({
  entry: [
    assign(({ context, event }) => ({
      deadlines: { ...context.deadlines, 'work.overdue': workOverdueAt(heldTry(context).window, event.now) },
    })),
    doesAll(({ context }) => [
      ...cancelTimers(...VISIT_TIMERS),
      ...setTimers(context, 'work.overdue'),
      facts(context, 'atWork'),
    ]),
  ],
  on: {
    ...troubles.on,
    ...waiting.on,
    ...finishing.on,
    ...passesNotes,
    'work.overdue': { guard: 'isDue', actions: doesAll(({ context }) => missWord(context)) },
  },
});

/** He was never asked, so his silence says nothing: the release is his, or a person's. */
const awaitWord = (context: BookingContext): readonly Effect[] => [
  ...cancelTimers('approval.expired'),
  alertAbout(context, 'approvalUnasked'),
  tellHolder(context, { type: 'payout.delayed', bookingId: context.bookingId, reason: 'unasked' }),
];

/** Silence approves after 48 hours, of somebody who was asked. */
export const awaitingApproval = bookingSetup.createStateConfig({
  entry: [
    assign(({ context, event }) => ({
      isFinished: true,
      deadlines: { ...context.deadlines, 'approval.expired': approvalExpiresAt(event.now) },
    })),
    doesAll(({ context }) => [
      ...cancelTimers(...VISIT_TIMERS),
      ...setTimers(context, 'approval.expired'),
      facts(context, 'awaitingApproval'),
      tellHomeowner(context, {
        type: 'visit.finished',
        bookingId: context.bookingId,
        approveBy: context.deadlines['approval.expired'] ?? heldTry(context).window.end,
      }),
    ]),
  ],
  on: {
    ...troubles.on,
    'work.approved': {
      target: 'choosingPayout',
      actions: doesWith(({ context }) =>
        tellHolder(context, { type: 'visit.closed', bookingId: context.bookingId, outcome: 'approved' }),
      ),
    },
    'approval.unasked': {
      guard: 'isAsked',
      actions: [doesAll(({ context }) => awaitWord(context)), assign({ isUnasked: true })],
    },
    'approval.expired': {
      guard: 'isSilent',
      target: 'choosingPayout',
      actions: doesWith(({ context }) =>
        tellHolder(context, { type: 'visit.closed', bookingId: context.bookingId, outcome: 'released' }),
      ),
    },
  },
});
