import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { cards, idOf, linkFor, pay, readBooks } from './goods.ts';
import { openStand, type Stand } from './stand.ts';

interface Shown {
  session: string | null;
  amount: number;
  status: string;
  url: string | null;
  message?: string;
}

let stand: Stand;
beforeAll(async () => void (stand = await openStand()));
afterAll(() => stand.close());
beforeEach(async () => {
  await stand.heard();
});

const makeLink = async (amount = 9_900) => {
  const link = await stand.stripe.paymentLinks.create(linkFor(amount));
  await stand.heard();
  return link;
};
const visit = (id: string) => stand.ask<Shown>('GET', `/pay/${id}`);
const sessions = async (link: string) => (await stand.stripe.checkout.sessions.list({ payment_link: link })).data;

describe('cards', () => {
  test('a declined card leaves the session open for another', async () => {
    const link = await makeLink();
    const { session } = await visit(link.id);
    const declined = await pay(stand, link.id, { card: cards.insufficient, session: session! });
    expect(declined).toMatchObject({ status: 'declined', decline: 'insufficient_funds' });
    expect(await stand.heard()).toEqual(['charge.failed', 'payment_intent.created', 'payment_intent.payment_failed']);
    const [open] = await sessions(link.id);
    expect(open).toMatchObject({ status: 'open', payment_status: 'unpaid' });
    const intent = await stand.stripe.paymentIntents.retrieve(idOf(open?.payment_intent));
    expect(intent).toMatchObject({
      status: 'requires_payment_method',
      last_payment_error: { type: 'card_error', decline_code: 'insufficient_funds' },
    });
    expect(await pay(stand, link.id, { card: cards.pays, session: session! })).toMatchObject({ status: 'paid' });
    const { data } = await stand.stripe.charges.list({ payment_intent: intent.id });
    expect(data.map((charge) => charge.status)).toEqual(['succeeded', 'failed']);
    expect((await readBooks(stand)).charges.map((charge) => charge.id)).toEqual([data[0]?.id]);
  });

  test('a number that is no test card is declined', async () => {
    const link = await makeLink();
    const answer = await pay(stand, link.id, { card: '4111-1111-1111-1111' });
    expect(answer).toMatchObject({ status: 'declined', decline: 'generic_decline' });
  });

  test('3-D Secure: the answer stays open, fails, and passes at last', async () => {
    const link = await makeLink();
    const { session } = await visit(link.id);
    const answer = (authenticate: string) => pay(stand, link.id, { card: cards.asks, session: session!, authenticate });
    expect(await answer('leave')).toMatchObject({ status: 'requires_action' });
    const [open] = await sessions(link.id);
    const intent = () => stand.stripe.paymentIntents.retrieve(idOf(open?.payment_intent));
    expect(await intent()).toMatchObject({ status: 'requires_action', next_action: { type: 'redirect_to_url' } });
    expect(await answer('fail')).toMatchObject({
      status: 'declined',
      decline: 'payment_intent_authentication_failure',
    });
    expect(await intent()).toMatchObject({ status: 'requires_payment_method', latest_charge: null });
    expect(await answer('pass')).toMatchObject({ status: 'paid' });
    expect(await intent()).toMatchObject({ status: 'succeeded', next_action: null });
  });

  test('a refund that had succeeded fails an hour later, and the charge is unrefunded', async () => {
    const link = await makeLink(20_000);
    await pay(stand, link.id, { card: cards.refundFails });
    const [charge] = (await stand.stripe.charges.list({ limit: 1 })).data;
    const refund = await stand.stripe.refunds.create({ charge: charge!.id });
    expect(refund.status).toBe('succeeded');
    await stand.heard();
    await stand.skip(2);
    expect(await stand.heard()).toEqual(['charge.refund.updated', 'refund.failed', 'refund.updated']);
    const failed = await stand.stripe.refunds.retrieve(refund.id);
    expect(failed).toMatchObject({ status: 'failed', failure_reason: 'expired_or_canceled_card' });
    expect(await stand.stripe.charges.retrieve(charge!.id)).toMatchObject({ amount_refunded: 0, refunded: false });
  });
});

describe('links and sessions', () => {
  test('each visit opens a session of its own; the limit lets one of them pay', async () => {
    const link = await makeLink();
    const first = await visit(link.id);
    const second = await visit(link.id);
    expect(first).toMatchObject({ status: 'open', amount: 9_900, currency: 'usd' });
    expect(second.session).not.toBe(first.session);
    expect(await pay(stand, link.id, { card: cards.pays, session: first.session! })).toMatchObject({ status: 'paid' });
    expect(await pay(stand, link.id, { card: cards.pays, session: second.session! })).toMatchObject({
      status: 'closed',
    });
    expect(await pay(stand, link.id, { card: cards.pays })).toMatchObject({ status: 'closed' });
    const spent = await stand.stripe.paymentLinks.retrieve(link.id);
    expect(spent).toMatchObject({ active: false, restrictions: { completed_sessions: { count: 1, limit: 1 } } });
  });

  test('a link that was closed shows its message, while a session from before can still pay', async () => {
    const link = await makeLink();
    const { session } = await visit(link.id);
    await stand.stripe.paymentLinks.update(link.id, { active: false, inactive_message: 'Your hold has ended.' });
    expect(await visit(link.id)).toMatchObject({ status: 'closed', session: null, message: 'Your hold has ended.' });
    expect(await pay(stand, link.id, { card: cards.pays })).toMatchObject({ status: 'closed' });
    expect(await pay(stand, link.id, { card: cards.pays, session: session! })).toMatchObject({ status: 'paid' });
  });

  test('an expired session cannot pay, and only an open one can be expired', async () => {
    const link = await makeLink();
    const { session } = await visit(link.id);
    await pay(stand, link.id, { card: cards.insufficient, session: session! });
    const expired = await stand.stripe.checkout.sessions.expire(session!);
    expect(expired).toMatchObject({ status: 'expired', url: null });
    expect(await stand.heard()).toEqual(
      expect.arrayContaining(['checkout.session.expired', 'payment_intent.canceled']),
    );
    expect(await pay(stand, link.id, { card: cards.pays, session: session! })).toMatchObject({ status: 'expired' });
    await expect(stand.stripe.checkout.sessions.expire(session!)).rejects.toThrow('status of expired');
  });

  test('a payment that comes before the expiry wins', async () => {
    const link = await makeLink();
    const { session } = await visit(link.id);
    await pay(stand, link.id, { card: cards.pays, session: session! });
    await expect(stand.stripe.checkout.sessions.expire(session!)).rejects.toThrow('status of complete');
  });

  test('a session expires by itself after a day', async () => {
    const link = await makeLink();
    const { session } = await visit(link.id);
    await stand.skip(24.1);
    expect(await stand.heard()).toContain('checkout.session.expired');
    expect(await stand.stripe.checkout.sessions.retrieve(session!)).toMatchObject({ status: 'expired' });
  });

  test('a session of the API has its own page and its own end', async () => {
    const { line_items: lines } = linkFor(4_000);
    const inAnHour = Math.floor(stand.world.clock.now().getTime() / 1000) + 3_600;
    const session = await stand.stripe.checkout.sessions.create({
      mode: 'payment',
      line_items: lines,
      success_url: 'https://example.com/done',
      client_reference_id: 'b7',
      expires_at: inAnHour,
    });
    expect(await visit(session.id)).toMatchObject({ session: session.id, status: 'open', amount: 4_000 });
    expect(await pay(stand, session.id, { card: cards.pays })).toMatchObject({ status: 'paid' });
    expect(await visit(session.id)).toMatchObject({ status: 'closed', session: null });
  });

  test('line items can be listed and expanded', async () => {
    const link = await makeLink(1_234);
    const { data } = await stand.stripe.paymentLinks.listLineItems(link.id);
    expect(data).toMatchObject([{ amount_total: 1_234, description: 'Faucet repair', quantity: 1 }]);
    const expanded = await stand.stripe.paymentLinks.retrieve(link.id, { expand: ['line_items'] });
    expect(expanded.line_items?.data).toEqual(data);
  });

  test('the phones page sees what became of each link', async () => {
    const [newest] = await stand.ask<{ status: string; amount: number }[]>('GET', '/payments');
    expect(newest).toMatchObject({ status: 'open', amount: 1_234 });
  });
});

describe('the hosted page', () => {
  const html = async (path: string, language: string) => {
    const headers = { accept: 'text/html', 'accept-language': language };
    const answer = await fetch(`${stand.world.address.url}${path}`, { headers });
    return { type: answer.headers.get('content-type'), text: await answer.text() };
  };

  test('says amount and purpose in English and Spanish, with a button for each test card', async () => {
    const link = await makeLink(12_345);
    const english = await html(`/pay/${link.id}`, 'en-US,en;q=0.9');
    expect(english.type).toContain('text/html');
    expect(english.text).toContain('$123.45');
    expect(english.text).toContain('Faucet repair');
    expect(english.text.match(/data-card=/g)).toHaveLength(5);
    const spanish = await html(`/pay/${link.id}`, 'es-MX,es;q=0.9');
    expect(spanish.text).toContain('Pague con una tarjeta de prueba');
    expect(spanish.text).toContain('$123.45');
    expect(await sessions(link.id)).toHaveLength(2);
  });

  test('a closed link says so in the language of the visitor', async () => {
    const link = await makeLink();
    await stand.stripe.paymentLinks.update(link.id, { active: false });
    expect((await html(`/pay/${link.id}`, 'es')).text).toContain('Este enlace ya no acepta pagos.');
    expect((await html(`/pay/${link.id}`, 'en')).text).not.toContain('data-card');
  });

  test('a description cannot bring markup onto the page', async () => {
    const product = { currency: 'usd', unit_amount: 500, product_data: { name: '<script>alert(1)</script>' } };
    const link = await stand.stripe.paymentLinks.create({ line_items: [{ price_data: product, quantity: 1 }] });
    expect((await html(`/pay/${link.id}`, 'en')).text).not.toContain('<script>alert');
  });

  test('an unknown link is a 404', async () => {
    const answer = await fetch(`${stand.world.address.url}/pay/plink_nobody`);
    expect(answer.status).toBe(404);
  });
});
