// A booking's small world: its homeowner, its providers, and a way to let it hear one thing after another.
import { initialTransition, transition } from 'xstate';
import { minutesAfter } from '../../src/domain/instants.ts';
import { priceOf } from '../../src/domain/price.ts';
import type { Candidate } from '../../src/domain/provider.ts';
import type { BookingContext } from '../../src/machines/booking/context.ts';
import { bookingMachine } from '../../src/machines/booking.ts';
import type { Effect } from '../../src/machines/effects.ts';
import type { DisputeMovement, DisputeNews, Event } from '../../src/machines/events.ts';

export const zone = 'America/Chicago';
/** Tuesday, 9:10 in Austin; the visit is Thursday, 3-5 pm. */
export const start = '2026-11-24T15:10:00Z';
export const window = { start: '2026-11-26T21:00:00Z', end: '2026-11-26T23:00:00Z', zone };
export const laterWindow = { start: '2026-11-27T15:00:00Z', end: '2026-11-27T17:00:00Z', zone };

export const candidate = (providerId: string): Candidate => ({
  providerId,
  thread: `sms:+1737555010${providerId.slice(-1)}`,
  name: `Provider ${providerId}`,
  language: 'en',
  ratingInTenths: 49,
  ratings: 120,
  meters: 4_828,
  rateInCents: 12_900,
  zone,
});

export const p1 = candidate('p1');
export const p2 = candidate('p2');
export const p3 = candidate('p3');
export const p4 = candidate('p4');
export const price = priceOf(p1.rateInCents);
export const totalInCents = price.total.cents;
export const homeownerThread = 'sms:+15125550100';

export const requestSent: Event = {
  type: 'request.sent',
  bookingId: 'b1',
  homeowner: { thread: homeownerThread, name: 'Ann', language: 'en' },
  job: { trade: 'plumbing', words: 'kitchen sink leaking', urgency: 'normal' },
  place: {
    street: '1204 Oak Hill Rd',
    unit: null,
    city: 'Austin',
    state: 'TX',
    zip: '78704',
    lat: 30.24,
    lon: -97.76,
    zone,
    area: 'Austin 78704',
  },
  windows: [window],
};

export const named: Event = { type: 'booking.named', code: 'K7' };
export const found = (search: number, ...candidates: readonly Candidate[]): Event => ({
  type: 'providers.found',
  search,
  candidates,
  window,
});
export const accepts = (providerId: string): Event => ({ type: 'offer.accepted', providerId });
export const refuses = (providerId: string): Event => ({ type: 'offer.refused', providerId });
export const linkMade = (attempt: number): Event => ({
  type: 'link.made',
  attempt,
  linkId: `plink_${attempt}`,
  url: `https://pay.example/${attempt}`,
});
export const linkClosed = (attempt: number, isCompleted: boolean): Event => ({
  type: 'link.closed',
  attempt,
  linkId: `plink_${attempt}`,
  isCompleted,
});
export const paid = (attempt: number, paymentIntent: string, amountInCents = totalInCents): Event => ({
  type: 'payment.paid',
  attempt,
  paymentIntent,
  amountInCents,
});
export const chargeRead = (paymentIntent: string): Event => ({
  type: 'charge.read',
  paymentIntent,
  chargeId: `ch_${paymentIntent}`,
  amountInCents: totalInCents,
  feeInCents: 423,
});
export const transferDone: Event = { type: 'transfer.done', transferId: 'tr_1', amountInCents: price.net.cents };
export const refundDone = (paymentIntent: string): Event => ({
  type: 'refund.done',
  step: 'refund:1',
  refundId: `re_${paymentIntent}`,
  paymentIntent,
  amountInCents: totalInCents,
});

/** A bank takes back what was paid: all of it, and $15 for the trouble. */
const dispute = (...movements: readonly DisputeMovement[]): DisputeNews => ({
  disputeId: 'du_1',
  chargeId: 'ch_pi_1',
  amountInCents: totalInCents,
  reason: 'fraudulent',
  answerBy: '2026-12-08T15:10:00Z',
  movements,
});
const withdrawn: DisputeMovement = { id: 'txn_1', amountInCents: -totalInCents, feeInCents: 1_500 };
const reinstated: DisputeMovement = { id: 'txn_2', amountInCents: totalInCents, feeInCents: -1_500 };
export const chargeDisputed: Event = { type: 'charge.disputed', ...dispute(withdrawn) };
export const disputeLost: Event = { type: 'dispute.closed', outcome: 'lost', ...dispute(withdrawn) };
export const disputeWon: Event = { type: 'dispute.closed', outcome: 'won', ...dispute(withdrawn, reinstated) };
export const refundFailed = (paymentIntent: string): Event => ({
  type: 'refund.failed',
  refundId: `re_${paymentIntent}`,
  paymentIntent,
  amountInCents: totalInCents,
});

/** A person gives it back at Stripe. */
export const refundedOutside = (paymentIntent: string, amountInCents = totalInCents): Event => ({
  type: 'payment.refunded',
  refundId: `re_outside_${paymentIntent}_${amountInCents}`,
  chargeId: `ch_${paymentIntent}`,
  paymentIntent,
  amountInCents,
});

/** From the sent request to the state that is named last. */
export const TO_CHOICE: readonly Event[] = [named, found(1, p1, p2), accepts('p1'), { type: 'slot.held', attempt: 1 }];
export const TO_PAYMENT: readonly Event[] = [...TO_CHOICE, { type: 'provider.chosen', attempt: 1 }, linkMade(1)];
export const TO_BOOKED: readonly Event[] = [...TO_PAYMENT, paid(1, 'pi_1'), chargeRead('pi_1')];
export const TO_APPROVAL: readonly Event[] = [
  ...TO_BOOKED,
  { type: 'provider.departed' },
  { type: 'provider.arrived' },
  { type: 'work.finished' },
];
export const TO_SETTLED: readonly Event[] = [...TO_APPROVAL, { type: 'work.approved' }, transferDone];

export interface BookingState {
  readonly value: string;
  readonly context: BookingContext;
  readonly now: string;
  /** of the last thing that was heard */
  readonly effects: readonly Effect[];
  readonly isHeard: boolean;
}

const ordersOf = (actions: readonly { type: string; params?: unknown }[]): readonly Effect[] =>
  actions.flatMap(({ params, type }) => (type === 'effect' ? [params as Effect] : []));

export const begin = (event: Event = requestSent, now = start): BookingState => {
  const [snapshot, actions] = initialTransition(bookingMachine, { ...event, now, fresh: 'f' });
  return { value: snapshot.value, context: snapshot.context, now, effects: ordersOf(actions), isHeard: true };
};

/** Hears one event, through JSON, as a stored booking does; `now` stays where it was unless it is said. */
export const hear = (state: BookingState, event: Event, now = state.now): BookingState => {
  const context = JSON.parse(JSON.stringify(state.context)) as BookingContext;
  const before = bookingMachine.resolveState({ value: state.value, context });
  const [after, actions] = transition(bookingMachine, before, { ...event, now, fresh: 'f' });
  const effects = ordersOf(actions);
  return {
    value: after.value,
    context: after.context,
    now,
    effects,
    isHeard: after !== before || effects.length > 0,
  };
};

export const hearAll = (state: BookingState, ...events: readonly Event[]): BookingState =>
  events.reduce((before, event) => hear(before, event), state);

/** A timer, heard at the instant at which it was to fall due. */
export const fire = (state: BookingState, name: keyof BookingContext['deadlines']): BookingState =>
  hear(state, { type: name } as Event, state.context.deadlines[name] ?? minutesAfter(state.now, 1));

export const after = (...events: readonly Event[]): BookingState => hearAll(begin(), ...events);

export const toldTo = (state: BookingState, thread: string): readonly Event[] =>
  state.effects.flatMap((effect) => (effect.type === 'tell' && effect.to.id === thread ? [effect.event] : []));

export const ordered = <Type extends Effect['type']>(state: BookingState, type: Type) =>
  state.effects.filter((effect): effect is Extract<Effect, { type: Type }> => effect.type === type);

export const alertsOf = (state: BookingState) => ordered(state, 'alertPerson').map(({ about }) => about);
