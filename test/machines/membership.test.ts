import { expect, test } from 'vitest';
import { getShortestPaths } from 'xstate/graph';
import type { ProviderProfile } from '../../src/domain/provider.ts';
import type { Event, Heard } from '../../src/machines/events.ts';
import { membershipMachine } from '../../src/machines/membership.ts';
import { hearAll, now, talk, zone } from './talk.ts';

const workday = [{ fromMinute: 480, toMinute: 1_020 }];
const profile: ProviderProfile = {
  name: 'Dana',
  business: 'Dana Plumbing',
  thread: 'sms:+17375550101',
  languages: ['es', 'en'],
  trades: ['plumbing'],
  zip: '78704',
  lat: 30.24,
  lon: -97.76,
  zone,
  radiusInMeters: 16_000,
  hours: [workday, workday, workday, workday, workday, [], []],
  rateInCents: 12_900,
  takesEmergencies: true,
  maxVisitsADay: 3,
};
const joined: Event = { type: 'provider.joined', providerId: 'p1', profile };
const made: Event = { type: 'account.made', accountId: 'acct_1' };
const read = (isActive: boolean, accountId = 'acct_1'): Event => ({ type: 'account.read', accountId, isActive });
const refused: Event = { type: 'account.refused', reason: 'no' };
const changed: Event = { type: 'account.changed', accountId: 'acct_1' };

const factsOf = (said: ReturnType<typeof talk>): Record<string, unknown> =>
  Object.assign({}, ...said.orders('keepFacts').map(({ facts }) => facts)) as Record<string, unknown>;

test('joining keeps what the search reads, tells the thread, makes an account', () => {
  const joining = talk(membershipMachine, joined);
  expect(factsOf(joining)).toEqual({
    profile,
    trades: ['plumbing'],
    location: { type: 'Point', coordinates: [-97.76, 30.24] },
    ratingSum: 0,
    ratings: 0,
    isActive: false,
  });
  expect(joining.orders('tell')).toEqual([
    {
      type: 'tell',
      to: { kind: 'thread', id: profile.thread },
      event: { type: 'membership.begun', providerId: 'p1', name: 'Dana', language: 'es' },
    },
  ]);
  expect(joining.orders('makeAccount')).toEqual([{ type: 'makeAccount', providerId: 'p1', profile }]);
});

test('he is asked only while his account can be paid', () => {
  const waiting = hearAll(talk(membershipMachine, joined), made);
  expect(waiting.orders('readAccount')).toMatchObject([{ accountId: 'acct_1' }]);
  expect(factsOf(waiting)).toEqual({ accountId: 'acct_1' });
  const active = waiting.hear(read(true));
  expect([active.value, factsOf(active)]).toEqual(['active', { isActive: true }]);
  const asked = active.hear(changed);
  expect(asked.orders('readAccount')).toHaveLength(1);
  const restricted = asked.hear(read(false));
  expect([restricted.value, factsOf(restricted)]).toEqual(['awaitingOnboarding', { isActive: false }]);
});

test("another account's news mean nothing", () => {
  const active = hearAll(talk(membershipMachine, joined), made, read(true));
  expect(active.hear(read(false, 'acct_2')).effects).toEqual([]);
  expect(active.hear({ type: 'account.changed', accountId: 'acct_2' }).effects).toEqual([]);
});

test('a refused account brings a person, one that was given up has brought one; joining again tries again', () => {
  const events = [
    [refused, ['money']],
    [{ type: 'effect.abandoned', effect: 'makeAccount' }, []],
  ] as const;
  for (const [event, about] of events) {
    const stuck = talk(membershipMachine, joined).hear(event);
    expect(stuck.value).toBe('accountRefused');
    expect(stuck.orders('alertPerson').map((alert) => alert.about)).toEqual(about);
    expect(stuck.hear(joined).orders('makeAccount')).toHaveLength(1);
  }
});

test('a changed profile is kept, without a second account', () => {
  const active = hearAll(talk(membershipMachine, joined), made, read(true));
  const changedProfile = { ...profile, rateInCents: 9_900 };
  const again = active.hear({ type: 'provider.joined', providerId: 'p1', profile: changedProfile });
  expect(factsOf(again)).toMatchObject({ profile: { rateInCents: 9_900 } });
  expect(again.orders('makeAccount')).toEqual([]);
  expect(again.value).toBe('active');
});

test('ratings add up; what is no rating does not', () => {
  const rated = (stars: number): Event => ({ type: 'rating.received', bookingId: 'b1', stars });
  const twice = hearAll(talk(membershipMachine, joined), rated(5), rated(4));
  expect(factsOf(twice)).toEqual({ ratingSum: 9, ratings: 2 });
  expect(twice.hear(rated(9)).effects).toEqual([]);
});

test('every declared state is reached by a shortest path', () => {
  const heard = (event: Event) => ({ ...event, now, fresh: 'f' }) as Heard;
  const paths = getShortestPaths(membershipMachine, {
    events: [made, read(true), read(false), refused, changed].map(heard),
    serializeState: (state) => state.value,
    input: heard(joined),
  });
  expect(paths.map(({ state }) => state.value).sort()).toEqual(Object.keys(membershipMachine.states).sort());
});
