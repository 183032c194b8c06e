import { z } from 'zod';

import { newId } from './identifiers.ts';
import { cents, currency, integer, metadata } from './parameters.ts';
import type { LineItem } from './records.ts';
import { missing, refuse } from './refusal.ts';

const product = z.strictObject({
  name: z.string().min(1),
  description: z.string().optional(),
  metadata: metadata.optional(),
});

/** `line_items` of links and sessions: prices are said inline, at most 20 lines. */
export const lineItems = z
  .array(
    z.strictObject({
      price: z.string().optional(),
      price_data: z.strictObject({ currency, unit_amount: cents, product_data: product }).optional(),
      quantity: integer.refine((count) => count >= 1, 'Invalid positive integer'),
    }),
  )
  .min(1)
  .max(20);

/** Lines to keep. Throws a refusal for a stored price (the stand-in keeps none) and under Stripe's minimum of 50 cents. */
export function toLineItems(given: z.output<typeof lineItems>, created: number): LineItem[] {
  const lines = given.map((line) => {
    if (line.price !== undefined) throw missing('price', line.price, 'line_items[0][price]');
    if (line.price_data === undefined)
      throw refuse('You must provide one of `price` or `price_data` for each line item.');
    const { unit_amount: unitAmount, product_data: sold } = line.price_data;
    const ids = { id: newId('li'), price: newId('price'), product: newId('prod') };
    return { ...ids, name: sold.name, unitAmount, quantity: line.quantity, created };
  });
  requireChargeable(totalOf(lines));
  return lines;
}

/** The sum of all lines, in cents. */
export function totalOf(lines: LineItem[]): number {
  return lines.reduce((sum, line) => sum + line.unitAmount * line.quantity, 0);
}

/** Stripe's `item` object. */
export function showLineItem(line: LineItem): object {
  const amount = line.unitAmount * line.quantity;
  return {
    id: line.id,
    object: 'item',
    adjustable_quantity: null,
    amount_discount: 0,
    amount_subtotal: amount,
    amount_tax: 0,
    amount_total: amount,
    currency: 'usd',
    description: line.name,
    metadata: {},
    price: showPrice(line),
    quantity: line.quantity,
  };
}

function requireChargeable(total: number): void {
  if (total < 50)
    throw refuse("The Checkout Session's total amount must convert to at least 50 cents.", 'amount_too_small');
  if (total > 99_999_999) throw refuse('The total amount must be no more than $999,999.99.', 'amount_too_large');
}

function showPrice(line: LineItem): object {
  return {
    id: line.price,
    object: 'price',
    active: false,
    billing_scheme: 'per_unit',
    created: line.created,
    currency: 'usd',
    custom_unit_amount: null,
    livemode: false,
    lookup_key: null,
    metadata: {},
    nickname: null,
    product: line.product,
    recurring: null,
    tax_behavior: 'unspecified',
    tiers_mode: null,
    transform_quantity: null,
    type: 'one_time',
    unit_amount: line.unitAmount,
    unit_amount_decimal: String(line.unitAmount),
  };
}
