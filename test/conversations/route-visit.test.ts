// Where a provider's words go on the day of a visit.
import { expect, test } from 'vitest';
import { route } from '../../src/conversations/route.ts';
import type { Thread } from '../../src/conversations/targets.ts';
import type { MachineName } from '../../src/machines/registry.ts';
import type { StoredMachine } from '../../src/machines/stored.ts';
import { now, reading as says } from '../machines/talk.ts';

const zone = 'America/Chicago';
const stored = (machine: MachineName, value: string, context: Readonly<Record<string, unknown>>): StoredMachine => ({
  id: `${machine}-${String(context['code'])}`,
  machine,
  version: 1,
  value,
  context,
});
const offer = (code: string, value = 'deciding') => stored('offer', value, { code, bookingId: `b${code}` });
const visit = (code: string, value: string, start = '2026-11-26T21:00:00Z', more: object = {}) =>
  stored('visit', value, { code, bookingId: `b${code}`, window: { start, end: start, zone }, ...more });

const his = (...machines: readonly StoredMachine[]): Thread => ({ machines, asked: null, isProvider: true, now });
const asking = ({ id, value }: StoredMachine): Thread['asked'] => ({
  conversation: id,
  state: value,
  kind: 'choice',
  options: ['1', '2', '3'],
});
const to = (machine: StoredMachine) => ({ to: 'conversation', id: machine.id });
const yesWord = says('y', { intent: 'yes', word: 'accept' });

test('late, nobody home and "can\'t" go to the visit under way', () => {
  const road = visit('M4', 'onTheWay', '2026-11-27T15:00:00Z');
  const next = visit('K7', 'booked');
  for (const word of ['late', 'nobodyHome', 'cannot'] as const)
    expect(route(his(next, road, offer('P3', 'closed')), says(word, { word }))).toEqual(to(road));
  expect(route(his(visit('M4', 'finished')), says('late', { word: 'late' }))).toEqual(to(visit('M4', 'finished')));
  expect(route(his(visit('M4', 'givenUp'), next), says('otw', { word: 'onMyWay' }))).toEqual(to(next));
});
test('"can\'t" with an offer and a visit open is asked about', () => {
  const cannot = says("can't make it", { word: 'cannot' });
  expect(route(his(visit('K7', 'booked'), offer('M4')), cannot)).toEqual({ to: 'which', codes: ['K7', 'M4'] });
  expect(route(his(offer('M4')), cannot)).toEqual(to(offer('M4')));
  expect(route(his(visit('K7', 'booked'), offer('M4')), { ...cannot, code: 'K7' })).toEqual(to(visit('K7', 'booked')));
});
test('yes and no answer the visit that has asked, not an offer from before', () => {
  const asks = visit('K7', 'booked', undefined, { question: 'stillOn' });
  const asked = his(asks, offer('M4'));
  const no = says('no', { intent: 'no', word: 'decline' });
  for (const said of [yesWord, no]) expect(route({ ...asked, asked: asking(asks) }, said)).toEqual(to(asks));
  const answered = { ...his(visit('K7', 'booked'), offer('M4')), asked: asking(asks) };
  expect(route(answered, yesWord)).toEqual(to(offer('M4')));
});

test('at work nothing opens a request of his own, unless he names a home of his own', () => {
  const atWork = visit('F7', 'atWork');
  const job = { intent: 'job', categories: [{ id: 'plumbing', confidence: 0.9 }] } as const;
  const begin = { to: 'start', machine: 'request' };
  for (const words of ['need a new valve 45 more', 'the pipe behind the wall is broken', 'hay que cambiar la llave'])
    expect(route(his(atWork, visit('K7', 'booked')), says(words, job))).toEqual(to(atWork));
  expect(route(his(atWork), says('smells like gas', { ...job, danger: 'gas' }))).toEqual(to(atWork));
  expect(route(his(atWork), says('my own sink is leaking, I need a plumber at my house', job))).not.toEqual(to(atWork));
  expect(route(his(), says('my sink is leaking', job))).toEqual(begin);
});
test('a live code of his anywhere in his words names the visit', () => {
  const next = visit('F7', 'booked');
  const words = says('F7 needs a new valve, 45 more', { intent: 'job' });
  expect(route(his(next, visit('K7', 'atWork')), words)).toEqual(to(next));
  expect(route(his(visit('F7', 'givenUp'), visit('K7', 'atWork')), words)).toEqual(to(visit('K7', 'atWork')));
});
test('more money is about the visit ahead, and no counter-offer is taken for it', () => {
  const next = visit('F7', 'booked');
  const more = says('its gonna be 60 extra');
  expect(route(his(next), more)).toEqual(to(next));
  const open = offer('M4');
  expect(route({ ...his(next, open), asked: asking(open) }, more)).toEqual(to(open));
});
test('of several offers the first is the one that was told first', () => {
  const told = (code: string, offeredAt: string) =>
    stored('offer', 'deciding', { code, bookingId: `b${code}`, offeredAt });
  const [early, late] = [told('K7', '2026-11-24T15:00:00Z'), told('M4', '2026-11-24T15:10:00Z')];
  const both = { ...his(late, early), asked: asking(early) };
  for (const words of ['yes the first one', 'first one', 'la primera']) {
    const first = says(words, { intent: 'choose', choice: 1 });
    expect(route(both, first)).toEqual(to(early));
  }
  expect(route(both, says('the last one'))).toEqual(to(late));
  for (const words of ['both', 'las dos', 'the third one'])
    expect(route(both, says(words))).toEqual({ to: 'which', codes: ['K7', 'M4'] });
});
test('DONE of one of two visits that have begun, and that nobody has arrived at, is asked about: it moves money', () => {
  const done = says('done', { word: 'done' });
  const overdue = visit('H2', 'booked', '2026-11-24T12:00:00Z');
  const at = '2026-11-24T18:00:00Z';
  const begun = { ...his(overdue, visit('T2', 'booked', '2026-11-24T17:00:00Z')), now: at };
  expect(route(begun, done)).toEqual({ to: 'which', codes: ['H2', 'T2'] });
  const later = { ...his(overdue, visit('T2', 'booked', '2026-11-25T17:00:00Z')), now: at };
  expect(route(later, done)).toEqual(to(overdue));
});
