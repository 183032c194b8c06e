import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePayments } from '../../src/payments/payments.ts';
import { readStripeEvent, type StripeNews } from '../../src/payments/webhook.ts';
import { openSandboxWorld, type SandboxWorld } from '../support/sandbox-world.ts';
import { accountOf, booksOf, CARDS, linkOrder, payPage, valueOf } from './money.ts';

let world: SandboxWorld;
let payments: ReturnType<typeof makePayments>;

beforeAll(async () => {
  world = await openSandboxWorld();
  payments = makePayments(world);
});
afterAll(() => world.close());

/** Everything that came to us until now, as we read it; all of it must be signed. */
const heard = (): StripeNews[] =>
  world.webhooks.map(({ path, body, headers }) => {
    expect(path).toBe('/webhooks/stripe');
    const news = readStripeEvent({
      rawBody: body,
      signature: headers['stripe-signature'] as string,
      secrets: world.config.stripe.webhookSecrets,
    });
    if (news.outcome !== 'event') throw new Error('not signed');
    return news;
  });
const heardOf = (bookingId: string) =>
  heard().flatMap((news) => (news.for?.kind === 'booking' && news.for.id === bookingId ? [news.event] : []));
const linkFor = async (bookingId: string) => valueOf(await payments.makeLink(linkOrder(bookingId))).linkId;

describe('what the sandbox tells', () => {
  it('of a card that was declined, then authenticated in vain, then good', async () => {
    const linkId = await linkFor('e1');
    const { session } = await payPage(world, linkId, { card: CARDS.poor });
    await payPage(world, linkId, { card: CARDS.asks, session: session!, authenticate: 'fail' });
    await payPage(world, linkId, { card: CARDS.pays, session: session! });
    await expect.poll(() => heardOf('e1')).toHaveLength(3);
    const { charges } = await booksOf(world);
    const paymentIntent = charges.find(({ metadata }) => metadata['booking'] === 'e1')!.payment_intent;
    expect(heardOf('e1')).toEqual([
      { type: 'payment.declined', attempt: 1, paymentIntent, reason: 'insufficientFunds' },
      { type: 'payment.declined', attempt: 1, paymentIntent, reason: 'notAuthenticated' },
      { type: 'payment.paid', attempt: 1, paymentIntent, amountInCents: 14_700 },
    ]);
  });

  it('of a dispute and how it ends, whose booking its charge knows', async () => {
    const linkId = await linkFor('e2');
    await payPage(world, linkId, { card: CARDS.pays });
    const { charges } = await booksOf(world);
    const charge = charges.find(({ metadata }) => metadata['booking'] === 'e2')!;
    const { id } = (await world.post('/disputes', { charge: charge.id, reason: 'fraudulent' })) as { id: string };
    await world.post(`/disputes/${id}`, { outcome: 'won' });
    const disputes = () => heard().filter((news) => news.for?.kind === 'charge' && news.for.chargeId === charge.id);
    await expect.poll(disputes).toHaveLength(4);
    expect(disputes().filter(({ type }) => type === 'charge.dispute.closed')).toMatchObject([
      {
        event: {
          type: 'dispute.closed',
          outcome: 'won',
          movements: [
            { amountInCents: -charge.amount, feeInCents: 1_500 },
            { amountInCents: charge.amount, feeInCents: -1_500 },
          ],
        },
      },
    ]);
    expect(valueOf(await payments.readBookingOfCharge(charge.id))).toEqual({ bookingId: 'e2' });
  });

  it('of an account that becomes active', async () => {
    const accountId = await accountOf(world, payments, 'active');
    const changes = () => heard().filter(({ event }) => event?.type === 'account.changed');
    await expect.poll(() => changes().length).toBeGreaterThanOrEqual(1);
    expect(changes()[0]).toMatchObject({ for: { kind: 'account', accountId }, event: { accountId } });
  });

  it('holds no stray', () => {
    expect(heard().filter(({ isStray }) => isStray)).toEqual([]);
  });
});
