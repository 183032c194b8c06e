import { usd } from '../../src/domain/money.ts';
import type { ProviderProfile } from '../../src/domain/provider.ts';
import type { Payments, Remote } from '../../src/conversations/ports.ts';
import type { SandboxWorld } from '../support/sandbox-world.ts';

export const CARDS = {
  pays: '4242424242424242',
  asks: '4000002760003184',
  poor: '4000000000009995',
  refundFails: '4000000000005126',
};

const day = [{ fromMinute: 480, toMinute: 1_080 }];
export const profile: ProviderProfile = {
  name: 'Maria Lopez',
  business: 'Lopez Plumbing',
  thread: 'sms:+17375550101',
  languages: ['en', 'es'],
  trades: ['plumbing'],
  zip: '78704',
  lat: 30.25,
  lon: -97.75,
  zone: 'America/Chicago',
  radiusInMeters: 20_000,
  hours: [day, day, day, day, day, [], []],
  rateInCents: 14_000,
  takesEmergencies: true,
  maxVisitsADay: 4,
};

/** An order of a link for attempt 1 of this booking, $147.00 unless said otherwise. */
export const linkOrder = (bookingId: string, cents = 14_700): Parameters<Payments['makeLink']>[0] => ({
  key: `${bookingId}:link:1`,
  bookingId,
  attempt: 1,
  total: usd(cents),
  title: 'K7 Plumbing',
  closedMessage: 'This booking is no longer held. Text us to book again.',
});

/** The value of a call that must be done. */
export function valueOf<Value>(end: Remote<Value>): Value {
  if (end.outcome !== 'done') throw new Error(`not done: ${JSON.stringify(end)}`);
  return end.value;
}

export interface PageAnswer {
  readonly status: string;
  readonly session?: string;
  readonly message?: string;
}

/** Uses a card on the page of a link or a session. */
export const payPage = (
  world: SandboxWorld,
  id: string,
  body: { card: string; session?: string; authenticate?: string },
) => world.post(`/pay/${id}`, body) as Promise<PageAnswer>;

/** A booking that has been paid. */
export async function paidBooking(world: SandboxWorld, payments: Payments, bookingId: string, cents = 14_700) {
  const { linkId } = valueOf(await payments.makeLink(linkOrder(bookingId, cents)));
  await payPage(world, linkId, { card: CARDS.pays });
  const { charges } = await booksOf(world);
  const paymentIntent = charges.find(({ metadata }) => metadata['booking'] === bookingId)!.payment_intent;
  return { bookingId, linkId, paymentIntent, ...valueOf(await payments.readCharge(paymentIntent)) };
}

/** A provider's account that money can be sent to, or not yet. */
export async function accountOf(
  world: SandboxWorld,
  payments: Payments,
  outcome?: 'active' | 'restricted',
): Promise<string> {
  const key = `account:${String(Math.random())}`;
  const { accountId } = valueOf(await payments.makeAccount({ key, providerId: 'p1', profile }));
  if (outcome !== undefined) await world.post(`/accounts/${accountId}/onboard`, { outcome });
  return accountId;
}

interface Row {
  readonly id: string;
  readonly amount: number;
  readonly metadata: Readonly<Record<string, string>>;
  readonly transfer_group: string | null;
}
export interface Books {
  readonly charges: readonly (Row & {
    readonly payment_intent: string;
    readonly fee: number;
    readonly amount_refunded: number;
  })[];
  readonly transfers: readonly (Row & { readonly destination: string; readonly source_transaction: string })[];
  readonly refunds: readonly (Row & { readonly charge: string })[];
}

/** What Stripe would know. */
export const booksOf = (world: SandboxWorld) => world.get('/books') as Promise<Books>;
