import { z } from 'zod';

import { blankIntent } from './blanks.ts';
import type { Call } from './call.ts';
import type { Desk } from './desk.ts';
import { expanded } from './expand.ts';
import { newId } from './identifiers.ts';
import { listPage } from './lists.ts';
import { expand, page, readParameters } from './parameters.ts';
import type { PaymentIntent, Session } from './records.ts';
import { missing } from './refusal.ts';

/** The payment intent of a session, made when somebody first tries to pay (since 2022-08-01 it is null until then). */
export function intentOf(desk: Desk, session: Session): PaymentIntent {
  const found = session.payment_intent === null ? undefined : desk.intents.get(session.payment_intent);
  return found ?? newIntent(desk, session);
}

/** GET /v1/payment_intents/:id */
export function retrieveIntent(desk: Desk, call: Call): object {
  const given = readParameters(z.strictObject({ expand, client_secret: z.string().optional() }), call.params);
  return expanded(desk, findIntent(desk, call.id), given.expand);
}

/** GET /v1/payment_intents */
export function listIntents(desk: Desk, call: Call): object {
  const given = readParameters(z.strictObject(page), call.params);
  return expanded(desk, listPage('/v1/payment_intents', desk.intents.values(), given), given.expand);
}

/** Throws `resource_missing`; `param` when a parameter names it, not the path. */
export function findIntent(desk: Desk, id: string, param?: string): PaymentIntent {
  const intent = desk.intents.get(id);
  if (intent === undefined) throw missing('payment_intent', id, param);
  return intent;
}

/** What happens to a payment that was begun when its session expires. */
export function cancelIntent(desk: Desk, id: string): void {
  const intent = desk.intents.get(id);
  if (intent === undefined || intent.status === 'succeeded' || intent.status === 'canceled') return;
  const canceled: PaymentIntent = {
    ...intent,
    status: 'canceled',
    canceled_at: desk.now(),
    cancellation_reason: 'expired',
    next_action: null,
  };
  desk.intents.set(id, canceled);
  desk.tell('payment_intent.canceled', canceled);
}

function newIntent(desk: Desk, session: Session): PaymentIntent {
  const id = newId('pi');
  const terms = desk.intentTerms.get(session.id);
  const amount = session.amount_total ?? 0;
  const intent: PaymentIntent = {
    ...blankIntent,
    id,
    amount,
    amount_received: 0,
    client_secret: `${id}_secret_${newId('s').slice(2)}`,
    created: desk.now(),
    description: terms?.description ?? null,
    last_payment_error: null,
    latest_charge: null,
    metadata: terms?.metadata ?? {},
    next_action: null,
    payment_method: null,
    status: 'requires_payment_method',
    transfer_group: terms?.transferGroup ?? null,
  };
  desk.intents.set(id, intent);
  desk.sessions.set(session.id, { ...session, payment_intent: id });
  desk.tell('payment_intent.created', intent);
  return intent;
}
