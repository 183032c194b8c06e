import type Stripe from 'stripe';

/** Stripe's object with some of its references always kept as ids; they are filled in only when an answer is asked to expand them. */
type WithIds<T, K extends keyof T> = Omit<T, K> & { [P in K]: Extract<T[P], string | null | undefined> };

export type PaymentLink = WithIds<Stripe.PaymentLink, never>;
export type Session = WithIds<Stripe.Checkout.Session, 'payment_intent' | 'payment_link'>;
export type PaymentIntent = WithIds<Stripe.PaymentIntent, 'latest_charge' | 'payment_method'>;
export type Charge = WithIds<Stripe.Charge, 'balance_transaction' | 'payment_intent'>;
export type Refund = WithIds<Stripe.Refund, 'balance_transaction' | 'charge' | 'payment_intent'>;
export type Reversal = WithIds<Stripe.TransferReversal, 'balance_transaction' | 'transfer'>;
export type Transfer = WithIds<
  Omit<Stripe.Transfer, 'destination' | 'reversals'>,
  'balance_transaction' | 'destination_payment' | 'source_transaction'
> & { destination: string; reversals: { object: 'list'; data: Reversal[]; has_more: boolean; url: string } };
export type Dispute = WithIds<Stripe.Dispute, 'charge' | 'payment_intent'>;
export type Payout = WithIds<Omit<Stripe.Payout, 'destination'>, 'balance_transaction'> & {
  destination: string;
  /** Whose balance it leaves; no part of Stripe's object. */
  owner: string;
};
/** A movement on one balance; `owner` is `platform` or the id of a connected account, and no part of Stripe's object. */
export type Movement = WithIds<Omit<Stripe.BalanceTransaction, 'status' | 'source'>, never> & {
  owner: string;
  source: string;
};
export type Account = Stripe.V2.Core.Account;
export type AccountLink = Stripe.V2.Core.AccountLink & { used: boolean };

/** What is sold: one line of a link or a session. Cents. */
export interface LineItem {
  id: string;
  price: string;
  product: string;
  name: string;
  unitAmount: number;
  quantity: number;
  created: number;
}

export interface SnapshotEvent {
  id: string;
  object: 'event';
  account?: string;
  api_version: string;
  created: number;
  data: { object: object };
  livemode: false;
  pending_webhooks: number;
  request: { id: string | null; idempotency_key: string | null };
  type: string;
}

export interface ThinEvent {
  id: string;
  object: 'v2.core.event';
  type: string;
  created: string;
  livemode: false;
  related_object: { id: string; type: string; url: string };
  reason: { type: 'request'; request: { id: string; idempotency_key: string } } | null;
}

/** What was answered under an idempotency key; `status` 0 while the first request is still being answered. */
export interface KeptAnswer {
  fingerprint: string;
  status: number;
  body: string;
  at: number;
}

/** Something that the stand-in does by itself at a moment of the business clock (seconds). */
export interface DueAct {
  id: string;
  kind: DueKind;
  subject: string;
  due: number;
}
export type DueKind = 'expireSession' | 'dispute' | 'failRefund' | 'loseDispute' | 'payOut' | 'arrivePayout';
