import Stripe from 'stripe';
import { z } from 'zod';
import { readDispute, reference, type StripeDispute } from './dispute.ts';

/** What a booking hears from Stripe. The names are those of the machines' `PaymentEvent`. */
export type StripePaymentEvent =
  | { type: 'payment.paid'; attempt: number; paymentIntent: string; amountInCents: number }
  | {
      type: 'payment.declined';
      attempt: number;
      paymentIntent: string;
      reason: 'declined' | 'insufficientFunds' | 'notAuthenticated';
    }
  | ({ type: 'charge.disputed' } & StripeDispute)
  | ({ type: 'dispute.closed'; outcome: 'won' | 'lost' } & StripeDispute)
  | { type: 'payment.refunded'; refundId: string; chargeId: string; paymentIntent: string; amountInCents: number }
  | { type: 'refund.failed'; refundId: string; paymentIntent: string; amountInCents: number };

export type StripeAccountEvent = { type: 'account.changed'; accountId: string };

/** One event, read. */
export interface StripeNews {
  readonly outcome: 'event';
  readonly id: string;
  /** Stripe's own name of what happened */
  readonly type: string;
  readonly for:
    | { readonly kind: 'booking'; readonly id: string }
    /** the booking is written on that charge, which has to be asked */
    | { readonly kind: 'charge'; readonly chargeId: string }
    | { readonly kind: 'account'; readonly accountId: string }
    | null;
  /** null: seen, and of no interest to anybody */
  readonly event: StripePaymentEvent | StripeAccountEvent | null;
  /** It is about money or an account, and names nobody we know: somebody has to look at it. */
  readonly isStray: boolean;
}

type Meaning = Pick<StripeNews, 'for' | 'event' | 'isStray'>;

const NOTHING: Meaning = { for: null, event: null, isStray: false };
const STRAY: Meaning = { ...NOTHING, isStray: true };

/**
 * Verifies and reads a webhook of Stripe's, snapshot or thin. `rawBody` are the bytes as they came; any of `secrets` may have signed it
 * (each endpoint has its own, and they rotate). Never throws: what is not signed, or is no event, is `badSignature`.
 */
export function readStripeEvent(request: {
  readonly rawBody: string | Uint8Array;
  readonly signature: string | undefined;
  readonly secrets: readonly string[];
}): StripeNews | { readonly outcome: 'badSignature' } {
  const { rawBody, signature, secrets } = request;
  if (signature === undefined || !secrets.some((secret) => isSigned(rawBody, signature, secret)))
    return { outcome: 'badSignature' };
  const { success, data } = envelope.safeParse(parsed(rawBody));
  if (!success) return { outcome: 'badSignature' };
  const { id, type } = data;
  return { outcome: 'event', id, type, ...(READERS.get(type)?.(data) ?? NOTHING) };
}

function isSigned(rawBody: string | Uint8Array, signature: string, secret: string): boolean {
  try {
    return (
      Stripe.webhooks.signature?.verifyHeader(rawBody, signature, secret, Stripe.webhooks.DEFAULT_TOLERANCE) ?? false
    );
  } catch {
    return false;
  }
}

function parsed(rawBody: string | Uint8Array): unknown {
  try {
    return JSON.parse(typeof rawBody === 'string' ? rawBody : new TextDecoder().decode(rawBody)) as unknown;
  } catch {
    return null;
  }
}

const envelope = z.looseObject({
  id: z.string().min(1),
  object: z.enum(['event', 'v2.core.event']),
  type: z.string().min(1),
  data: z.looseObject({ object: z.unknown() }).optional(),
  related_object: z.looseObject({ id: z.string() }).nullish(),
});
type Envelope = z.output<typeof envelope>;

/** What we write on every link and payment. */
const ours = z.looseObject({ booking: z.string().min(1), attempt: z.coerce.number().int().min(1) });

const session = z.looseObject({
  payment_status: z.string(),
  payment_intent: reference.nullable(),
  amount_total: z.number().int().nullable(),
  metadata: z.unknown(),
});

/** `completed` is not `paid`; a payment that comes later is told by `async_payment_succeeded`. */
function readSession({ data }: Envelope): Meaning {
  const { success, data: read } = session.safeParse(data?.object);
  if (!success) return STRAY;
  const { payment_status: status, payment_intent: paymentIntent, amount_total: amountInCents } = read;
  if (status !== 'paid') return NOTHING;
  const { data: mine } = ours.safeParse(read.metadata);
  if (mine === undefined || paymentIntent === null || amountInCents === null) return STRAY;
  return forBooking(mine.booking, { type: 'payment.paid', attempt: mine.attempt, paymentIntent, amountInCents });
}

const failedIntent = z.looseObject({
  id: z.string(),
  metadata: z.unknown(),
  last_payment_error: z.looseObject({ code: z.string().nullish(), decline_code: z.string().nullish() }).nullish(),
});
type FailedIntent = z.output<typeof failedIntent>;

function readFailure({ data }: Envelope): Meaning {
  const { success, data: intent } = failedIntent.safeParse(data?.object);
  if (!success) return STRAY;
  const { data: mine } = ours.safeParse(intent.metadata);
  if (mine === undefined) return STRAY;
  const { booking, attempt } = mine;
  return forBooking(booking, { type: 'payment.declined', attempt, paymentIntent: intent.id, reason: reasonOf(intent) });
}

function reasonOf({ last_payment_error: error }: FailedIntent): 'declined' | 'insufficientFunds' | 'notAuthenticated' {
  const said = [error?.code, error?.decline_code];
  if (said.includes('insufficient_funds')) return 'insufficientFunds';
  const isUnproven = said.includes('payment_intent_authentication_failure') || said.includes('authentication_required');
  return isUnproven ? 'notAuthenticated' : 'declined';
}

/** A dispute names its charge, which carries our metadata only when Stripe has written it out. */
function readDisputed({ data }: Envelope): Meaning {
  const read = readDispute(data?.object);
  return read === null ? STRAY : forDisputed(read.bookingId, { type: 'charge.disputed', ...read.dispute });
}

function readDisputeEnd({ data }: Envelope): Meaning {
  const read = readDispute(data?.object);
  if (read === null) return STRAY;
  return forDisputed(read.bookingId, { type: 'dispute.closed', outcome: read.outcome, ...read.dispute });
}

const forDisputed = (bookingId: string | null, event: StripePaymentEvent & StripeDispute): Meaning =>
  bookingId === null ? forCharge(event.chargeId, event) : forBooking(bookingId, event);

const forCharge = (chargeId: string, event: StripePaymentEvent): Meaning => ({
  for: { kind: 'charge', chargeId },
  event,
  isStray: false,
});

const refund = z.looseObject({
  id: z.string(),
  amount: z.number().int().positive(),
  charge: reference,
  payment_intent: reference,
  metadata: z.looseObject({ booking: z.string().min(1).optional() }).nullish(),
});

/** Of those that we order we hear by their answer; one that a person made at Stripe names no booking. */
function readRefund({ data }: Envelope): Meaning {
  const { success, data: read } = refund.safeParse(data?.object);
  if (!success) return STRAY;
  if (read.metadata?.booking !== undefined) return NOTHING;
  const { id: refundId, amount: amountInCents, charge: chargeId, payment_intent: paymentIntent } = read;
  return forCharge(chargeId, { type: 'payment.refunded', refundId, chargeId, paymentIntent, amountInCents });
}

function readRefundFailure({ data }: Envelope): Meaning {
  const { success, data: read } = refund.safeParse(data?.object);
  if (!success) return STRAY;
  const { id: refundId, amount: amountInCents, charge: chargeId, payment_intent: paymentIntent, metadata } = read;
  const event = { type: 'refund.failed', refundId, paymentIntent, amountInCents } as const;
  return metadata?.booking === undefined ? forCharge(chargeId, event) : forBooking(metadata.booking, event);
}

const forBooking = (id: string, event: StripePaymentEvent): Meaning => ({
  for: { kind: 'booking', id },
  event,
  isStray: false,
});

/** Thin events carry no data: the account is read again. The one about a link may name no account; its news come by the others as well. */
function readAccount({ related_object: related }: Envelope): Meaning {
  const accountId = related?.id;
  if (accountId === undefined || !accountId.startsWith('acct_')) return NOTHING;
  return { for: { kind: 'account', accountId }, event: { type: 'account.changed', accountId }, isStray: false };
}

const READERS: ReadonlyMap<string, (event: Envelope) => Meaning> = new Map([
  ['checkout.session.completed', readSession],
  ['checkout.session.async_payment_succeeded', readSession],
  ['payment_intent.payment_failed', readFailure],
  ['charge.dispute.created', readDisputed],
  ['charge.dispute.funds_withdrawn', readDisputed],
  ['charge.dispute.funds_reinstated', readDisputed],
  ['charge.dispute.closed', readDisputeEnd],
  ['refund.created', readRefund],
  ['refund.failed', readRefundFailure],
  // Money that a person took back from a provider: nobody here hears of it, so somebody has to write it down.
  ['transfer.reversed', () => STRAY],
  ['v2.core.account[configuration.recipient].capability_status_updated', readAccount],
  ['v2.core.account[requirements].updated', readAccount],
  ['v2.core.account_link.returned', readAccount],
  ['v2.core.account.closed', readAccount],
]);
