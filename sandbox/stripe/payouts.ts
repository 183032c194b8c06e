import { z } from 'zod';

import type { Call } from './call.ts';
import type { Desk } from './desk.ts';
import { expanded } from './expand.ts';
import { newId } from './identifiers.ts';
import { listPage } from './lists.ts';
import { balanceOf, move, platform } from './movements.ts';
import { expand, page, readParameters } from './parameters.ts';
import type { Payout } from './records.ts';
import { missing } from './refusal.ts';

const day = 24 * 3600;

/** Connected accounts are paid out by themselves every midnight (UTC) on which something is available; the platform's balance stays. */
export function schedulePayout(desk: Desk, account: string, availableOn: number): void {
  desk.later('payOut', account, Math.floor(availableOn / day) * day + day);
}

/** Sends all that is available to the account's bank; it arrives a day later. */
export function payOut(desk: Desk, account: string): void {
  const amount = balanceOf(desk, account).available;
  if (amount <= 0) return;
  const id = newId('po');
  const moved = move(desk, { owner: account, type: 'payout', category: 'payout', amount: -amount, source: id });
  const payout: Payout = {
    id,
    object: 'payout',
    amount,
    application_fee: null,
    application_fee_amount: null,
    arrival_date: desk.now() + day,
    automatic: true,
    balance_transaction: moved.id,
    created: desk.now(),
    currency: 'usd',
    description: 'STRIPE PAYOUT',
    destination: newId('ba'),
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    livemode: false,
    metadata: {},
    method: 'standard',
    original_payout: null,
    owner: account,
    payout_method: null,
    reconciliation_status: 'in_progress',
    reversed_by: null,
    source_type: 'card',
    statement_descriptor: null,
    status: 'in_transit',
    trace_id: null,
    type: 'bank_account',
  };
  desk.payouts.set(id, payout);
  desk.tell('payout.created', showPayout(payout), account);
  desk.later('arrivePayout', id, payout.arrival_date);
}

/** The bank has it. */
export function arrivePayout(desk: Desk, id: string): void {
  const payout = desk.payouts.get(id);
  if (payout?.status !== 'in_transit') return;
  const paid: Payout = { ...payout, status: 'paid', reconciliation_status: 'completed' };
  desk.payouts.set(id, paid);
  desk.tell('payout.paid', showPayout(paid), payout.owner);
}

/** GET /v1/payouts of the platform, or of the connected account in `Stripe-Account`. */
export function listPayouts(desk: Desk, call: Call): object {
  const filters = { status: z.string().optional(), destination: z.string().optional() };
  const given = readParameters(z.strictObject({ ...page, ...filters }), call.params);
  const rows = [...desk.payouts.values()].filter(
    (row) => row.owner === (call.account ?? platform) && (given.status === undefined || row.status === given.status),
  );
  return expanded(desk, listPage('/v1/payouts', rows.map(showPayout), given), given.expand);
}

/** GET /v1/payouts/:id */
export function retrievePayout(desk: Desk, call: Call): object {
  const given = readParameters(z.strictObject({ expand }), call.params);
  const payout = desk.payouts.get(call.id);
  if (payout?.owner !== (call.account ?? platform)) throw missing('payout', call.id);
  return expanded(desk, showPayout(payout), given.expand);
}

function showPayout({ owner: _owner, ...payout }: Payout) {
  return payout;
}
