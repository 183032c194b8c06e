import { randomBytes } from 'node:crypto';
import { startSandbox, type Sandbox } from '../../sandbox/start.ts';
import { startApp, type App, type AppOptions } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { acceptEvent } from '../../src/conversations/accept.ts';
import type { ProviderProfile } from '../../src/domain/provider.ts';
import type { TradeId } from '../../src/domain/trades.ts';
import { freePort } from './free-port.ts';
import { borrowDatabase, giveBack } from './database.ts';

/** A text on a phone, as the sandbox's page shows it. */
export interface PhoneText {
  readonly sid: string;
  readonly direction: 'in' | 'out';
  readonly body: string;
  readonly status: string;
  readonly at: string;
  readonly buttons: readonly unknown[];
}

/** The whole of Fixline in one process: an own database, an own sandbox, one app (or several). */
export interface Town {
  readonly sandbox: Sandbox;
  readonly app: App;
  readonly mongodbUri: string;
  /** `port`: the one of an app that was dropped, or any */
  readonly startAnother: (options?: Partial<AppOptions>, port?: number) => Promise<App>;
  /** sends a text from that phone and waits until everything that follows from it is done */
  readonly says: (number: string, body: string, more?: Readonly<Record<string, unknown>>) => Promise<void>;
  readonly send: (
    number: string,
    body: string,
    more?: Readonly<Record<string, unknown>>,
  ) => Promise<{ sid: string; webhook: { status: number } }>;
  readonly settle: () => Promise<void>;
  readonly texts: (number: string) => Promise<readonly PhoneText[]>;
  /** what we said to that phone, oldest first */
  readonly heard: (number: string) => Promise<readonly string[]>;
  readonly skip: (duration: string) => Promise<void>;
  readonly clockTo: (iso: string) => Promise<void>;
  readonly ask: (method: string, path: string, body?: unknown) => Promise<unknown>;
  /** pays the newest link that this phone was sent */
  readonly pay: (
    number: string,
    card?: string,
    more?: Readonly<Record<string, unknown>>,
  ) => Promise<{ status: string; decline?: string }>;
  readonly join: (provider?: Partial<ProviderProfile> & { readonly number?: string }) => Promise<string>;
  readonly close: () => Promise<void>;
}

const allDay = [{ fromMinute: 7 * 60, toMinute: 21 * 60 }];

export const profileOf = (given: Partial<ProviderProfile> & { readonly number?: string } = {}): ProviderProfile => {
  const { number = '+17375550101', ...profile } = given;
  return {
    name: 'Dana',
    business: null,
    thread: `sms:${number}`,
    languages: ['en'],
    trades: ['plumbing'] as TradeId[],
    zip: '78704',
    lat: 30.243,
    lon: -97.766,
    zone: 'America/Chicago',
    radiusInMeters: 30_000,
    hours: [allDay, allDay, allDay, allDay, allDay, allDay, allDay],
    rateInCents: 12_900,
    takesEmergencies: true,
    maxVisitsADay: 4,
    ...profile,
  };
};

const requester = (origin: string) => async (method: string, path: string, body?: unknown) => {
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  const answer = await fetch(origin + path, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path} answered ${String(answer.status)}: ${text}`);
  return text === '' ? null : (JSON.parse(text) as unknown);
};

/** Where a link that was texted leads. */
export const behind = async (link: string): Promise<string> => {
  const answer = await fetch(link, { redirect: 'manual' });
  await answer.body?.cancel();
  return answer.headers.get('location') ?? link;
};

const LINK = /https?:\/\/\S+/g;

/** Starts a town. `at`: the business time at which its clock begins (it must lie ahead). */
export const openTown = async (
  options: { at?: string; options?: Partial<AppOptions>; env?: Readonly<Record<string, string>> } = {},
): Promise<Town> => {
  const port = await freePort();
  const mongodbUri = await borrowDatabase();
  const sandbox = await startSandbox({ port: 0, stripePort: 0, appUrl: `http://127.0.0.1:${String(port)}` });
  const configAt = (appPort: number) =>
    readConfig({
      PORT: String(appPort),
      PUBLIC_URL: `http://127.0.0.1:${String(port)}`,
      SANDBOX_URL: sandbox.url,
      TWILIO_API_URL: sandbox.url,
      STRIPE_API_URL: sandbox.stripeUrl,
      LOG_LEVEL: process.env['TOWN_LOG'] ?? 'silent',
      ...options.env,
    });
  const app = await startApp({ config: configAt(port), mongodbUri, ...options.options });
  const others: App[] = [];
  const ask = requester(sandbox.url);
  const phone = (number: string) => `/phones/${encodeURIComponent(number)}/texts`;
  const settle = async () => {
    await ask('POST', '/settle');
  };
  const texts = async (number: string) => ((await ask('GET', phone(number))) as { texts: PhoneText[] }).texts;
  const send = (number: string, body: string, more = {}) =>
    ask('POST', phone(number), { body, ...more }) as ReturnType<Town['send']>;
  if (options.at !== undefined) await ask('POST', '/clock', { to: options.at });
  await ask('POST', '/autopilot', { on: false });

  return {
    sandbox,
    app,
    mongodbUri,
    send,
    settle,
    texts,
    ask,
    says: async (number, body, more) => {
      await send(number, body, more);
      await settle();
    },
    heard: async (number) => (await texts(number)).flatMap((text) => (text.direction === 'out' ? [text.body] : [])),
    skip: async (advance) => {
      await ask('POST', '/clock', { advance });
    },
    clockTo: async (to) => {
      await ask('POST', '/clock', { to });
    },
    pay: async (number, card = '4242424242424242', more = {}) => {
      const links = (await texts(number)).flatMap((text) =>
        text.direction === 'out' ? (text.body.match(LINK) ?? []) : [],
      );
      const link = links.at(-1);
      const id = link === undefined ? undefined : (await behind(link)).split('/').at(-1);
      const answer = (await ask('POST', `/pay/${String(id)}`, { card, ...more })) as {
        status: string;
        decline?: string;
      };
      await settle();
      return answer;
    },
    join: async (provider = {}) => {
      const profile = profileOf(provider);
      const providerId = randomBytes(8).toString('hex');
      await acceptEvent(app.tools, app.runner, {
        id: `join-${providerId}`,
        to: { kind: 'provider', id: providerId },
        event: { type: 'provider.joined', providerId, profile },
      });
      await settle();
      const accountId = (await app.tools.search.byId(providerId))?.accountId;
      if (accountId != null) await ask('POST', `/accounts/${accountId}/onboard`, { outcome: 'active' });
      await settle();
      return providerId;
    },
    startAnother: async (more = {}, at) => {
      const config = configAt(at ?? (await freePort()));
      const another = await startApp({ config, mongodbUri, ...options.options, ...more });
      others.push(another);
      // What was killed is not closed once more: it would wait for work that never ends.
      const drop = () => {
        others.splice(others.indexOf(another), 1);
        return another.drop();
      };
      return { ...another, drop };
    },
    close: async () => {
      const ends = await Promise.allSettled([app, ...others].map((one) => one.close()));
      await sandbox.close();
      if (ends.every(({ status }) => status === 'fulfilled')) await giveBack(mongodbUri);
    },
  };
};
