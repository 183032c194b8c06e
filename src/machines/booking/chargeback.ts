// A chargeback, in whatever state it comes: noted, posted as Stripe booked it, told to a person.
import { assign } from 'xstate';
import { disputeEntry, disputeLossEntry } from '../../domain/ledger.ts';
import { doesAll } from '../effect.ts';
import type { Effect } from '../effects.ts';
import type { DisputeNews, StepInput } from '../events.ts';
import { disputeOf, isOurLoss, type BookingContext, type Dispute } from './context.ts';
import { alertAbout } from './letters.ts';
import { bookingSetup, type On } from './setup.ts';

interface Told {
  readonly context: BookingContext;
  readonly event: DisputeNews &
    StepInput & { readonly type: 'charge.disputed' | 'dispute.closed'; readonly outcome?: 'won' | 'lost' };
}

/** Noted by its id: a dispute that was closed stays so, however late its beginning is told. */
export const withDispute = ({ context, event }: Told): Partial<BookingContext> => {
  const { amountInCents, answerBy, chargeId, disputeId, reason } = event;
  const known = disputeOf(context, disputeId);
  const state = event.outcome ?? known?.state ?? 'open';
  const told: Dispute = { amountInCents, answerBy, chargeId, disputeId, reason, state };
  return { disputes: [...context.disputes.filter((dispute) => dispute !== known), told] };
};

/** Every event tells all movements so far; posting one twice posts it once. */
export const postMovements = ({ context, event }: Told): readonly Effect[] =>
  event.movements.map(({ id: movementId, amountInCents, feeInCents }) => {
    const { bookingId } = context;
    const { disputeId, now } = event;
    const entry = disputeEntry({ bookingId, at: now, disputeId, movementId, amountInCents, feeInCents });
    return { type: 'postEntry', entry };
  });

const loss = ({ context, event }: On<'dispute.closed'>): Effect => {
  const { bookingId } = context;
  const { amountInCents, chargeId, disputeId, now: at } = event;
  const entry = disputeLossEntry({ bookingId, at, disputeId, amountInCents, isOurLoss: isOurLoss(context, chargeId) });
  return { type: 'postEntry', entry };
};

/** The bank has decided for the homeowner. */
export const postLoss = (args: On<'dispute.closed'>): readonly Effect[] => [...postMovements(args), loss(args)];

/** Heard where the booking's own state has nothing to stop. */
export const chargebacks = bookingSetup.createStateConfig({
  on: {
    'charge.disputed': [
      {
        guard: 'isNewDispute',
        actions: [
          doesAll((args) => [alertAbout(args.context, 'chargeDisputed'), ...postMovements(args)]),
          assign(withDispute),
        ],
      },
      { actions: [doesAll(postMovements), assign(withDispute)] },
    ],
    'dispute.closed': [
      { guard: 'isClosedDispute' },
      {
        guard: 'isNewlyLost',
        actions: [doesAll((args) => [alertAbout(args.context, 'disputeLost'), ...postLoss(args)]), assign(withDispute)],
      },
      { actions: [doesAll(postMovements), assign(withDispute)] },
    ],
  },
}).on;
