import { startSandbox } from '../../sandbox/start.ts';
import { startReceiver, type Received } from '../support/receiver.ts';

/** A sandbox on free ports and a small app behind it that writes what the test tells it to. */
export interface Stage {
  readonly url: string;
  /** Texts that reached the app, oldest first: the webhook's form. */
  readonly heard: Record<string, string>[];
  /** What the app answers at once to a text; null: nothing. */
  answer: (form: Record<string, string>) => string | null;
  /** What the app's webhook answers; 200 unless set. */
  webhookStatus: number;
  /** What the app says is due next, an ISO instant. */
  nextDueAt: string | null;
  post(path: string, body?: object, method?: string): Promise<unknown>;
  get(path: string): Promise<unknown>;
  /** The app texts a phone, by Twilio's API. `to` with `whatsapp:` before it goes there. */
  text(to: string, body: string, more?: Record<string, string>): Promise<void>;
  /** The app texts a phone on WhatsApp words with buttons to tap. */
  menu(to: string, body: string, actions: readonly { title: string; id: string }[]): Promise<void>;
  /** The app makes a payment link, by Stripe's API. Gives its address. */
  link(cents: number, name: string): Promise<string>;
  close(): Promise<void>;
}

interface Account {
  readonly twilio: { readonly accountSid: string; readonly authToken: string; readonly number: string };
  readonly stripe: { readonly secretKey: string };
}

export const openStage = async (): Promise<Stage> => {
  const app = await startReceiver((request) => answerTo(stage, request));
  const sandbox = await startSandbox({ port: 0, appUrl: app.url, isLogged: false });
  const ask = async (path: string, init: RequestInit): Promise<unknown> => {
    const answer = await fetch(path.startsWith('http') ? path : sandbox.url + path, init);
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${text}`);
    return JSON.parse(text) as unknown;
  };
  const account = (await ask('/account', {})) as Account;
  const { accountSid, authToken, number } = account.twilio;
  const twilioKey = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;
  const messages = `/2010-04-01/Accounts/${accountSid}/Messages.json`;
  const stage: Stage = {
    url: sandbox.url,
    heard: [],
    answer: () => null,
    webhookStatus: 200,
    nextDueAt: null,
    get: (path) => ask(path, {}),
    post: (path, body = {}, method = 'POST') =>
      ask(path, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    text: async (to, body, more = {}) => {
      const from = to.startsWith('whatsapp:') ? `whatsapp:${number}` : number;
      const form = new URLSearchParams({ To: to, From: from, ...(body === '' ? {} : { Body: body }), ...more });
      await ask(messages, { method: 'POST', headers: { authorization: twilioKey }, body: form });
    },
    menu: async (to, body, actions) => {
      const content = { friendly_name: 'menu', language: 'en', types: { 'twilio/quick-reply': { body, actions } } };
      const headers = { authorization: twilioKey, 'content-type': 'application/json' };
      const made = await ask('/content/v1/Content', { method: 'POST', headers, body: JSON.stringify(content) });
      await stage.text(to, '', { ContentSid: (made as { sid: string }).sid });
    },
    link: async (cents, name) => {
      const line = 'line_items[0]';
      const form = new URLSearchParams({
        [`${line}[quantity]`]: '1',
        [`${line}[price_data][currency]`]: 'usd',
        [`${line}[price_data][unit_amount]`]: String(cents),
        [`${line}[price_data][product_data][name]`]: name,
      });
      const headers = { authorization: `Bearer ${account.stripe.secretKey}`, 'stripe-version': '2026-01-28.clover' };
      const link = await ask(`${sandbox.stripeUrl}/v1/payment_links`, { method: 'POST', headers, body: form });
      return (link as { url: string }).url;
    },
    close: async () => {
      await sandbox.close();
      app.close();
    },
  };
  return stage;
};

const answerTo = (stage: Stage, { path, query, body }: Received) => {
  if (path === '/sandbox/work') return { body: { inFlight: 0, nextDueAt: dueUntil(stage, query) } };
  if (path === '/sandbox/clock') return passTime(stage, (JSON.parse(body) as { now: string }).now);
  if (path === '/webhooks/twilio/messages') hear(stage, Object.fromEntries(new URLSearchParams(body)));
  return { status: stage.webhookStatus, headers: { 'content-type': 'text/xml' }, body: '<Response/>' };
};

const dueUntil = ({ nextDueAt }: Stage, query: string): string | null => {
  const until = new URLSearchParams(query).get('until') ?? '';
  return nextDueAt !== null && nextDueAt <= until ? nextDueAt : null;
};

const passTime = (stage: Stage, now: string) => {
  if (stage.nextDueAt !== null && stage.nextDueAt <= now) stage.nextDueAt = null;
  return {};
};

const hear = (stage: Stage, form: Record<string, string>) => {
  stage.heard.push(form);
  const words = stage.webhookStatus === 200 ? stage.answer(form) : null;
  if (words !== null) void stage.text(form['From'] ?? '', words);
};
