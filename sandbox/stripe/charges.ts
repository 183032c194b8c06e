import { z } from 'zod';

import { blankCharge } from './blanks.ts';
import type { Call } from './call.ts';
import type { CardBehaviour } from './cards.ts';
import type { Desk } from './desk.ts';
import { expanded } from './expand.ts';
import { newId } from './identifiers.ts';
import { listPage } from './lists.ts';
import { move, platform } from './movements.ts';
import { expand, page, readParameters } from './parameters.ts';
import type { Charge, PaymentIntent } from './records.ts';
import { missing } from './refusal.ts';

const settlesIn = 2 * 24 * 3600;

/** A try to take money with one card. */
export interface Attempt {
  intent: PaymentIntent;
  number: string;
  behaviour: CardBehaviour;
  isAuthenticated: boolean;
}

/** Stripe's fee for a US card, in cents: 2.9 % and 30 cents, rounded. */
export function feeOf(amount: number): number {
  return Math.round((amount * 29) / 1000) + 30;
}

/** Takes the money: it is pending for two days, less the fee. */
export function charge(desk: Desk, attempt: Attempt): Charge {
  const { intent, behaviour } = attempt;
  const id = newId('ch');
  const moved = move(desk, {
    owner: platform,
    type: 'charge',
    category: 'charge',
    amount: intent.amount,
    fee: feeOf(intent.amount),
    source: id,
    availableOn: desk.now() + (behaviour.isInstant === true ? 0 : settlesIn),
  });
  const row: Charge = {
    ...newCharge(desk, attempt),
    id,
    ...taken,
    amount_captured: intent.amount,
    balance_transaction: moved.id,
  };
  desk.charges.set(id, row);
  if (behaviour.later === 'refundFails') desk.brittle.set(id, true);
  return row;
}

/** A charge that the bank refused: it is kept, and moves nothing. */
export function refuseCharge(desk: Desk, attempt: Attempt): Charge {
  const { code = 'card_declined', declineCode, message = 'Your card was declined.' } = attempt.behaviour;
  const outcome = {
    ...noAdvice,
    network_status: 'declined_by_network',
    reason: declineCode ?? code,
    risk_level: 'normal',
    seller_message: 'The bank did not return any further details with this decline.',
    type: 'issuer_declined',
  };
  const failure = { failure_code: code, failure_message: message, outcome };
  const row: Charge = { ...newCharge(desk, attempt), ...refused, ...failure };
  desk.charges.set(row.id, row);
  desk.tell('charge.failed', row);
  return row;
}

/** GET /v1/charges/:id */
export function retrieveCharge(desk: Desk, call: Call): object {
  const given = readParameters(z.strictObject({ expand }), call.params);
  return expanded(desk, findCharge(desk, call.id), given.expand);
}

/** GET /v1/charges */
export function listCharges(desk: Desk, call: Call): object {
  const filters = { payment_intent: z.string().optional(), transfer_group: z.string().optional() };
  const given = readParameters(z.strictObject({ ...page, ...filters }), call.params);
  const rows = [...desk.charges.values()].filter(
    (row) =>
      (given.payment_intent === undefined || row.payment_intent === given.payment_intent) &&
      (given.transfer_group === undefined || row.transfer_group === given.transfer_group),
  );
  return expanded(desk, listPage('/v1/charges', rows, given), given.expand);
}

/** Throws `resource_missing`; `param` when a parameter names it, not the path. */
export function findCharge(desk: Desk, id: string, param?: string): Charge {
  const row = desk.charges.get(id);
  if (row === undefined) throw missing('charge', id, param);
  return row;
}

/** When the charge's money is there to be used, in seconds; a movement that follows from it cannot be there earlier. */
export function availableFrom(desk: Desk, row: Charge): number {
  const moved = row.balance_transaction === null ? undefined : desk.movements.get(row.balance_transaction);
  return Math.max(desk.now(), moved?.available_on ?? 0);
}

const noAdvice = { advice_code: null, network_advice_code: null, network_decline_code: null };
const authorized = {
  ...noAdvice,
  network_status: 'approved_by_network',
  reason: null,
  risk_level: 'normal',
  risk_score: 12,
  seller_message: 'Payment complete.',
  type: 'authorized',
};
const taken = {
  captured: true,
  failure_code: null,
  failure_message: null,
  outcome: authorized,
  paid: true,
  status: 'succeeded' as const,
};
const refused = {
  amount_captured: 0,
  balance_transaction: null,
  captured: false,
  paid: false,
  status: 'failed' as const,
};

/** The charge without its outcome. Metadata is the payment intent's, as it is at this moment. */
function newCharge(desk: Desk, { intent, number, isAuthenticated }: Attempt) {
  return {
    ...blankCharge,
    id: newId('ch'),
    amount: intent.amount,
    created: desk.now(),
    description: intent.description,
    metadata: intent.metadata,
    payment_intent: intent.id,
    payment_method: newId('pm'),
    payment_method_details: { type: 'card', card: cardDetails(number, isAuthenticated, intent.amount) },
    transfer_group: intent.transfer_group,
  };
}

function cardDetails(number: string, isAuthenticated: boolean, amount: number) {
  const brand = number.startsWith('5') ? 'mastercard' : 'visa';
  return {
    amount_authorized: amount,
    authorization_code: null,
    brand,
    checks: { address_line1_check: null, address_postal_code_check: 'pass', cvc_check: 'pass' },
    country: 'US',
    electronic_commerce_indicator: null,
    exp_month: 12,
    exp_year: 2034,
    funding: 'credit',
    installments: null,
    last4: number.slice(-4),
    mandate: null,
    network: brand,
    network_transaction_id: null,
    regulated_status: 'unregulated' as const,
    three_d_secure: isAuthenticated ? challenge : null,
    transaction_link_id: null,
    wallet: null,
  };
}

const challenge = {
  authentication_flow: 'challenge' as const,
  electronic_commerce_indicator: '05' as const,
  exemption_indicator: null,
  result: 'authenticated' as const,
  result_reason: null,
  transaction_id: null,
  version: '2.2.0' as const,
};
