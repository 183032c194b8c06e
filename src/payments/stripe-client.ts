import http from 'node:http';
import https from 'node:https';
import Stripe from 'stripe';
import { CALL_MS } from './remote.ts';

/** What the payments read of the config. */
export interface StripeSettings {
  readonly secretKey: string;
  /** scheme, host and port that stand for `https://api.stripe.com`; null: Stripe itself */
  readonly apiUrl: string | null;
}

/** The real SDK. It repeats only a connection that was closed under it, with the same key; every other repeat is the engine's. */
export function makeStripeClient({ secretKey, apiUrl }: StripeSettings): Stripe {
  const usual = { maxNetworkRetries: 0, timeout: CALL_MS, telemetry: false };
  if (apiUrl === null) return new Stripe(secretKey, usual);
  const { protocol, hostname, port } = new URL(apiUrl);
  const isPlain = protocol === 'http:';
  const agent = isPlain ? new http.Agent({ keepAlive: true }) : new https.Agent({ keepAlive: true });
  return new Stripe(secretKey, {
    ...usual,
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port || (isPlain ? 80 : 443),
    protocol: isPlain ? 'http' : 'https',
    // An agent of our own: none of the global one's proxies.
    httpClient: Stripe.createNodeHttpClient(agent),
  });
}
