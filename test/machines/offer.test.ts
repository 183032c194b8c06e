import { describe, expect, test } from 'vitest';
import { getShortestPaths } from 'xstate/graph';
import { offerEnds, offerMachine } from '../../src/machines/offer.ts';
import type { Heard } from '../../src/machines/events.ts';
import { closed, N, offerHeld, offerMade, offerWon, released, toBooking, Y } from './provider-side.ts';
import { agent, basics, drop, hearAll, no, now, talk, text, unclear, yes, type Talk } from './talk.ts';

const offered = () => talk(offerMachine, offerMade);
const held = () => hearAll(offered(), Y, offerHeld);
const alerts = (said: Talk) => said.orders('alertPerson').map(({ about }) => about);

const states: Readonly<Record<string, () => Talk>> = {
  deciding: offered,
  claiming: () => offered().hear(Y),
  held,
  declined: () => offered().hear(N),
  closed: () => offered().hear(closed('taken')),
  released: () => held().hear(released('unpaid')),
  won: () => held().hear(offerWon),
};

describe('an offer', () => {
  test('says code, work, area, way, window, pay, deadline, how many are asked; never the street', () => {
    const said = offered();
    expect(said.words()).toBe(
      'K7: plumbing "Kitchen sink leaking", Austin 78704, 3 mi, Thu Nov 26, 3-5 pm. You get $109.65. Reply Y K7 or N K7 by 10:10 am. ' +
        '3 pros are asked, the first yes gets it.',
    );
    expect(said.orders('say')).toMatchObject([
      { asks: { kind: 'choice', options: ['Y', 'N', 'K7'] }, until: offerMade.until },
    ]);
    expect(said.words()).not.toMatch(/1204|gate/);
  });

  test.each([Y, yes])('yes claims it', (said) => {
    const claiming = offered().hear(said);
    expect(claiming.value).toBe('claiming');
    expect(claiming.effects).toEqual([toBooking({ type: 'offer.accepted', providerId: 'p1' })]);
    const won = claiming.hear(offerHeld);
    expect(won.words()).toContain('K7 is yours until 9:55 am');
  });

  test.each([N, no, drop])('no is told once', (said) => {
    const declined = offered().hear(said);
    expect(declined.value).toBe('declined');
    expect(declined.effects).toContainEqual(toBooking({ type: 'offer.refused', providerId: 'p1' }));
    expect(declined.words()).toContain('No penalty');
    expect(declined.hear(closed('taken')).effects).toEqual([]);
  });

  test('the loser is told at once, and again when he asks', () => {
    const lost = offered().hear(Y).hear(closed('taken'));
    expect(lost.words()).toContain('K7 is taken');
    const late = lost.hear(Y);
    expect(late.words()).toContain('K7 is taken');
    expect(late.orders('tell')).toEqual([]);
  });

  test('a yes in the last second, crossed by the end, is answered once', () => {
    const ended = offered().hear(closed('expired'));
    expect(ended.words()).toContain('ended without an answer');
    expect(ended.hear(closed('taken')).effects).toEqual([]);
  });

  test.each(['passed', 'unpaid', 'silent', 'withdrawn'] as const)('released because %s says so', (reason) => {
    const free = held().hear(released(reason));
    expect(free.value).toBe('released');
    expect(free.words()).toMatch(/K7 is off: the homeowner .*no penalty/);
  });

  test('a "no" while it is held brings a person', () => {
    const second = held().hear(N);
    expect(second.value).toBe('held');
    expect(alerts(second)).toEqual(['personAsked']);
    expect(second.words()).toContain('A person will text you');
  });

  test('won is silent: the visit speaks', () => {
    expect(held().hear(offerWon).effects).toEqual([]);
  });

  test('made again it begins anew', () => {
    for (const state of Object.values(states)) {
      const again = state().hear({ ...offerMade, asked: 1 });
      expect(again.value).toBe('deciding');
      expect(again.words()).toContain('Only you are asked.');
      expect(again.context['misses']).toBe(0);
    }
  });

  test('cannot be moved: another time is answered by that, while there is one to have', () => {
    const noon = text('only at noon', {
      when: { windows: [{ start: '2026-11-26T12:00', end: null }], precision: 'time', bound: 'at' },
    });
    for (const state of [offered, held]) expect(state().hear(noon).words()).toContain('I cannot move the time. K7');
    expect(offered().hear(N).hear(noon).words()).not.toContain('move the time');
  });

  test('that cannot reach him goes on to others', () => {
    for (const event of [
      { type: 'text.failed', key: 'offer.made', code: 30_003 },
      { type: 'consent.withdrawn', by: 'carrierWord' },
    ] as const) {
      const failed = offered().hear(event);
      expect(failed.value).toBe('closed');
      expect(failed.effects).toEqual([toBooking({ type: 'offer.refused', providerId: 'p1' })]);
      expect(alerts(held().hear(event))).toEqual(['unreachable']);
    }
  });
});

describe.each(Object.entries(states))('I7 in %s', (value, state) => {
  test.each(Object.entries(basics))('%s is answered', (_, said) => {
    const answered = state().hear(said);
    expect(answered.orders('say')).toHaveLength(1);
    expect(answered.value).toBe(value);
    expect(answered.words()).toContain('K7');
  });

  test('two misses in a row bring a person, one does not', () => {
    const once = state().hear(unclear);
    expect(alerts(once)).toEqual([]);
    const twice = once.hear(unclear);
    expect(alerts(twice)).toEqual(['misunderstood']);
    expect(twice.words()).toContain('A person will read this');
    expect(alerts(once.hear(basics.repeat).hear(unclear))).toEqual([]);
  });

  test('whoever wants a person gets one', () => {
    expect(alerts(state().hear(agent))).toEqual(['personAsked']);
  });

  test('hears everything else without an error', () => {
    for (const event of [closed('taken'), released('silent'), offerHeld, offerWon, Y, N]) state().hear(event);
    for (const type of ['text.outdated', 'text.failed'] as const) state().hear({ type, key: 'offer.held', code: null });
    expect(offerEnds.includes(value)).toBe(!['deciding', 'claiming', 'held'].includes(value));
  });
});

test('every declared state is reached by a shortest path', () => {
  const events = [Y, N, offerHeld, offerWon, closed('taken'), released('unpaid')];
  const heard = (event: object) => ({ ...event, now, fresh: 'f' }) as Heard;
  const paths = getShortestPaths(offerMachine, {
    events: events.map(heard),
    serializeState: (state) => state.value,
    input: heard(offerMade),
  });
  expect(paths.map(({ state }) => state.value).sort()).toEqual(Object.keys(offerMachine.states).sort());
  expect(Object.keys(states).sort()).toEqual(Object.keys(offerMachine.states).sort());
});

test('"the first one" takes a single offer, "the second one" does not', () => {
  expect(offered().hear(text('yes the first one', { intent: 'choose', choice: 1 })).value).toBe('claiming');
  expect(offered().hear(text('second one', { intent: 'choose', choice: 2 })).value).toBe('deciding');
  // a bare number may mean anything
  expect(offered().hear(text('1', { intent: 'choose', choice: 1 })).value).toBe('deciding');
});
