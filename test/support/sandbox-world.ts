import { startSandbox } from '../../sandbox/start.ts';
import { startReceiver, type Received } from './receiver.ts';
import { readConfig, type Config } from '../../src/config.ts';

/** One exchange, as the sandbox saw it at its door. */
export interface Exchange {
  readonly peer: string;
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly requestHeaders: Readonly<Record<string, string>>;
  readonly requestBody: string;
  readonly status: number;
  readonly responseBody: string;
}

/** The world outside on ports of its own, spoken with over HTTP. */
export interface SandboxWorld {
  readonly url: string;
  readonly config: Config;
  readonly get: (path: string) => Promise<unknown>;
  readonly post: (path: string, body?: unknown) => Promise<unknown>;
  /** what came to the app that this world knows */
  readonly webhooks: readonly Received[];
  /** `times` is 1 unless said otherwise */
  readonly fault: (fault: Readonly<Record<string, unknown>>) => Promise<void>;
  readonly noFaults: () => Promise<void>;
  /** the exchanges whose method and path hold this text, oldest first */
  readonly wire: (part: string) => Promise<Exchange[]>;
  readonly close: () => Promise<void>;
}

/** Starts a sandbox, and an app that says yes to every webhook. */
export async function openSandboxWorld(): Promise<SandboxWorld> {
  const app = await startReceiver(() => ({ headers: { 'content-type': 'text/xml' }, body: '<Response/>' }));
  const sandbox = await startSandbox({ port: 0, stripePort: 0, appUrl: app.url });
  const { url, stripeUrl } = sandbox;
  const config = readConfig({ TWILIO_API_URL: url, STRIPE_API_URL: stripeUrl, SANDBOX_URL: url, PUBLIC_URL: app.url });
  const ask = async (method: string, path: string, body?: unknown): Promise<string> => {
    const headers = {
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    };
    const answer = await fetch(url + path, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} answered ${String(answer.status)}: ${text}`);
    return text;
  };
  return {
    url,
    config,
    webhooks: app.requests,
    get: async (path) => JSON.parse(await ask('GET', path)) as unknown,
    post: async (path, body = {}) => JSON.parse(await ask('POST', path, body)) as unknown,
    fault: async (fault) => {
      await ask('POST', '/faults', { times: 1, ...fault });
    },
    noFaults: async () => {
      await ask('DELETE', '/faults');
    },
    wire: async (part) => {
      const lines = (await ask('GET', '/wire')).split('\n').filter((line) => line !== '');
      return lines
        .map((line) => JSON.parse(line) as Exchange)
        .filter(({ method, path }) => `${method} ${path}`.includes(part));
    },
    close: async () => {
      await sandbox.close();
      app.close();
    },
  };
}
