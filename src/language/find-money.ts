import type { Money } from '../domain/money.ts';
import { maskSpan } from './fold-text.ts';

const AMOUNT = '(\\d{1,3}(?:,\\d{3}){1,2}|\\d{1,6})(?:\\.(\\d{1,2}))?';
const DOLLARS = [
  new RegExp(`\\$ ?${AMOUNT}( ?k\\b)?`),
  new RegExp(`(?<![\\d.,])${AMOUNT}( ?k)? ?(?:dollars?|bucks|usd|dolares|dolar|dls|lana|pesos)\\b`),
];

/** The first amount of US dollars in a folded text, and the text with all amounts covered. */
export function findMoney(folded: string): { readonly money: Money | null; readonly rest: string } {
  let rest = folded;
  let money: Money | null = null;
  for (const pattern of DOLLARS) {
    for (let i = 0; i < 4; i += 1) {
      const found = pattern.exec(rest);
      if (!found) break;
      money ??= moneyOf(found);
      rest = maskSpan(rest, found.index, found.index + found[0].length);
    }
  }
  return { money, rest };
}

function moneyOf([, whole = '0', part = '', thousands]: RegExpExecArray): Money | null {
  const cents = Number(whole.replace(/,/g, '')) * 100 + Number(part.padEnd(2, '0'));
  return { cents: thousands ? cents * 1000 : cents, currency: 'USD' };
}
