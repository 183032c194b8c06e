import { z } from 'zod';

import type { Call } from './call.ts';
import type { Desk } from './desk.ts';
import { expanded } from './expand.ts';
import { newId } from './identifiers.ts';
import { listPage } from './lists.ts';
import { expand, page, readParameters } from './parameters.ts';
import type { Movement } from './records.ts';
import { missing } from './refusal.ts';
import { showMovement } from './show-movement.ts';

export const platform = 'platform';

/** Money that comes to a balance (positive) or leaves it (negative), in cents; `fee` is taken off on top. */
export interface NewMovement {
  owner: string;
  type: Movement['type'];
  category: string;
  amount: number;
  fee?: number;
  source: string;
  /** Seconds; absent: at once. */
  availableOn?: number;
  description?: string;
}

/** Writes a movement down and answers its id. A balance is the sum of its movements and is stored nowhere. */
export function move(desk: Desk, given: NewMovement): Movement {
  const { amount, fee = 0, source, owner, type } = given;
  const movement: Movement = {
    id: newId('txn'),
    object: 'balance_transaction',
    amount,
    available_on: given.availableOn ?? desk.now(),
    balance_type: 'payments',
    created: desk.now(),
    currency: 'usd',
    description: given.description ?? null,
    exchange_rate: null,
    fee,
    fee_details:
      fee === 0
        ? []
        : [{ amount: fee, application: null, currency: 'usd', description: feeText(type), type: 'stripe_fee' }],
    net: amount - fee,
    owner,
    reporting_category: given.category,
    source,
    type,
  };
  desk.movements.set(movement.id, movement);
  return movement;
}

/** What is on a balance now, and what is still on its way, in cents. */
export function balanceOf(desk: Desk, owner: string): { available: number; pending: number } {
  const sums = { available: 0, pending: 0 };
  for (const movement of desk.movements.values()) {
    if (movement.owner !== owner) continue;
    sums[movement.available_on <= desk.now() ? 'available' : 'pending'] += movement.net;
  }
  return sums;
}

/** GET /v1/balance of the platform, or of the connected account in `Stripe-Account`. */
export function retrieveBalance(desk: Desk, call: Call): object {
  readParameters(z.strictObject({ expand }), call.params);
  const { available, pending } = balanceOf(desk, call.account ?? platform);
  const show = (amount: number) => [{ amount, currency: 'usd', source_types: { card: amount } }];
  return { object: 'balance', available: show(available), livemode: false, pending: show(pending) };
}

/** GET /v1/balance_transactions */
export function listMovements(desk: Desk, call: Call): object {
  const filters = { currency: z.literal('usd').optional(), source: z.string().optional(), type: z.string().optional() };
  const given = readParameters(z.strictObject({ ...page, ...filters }), call.params);
  const rows = [...desk.movements.values()].filter(
    (row) =>
      row.owner === (call.account ?? platform) &&
      (given.source === undefined || row.source === given.source) &&
      (given.type === undefined || row.type === given.type),
  );
  const list = listPage('/v1/balance_transactions', rows, given) as { data: Movement[] };
  return expanded(desk, { ...list, data: list.data.map((row) => showMovement(desk, row)) }, given.expand);
}

/** GET /v1/balance_transactions/:id */
export function retrieveMovement(desk: Desk, call: Call): object {
  const given = readParameters(z.strictObject({ expand }), call.params);
  const movement = desk.movements.get(call.id);
  if (movement === undefined) throw missing('balance_transaction', call.id);
  return expanded(desk, showMovement(desk, movement), given.expand);
}

function feeText(type: string): string {
  return type === 'adjustment' ? 'Dispute fee' : 'Stripe processing fees';
}
