import type { Language, When } from '../../domain/reading.ts';
import { readConcepts } from './concepts.ts';
import type { Stream } from './grammar.ts';
import { groupItems } from './group-items.ts';
import { keepItems } from './keep-items.ts';
import { toMinutes } from './local-minutes.ts';
import { makeWhen } from './make-windows.ts';
import { scanItems } from './scan-items.ts';

export interface WhenContext {
  /** Local ISO minutes. */
  readonly now: string;
  readonly language: Language;
  readonly isTimeAsked: boolean;
}

/**
 * When the text asks for, in local time; null when it asks for none. The text is folded, and what was understood as
 * something else (addresses, prices, telephone numbers) is masked.
 */
export function findWhen(text: string, context: WhenContext): When | null {
  const now = toMinutes(context.now);
  if (Number.isNaN(now)) return null;
  for (const piece of lastWordFirst(text)) {
    const when = readWhen(piece, { ...context, minutes: now });
    if (when) return when;
  }
  return null;
}

function readWhen(
  text: string,
  { minutes, language, isTimeAsked }: WhenContext & { readonly minutes: number },
): When | null {
  const stream: Stream = { concepts: readConcepts(text, language), now: minutes, language, memo: new Map() };
  const items = keepItems(scanItems(stream), stream, { time: isTimeAsked });
  return makeWhen(groupItems(items, stream.concepts), minutes);
}

const CORRECTION =
  /\b(?:no wait|wait no|oh wait|actually|i mean|i meant|meant|scratch that|make it|make that|change (?:it|that|the time|the day) to|(?:move|switch|push|reschedule|change|cambiar|mover|pasar)\b.{0,40}?\b(?:to|a las|al|para(?: el)?|a)|mejor|digo|quise decir|no espera|perdon|corrijo)\b/g;

const REPLACED = /\b(?:instead of|rather than|en vez de|en lugar de)\b.*$/;

/** What was said after a correction counts first, then the whole text. */
function lastWordFirst(text: string): readonly string[] {
  const kept = text.replace(REPLACED, ' ');
  const corrections = [...kept.matchAll(CORRECTION)];
  const last = corrections.at(-1);
  return last ? [kept.slice(last.index + last[0].length), kept] : [kept];
}
