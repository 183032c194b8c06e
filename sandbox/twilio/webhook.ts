import type { Delivery } from '../webhook-request.ts';
import type { World } from '../world.ts';
import { rulesOf } from './connection-rules.ts';
import { signatureOf } from './signature.ts';

interface TwilioWebhook {
  /** As configured, fragment and all. */
  readonly url: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** What a fault's `match` is looked for in. */
  readonly subject: string;
  /** The same for every try of one webhook. */
  readonly token: string;
  /** Sent before, so that the first try is a repetition already. */
  readonly isRepeated?: boolean;
}

/** Sends a signed form as Twilio does. Never rejects. */
export const callWebhook = (world: World, webhook: TwilioWebhook): Promise<Delivery> => {
  const body = new URLSearchParams(webhook.parameters).toString();
  return world.webhooks.deliver({
    peer: 'twilio-webhook',
    url: webhook.url,
    subject: webhook.subject,
    rules: rulesOf(webhook.url),
    build: ({ number, url }) => ({
      body,
      headers: {
        'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
        'user-agent': 'TwilioProxy/1.1',
        accept: '*/*',
        'x-twilio-signature': signatureOf(url, webhook.parameters),
        ...(number > 1 || webhook.isRepeated ? { 'i-twilio-idempotency-token': webhook.token } : {}),
      },
    }),
  });
};
