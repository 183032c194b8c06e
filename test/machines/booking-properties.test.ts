import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Account } from '../../src/domain/ledger.ts';
import { bookingMachine } from '../../src/machines/booking.ts';
import type { Event } from '../../src/machines/events.ts';
import { answerOne, listen, newWorld, order, type World } from './booking-outside.ts';
import {
  begin,
  chargeDisputed,
  disputeLost,
  disputeWon,
  laterWindow,
  totalInCents,
  type BookingState,
} from './booking-world.ts';

/** Somebody pays a link that was made: mostly while it is open, sometimes late, sometimes twice; Stripe tells of it later. */
const payOne = (world: World, state: BookingState, which: number): BookingState => {
  const [attempt] = [...world.links.keys()].slice(which % Math.max(1, world.links.size));
  if (attempt === undefined) return state;
  const paymentIntent = `pi_${world.paid.size + 1}`;
  if (world.links.get(attempt) === 'open') world.links.set(attempt, 'paid');
  world.paid.set(paymentIntent, totalInCents);
  world.webhooks.push({ type: 'payment.paid', attempt, paymentIntent, amountInCents: totalInCents });
  return which % 3 === 0 ? state : hearStripe(world, state, which);
};

/** A bank takes back what was paid, and decides; Stripe may tell it in any order. */
const dispute = (world: World, state: BookingState, which: number): BookingState => {
  const told = [chargeDisputed, disputeWon, disputeLost][which % 8];
  return world.paid.size === 0 || told === undefined ? state : listen(world, state, told);
};

/** Stripe's oldest event, every second one twice; when it has told all, perhaps a dispute. */
const hearStripe = (world: World, state: BookingState, which: number): BookingState => {
  const event = world.webhooks.shift();
  if (event === undefined) return dispute(world, state, which);
  const once = listen(world, state, event);
  return which % 2 === 0 ? once : listen(world, once, event);
};

const ring = (world: World, state: BookingState, name: string | undefined): BookingState => {
  const at = Object.entries(state.context.deadlines).find(([timer]) => timer === name)?.[1];
  return name === undefined ? state : listen(world, state, { type: name } as Event, at);
};

const ringOne = (world: World, state: BookingState, which: number): BookingState => {
  const timers = Object.entries(state.context.deadlines).filter(([, at]) => Date.parse(at) > Date.parse(state.now));
  return ring(world, state, timers[which % Math.max(1, timers.length)]?.[0]);
};

const sayOne = (world: World, state: BookingState, which: number): BookingState => {
  const attempt = state.context.hold ?? 1;
  const providerId = `p${(which % 5) + 1}`;
  const sayings: readonly Event[] = [
    { type: 'offer.accepted', providerId },
    { type: 'offer.refused', providerId },
    { type: 'offer.accepted', providerId },
    { type: 'provider.chosen', attempt },
    { type: 'provider.passed', attempt, wants: 'nextProvider' },
    { type: 'provider.chosen', attempt },
    { type: 'provider.passed', attempt, wants: 'otherTime' },
    { type: 'search.repeated', windows: which % 3 === 0 ? null : [laterWindow] },
    { type: 'provider.arrived' },
    { type: 'homeowner.missed' },
    { type: 'provider.dropped' },
    { type: 'work.finished' },
    { type: 'work.approved' },
    { type: 'rating.given', stars: 4, words: null },
    { type: 'problem.reported', words: 'hm' },
    { type: 'request.withdrawn' },
    { type: 'approval.unasked' },
  ];
  return listen(world, state, sayings[which % sayings.length] ?? { type: 'work.approved' });
};

const payOrLapse = (world: World, state: BookingState, which: number): BookingState =>
  which % 4 === 0 ? ring(world, state, 'hold.expired') : payOne(world, state, which);

const payLateOrRepeat = (world: World, state: BookingState, which: number): BookingState =>
  which % 2 === 0 ? payOne(world, state, which + 1) : listen(world, state, { type: 'search.repeated', windows: null });

const acceptOne = (world: World, state: BookingState): BookingState => {
  const open = state.context.offers.find((offer) => offer.state === 'open');
  return listen(world, state, { type: 'offer.accepted', providerId: open?.candidate.providerId ?? 'p1' });
};

type Going = (world: World, state: BookingState, which: number) => BookingState;
const says =
  (event: Event): Going =>
  (world, state) =>
    listen(world, state, event);

const NEXT: Readonly<Record<string, Going>> = {
  awaitingAcceptance: acceptOne,
  awaitingChoice: (world, state) => listen(world, state, { type: 'provider.chosen', attempt: state.context.hold ?? 1 }),
  awaitingPayment: payOrLapse,
  lapsed: payLateOrRepeat,
  booked: says({ type: 'provider.departed' }),
  onTheWay: says({ type: 'provider.arrived' }),
  atWork: says({ type: 'work.finished' }),
  awaitingApproval: says({ type: 'work.approved' }),
  unfilled: says({ type: 'search.repeated', windows: [laterWindow] }),
};

/** The people do what is asked of them; the world has answered before. */
const goOn: Going = (world, state, which) => {
  const lucks = [0, which % 7 === 0 ? 2 : 0, which % 3];
  const settled = lucks.reduce((before, luck) => answerOne(world, before, [which, luck]), state);
  return NEXT[settled.value]?.(world, settled, which) ?? settled;
};

const MOVES = { go: goOn, stripe: hearStripe, pay: payOne, ring: ringOne, say: sayOne };
type Move = readonly [kind: 'answer' | keyof typeof MOVES, which: number, luck: number];

const move = (world: World, state: BookingState, [kind, which, luck]: Move): BookingState =>
  kind === 'answer' ? answerOne(world, state, [which, luck]) : MOVES[kind](world, state, which);

const kinds = fc.constantFrom<Move[0]>('answer', 'answer', 'go', 'go', 'go', 'go', 'say', 'stripe', 'pay', 'ring');
const moves = fc.array(fc.tuple(kinds, fc.nat(60), fc.nat(2)), { minLength: 5, maxLength: 60 });

const seen = new Set<string>();

const play = (chosen: readonly Move[]): { world: World; state: BookingState } => {
  const world = newWorld();
  let state = begin();
  order(world, state);
  for (const one of chosen) {
    state = move(world, state, one);
    seen.add(state.value);
  }
  for (let left = 0; left < 60; left += 1)
    state = hearStripe(world, answerOne(world, state, [left, 0]), left % 2 === 0 ? 6 : 7);
  seen.add(state.value);
  return { world, state };
};

const sum = (amounts: Iterable<number>): number => [...amounts].reduce((total, amount) => total + amount, 0);

const inAccount = ({ entries }: World, account: Account): number =>
  sum([...entries.values()].flatMap(({ legs }) => legs.flatMap((leg) => (leg.account === account ? [leg.cents] : []))));

test(
  'whatever happens: no payment is asked before a hold, never two slots, never two payouts, no refund above a payment',
  { timeout: 60_000 },
  () => {
    fc.assert(
      fc.property(moves, (chosen) => {
        const { world } = play(chosen);
        expect(world.slots.size).toBeLessThanOrEqual(1);
        expect(world.transfersDone).toBeLessThanOrEqual(1);
        expect(sum(world.returned.values())).toBeLessThanOrEqual(sum(world.paid.values()));
      }),
      // as many as reach every state
      { numRuns: 600, seed: 7 },
    );
    expect([...seen].sort()).toEqual(
      Object.keys(bookingMachine.states)
        .filter((name) => !name.startsWith('choosing'))
        .sort(),
    );
  },
);

test('I4 every payment pays the one visit, goes back, or is in the hands of a person', () => {
  fc.assert(
    fc.property(moves, (chosen) => {
      const { world, state } = play(chosen);
      const visits = state.context.payments.filter(({ use }) => use === 'visit');
      expect(visits.length).toBeLessThanOrEqual(1);
      for (const paymentIntent of world.paid.keys()) {
        const isVisit = visits.some((payment) => payment.paymentIntent === paymentIntent);
        expect([paymentIntent, isVisit !== world.wanted.has(paymentIntent)]).toEqual([paymentIntent, true]);
      }
      if (visits.length === 1) expect(world.slots.size).toBe(1);
      const open = state.context.disputes.filter((dispute) => dispute.state === 'open');
      expect(inAccount(world, 'disputed')).toBe(sum(open.map(({ amountInCents }) => amountInCents)));
    }),
    { numRuns: 200, seed: 11 },
  );
});

test('a slot is held only while somebody may still pay for it, or has', () => {
  fc.assert(
    fc.property(moves, (chosen) => {
      const { world, state } = play(chosen);
      expect([...world.slots]).toEqual(state.context.hold === null ? [] : [state.context.hold]);
    }),
    { numRuns: 200, seed: 3 },
  );
});
