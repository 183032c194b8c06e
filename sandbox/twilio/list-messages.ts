import type { Call } from './call.ts';
import { listOf } from './list-page.ts';
import { messageJson } from './message-json.ts';
import { invalid } from './refusals.ts';
import type { Switchboard } from './switchboard.ts';
import type { Text } from './text.ts';

/** Messages, the newest first, filtered by To, From, DateSent, DateSent<, DateSent> (both ends belong to it). */
export const listMessages = ({ texts, order }: Switchboard, call: Call) => {
  const fits = filterOf(call.query);
  const found = order
    .toReversed()
    .map((sid) => texts.get(sid) as Text)
    .filter((text) => !text.isDeleted && fits(text));
  return listOf('messages', found.map(messageJson), call);
};

const filterOf = (query: URLSearchParams): ((text: Text) => boolean) => {
  const [to, from] = [query.get('To'), query.get('From')];
  const { first, last } = spanOf(query);
  const isDated = first > -Infinity || last < Infinity;
  return (text) =>
    (to === null || text.to === to) &&
    (from === null || text.from === from) &&
    (!isDated || isWithin(text.sentAt, first, last));
};

const isWithin = (sentAt: string | null, first: number, last: number): boolean => {
  if (sentAt === null) return false;
  const second = Math.floor(Date.parse(sentAt) / 1_000) * 1_000;
  return second >= first && second <= last;
};

interface Span {
  readonly first: number;
  readonly last: number;
}

const ALWAYS: Span = { first: -Infinity, last: Infinity };

const spanOf = (query: URLSearchParams): Span => {
  const on = readDate(query.get('DateSent')) ?? ALWAYS;
  const after = readDate(query.get('DateSent>')) ?? ALWAYS;
  const before = readDate(query.get('DateSent<')) ?? ALWAYS;
  return { first: Math.max(on.first, after.first), last: Math.min(on.last, before.last) };
};

const DAY_IN_MS = 86_400_000;

/** A GMT day is all of it; a time is its second. */
const readDate = (text: string | null): Span | null => {
  if (text === null || text === '') return null;
  const time = Date.parse(text);
  if (Number.isNaN(time)) throw invalid(20_001, 'DateSent is not a date');
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return { first: time, last: time + DAY_IN_MS - 1 };
  const second = Math.floor(time / 1_000) * 1_000;
  return { first: second, last: second };
};
