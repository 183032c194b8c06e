import { z } from 'zod';

import type { Call } from './call.ts';
import { availableFrom, findCharge } from './charges.ts';
import type { Desk } from './desk.ts';
import { expanded } from './expand.ts';
import { newId } from './identifiers.ts';
import { findIntent } from './intents.ts';
import { mergedMetadata } from './links.ts';
import { listPage } from './lists.ts';
import { dollars } from './dollars.ts';
import { move, platform } from './movements.ts';
import { cents, currency, expand, flag, metadata, page, readParameters } from './parameters.ts';
import type { Charge, Refund } from './records.ts';
import { missing, refuse, refuseParameter } from './refusal.ts';

const hour = 3600;
const creation = z.strictObject({
  amount: cents.optional(),
  charge: z.string().optional(),
  currency: currency.optional(),
  metadata: metadata.optional(),
  payment_intent: z.string().optional(),
  reason: z.enum(['duplicate', 'fraudulent', 'requested_by_customer']).optional(),
  refund_application_fee: flag.optional(),
  reverse_transfer: flag.optional(),
  expand,
});

/**
 * POST /v1/refunds: gives back some or all of a charge, by default what is left. The fee is not returned, and a transfer made
 * from the charge stays (docs.stripe.com/connect/separate-charges-and-transfers). The balance may fall below zero.
 */
export function createRefund(desk: Desk, call: Call): object {
  const given = readParameters(creation, call.params);
  return expanded(desk, makeRefund(desk, given), given.expand);
}

/** A refund, as the API or a person at the dashboard makes it. */
export function makeRefund(desk: Desk, given: z.output<typeof creation>): Refund {
  const charge = chargeMeant(desk, given);
  const amount = allowedAmount(desk, charge, given.amount);
  const id = newId('re');
  const moved = move(desk, {
    owner: platform,
    type: 'refund',
    category: 'refund',
    amount: -amount,
    source: id,
    availableOn: availableFrom(desk, charge),
  });
  const refund: Refund = {
    ...newRefund(desk, charge, amount),
    id,
    balance_transaction: moved.id,
    metadata: mergedMetadata({}, given.metadata),
    reason: given.reason ?? null,
  };
  desk.refunds.set(id, refund);
  const refunded = setRefunded(desk, charge, charge.amount_refunded + amount);
  desk.tell('refund.created', refund);
  desk.tell('charge.refunded', refunded);
  if (desk.brittle.has(charge.id)) desk.later('failRefund', id, desk.now() + hour);
  return refund;
}

/** GET /v1/refunds/:id */
export function retrieveRefund(desk: Desk, call: Call): object {
  const given = readParameters(z.strictObject({ expand }), call.params);
  const refund = desk.refunds.get(call.id);
  if (refund === undefined) throw missing('refund', call.id);
  return expanded(desk, refund, given.expand);
}

/** GET /v1/refunds */
export function listRefunds(desk: Desk, call: Call): object {
  const filters = { charge: z.string().optional(), payment_intent: z.string().optional() };
  const given = readParameters(z.strictObject({ ...page, ...filters }), call.params);
  const rows = [...desk.refunds.values()].filter(
    (row) =>
      (given.charge === undefined || row.charge === given.charge) &&
      (given.payment_intent === undefined || row.payment_intent === given.payment_intent),
  );
  return expanded(desk, listPage('/v1/refunds', rows, given), given.expand);
}

/** Writes how much of a charge has been given back; `refunded` is said only of the whole. */
export function setRefunded(desk: Desk, charge: Charge, amount: number): Charge {
  const changed: Charge = { ...charge, amount_refunded: amount, refunded: amount === charge.amount };
  desk.charges.set(charge.id, changed);
  return changed;
}

function chargeMeant(desk: Desk, given: z.output<typeof creation>): Charge {
  if (given.charge !== undefined) return findCharge(desk, given.charge, 'charge');
  if (given.payment_intent === undefined) {
    const text = 'One of the following params should be provided for this request: payment_intent or charge.';
    throw refuseParameter(text, 'parameter_missing', 'charge');
  }
  const intent = findIntent(desk, given.payment_intent, 'payment_intent');
  if (intent.status !== 'succeeded' || intent.latest_charge === null) {
    const text = `This PaymentIntent (${intent.id}) does not have a successful charge to refund.`;
    throw refuse(text, 'payment_intent_unexpected_state', 'payment_intent');
  }
  return findCharge(desk, intent.latest_charge);
}

function allowedAmount(desk: Desk, charge: Charge, wanted: number | undefined): number {
  const left = charge.amount - charge.amount_refunded;
  if (charge.status !== 'succeeded') throw refuse(`Charge ${charge.id} was not successful and cannot be refunded.`);
  if (isChargedBack(desk, charge)) {
    throw refuse(`Charge ${charge.id} has been charged back; cannot issue a refund.`, 'charge_disputed');
  }
  if (left === 0) throw refuse(`Charge ${charge.id} has already been refunded.`, 'charge_already_refunded');
  const amount = wanted ?? left;
  if (amount <= left) return amount;
  const text = `Refund amount (${dollars(amount)}) is greater than unrefunded amount on charge (${dollars(left)})`;
  throw refuse(text, undefined, 'amount');
}

function isChargedBack(desk: Desk, charge: Charge): boolean {
  return [...desk.disputes.values()].some((dispute) => dispute.charge === charge.id && dispute.status !== 'won');
}

function newRefund(desk: Desk, charge: Charge, amount: number) {
  const card = { reference_status: 'pending', reference_type: 'acquirer_reference_number', type: 'refund' as const };
  return {
    object: 'refund' as const,
    amount,
    charge: charge.id,
    created: desk.now(),
    currency: 'usd',
    customer: null,
    customer_account: null,
    destination_details: { card, type: 'card' },
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    receipt_number: null,
    source_transfer_reversal: null,
    status: 'succeeded',
    transfer_reversal: null,
  };
}
