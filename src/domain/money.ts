// Money is integer minor units and a currency, never a float.
export interface Money {
  readonly cents: number;
  readonly currency: 'USD';
}

/** US dollars from integer cents. Throws a RangeError when `cents` is not a safe integer. */
export const usd = (cents: number): Money => {
  if (!Number.isSafeInteger(cents)) throw new RangeError('Money is made of whole cents.');
  return { cents, currency: 'USD' };
};

/** Part of an amount in basis points (1 % = 100), rounded half up, in cents. */
export const shareOf = (amount: Money, basisPoints: number): Money =>
  usd(Math.floor((amount.cents * basisPoints + 5_000) / 10_000));

export const plus = (left: Money, right: Money): Money => usd(left.cents + right.cents);
export const minus = (left: Money, right: Money): Money => usd(left.cents - right.cents);
