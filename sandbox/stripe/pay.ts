import { behaviourOf, cardNumber, type CardBehaviour } from './cards.ts';
import { charge, refuseCharge, type Attempt } from './charges.ts';
import type { Desk } from './desk.ts';
import { intentOf } from './intents.ts';
import { countCompletion, findLink, isSpent } from './links.ts';
import type { PaymentIntent, PaymentLink, Session } from './records.ts';
import { findSession, openFromLink } from './sessions.ts';

const hour = 3600;

/** What a person does on the hosted page. */
export interface Payment {
  card: string;
  /** The session that the page opened; without it the link opens one. */
  session?: string | undefined;
  /** How the person answers the bank's question, where it asks; absent: the question stays open. */
  authenticate?: 'pass' | 'fail' | 'leave' | undefined;
}

export interface PaymentAnswer {
  status: 'paid' | 'declined' | 'requires_action' | 'closed' | 'expired';
  /** Why not: the bank's reason, or what the page says. */
  decline?: string;
  /** What the seller wrote for visitors of a closed link. */
  message?: string;
  session?: string;
  /** Where the browser goes after paying, if the link says so. */
  redirect?: string;
}

/** Pays a link (`plink_`) or a session (`cs_`). Throws `resource_missing` for an id that nobody knows. */
export function payPage(desk: Desk, id: string, payment: Payment): PaymentAnswer {
  const named = id.startsWith('cs_') ? id : payment.session;
  if (named === undefined) {
    const link = findLink(desk, id);
    return link.active ? paySession(desk, openFromLink(desk, link), payment) : closed(link);
  }
  return paySession(desk, findSession(desk, named), payment);
}

/** Why this page can no longer take money; undefined when it can. A link that was closed still lets open sessions pay; a spent one does not. */
export function whyClosed(desk: Desk, session: Session): PaymentAnswer | undefined {
  if (session.status === 'expired') return { status: 'expired', session: session.id };
  if (session.status === 'complete') return { status: 'closed', decline: 'This payment has already been made.' };
  const link = session.payment_link === null ? undefined : findLink(desk, session.payment_link);
  return link !== undefined && isSpent(link) ? closed(link) : undefined;
}

/** What a visitor of a closed link reads. */
export function closed(link: PaymentLink): PaymentAnswer {
  const own = link.inactive_message;
  return own === null
    ? { status: 'closed', decline: 'This link is no longer active.' }
    : { status: 'closed', decline: own, message: own };
}

function paySession(desk: Desk, session: Session, payment: Payment): PaymentAnswer {
  const obstacle = whyClosed(desk, session);
  if (obstacle !== undefined) return obstacle;
  const number = cardNumber(payment.card);
  const behaviour = behaviourOf(number);
  const attempt = { intent: intentOf(desk, session), number, behaviour, isAuthenticated: false };
  const answer = tryCard(desk, attempt, { session: session.id, authenticate: payment.authenticate });
  if (answer.status !== 'paid') return { ...answer, session: session.id };
  complete(desk, session.id);
  return { ...answer, session: session.id, ...(session.success_url === null ? {} : { redirect: session.success_url }) };
}

type Visit = Pick<Payment, 'authenticate'> & { session: string };

function tryCard(desk: Desk, attempt: Attempt, { authenticate, session }: Visit): PaymentAnswer {
  if (attempt.behaviour.outcome === 'declines') return decline(desk, attempt);
  if (attempt.behaviour.outcome === 'pays') return succeed(desk, attempt);
  if (authenticate === 'pass') return succeed(desk, { ...attempt, isAuthenticated: true });
  return authenticate === 'fail' ? failAuthentication(desk, attempt.intent) : ask(desk, attempt.intent, session);
}

function succeed(desk: Desk, attempt: Attempt): PaymentAnswer {
  const { intent, behaviour } = attempt;
  const taken = charge(desk, attempt);
  const paid: PaymentIntent = {
    ...intent,
    amount_received: intent.amount,
    last_payment_error: null,
    latest_charge: taken.id,
    next_action: null,
    payment_method: taken.payment_method,
    status: 'succeeded',
  };
  desk.intents.set(intent.id, paid);
  desk.tell('charge.succeeded', taken);
  desk.tell('payment_intent.succeeded', paid);
  if (behaviour.later === 'dispute') desk.later('dispute', taken.id, desk.now() + hour);
  return { status: 'paid' };
}

function complete(desk: Desk, id: string): void {
  const session = findSession(desk, id);
  const done: Session = { ...session, ...payer, payment_status: 'paid', status: 'complete', url: null };
  desk.sessions.set(id, done);
  desk.tell('checkout.session.completed', done);
  if (session.payment_link !== null) countCompletion(desk, session.payment_link);
}

const payer = {
  customer_details: {
    address: { city: null, country: 'US', line1: null, line2: null, postal_code: null, state: null },
    business_name: null,
    email: 'payer@example.com',
    individual_name: null,
    name: 'Test Payer',
    phone: null,
    tax_exempt: 'none' as const,
    tax_ids: [],
  },
};

function decline(desk: Desk, attempt: Attempt): PaymentAnswer {
  const refused = refuseCharge(desk, attempt);
  const error = cardError(attempt.behaviour, refused.id);
  fail(desk, { ...attempt.intent, latest_charge: refused.id }, error);
  return { status: 'declined', decline: error.decline_code ?? error.code };
}

function failAuthentication(desk: Desk, intent: PaymentIntent): PaymentAnswer {
  const code = 'payment_intent_authentication_failure';
  const message =
    'We are unable to authenticate your payment method. Please choose a different payment method and try again.';
  fail(desk, intent, { type: 'invalid_request_error', code, message });
  return { status: 'declined', decline: code };
}

interface PaymentError {
  type: 'card_error' | 'invalid_request_error';
  code: string;
  message: string;
  charge?: string;
  decline_code?: string;
}

function fail(desk: Desk, intent: PaymentIntent, error: PaymentError): void {
  const failed: PaymentIntent = {
    ...intent,
    last_payment_error: error,
    next_action: null,
    payment_method: null,
    status: 'requires_payment_method',
  };
  desk.intents.set(intent.id, failed);
  desk.tell('payment_intent.payment_failed', failed);
}

function ask(desk: Desk, intent: PaymentIntent, session: string): PaymentAnswer {
  const url = `${desk.world.address.url}/pay/${session}`;
  const asking: PaymentIntent = {
    ...intent,
    next_action: { type: 'redirect_to_url', redirect_to_url: { return_url: null, url } },
    status: 'requires_action',
  };
  desk.intents.set(intent.id, asking);
  if (intent.status !== 'requires_action') desk.tell('payment_intent.requires_action', asking);
  return { status: 'requires_action' };
}

function cardError(behaviour: CardBehaviour, chargeId: string) {
  const { code = 'card_declined', declineCode, message = 'Your card was declined.' } = behaviour;
  const reason = declineCode === undefined ? {} : { decline_code: declineCode };
  return { type: 'card_error' as const, charge: chargeId, code, message, ...reason };
}
