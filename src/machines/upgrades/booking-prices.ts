// Booking 1 to 2: an offer and a try carry the price that was said, not only the provider's rate. The shares are those of version 1.
import { minus, plus, shareOf, usd } from '../../domain/money.ts';
import type { StoredMachine } from '../stored.ts';

interface Offered {
  readonly candidate: { readonly rateInCents: number };
}

const withPrice = <Some extends Offered>(offered: Some) => {
  const price = usd(offered.candidate.rateInCents);
  const [fee, share] = [shareOf(price, 500), shareOf(price, 1_500)];
  return { ...offered, price: { price, fee, total: plus(price, fee), net: minus(price, share) } };
};

/** A booking of version 1 with the prices of its time. */
export const withPrices = ({ context, value }: StoredMachine): Pick<StoredMachine, 'value' | 'context'> => {
  const { offers, tries } = context as { readonly offers: readonly Offered[]; readonly tries: readonly Offered[] };
  return { value, context: { ...context, offers: offers.map(withPrice), tries: tries.map(withPrice) } };
};
