import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  chargeEntry,
  isBalanced,
  refundEntry,
  transferEntry,
  type Account,
  type LedgerEntry,
} from '../../src/domain/ledger.ts';
import { priceOf } from '../../src/domain/price.ts';

const at = '2026-11-24T15:10:00Z';
const bookingId = 'b1';
const balanceOf = (entries: readonly LedgerEntry[], account: Account): number =>
  entries
    .flatMap(({ legs }) => legs)
    .filter((leg) => leg.account === account)
    .reduce((sum, { cents }) => sum + cents, 0);

const amounts = fc.integer({ min: 100, max: 2_000_000 });
const fees = fc.integer({ min: 0, max: 99 });

test('I4 a paid-out visit: nothing is held any more, what we have is what we earned less what Stripe kept', () => {
  fc.assert(
    fc.property(amounts, fees, (rateInCents, feeInCents) => {
      const { net, total } = priceOf(rateInCents);
      const entries = [
        chargeEntry({ bookingId, at, chargeId: 'ch_1', amountInCents: total.cents, feeInCents }),
        transferEntry({ bookingId, at, transferId: 'tr_1', totalInCents: total.cents, netInCents: net.cents }),
      ];
      expect(entries.every(isBalanced)).toBe(true);
      expect(balanceOf(entries, 'held')).toBe(0);
      expect(balanceOf(entries, 'revenue')).toBe(net.cents - total.cents);
      expect(balanceOf(entries, 'stripe')).toBe(total.cents - net.cents - feeInCents);
    }),
    { seed: 4 },
  );
});

test('I4 a returned payment: nothing is held, Stripe keeps its fee', () => {
  fc.assert(
    fc.property(amounts, fees, (amountInCents, feeInCents) => {
      const entries = [
        chargeEntry({ bookingId, at, chargeId: 'ch_1', amountInCents, feeInCents }),
        refundEntry({ bookingId, at, refundId: 're_1', amountInCents }),
      ];
      expect(entries.every(isBalanced)).toBe(true);
      expect(balanceOf(entries, 'held')).toBe(0);
      expect(balanceOf(entries, 'stripe')).toBe(0 - feeInCents);
    }),
    { seed: 6 },
  );
});

test('an entry is named by what it is about, so that posting it twice posts it once', () => {
  const entry = refundEntry({ bookingId, at, refundId: 're_1', amountInCents: 100 });
  expect(entry).toMatchObject({ id: 'b1:refund:re_1', kind: 'refund', source: 're_1', bookingId, at });
});
