import type Stripe from 'stripe';
import type { Payments } from '../conversations/ports.ts';
import { once, remote } from './remote.ts';

type Session = Stripe.Checkout.Session;

const RACE_MS = 2_000;

/** Payment links: one for each attempt of a booking, good for one payment by card. */
export function makeLinks(stripe: Stripe): Pick<Payments, 'makeLink' | 'closeLink' | 'readPayment'> {
  return {
    makeLink: (order) =>
      remote(async (signal) => {
        const params = linkOf(order);
        const make = (idempotencyKey: string) => stripe.paymentLinks.create(params, { idempotencyKey });
        // Not looked for: a link whose address nobody has been told cannot be paid.
        const { id, url } = await once({ key: order.key, make }, signal);
        return { outcome: 'done', value: { linkId: id, url } };
      }),
    closeLink: ({ linkId }) => remote((signal) => close(stripe, linkId, signal)),
    readPayment: (linkId) => remote(async () => paymentOf((await sessionsOf(stripe, linkId)).find(isPaid))),
  };
}

function linkOf(order: Parameters<Payments['makeLink']>[0]): Stripe.PaymentLinkCreateParams {
  const metadata = { booking: order.bookingId, attempt: String(order.attempt) };
  const currency = order.total.currency.toLowerCase();
  return {
    line_items: [
      { quantity: 1, price_data: { currency, unit_amount: order.total.cents, product_data: { name: order.title } } },
    ],
    // The link's metadata reaches its sessions, and only this the payment itself.
    metadata,
    payment_intent_data: { metadata, transfer_group: order.bookingId, description: order.title },
    payment_method_types: ['card'],
    restrictions: { completed_sessions: { limit: 1 } },
    after_completion: { type: 'hosted_confirmation' },
    inactive_message: order.closedMessage.slice(0, 500),
  };
}

/**
 * Every step is the same when it is done again, so none needs a key of ours (a stored 5xx would only stand in the way). A session that
 * is being paid at this moment cannot be expired: it is looked at again, and as long as one is open nobody can say how it ended.
 */
async function close(stripe: Stripe, linkId: string, signal: AbortSignal): ReturnType<Payments['closeLink']> {
  await stripe.paymentLinks.update(linkId, { active: false });
  signal.throwIfAborted();
  const open = (await sessionsOf(stripe, linkId)).filter(isOpen);
  signal.throwIfAborted();
  await Promise.all(open.map(({ id }) => expire(stripe, id)));
  signal.throwIfAborted();
  const sessions = await sessionsOf(stripe, linkId);
  if (sessions.some(isPaid)) return { outcome: 'done', value: { isCompleted: true } };
  if (sessions.some(isOpen)) return { outcome: 'later', afterMs: RACE_MS };
  return { outcome: 'done', value: { isCompleted: false } };
}

const isOpen = ({ status }: Session): boolean => status === 'open';
const isPaid = ({ status, payment_status: payment }: Session): boolean => status === 'complete' && payment === 'paid';

const sessionsOf = (stripe: Stripe, linkId: string): Promise<Session[]> =>
  stripe.checkout.sessions.list({ payment_link: linkId, limit: 100 }).autoPagingToArray({ limit: 1_000 });

function paymentOf(session: Session | undefined): Awaited<ReturnType<Payments['readPayment']>> {
  const { payment_intent: intent, amount_total: amountInCents } = session ?? {
    payment_intent: null,
    amount_total: null,
  };
  if (intent === null || amountInCents === null) return { outcome: 'refused', reason: 'notPaid', code: null };
  const paymentIntent = typeof intent === 'string' ? intent : intent.id;
  return { outcome: 'done', value: { paymentIntent, amountInCents } };
}

/** A refusal means that it is open no more; the next look tells how it ended. */
async function expire(stripe: Stripe, sessionId: string): Promise<void> {
  try {
    await stripe.checkout.sessions.expire(sessionId);
  } catch (error) {
    if ((error as Stripe.errors.StripeError).statusCode !== 400) throw error;
  }
}
