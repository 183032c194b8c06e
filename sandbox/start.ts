import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import Fastify, { type FastifyInstance, type FastifyPluginAsync } from 'fastify';
import { readEnvironment } from './config.ts';
import { clockControls } from './controls/clock-controls.ts';
import { faultControls } from './controls/fault-controls.ts';
import { mailControls } from './controls/mail-controls.ts';
import { newsFeed } from './controls/news-feed.ts';
import { readable } from './controls/readable.ts';
import { worldControls } from './controls/world-controls.ts';
import { stripeApi, stripeControls } from './stripe/routes.ts';
import { phoneControls } from './twilio/phone-controls.ts';
import { openSwitchboard } from './twilio/open-switchboard.ts';
import { twilioApi } from './twilio/twilio-api.ts';
import { makeWorld, type Log, type World } from './world.ts';

export interface SandboxOptions {
  /** 0: any free port. Default 4700. */
  readonly port?: number;
  /** Stripe's; default the next one, and any free port when `port` is 0. */
  readonly stripePort?: number;
  /** Comma list of the app's addresses. Default http://127.0.0.1:3000. */
  readonly appUrl?: string;
  /** FIXLINE_HOME; without it everything stays in memory. */
  readonly home?: string;
  /** False: this one stays out of FIXLINE_WIRE_LOG, as for requests that are wrong on purpose. */
  readonly isLogged?: boolean;
  readonly log?: Log;
}

export interface Sandbox {
  readonly url: string;
  readonly stripeUrl: string;
  readonly world: World;
  readonly close: () => Promise<void>;
}

/** Starts the world outside on loopback. Throws when a port is taken or the home cannot be written. */
export const startSandbox = async (options: SandboxOptions = {}): Promise<Sandbox> => {
  const world = worldOf(options);
  const main = await mainServer(world);
  const stripe = await server(world, [stripeApi(world)]);
  const close = async () => {
    await Promise.all([main.close(), stripe.close()]);
    world.close();
  };
  const { port = 4700 } = options;
  const { stripePort = port === 0 ? 0 : port + 1 } = options;
  try {
    world.address.url = await main.listen({ host: '127.0.0.1', port });
    world.address.stripeUrl = await stripe.listen({ host: '127.0.0.1', port: stripePort });
  } catch (error) {
    await close();
    throw portTaken(error);
  }
  return { url: world.address.url, stripeUrl: world.address.stripeUrl, world, close };
};

const worldOf = ({ appUrl = 'http://127.0.0.1:3000', home, log, isLogged = true }: SandboxOptions): World =>
  makeWorld({ appUrl, home, log, wireLog: isLogged ? readEnvironment().wireLog : undefined });

const mainServer = (world: World): Promise<FastifyInstance> => {
  const switchboard = openSwitchboard(world);
  return server(world, [
    worldControls(world),
    clockControls(world),
    faultControls(world),
    mailControls(world),
    newsFeed(world),
    phoneControls(switchboard),
    twilioApi(switchboard),
    stripeControls(world),
    page,
  ]);
};

const server = async (world: World, plugins: readonly FastifyPluginAsync[]): Promise<FastifyInstance> => {
  const app = Fastify({ forceCloseConnections: true, keepAliveTimeout: 60_000 });
  readable(app, world);
  for (const plugin of plugins) await app.register(plugin);
  return app;
};

/** The page with phones: static files. */
const page: FastifyPluginAsync = async (scope) => {
  const root = join(import.meta.dirname, 'page');
  if (existsSync(root)) await scope.register(fastifyStatic, { root, cacheControl: false });
};

const portTaken = (error: unknown): unknown => {
  if (!(error instanceof Error) || !('code' in error) || error.code !== 'EADDRINUSE') return error;
  return new Error('The port of the sandbox is taken: end what listens there, or set SANDBOX_PORT.', { cause: error });
};
