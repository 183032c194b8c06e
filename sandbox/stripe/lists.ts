import type { z } from 'zod';

import type { moment } from './parameters.ts';
import { missing } from './refusal.ts';

interface Page {
  limit?: number | undefined;
  starting_after?: string | undefined;
  ending_before?: string | undefined;
  created?: z.output<typeof moment> | undefined;
}

/** One page of Stripe's list, newest first, of `rows` given oldest first. Throws `resource_missing` for a cursor that is not among them. */
export function listPage<T extends { id: string; created?: number }>(
  url: string,
  rows: Iterable<T>,
  page: Page,
): object {
  const limit = page.limit ?? 10;
  const fitting = newestFirst(rows).filter((row) => isWithin(row.created ?? 0, page.created));
  const { from, to } = bounds(fitting, page, limit);
  const hasMore = page.ending_before === undefined ? to < fitting.length : from > 0;
  return { object: 'list', data: fitting.slice(from, to), has_more: hasMore, url };
}

/** Of one second, the last written comes first. */
function newestFirst<T extends { created?: number }>(rows: Iterable<T>): T[] {
  return [...rows].reverse().sort((left, right) => (right.created ?? 0) - (left.created ?? 0));
}

function bounds(rows: { id: string }[], page: Page, limit: number): { from: number; to: number } {
  if (page.ending_before !== undefined) {
    const end = indexOf(rows, page.ending_before, 'ending_before');
    return { from: Math.max(0, end - limit), to: end };
  }
  const from = page.starting_after === undefined ? 0 : indexOf(rows, page.starting_after, 'starting_after') + 1;
  return { from, to: Math.min(rows.length, from + limit) };
}

function indexOf(rows: { id: string }[], id: string, param: string): number {
  const index = rows.findIndex((row) => row.id === id);
  if (index < 0) throw missing('object', id, param);
  return index;
}

function isWithin(created: number, wanted: Page['created']): boolean {
  if (wanted === undefined) return true;
  if (typeof wanted === 'number') return created === wanted;
  const { gt, gte, lt, lte } = wanted;
  const from = Math.max((gt ?? -Infinity) + 1, gte ?? -Infinity);
  const to = Math.min((lt ?? Infinity) - 1, lte ?? Infinity);
  return created >= from && created <= to;
}
