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
  return [...desk.links.values()].reverse().map((link) => show(desk, link));
}

function show(desk: Desk, link: PaymentLink): ShownLink {
  const charge = chargeOf(desk, link.id);
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

function chargeOf(desk: Desk, link: string): Charge | undefined {
  const paid = [...desk.sessions.values()].find(
    (session) => session.payment_link === link && session.status === 'complete',
  );
  const intent = paid?.payment_intent;
  const charge = intent === undefined || intent === null ? undefined : desk.intents.get(intent)?.latest_charge;
  return charge === undefined || charge === null ? undefined : desk.charges.get(charge);
}
