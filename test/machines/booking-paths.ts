// Every state that a booking can rest in, each by its shortest path, and all that it may hear there.
import { getShortestPaths } from 'xstate/graph';
import { bookingMachine } from '../../src/machines/booking.ts';
import type { BookingContext } from '../../src/machines/booking/context.ts';
import type { Event, Heard } from '../../src/machines/events.ts';
import {
  accepts,
  chargeDisputed,
  chargeRead,
  disputeLost,
  disputeWon,
  found,
  laterWindow,
  linkClosed,
  linkMade,
  named,
  p1,
  p2,
  p3,
  paid,
  refundDone,
  refundedOutside,
  refundFailed,
  refuses,
  requestSent,
  start,
  transferDone,
  type BookingState,
} from './booking-world.ts';

const heard = (event: Event, now = start): Heard => ({ ...event, now, fresh: 'f' });

/** Everything that a booking may hear next, fitting what it knows. */
export const possible = ({ context }: { context: BookingContext }): Heard[] => {
  const attempt = context.hold ?? context.tries.length;
  const timers = Object.entries(context.deadlines).map(([type, at]) => heard({ type } as Event, at));
  const letters: Event[] = [
    named,
    found(context.search, p1, p2, p3),
    found(context.search),
    accepts('p1'),
    refuses('p1'),
    { type: 'slot.held', attempt },
    { type: 'slot.taken', attempt },
    { type: 'provider.chosen', attempt },
    { type: 'provider.passed', attempt, wants: 'nextProvider' },
    { type: 'provider.passed', attempt, wants: 'otherTime' },
    { type: 'search.repeated', windows: [laterWindow] },
    linkMade(attempt),
    linkClosed(attempt, false),
    linkClosed(attempt, true),
    paid(attempt, 'pi_1'),
    chargeRead('pi_1'),
    { type: 'provider.departed' },
    { type: 'provider.delayed', minutes: 20 },
    { type: 'provider.delayed', minutes: null },
    { type: 'provider.dropped' },
    { type: 'homeowner.missed' },
    { type: 'homeowner.answered', isComing: true },
    { type: 'homeowner.answered', isComing: false },
    { type: 'arrival.confirmed' },
    { type: 'arrival.denied' },
    { type: 'provider.arrived' },
    { type: 'work.finished' },
    { type: 'work.approved' },
    { type: 'approval.unasked' },
    { type: 'problem.reported', words: 'leaking' },
    transferDone,
    { type: 'transfer.refused', reason: 'accountNotReady' },
    refundDone('pi_1'),
    refundFailed('pi_1'),
    refundedOutside('pi_1'),
    refundedOutside('pi_1', 1_000),
    chargeDisputed,
    disputeWon,
    disputeLost,
    { type: 'request.withdrawn' },
  ];
  return [...timers, ...letters.map((event) => heard(event))];
};

const paths = getShortestPaths(bookingMachine, {
  events: possible as never,
  serializeState: (state) => state.value,
  input: heard(requestSent),
});

export const reached: readonly BookingState[] = paths.map(({ state, steps }) => ({
  value: state.value,
  context: state.context,
  now: steps.at(-1)?.event.now ?? start,
  effects: [],
  isHeard: true,
}));
