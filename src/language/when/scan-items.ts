import type { Concept } from './concepts.ts';
import { readAt } from './grammar.ts';
import type { Found, Stream } from './grammar.ts';
import type { Node } from './nodes.ts';
import './clock-rules.ts';
import './day-rules.ts';
import './instant-rules.ts';
import './range-rules.ts';
import './stretch-rules.ts';

export type Bound = 'at' | 'after' | 'before' | 'by';

/** One reading in the text, from concept `start` to `end` (exclusive). */
export interface Item {
  readonly node: Node;
  readonly bound: Bound;
  readonly isExcluded: boolean;
  readonly start: number;
  readonly end: number;
}

const SETS = ['range', 'past', 'days', 'instant', 'clock', 'part'] as const;

/** Everything in the text that can be read as a day or a time, from left to right, longest first, not overlapping. */
export function scanItems(stream: Stream): readonly Item[] {
  const items: Item[] = [];
  for (let at = 0; at < stream.concepts.length;) {
    const item = itemAt(stream, at);
    if (item) items.push(...apart(item));
    at = item ? item.end : at + 1;
  }
  return items;
}

/** A day and its time are two readings of one place. */
const apart = (item: Item): readonly Item[] =>
  item.node.kind === 'both'
    ? [
        { ...item, node: item.node.days },
        { ...item, node: item.node.time },
      ]
    : [item];

function itemAt(stream: Stream, at: number): Item | null {
  const isExcluded = excludes(stream, at);
  const first = isExcluded ? skipFillers(stream, at + 1) : at;
  const item = boundedAt(stream, first) ?? plainAt(stream, first);
  if (!item) return null;
  return { ...item, isExcluded: isExcluded || isDenied(stream, item.end), start: at, end: openEnd(stream, item) };
}

/** "Any day but monday" excludes, "not monday but tuesday" does not. */
function excludes({ concepts }: Stream, at: number): boolean {
  const [before, here] = [concepts[at - 1], concepts[at]];
  if (here?.kind === 'but') return before !== undefined && SPANS.has(before.kind);
  return here?.kind === 'not';
}

/** "Tuesday doesn't work", "monday is no good" */
function isDenied({ concepts }: Stream, at: number): boolean {
  const first = concepts[at];
  if (!first || !DENIES.test(first.text)) return false;
  return DENIED.test(
    concepts
      .slice(at, at + 6)
      .map((c) => c.text)
      .join(' '),
  );
}

const DENIES = /^(?:is|isn|isnt|are|doesn|doesnt|does|won|wont|will|don|dont|not|no|esta|can't|cant|would|wouldn)/;
const DENIED =
  /^(?:(?:is|are|would be) (?:bad|no good|out|taken|too|impossible|terrible|not (?:good|ok|possible|great))|(?:doesn ' t|doesnt|does not|won ' t|wont|will not|wouldn ' t|don ' t|dont) (?:really )?(?:work|do|suit|fit)|(?:isn ' t|isnt) (?:good|ok|possible|great|going)|not good|no (?:puedo|me (?:sirve|funciona|queda|conviene)|good|trabajo)|esta ocupado)/;

const SPANS = new Set(['unit', 'weekdays', 'part', 'around', 'any']);

const BOUNDS: Readonly<Record<string, Bound>> = {
  after: 'after',
  from: 'after',
  before: 'before',
  to: 'before',
  by: 'by',
};

function boundedAt(stream: Stream, at: number): Item | null {
  const word = stream.concepts[at];
  const bound = word && BOUNDS[word.kind];
  if (!bound) return null;
  const range = readAt('range', stream, at);
  const inner = longest(stream, skipFillers(stream, at + 1), ['days', 'instant', 'clock', 'part']);
  if (!inner || (range && range.next >= inner.next) || inner.node.kind === 'past') return null;
  if (!canBound(word, inner.node)) return null;
  return { node: inner.node, bound, isExcluded: false, start: at, end: inner.next };
}

/** "since monday" tells what was; "to monday" alone moves something there. */
function canBound(word: Concept, node: Node): boolean {
  if (word.text === 'since' || word.text === 'desde') return node.kind === 'clock';
  if (word.kind === 'to' && word.text === 'to') return false;
  return !(word.text === 'al' && node.kind === 'days');
}

function plainAt(stream: Stream, at: number): Item | null {
  const found = longest(stream, at, SETS);
  const filler = stream.concepts[at]?.kind ?? '';
  const inner = LEADS.has(filler) ? longest(stream, skipFillers(stream, at + 1), SETS) : null;
  const best = inner && (!found || inner.next > found.next) ? inner : found;
  return best && { node: best.node, bound: 'at', isExcluded: false, start: at, end: best.next };
}

const LEADS = new Set(['at', 'on', 'for', 'around', 'this', 'in', 'the']);

function longest(stream: Stream, at: number, sets: readonly string[]): Found | null {
  let best: Found | null = null;
  for (const set of sets) {
    const found = readAt(set, stream, at);
    if (found && (!best || found.next > best.next)) best = found;
  }
  return best;
}

const FILLERS = new Set(['at', 'the', 'on', 'around', 'for', 'in', 'this']);
const MOST_FILLERS = 3;

function skipFillers(stream: Stream, at: number): number {
  let next = at;
  while (next < at + MOST_FILLERS && FILLERS.has(stream.concepts[next]?.kind ?? '')) {
    if (readAt('days', stream, next) || readAt('part', stream, next)) break;
    next += 1;
  }
  return next;
}

/** "3 or later", "monday onwards" */
function openEnd(stream: Stream, item: Item): number {
  const isOpen = openAfter(stream.concepts, item.end) > 0;
  return isOpen ? item.end + openAfter(stream.concepts, item.end) : item.end;
}

/** How many concepts after here say "or later". */
export function openAfter(concepts: readonly Concept[], at: number): number {
  const said = concepts.slice(at, at + 2);
  const [first, second] = said.map((c) => c.kind);
  if (first === 'or' && (second === 'later' || second === 'after')) return 2;
  const [one, both] = [said[0]?.text ?? '', said.map((c) => c.text).join(' ')];
  if (both === 'en adelante') return 2;
  return /^(onwards?|forward)$/.test(one) ? 1 : 0;
}
