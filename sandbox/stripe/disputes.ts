import { z } from 'zod';

import { blankEvidence } from './blank-evidence.ts';
import type { Call } from './call.ts';
import { findCharge } from './charges.ts';
import type { Desk } from './desk.ts';
import { expanded } from './expand.ts';
import { newId } from './identifiers.ts';
import { mergedMetadata } from './links.ts';
import { listPage } from './lists.ts';
import { move, platform } from './movements.ts';
import { expand, flag, metadata, page, readParameters } from './parameters.ts';
import type { Charge, Dispute, Movement } from './records.ts';
import { missing, refuse } from './refusal.ts';
import { showMovement } from './show-movement.ts';

/** What a dispute costs us until it is won, in cents. */
const disputeFee = 1500;
const timeToAnswer = 14 * 24 * 3600;
const texts = Object.keys(blankEvidence).filter((name) => name !== 'enhanced_evidence');
const evidence = z.strictObject(Object.fromEntries(texts.map((name) => [name, z.string().max(20_000).optional()])));
const change = z.strictObject({
  evidence: evidence.optional(),
  metadata: metadata.optional(),
  submit: flag.optional(),
  expand,
});

/** A cardholder goes to the bank: what is left of the charge and a fee are withdrawn at once. Throws for a charge that cannot be disputed. */
export function openDispute(desk: Desk, given: { charge: string; reason: string }): Dispute {
  const charge = findCharge(desk, given.charge, 'charge');
  const amount = disputableAmount(charge);
  const id = newId('du');
  const moved = moveFunds(desk, { id, amount: -amount, fee: disputeFee });
  const dispute: Dispute = {
    ...newDispute(desk, charge, given.reason),
    id,
    amount,
    balance_transactions: [shown(desk, moved)],
  };
  desk.disputes.set(id, dispute);
  desk.charges.set(charge.id, { ...charge, disputed: true });
  desk.tell('charge.dispute.created', dispute);
  desk.tell('charge.dispute.funds_withdrawn', dispute);
  desk.later('loseDispute', id, desk.now() + timeToAnswer);
  return dispute;
}

/** The bank has decided; won, the amount and the fee come back. A dispute that is closed already stays as it is. */
export function closeDispute(desk: Desk, id: string, outcome: 'won' | 'lost'): Dispute {
  const dispute = findDispute(desk, id);
  if (isClosed(dispute)) return dispute;
  const back = outcome === 'won' ? [moveFunds(desk, { id, amount: dispute.amount, fee: -disputeFee })] : [];
  const movements = [...dispute.balance_transactions, ...back.map((moved) => shown(desk, moved))];
  const closed: Dispute = { ...dispute, balance_transactions: movements, is_charge_refundable: false, status: outcome };
  desk.disputes.set(id, closed);
  if (outcome === 'won') desk.tell('charge.dispute.funds_reinstated', closed);
  desk.tell('charge.dispute.closed', closed);
  return closed;
}

/** POST /v1/disputes/:id: stages evidence, or with `submit` hands it in. As in test mode the bank obeys `winning_evidence` and `losing_evidence`. */
export function updateDispute(desk: Desk, call: Call): object {
  const given = readParameters(change, call.params);
  const dispute = findDispute(desk, call.id);
  if (isClosed(dispute)) throw refuse('This dispute is already closed');
  const changed: Dispute = {
    ...withEvidence(dispute, given),
    metadata: mergedMetadata(dispute.metadata, given.metadata),
  };
  desk.disputes.set(dispute.id, changed);
  desk.tell('charge.dispute.updated', changed);
  const verdict = verdictOn(changed);
  return expanded(desk, verdict === undefined ? changed : closeDispute(desk, dispute.id, verdict), given.expand);
}

/** POST /v1/disputes/:id/close: gives it up, for good. */
export function giveUpDispute(desk: Desk, call: Call): object {
  const given = readParameters(z.strictObject({ expand }), call.params);
  if (isClosed(findDispute(desk, call.id))) throw refuse('This dispute is already closed');
  return expanded(desk, closeDispute(desk, call.id, 'lost'), given.expand);
}

/** GET /v1/disputes/:id */
export function retrieveDispute(desk: Desk, call: Call): object {
  const given = readParameters(z.strictObject({ expand }), call.params);
  return expanded(desk, findDispute(desk, call.id), given.expand);
}

/** GET /v1/disputes */
export function listDisputes(desk: Desk, call: Call): object {
  const filters = { charge: z.string().optional(), payment_intent: z.string().optional() };
  const given = readParameters(z.strictObject({ ...page, ...filters }), call.params);
  const rows = [...desk.disputes.values()].filter(
    (row) =>
      (given.charge === undefined || row.charge === given.charge) &&
      (given.payment_intent === undefined || row.payment_intent === given.payment_intent),
  );
  return expanded(desk, listPage('/v1/disputes', rows, given), given.expand);
}

function findDispute(desk: Desk, id: string): Dispute {
  const dispute = desk.disputes.get(id);
  if (dispute === undefined) throw missing('dispute', id);
  return dispute;
}

/** Evidence that is not submitted is only staged. */
function withEvidence(dispute: Dispute, given: z.output<typeof change>): Dispute {
  if (given.evidence === undefined) return dispute;
  const isSubmitted = given.submit ?? true;
  const details = dispute.evidence_details;
  const count = details.submission_count + (isSubmitted ? 1 : 0);
  return {
    ...dispute,
    evidence: { ...dispute.evidence, ...given.evidence },
    evidence_details: { ...details, has_evidence: true, submission_count: count },
    status: isSubmitted ? 'under_review' : dispute.status,
  };
}

function isClosed(dispute: Dispute): boolean {
  return dispute.status === 'won' || dispute.status === 'lost';
}

function verdictOn(dispute: Dispute): 'won' | 'lost' | undefined {
  if (dispute.status !== 'under_review') return undefined;
  const said = dispute.evidence.uncategorized_text;
  if (said === 'winning_evidence') return 'won';
  return said === 'losing_evidence' ? 'lost' : undefined;
}

function disputableAmount(charge: Charge): number {
  const left = charge.amount - charge.amount_refunded;
  if (charge.status !== 'succeeded' || left === 0) throw refuse(`Charge ${charge.id} has no money left to dispute.`);
  if (charge.disputed) throw refuse(`Charge ${charge.id} has been disputed already.`);
  return left;
}

function moveFunds(desk: Desk, { id, amount, fee }: { id: string; amount: number; fee: number }): Movement {
  const category = amount < 0 ? 'dispute' : 'dispute_reversal';
  return move(desk, { owner: platform, type: 'adjustment', category, amount, fee, source: id });
}

function shown(desk: Desk, movement: Movement): Dispute['balance_transactions'][number] {
  return showMovement(desk, movement) as Dispute['balance_transactions'][number];
}

function newDispute(desk: Desk, charge: Charge, reason: string) {
  const card = {
    brand: 'visa' as const,
    case_type: 'chargeback' as const,
    network: 'visa',
    network_reason_code: '10.4',
  };
  return {
    object: 'dispute' as const,
    charge: charge.id,
    created: desk.now(),
    currency: 'usd',
    enhanced_eligibility_types: [],
    evidence: blankEvidence,
    evidence_details: {
      due_by: desk.now() + timeToAnswer,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: 'not_submitted' as const,
    },
    intended_submission_method: null,
    is_charge_refundable: false,
    livemode: false,
    metadata: {},
    network_reason_code: '10.4',
    payment_intent: charge.payment_intent,
    payment_method_details: { card, type: 'card' as const },
    reason,
    status: 'needs_response' as const,
  };
}
