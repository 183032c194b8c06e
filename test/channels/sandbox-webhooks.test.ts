import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseInbound } from '../../src/channels/inbound.ts';
import { isSignedByTwilio } from '../../src/channels/signature.ts';
import { parseStatus } from '../../src/channels/status.ts';
import { makeTexts } from '../../src/channels/texts.ts';
import type { Received } from '../support/receiver.ts';
import { openSandboxWorld, type SandboxWorld } from '../support/sandbox-world.ts';

let world: SandboxWorld;

beforeAll(async () => {
  world = await openSandboxWorld();
});
afterAll(() => world.close());

const formOf = ({ body }: Received) => Object.fromEntries(new URLSearchParams(body));
const isSigned = (request: Received, tokens = world.config.twilio.authTokens) =>
  isSignedByTwilio({
    tokens,
    signature: request.headers['x-twilio-signature'] as string,
    url: world.config.publicUrl + request.path,
    params: formOf(request),
  });

it('an inbound text comes signed and can be read', async () => {
  const { sid } = (await world.post('/phones/%2B15125550101/texts', { body: 'My café sink leaks & drips' })) as {
    sid: string;
  };
  const [request] = world.webhooks;
  expect(request?.path).toBe('/webhooks/twilio/messages');
  expect(isSigned(request!)).toBe(true);
  expect(isSigned(request!, ['another'])).toBe(false);
  expect(parseInbound(formOf(request!))).toMatchObject({
    sid,
    thread: 'sms:+15125550101',
    to: world.config.twilio.number,
    body: 'My café sink leaks & drips',
  });
});

it('so does what became of a text of ours, under its effect', async () => {
  const texts = makeTexts({ config: world.config, clock: { now: () => new Date() } });
  const sent = await texts.send({ to: 'sms:+15125550101', body: 'hi', buttons: [], effectId: 'b7.3.0', until: null });
  const news = () => world.webhooks.filter(({ path }) => path === '/webhooks/twilio/status/b7.3.0');
  await expect.poll(() => news().length).toBeGreaterThanOrEqual(2);
  expect(news().every((request) => isSigned(request))).toBe(true);
  const sids = news().map((request) => parseStatus(formOf(request))?.sid);
  expect(sent.outcome === 'done' && sids.every((sid) => sid === sent.value.sid)).toBe(true);
});
