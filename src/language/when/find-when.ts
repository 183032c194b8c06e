import type { Language, When } from '../../domain/reading.ts';
import { maskSpan } from '../fold-text.ts';
import { readConcepts } from './concepts.ts';
import type { Concept } from './concepts.ts';
import type { Stream } from './grammar.ts';
import { groupItems } from './group-items.ts';
import type { Grouped } from './group-items.ts';
import { keepItems } from './keep-items.ts';
import { toMinutes } from './local-minutes.ts';
import type { Minutes } from './local-minutes.ts';
import { makeWhen } from './make-windows.ts';
import { scanItems } from './scan-items.ts';

export interface WhenContext {
  /** Local ISO minutes. */
  readonly now: string;
  readonly language: Language;
  readonly isTimeAsked: boolean;
}

export interface FoundWhen {
  readonly when: When | null;
  /** The text with all that was read as a day or a time covered, and words of correction with it. */
  readonly rest: string;
}

/**
 * When the text asks for, in local time; null when it asks for none. The text is folded, and what was understood as
 * something else (addresses, prices, telephone numbers) is masked.
 */
export function findWhen(text: string, context: WhenContext): FoundWhen {
  const minutes = toMinutes(context.now);
  if (Number.isNaN(minutes)) return { when: null, rest: text };
  const whole = read(text, { ...context, minutes });
  const corrections = [...text.matchAll(CORRECTION)];
  const last = corrections.at(-1);
  if (!last) return { when: makeOf(whole), rest: covered(text, whole.spans) };
  const from = last.index + last[0].length;
  const isTimeAsked = context.isTimeAsked || MAKES.test(last[0]);
  const after = read(text.slice(from), { ...context, minutes, isTimeAsked });
  const cues = after.spans.length === 0 ? [] : corrections;
  const spans = [
    ...whole.spans,
    ...cues.map(({ index, 0: said }) => ({ start: index, end: index + said.length })),
    ...after.spans.map(({ start, end }) => ({ start: start + from, end: end + from })),
  ];
  const before = (): Read => read(text.slice(0, last.index), { ...context, minutes });
  return { when: corrected(before, after) ?? makeOf(whole), rest: covered(text, spans) };
}

/** What was said last; "the 3rd, and actually make it 5:30" keeps the day that was said before. */
function corrected(before: () => Read, after: Read): When | null {
  const when = makeOf(after);
  if (!when?.isDayGuessed) return when;
  const days = before().grouped.groups.at(-1)?.days ?? [];
  const groups = after.grouped.groups.map(({ times }) => ({ days, times }));
  return makeOf({ ...after, grouped: { ...after.grouped, groups } }) ?? when;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

interface Read {
  readonly grouped: Grouped;
  readonly minutes: Minutes;
  readonly spans: readonly Span[];
}

function read(text: string, { minutes, language, isTimeAsked }: WhenContext & { readonly minutes: Minutes }): Read {
  const stream: Stream = { concepts: readConcepts(text, language), now: minutes, language, memo: new Map() };
  const items = keepItems(scanItems(stream), stream, { time: isTimeAsked });
  return {
    grouped: groupItems(items, stream.concepts),
    minutes,
    spans: items.map(({ start, end }) => spanOf(stream.concepts, start, end)),
  };
}

const makeOf = ({ grouped, minutes }: Read): When | null => makeWhen(grouped, minutes);

function spanOf(concepts: readonly Concept[], from: number, to: number): Span {
  const [first, last] = [concepts[from], concepts[to - 1]];
  return { start: first ? first.start : 0, end: last ? last.end : 0 };
}

const covered = (text: string, spans: readonly Span[]): string =>
  spans.reduce((rest, { start, end }) => maskSpan(rest, start, end), text);

const CORRECTION =
  /\b(?:no wait|wait no|oh wait|actually|i mean|i meant|meant|scratch that|make it|make that|change (?:it|that|the time|the day) to|(?:move|switch|push|reschedule|change|cambiar|mover|pasar)\b.{0,40}?\b(?:to|a las|al|para(?: el)?|a)|mejor|digo|quise decir|no espera|perdon|corrijo)\b/g;

/** After these a bare number is an hour: "make it 3". */
const MAKES = /^(?:make|change|move|switch|push|reschedule|cambiar|mover|pasar)/;
