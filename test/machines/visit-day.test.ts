// The day of a visit when it does not go as it should, in its provider's thread.
import { describe, expect, test } from 'vitest';
import { minutesAfter } from '../../src/domain/instants.ts';
import type { Event } from '../../src/machines/events.ts';
import { visitMachine } from '../../src/machines/visit.ts';
import { DONE, HERE, N, OTW, toBooking, visitBooked, window, word, Y } from './provider-side.ts';
import { agent, no, number, talk, text, unclear, yes, type Talk } from './talk.ts';

const inTime = minutesAfter(window.start, -60);
const booked = () => talk(visitMachine, visitBooked, inTime);
const onTheWay = () => booked().hear(OTW);
const alerts = (said: Talk) => said.orders('alertPerson').map(({ about }) => about);
const told = (said: Talk) => said.orders('tell');
const timers = (said: Talk) => said.orders('setTimer');

const late = (words: string) => text(words, { word: 'late' });
const nobodyHome = word('nobodyHome');
const cannot = text("can't make it", { word: 'cannot' });
const delay = (minutes: number | null) => [toBooking({ type: 'provider.delayed', minutes })];

describe('late', () => {
  test.each([
    ['20 min late', 20],
    ['LATE K7 15', 15],
    ['running half an hour late', 30],
    ['voy 25 minutos tarde', 25],
  ])('%s is told with its minutes', (words, minutes) => {
    const said = booked().hear(late(words));
    expect([said.value, told(said)]).toEqual(['booked', delay(minutes)]);
    expect(said.words()).toContain(`about ${String(minutes)} min late (K7). Reply OTW K7`);
    expect(onTheWay().hear(late(words)).words()).toContain('Reply HERE K7 at the door');
  });

  test('without minutes it is asked how many, once', () => {
    const asked = booked().hear(late('stuck in traffic'));
    expect([told(asked), asked.words()]).toEqual([[], expect.stringContaining('How many minutes late for K7?')]);
    expect(timers(asked)).toEqual([{ type: 'setTimer', name: 'delay.untold', at: minutesAfter(inTime, 5) }]);
    expect(told(asked.hear(text('20')))).toEqual(delay(20));
    for (const answer of [unclear, text('no idea'), late('traffic')])
      expect(told(asked.hear(answer))).toEqual(delay(null));
    const answered = asked.hear(text('20'));
    expect(told(answered.hear(text('30')))).toEqual([]);
    expect(answered.hear({ type: 'delay.untold' }).effects).toEqual([]);
  });

  test('a time of day is an answer too', () => {
    const at = { windows: [{ start: '2026-11-26T14:40', end: null }], precision: 'time', bound: 'at' } as const;
    const asked = booked().hear(late('running late'));
    expect(told(asked.hear(text('at 2:40', { when: at })))).toEqual(delay(40));
  });

  test('silence is told as "late" after five minutes; what he says instead goes on', () => {
    const asked = onTheWay().hear(late('running late'));
    expect(told(asked.hear({ type: 'delay.untold' }))).toEqual(delay(null));
    expect(asked.hear(HERE).value).toBe('atWork');
    expect(asked.hear(HERE).hear({ type: 'delay.untold' }).effects).toEqual([]);
    expect(alerts(asked.hear(agent))).toEqual(['personAsked']);
    expect(told(asked.hear(agent))).toEqual([]);
  });

  test('once he is there, or it is over, it changes nothing', () => {
    const states = [booked().hear(HERE), booked().hear(HERE).hear(DONE), booked().hear(cannot)];
    for (const state of states) {
      const said = state.hear(late('LATE K7 20'));
      expect([said.value, told(said), said.orders('say').length]).toEqual([state.value, [], 1]);
    }
  });
});

describe('half an hour before, and not on the way', () => {
  const missed: Event = { type: 'departure.missed', bookingId: 'b1' };
  const asked = () => booked().hear(missed);

  test('he is asked whether he still comes; who is on the way is not', () => {
    expect(asked().words()).toBe("Still on for K7 at 3 pm? 1 yes, 2 late, 3 can't");
    expect(onTheWay().hear(missed).effects).toEqual([]);
  });

  test.each([number(1), yes, Y])('%#: yes', (said) => {
    const answered = asked().hear(said);
    expect([answered.value, told(answered)]).toEqual(['booked', []]);
    expect(answered.words()).toContain('Reply OTW K7 when you leave');
    expect(told(answered.hear(number(3)))).toEqual([]);
  });

  test('late, with and without minutes', () => {
    expect(asked().hear(number(2)).words()).toContain('How many minutes');
    expect(told(asked().hear(number(2)).hear(number(5)))).toEqual(delay(5));
    expect(told(asked().hear(number(2)).hear(text('25')))).toEqual(delay(25));
    expect(told(asked().hear(late('20 min late')))).toEqual(delay(20));
  });

  test.each([number(3), no, N])("%#: can't", (said) => {
    expect(asked().hear(said).value).toBe('givenUp');
  });
});

describe("can't come", () => {
  test.each([cannot, N, text('cancel K7', { intent: 'cancel', code: 'K7' })])('%#: he is let go', (said) => {
    for (const state of [booked(), onTheWay()]) {
      const gone = state.hear(said);
      expect([gone.value, told(gone)]).toEqual(['givenUp', [toBooking({ type: 'provider.dropped' })]]);
      expect(gone.words()).toMatch(/^K7 is off your list/);
      expect(told(gone.hear(OTW))).toEqual([]);
    }
  });

  test('a bare "no" to nothing gives nothing up', () => {
    const said = booked().hear(text('no', { word: 'decline', intent: 'no' }));
    expect([said.value, told(said)]).toEqual(['booked', []]);
    expect(said.words()).toContain("CAN'T K7");
  });

  test('at work it is for a person', () => {
    expect(alerts(booked().hear(HERE).hear(cannot))).toEqual(['personAsked']);
    expect(booked().hear(HERE).hear(cannot).value).toBe('atWork');
  });
});

describe('nobody opens', () => {
  const waiting = () => booked().hear(nobodyHome);
  const found = (isComing: boolean): Event => ({ type: 'homeowner.found', bookingId: 'b1', isComing });

  test('the homeowner is told, and he hears until when he waits', () => {
    for (const state of [booked(), onTheWay(), booked().hear(HERE)]) {
      const said = state.hear(nobodyHome);
      expect([said.value, told(said)]).toEqual(['awaitingHomeowner', [toBooking({ type: 'homeowner.missed' })]]);
      expect(said.words()).toContain('if nobody answers by 2:30 pm, a person steps in');
    }
  });

  test('said again it is told once', () => {
    const again = waiting().hear(nobodyHome);
    expect([told(again), again.orders('say').length]).toEqual([[], 1]);
  });

  test('somebody comes, or cannot, or says nothing', () => {
    expect(waiting().hear(found(true)).value).toBe('atWork');
    expect(waiting().hear(found(true)).words()).toContain('is coming to the door');
    expect(waiting().hear(found(false)).words()).toContain("can't come to the door (K7). I told a person");
    const silent = waiting().hear({ type: 'homeowner.overdue', bookingId: 'b1' });
    expect(silent.words()).toContain('A person knows that nobody opens');
    expect(silent.hear(unclear).words()).toContain('A person knows');
    expect(silent.hear(DONE).value).toBe('finished');
  });

  test('the next time a person is told at once', () => {
    const again = waiting().hear(found(true)).hear(nobodyHome);
    expect(told(again)).toEqual([toBooking({ type: 'homeowner.missed' })]);
    expect(again.words()).toContain('A person knows that nobody opens');
  });
});

test('the homeowner says that he is there', () => {
  for (const state of [booked(), onTheWay()]) {
    const begun = state.hear({ type: 'visit.begun', bookingId: 'b1' });
    expect([begun.value, begun.words()]).toEqual(['atWork', expect.stringContaining('DONE K7')]);
  }
});

describe('more work, or more money, than was agreed', () => {
  const extra = text('need a new valve, 45 more', { intent: 'job' });

  test.each([
    ['booked', booked],
    ['onTheWay', onTheWay],
    ['atWork', () => onTheWay().hear(HERE)],
    ['finished', () => onTheWay().hear(HERE).hear(DONE)],
  ] as const)('%s: the price stays, and a person is told', (state, begin) => {
    const said = begin().hear(extra);
    expect([said.value, alerts(said), told(said)]).toEqual([state, ['extraWork'], []]);
    expect(said.words()).toContain('Until the homeowner agrees, K7 pays $109.65');
  });

  test('a part without a price is more work once he is at it', () => {
    const part = text('needs a new valve');
    expect(alerts(booked().hear(part))).toEqual([]);
    expect(alerts(onTheWay().hear(HERE).hear(part))).toEqual(['extraWork']);
  });
});

test('danger at work: what to do at once, and a person', () => {
  const said = onTheWay()
    .hear(HERE)
    .hear(text('smells like gas', { intent: 'job', danger: 'gas' }));
  expect([said.value, alerts(said)]).toEqual(['atWork', ['danger']]);
  expect(said.words()).toContain('leave the house now');
});
