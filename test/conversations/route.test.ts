import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { route } from '../../src/conversations/route.ts';
import { REGISTRY, type MachineName } from '../../src/machines/registry.ts';
import type { StoredMachine } from '../../src/machines/stored.ts';
import { hint, thursdayAfter3, trade } from '../machines/talk.ts';
import {
  stored,
  draft,
  sinkJob,
  fenceJob,
  offer,
  visit,
  thread,
  asking,
  to,
  begin,
  front,
  says,
  sinkLeaks,
  fenceFell,
  one,
  yesWord,
} from './route-world.ts';

describe('nothing is open', () => {
  test.each([
    ['a job', sinkLeaks, begin],
    ['a job without a trade', says('something is broken', { intent: 'job' }), begin],
    ['a place alone', says('78704', { intent: 'answer', place: hint({ zip: '78704' }) }), begin],
    ['a time alone', says('thursday after 3', { intent: 'answer', when: thursdayAfter3 }), begin],
    ['a photo alone', says(''), begin],
    ['a danger', says('i smell gas', { intent: 'job', danger: 'gas' }), begin],
    ['a greeting', says('hi', { intent: 'greet' }), front],
    ['a price', says('how much is a plumber', { intent: 'price', categories: [trade('plumbing')] }), front],
    ['thanks', says('thanks', { intent: 'thanks' }), front],
    ['nonsense', says('lorem ipsum'), front],
    ['a number', one, front],
    ['join', says('join', { word: 'join' }), front],
    ['an unknown code', says('K7', { code: 'K7' }), front],
  ])('%s', (...[, text, target]) => {
    expect(route(thread([]), text)).toEqual(target);
  });
  test('a conversation that is over takes no more texts', () => {
    expect(route(thread([stored('request', 'sent'), sinkJob('thanked')]), sinkLeaks)).toEqual(begin);
  });
});

describe('by code', () => {
  const both = thread([sinkJob('booked'), fenceJob('choosingProvider')], {
    asked: asking(fenceJob('choosingProvider')),
  });
  test('it wins over the question that was asked last', () => {
    expect(route(both, says('change K7', { intent: 'change', code: 'K7' }))).toEqual(to(sinkJob('booked')));
  });
  test('an ended conversation answers for its code', () => {
    expect(route(thread([sinkJob('thanked')]), says('K7?', { code: 'K7' }))).toEqual(to(sinkJob('thanked')));
  });
  test('something like a code inside of an address is none', () => {
    const unit = says('unit C4, 78704', { intent: 'answer', code: 'C4', place: hint({ zip: '78704' }) });
    expect(route(thread([draft], { asked: asking(draft) }), unit)).toEqual(to(draft));
  });
  test('a provider: offer and visit of one code are told apart by his word', () => {
    const machines = [offer('K7', 'won'), visit('K7', 'booked')];
    const his = thread(machines, { isProvider: true });
    expect(route(his, says('otw K7', { code: 'K7', word: 'onMyWay' }))).toEqual(to(machines[1]!));
    expect(route(his, says('Y K7', { code: 'K7', word: 'accept', intent: 'yes' }))).toEqual(to(machines[1]!));
  });
});

describe('by the question asked last', () => {
  test('a number goes to it, not to the conversation heard last', () => {
    const machines = [sinkJob('choosingProvider'), fenceJob('booked')];
    expect(route(thread(machines, { asked: asking(machines[0]!) }), one)).toEqual(to(machines[0]!));
  });
  test('a question that is no longer open is not asked any more', () => {
    const machines = [sinkJob('lapsed'), fenceJob('booked')];
    expect(route(thread(machines, { asked: asking(sinkJob('choosingProvider')) }), one)).toEqual(to(machines[1]!));
  });
  test('another job in the middle of it is a new request, or the one under way', () => {
    const searching = sinkJob('choosingProvider');
    expect(route(thread([searching], { asked: asking(searching) }), fenceFell)).toEqual(begin);
    expect(route(thread([draft, searching], { asked: asking(searching) }), fenceFell)).toEqual(to(draft));
    expect(route(thread([draft], { asked: asking(draft) }), fenceFell)).toEqual(to(draft));
  });
  test('the same trade is about the same job, unless it is another one', () => {
    const approving = sinkJob('approving');
    expect(route(thread([approving], { asked: asking(approving) }), sinkLeaks)).toEqual(to(approving));
    const another = says('i need another sink fixed', { intent: 'job', categories: [trade('plumbing')] });
    expect(route(thread([approving], { asked: asking(approving) }), another)).toEqual(begin);
  });
  test('a problem is described in whatever words', () => {
    const describing = sinkJob('describingProblem');
    expect(route(thread([describing], { asked: asking(describing) }), fenceFell)).toEqual(to(describing));
  });
  test('thanks and hello disturb nothing; a greeting is answered with where things stand', () => {
    const choosing = sinkJob('choosingProvider');
    const open = thread([choosing], { asked: asking(choosing) });
    expect(route(open, says('thanks', { intent: 'thanks' }))).toEqual(front);
    expect(route(open, says('hello?', { intent: 'greet' }))).toEqual(to(choosing));
    const approving = sinkJob('approving');
    const asked = thread([approving], { asked: asking(approving) });
    expect(route(asked, says('all good thx', { intent: 'thanks' }))).toEqual(to(approving));
    expect(route(asked, says('thx', { intent: 'thanks' }))).toEqual(front);
    expect(route(thread([choosing]), says('hello', { intent: 'greet' }))).toEqual(to(choosing));
    expect(route(thread([]), says('hello', { intent: 'greet' }))).toEqual(front);
  });
});

describe('by meaning', () => {
  test('the one live conversation', () => {
    expect(route(thread([sinkJob('awaitingPayment')]), says('i paid'))).toEqual(to(sinkJob('awaitingPayment')));
    expect(route(thread([sinkJob('awaitingPayment')]), says('pay', { word: 'pay' }))).toEqual(
      to(sinkJob('awaitingPayment')),
    );
  });
  test('a command that fits two jobs asks which', () => {
    const two = thread([sinkJob('booked'), fenceJob('booked')]);
    expect(route(two, says('change', { intent: 'change' }))).toEqual({ to: 'which', codes: ['K7', 'M4'] });
    expect(route(two, says('cancel it', { intent: 'cancel' }))).toEqual({ to: 'which', codes: ['K7', 'M4'] });
  });
  test('a danger: the request, the job of that trade, else a new request', () => {
    const burst = says('pipe burst', { intent: 'job', danger: 'flooding', categories: [trade('plumbing')] });
    expect(route(thread([sinkJob('booked'), draft]), burst)).toEqual(to(draft));
    expect(route(thread([sinkJob('booked'), fenceJob('booked')]), burst)).toEqual(to(sinkJob('booked')));
    expect(route(thread([fenceJob('booked')]), burst)).toEqual(begin);
  });
});

describe('a provider', () => {
  const his = (...machines: readonly StoredMachine[]) => thread(machines, { isProvider: true });
  test('Y alone, with one open offer and with two', () => {
    expect(route(his(offer('K7')), yesWord)).toEqual(to(offer('K7')));
    expect(route(his(offer('K7'), offer('M4', 'declined')), yesWord)).toEqual(to(offer('K7')));
    const two = his(offer('K7'), offer('M4'));
    expect(route(two, yesWord)).toEqual({ to: 'which', codes: ['K7', 'M4'] });
    expect(route({ ...two, asked: asking(offer('M4')) }, yesWord)).toEqual({ to: 'which', codes: ['K7', 'M4'] });
    expect(route({ ...two, asked: asking(offer('M4')) }, says('sounds good', { intent: 'yes' }))).toEqual({
      to: 'which',
      codes: ['K7', 'M4'],
    });
  });
  test('Y to an offer that is over is answered by it', () => {
    expect(route(his(offer('K7', 'closed')), yesWord)).toEqual(to(offer('K7', 'closed')));
  });
  test('his steps go to the visit they fit', () => {
    const done = visit('K7', 'finished', '2026-11-24T15:00:00Z');
    const next = visit('M4', 'booked', '2026-11-26T15:00:00Z');
    const after = visit('P3', 'booked', '2026-11-27T15:00:00Z');
    const otw = says('otw', { word: 'onMyWay' });
    expect(route(his(done, after, next), otw)).toEqual(to(next));
    expect(route(his(visit('P3', 'atWork'), next), says('done', { word: 'done' }))).toEqual(to(visit('P3', 'atWork')));
    expect(route(his(visit('P3', 'onTheWay'), next), says('here', { word: 'here' }))).toEqual(
      to(visit('P3', 'onTheWay')),
    );
    const close = visit('Q5', 'booked', '2026-11-26T17:00:00Z');
    expect(route(his(next, close), otw)).toEqual({ to: 'which', codes: ['M4', 'Q5'] });
  });
  test('JOBS and PAY are for the desk', () => {
    expect(route(his(visit('M4', 'booked')), says('jobs', { word: 'jobs' }))).toEqual(front);
    expect(route(his(visit('M4', 'booked')), says('pay', { word: 'pay' }))).toEqual(front);
  });
  test('he may be a homeowner too: the question asked last wins over "yes"', () => {
    const choosing = sinkJob('choosingProvider');
    const both = his(choosing, offer('M4'));
    expect(route({ ...both, asked: asking(choosing) }, yesWord)).toEqual(to(choosing));
    expect(route({ ...both, asked: asking(offer('M4')) }, yesWord)).toEqual(to(offer('M4')));
    expect(route(his(visit('M4', 'booked')), sinkLeaks)).toEqual(begin);
  });
});

test('every text of every thread has somewhere to go', () => {
  const names: readonly MachineName[] = ['request', 'job', 'offer', 'visit'];
  const states = names.flatMap((name) =>
    Object.keys(REGISTRY[name].machine.states).map((state) => [name, state] as const),
  );
  const machines = fc
    .array(fc.tuple(fc.constantFrom(...states), fc.constantFrom('K7', 'M4', 'P3')), { maxLength: 5 })
    .map((all) =>
      all.map(([[name, state], code], index) => ({
        ...stored(name, state, { code, job: { trade: 'plumbing' } }),
        id: `c${String(index)}`,
      })),
    );
  const texts = [
    sinkLeaks,
    fenceFell,
    one,
    yesWord,
    says('hm'),
    says('K7', { code: 'K7' }),
    says('otw', { word: 'onMyWay' }),
  ];
  fc.assert(
    fc.property(machines, fc.constantFrom(...texts), fc.boolean(), fc.nat(4), (...[all, text, isProvider, index]) => {
      const last = all[index];
      const target = route(thread(all, { isProvider, asked: last ? asking(last) : null }), text);
      if (target.to === 'conversation') expect(all.map(({ id }) => id)).toContain(target.id);
      if (target.to === 'which') expect(target.codes.length).toBeGreaterThan(1);
    }),
    { numRuns: 500 },
  );
});
