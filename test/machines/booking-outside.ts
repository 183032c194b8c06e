// The world outside a booking: slots, links, money. It performs what is ordered, well or badly, whenever chance lets it.
import { expect } from 'vitest';
import { isBalanced, type LedgerEntry } from '../../src/domain/ledger.ts';
import type { Effect } from '../../src/machines/effects.ts';
import type { Event } from '../../src/machines/events.ts';
import { candidate, chargeRead, hear, linkClosed, linkMade, window, type BookingState } from './booking-world.ts';

export interface World {
  readonly slots: Set<number>;
  readonly links: Map<number, 'open' | 'closed' | 'paid'>;
  readonly paid: Map<string, number>;
  readonly returned: Map<string, number>;
  /** what Stripe has not told yet */
  readonly webhooks: Event[];
  transfersOut: number;
  transfersDone: number;
  readonly wanted: Set<string>;
  /** the ledger, by the entries' ids */
  readonly entries: Map<string, LedgerEntry>;
  /** orders not performed yet, by lane, oldest first */
  readonly lanes: Map<string, Effect[]>;
}

export const newWorld = (): World => ({
  slots: new Set(),
  links: new Map(),
  paid: new Map(),
  returned: new Map(),
  webhooks: [],
  transfersOut: 0,
  transfersDone: 0,
  wanted: new Set(),
  entries: new Map(),
  lanes: new Map(),
});

const laneOf = ({ type }: Effect): string => (type === 'holdSlot' || type === 'releaseSlot' ? 'reservation' : type);

/** Takes in what was ordered; what must never be ordered fails here. */
export const order = (world: World, { effects }: BookingState): void => {
  for (const effect of effects) {
    if (effect.type === 'requestPayment') {
      expect([effect.attempt, world.slots.has(effect.attempt)]).toEqual([effect.attempt, true]);
    }
    if (effect.type === 'payOut') {
      expect(world.transfersOut + world.transfersDone).toBe(0);
      world.transfersOut += 1;
    }
    if (effect.type === 'refundPayment') {
      expect(world.wanted.has(effect.paymentIntent)).toBe(false);
      expect(effect.amount.cents).toBe(world.paid.get(effect.paymentIntent));
      world.wanted.add(effect.paymentIntent);
    }
    if (effect.type === 'postEntry') post(world, effect.entry);
    const lane = laneOf(effect);
    world.lanes.set(lane, [...(world.lanes.get(lane) ?? []), effect]);
  }
};

/** Posting twice posts once, so the same entry must say the same whenever it is ordered. */
const post = ({ entries }: World, entry: LedgerEntry): void => {
  expect(isBalanced(entry)).toBe(true);
  expect(entry.legs).toEqual((entries.get(entry.id) ?? entry).legs);
  entries.set(entry.id, entry);
};

const PROVIDERS = [1, 2, 3, 4, 5].map((number) => candidate(`p${number}`));

/** Performs one order; `luck` of 0 or 1 is the good way. */
const perform = (world: World, effect: Effect, luck: number): Event | null => {
  const isGood = luck < 2;
  switch (effect.type) {
    case 'nameBooking':
      return { type: 'booking.named', code: 'K7' };
    case 'findProviders': {
      const free = PROVIDERS.filter(({ providerId }) => !effect.without.includes(providerId));
      const candidates = isGood ? free.slice(0, luck + 1) : [];
      return { type: 'providers.found', search: effect.search, candidates, window: effect.windows[0] ?? window };
    }
    case 'holdSlot':
      // a slot that is taken again after a payment is gone every other time
      if (!isGood || (world.paid.size > 0 && effect.attempt % 2 === 0))
        return { type: 'slot.taken', attempt: effect.attempt };
      world.slots.add(effect.attempt);
      expect([...world.slots]).toHaveLength(1);
      return { type: 'slot.held', attempt: effect.attempt };
    case 'releaseSlot':
      world.slots.delete(effect.attempt);
      return { type: 'slot.released', attempt: effect.attempt };
    default:
      return performMoney(world, effect, isGood);
  }
};

const performMoney = (world: World, effect: Effect, isGood: boolean): Event | null => {
  switch (effect.type) {
    case 'requestPayment':
      if (!isGood) return { type: 'link.refused', attempt: effect.attempt };
      world.links.set(effect.attempt, 'open');
      return linkMade(effect.attempt);
    case 'closeLink': {
      const isCompleted = world.links.get(effect.attempt) === 'paid';
      if (!isCompleted) world.links.set(effect.attempt, 'closed');
      return linkClosed(effect.attempt, isCompleted);
    }
    case 'readPayment': {
      const told = world.webhooks.find((event) => event.type === 'payment.paid' && event.attempt === effect.attempt);
      return told ?? null;
    }
    case 'readCharge':
      return chargeRead(effect.paymentIntent);
    case 'payOut':
      world.transfersOut -= 1;
      if (!isGood) return { type: 'transfer.refused', reason: 'accountNotReady' };
      world.transfersDone += 1;
      return { type: 'transfer.done', transferId: `tr_${effect.attempt}`, amountInCents: effect.amount.cents };
    case 'refundPayment': {
      const { paymentIntent, step, amount } = effect;
      if (!isGood) return { type: 'refund.refused', step, paymentIntent };
      world.returned.set(paymentIntent, amount.cents);
      return { type: 'refund.done', step, refundId: `re_${paymentIntent}`, paymentIntent, amountInCents: amount.cents };
    }
    default:
      return null;
  }
};

/** Performs the oldest order of one lane, and lets the booking hear the answer. */
export const answerOne = (
  world: World,
  state: BookingState,
  [which, luck]: readonly [number, number],
): BookingState => {
  const waiting = [...world.lanes].filter(([, orders]) => orders.length > 0);
  const [lane, orders] = waiting[which % Math.max(1, waiting.length)] ?? [];
  const effect = orders?.[0];
  if (lane === undefined || orders === undefined || effect === undefined) return state;
  world.lanes.set(lane, orders.slice(1));
  const answer = perform(world, effect, luck);
  return answer === null ? state : listen(world, state, answer);
};

export const listen = (world: World, state: BookingState, event: Event, now?: string): BookingState => {
  const after = hear(state, event, now);
  order(world, after);
  return after;
};
