import { openAfter } from './scan-items.ts';
import type { Item } from './scan-items.ts';
import { isBare } from './range-rules.ts';
import type { Concept } from './concepts.ts';
import type { Node, Stream } from './grammar.ts';

export interface Expecting {
  /** A time was asked for, so that a bare number may be one. */
  readonly time: boolean;
}

/** The items that are meant as a day or a time: not the past, not idioms, no bare number without company. */
export function keepItems(items: readonly Item[], stream: Stream, expecting: Expecting): readonly Item[] {
  const near = items.filter((item, i) => !isBesidePast(items, i) && item.node.kind !== 'idiom');
  const context = { items: near, stream, expecting };
  return near
    .filter((item) => item.node.kind !== 'past' && isMeant(item, context))
    .map((item) =>
      openAfter(stream.concepts, item.end - openWidth(stream, item)) > 0 ? { ...item, bound: 'after' } : item,
    );
}

interface Context {
  readonly items: readonly Item[];
  readonly stream: Stream;
  readonly expecting: Expecting;
}

/** Of an item that already took its "or later" in, how wide that was. */
function openWidth(stream: Stream, item: Item): number {
  const two = openAfter(stream.concepts, item.end - 2) === 2;
  const one = openAfter(stream.concepts, item.end - 1) === 1;
  return two ? 2 : one ? 1 : 0;
}

function isBesidePast(items: readonly Item[], i: number): boolean {
  const item = items[i];
  return [items[i - 1], items[i + 1]].some(
    (other) => item && other?.node.kind === 'past' && item.node.kind !== 'days' && gap(item, other) <= 2,
  );
}

const gap = (a: Item, b: Item): number => (a.start < b.start ? b.start - a.end : a.start - b.end);

const isMeant = (item: Item, context: Context): boolean => (MEANT[item.node.kind] ?? always)(item, context);

type Test = (item: Item, context: Context) => boolean;

const always: Test = () => true;

const MEANT: Partial<Record<Node['kind'], Test>> = {
  clock: clockIsMeant,
  clocks: clocksAreMeant,
  days: daysAreMeant,
  instant: instantIsMeant,
  part: partIsMeant,
};

const CUES = new Set(['at', 'around', 'after', 'before', 'by', 'from', 'to']);

function clockIsMeant(item: Item, { items, stream, expecting }: Context): boolean {
  if (item.node.kind !== 'clock') return false;
  if (isFollowedByThing(stream.concepts, item)) return false;
  if (item.node.isSure || item.bound !== 'at') return true;
  const isThreeDigits = stream.concepts.slice(item.start, item.end).some((c) => c.digits === 3);
  if (CUES.has(stream.concepts[item.start]?.kind ?? '')) return isTimeCue(stream.concepts, item) || expecting.time;
  if (isThreeDigits)
    return expecting.time || items.some((other) => other.end === item.start && other.node.kind !== 'past');
  return expecting.time || hasDayBeside(items, item);
}

/** "about 3 rooms", "from 3 people", "at 1204 elm": a number that counts or numbers something. */
function isFollowedByThing(concepts: readonly Concept[], item: Item): boolean {
  const last = concepts[item.end - 1];
  if (item.node.kind !== 'clock' || item.node.isSure || last?.kind !== 'num') return false;
  const next = concepts[item.end];
  if (next?.kind === 'mask' || next?.text === '%' || next?.text === '$') return true;
  return (
    next?.kind === 'word' &&
    !/^(pls|please|plz|works?|is|would|if|ok|okay|sharp|good|best|fine|thanks|ty|thx|por|si|esta|estaria|gracias|me|puede|instead|or|with|also|can|could|will|but|so|because|i|you|its|it|horas?|hrs?|ish|then|appointment|to|est|pst|cst|mst)$/.test(
      next.text,
    )
  );
}

const isTimeCue = (concepts: readonly Concept[], item: Item): boolean =>
  concepts[item.start]?.text !== 'a' || concepts[item.end]?.kind !== 'word';

function hasDayBeside(items: readonly Item[], item: Item): boolean {
  return items.some((other) => {
    if (other.node.kind !== 'days' && other.node.kind !== 'part') return false;
    if (other.node.kind === 'days' && !other.node.isSure) return false;
    const isShort = other.node.kind === 'part' || other.node.to - other.node.from <= 1440;
    return isShort && gap(item, other) <= (other.start < item.start ? 1 : 0);
  });
}

function clocksAreMeant(item: Item, { items, stream, expecting }: Context): boolean {
  if (item.node.kind !== 'clocks') return false;
  const { start, end } = item.node;
  if (!isBare(start) || !isBare(end) || expecting.time) return true;
  const isSaid = ['between', 'from'].includes(stream.concepts[item.start]?.kind ?? '');
  const next = stream.concepts[item.end];
  const isCounting = next?.kind === 'word' || next?.kind === 'mask' || next?.kind === 'unit';
  return (isSaid && !isCounting) || hasDayBeside(items, item) || hasDayNear(items, item);
}

const hasDayNear = (items: readonly Item[], item: Item): boolean =>
  items.some((other) => (other.node.kind === 'days' || other.node.kind === 'part') && gap(item, other) <= 3);

function daysAreMeant(item: Item, { items, stream, expecting }: Context): boolean {
  if (item.node.kind !== 'days') return false;
  if (!standsFree(item, stream.concepts)) return false;
  if (item.node.isSure || expecting.time) return true;
  const isAlone = item.start === 0 && item.end === stream.concepts.length;
  const first = stream.concepts[item.start];
  if (first?.kind === 'num' && first.digits === 0) return false;
  const hasTime = items.some((other) => other !== item && other.node.kind !== 'past' && gap(item, other) <= 2);
  return isAlone ? first?.kind !== 'num' : hasTime || !isWordBeside(stream.concepts, item);
}

function isWordBeside(concepts: readonly Concept[], item: Item): boolean {
  const after = concepts[item.end];
  const before = concepts[item.start - 1];
  const isFine = /^(works|pls|please|plz|would|is|if|ok|okay|morning|may|will|sounds|instead|then|thanks)$/.test(
    after?.text ?? '',
  );
  const isCued = [
    'on',
    'next',
    'this',
    'by',
    'before',
    'after',
    'or',
    'and',
    'not',
    'for',
    'until',
    'comma',
    'any',
  ].includes(before?.kind ?? '');
  const goesOn =
    after !== undefined &&
    !['stop', 'comma', 'dot', 'dash', 'or', 'and', 'to', 'part', 'at', 'after', 'before', 'num', 'around'].includes(
      after.kind,
    );
  return goesOn && !isFine && !isCued;
}

/** A month alone is a name ("call June"), an ordinal before a thing is a count ("the 2nd bedroom"). */
function standsFree(item: Item, concepts: readonly Concept[]): boolean {
  const said = concepts.slice(item.start, item.end);
  const isMonthAlone = said.every((c) => c.kind === 'mo' || c.kind === 'on' || c.kind === 'the');
  if (isMonthAlone) return concepts.length <= 2 || item.bound !== 'at' || hasMonthCue(concepts, item);
  const isOrdinal =
    said.some((c) => c.isOrdinal) && said.every((c) => ['num', 'on', 'the', 'at', 'of'].includes(c.kind));
  if (isOrdinal) return ordinalIsDate(concepts, item);
  const isFraction = said.every((c) => c.kind === 'num' || c.kind === 'slash') && said.length === 3;
  if (isFraction)
    return concepts[item.end]?.kind !== 'word' && !['unit', 'num', 'a'].includes(concepts[item.end]?.kind ?? '');
  return true;
}

const hasMonthCue = (concepts: readonly Concept[], item: Item): boolean =>
  ['in', 'next', 'this', 'by', 'before', 'after', 'for', 'around', 'of', 'from', 'to'].includes(
    concepts[item.start - 1]?.kind ?? '',
  ) || ['in', 'from', 'to', 'this'].includes(concepts[item.start]?.kind ?? '');

function ordinalIsDate(concepts: readonly Concept[], item: Item): boolean {
  const next = concepts[item.end];
  const goodNext = /^(works|pls|please|plz|would|is|if|ok|okay|sounds|instead|thanks|w|with|then|por|esta)$/;
  if (next?.kind === 'word' && !goodNext.test(next.text)) return false;
  return next?.kind !== 'mask' && concepts[item.start]?.kind !== 'a';
}

function instantIsMeant(item: Item, { stream }: Context): boolean {
  const first = stream.concepts[item.start];
  if (first?.kind !== 'now') return true;
  if (/^(now|ahora)$/.test(first.text)) return nowIsMeant(stream.concepts, item);
  return true;
}

/** "it won't close now" tells how things are; "need someone now" asks. */
function nowIsMeant(concepts: readonly Concept[], item: Item): boolean {
  const before = concepts.slice(Math.max(0, item.start - 6), item.start);
  const isTelling = before.some((c) =>
    /^(t|wont|cant|doesnt|not|is|isnt|are|has|have|stopped|no|esta|leaking|broken|for|until|by|right)$/.test(c.text),
  );
  return !isTelling;
}

/** "thursday am", but not "i am off". */
const isRightBefore = (other: Item, item: Item, isEarly: boolean): boolean =>
  isEarly ? gap(other, item) <= 1 : other.end === item.start;

/** "morning!" greets, "in the morning" plans; the night that something broke is told, not asked for. */
function partIsMeant(item: Item, { items, stream, expecting }: Context): boolean {
  const said = stream.concepts.slice(item.start, item.end);
  const isHalfDay = said.some((c) => c.kind === 'mer') && !said.some((c) => c.kind === 'the');
  const isEarly = said.every((c) => c.kind === 'early');
  if (isHalfDay || isEarly)
    return items.some((other) => other.node.kind === 'days' && isRightBefore(other, item, isEarly));
  if (said.length === 1 && stream.concepts.length > 3 && !expecting.time) {
    return said[0]?.text !== 'lunch' || items.length > 1;
  }
  return true;
}
