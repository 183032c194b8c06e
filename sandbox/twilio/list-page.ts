import type { Call } from './call.ts';
import { invalid } from './refusals.ts';

const MOST = 1_000;
const DEFAULT = 50;

interface Row {
  readonly sid: string;
}

/**
 * One page of a 2010-04-01 list. The token names the last row of the page before, so that pages stay whole while new
 * rows come in at the front.
 */
export const listOf = <T extends Row>(key: string, rows: readonly T[], call: Call) => {
  const size = pageSizeOf(call);
  const page = Number(call.query.get('Page') ?? 0);
  const token = call.query.get('PageToken');
  const before = token === null ? page * size - 1 : rows.findIndex(({ sid }) => `PA${sid}` === token);
  const shown = rows.slice(before + 1, before + 1 + size);
  const last = shown.at(-1);
  const hasMore = before + 1 + size < rows.length && last !== undefined;
  return {
    [key]: shown,
    end: page * size + Math.max(shown.length - 1, 0),
    first_page_uri: pageUri(call, { size, page: 0 }),
    next_page_uri: hasMore ? pageUri(call, { size, page: page + 1, after: last.sid }) : null,
    page,
    page_size: size,
    previous_page_uri: page > 0 ? pageUri(call, { size, page: page - 1 }) : null,
    start: page * size,
    uri: call.path + (call.query.size > 0 ? `?${call.query.toString()}` : ''),
  };
};

const pageSizeOf = (call: Call): number => {
  const size = Number(call.query.get('PageSize') ?? DEFAULT);
  if (!Number.isInteger(size) || size < 1) throw invalid(20_001, 'PageSize is not a positive integer');
  return Math.min(size, MOST);
};

const pageUri = (call: Call, { size, page, after }: { size: number; page: number; after?: string }): string => {
  const query = new URLSearchParams(call.query);
  query.set('PageSize', String(size));
  query.set('Page', String(page));
  if (after === undefined) query.delete('PageToken');
  else query.set('PageToken', `PA${after}`);
  return `${call.path}?${query.toString()}`;
};
