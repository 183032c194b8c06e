import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { makePayments } from '../../src/payments/payments.ts';
import { startReceiver, type Received, type Reply } from '../support/receiver.ts';

type Session = { id: string; status: string; payment_status: string };
const session = (status: string, payment = 'unpaid'): Session => ({ id: 'cs_1', status, payment_status: payment });
const list = (...data: Session[]): Reply => ({
  body: { object: 'list', data, has_more: false, url: '/v1/checkout/sessions' },
});
const notOpen: Reply = {
  status: 400,
  body: {
    error: {
      type: 'invalid_request_error',
      message: 'Only Checkout Sessions with a status in ["open"] can be expired.',
    },
  },
};

/** Closes a link whose sessions look like this, first and after they were asked to end. */
const closeWith = async (before: Session[], after: Session[], expire: Reply = notOpen) => {
  let looks = 0;
  const answer = ({ method, path }: Received): Reply => {
    if (path.endsWith('/expire')) return expire;
    if (method === 'GET') return list(...(looks++ === 0 ? before : after));
    return { body: { id: 'plink_1', object: 'payment_link', active: false } };
  };
  const receiver = await startReceiver(answer);
  const payments = makePayments({ config: readConfig({ TWILIO_API_URL: receiver.url, STRIPE_API_URL: receiver.url }) });
  const end = await payments.closeLink({ key: 'b1:close:1', linkId: 'plink_1' });
  receiver.close();
  return { end, asked: receiver.requests.map(({ method, path }) => `${method} ${path}`) };
};

describe('a session that is paid while its link is being closed', () => {
  it('cannot be ended, is looked at again, and counts', async () => {
    const { end, asked } = await closeWith([session('open')], [session('complete', 'paid')]);
    expect(end).toEqual({ outcome: 'done', value: { isCompleted: true } });
    expect(asked).toEqual([
      'POST /v1/payment_links/plink_1',
      'GET /v1/checkout/sessions',
      'POST /v1/checkout/sessions/cs_1/expire',
      'GET /v1/checkout/sessions',
    ]);
  });

  it('leaves the answer open as long as it is neither paid nor ended', async () => {
    const { end } = await closeWith([session('open')], [session('open')]);
    expect(end).toEqual({ outcome: 'later', afterMs: 2_000 });
  });

  it('does not count when it completed without a payment', async () => {
    const { end } = await closeWith([session('open')], [session('complete', 'unpaid')]);
    expect(end).toEqual({ outcome: 'done', value: { isCompleted: false } });
  });

  it('is not believed ended when Stripe fails to answer', async () => {
    const { end } = await closeWith([session('open')], [session('expired')], {
      status: 503,
      body: '<html>away</html>',
    });
    expect(end).toEqual({ outcome: 'unknown' });
  });

  it('is never looked at before the link takes no more visits', async () => {
    const { asked } = await closeWith([], []);
    expect(asked[0]).toBe('POST /v1/payment_links/plink_1');
  });
});
