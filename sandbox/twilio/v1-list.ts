import type { Call } from './call.ts';

/** One page of a /v1 list: rows and a `meta` with absolute addresses. */
export const v1ListOf = (key: string, rows: readonly unknown[], { call, host }: { call: Call; host: string }) => {
  const size = Math.min(Math.max(Number(call.query.get('PageSize') ?? 50) || 50, 1), 1_000);
  const page = Math.max(Number(call.query.get('Page') ?? 0) || 0, 0);
  const path = call.path.replace(/^\/[a-z]+(?=\/v1\/)/, '');
  const url = (number: number) => `https://${host}${path}?PageSize=${size}&Page=${number}`;
  return {
    [key]: rows.slice(page * size, (page + 1) * size),
    meta: {
      key,
      page,
      page_size: size,
      url: url(page),
      first_page_url: url(0),
      next_page_url: (page + 1) * size < rows.length ? url(page + 1) : null,
      previous_page_url: page > 0 ? url(page - 1) : null,
    },
  };
};
