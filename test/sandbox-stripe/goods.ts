import type Stripe from 'stripe';

import type { Stand } from './stand.ts';

/** A link as the app makes one: one payment, card only, booking and attempt in the metadata. */
export function linkFor(amount: number, booking = 'b1'): Stripe.PaymentLinkCreateParams {
  const metadata = { bookingId: booking, attempt: '1' };
  const product = { currency: 'usd', unit_amount: amount, product_data: { name: 'Faucet repair' } };
  return {
    line_items: [{ price_data: product, quantity: 1 }],
    metadata,
    payment_intent_data: { metadata, transfer_group: booking },
    payment_method_types: ['card'],
    restrictions: { completed_sessions: { limit: 1 } },
  };
}

export const cards = {
  pays: '4242 4242 4242 4242',
  instant: '4000000000000077',
  insufficient: '4000000000009995',
  asks: '4000002760003184',
  disputed: '4000000000000259',
  refundFails: '4000000000005126',
};

export interface Paid {
  status: string;
  decline?: string;
  session?: string;
}

/** Uses a card on a link's or a session's page. */
export function pay(
  stand: Stand,
  id: string,
  given: { card: string; session?: string; authenticate?: string },
): Promise<Paid> {
  return stand.ask<Paid>('POST', `/pay/${id}`, given);
}

/** A charge of this amount, as it stands at Stripe. */
export async function paidCharge(stand: Stand, amount: number, card = cards.pays): Promise<Stripe.Charge> {
  const link = await stand.stripe.paymentLinks.create(linkFor(amount));
  await pay(stand, link.id, { card });
  const { data } = await stand.stripe.charges.list({ limit: 1 });
  return data[0]!;
}

const recipient: Stripe.V2.Core.AccountCreateParams = {
  contact_email: 'pro@example.com',
  dashboard: 'express',
  identity: { country: 'us', entity_type: 'individual' },
  defaults: { responsibilities: { fees_collector: 'application', losses_collector: 'application' } },
  configuration: { recipient: { capabilities: { stripe_balance: { stripe_transfers: { requested: true } } } } },
  include: ['configuration.recipient', 'requirements'],
};

/** A provider's account, fresh or through with onboarding. */
export async function recipientAccount(stand: Stand, outcome?: 'active' | 'restricted'): Promise<string> {
  const account = await stand.stripe.v2.core.accounts.create(recipient);
  if (outcome !== undefined) await stand.ask('POST', `/accounts/${account.id}/onboard`, { outcome });
  return account.id;
}

export interface Books {
  balance: { available: number; pending: number };
  charges: {
    id: string;
    amount: number;
    fee: number;
    amount_refunded: number;
    status: string;
    metadata: Record<string, string>;
  }[];
  refunds: { amount: number; status: string }[];
  transfers: { amount: number; amount_reversed: number; transfer_group: string | null }[];
  reversals: { amount: number }[];
  payouts: { account: string; amount: number; status: string }[];
  disputes: { amount: number; fee: number; status: string }[];
  accounts: { id: string; status: string; balance: { available: number; pending: number } }[];
}

export function readBooks(stand: Stand): Promise<Books> {
  return stand.ask<Books>('GET', '/books');
}

/** The balance that the rows of the books add up to, in cents: what every look at the books must show. */
export function expectedBalance(books: Books): number {
  const sum = <T>(rows: T[], of: (row: T) => number) => rows.reduce((total, row) => total + of(row), 0);
  const taken = sum(books.charges, (row) => row.amount - row.fee);
  const refunded = sum(books.refunds, (row) => (row.status === 'succeeded' ? row.amount : 0));
  const sent = sum(books.transfers, (row) => row.amount) - sum(books.reversals, (row) => row.amount);
  const disputed = sum(books.disputes, (row) => (row.status === 'won' ? 0 : row.amount + row.fee));
  return taken - refunded - sent - disputed;
}

/** The id of what was not asked to be expanded. */
export function idOf(reference: string | { id: string } | null | undefined): string {
  return typeof reference === 'string' ? reference : (reference?.id ?? '');
}
