import { z } from 'zod';

import { blankSession } from './blanks.ts';
import type { Call } from './call.ts';
import type { Desk, IntentTerms } from './desk.ts';
import { expanded } from './expand.ts';
import { newId } from './identifiers.ts';
import { cancelIntent } from './intents.ts';
import { lineItems, showLineItem, toLineItems, totalOf } from './line-items.ts';
import { mergedMetadata, termsOf } from './links.ts';
import { listPage } from './lists.ts';
import { expand, integer, metadata, page, readParameters } from './parameters.ts';
import type { LineItem, PaymentLink, Session } from './records.ts';
import { missing, refuse, refuseParameter } from './refusal.ts';

const day = 24 * 3600;

/** Each visit to a link opens a session of its own, with the link's metadata; it lives for a day. */
export function openFromLink(desk: Desk, link: PaymentLink): Session {
  return open(desk, {
    link: link.id,
    lines: desk.lines.get(link.id) ?? [],
    metadata: link.metadata,
    terms: termsOf(link),
    successUrl: link.after_completion.redirect?.url ?? null,
  });
}

const creation = z.strictObject({
  mode: z.literal('payment'),
  line_items: lineItems,
  success_url: z.string().min(1),
  cancel_url: z.string().optional(),
  client_reference_id: z.string().max(200).optional(),
  expires_at: integer.optional(),
  metadata: metadata.optional(),
  allowed_payment_method_types: z.array(z.literal('card')).optional(),
  payment_intent_data: z
    .strictObject({
      description: z.string().optional(),
      metadata: metadata.optional(),
      transfer_group: z.string().optional(),
    })
    .optional(),
  expand,
});

/** POST /v1/checkout/sessions */
export function createSession(desk: Desk, call: Call): object {
  const given = readParameters(creation, call.params);
  const data = given.payment_intent_data;
  const session = open(desk, {
    lines: toLineItems(given.line_items, desk.now()),
    metadata: mergedMetadata({}, given.metadata),
    terms: {
      metadata: mergedMetadata({}, data?.metadata),
      transferGroup: data?.transfer_group ?? null,
      description: data?.description ?? null,
    },
    successUrl: given.success_url,
    cancelUrl: given.cancel_url,
    reference: given.client_reference_id,
    expiresAt: checkedExpiry(desk, given.expires_at),
    methods: given.allowed_payment_method_types,
  });
  return expanded(desk, session, given.expand);
}

/** GET /v1/checkout/sessions/:id */
export function retrieveSession(desk: Desk, call: Call): object {
  const given = readParameters(z.strictObject({ expand }), call.params);
  return expanded(desk, findSession(desk, call.id), given.expand);
}

/** GET /v1/checkout/sessions */
export function listSessions(desk: Desk, call: Call): object {
  const filters = {
    payment_link: z.string().optional(),
    payment_intent: z.string().optional(),
    status: z.enum(['open', 'complete', 'expired']).optional(),
  };
  const given = readParameters(z.strictObject({ ...page, ...filters }), call.params);
  const rows = [...desk.sessions.values()].filter(
    (row) =>
      (given.payment_link === undefined || row.payment_link === given.payment_link) &&
      (given.payment_intent === undefined || row.payment_intent === given.payment_intent) &&
      (given.status === undefined || row.status === given.status),
  );
  return expanded(desk, listPage('/v1/checkout/sessions', rows, given), given.expand);
}

/** GET /v1/checkout/sessions/:id/line_items */
export function listSessionLines(desk: Desk, call: Call): object {
  const given = readParameters(z.strictObject(page), call.params);
  findSession(desk, call.id);
  const lines = [...(desk.lines.get(call.id) ?? [])].reverse();
  const list = listPage(`/v1/checkout/sessions/${call.id}/line_items`, lines, given) as { data: LineItem[] };
  return { ...list, data: list.data.map(showLineItem) };
}

/** POST /v1/checkout/sessions/:id/expire: only an open one; its payment intent is canceled with it. */
export function expireSession(desk: Desk, call: Call): object {
  const given = readParameters(z.strictObject({ expand }), call.params);
  const session = findSession(desk, call.id);
  if (session.status !== 'open') {
    const status = `This Checkout Session has a status of ${String(session.status)}.`;
    throw refuse(`Only Checkout Sessions with a status in ["open"] can be expired. ${status}`);
  }
  return expanded(desk, expire(desk, session), given.expand);
}

/** What the clock does at `expires_at`. */
export function expireByTime(desk: Desk, id: string): void {
  const session = desk.sessions.get(id);
  if (session?.status === 'open') expire(desk, session);
}

/** Throws `resource_missing`. */
export function findSession(desk: Desk, id: string): Session {
  const session = desk.sessions.get(id);
  if (session === undefined) throw missing('checkout.session', id);
  return session;
}

interface NewSession {
  link?: string;
  lines: LineItem[];
  metadata: Record<string, string>;
  terms: IntentTerms;
  successUrl: string | null;
  cancelUrl?: string | undefined;
  reference?: string | undefined;
  expiresAt?: number | undefined;
  methods?: 'card'[] | undefined;
}

function open(desk: Desk, given: NewSession): Session {
  const id = newId('cs_test');
  const created = desk.now();
  const amount = totalOf(given.lines);
  const session: Session = {
    ...blankSession,
    id,
    allowed_payment_method_types: given.methods ?? null,
    amount_subtotal: amount,
    amount_total: amount,
    cancel_url: given.cancelUrl ?? null,
    client_reference_id: given.reference ?? null,
    created,
    expires_at: given.expiresAt ?? created + day,
    metadata: given.metadata,
    payment_intent: null,
    payment_link: given.link ?? null,
    payment_status: 'unpaid',
    status: 'open',
    success_url: given.successUrl,
    url: `${desk.world.address.url}/pay/${id}`,
  };
  desk.sessions.set(id, session);
  desk.lines.set(id, given.lines);
  desk.intentTerms.set(id, given.terms);
  desk.later('expireSession', id, session.expires_at);
  return session;
}

function expire(desk: Desk, session: Session): Session {
  const expired: Session = { ...session, status: 'expired', url: null };
  desk.sessions.set(session.id, expired);
  if (session.payment_intent !== null) cancelIntent(desk, session.payment_intent);
  desk.tell('checkout.session.expired', expired);
  return expired;
}

/** From 30 minutes to 24 hours ahead; a minute of grace for the way. */
function checkedExpiry(desk: Desk, at: number | undefined): number | undefined {
  if (at === undefined) return undefined;
  const ahead = at - desk.now();
  if (ahead >= 29 * 60 && ahead <= day + 60) return at;
  const limits = 'at least 30 minutes and at most 24 hours from Checkout Session creation';
  throw refuseParameter(`The \`expires_at\` timestamp must be ${limits}.`, 'parameter_invalid', 'expires_at');
}
