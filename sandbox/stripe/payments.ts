import type { Desk } from './desk.ts';
import { amountOf, isSpent } from './links.ts';
import type { Charge, PaymentLink } from './records.ts';

/** A payment link as the phones page shows it, newest first; `charge` is there once somebody paid. Cents. */
export interface ShownLink {
  id: string;
  url: string;
  amount: number;
  currency: string;
  description: string;
  status: 'open' | 'paid' | 'refunded' | 'disputed' | 'closed';
  charge: string | null;
  metadata: Record<string, string>;
}

/** All payment links and what became of them. */
export function payments(desk: Desk): ShownLink[] {
  const charges = chargesByLink(desk);
  return [...desk.links.values()].reverse().map((link) => show(desk, link, charges.get(link.id)));
}

function show(desk: Desk, link: PaymentLink, charge: Charge | undefined): ShownLink {
  return {
    id: link.id,
    url: link.url,
    amount: amountOf(desk, link.id),
    currency: link.currency,
    description: (desk.lines.get(link.id) ?? []).map((line) => line.name).join(', '),
    status: charge === undefined ? openOrClosed(link) : fate(charge),
    charge: charge?.id ?? null,
    metadata: link.metadata,
  };
}

function openOrClosed(link: PaymentLink): 'open' | 'closed' {
  return link.active && !isSpent(link) ? 'open' : 'closed';
}

function fate(charge: Charge): 'paid' | 'refunded' | 'disputed' {
  if (charge.disputed) return 'disputed';
  return charge.refunded ? 'refunded' : 'paid';
}

function chargesByLink(desk: Desk): Map<string, Charge> {
  const found = new Map<string, Charge>();
  for (const session of desk.sessions.values()) {
    if (session.status !== 'complete' || session.payment_link === null) continue;
    const intent = desk.intents.get(session.payment_intent ?? '');
    const charge = desk.charges.get(intent?.latest_charge ?? '');
    if (charge !== undefined) found.set(session.payment_link, charge);
  }
  return found;
}
