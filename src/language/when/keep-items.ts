import { gap, kindAt } from './beside.ts';
import type { Context, Expecting } from './beside.ts';
import { daysAreMeant } from './days-meant.ts';
import { openAfter } from './scan-items.ts';
import type { Item } from './scan-items.ts';
import { isBare } from './range-rules.ts';
import type { Concept } from './concepts.ts';
import type { Stream } from './grammar.ts';
import type { Node } from './nodes.ts';

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

function clockIsMeant(item: Item, context: Context): boolean {
  const { node, bound } = item;
  if (node.kind !== 'clock' || isFollowedByThing(item, context)) return false;
  if (!node.isSure && hasSureClock(context.items, item)) return false;
  return node.isSure || bound !== 'at' || context.expecting.time || bareNumberIsClock(item, context);
}

/** "For two at a quarter past 11": the plain number is no hour where a plain hour is named, and not joined to it. */
const hasSureClock = (items: readonly Item[], item: Item): boolean =>
  items.some((other) => other.node.kind === 'clock' && other.node.isSure && gap(item, other) > 1);

function bareNumberIsClock(item: Item, { items, stream }: Context): boolean {
  const said = stream.concepts.slice(item.start, item.end);
  if (said.some((c) => c.digits === 3))
    return items.some((other) => other.end === item.start && other.node.kind !== 'past');
  return said.some((c, i) => i === 0 && CUES.has(c.kind))
    ? isTimeCue(stream.concepts, item)
    : hasDayBeside(items, item);
}

/** "about 3 rooms", "from 3 people", "at 1204 elm": a number that counts or numbers something. */
function isFollowedByThing(item: Item, { items, stream: { concepts } }: Context): boolean {
  const isBareNumber = item.node.kind === 'clock' && !item.node.isSure && kindAt(concepts, item.end - 1, ['num']);
  const next = concepts[item.end];
  if (!isBareNumber || !next) return false;
  if (next.kind === 'mask') return !isBesideTime(item, items);
  return next.kind === 'part' ? isCountedPart(concepts, item.end) : isThing(next);
}

/** "Thurs after 3 1204 oak hill rd": the address begins right behind the hour. */
const isBesideTime = (item: Item, items: readonly Item[]): boolean => item.bound !== 'at' || hasDayBeside(items, item);

const isThing = (concept: Concept): boolean => concept.kind === 'word' && !GOES_ON.test(concept.text);

/** "one morning", "2 morning sessions" */
function isCountedPart(concepts: readonly Concept[], at: number): boolean {
  const [number, after] = [concepts[at - 1], concepts[at + 1]];
  return number?.digits === 0 || (after !== undefined && isThing(after));
}

const GOES_ON =
  /^(pls|please|plz|works?|is|would|if|ok|okay|sharp|good|best|fine|thanks|ty|thx|por|si|esta|estaria|gracias|me|puede|instead|or|with|also|can|could|will|but|so|because|i|you|its|it|horas?|hrs?|ish|then|appointment|to|est|pst|cst|mst|when|while|since|cause|he|she|we|they|hes|shes|theyre|im|ill|cuando|porque|que|y)$/;

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
  if (!isBare(start) || !isBare(end) || expecting.time || hasDayNear(items, item)) return true;
  const isSaid = kindAt(stream.concepts, item.start, ['between', 'from']);
  return isSaid && !kindAt(stream.concepts, item.end, ['word', 'mask', 'unit']);
}

const hasDayNear = (items: readonly Item[], item: Item): boolean =>
  items.some((other) => (other.node.kind === 'days' || other.node.kind === 'part') && gap(item, other) <= 3);

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
  return !isTelling && !TELLS.test(concepts[item.end]?.text ?? '');
}

/** "Now the toilet is clogged" */
const TELLS = /^(?:the|my|our|it|its|there|theres|el|la|mi|se|hay)$/;

/** "thursday am", but not "i am off". */
const isRightBefore = (other: Item, item: Item, isEarly: boolean): boolean =>
  isEarly ? gap(other, item) <= 1 : other.end === item.start;

/** "morning!" greets, "in the morning" plans; the night that something broke is told, not asked for. */
function partIsMeant(item: Item, context: Context): boolean {
  const said = context.stream.concepts.slice(item.start, item.end);
  const kinds = said.map((c) => c.kind);
  const isEarly = kinds.every((kind) => kind === 'early');
  const isHalfDay = kinds.includes('mer') && !kinds.includes('the');
  if (!isHalfDay && !isEarly) return said.length > 1 || said[0]?.text !== 'lunch' || isLunchTime(context);
  return context.items.some((other) => other.node.kind === 'days' && isRightBefore(other, item, isEarly));
}

/** Lunch may be a meal. */
const isLunchTime = ({ items, stream, expecting }: Context): boolean =>
  expecting.time || items.length > 1 || stream.concepts.length <= 3;
