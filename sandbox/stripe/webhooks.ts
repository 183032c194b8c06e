import Stripe from 'stripe';

import { account } from '../account.ts';
import type { Letter, RetryRules } from '../webhook-request.ts';
import type { Desk } from './desk.ts';
import type { SnapshotEvent, ThinEvent } from './records.ts';

const minute = 60_000;
const hour = 60 * minute;
/** Stripe tries for three days with growing waits (docs.stripe.com/webhooks#behaviors). */
const waitsInMs = [minute, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour, 12 * hour, 18 * hour, 24 * hour];

/** Posts a snapshot event to the app; it counts as delivered once a try is answered with 2xx. */
export function sendSnapshot(desk: Desk, event: SnapshotEvent): void {
  const delivered = () => {
    const kept = desk.events.get(event.id);
    if (kept !== undefined) desk.events.set(event.id, { ...kept, pending_webhooks: 0 });
  };
  send(desk, { event, secret: account.stripe.webhookSecret, delivered });
}

/** Posts a thin event, signed with the secret of its own destination. */
export function sendThin(desk: Desk, event: ThinEvent): void {
  send(desk, { event, secret: account.stripe.thinWebhookSecret, delivered: () => undefined });
}

interface Sending {
  event: SnapshotEvent | ThinEvent;
  secret: string;
  delivered: () => void;
}

function send({ world }: Desk, { event, secret, delivered }: Sending): void {
  const [appUrl = ''] = world.app.urls;
  const url = `${appUrl}/webhooks/stripe`;
  const body = JSON.stringify(event, null, 2);
  const rules = retryRules(delivered);
  void world.webhooks
    .deliver({ peer: 'stripe-webhook', url, subject: event.type, build: () => signed(body, secret), rules })
    .then(({ status }) => (isTaken(status) ? delivered() : undefined));
}

/** Signed with the real time on each try: receivers refuse what is older than five minutes by their own clock. */
function signed(body: string, secret: string): Letter {
  const signature = Stripe.webhooks.generateTestHeaderString({ payload: body, secret });
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'stripe-signature': signature,
    'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
  };
  return { headers, body };
}

function retryRules(delivered: () => void): RetryRules {
  return {
    waitsInMs,
    waitsOn: 'business',
    connectMs: 5_000,
    answerMs: 20_000,
    isWorthRetrying: ({ status }) => {
      if (isTaken(status)) delivered();
      return !isTaken(status);
    },
  };
}

function isTaken(status: number): boolean {
  return status >= 200 && status < 300;
}
