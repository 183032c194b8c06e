import type { Concept } from './concepts.ts';
import type { Clock, Clocks, DayPart, Days, Instant } from './nodes.ts';
import { DAY, mondayOf } from './local-minutes.ts';
import type { Bound, Item } from './scan-items.ts';

export interface Timed {
  readonly node: Clock | Clocks | DayPart | Instant;
  readonly bound: Bound;
}

export interface Dated {
  readonly node: Days;
  readonly bound: Bound;
}

/** Days and the times that belong to them; several groups are alternatives. */
export interface Group {
  readonly days: readonly Dated[];
  readonly times: readonly Timed[];
}

export interface Grouped {
  readonly groups: readonly Group[];
  readonly notDays: readonly Days[];
  readonly notTimes: readonly (Clock | Clocks | DayPart)[];
}

/** Sorts items into groups: "monday at 3 or tuesday at 5" are two, "monday or tuesday after 3" is one. */
export function groupItems(items: readonly Item[], concepts: readonly Concept[]): Grouped {
  const groups: { days: Dated[]; times: Timed[] }[] = [{ days: [], times: [] }];
  const notDays: Days[] = [];
  const notTimes: (Clock | Clocks | DayPart)[] = [];
  let lastEnd = 0;
  for (const item of items) {
    const group = groups.at(-1);
    if (!group) continue;
    if (item.isExcluded) exclude(item, notDays, notTimes);
    else if (item.node.kind === 'days')
      addDays(item, { groups, group, isAlternative: isJoined(concepts, lastEnd, item.start) });
    else if (isTime(item.node)) group.times.push({ node: item.node, bound: item.bound });
    if (!item.isExcluded) lastEnd = item.end;
  }
  return { groups, notDays: notDays.concat(moreExcluded(items, concepts)), notTimes };
}

const isTime = (node: Item['node']): node is Timed['node'] =>
  ['clock', 'clocks', 'part', 'instant'].includes(node.kind);

function exclude(item: Item, notDays: Days[], notTimes: (Clock | Clocks | DayPart)[]): void {
  const { node } = item;
  if (node.kind === 'days') notDays.push(node);
  else if (node.kind === 'clock' || node.kind === 'clocks' || node.kind === 'part') notTimes.push(node);
}

const isJoined = (concepts: readonly Concept[], from: number, to: number): boolean =>
  concepts.slice(from, to).some((c) => ['or', 'and', 'comma', 'slash', 'stop', 'dot'].includes(c.kind)) || from === to;

interface Adding {
  readonly groups: { days: Dated[]; times: Timed[] }[];
  readonly group: { days: Dated[]; times: Timed[] };
  readonly isAlternative: boolean;
}

function addDays(item: Item, { groups, group, isAlternative }: Adding): void {
  if (item.node.kind !== 'days') return;
  const dated: Dated = { node: item.node, bound: item.bound };
  const refined = refine(group.days, dated);
  if (refined) group.days.splice(0, group.days.length, ...refined);
  else if (group.days.length > 0 && group.times.length > 0 && isAlternative) groups.push({ days: [dated], times: [] });
  else group.days.push(dated);
}

/** A weekday and a week beside it are one day: "wednesday afternoon, next week". */
function refine(known: readonly Dated[], added: Dated): readonly Dated[] | null {
  const week = [...known, added].find(({ node }) => node.to - node.from === 7 * DAY && node.weekday === null);
  const weekdays = [...known, added].filter(({ node }) => node.weekday !== null);
  if (!week || weekdays.length === 0 || weekdays.length + 1 !== known.length + 1) return null;
  return weekdays.map((one) => ({ ...one, node: inWeek(one.node, week.node) }));
}

function inWeek(day: Days, week: Days): Days {
  const from = mondayOf(week.from) + (((day.weekday ?? 1) + 6) % 7) * DAY;
  return { ...day, from, to: from + DAY };
}

/** "not monday or tuesday": what is joined to an exclusion is excluded too. */
function moreExcluded(items: readonly Item[], concepts: readonly Concept[]): readonly Days[] {
  return items.flatMap((item, i) => {
    const before = items[i - 1];
    if (item.isExcluded || item.node.kind !== 'days' || !before?.isExcluded || before.node.kind !== 'days') return [];
    return isOrBetween(concepts, before.end, item.start) ? [item.node] : [];
  });
}

export const isOrBetween = (concepts: readonly Concept[], from: number, to: number): boolean =>
  to - from === 1 && ['or', 'and'].includes(concepts[from]?.kind ?? '');
