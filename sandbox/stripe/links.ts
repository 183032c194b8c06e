import { z } from 'zod';

import type { Call } from './call.ts';
import type { Desk, IntentTerms } from './desk.ts';
import { blankIntentData, blankLink } from './blanks.ts';
import { expanded } from './expand.ts';
import { newId } from './identifiers.ts';
import { lineItems, showLineItem, toLineItems, totalOf } from './line-items.ts';
import { listPage } from './lists.ts';
import { expand, flag, integer, metadata, page, readParameters } from './parameters.ts';
import type { PaymentLink } from './records.ts';
import { missing } from './refusal.ts';

const afterCompletion = z.strictObject({
  type: z.enum(['hosted_confirmation', 'redirect']),
  redirect: z.strictObject({ url: z.string().min(1) }).optional(),
  hosted_confirmation: z.strictObject({ custom_message: z.string().optional() }).optional(),
});
const limit = integer.refine((count) => count >= 1, 'Invalid positive integer');
const restrictions = z.strictObject({ completed_sessions: z.strictObject({ limit }) });
const intentData = z.strictObject({
  capture_method: z.enum(['automatic', 'automatic_async']).optional(),
  description: z.string().optional(),
  metadata: metadata.optional(),
  transfer_group: z.string().optional(),
});
const submitType = z.enum(['auto', 'book', 'donate', 'pay']).optional();
const creation = z.strictObject({
  line_items: lineItems,
  after_completion: afterCompletion.optional(),
  currency: z.literal('usd').optional(),
  inactive_message: z.string().max(500).optional(),
  metadata: metadata.optional(),
  payment_intent_data: intentData.optional(),
  payment_method_types: z.array(z.literal('card')).optional(),
  restrictions: restrictions.optional(),
  submit_type: submitType,
  expand,
});
const change = z.strictObject({
  active: flag.optional(),
  after_completion: afterCompletion.optional(),
  inactive_message: z.string().max(500).optional(),
  metadata: metadata.optional(),
  restrictions: z.union([restrictions, z.literal('')]).optional(),
  submit_type: submitType,
  expand,
});

/** POST /v1/payment_links */
export function createLink(desk: Desk, call: Call): object {
  const given = readParameters(creation, call.params);
  const lines = toLineItems(given.line_items, desk.now());
  const link = newLink(desk, given);
  desk.links.set(link.id, link);
  desk.lines.set(link.id, lines);
  desk.tell('payment_link.created', link);
  return expanded(desk, link, given.expand);
}

/** POST /v1/payment_links/:id, `active: false` closes it to new visits; sessions that are open stay open. */
export function updateLink(desk: Desk, call: Call): object {
  const { expand: wanted, ...given } = readParameters(change, call.params);
  const link = findLink(desk, call.id);
  const changed: PaymentLink = {
    ...link,
    active: given.active ?? link.active,
    after_completion:
      given.after_completion === undefined ? link.after_completion : showCompletion(given.after_completion),
    inactive_message: given.inactive_message === undefined ? link.inactive_message : given.inactive_message || null,
    metadata: mergedMetadata(link.metadata, given.metadata),
    submit_type: given.submit_type ?? link.submit_type,
    restrictions: changedRestrictions(link, given.restrictions),
  };
  desk.links.set(link.id, changed);
  desk.tell('payment_link.updated', changed);
  return expanded(desk, changed, wanted);
}

/** GET /v1/payment_links/:id */
export function retrieveLink(desk: Desk, call: Call): object {
  const given = readParameters(z.strictObject({ expand }), call.params);
  return expanded(desk, findLink(desk, call.id), given.expand);
}

/** GET /v1/payment_links */
export function listLinks(desk: Desk, call: Call): object {
  const { created: _never, ...allowed } = page;
  const given = readParameters(z.strictObject({ ...allowed, active: flag.optional() }), call.params);
  const rows = [...desk.links.values()].filter((link) => given.active === undefined || link.active === given.active);
  return expanded(desk, listPage('/v1/payment_links', rows, given), given.expand);
}

/** GET /v1/payment_links/:id/line_items */
export function listLinkLines(desk: Desk, call: Call): object {
  const given = readParameters(z.strictObject(page), call.params);
  findLink(desk, call.id);
  const lines = [...(desk.lines.get(call.id) ?? [])].reverse();
  const list = listPage(`/v1/payment_links/${call.id}/line_items`, lines, given) as { data: typeof lines };
  return { ...list, data: list.data.map(showLineItem) };
}

/** Counts a completed session; at the limit the link closes itself. */
export function countCompletion(desk: Desk, id: string): void {
  const link = findLink(desk, id);
  const counted = link.restrictions?.completed_sessions;
  if (counted === undefined) return;
  const count = counted.count + 1;
  const changed = {
    ...link,
    active: link.active && count < counted.limit,
    restrictions: { completed_sessions: { ...counted, count } },
  };
  desk.links.set(id, changed);
  if (link.active && !changed.active) desk.tell('payment_link.updated', changed);
}

/** Whether the link has taken all the payments that it may. */
export function isSpent(link: PaymentLink): boolean {
  const counted = link.restrictions?.completed_sessions;
  return counted !== undefined && counted.count >= counted.limit;
}

/** What a visit to this link costs, in cents. */
export function amountOf(desk: Desk, id: string): number {
  return totalOf(desk.lines.get(id) ?? []);
}

/** Throws `resource_missing`. */
export function findLink(desk: Desk, id: string): PaymentLink {
  const link = desk.links.get(id);
  if (link === undefined) throw missing('payment_link', id);
  return link;
}

/** Metadata as Stripe merges it: an empty value takes the key away. */
export function mergedMetadata(
  old: Record<string, string>,
  given: Record<string, string> | undefined,
): Record<string, string> {
  return Object.fromEntries(Object.entries({ ...old, ...given }).filter(([, value]) => value !== ''));
}

/** What the payments of a link will carry. */
export function termsOf(link: PaymentLink): IntentTerms {
  const data = link.payment_intent_data;
  return {
    metadata: data?.metadata ?? {},
    transferGroup: data?.transfer_group ?? null,
    description: data?.description ?? null,
  };
}

function changedRestrictions(
  link: PaymentLink,
  given: z.output<typeof change>['restrictions'],
): PaymentLink['restrictions'] {
  if (given === undefined) return link.restrictions;
  if (given === '') return null;
  const count = link.restrictions?.completed_sessions.count ?? 0;
  return { completed_sessions: { count, limit: given.completed_sessions.limit } };
}

function showCompletion(given: z.output<typeof afterCompletion> | undefined): PaymentLink['after_completion'] {
  if (given?.redirect !== undefined) return { type: 'redirect', redirect: given.redirect };
  return {
    type: 'hosted_confirmation',
    hosted_confirmation: { custom_message: given?.hosted_confirmation?.custom_message ?? null },
  };
}

function newLink(desk: Desk, given: z.output<typeof creation>): PaymentLink {
  const id = newId('plink');
  const data = given.payment_intent_data;
  return {
    ...blankLink,
    id,
    after_completion: showCompletion(given.after_completion),
    inactive_message: given.inactive_message ?? null,
    metadata: mergedMetadata({}, given.metadata),
    payment_intent_data: data === undefined ? null : { ...blankIntentData, ...showIntentData(data) },
    payment_method_types: given.payment_method_types ?? null,
    restrictions:
      given.restrictions === undefined
        ? null
        : { completed_sessions: { count: 0, limit: given.restrictions.completed_sessions.limit } },
    submit_type: given.submit_type ?? 'auto',
    url: `${desk.world.address.url}/pay/${id}`,
  };
}

function showIntentData(data: z.output<typeof intentData>) {
  return {
    capture_method: data.capture_method ?? null,
    description: data.description ?? null,
    metadata: mergedMetadata({}, data.metadata),
    transfer_group: data.transfer_group ?? null,
  };
}
