import { describe, expect, test } from 'vitest';
import { minutesAfter } from '../../src/domain/instants.ts';
import {
  accepts,
  after,
  alertsOf,
  begin,
  fire,
  found,
  hear,
  hearAll,
  homeownerThread,
  named,
  ordered,
  p1,
  p2,
  p3,
  p4,
  price,
  refuses,
  requestSent,
  start,
  toldTo,
  window,
} from './booking-world.ts';

describe('the search', () => {
  test('is named, started, told, and asks up to three at once', () => {
    expect(ordered(begin(), 'nameBooking')).toHaveLength(1);
    const searching = after(named);
    expect(searching.value).toBe('findingProviders');
    expect(toldTo(searching, homeownerThread)).toMatchObject([{ type: 'search.started', code: 'K7', window }]);
    expect(ordered(searching, 'findProviders')).toMatchObject([
      { search: 1, radiusInMeters: 8_000, minutes: 90, without: [homeownerThread] },
    ]);
    const asking = hear(searching, found(1, p1, p2, p3, p4));
    expect(asking.value).toBe('awaitingAcceptance');
    for (const { thread } of [p1, p2, p3]) {
      expect(toldTo(asking, thread)).toMatchObject([
        { type: 'offer.made', asked: 3, net: price.net, area: 'Austin 78704', until: minutesAfter(start, 60) },
      ]);
    }
    expect(toldTo(asking, p4.thread)).toEqual([]);
    expect(JSON.stringify(toldTo(asking, p1.thread))).not.toContain('Oak Hill');
  });

  test('looks further when nobody is near, and gives up after the last ring', () => {
    let state = after(named);
    for (const radius of [16_000, 32_000, 50_000]) {
      state = hear(state, found(state.context.search));
      expect(ordered(state, 'findProviders')).toMatchObject([{ radiusInMeters: radius }]);
    }
    state = hear(state, found(4));
    expect(state.value).toBe('unfilled');
    expect(toldTo(state, homeownerThread)).toMatchObject([{ type: 'search.failed' }]);
    expect(alertsOf(state)).toEqual(['nobodyFound']);
  });

  test('an answer of an earlier search means nothing', () => {
    expect(hear(after(named), found(7, p1)).isHeard).toBe(false);
  });

  test('asks the next when the wave ends, and at once when all have refused; earlier offers stay open', () => {
    const asking = after(named, found(1, p1, p2, p3, p4));
    const next = fire(asking, 'wave.ended');
    expect(toldTo(next, p4.thread)).toMatchObject([{ type: 'offer.made', asked: 1 }]);
    expect(hear(next, accepts('p1')).value).toBe('holdingSlot');
    const refused = hearAll(asking, refuses('p1'), refuses('p3'), refuses('p2'));
    expect(toldTo(refused, p4.thread)).toMatchObject([{ type: 'offer.made' }]);
  });

  test('a timer that was set anew since does not ring early', () => {
    const asking = after(named, found(1, p1, p2, p3, p4));
    expect(hear(asking, { type: 'wave.ended' }, minutesAfter(start, 5)).isHeard).toBe(false);
  });

  test('those who were asked are not asked again', () => {
    const asking = after(named, found(1, p1, p2));
    const wider = fire(asking, 'wave.ended');
    expect(ordered(wider, 'findProviders')).toMatchObject([
      { search: 2, radiusInMeters: 16_000, without: [homeownerThread, 'p1', 'p2'] },
    ]);
    const again = hear(wider, found(2, p1, p3));
    expect(toldTo(again, p1.thread)).toEqual([]);
    expect(toldTo(again, p3.thread)).toHaveLength(1);
  });

  test('says half way that it goes on, and at its end closes what is open', () => {
    const asking = after(named, found(1, p1, p2));
    expect(toldTo(fire(asking, 'search.halved'), homeownerThread)).toMatchObject([{ type: 'search.continued' }]);
    const ended = fire(asking, 'search.ended');
    expect(ended.value).toBe('unfilled');
    for (const { thread } of [p1, p2]) expect(toldTo(ended, thread)).toMatchObject([{ reason: 'expired' }]);
  });

  test('an emergency asks quickly', () => {
    if (requestSent.type !== 'request.sent') throw new Error('not a request');
    const urgent = begin({ ...requestSent, job: { ...requestSent.job, urgency: 'emergency' } });
    const asking = hearAll(urgent, named, found(1, p1));
    expect(asking.context.deadlines['wave.ended']).toBe(minutesAfter(start, 5));
    expect(ordered(hearAll(urgent, named), 'findProviders')).toMatchObject([{ isEmergency: true }]);
  });
});

describe('the yes of a provider', () => {
  test('takes the slot, then everybody is told: the winner, the losers, the homeowner', () => {
    const holding = after(named, found(1, p1, p2, p3), accepts('p2'));
    expect(ordered(holding, 'holdSlot')).toMatchObject([{ attempt: 1, providerId: 'p2', window, minutes: 90 }]);
    const held = hear(holding, { type: 'slot.held', attempt: 1 });
    expect(held.value).toBe('awaitingChoice');
    expect(toldTo(held, p2.thread)).toMatchObject([{ type: 'offer.held', until: minutesAfter(start, 45) }]);
    for (const { thread } of [p1, p3]) {
      expect(toldTo(held, thread)).toMatchObject([{ type: 'offer.closed', reason: 'taken' }]);
    }
    expect(toldTo(held, homeownerThread)).toMatchObject([
      { type: 'provider.proposed', attempt: 1, candidate: { providerId: 'p2' }, price, until: minutesAfter(start, 30) },
    ]);
  });

  test('a second yes is turned away at once, and told only once', () => {
    const second = after(named, found(1, p1, p2), accepts('p1'), accepts('p2'));
    expect(toldTo(second, p2.thread)).toMatchObject([{ type: 'offer.closed', reason: 'taken' }]);
    const held = hear(second, { type: 'slot.held', attempt: 1 });
    expect(toldTo(held, p2.thread)).toEqual([]);
    expect(hear(held, accepts('p2')).isHeard).toBe(false);
  });

  test('of somebody whose time is taken leads to the next', () => {
    const holding = after(named, found(1, p1, p2, p3, p4), accepts('p1'));
    const taken = hear(holding, { type: 'slot.taken', attempt: 1 });
    expect(toldTo(taken, p1.thread)).toMatchObject([{ type: 'offer.closed', reason: 'overlap' }]);
    expect(toldTo(taken, p4.thread)).toMatchObject([{ type: 'offer.made' }]);
    expect(hear(taken, accepts('p2')).context.hold).toBe(2);
  });

  test('whose hold cannot be made is let go', () => {
    const stuck = after(named, found(1, p1, p2), accepts('p1'), { type: 'effect.abandoned', effect: 'holdSlot' });
    expect(ordered(stuck, 'releaseSlot')).toHaveLength(1);
    expect(alertsOf(stuck)).toEqual([]);
    expect(stuck.context.hold).toBeNull();
  });
});
