// The web's frame: limits, shutting down, and the doors in. What stands behind them is given as functions.
import fastify, { type FastifyInstance, type FastifyPluginAsync } from 'fastify';
import { health } from './health.ts';
import type { SandboxParts, WebParts } from './parts.ts';
import { sandboxRoutes } from './sandbox-routes.ts';
import { shortLinks } from './short-links.ts';
import { stripeWebhook } from './stripe-webhook.ts';
import { twilioWebhooks } from './twilio-webhooks.ts';

/** Pages, or the REST API: a part of the server with rules of its own. */
export type Plugin = FastifyPluginAsync;

export interface ServerParts {
  readonly web: WebParts;
  /** null: not in sandbox mode, the routes do not exist */
  readonly sandbox: SandboxParts | null;
  /** pages and the REST API, each a plugin with its own rules */
  readonly plugins: readonly Plugin[];
}

export interface Server {
  readonly app: FastifyInstance;
  readonly listen: (at: { readonly port: number; readonly host: string }) => Promise<number>;
  /** answers what is in flight with `connection: close`, takes no more, ends */
  readonly close: () => Promise<void>;
}

const REQUEST_MS = 10_000;

/** Only a proxy on our own network is believed when it says for whom it asks: else a login's limit would be one for all, or forged. */
const OWN_NETWORK = 'loopback,linklocal,uniquelocal';

export const makeServer = async ({ plugins, sandbox, web }: ServerParts): Promise<Server> => {
  const app = fastify({
    logger: false,
    trustProxy: OWN_NETWORK,
    requestTimeout: REQUEST_MS,
    forceCloseConnections: 'idle',
    bodyLimit: 256 * 1_024,
  });
  let isClosing = false;
  // An idle keep-alive socket would hold the close up for more than a minute.
  app.addHook('onSend', async (_request, reply) => {
    if (isClosing) reply.header('connection', 'close');
  });
  await app.register(twilioWebhooks(web));
  await app.register(stripeWebhook(web));
  await app.register(shortLinks(web));
  await app.register(health(web));
  if (sandbox !== null) await app.register(sandboxRoutes(sandbox));
  for (const plugin of plugins) await app.register(plugin);
  return {
    app,
    listen: async ({ port, host }) => {
      await app.listen({ port, host });
      const address = app.server.address();
      return typeof address === 'object' && address !== null ? address.port : port;
    },
    close: async () => {
      isClosing = true;
      await app.close();
    },
  };
};
