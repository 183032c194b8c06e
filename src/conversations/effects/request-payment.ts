// The payment link of one attempt. The key is the business step: asked again, Stripe gives the same link.
import { tradeWords } from '../../domain/trades.ts';
import type { OuterEffect } from '../../machines/effects.ts';
import { fromRemote, type Outcome } from '../outcome.ts';
import type { Performance } from '../perform.ts';
import type { Tools } from '../tools.ts';

type Order = Extract<OuterEffect, { type: 'requestPayment' }>;

const CLOSED = {
  en: 'This link is closed and nothing was charged. Text us to go on.',
  es: 'Este enlace ya se cerro y no se cobro nada. Mandenos un mensaje para seguir.',
} as const;

export const requestPayment = async (tools: Tools, order: Order, { item }: Performance): Promise<Outcome> => {
  const { attempt, bookingId, code, language, total, trade } = order;
  const link = await tools.payments.makeLink({
    key: `${bookingId}:link:${attempt}`,
    bookingId,
    attempt,
    total,
    title: `${tradeWords(trade, language).name} ${code}`,
    closedMessage: CLOSED[language],
  });
  return fromRemote(
    link,
    {
      done: ({ linkId, url }) => [{ type: 'link.made', attempt, linkId, url }],
      refused: () => [{ type: 'link.refused', attempt }],
    },
    item.tries,
  );
};
