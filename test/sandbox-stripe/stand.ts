import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';

import Fastify from 'fastify';
import Stripe from 'stripe';

import { account } from '../../sandbox/account.ts';
import { readEnvironment } from '../../sandbox/config.ts';
import { readable } from '../../sandbox/controls/readable.ts';
import type { FaultOrder } from '../../sandbox/faults.ts';
import { stripeApi, stripeControls } from '../../sandbox/stripe/routes.ts';
import { makeWorld, type World } from '../../sandbox/world.ts';

/** The app as Stripe sees it: an address that hears events, verified as an app should. */
interface Listener {
  url: string;
  /** Snapshot events in order of arrival. */
  events: Stripe.Event[];
  thin: { id: string; type: string; account: string; fetched: () => Promise<unknown> }[];
  /** What the next webhooks are answered; then 200. */
  answers: number[];
}

export interface Stand extends Listener {
  world: World;
  stripe: Stripe;
  stripeUrl: string;
  /** A route of the sandbox itself. */
  ask: <T>(method: 'GET' | 'POST', path: string, body?: object) => Promise<T>;
  fault: (order: Omit<FaultOrder, 'peer'>) => void;
  /** Waits until no webhook is under way. */
  quiet: () => Promise<void>;
  /** Skips business time; what falls due on the way happens in order. */
  skip: (hours: number) => Promise<void>;
  /** The types of all events since the last look, sorted. */
  heard: () => Promise<string[]>;
  close: () => Promise<void>;
}

export interface StandOptions {
  home?: string;
  /** false: the requests break the contract on purpose, and stay out of the log that is checked against it. */
  isRecorded?: boolean;
  timeout?: number;
  retries?: number;
}

/** The Stripe half of the sandbox on ports of its own, with the real SDK before it and a listener behind it. */
export async function openStand(options: StandOptions = {}): Promise<Stand> {
  const listener = await listen();
  const wireLog = options.isRecorded === false ? undefined : readEnvironment().wireLog;
  const world = makeWorld({ appUrl: listener.url, home: options.home, wireLog });
  const [main, api] = await serve(world);
  world.address.url = await main.listen({ host: '127.0.0.1', port: 0 });
  world.address.stripeUrl = await api.listen({ host: '127.0.0.1', port: 0 });
  const stripe = client(world.address.stripeUrl, options);
  listener.verifyWith(stripe);
  const quiet = async () => {
    while (world.busy.count() > 0) await sleep(5);
  };
  return {
    ...listener,
    world,
    stripe,
    stripeUrl: world.address.stripeUrl,
    ask: (method, path, body) => ask(`${world.address.url}${path}`, method, body),
    fault: (order) => void world.faults.add({ peer: 'stripe', ...order }),
    quiet,
    skip: (hours) => skip(world, quiet, hours),
    heard: async () => {
      await quiet();
      return listener.events
        .splice(0)
        .map((event) => event.type)
        .sort();
    },
    close: async () => {
      world.close();
      await Promise.all([main.close(), api.close()]);
      await listener.close();
    },
  };
}

/** A key that is not there: the stand-in takes any test key. */
export function client(url: string, { timeout = 5_000, retries = 0 }: StandOptions = {}): Stripe {
  const { hostname, port } = new URL(url);
  return new Stripe(account.stripe.secretKey, {
    host: hostname,
    port,
    protocol: 'http',
    maxNetworkRetries: retries,
    timeout,
    telemetry: false,
  });
}

async function serve(world: World) {
  const main = Fastify({ forceCloseConnections: true });
  const api = Fastify({ forceCloseConnections: true });
  for (const app of [main, api]) readable(app, world);
  await main.register(stripeControls(world));
  await api.register(stripeApi(world));
  return [main, api] as const;
}

async function listen() {
  let stripe: Stripe | undefined;
  const listener: Listener = { url: '', events: [], thin: [], answers: [] };
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const answer = listener.answers.shift() ?? 200;
      const signature = String(request.headers['stripe-signature']);
      if (answer === 200 && stripe !== undefined) hear(listener, stripe, { body, signature });
      response.writeHead(answer).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  listener.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { ...listener, verifyWith: (sdk: Stripe) => void (stripe = sdk), close: () => closed(server) };
}

function hear(listener: Listener, stripe: Stripe, { body, signature }: { body: string; signature: string }): void {
  if (!body.includes('"v2.core.event"')) {
    listener.events.push(stripe.webhooks.constructEvent(body, signature, account.stripe.webhookSecret));
    return;
  }
  const event = stripe.parseEventNotification(body, signature, account.stripe.thinWebhookSecret);
  const about = (JSON.parse(body) as { related_object: { id: string } }).related_object;
  listener.thin.push({ id: event.id, type: event.type, account: about.id, fetched: () => event.fetchEvent() });
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

async function skip(world: World, quiet: () => Promise<void>, hours: number): Promise<void> {
  const target = new Date(world.clock.now().getTime() + hours * 3_600_000);
  await quiet();
  for (let due = world.clock.nextDue(); due !== null && due <= target; due = world.clock.nextDue()) {
    world.clock.moveTo(due);
    await sleep(0);
    await quiet();
  }
  world.clock.moveTo(target);
  await quiet();
}

async function ask<T>(url: string, method: string, body?: object): Promise<T> {
  const headers = { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
  const answer = await fetch(url, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  return (await answer.json()) as T;
}
