// A visit is under way: what is a word about it, what asks for other work, and what calls it off.
import { describe, expect, test } from 'vitest';
import { route } from '../../src/conversations/route.ts';
import type { Thread } from '../../src/conversations/targets.ts';
import type { StoredMachine } from '../../src/machines/stored.ts';
import { now, friday, reading as says, thursdayAfter3, trade } from '../machines/talk.ts';

const window = (start: string) => ({ start, end: start, zone: 'America/Chicago' });
const job = (code: string, value: string, rest: Readonly<Record<string, unknown>> = {}): StoredMachine => ({
  id: `job-${code}`,
  machine: 'job',
  version: 1,
  value,
  context: { code, job: { trade: 'plumbing' }, window: window('2026-11-26T21:00:00Z'), ...rest },
});
const request: StoredMachine = { id: 'r1', machine: 'request', version: 1, value: 'askingPlace', context: {} };
const sink = job('K7', 'booked');
const fence = job('M4', 'booked', { job: { trade: 'fence_deck' }, window: window('2026-11-27T21:00:00Z') });

const thread = (machines: readonly StoredMachine[], asked?: StoredMachine): Thread => ({
  machines,
  asked: asked === undefined ? null : { conversation: asked.id, state: asked.value, kind: 'choice', options: ['1'] },
  isProvider: false,
  now,
});
const to = ({ id }: StoredMachine) => ({ to: 'conversation', id });
const begin = { to: 'start', machine: 'request' };
const doubt = (...codes: readonly string[]) => ({ ...begin, codes });
const works = (words: string, ...ids: readonly Parameters<typeof trade>[0][]) =>
  says(words, { intent: 'job', categories: ids.map((id) => trade(id)) });

describe('a question about how it all works', () => {
  test.each(['awaitingProvider', 'choosingProvider', 'awaitingPayment', 'booked'])("is the desk's: %s", (value) => {
    const open = job('K7', value);
    const cancelling = says('what if i need to cancel thursday', { intent: 'dropJob', when: thursdayAfter3 });
    expect(route(thread([open], open), cancelling)).toEqual({ to: 'desk' });
    expect(route(thread([open], open), says('is he licensed?', { intent: 'question' }))).toEqual({ to: 'desk' });
  });
});

describe('words about the visit begin nothing', () => {
  test.each(['awaitingProvider', 'choosingProvider', 'awaitingPayment', 'booked', 'providerOnTheWay'])(
    '%s',
    (state) => {
      const live = job('K7', state);
      const strays = [
        works('gate code is 4455 ring twice', 'fence_deck'),
        works('hang on finding my card', 'assembly_mounting'),
        works('key is under the mat', 'locksmith'),
        says('the dog is friendly'),
        says('is he on time?', { intent: 'question' }),
        says('thx, the dog is friendly', { intent: 'thanks' }),
      ];
      for (const stray of strays) expect([stray.words, route(thread([live]), stray)]).toEqual([stray.words, to(live)]);
    },
  );
  test('a note that may be for either of two visits asks for which', () => {
    expect(route(thread([sink, fence]), works('gate code is 4455', 'fence_deck'))).toEqual(doubt('K7', 'M4'));
  });
  test('a request that is being asked keeps a note itself', () => {
    expect(route(thread([sink, request], request), says('the dog is friendly'))).toEqual(to(request));
  });
  test('"see you then" to a visit that is not paid is answered with the link', () => {
    const bye = says('ok thx see you then', { intent: 'bye' });
    expect(route(thread([job('K7', 'awaitingPayment')]), bye)).toEqual(to(job('K7', 'awaitingPayment')));
    expect(route(thread([sink]), bye)).toEqual({ to: 'desk' });
  });
});

describe('other work', () => {
  test.each([
    works('also need my fence fixed', 'fence_deck'),
    works('my fence fell', 'fence_deck'),
    works('i need another sink fixed', 'plumbing'),
    says('new request'),
    says('otro trabajo'),
  ])('is a new request: $words', (text) => {
    expect(route(thread([sink]), text)).toEqual(begin);
    expect(route(thread([sink, request]), text)).toEqual(to(request));
  });
  test.each([
    works('the garage door looks crooked', 'garage_door'),
    works('can he also look at the fence', 'fence_deck'),
    works('my toilet is also clogged', 'plumbing'),
  ])('is asked about when it may be this visit: $words', (text) => {
    expect(route(thread([sink]), text)).toEqual(doubt('K7'));
  });
  test('once the work is done and is good it is a new request', () => {
    const crooked = works('the garage door looks crooked', 'garage_door');
    expect(route(thread([job('K7', 'approving')]), crooked)).toEqual(doubt('K7'));
    expect(route(thread([job('K7', 'rating')]), crooked)).toEqual(begin);
  });
  test('"K7" answers the question, and is no word to K7', () => {
    const asking = { ...request, value: 'choosingBooking' };
    expect(route(thread([sink, asking], asking), says('K7', { code: 'K7' }))).toEqual(to(asking));
    expect(route(thread([sink, asking], asking), says('1', { intent: 'choose', choice: 1 }))).toEqual(to(asking));
  });
  test('a pro who speaks of his visit asks for no work', () => {
    const visit: StoredMachine = { id: 'v1', machine: 'visit', version: 1, value: 'booked', context: { code: 'K7' } };
    const his = { ...thread([visit]), isProvider: true };
    expect(route(his, works('the garage door looks crooked', 'garage_door'))).toEqual(to(visit));
    expect(route(his, works('i need a plumber at home', 'plumbing'))).toEqual(begin);
  });
});

describe('calling off', () => {
  const cancel = (words: string, when: typeof friday | typeof thursdayAfter3 | null = null) =>
    says(words, { intent: 'cancel', when });
  const draftToo = thread([sink, request], request);
  test.each([
    cancel('cancel and refund me'),
    says('i want my money back'),
    cancel('need to cancel thursday', thursdayAfter3),
    cancel('cancel my appointment'),
  ])('the paid visit is meant, not the request: $words', (text) => {
    expect(route(draftToo, text)).toEqual(to(sink));
  });
  test('what names nothing is about what was asked', () => {
    expect(route(draftToo, cancel('cancel it'))).toEqual(to(request));
  });
  test('of several the one of that day, else which', () => {
    const both = thread([sink, fence]);
    expect(route(both, cancel('need to cancel friday', friday))).toEqual(to(fence));
    expect(route(both, says('i want my money back'))).toEqual({ to: 'which', codes: ['K7', 'M4'] });
  });
  test('money of a visit that is over is its conversation’s', () => {
    expect(route(thread([job('K7', 'thanked')]), says('i want a refund'))).toEqual(to(job('K7', 'thanked')));
    expect(route(thread([]), says('i want a refund'))).toEqual({ to: 'desk' });
  });
});

test('a number for a list that is over is told what became of it', () => {
  const one = says('1', { intent: 'choose', choice: 1 });
  const lapsed = job('K7', 'withdrawn');
  expect(route(thread([lapsed], job('K7', 'lapsed')), one)).toEqual(to(lapsed));
  expect(route(thread([]), one)).toEqual({ to: 'desk' });
  expect(route(thread([lapsed, fence], job('K7', 'lapsed')), one)).toEqual(to(fence));
});

test('somebody hurt: the visit under way tells its person, else a request begins', () => {
  const hurt = says('he is not breathing', { intent: 'job', danger: 'medical' });
  expect(route(thread([sink]), hurt)).toEqual(to(sink));
  expect(route(thread([]), hurt)).toEqual(begin);
});
