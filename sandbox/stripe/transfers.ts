import { z } from 'zod';

import { readyForTransfers } from './accounts.ts';
import type { Call } from './call.ts';
import { availableFrom, findCharge } from './charges.ts';
import type { Desk } from './desk.ts';
import { dollars } from './dollars.ts';
import { expanded } from './expand.ts';
import { newId } from './identifiers.ts';
import { mergedMetadata } from './links.ts';
import { listPage } from './lists.ts';
import { balanceOf, move, platform } from './movements.ts';
import { cents, currency, expand, metadata, page, readParameters } from './parameters.ts';
import { schedulePayout } from './payouts.ts';
import type { Charge, Transfer } from './records.ts';
import { missing, refuse } from './refusal.ts';

const creation = z.strictObject({
  amount: cents,
  currency,
  destination: z.string(),
  description: z.string().optional(),
  metadata: metadata.optional(),
  source_transaction: z.string().optional(),
  transfer_group: z.string().optional(),
  expand,
});

/**
 * POST /v1/transfers: from our balance to a connected account's. With `source_transaction` it draws on that charge, also
 * before its money is there, up to the charge's amount; without, on what is available now.
 */
export function createTransfer(desk: Desk, call: Call): object {
  const given = readParameters(creation, call.params);
  requireDestination(desk, given.destination);
  const source =
    given.source_transaction === undefined
      ? undefined
      : findCharge(desk, given.source_transaction, 'source_transaction');
  if (source === undefined) requireBalance(desk, given.amount);
  else requireSource(desk, source, given.amount);
  const transfer = moveMoney(desk, { ...given, source, group: groupOf(desk, given.transfer_group, source) });
  desk.transfers.set(transfer.id, transfer);
  desk.tell('transfer.created', transfer);
  return expanded(desk, transfer, given.expand);
}

/** GET /v1/transfers/:id */
export function retrieveTransfer(desk: Desk, call: Call): object {
  const given = readParameters(z.strictObject({ expand }), call.params);
  return expanded(desk, findTransfer(desk, call.id), given.expand);
}

/** GET /v1/transfers */
export function listTransfers(desk: Desk, call: Call): object {
  const filters = { destination: z.string().optional(), transfer_group: z.string().optional() };
  const given = readParameters(z.strictObject({ ...page, ...filters }), call.params);
  const rows = [...desk.transfers.values()].filter(
    (row) =>
      (given.destination === undefined || row.destination === given.destination) &&
      (given.transfer_group === undefined || row.transfer_group === given.transfer_group),
  );
  return expanded(desk, listPage('/v1/transfers', rows, given), given.expand);
}

/** Throws `resource_missing`. */
export function findTransfer(desk: Desk, id: string): Transfer {
  const transfer = desk.transfers.get(id);
  if (transfer === undefined) throw missing('transfer', id);
  return transfer;
}

function requireDestination(desk: Desk, id: string): void {
  const account = desk.accounts.get(id);
  if (account === undefined) throw missing('destination', id, 'destination');
  if (readyForTransfers(account)) return;
  const needed = 'transfers, crypto_transfers, or legacy_payments';
  const text = `Your destination account needs to have at least one of the following capabilities enabled: ${needed}`;
  throw refuse(text, 'insufficient_capabilities_for_transfer', 'destination');
}

function requireBalance(desk: Desk, amount: number): void {
  if (balanceOf(desk, platform).available >= amount) return;
  const text = 'You have insufficient available funds in your Stripe account.';
  throw refuse(`${text} In the sandbox the card 4000 0000 0000 0077 adds funds at once.`, 'balance_insufficient');
}

/** What was reversed can be sent again; the sum that is out may not exceed the charge. */
function requireSource(desk: Desk, source: Charge, amount: number): void {
  if (source.status !== 'succeeded')
    throw refuse(`The charge ${source.id} has not succeeded.`, undefined, 'source_transaction');
  const drawn = [...desk.transfers.values()]
    .filter((transfer) => transfer.source_transaction === source.id)
    .reduce((sum, transfer) => sum + transfer.amount - transfer.amount_reversed, 0);
  if (drawn + amount <= source.amount) return;
  const rule = `Transfers using this transaction as a source must not exceed the source amount of ${dollars(source.amount)}.`;
  throw refuse(`${rule} (There is already ${dollars(drawn)} transferred using this source.)`, undefined, 'amount');
}

/** A charge and its transfers share one group: the charge's, else the one that is made from its payment intent. */
function groupOf(desk: Desk, wanted: string | undefined, source: Charge | undefined): string | null {
  if (source === undefined) return wanted ?? null;
  const group = wanted ?? source.transfer_group ?? `group_${source.payment_intent ?? source.id}`;
  if (source.transfer_group === null) desk.charges.set(source.id, { ...source, transfer_group: group });
  return group;
}

interface Moving {
  amount: number;
  destination: string;
  description?: string | undefined;
  metadata?: Record<string, string> | undefined;
  source: Charge | undefined;
  group: string | null;
}

function moveMoney(desk: Desk, given: Moving): Transfer {
  const { amount, destination, source } = given;
  const id = newId('tr');
  const payment = newId('py');
  const availableOn = source === undefined ? desk.now() : availableFrom(desk, source);
  const moved = move(desk, {
    owner: platform,
    type: 'transfer',
    category: 'transfer',
    amount: -amount,
    source: id,
    availableOn,
  });
  move(desk, { owner: destination, type: 'payment', category: 'charge', amount, source: payment, availableOn });
  schedulePayout(desk, destination, availableOn);
  return {
    id,
    object: 'transfer',
    amount,
    amount_reversed: 0,
    balance_transaction: moved.id,
    created: desk.now(),
    currency: 'usd',
    description: given.description ?? null,
    destination,
    destination_payment: payment,
    livemode: false,
    metadata: mergedMetadata({}, given.metadata),
    reversals: { object: 'list', data: [], has_more: false, url: `/v1/transfers/${id}/reversals` },
    reversed: false,
    source_transaction: source?.id ?? null,
    source_type: 'card',
    transfer_group: given.group,
  };
}
