import { describe, expect, test } from 'vitest';
import { minutesAfter } from '../../src/domain/instants.ts';
import { isBalanced } from '../../src/domain/ledger.ts';
import {
  after,
  alertsOf,
  chargeDisputed,
  chargeRead,
  fire,
  hear,
  hearAll,
  homeownerThread,
  ordered,
  p1,
  paid,
  price,
  start,
  TO_APPROVAL,
  TO_BOOKED,
  TO_PAYMENT,
  TO_SETTLED,
  toldTo,
  transferDone,
  type BookingState,
} from './booking-world.ts';

describe('the visit', () => {
  test('is remembered to both, the evening before and two hours before', () => {
    const evening = fire(after(...TO_BOOKED), 'dayBefore.reached');
    for (const thread of [p1.thread, homeownerThread]) {
      expect(toldTo(evening, thread)).toMatchObject([{ type: 'visit.remembered', moment: 'dayBefore' }]);
    }
    expect(toldTo(fire(evening, 'visit.approached'), p1.thread)).toMatchObject([{ moment: 'soon' }]);
  });

  test('that nobody came to is told to both and to a person', () => {
    const overdue = fire(after(...TO_BOOKED), 'visit.overdue');
    expect(alertsOf(overdue)).toEqual(['visitOverdue']);
    expect(toldTo(overdue, p1.thread)).toMatchObject([{ type: 'visit.overdue' }]);
    expect(toldTo(overdue, homeownerThread)).toMatchObject([{ type: 'visit.missed' }]);
  });

  const minutesLater = (state: BookingState, minutes: number) => minutesAfter(state.now, minutes);
  const booked = () => after(...TO_BOOKED);
  const dueIn = (state: BookingState) => ordered(state, 'setTimer').map(({ name, at }) => [name, at]);

  test('whose provider has not left half an hour before asks him', () => {
    const due = fire(booked(), 'departure.due');
    expect(due.now).toBe('2026-11-26T20:30:00Z');
    expect(toldTo(due, p1.thread)).toMatchObject([{ type: 'departure.missed' }]);
    expect(fire(hear(booked(), { type: 'provider.departed' }), 'departure.due').isHeard).toBe(false);
  });

  test('whose provider is late tells the homeowner, and asks nobody before he said that he comes', () => {
    const late = hear(booked(), { type: 'provider.delayed', minutes: 20 });
    expect(toldTo(late, homeownerThread)).toMatchObject([{ type: 'visit.delayed', minutes: 20 }]);
    expect(dueIn(late)).toEqual([
      ['departure.due', '2026-11-26T20:50:00Z'],
      ['visit.overdue', '2026-11-26T23:00:00Z'],
    ]);
    const road = hear(booked(), { type: 'provider.departed' });
    const later = hear(road, { type: 'provider.delayed', minutes: 20 }, '2026-11-26T22:50:00Z');
    expect(dueIn(later)).toEqual([['visit.overdue', '2026-11-26T23:10:00Z']]);
    expect(dueIn(hear(fire(road, 'visit.overdue'), { type: 'provider.delayed', minutes: 20 }))).toEqual([]);
    const unknown = hear(booked(), { type: 'provider.delayed', minutes: null });
    expect(toldTo(unknown, homeownerThread)).toMatchObject([{ minutes: null }]);
    expect(hear(after(...TO_APPROVAL), { type: 'provider.delayed', minutes: 5 }).isHeard).toBe(false);
  });

  test("at the window's end the homeowner says whether he is there", () => {
    const overdue = fire(booked(), 'visit.overdue');
    expect(overdue.now).toBe('2026-11-26T23:00:00Z');
    const there = hear(overdue, { type: 'arrival.confirmed' });
    expect([there.value, toldTo(there, p1.thread)[0]?.type]).toEqual(['atWork', 'visit.begun']);
    const missing = hear(overdue, { type: 'arrival.denied' });
    expect([missing.value, alertsOf(missing)]).toEqual(['booked', ['providerMissing']]);
    expect(hear(missing, { type: 'provider.arrived' }).value).toBe('atWork');
  });

  test('whose provider cannot come is in the hands of a person; the money stays', () => {
    for (const state of [booked(), hear(booked(), { type: 'provider.departed' })]) {
      const dropped = hear(state, { type: 'provider.dropped' });
      expect([dropped.value, alertsOf(dropped)]).toEqual(['awaitingReplacement', ['providerDropped']]);
      expect(toldTo(dropped, homeownerThread)).toMatchObject([{ type: 'visit.dropped' }]);
      expect(ordered(dropped, 'refundPayment')).toEqual([]);
      for (const late of ['visit.overdue', 'departure.due', 'dayBefore.reached'] as const)
        expect(fire(dropped, late).isHeard).toBe(false);
      expect(hear(dropped, { type: 'work.finished' }).isHeard).toBe(false);
    }
  });

  test('at a door that nobody opens: the homeowner is told once, a person after half an hour of silence', () => {
    const waiting = hear(booked(), { type: 'homeowner.missed' });
    expect([waiting.value, toldTo(waiting, homeownerThread)[0]?.type]).toEqual([
      'awaitingHomeowner',
      'visit.unanswered',
    ]);
    expect(hear(waiting, { type: 'homeowner.missed' }).isHeard).toBe(false);
    const silent = fire(waiting, 'homeowner.overdue');
    expect(silent.now).toBe(minutesLater(waiting, 30));
    expect([alertsOf(silent), toldTo(silent, p1.thread)]).toMatchObject([
      ['homeownerAbsent'],
      [{ type: 'homeowner.overdue' }],
    ]);
    const comes = hear(waiting, { type: 'homeowner.answered', isComing: true });
    expect([comes.value, alertsOf(comes)]).toEqual(['atWork', []]);
    expect(toldTo(comes, p1.thread)).toMatchObject([{ type: 'homeowner.found', isComing: true }]);
    const again = hear(comes, { type: 'homeowner.missed' });
    expect([again.value, alertsOf(again), toldTo(again, homeownerThread)]).toEqual(['atWork', ['homeownerAbsent'], []]);
    const cannot = hear(waiting, { type: 'homeowner.answered', isComing: false });
    expect([cannot.value, alertsOf(cannot)]).toEqual(['awaitingHomeowner', ['homeownerAbsent']]);
    expect(hear(waiting, { type: 'work.finished' }).value).toBe('awaitingApproval');
  });

  test('done without a word at the door is believed, and noted', () => {
    const noted = { type: 'keepFacts', facts: { isArrivalUntold: true } };
    expect(hear(booked(), { type: 'work.finished' }).effects).toContainEqual(noted);
    const seen = hearAll(booked(), { type: 'provider.arrived' }, { type: 'work.finished' });
    expect(seen.effects).not.toContainEqual(noted);
  });

  test('goes on step by step; any step may be left out', () => {
    const states = [
      hear(after(...TO_BOOKED), { type: 'provider.departed' }),
      hear(after(...TO_BOOKED), { type: 'provider.arrived' }),
      hear(after(...TO_BOOKED), { type: 'work.finished' }),
    ];
    expect(states.map(({ value }) => value)).toEqual(['onTheWay', 'atWork', 'awaitingApproval']);
    expect(states.map((state) => toldTo(state, homeownerThread)[0]?.type)).toEqual([
      'visit.departed',
      'visit.arrived',
      'visit.finished',
    ]);
  });
});

test('a withdrawal that crossed the payment brings a person, and drops nothing', () => {
  for (const state of [after(...TO_BOOKED), after(...TO_APPROVAL), after(...TO_SETTLED)]) {
    const crossed = hear(state, { type: 'request.withdrawn' });
    expect(alertsOf(crossed)).toEqual(['personAsked']);
    expect(crossed.value).toBe(state.value);
  }
});

describe('the payout', () => {
  test('follows the approval', () => {
    const paying = hear(after(...TO_APPROVAL), { type: 'work.approved' });
    expect(toldTo(paying, p1.thread)).toMatchObject([{ type: 'visit.closed', outcome: 'approved' }]);
    expect(ordered(paying, 'payOut')).toMatchObject([
      { attempt: 1, providerId: 'p1', chargeId: 'ch_pi_1', amount: price.net },
    ]);
    const settled = hear(paying, transferDone);
    expect(toldTo(settled, p1.thread)).toMatchObject([{ type: 'payout.sent', amount: price.net }]);
    expect(toldTo(settled, homeownerThread)).toMatchObject([{ type: 'booking.settled' }]);
    const [posting] = ordered(settled, 'postEntry');
    expect(posting?.entry).toMatchObject({ kind: 'transfer', source: 'tr_1' });
    expect(posting && isBalanced(posting.entry)).toBe(true);
  });

  test('follows 48 hours of silence', () => {
    const released = fire(after(...TO_APPROVAL), 'approval.expired');
    expect(released.now).toBe(minutesAfter(start, 48 * 60));
    expect(released.value).toBe('payingOut');
    expect(toldTo(released, p1.thread)).toMatchObject([{ outcome: 'released' }]);
  });

  test('waits for the charge', () => {
    const waiting = after(...TO_PAYMENT, paid(1, 'pi_1'), { type: 'work.finished' }, { type: 'work.approved' });
    expect(waiting.value).toBe('awaitingCharge');
    const paying = hear(waiting, chargeRead('pi_1'));
    expect(paying.value).toBe('payingOut');
    expect(ordered(paying, 'postEntry')).toHaveLength(1);
  });

  test('that is refused is told once, tried again every day, with a number of its own', () => {
    const paying = hear(after(...TO_APPROVAL), { type: 'work.approved' });
    const blocked = hear(paying, { type: 'transfer.refused', reason: 'accountNotReady' });
    expect(blocked.value).toBe('payoutBlocked');
    expect(alertsOf(blocked)).toEqual(['payoutBlocked']);
    expect(toldTo(blocked, p1.thread)).toMatchObject([{ type: 'payout.delayed', reason: 'accountNotReady' }]);
    const again = fire(blocked, 'payout.due');
    expect(ordered(again, 'payOut')).toMatchObject([{ attempt: 2 }]);
    expect(hear(again, { type: 'transfer.refused', reason: 'accountNotReady' }).effects).not.toContainEqual(
      expect.objectContaining({ type: 'tell' }),
    );
    expect(hear(again, transferDone).value).toBe('settled');
  });

  test.each(['problem.reported', 'charge.disputed'] as const)('%s stops it', (type) => {
    const trouble = type === 'problem.reported' ? ({ type, words: 'still leaking' } as const) : chargeDisputed;
    const disputed = hear(after(...TO_APPROVAL), trouble);
    expect(disputed.value).toBe('disputed');
    expect(toldTo(disputed, p1.thread)).toMatchObject([{ type: 'visit.closed', outcome: 'disputed' }]);
    expect(JSON.stringify(disputed.effects)).not.toContain('leaking');
    expect(fire(disputed, 'approval.expired').isHeard).toBe(false);
  });

  test('a problem brings a person once, whatever is said of it after', () => {
    const words = { type: 'problem.reported', words: 'still leaking' } as const;
    for (const state of [hear(after(...TO_APPROVAL), words), hear(after(...TO_SETTLED), words)]) {
      expect(alertsOf(state)).toEqual(['problemReported']);
      expect(alertsOf(hear(state, words))).toEqual([]);
    }
    const charged = hear(after(...TO_APPROVAL), chargeDisputed);
    expect(alertsOf(hear(charged, words))).toEqual(['problemReported']);
  });

  test('that was on its way when a problem came up is posted, and told to a person', () => {
    const disputed = hearAll(
      after(...TO_APPROVAL),
      { type: 'work.approved' },
      { type: 'problem.reported', words: 'broken' },
      transferDone,
    );
    expect(disputed.value).toBe('disputed');
    expect(alertsOf(disputed)).toEqual(['money']);
    expect(ordered(disputed, 'postEntry')).toHaveLength(1);
  });
});
