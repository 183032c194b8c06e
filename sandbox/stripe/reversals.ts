import { z } from 'zod';

import type { Call } from './call.ts';
import type { Desk } from './desk.ts';
import { dollars } from './dollars.ts';
import { expanded } from './expand.ts';
import { newId } from './identifiers.ts';
import { mergedMetadata } from './links.ts';
import { listPage } from './lists.ts';
import { balanceOf, move, platform } from './movements.ts';
import { cents, expand, flag, metadata, page, readParameters } from './parameters.ts';
import type { Reversal, Transfer } from './records.ts';
import { refuse } from './refusal.ts';
import { findTransfer } from './transfers.ts';

const shownInTransfer = 10;
const creation = z.strictObject({
  amount: cents.optional(),
  description: z.string().optional(),
  metadata: metadata.optional(),
  refund_application_fee: flag.optional(),
  expand,
});

/** POST /v1/transfers/:id/reversals: takes back some or all (the default) of a transfer, if the destination still has it. */
export function createReversal(desk: Desk, call: Call): object {
  const given = readParameters(creation, call.params);
  const transfer = findTransfer(desk, call.id);
  const amount = allowedAmount(desk, transfer, given.amount);
  const id = newId('trr');
  const reversal: Reversal = {
    id,
    object: 'transfer_reversal',
    amount,
    balance_transaction: moveBack(desk, transfer, { id, amount }),
    created: desk.now(),
    currency: 'usd',
    destination_payment_refund: newId('pyr'),
    metadata: mergedMetadata({}, given.metadata),
    source_refund: null,
    transfer: transfer.id,
  };
  const changed = withReversal(desk, transfer, reversal);
  desk.reversals.set(id, reversal);
  desk.transfers.set(transfer.id, changed);
  desk.tell('transfer.reversed', changed);
  return expanded(desk, reversal, given.expand);
}

/** GET /v1/transfers/:id/reversals */
export function listReversals(desk: Desk, call: Call): object {
  const { created: _never, ...allowed } = page;
  const given = readParameters(z.strictObject(allowed), call.params);
  const transfer = findTransfer(desk, call.id);
  return expanded(desk, listPage(transfer.reversals.url, reversalsOf(desk, transfer.id), given), given.expand);
}

function reversalsOf(desk: Desk, transfer: string): Reversal[] {
  return [...desk.reversals.values()].filter((reversal) => reversal.transfer === transfer);
}

function allowedAmount(desk: Desk, transfer: Transfer, wanted: number | undefined): number {
  const left = transfer.amount - transfer.amount_reversed;
  if (left === 0) throw refuse(`Transfer ${transfer.id} is already fully reversed.`, undefined, 'id');
  const amount = wanted ?? left;
  if (amount > left) {
    const text = `Reversal amount (${dollars(amount)}) is greater than unreversed amount on transfer (${dollars(left)})`;
    throw refuse(text, undefined, 'amount');
  }
  const { available, pending } = balanceOf(desk, transfer.destination);
  if (available + pending >= amount) return amount;
  const text = `The connected account ${transfer.destination} does not have enough funds to reverse this transfer.`;
  throw refuse(text, 'balance_insufficient');
}

/** What had not yet become available goes back in the same way, so that neither balance is short for a day. */
function moveBack(desk: Desk, transfer: Transfer, { id, amount }: { id: string; amount: number }): string {
  const availableOn = Math.max(desk.now(), desk.movements.get(transfer.balance_transaction ?? '')?.available_on ?? 0);
  const type = 'transfer_refund' as const;
  const moved = move(desk, { owner: platform, type, category: 'transfer_reversal', amount, source: id, availableOn });
  const away = { type: 'payment_refund' as const, category: 'refund', amount: -amount, source: id, availableOn };
  move(desk, { owner: transfer.destination, ...away });
  return moved.id;
}

function withReversal(desk: Desk, transfer: Transfer, reversal: Reversal): Transfer {
  const amountReversed = transfer.amount_reversed + reversal.amount;
  const all = [reversal, ...reversalsOf(desk, transfer.id).reverse()];
  const data = all.slice(0, shownInTransfer);
  return {
    ...transfer,
    amount_reversed: amountReversed,
    reversed: amountReversed === transfer.amount,
    reversals: { ...transfer.reversals, data, has_more: all.length > data.length },
  };
}
