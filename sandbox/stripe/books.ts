import type { Desk } from './desk.ts';
import { readyForTransfers } from './accounts.ts';
import { balanceOf, platform } from './movements.ts';
import type { Charge } from './records.ts';

/** What Stripe would know, in cents and under Stripe's names, from the stand-in's own records; declined charges moved nothing and are left out. */
export function books(desk: Desk): object {
  return {
    balance: balanceOf(desk, platform),
    charges: moved(desk).map((row) => ({
      id: row.id,
      payment_intent: row.payment_intent,
      amount: row.amount,
      fee: feeTaken(desk, row.balance_transaction),
      amount_refunded: row.amount_refunded,
      disputed: row.disputed,
      status: row.status,
      metadata: row.metadata,
      transfer_group: row.transfer_group,
      created: row.created,
    })),
    refunds: [...desk.refunds.values()].map((row) => ({
      id: row.id,
      charge: row.charge,
      amount: row.amount,
      status: row.status,
      metadata: row.metadata,
      created: row.created,
    })),
    ...transferBooks(desk),
    disputes: [...desk.disputes.values()].map((row) => ({
      id: row.id,
      charge: row.charge,
      amount: row.amount,
      fee: row.balance_transactions.reduce((sum, moved) => sum + moved.fee, 0),
      status: row.status,
      reason: row.reason,
      created: row.created,
    })),
    accounts: accountBooks(desk),
  };
}

function moved(desk: Desk): Charge[] {
  return [...desk.charges.values()].filter((row) => row.status === 'succeeded');
}

function transferBooks(desk: Desk) {
  return {
    transfers: [...desk.transfers.values()].map((row) => ({
      id: row.id,
      destination: row.destination,
      amount: row.amount,
      amount_reversed: row.amount_reversed,
      source_transaction: row.source_transaction,
      metadata: row.metadata,
      transfer_group: row.transfer_group,
      created: row.created,
    })),
    reversals: [...desk.reversals.values()].map((row) => ({
      id: row.id,
      transfer: row.transfer,
      amount: row.amount,
      metadata: row.metadata,
      created: row.created,
    })),
    payouts: [...desk.payouts.values()].map((row) => ({
      id: row.id,
      account: row.owner,
      amount: row.amount,
      status: row.status,
      created: row.created,
    })),
  };
}

function accountBooks(desk: Desk) {
  return [...desk.accounts.values()].map((row) => ({
    id: row.id,
    status: readyForTransfers(row) ? 'active' : 'restricted',
    balance: balanceOf(desk, row.id),
    metadata: row.metadata ?? {},
    created: Math.floor(Date.parse(row.created) / 1000),
  }));
}

function feeTaken(desk: Desk, movement: string | null): number {
  return movement === null ? 0 : (desk.movements.get(movement)?.fee ?? 0);
}
