// The doors in, joined to what stands behind them: each only verifies, parses and puts an event into an actor's inbox.
import { parseInbound } from './channels/inbound.ts';
import { isSignedByTwilio } from './channels/signature.ts';
import { fateOf, parseStatus } from './channels/status.ts';
import { acceptEvent, acceptText } from './conversations/accept.ts';
import { acceptStatus } from './conversations/accept-status.ts';
import type { ActorAddress } from './domain/actor.ts';
import type { Joined } from './joined.ts';
import { readStripeEvent } from './payments/webhook.ts';
import type { LinkEnd, SandboxParts, StripeRead, WebParts } from './web/parts.ts';

type For = Extract<ReturnType<typeof readStripeEvent>, { outcome: 'event' }>['for'];

/** The actor that a Stripe event names; null: nobody here is called so. Throws while Stripe does not say whose charge it is: then it comes again. */
const addressee = async (joined: Joined, named: For): Promise<ActorAddress | null> => {
  if (named === null) return null;
  if (named.kind === 'account') {
    const id = await joined.tools.search.byAccount(named.accountId);
    return id === null ? null : { kind: 'provider', id };
  }
  const id = named.kind === 'booking' ? named.id : await bookingOfCharge(joined, named.chargeId);
  const address = id === null ? null : ({ kind: 'booking', id } as const);
  return address === null || (await joined.tools.actors.load(address)) === null ? null : address;
};

const bookingOfCharge = async ({ tools }: Joined, chargeId: string): Promise<string | null> => {
  const read = await tools.payments.readBookingOfCharge(chargeId);
  if (read.outcome === 'done') return read.value.bookingId;
  if (read.outcome === 'refused') return null;
  throw new Error('Stripe did not say whose charge it is; its event has to come again.');
};

const readStripe = async (joined: Joined, rawBody: Buffer, signature: string | undefined): Promise<StripeRead> => {
  const read = readStripeEvent({ rawBody, signature, secrets: joined.config.stripe.webhookSecrets });
  if (read.outcome === 'badSignature') return read;
  const to = await addressee(joined, read.for);
  // A new account's first news may come before our own note of its id: the order that made it reads it anyway.
  const isStray = read.isStray || (read.for !== null && read.for.kind !== 'account' && to === null);
  return { outcome: 'event', id: read.id, type: read.type, to, event: read.event, isStray };
};

const followLink = async ({ store, tools }: Joined, token: string): Promise<LinkEnd> => {
  const link = await store.shortLinks.find(token);
  if (link === null) return { outcome: 'unknown' };
  return tools.clock.now() < link.expiresAt ? { outcome: 'found', url: link.url } : { outcome: 'gone' };
};

export const webParts = (joined: Joined, isClosing: () => boolean): WebParts => {
  const { config, metrics, runner, store, tools } = joined;
  return {
    isSignedByTwilio: (signature, path, params) =>
      isSignedByTwilio({ tokens: config.twilio.authTokens, signature, url: config.publicUrl + path, params }),
    parseInbound: (form) => {
      const text = parseInbound(form);
      if (text === null) return null;
      const { body, buttonPayload, location, media, sid, thread } = text;
      return { sid, thread, text: { body, media, button: buttonPayload, location } };
    },
    parseStatus,
    acceptText: (text) => acceptText(tools, runner, text),
    acceptStatus: (effectId, { code, sid, status }) =>
      acceptStatus(tools, runner, { effectId, news: { sid, ...fateOf({ status, code }) } }),
    readStripeEvent: (rawBody, signature) => readStripe(joined, rawBody, signature),
    acceptEvent: (event) => acceptEvent(tools, runner, event),
    keepStray: async (stray) => {
      await store.strays.keep({ ...stray, at: tools.clock.now() });
      const alert = { id: `stray:${stray.id}`, about: 'stray', ref: stray.id, code: null, at: tools.clock.now() };
      const { outcome } = await tools.alerts.raise(alert);
      if (outcome === 'later' || outcome === 'unknown')
        throw new Error('Nobody could be told of a stray; its event has to come again.');
    },
    followLink: (token) => followLink(joined, token),
    isReady: async () => !isClosing() && (await store.isReachable()),
    metrics: metrics.text,
    journal: tools.journal,
  };
};

const CLOCK_MS = 5_000;

export const sandboxParts = ({ clock, store }: Joined): SandboxParts => ({
  work: store.work,
  setClock: async (now) => {
    const offset = now.getTime() - Date.now();
    clock.advance(offset);
    await store.processes.shareOffset(clock.offsetMs(), CLOCK_MS);
  },
});
