import { PARTS } from './lexicon.ts';
import { defineRules, rule } from './grammar.ts';
import type { Parts, Stream } from './grammar.ts';
import type { DayPart, Instant } from './nodes.ts';
import { dayOf, DAY } from './local-minutes.ts';
import type { Minutes } from './local-minutes.ts';

const LONG: readonly number[] = [1, 60];

const n = (parts: Parts): number => parts.nums[0] ?? (parts.has('couple') ? parts.value('couple') : 1);

/** Minutes and hours from now; other units are days and belong to the day rules. */
function inAWhile(p: Parts, s: Stream, extra = 0): Instant | null {
  const long = LONG[p.value('unit')];
  return long === undefined ? null : at(s.now + n(p) * long + extra);
}

const at = (from: Minutes, to: Minutes | null = null, isOpen = false): Instant => ({
  kind: 'instant',
  from,
  to,
  isOpen,
});

function stretch(p: Parts, s: Stream): Instant | null {
  const long = LONG[p.value('unit')] ?? (p.value('unit') === 2 ? DAY : p.value('unit') === 3 ? 7 * DAY : null);
  return long === null ? null : at(s.now, s.now + n(p) * long);
}

defineRules('instant', [
  rule('now', (p, s) => (p.all[0]?.text === 'ya' ? null : at(s.now, null, true))),
  rule('in|within count|couple|a unit', (p, s) => (p.has('within') ? stretch(p, s) : inAWhile(p, s))),
  rule('within the? next? count|couple|a unit', stretch),
  rule('next count unit', (p, s) => (p.value('unit') < 2 ? stretch(p, s) : null)),
  rule('next unit', (p, s) => (p.value('unit') < 2 ? stretch(p, s) : null)),
  rule('count|couple|a unit hence|later', (p, s) => inAWhile(p, s)),
  rule('count unit from now', (p, s) => inAWhile(p, s)),
  rule('in|within count h', (p, s) => (p.has('within') ? at(s.now, s.now + n(p) * 60) : at(s.now + n(p) * 60))),
  rule('in half-hour', (p, s) => at(s.now + p.value('half-hour'))),
  rule('in count and a? half unit', (p, s) => inAWhile(p, s, 30)),
  rule('in count unit and half', (p, s) => inAWhile(p, s, 30)),
  rule('in a unit and a half', (p, s) => inAWhile(p, s, 30)),
  rule('in half-hour hence', (p, s) => at(s.now + p.value('half-hour'))),
]);

const part = (index: number, day: Minutes | null = null): DayPart => {
  const [from, to] = PARTS[index] ?? [0, DAY];
  return { kind: 'part', from, to, day };
};

defineRules('part', [
  rule('part', (p) => part(p.value('part'))),
  rule('in|at|on|for? the? part', (p) => part(p.value('part'))),
  rule('tonight', (_, s) => part(3, dayOf(s.now))),
  rule('this|later part', (p, s) => part(p.value('part'), dayOf(s.now))),
  rule('later rel', (p, s) => laterOn(dayOf(s.now) + p.value('rel') * DAY, s.now)),
  rule('rel later', (p, s) => laterOn(dayOf(s.now) + p.value('rel') * DAY, s.now)),
  rule('late|later tonight', (_, s) => part(14, dayOf(s.now))),
  rule('late|later this part', (p, s) => part(LATER[p.value('part')] ?? p.value('part'), dayOf(s.now))),
  rule('late part', (p) => part(LATER[p.value('part')] ?? p.value('part'))),
  rule('early the? part', (p) => part(EARLIER[p.value('part')] ?? p.value('part'))),
  rule('early in the part', (p) => part(EARLIER[p.value('part')] ?? p.value('part'))),
  rule('mer', (p) => (p.all[0]?.isTight ? null : part(p.value('mer') === 1 ? 1 : 0))),
  rule('in the mer', (p) => part(p.value('mer') === 1 ? 1 : 0)),
  rule('next part', (p, s) => part(p.value('part'), dayOf(s.now) + DAY)),
  rule('early', () => part(5)),
]);

/** "later today": from noon, or from now on. */
const laterOn = (day: Minutes, now: Minutes): DayPart => ({
  kind: 'part',
  from: Math.max(720, Math.min(1320, now - day)),
  to: DAY,
  day,
});

const LATER: Readonly<Record<number, number>> = { 0: 7, 1: 9, 11: 9, 3: 14 };
const EARLIER: Readonly<Record<number, number>> = { 0: 5, 1: 8, 11: 8 };

defineRules('past', [
  rule('goodbye unit|part|num|rel?', () => ({ kind: 'idiom' })),
  rule('past', () => ({ kind: 'past' })),
  rule('count|couple|a unit past', () => ({ kind: 'past' })),
  rule('last unit|wd|mo|part', () => ({ kind: 'past' })),
  rule('wd|unit past', () => ({ kind: 'past' })),
  rule('past count|couple|a unit', () => ({ kind: 'past' })),
  rule('count unit word', (p) => (/^(old|viejo|vieja)$/.test(p.all[2]?.text ?? '') ? { kind: 'idiom' } : null)),
  rule('for count|couple|a unit', (p) => (p.value('unit') === 6 ? null : { kind: 'idiom' })),
  rule('for half-hour', () => ({ kind: 'idiom' })),
  rule('any unit', (p) => (p.value('unit') <= 2 || p.value('unit') === 5 ? { kind: 'idiom' } : null)),
]);
