import { expect, test } from 'vitest';
import { visitPayment } from '../../src/machines/booking/context.ts';
import type { Event } from '../../src/machines/events.ts';
import { possible, reached } from './booking-paths.ts';
import { hear, ordered, type BookingState } from './booking-world.ts';

/** Money came for the visit, and has neither gone to the provider nor back to the homeowner. */
const holdsMoney = ({ context, value }: BookingState): boolean =>
  (visitPayment(context) !== null || context.returning !== null) &&
  context.transferId === null &&
  value !== 'chargedBack';
/** What a booking orders that comes back with an answer, or that a person answers. */
const GOES_ON = ['payOut', 'readCharge', 'refundPayment', 'closeLink', 'holdSlot', 'alertPerson'];

const hasTimer = (state: BookingState): boolean => {
  const off: string[] = ordered(state, 'cancelTimer').map(({ name }) => name);
  const on: string[] = ordered(state, 'setTimer').map(({ name }) => name);
  return Object.entries(state.context.deadlines)
    .filter(([name, at]) => at > state.now && (on.includes(name) || !off.includes(name)))
    .some(([type, at]) => hear(state, { type } as Event, at).isHeard);
};

test.each(reached)('I7 wherever $value leads, money that is held waits for a timer, an answer or a person', (state) => {
  for (const event of possible(state)) {
    const after = hear(state, event, event.now);
    if (after.value === state.value || !holdsMoney(after)) continue;
    const goesOn = after.effects.some(({ type }) => GOES_ON.includes(type));
    expect([event.type, after.value, goesOn || hasTimer(after)]).toEqual([event.type, after.value, true]);
  }
});
