// What does not answer is waited for in real time, but never for long: a claim lapses after 20 s, Twilio's patience with a webhook
// after 15. The waits go on side by side.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTexts } from '../../src/channels/texts.ts';
import { readConfig } from '../../src/config.ts';
import type { OutgoingText } from '../../src/conversations/ports.ts';
import { reconcileTexts } from '../../src/conversations/reconcile.ts';
import { usd } from '../../src/domain/money.ts';
import { makePayments } from '../../src/payments/payments.ts';
import { startMongod, type Mongod } from '../../src/store/embedded/start-mongod.ts';
import { accountOf, booksOf, paidBooking } from '../payments/money.ts';
import { home } from '../support/mongod-home.ts';
import { startReceiver } from '../support/receiver.ts';
import { openSandboxWorld, type SandboxWorld } from '../support/sandbox-world.ts';
import { openTown } from '../support/town.ts';
import { AT, eventually, homeowner, imagesOf, logOf, wire } from './scene.ts';

const clock = { now: () => new Date('2026-11-23T12:00:00Z') };
const configAt = (url: string) => readConfig({ TWILIO_API_URL: url, STRIPE_API_URL: url });
const order: OutgoingText = { to: 'sms:+15125550100', body: 'Booked.', buttons: [], effectId: 'b7.3.0', until: null };

const timed = async <Value>(work: Promise<Value>) => {
  const begun = performance.now();
  const value = await work;
  return { value, ms: performance.now() - begun };
};

let world: SandboxWorld;
beforeAll(async () => {
  world = await openSandboxWorld();
});
afterAll(() => world.close());

describe.concurrent('silence', () => {
  it('of Twilio is unknown within 8 seconds', async () => {
    await world.fault({ peer: 'twilio', kind: 'timeout', match: 'To=%2B15125550100' });
    const { ms, value } = await timed(makeTexts({ config: world.config, clock }).send(order));
    expect(value).toEqual({ outcome: 'unknown' });
    expect(ms).toBeLessThan(8_000);
  });

  it('of Twilio that trickles in for ever is unknown within 8 seconds', async () => {
    let drip: NodeJS.Timeout | undefined;
    const receiver = await startReceiver((_request, response) => {
      response.writeHead(201, { 'content-type': 'application/json' });
      drip = setInterval(() => response.write(' '), 200);
      return null;
    });
    const { ms, value } = await timed(makeTexts({ config: configAt(receiver.url), clock }).send(order));
    clearInterval(drip);
    receiver.close();
    expect(value).toEqual({ outcome: 'unknown' });
    expect(ms).toBeLessThan(8_000);
  });

  it('where buttons are made does not keep the words waiting', async () => {
    const number = '+15125550101';
    // WhatsApp takes free words only after somebody wrote.
    await world.post(`/phones/${encodeURIComponent(number)}/texts`, { body: 'hola', channel: 'whatsapp' });
    await world.fault({ peer: 'twilio', kind: 'timeout', match: 'POST /content', delayMs: 4_000 });
    const text = {
      ...order,
      to: `whatsapp:${number}`,
      body: 'All good?\n\n1 yes',
      buttons: [{ id: '1', title: 'Yes' }],
    };
    const { ms, value } = await timed(makeTexts({ config: world.config, clock }).send(text));
    expect(value).toMatchObject({ outcome: 'done' });
    expect(ms).toBeLessThan(3_500);
    const sends = (await world.wire('POST /2010-04-01')).map(({ requestBody }) => new URLSearchParams(requestBody));
    expect(sends.filter((form) => form.get('To') === text.to).map((form) => form.get('Body'))).toEqual([text.body]);
  });

  it('of Stripe is unknown within 8 seconds, and what it hid is found', async () => {
    const payments = makePayments(world);
    const accountId = await accountOf(world, payments, 'active');
    const { bookingId, chargeId } = await paidBooking(world, payments, 'silent');
    await world.fault({ peer: 'stripe', kind: 'timeout', match: 'POST /v1/transfers', delayMs: 9_000 });
    const transfer = { key: 'silent:transfer:1', bookingId, accountId, chargeId, amount: usd(11_900) };
    const { ms, value } = await timed(payments.transfer(transfer));
    expect(value).toEqual({ outcome: 'unknown' });
    expect(ms).toBeLessThan(8_500);
    expect(await payments.transfer(transfer)).toMatchObject({ outcome: 'done' });
    const { transfers } = await booksOf(world);
    expect(transfers.filter(({ transfer_group: group }) => group === 'silent')).toHaveLength(1);
  });

  it('of Stripe in pieces is unknown within 8 seconds, and no further request is begun', async () => {
    const answer = JSON.stringify({ object: 'list', data: [], has_more: false, url: '/v1/refunds' });
    const receiver = await startReceiver((_request, response) => {
      setTimeout(() => response.writeHead(200, { 'content-type': 'application/json' }).end(answer), 4_500);
      return null;
    });
    const payments = makePayments({ config: configAt(receiver.url) });
    const { ms, value } = await timed(payments.closeLink({ key: 'b1:close:1', linkId: 'plink_1' }));
    expect(value).toEqual({ outcome: 'unknown' });
    expect(ms).toBeLessThan(8_500);
    await sleep(2_000);
    receiver.close();
    expect(receiver.requests).toHaveLength(2);
  });

  it('of MongoDB is a 503 within ten seconds, and every text is there when it is back', async () => {
    const dataFolder = await mkdtemp(join(tmpdir(), 'fixline-away-'));
    const start = () => startMongod({ home, dataFolder, binary: process.env['FIXLINE_MONGOD'], log: () => undefined });
    let mongod: Mongod = await start();
    const { uri } = mongod;
    const town = await openTown({ at: AT, options: { mongodbUri: uri } });
    try {
      await town.says(homeowner(1), 'hi');
      await mongod.stop();
      const sending = [town.send(homeowner(1), 'hi again'), town.send(homeowner(2), 'hello')];
      const refused = async () =>
        (await wire(town, '/webhooks/twilio/messages')).filter(({ status }) => status === 503);
      await eventually(async () => (await refused()).length >= 2);
      for (const { ms } of (await refused()) as unknown as { ms: number }[]) expect(ms).toBeLessThan(10_000);
      mongod = await start();
      expect(mongod.uri).toBe(uri);
      await Promise.all(sending);
      const { clock: business, runner, tools } = town.app;
      await eventually(async () => {
        const since = new Date(business.now().getTime() - 3_600_000);
        await reconcileTexts(tools, runner, since).catch(() => undefined);
        return (await imagesOf(town, 'thread')).length === 2;
      });
      await town.settle();
      const texts = [...(await logOf(town, homeowner(1))), ...(await logOf(town, homeowner(2)))];
      const received = texts.filter(({ direction }) => direction === 'in');
      expect(received.map(({ body }) => body)).toEqual(['hi', 'hi again', 'hello']);
      expect(await town.heard(homeowner(1))).toHaveLength(2);
      expect(await town.heard(homeowner(2))).toHaveLength(1);
      expect((await town.send(homeowner(3), 'hi')).webhook.status).toBe(200);
    } finally {
      await town.close();
      await mongod.stop();
      await rm(dataFolder, { recursive: true, force: true });
    }
  });
});
