import { customAlphabet } from 'nanoid';

const random = customAlphabet('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', 24);

/** A fresh id in Stripe's form: `newId('pi')` is `pi_` and 24 letters and digits. */
export function newId(prefix: string): string {
  return `${prefix}_${random()}`;
}
