import { describe, expect, test } from 'vitest';
import {
  after,
  alertsOf,
  chargeDisputed,
  disputeLost,
  hear,
  hearAll,
  homeownerThread,
  linkClosed,
  fire,
  ordered,
  p1,
  paid,
  refundDone,
  refundedOutside,
  TO_APPROVAL,
  TO_BOOKED,
  TO_PAYMENT,
  TO_SETTLED,
  toldTo,
  totalInCents,
  transferDone,
  type BookingState,
} from './booking-world.ts';

const legs = (state: BookingState) =>
  ordered(state, 'postEntry').map(({ entry }) => [
    entry.kind,
    ...entry.legs.map(({ account, cents }) => [account, cents]),
  ]);
const ALL_BACK = ['refund', ['held', totalInCents], ['stripe', -totalInCents]];

describe('all of it given back at Stripe', () => {
  test.each([
    ['booked', after(...TO_BOOKED)],
    ['approved by nobody yet', after(...TO_APPROVAL)],
  ])('calls the visit off: %s', (_when, before) => {
    const off = hear(before, refundedOutside('pi_1'));
    expect([off.value, alertsOf(off)]).toEqual(['refunded', []]);
    expect(legs(off)).toEqual([ALL_BACK]);
    expect(ordered(off, 'releaseSlot')).toMatchObject([{ attempt: 1, providerId: 'p1' }]);
    expect(toldTo(off, p1.thread)).toEqual([{ type: 'visit.closed', bookingId: 'b1', outcome: 'calledOff' }]);
    expect(toldTo(off, homeownerThread)).toMatchObject([{ type: 'payment.returned', reason: 'calledOff' }]);
    expect(hear(off, refundedOutside('pi_1')).effects).toEqual([]);
    expect(hear(off, { type: 'work.approved' }).isHeard).toBe(false);
  });

  test('ends a case, and a visit whose provider dropped out', () => {
    const reported = hear(after(...TO_APPROVAL), { type: 'problem.reported', words: 'it leaks' });
    const dropped = hear(after(...TO_BOOKED), { type: 'provider.dropped' });
    expect([reported, dropped].map((before) => hear(before, refundedOutside('pi_1')).value)).toEqual([
      'refunded',
      'refunded',
    ]);
  });

  test('is our loss once the provider was paid, and a person is told', () => {
    const late = hear(after(...TO_SETTLED), refundedOutside('pi_1'));
    expect([late.value, alertsOf(late)]).toEqual(['settled', ['refundMade']]);
    expect(legs(late)).toEqual([['refund', ['losses', totalInCents], ['stripe', -totalInCents]]]);
    expect(toldTo(late, homeownerThread)).toMatchObject([{ type: 'payment.returned', reason: 'goodwill' }]);
  });

  test('waits for a transfer that may be on its way', () => {
    const paying = hear(after(...TO_APPROVAL), { type: 'work.approved' });
    const both = hearAll(paying, refundedOutside('pi_1'), transferDone);
    expect(both.value).toBe('settled');
  });
});

describe('a part of it given back at Stripe', () => {
  const part = hear(after(...TO_BOOKED), refundedOutside('pi_1', 3_000));

  test('is posted and told, and the visit goes on', () => {
    expect([part.value, alertsOf(part)]).toEqual(['booked', ['refundMade']]);
    expect(legs(part)).toEqual([['refund', ['held', 3_000], ['stripe', -3_000]]]);
    expect(hear(part, refundedOutside('pi_1', 3_000)).effects).toEqual([]);
  });

  test('leaves the payout to a person', () => {
    const done = hearAll(part, { type: 'provider.arrived' }, { type: 'work.finished' }, { type: 'work.approved' });
    expect([done.value, alertsOf(done)]).toEqual(['disputed', ['refundMade']]);
    expect(ordered(done, 'payOut')).toEqual([]);
    expect(toldTo(done, p1.thread)).toContainEqual({ type: 'payout.delayed', bookingId: 'b1', reason: 'checking' });
  });

  test('and then the rest calls the visit off', () => {
    expect(hear(part, refundedOutside('pi_1', totalInCents - 3_000)).value).toBe('refunded');
  });
});

test('what was not asked for brings a person, who can only give it back: then the slot is free', () => {
  const strange = hear(after(...TO_PAYMENT), paid(1, 'pi_1', totalInCents - 1));
  expect(alertsOf(strange)).toEqual(['money']);
  const held = hear(fire(strange, 'hold.expired'), linkClosed(1, true));
  expect(held.value).toBe('disputed');
  expect(toldTo(held, homeownerThread)).toMatchObject([{ type: 'case.opened', by: 'amount' }]);
  const back = hear(held, refundedOutside('pi_1', totalInCents - 1));
  expect(back.value).toBe('refunded');
  expect(ordered(back, 'releaseSlot')).toMatchObject([{ attempt: 1 }]);
  expect(toldTo(back, p1.thread)).toMatchObject([{ type: 'offer.released', reason: 'unpaid' }]);
});

test('a strange second payment that a person gives back leaves the visit alone', () => {
  const strange = hear(after(...TO_BOOKED), paid(1, 'pi_2', totalInCents - 1));
  expect(alertsOf(strange)).toEqual(['money']);
  const back = hear(strange, refundedOutside('pi_2', totalInCents - 1));
  expect([back.value, ordered(back, 'releaseSlot')]).toEqual(['booked', []]);
});

test('a dispute about a second payment, which went back already, leaves the visit alone, and its loss is ours', () => {
  const twice = hearAll(
    after(...TO_BOOKED),
    paid(1, 'pi_2'),
    { type: 'charge.read', paymentIntent: 'pi_2', chargeId: 'ch_pi_2', amountInCents: totalInCents, feeInCents: 423 },
    refundDone('pi_2'),
  );
  const disputed = hear(twice, { ...chargeDisputed, chargeId: 'ch_pi_2' } as typeof chargeDisputed);
  expect([disputed.value, alertsOf(disputed)]).toEqual(['booked', ['chargeDisputed']]);
  const lost = hear(disputed, { ...disputeLost, chargeId: 'ch_pi_2' } as typeof disputeLost);
  expect([lost.value, alertsOf(lost)]).toEqual(['booked', ['disputeLost']]);
  expect(legs(lost)).toContainEqual(['disputeLoss', ['losses', totalInCents], ['disputed', -totalInCents]]);
});
