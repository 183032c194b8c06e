// A case: somebody says that something is wrong, or a bank takes the money back. No money moves until it is decided.
import { assign } from 'xstate';
import { doesAll, doesWith } from '../effect.ts';
import type { Effect } from '../effects.ts';
import { postLoss, postMovements, withDispute } from './chargeback.ts';
import { VISIT_TIMERS } from './coming.ts';
import { heldTry, type BookingContext } from './context.ts';
import { alertAbout, cancelTimers, facts, setTimers, tellHolder } from './letters.ts';
import { callsOff } from './outside-refunds.ts';
import { aged, withRetirement } from './resting.ts';
import { tellPaidOut } from './settling.ts';
import { bookingSetup } from './setup.ts';

const goOn = (context: BookingContext): Effect =>
  tellHolder(context, { type: 'visit.closed', bookingId: context.bookingId, outcome: 'approved' });

/**
 * A person decides, or the bank. A transfer that was on its way is noted, and told to that person. A bank that decides for us closes the
 * case when nothing else was wrong: the provider is paid.
 */
export const disputed = bookingSetup.createStateConfig({
  entry: doesAll(({ context }) => [
    ...cancelTimers(...VISIT_TIMERS, 'approval.expired', 'payout.due'),
    facts(context, 'disputed'),
  ]),
  on: {
    ...callsOff,
    // the words of a problem follow it: its person reads them in the thread
    'problem.reported': [
      { guard: 'isReported' },
      {
        actions: [doesWith(({ context }) => alertAbout(context, 'problemReported')), assign({ isReported: true })],
      },
    ],
    'dispute.closed': [
      { guard: 'isClosedDispute' },
      {
        guard: 'isVisitLost',
        target: 'chargedBack',
        actions: [doesAll((args) => [alertAbout(args.context, 'disputeLost'), ...postLoss(args)]), assign(withDispute)],
      },
      {
        guard: 'isWonAfterPayout',
        target: 'settled',
        actions: [
          doesAll((args) => [...postMovements(args), ...tellPaidOut(args.context, heldTry(args.context).price.net)]),
          assign(withDispute),
        ],
      },
      {
        guard: 'isWonForGood',
        target: 'choosingPayout',
        actions: [doesAll((args) => [...postMovements(args), goOn(args.context)]), assign(withDispute)],
      },
      {
        actions: [
          doesAll((args) => [...postMovements(args), alertAbout(args.context, 'disputeWon')]),
          assign(withDispute),
        ],
      },
    ],
  },
});

/** The bank gave the homeowner his money back. What the provider gets is for the person who was told. */
export const chargedBack = bookingSetup.createStateConfig({
  entry: [
    assign(withRetirement(true)),
    doesAll(({ context }) => [
      ...cancelTimers(...VISIT_TIMERS, 'approval.expired', 'payout.due'),
      ...setTimers(context, 'booking.aged'),
      facts(context, 'chargedBack'),
    ]),
  ],
  on: aged.on,
});
