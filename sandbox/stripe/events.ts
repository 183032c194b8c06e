import { z } from 'zod';

import type { Call } from './call.ts';
import type { Desk } from './desk.ts';
import { newId } from './identifiers.ts';
import { listPage } from './lists.ts';
import { page, readParameters } from './parameters.ts';
import type { SnapshotEvent, ThinEvent } from './records.ts';
import { missing } from './refusal.ts';
import { sendSnapshot, sendThin } from './webhooks.ts';

/** The version that the SDK pins; events are rendered in it. */
export const apiVersion = '2026-10-28.endive';
const keptFor = 30 * 24 * 3600;
/** Less than Stripe keeps, so that a long load test does not fill the memory. */
const most = 50_000;

interface Happening {
  type: string;
  object: object;
  account?: string;
}

/** Records what happened with the object as it is now, and sends it. */
export function emitSnapshot(desk: Desk, { type, object, account }: Happening): void {
  const event: SnapshotEvent = {
    id: newId('evt'),
    object: 'event',
    ...(account === undefined ? {} : { account }),
    api_version: apiVersion,
    created: desk.now(),
    data: { object: structuredClone(object) },
    livemode: false,
    pending_webhooks: 1,
    request: desk.cause,
    type,
  };
  forgetOld(desk);
  desk.events.set(event.id, event);
  desk.world.news.publish(type.startsWith('charge.dispute') ? 'disputes' : 'payments');
  sendSnapshot(desk, event);
}

/** Records and sends a thin event: it names the account and carries no data. */
export function emitThin(desk: Desk, type: string, account: string): void {
  const { id, idempotency_key: key } = desk.cause;
  const event: ThinEvent = {
    id: newId('evt_test'),
    object: 'v2.core.event',
    type,
    created: desk.world.clock.now().toISOString(),
    livemode: false,
    related_object: { id: account, type: 'v2.core.account', url: `/v2/core/accounts/${account}` },
    reason: id === null ? null : { type: 'request', request: { id, idempotency_key: key ?? '' } },
  };
  desk.thinEvents.set(event.id, event);
  desk.world.news.publish('accounts');
  sendThin(desk, event);
}

const filters = z.strictObject({
  ...page,
  type: z.string().optional(),
  types: z.array(z.string()).max(20).optional(),
  delivery_success: z.enum(['true', 'false']).optional(),
});

/** GET /v1/events: the last 30 days. */
export function listEvents(desk: Desk, call: Call): object {
  const wanted = readParameters(filters, call.params);
  const kept = [...desk.events.values()].filter((event) => isKept(desk, event) && fits(event, wanted));
  return listPage('/v1/events', kept, wanted);
}

/** GET /v1/events/:id */
export function retrieveEvent(desk: Desk, call: Call): object {
  const event = desk.events.get(call.id);
  if (event === undefined || !isKept(desk, event)) throw missing('event', call.id);
  return event;
}

/** GET /v2/core/events/:id */
export function retrieveThinEvent(desk: Desk, call: Call): object {
  const event = desk.thinEvents.get(call.id);
  if (event === undefined) throw missing('event', call.id);
  return event;
}

/** GET /v2/core/events: newest first, of one object, one page (`limit` at most 100). */
export function listThinEvents(desk: Desk, call: Call): object {
  const wanted = readParameters(thinFilters, call.params);
  const fitting = [...desk.thinEvents.values()].reverse().filter((event) => {
    const isMeant = wanted.object_id === undefined || event.related_object.id === wanted.object_id;
    return isMeant && (wanted.types === undefined || wanted.types.includes(event.type));
  });
  return { data: fitting.slice(0, wanted.limit ?? 20), next_page_url: null, previous_page_url: null };
}

const thinFilters = z.strictObject({
  limit: page.limit,
  object_id: z.string().optional(),
  types: z.array(z.string()).optional(),
});

function fits(event: SnapshotEvent, wanted: z.output<typeof filters>): boolean {
  const isType = wanted.type === undefined || event.type === wanted.type;
  const isOneOf = wanted.types === undefined || wanted.types.includes(event.type);
  const isDelivered = event.pending_webhooks === 0;
  return (
    isType && isOneOf && (wanted.delivery_success === undefined || (wanted.delivery_success === 'true') === isDelivered)
  );
}

function isKept(desk: Desk, event: SnapshotEvent): boolean {
  return event.created > desk.now() - keptFor;
}

/** The shelf is in order of time, so the walk ends at the first that is young. */
function forgetOld(desk: Desk): void {
  for (const event of desk.events.values()) {
    if (isKept(desk, event) && desk.events.size <= most) return;
    desk.events.delete(event.id);
  }
}
