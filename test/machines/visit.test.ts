import { describe, expect, test } from 'vitest';
import { getShortestPaths } from 'xstate/graph';
import { minutesAfter } from '../../src/domain/instants.ts';
import type { Event, Heard } from '../../src/machines/events.ts';
import { visitEnds, visitMachine } from '../../src/machines/visit.ts';
import { DONE, HERE, net, OTW, toBooking, visitBooked, window, word, Y } from './provider-side.ts';
import { agent, basics, drop, now, talk, text, unclear, type Talk } from './talk.ts';

const inTime = minutesAfter(window.start, -60);
const begun = window.start;
const booked = () => talk(visitMachine, visitBooked, inTime);
const early = () => talk(visitMachine, visitBooked, now);
const alerts = (said: Talk) => said.orders('alertPerson').map(({ about }) => about);
const ended = (outcome: 'approved' | 'released' | 'disputed' | 'calledOff'): Event => ({
  type: 'visit.closed',
  bookingId: 'b1',
  outcome,
});
const delayed = (reason: 'accountNotReady' | 'checking'): Event => ({
  type: 'payout.delayed',
  bookingId: 'b1',
  reason,
});
const sent: Event = { type: 'payout.sent', bookingId: 'b1', amount: net };

const finished = () => booked().hear(HERE).hear(DONE);

const states: Readonly<Record<string, () => Talk>> = {
  booked,
  onTheWay: () => booked().hear(OTW),
  atWork: () => booked().hear(HERE),
  awaitingHomeowner: () => booked().hear(HERE).hear(word('nobodyHome')),
  givenUp: () => booked().hear(word('cannot')),
  finished,
  awaitingPayout: () => finished().hear(ended('approved')),
  payoutDelayed: () => finished().hear(delayed('checking')),
  paidOut: () => finished().hear(sent),
  disputed: () => finished().hear(ended('disputed')),
  calledOff: () => booked().hear(ended('calledOff')),
};

describe('a visit', () => {
  test('names street, first name, notes and pay, and no word that is not due yet', () => {
    const words = early().words();
    for (const part of ['Booked K7', '1204 Oak Hill Rd', 'for Ann', 'gate code 1204', '$109.65', '2 hours before']) {
      expect(words).toContain(part);
    }
    expect(words).not.toMatch(/OTW|HERE|DONE/);
  });

  test('is remembered the evening before and two hours before; only then it asks for the word', () => {
    const evening = early().hear({ type: 'visit.remembered', bookingId: 'b1', moment: 'dayBefore' });
    expect(evening.words()).toMatch(/^Tomorrow: K7/);
    expect(evening.words()).not.toMatch(/OTW/);
    const soon = evening.hear({ type: 'visit.remembered', bookingId: 'b1', moment: 'soon' }, inTime);
    expect(soon.words()).toContain('Reply OTW K7 when you leave');
  });

  test('booked at the last moment it asks for the word at once', () => {
    expect(booked().words()).toContain('Reply OTW K7 when you leave');
  });

  test('goes word by word, each answer naming the next one', () => {
    const steps = [
      [OTW, { type: 'provider.departed', minutes: null }, 'HERE K7'],
      [HERE, { type: 'provider.arrived' }, 'DONE K7'],
      [DONE, { type: 'work.finished' }, 'I asked the homeowner to confirm K7'],
    ] as const;
    let visit = booked();
    for (const [said, news, words] of steps) {
      visit = visit.hear(said);
      expect(visit.orders('tell')).toEqual([toBooking(news)]);
      expect(visit.words()).toContain(words);
    }
    expect(visit.words()).toContain('by Sat 2 pm');
    const paid = visit.hear(ended('approved')).hear(sent);
    expect(paid.words()).toContain('Paid out $109.65 for K7');
    expect(paid.value).toBe('paidOut');
  });

  test('any step may be left out, none is taken back', () => {
    expect([booked().hear(HERE).value, booked().hear(DONE, begun).value]).toEqual(['atWork', 'finished']);
    const atWork = booked().hear(HERE);
    expect(atWork.hear(OTW).orders('tell')).toEqual([]);
    expect(atWork.hear(OTW).words()).toContain('DONE K7');
    expect(finished().hear(DONE).orders('tell')).toEqual([]);
  });

  const tooEarly = [
    [OTW, 'OTW works from 2 pm on.', inTime, 'onTheWay'],
    [HERE, 'HERE works from 2 pm on.', inTime, 'atWork'],
    [word('nobodyHome'), 'HERE works from 2 pm on.', inTime, 'awaitingHomeowner'],
    [DONE, 'DONE works from 3 pm on, or once you have said HERE.', begun, 'finished'],
  ] as const;
  test.each(tooEarly)(
    '%#: a word that comes too early changes nothing, and is told from when on',
    (said, words, from, then) => {
      const answered = early().hear(said, minutesAfter(from, -0.1));
      expect(answered.value).toBe('booked');
      expect(answered.orders('tell')).toEqual([]);
      expect(answered.words()).toContain(`too early: K7 is Thu Nov 26, 3-5 pm. ${words}`);
      expect(early().hear(said, from).value).toBe(then);
    },
  );

  test('on the way, DONE before the window is too early; after HERE it is not', () => {
    expect(booked().hear(OTW).hear(DONE).value).toBe('onTheWay');
    expect(booked().hear(OTW).hear(DONE).words()).toContain('DONE works from 3 pm on');
    expect(booked().hear(OTW).hear(DONE, begun).value).toBe('finished');
    expect(booked().hear(OTW).hear(HERE).hear(DONE).value).toBe('finished');
  });

  test('overdue asks for the word that is missing', () => {
    const overdue: Event = { type: 'visit.overdue', bookingId: 'b1' };
    expect(booked().hear(overdue).words()).toMatch(/OTW K7.*HERE K7/);
    expect(booked().hear(OTW).hear(overdue).words()).toMatch(/HERE K7/);
    expect(booked().hear(OTW).hear(overdue).words()).not.toMatch(/OTW/);
  });

  test('what may mean that he cannot come is for a person', () => {
    for (const said of [text("I can't do it before 4"), text('no puedo entrar')]) {
      expect(alerts(early().hear(said))).toEqual(['personAsked']);
      expect(early().hear(said).value).toBe('booked');
    }
    for (const state of [booked(), booked().hear(OTW), booked().hear(HERE)]) {
      const dropped = state.hear(drop);
      expect(alerts(dropped)).toEqual(['personAsked']);
      expect(dropped.words()).toContain('A person will text you');
    }
  });

  test('money is told in every state', () => {
    for (const state of Object.values(states)) {
      expect(state().hear(sent).value).toBe('paidOut');
      expect(state().hear(delayed('accountNotReady')).words()).toContain('payout account is not ready');
      expect(state().hear(ended('disputed')).words()).toContain('The payout waits');
    }
  });

  test('who cannot be reached is a matter for a person', () => {
    expect(alerts(booked().hear({ type: 'text.failed', key: 'visit.booked', code: 30_003 }))).toEqual(['unreachable']);
    expect(alerts(booked().hear({ type: 'consent.withdrawn', by: 'carrierWord' }))).toEqual(['unreachable']);
  });
});

describe.each(Object.entries(states))('I7 in %s', (value, state) => {
  test.each(Object.entries(basics))('%s is answered', (_, said) => {
    const answered = state().hear(said);
    expect(answered.orders('say')).toHaveLength(1);
    expect(answered.value).toBe(value);
  });

  test('two misses in a row bring a person, one does not', () => {
    const once = state().hear(unclear);
    expect(alerts(once)).toEqual([]);
    expect(alerts(once.hear(unclear))).toEqual(['misunderstood']);
    expect(alerts(once.hear(basics.help).hear(unclear))).toEqual([]);
  });

  test('whoever wants a person gets one', () => {
    expect(alerts(state().hear(agent))).toEqual(['personAsked']);
  });

  test('words of other moments are answered too', () => {
    for (const said of [Y, word('decline'), word('jobs')]) expect(state().hear(said).orders('say')).toHaveLength(1);
  });
});

test('every declared state is reached by a shortest path', () => {
  const others = [word('cannot'), word('nobodyHome')];
  const events = [
    ...others,
    OTW,
    HERE,
    DONE,
    ended('approved'),
    ended('disputed'),
    ended('calledOff'),
    delayed('checking'),
    sent,
  ];
  const heard = (event: object) => ({ ...event, now: inTime, fresh: 'f' }) as Heard;
  const paths = getShortestPaths(visitMachine, {
    events: events.map(heard),
    serializeState: (state) => state.value,
    input: heard(visitBooked),
  });
  expect(paths.map(({ state }) => state.value).sort()).toEqual(Object.keys(visitMachine.states).sort());
  expect(Object.keys(states).sort()).toEqual(Object.keys(visitMachine.states).sort());
  expect(visitEnds).toEqual(['paidOut', 'givenUp', 'calledOff']);
});
