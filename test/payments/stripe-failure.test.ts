import { once } from 'node:events';
import net from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { usd } from '../../src/domain/money.ts';
import { makePayments } from '../../src/payments/payments.ts';
import { startReceiver, type Reply } from '../support/receiver.ts';

const paymentsAt = (url: string) => makePayments({ config: readConfig({ TWILIO_API_URL: url, STRIPE_API_URL: url }) });
const error = (status: number, body: object): Reply => ({ status, body: { error: { message: 'no', ...body } } });
const invalid = (code: string) => error(400, { type: 'invalid_request_error', code });
const order = {
  key: 'b1:link:1',
  bookingId: 'b1',
  attempt: 1,
  total: usd(5_000),
  title: 'K7',
  closedMessage: 'Closed.',
};
const refund = { key: 'b1:refund:1', bookingId: 'b1', paymentIntent: 'pi_1', amount: usd(500) };
const empty: Reply = { body: { object: 'list', data: [], has_more: false, url: '/v1/refunds' } };

/** Asks for a link from a Stripe that always answers this. */
const linkFrom = async (reply: Reply) => {
  const receiver = await startReceiver(() => reply);
  const end = await paymentsAt(receiver.url).makeLink(order);
  receiver.close();
  return { end, keys: receiver.requests.map(({ headers }) => headers['idempotency-key']) };
};

afterEach(() => vi.unstubAllEnvs());

describe('Stripe’s answers', () => {
  it.each([
    [invalid('amount_too_small'), { outcome: 'refused', reason: 'amount_too_small', code: 400 }],
    [error(400, { type: 'invalid_request_error' }), { outcome: 'refused', reason: 'invalid_request_error', code: 400 }],
    [
      error(402, { type: 'card_error', code: 'card_declined' }),
      { outcome: 'refused', reason: 'card_declined', code: 402 },
    ],
    [
      error(403, { type: 'invalid_request_error', code: 'oauth_not_supported' }),
      { outcome: 'refused', reason: 'oauth_not_supported', code: 403 },
    ],
    [
      error(404, { type: 'invalid_request_error', code: 'resource_missing' }),
      { outcome: 'refused', reason: 'resource_missing', code: 404 },
    ],
    [error(401, { type: 'invalid_request_error' }), { outcome: 'later', afterMs: 60_000 }],
    [error(409, { type: 'idempotency_error', code: 'idempotency_key_in_use' }), { outcome: 'later', afterMs: 1_000 }],
    [error(429, { type: 'invalid_request_error', code: 'rate_limit' }), { outcome: 'later', afterMs: 1_000 }],
    [
      { ...error(429, { type: 'invalid_request_error', code: 'lock_timeout' }), headers: { 'retry-after': '4' } },
      { outcome: 'later', afterMs: 4_000 },
    ],
    [invalid('rate_limit'), { outcome: 'later', afterMs: 1_000 }],
    [error(500, { type: 'api_error' }), { outcome: 'unknown' }],
    [{ ...error(503, { type: 'api_error' }), headers: { 'stripe-should-retry': 'true' } }, { outcome: 'unknown' }],
    [{ status: 502, body: '<html>bad gateway</html>' }, { outcome: 'unknown' }],
    [{ status: 200, body: 'not JSON' }, { outcome: 'unknown' }],
  ] as [Reply, object][])('%j', async (reply, end) => {
    const asked = await linkFrom(reply);
    expect(asked).toEqual({ end, keys: ['b1:link:1'] });
  });

  it('a key that was used with other parameters is left for the next, five at most', async () => {
    const conflict = error(400, { type: 'idempotency_error' });
    const { end, keys } = await linkFrom(conflict);
    expect(end).toEqual({ outcome: 'refused', reason: 'idempotency_error', code: 400 });
    expect(keys).toEqual(['b1:link:1', 'b1:link:1#2', 'b1:link:1#3', 'b1:link:1#4', 'b1:link:1#5']);
  });

  it('a fresh 500 never leads to another key, a replayed one does', async () => {
    const replayed = { ...error(500, { type: 'api_error' }), headers: { 'idempotent-replayed': 'true' } };
    expect((await linkFrom(replayed)).keys).toHaveLength(5);
    expect((await linkFrom(error(500, { type: 'api_error' }))).keys).toEqual(['b1:link:1']);
  });

  it('what a spent key left behind is found before the next key is used', async () => {
    const made = { id: 're_1', object: 'refund', amount: 500, status: 'succeeded', metadata: { step: refund.key } };
    let looks = 0;
    const receiver = await startReceiver(({ method }) => {
      if (method === 'POST')
        return { ...error(500, { type: 'api_error' }), headers: { 'idempotent-replayed': 'true' } };
      return looks++ === 0 ? empty : { body: { object: 'list', data: [made], has_more: false, url: '/v1/refunds' } };
    });
    const end = await paymentsAt(receiver.url).refund(refund);
    receiver.close();
    expect(end).toEqual({ outcome: 'done', value: { refundId: 're_1' } });
    expect(receiver.requests.map(({ method }) => method)).toEqual(['GET', 'POST', 'GET']);
  });

  it.each(['failed', 'canceled'])('a refund that %s is no refund', async (status) => {
    const receiver = await startReceiver(({ method }) =>
      method === 'GET' ? empty : { body: { id: 're_1', object: 'refund', amount: 500, status, metadata: {} } },
    );
    const end = await paymentsAt(receiver.url).refund(refund);
    receiver.close();
    expect(end).toEqual({ outcome: 'refused', reason: status, code: null });
  });

  it('no look, no money: when the list cannot be read, nothing is made', async () => {
    const receiver = await startReceiver(() => error(500, { type: 'api_error' }));
    expect(await paymentsAt(receiver.url).refund(refund)).toEqual({ outcome: 'unknown' });
    receiver.close();
    expect(receiver.requests.map(({ method }) => method)).toEqual(['GET']);
  });

  it('a charge whose fee is not posted yet is read later', async () => {
    const charge = { id: 'ch_1', object: 'charge', status: 'succeeded', amount: 500, balance_transaction: null };
    const receiver = await startReceiver(() => ({
      body: { id: 'pi_1', object: 'payment_intent', latest_charge: charge },
    }));
    expect(await paymentsAt(receiver.url).readCharge('pi_1')).toEqual({ outcome: 'later', afterMs: 2_000 });
    receiver.close();
  });
});

describe('Stripe’s silence', () => {
  it('nobody listens: surely nothing was done', async () => {
    const server = net.createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as net.AddressInfo;
    server.close();
    await once(server, 'close');
    expect(await paymentsAt(`http://127.0.0.1:${String(port)}`).makeLink(order)).toEqual({
      outcome: 'later',
      afterMs: 1_000,
    });
  });
});

describe('loopback', () => {
  it('is reached without the proxy that the environment names', async () => {
    for (const name of ['HTTP_PROXY', 'HTTPS_PROXY', 'http_proxy', 'https_proxy'])
      vi.stubEnv(name, 'http://127.0.0.1:9');
    const { end } = await linkFrom({
      body: { id: 'plink_1', object: 'payment_link', url: 'https://buy.stripe.com/1' },
    });
    expect(end).toEqual({ outcome: 'done', value: { linkId: 'plink_1', url: 'https://buy.stripe.com/1' } });
  });
});
