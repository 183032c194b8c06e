// The payment link of one attempt. The key is the business step: asked again, Stripe gives the same link, and we text the same address.
import { tradeWords } from '../../domain/trades.ts';
import type { OuterEffect } from '../../machines/effects.ts';
import { fromRemote, type Outcome } from '../outcome.ts';
import type { Performance } from '../perform-lane.ts';
import type { Tools } from '../tools.ts';

type Order = Extract<OuterEffect, { type: 'requestPayment' }>;

const CLOSED = {
  en: 'This link is closed and nothing was charged. Text us to go on.',
  es: 'Este enlace ya se cerro y no se cobro nada. Mandenos un mensaje para seguir.',
} as const;

/** Longer than any hold: until then a closed link says so in its own words. */
const SHORT_LINK_MS = 24 * 3_600_000;

export const requestPayment = async (tools: Tools, order: Order, { item }: Performance): Promise<Outcome> => {
  const { attempt, bookingId, code, language, total, trade } = order;
  const key = `${bookingId}:link:${attempt}`;
  const link = await tools.payments.makeLink({
    key,
    bookingId,
    attempt,
    total,
    title: `${tradeWords(trade, language).name} ${code}`,
    closedMessage: CLOSED[language],
  });
  const url = link.outcome === 'done' ? await shortened(tools, key, link.value.url) : '';
  return fromRemote(
    link,
    {
      done: ({ linkId }) => [{ type: 'link.made', attempt, linkId, url }],
      refused: () => [{ type: 'link.refused', attempt }],
    },
    item.tries,
  );
};

const shortened = (tools: Tools, purpose: string, url: string): Promise<string> =>
  tools.shortLinks.make({ purpose, url, expiresAt: new Date(tools.clock.now().getTime() + SHORT_LINK_MS) });
