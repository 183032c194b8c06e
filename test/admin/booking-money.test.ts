import { expect, it } from 'vitest';
import { markupOf } from '../../src/admin/html.ts';
import { moneyBox } from '../../src/admin/pages/booking-money.ts';
import type { BookingView } from '../../src/conversations/booking-view.ts';

const around = { now: new Date('2035-03-09T15:00:00Z'), zone: 'America/Chicago', csrf: '' };
const shown = (state: 'open' | 'won' | 'lost'): string => {
  const dispute = { disputeId: 'du_1', chargeId: 'ch_1', amountInCents: 13_545, state };
  const why = { reason: 'product_not_received', answerBy: '2035-03-23T15:00:00Z' };
  const booking = { payments: [], disputes: [{ ...dispute, ...why }] } as Partial<BookingView> as BookingView;
  return markupOf(moneyBox(booking, [], around))
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
};

it('a dispute shows what whoever answers the bank has to know, then how it ended', () => {
  expect(shown('open')).toMatch(
    /\$135\.45 disputed \(product not received\), the bank decides, evidence until Fri, Mar 23, 10 am du_1/,
  );
  expect(shown('lost')).toMatch(/\$135\.45 disputed \(product not received\), lost du_1/);
});
