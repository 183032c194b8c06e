import type { World } from '../world.ts';
import type * as records from './records.ts';

/** What caused a change: a request of the app, or nobody (a person on a hosted page, the clock). */
export interface Cause {
  id: string | null;
  idempotency_key: string | null;
}

/** What the payment intent of a session will carry once somebody tries to pay. */
export interface IntentTerms {
  metadata: Record<string, string>;
  transferGroup: string | null;
  description: string | null;
}

/** Everything the stand-in knows and can do; each operation takes it. Rows are replaced, never changed in place, so that shelves can keep them. */
export interface Desk extends Shelves {
  world: World;
  /** Set while a request of the app is carried out (operations never wait, so no other comes between). */
  cause: Cause;
  /** Seconds of the business clock. */
  now(): number;
  /** Records an event and sends it; `account` names the connected account that it happened to. */
  tell(type: string, object: object, account?: string): void;
  /** The same for a thin event about a v2 account. */
  tellThin(type: string, account: string): void;
  /** Does something by itself at `due` (seconds). */
  later(kind: records.DueKind, subject: string, due: number): void;
}

type Shelves = ReturnType<typeof openShelves>;

export const nobody: Cause = { id: null, idempotency_key: null };

/** The shelves by name. */
export function openShelves(world: World) {
  return {
    links: world.shelf<records.PaymentLink>('stripe.links'),
    /** Lines of a link or a session, by its id. */
    lines: world.shelf<records.LineItem[]>('stripe.lines'),
    sessions: world.shelf<records.Session>('stripe.sessions'),
    /** By the id of the session. */
    intentTerms: world.shelf<IntentTerms>('stripe.intent-terms'),
    intents: world.shelf<records.PaymentIntent>('stripe.intents'),
    charges: world.shelf<records.Charge>('stripe.charges'),
    /** Charges whose refunds fail after a while. */
    brittle: world.shelf<true>('stripe.brittle'),
    refunds: world.shelf<records.Refund>('stripe.refunds'),
    transfers: world.shelf<records.Transfer>('stripe.transfers'),
    reversals: world.shelf<records.Reversal>('stripe.reversals'),
    disputes: world.shelf<records.Dispute>('stripe.disputes'),
    payouts: world.shelf<records.Payout>('stripe.payouts'),
    movements: world.shelf<records.Movement>('stripe.movements'),
    accounts: world.shelf<records.Account>('stripe.accounts'),
    accountLinks: world.shelf<records.AccountLink>('stripe.account-links'),
    events: world.shelf<records.SnapshotEvent>('stripe.events'),
    thinEvents: world.shelf<records.ThinEvent>('stripe.thin-events'),
    keys: world.shelf<records.KeptAnswer>('stripe.keys'),
    due: world.shelf<records.DueAct>('stripe.due'),
  };
}
