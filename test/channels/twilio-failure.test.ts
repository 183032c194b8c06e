import { once } from 'node:events';
import net from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { makeTexts } from '../../src/channels/texts.ts';
import { refusalOf } from '../../src/channels/twilio-failure.ts';
import { readConfig } from '../../src/config.ts';
import { startReceiver, type Reply } from '../support/receiver.ts';

const textsAt = (apiUrl: string) =>
  makeTexts({
    config: readConfig({ TWILIO_API_URL: apiUrl, STRIPE_API_URL: apiUrl }),
    clock: { now: () => new Date() },
  });
const send = (apiUrl: string) =>
  textsAt(apiUrl).send({ to: 'sms:+15125550100', body: 'x', buttons: [], effectId: 'a.1.0', until: null });
const error = (status: number, code: number | null): Reply => ({
  status,
  body: { code, message: 'no', more_info: 'https://www.twilio.com/docs/errors', status },
});
const sendTo = async (reply: Reply) => {
  const receiver = await startReceiver(() => reply);
  const end = await send(receiver.url);
  receiver.close();
  expect(receiver.requests).toHaveLength(1);
  return end;
};

afterEach(() => vi.unstubAllEnvs());

describe('Twilio’s answers', () => {
  it.each([
    [error(400, 21211), { outcome: 'refused', reason: 'badNumber', code: 21211 }],
    [error(400, 21614), { outcome: 'refused', reason: 'badNumber', code: 21614 }],
    [error(400, 21408), { outcome: 'refused', reason: 'notPermitted', code: 21408 }],
    [error(400, 21610), { outcome: 'refused', reason: 'optedOut', code: 21610 }],
    [error(400, 63016), { outcome: 'refused', reason: 'outsideWindow', code: 63016 }],
    [error(400, 21602), { outcome: 'refused', reason: 'other', code: 21602 }],
    [error(400, 21617), { outcome: 'refused', reason: 'other', code: 21617 }],
    [error(403, 20003), { outcome: 'refused', reason: 'other', code: 20003 }],
    [error(404, 20404), { outcome: 'refused', reason: 'other', code: 20404 }],
    [error(400, null), { outcome: 'refused', reason: 'other', code: null }],
    [error(401, 20003), { outcome: 'later', afterMs: 60_000 }],
    [error(400, 21611), { outcome: 'later', afterMs: 60_000 }],
    [error(400, 63018), { outcome: 'later', afterMs: 60_000 }],
    [error(429, 20429), { outcome: 'later', afterMs: 1_000 }],
    [
      { ...error(429, 20429), headers: { 'retry-after': '7' } },
      { outcome: 'later', afterMs: 7_000 },
    ],
    [
      { ...error(429, 20429), headers: { 'retry-after': '99999' } },
      { outcome: 'later', afterMs: 3_600_000 },
    ],
    [
      { ...error(429, 20429), headers: { 'retry-after': 'Mon, 23 Nov 2026 12:00:00 GMT' } },
      { outcome: 'later', afterMs: 1_000 },
    ],
    [
      { status: 429, body: '<html>slow down</html>', headers: { 'content-type': 'text/html' } },
      { outcome: 'later', afterMs: 1_000 },
    ],
    [error(500, 20500), { outcome: 'unknown' }],
    [{ status: 503, body: '<html>away</html>', headers: { 'content-type': 'text/html' } }, { outcome: 'unknown' }],
    [{ status: 408, body: '' }, { outcome: 'unknown' }],
    [{ status: 302, headers: { location: 'https://example.invalid/' }, body: '' }, { outcome: 'unknown' }],
    [{ status: 201, body: 'not JSON' }, { outcome: 'unknown' }],
  ] as [Reply, object][])('%j', async (reply, end) => {
    expect(await sendTo(reply)).toEqual(end);
  });

  it('codes mean the same in a callback', () => {
    expect([30003, 30005, 30007, 30034, 63049, 12345, null].map(refusalOf)).toEqual([
      'unreachable',
      'badNumber',
      'filtered',
      'notRegistered',
      'unreachable',
      'other',
      'other',
    ]);
  });
});

describe('Twilio’s silence', () => {
  it('nobody listens: surely nothing was done', async () => {
    const server = net.createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as net.AddressInfo;
    server.close();
    await once(server, 'close');
    expect(await send(`http://127.0.0.1:${String(port)}`)).toEqual({ outcome: 'later', afterMs: 1_000 });
  });
});

describe('loopback', () => {
  it('is reached without the proxy that the environment names', async () => {
    for (const name of ['HTTP_PROXY', 'HTTPS_PROXY', 'http_proxy', 'https_proxy'])
      vi.stubEnv(name, 'http://127.0.0.1:9');
    expect(await sendTo({ status: 201, body: { sid: 'SM1' } })).toEqual({ outcome: 'done', value: { sid: 'SM1' } });
  });
});
