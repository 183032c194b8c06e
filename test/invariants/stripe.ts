import { createHmac } from 'node:crypto';
import { readConfig } from '../../src/config.ts';
import type { Town } from '../support/town.ts';

const config = readConfig({ SANDBOX_URL: 'http://127.0.0.1:1' });

/** What anybody with the sandbox's published key can ask of Stripe. */
export const ask = async (town: Town, path: string, form: Readonly<Record<string, string>>) => {
  const answer = await fetch(`${town.sandbox.stripeUrl}/v1/${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${config.stripe.secretKey}`,
      'content-type': 'application/x-www-form-urlencoded',
      'stripe-version': '2025-09-30.clover',
    },
    body: new URLSearchParams(form).toString(),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`Stripe answered ${String(answer.status)}: ${text}`);
  return JSON.parse(text) as { id: string };
};

/** Pays this amount for that booking's attempt through a link that is none of ours. */
export const payPast = async (
  town: Town,
  bookingId: string,
  { cents, attempt = 1 }: { cents: number; attempt?: number },
) => {
  const metadata = {
    'metadata[booking]': bookingId,
    'metadata[attempt]': String(attempt),
    'payment_intent_data[metadata][booking]': bookingId,
    'payment_intent_data[metadata][attempt]': String(attempt),
  };
  const { id } = await ask(town, 'payment_links', {
    'line_items[0][quantity]': '1',
    'line_items[0][price_data][currency]': 'usd',
    'line_items[0][price_data][unit_amount]': String(cents),
    'line_items[0][price_data][product_data][name]': 'Plumbing',
    ...metadata,
  });
  const paid = (await town.ask('POST', `/pay/${id}`, { card: '4242424242424242' })) as { status: string };
  await town.settle();
  return paid.status;
};

/** A `checkout.session.completed` as anybody could write it, signed with `secret`. */
export const postPaid = async (
  town: Town,
  { bookingId, cents, secret, id = 'evt_forged' }: { bookingId: string; cents: number; secret: string; id?: string },
): Promise<number> => {
  const object = {
    id: 'cs_forged',
    object: 'checkout.session',
    payment_status: 'paid',
    payment_intent: 'pi_forged',
    amount_total: cents,
    metadata: { booking: bookingId, attempt: '1' },
  };
  const body = JSON.stringify({ id, object: 'event', type: 'checkout.session.completed', data: { object } });
  const t = Math.floor(Date.now() / 1_000);
  const v1 = createHmac('sha256', secret)
    .update(`${String(t)}.${body}`)
    .digest('hex');
  const signature = `t=${String(t)},v1=${v1}`;
  const answer = await fetch(`${town.app.url}/webhooks/stripe`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'stripe-signature': signature },
    body,
  });
  await town.settle();
  return answer.status;
};

export const webhookSecret = (): string => config.stripe.webhookSecrets[0] ?? '';
