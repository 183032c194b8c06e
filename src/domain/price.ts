import { minus, plus, shareOf, usd, type Money } from './money.ts';

/** What the homeowner pays on top of the provider's price, in basis points. */
export const CUSTOMER_FEE = 500;
/** What the provider leaves with us, in basis points of the price. */
export const PROVIDER_FEE = 1_500;

export interface Price {
  /** the provider's own price for the visit */
  readonly price: Money;
  /** the homeowner's fee, shown up front */
  readonly fee: Money;
  /** what the homeowner pays: price + fee */
  readonly total: Money;
  /** what the provider gets: price less our share */
  readonly net: Money;
}

/** The four amounts of a visit, from the provider's rate in cents. `total - net` is ours, before Stripe's fee. */
export const priceOf = (rateInCents: number): Price => {
  const price = usd(rateInCents);
  const fee = shareOf(price, CUSTOMER_FEE);
  return { price, fee, total: plus(price, fee), net: minus(price, shareOf(price, PROVIDER_FEE)) };
};
