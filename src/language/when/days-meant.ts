import { gap, kindAt } from './beside.ts';
import type { Context } from './beside.ts';
import type { Concept } from './concepts.ts';
import type { Item } from './scan-items.ts';

/** "the 2nd bedroom", "sat on the deck" and "call June" are no days. */
export function daysAreMeant(item: Item, context: Context): boolean {
  const { concepts } = context.stream;
  if (item.node.kind !== 'days' || !standsFree(item, concepts)) return false;
  return item.node.isSure || context.expecting.time || unsureDayIsMeant(item, context);
}

function unsureDayIsMeant(item: Item, { items, stream: { concepts } }: Context): boolean {
  const isNumber = kindAt(concepts, item.start, ['num']);
  if (isNumber && concepts[item.start]?.digits === 0) return false;
  if (item.start === 0 && item.end === concepts.length) return !isNumber;
  return hasTimeNear(items, item) || !isWordBeside(concepts, item);
}

const hasTimeNear = (items: readonly Item[], item: Item): boolean =>
  items.some((other) => other !== item && other.node.kind !== 'past' && gap(item, other) <= 2);

const DAY_CUES = ['on', 'next', 'this', 'by', 'before', 'after', 'or', 'and', 'not', 'for', 'comma', 'any'];
const DAY_ENDS = [
  'mask',
  'stop',
  'comma',
  'dot',
  'dash',
  'or',
  'and',
  'to',
  'part',
  'at',
  'after',
  'before',
  'num',
  'around',
];
const FINE_AFTER =
  /^(works|pls|please|plz|would|is|if|ok|okay|morning|may|will|sounds|instead|then|thanks|w|with|por|esta|my|our|i|we|need|can|come|se|mi|necesito)$/;

/** "sat on the deck", "mon ami": an abbreviation that may be a word, in the middle of words. */
function isWordBeside(concepts: readonly Concept[], item: Item): boolean {
  const after = concepts[item.end];
  if (!after || FINE_AFTER.test(after.text) || DAY_ENDS.includes(after.kind)) return false;
  return !kindAt(concepts, item.start - 1, DAY_CUES);
}

/** A month alone is a name ("call June"), an ordinal before a thing is a count ("the 2nd bedroom"). */
function standsFree(item: Item, concepts: readonly Concept[]): boolean {
  if (isRoad(item, concepts)) return false;
  const kinds = concepts.slice(item.start, item.end).map((c) => c.kind);
  const isOnly = (allowed: readonly string[]): boolean => kinds.every((kind) => allowed.includes(kind));
  if (isOnly(['mo', 'on', 'the'])) return concepts.length <= 2 || item.bound !== 'at' || hasMonthCue(concepts, item);
  if (isOnly(['num', 'on', 'the', 'at', 'of'])) return ordinalIsDate(concepts, item);
  if (isOnly(['num', 'slash']) && kinds.length === 3) return !kindAt(concepts, item.end, ['word', 'unit', 'num', 'a']);
  return true;
}

/** "4th ave" */
function isRoad(item: Item, concepts: readonly Concept[]): boolean {
  const [last, next] = [concepts[item.end - 1], concepts[item.end]];
  return last !== undefined && last.isOrdinal && next !== undefined && ROADS.test(next.text);
}

const ROADS = /^(?:ave|avenue|st|street|blvd|rd|road|dr|drive|ln|lane|ct|floor|grade)$/;

const MONTH_CUES = ['in', 'next', 'this', 'by', 'before', 'after', 'for', 'around', 'of', 'from', 'to'];

const hasMonthCue = (concepts: readonly Concept[], item: Item): boolean =>
  kindAt(concepts, item.start - 1, MONTH_CUES) || kindAt(concepts, item.start, ['in', 'from', 'to', 'this']);

function ordinalIsDate(concepts: readonly Concept[], item: Item): boolean {
  const next = concepts[item.end];
  if (!concepts.slice(item.start, item.end).some((c) => c.isOrdinal)) return true;
  if (next?.kind === 'word') return FINE_AFTER.test(next.text);
  return next?.kind !== 'mask' || kindAt(concepts, item.start, ['on', 'the']);
}
