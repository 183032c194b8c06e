import { describe, expect, test } from 'vitest';
import { priceOf } from '../../src/domain/price.ts';
import { bookingMachine } from '../../src/machines/booking.ts';
import type { DisputeNews } from '../../src/machines/events.ts';
import {
  accepts,
  alertsOf,
  chargeDisputed,
  chargeRead,
  disputeLost,
  disputeWon,
  hear,
  linkClosed,
  linkMade,
  ordered,
  p3,
  price,
  paid,
  refundDone,
  refundFailed,
  refuses,
  totalInCents,
  transferDone,
  window,
  type BookingState,
} from './booking-world.ts';
import { possible, reached } from './booking-paths.ts';

const TRANSIENT = ['choosingWave', 'choosingPayout'];

test('every declared state is reached by a shortest path, those that never rest aside', () => {
  const declared = Object.keys(bookingMachine.states).filter((name) => !TRANSIENT.includes(name));
  expect(reached.map(({ value }) => value).sort()).toEqual(declared.sort());
});

test.each(reached)('$value survives JSON', ({ context }) => {
  expect(JSON.parse(JSON.stringify(context))).toEqual(context);
});

const ORDERS = [
  'nameBooking',
  'findProviders',
  'holdSlot',
  'requestPayment',
  'closeLink',
  'payOut',
  'refundPayment',
  'tell',
];

/** A try of the past, so that answers about it are late everywhere, and no dispute yet. */
const withPast = (state: BookingState): BookingState => ({
  ...state,
  context: {
    ...state.context,
    disputes: [],
    tries: [...state.context.tries, { attempt: 90, candidate: p3, window, price }],
  },
});

describe.each(reached)('late answers in $value', (state) => {
  const past = withPast(state);

  test('a slot that nobody wants is released', () => {
    const after = hear(past, { type: 'slot.held', attempt: 90 });
    expect(ordered(after, 'releaseSlot')).toMatchObject([{ attempt: 90, providerId: 'p3' }]);
    expect(after.value).toBe(state.value);
  });

  test('a slot that was taken, or released, long ago changes nothing', () => {
    for (const type of ['slot.taken', 'slot.released'] as const) {
      expect(hear(past, { type, attempt: 90 }).isHeard).toBe(false);
    }
  });

  test('a link that nobody wants is closed', () => {
    const after = hear(past, linkMade(90));
    expect(ordered(after, 'closeLink')).toMatchObject([{ attempt: 90, linkId: 'plink_90' }]);
    expect(hear(past, linkClosed(90, false)).isHeard).toBe(false);
    expect(ordered(hear(past, linkClosed(90, true)), 'readPayment')).toMatchObject([{ linkId: 'plink_90' }]);
    expect(hear(past, { type: 'link.refused', attempt: 90 }).isHeard).toBe(false);
  });

  test('no payment is lost: it pays the visit, takes the slot again, or goes back', () => {
    const after = hear(past, paid(90, 'pi_90'));
    expect(after.context.payments.map(({ paymentIntent }) => paymentIntent)).toContain('pi_90');
    expect(ordered(after, 'readCharge')).toMatchObject([{ paymentIntent: 'pi_90' }]);
    const goesBack = ordered(after, 'refundPayment').some(({ paymentIntent }) => paymentIntent === 'pi_90');
    expect(goesBack || after.value === 'retakingSlot').toBe(true);
    expect(hear(after, paid(90, 'pi_90')).isHeard).toBe(false);
  });

  test('a payment of an unknown attempt or a wrong amount brings a person', () => {
    for (const event of [paid(91, 'pi_91'), paid(90, 'pi_91', totalInCents + 1)]) {
      const after = hear(past, event);
      expect(alertsOf(after)).toEqual(['money']);
      expect(ordered(after, 'readCharge')).toHaveLength(1);
    }
  });

  test('a charge is posted whenever it is read', () => {
    expect(ordered(hear(past, chargeRead('pi_90')), 'postEntry')).toMatchObject([{ entry: { kind: 'charge' } }]);
  });

  test('a transfer that nobody waits for brings a person', () => {
    if (state.value === 'payingOut') return;
    const done = hear(past, transferDone);
    expect(alertsOf(done)).toEqual(['money']);
    expect(done.value).toBe(state.value);
    expect(alertsOf(hear(past, { type: 'transfer.refused', reason: 'other' }))).toEqual(['money']);
  });

  test('a refund is posted and told, a refused one brings a person', () => {
    const done = hear(past, refundDone('pi_90'));
    expect(ordered(done, 'postEntry')).toMatchObject([{ entry: { kind: 'refund' } }]);
    expect(ordered(done, 'tell')).toHaveLength(1);
    expect(alertsOf(hear(past, { type: 'refund.refused', step: 'refund:9', paymentIntent: 'pi_90' }))).toEqual([
      'money',
    ]);
  });

  test('an order that was given up has brought a person already: not again', () => {
    for (const effect of ORDERS)
      expect(alertsOf(hear(past, { type: 'effect.abandoned', effect }))).not.toContain('abandoned');
  });

  test('a provider who says yes or no and was not asked changes nothing', () => {
    expect(hear(past, accepts('p9')).isHeard).toBe(false);
    expect(hear(past, refuses('p9')).isHeard).toBe(false);
  });

  test('a chargeback brings a person', () => {
    expect(alertsOf(hear(past, chargeDisputed))).toEqual(['chargeDisputed']);
  });

  test('every movement of a dispute is posted, whichever word of it comes first', () => {
    for (const told of [chargeDisputed, disputeWon, disputeLost]) {
      const { movements } = told as DisputeNews;
      const posted = ordered(hear(past, told), 'postEntry').filter(({ entry }) => entry.kind === 'dispute');
      expect(posted).toHaveLength(movements.length);
    }
    const lost = hear(past, disputeLost);
    expect(alertsOf(lost)).toEqual(['disputeLost']);
    expect(hear(lost, disputeLost).isHeard).toBe(false);
    expect(alertsOf(hear(lost, chargeDisputed))).toEqual([]);
  });

  test('a refund that comes back is held again, told to both a person and the homeowner, once', () => {
    const failed = hear(hear(past, paid(90, 'pi_90')), refundFailed('pi_90'));
    const kinds = ordered(failed, 'postEntry').map(({ entry }) => entry.kind);
    expect(kinds).toEqual(['refund', 'refundFailure']);
    expect(alertsOf(failed)).toEqual(['refundFailed']);
    expect(ordered(failed, 'tell').map(({ event }) => event.type)).toEqual(['return.failed']);
    expect(hear(failed, refundFailed('pi_90')).effects).toEqual([]);
  });

  test('old choices mean nothing', () => {
    expect(hear(past, { type: 'provider.chosen', attempt: 90 }).isHeard).toBe(false);
    expect(hear(past, { type: 'provider.passed', attempt: 90, wants: 'nextProvider' }).isHeard).toBe(false);
  });
});

test('no state can hear its way into an error', () => {
  for (const state of reached) {
    for (const event of possible(state)) {
      const { now, fresh: _, ...fact } = event;
      const after = hear(state, fact, now);
      expect(JSON.parse(JSON.stringify(after.context))).toEqual(after.context);
    }
  }
  expect(priceOf(12_900).total.cents).toBe(totalInCents);
});
