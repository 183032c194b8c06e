import type { Desk } from './desk.ts';
import { showLineItem } from './line-items.ts';
import { refuse } from './refusal.ts';
import { showMovement } from './show-movement.ts';

type Json = Record<string, unknown>;
type Finder = (desk: Desk, id: string) => object | undefined;

/** Which shelf an id stands on, by its prefix. */
const finders: [prefix: string, find: Finder][] = [
  ['plink_', (desk, id) => desk.links.get(id)],
  ['cs_', (desk, id) => desk.sessions.get(id)],
  ['pi_', (desk, id) => desk.intents.get(id)],
  ['ch_', (desk, id) => desk.charges.get(id)],
  ['re_', (desk, id) => desk.refunds.get(id)],
  ['tr_', (desk, id) => desk.transfers.get(id)],
  ['po_', (desk, id) => desk.payouts.get(id)],
  ['du_', (desk, id) => desk.disputes.get(id)],
  ['txn_', (desk, id) => foundMovement(desk, id)],
];

/** Fields that are not there at all until somebody asks for them. */
const hidden: Record<string, (desk: Desk, row: Json) => object> = {
  'payment_link.line_items': (desk, row) => linesOf(desk, row, '/v1/payment_links'),
  'checkout.session.line_items': (desk, row) => linesOf(desk, row, '/v1/checkout/sessions'),
  'charge.refunds': (desk, row) => {
    const data = [...desk.refunds.values()].filter((refund) => refund.charge === row['id']).reverse();
    return { object: 'list', data, has_more: false, url: `/v1/charges/${String(row['id'])}/refunds` };
  },
};

/**
 * The answer with ids replaced by their objects along the `expand[]` paths (`latest_charge.balance_transaction`, `data.charge`).
 * Throws for a path that leads nowhere, and for one deeper than Stripe's four levels.
 */
export function expanded<T extends object>(desk: Desk, answer: T, paths: string[] | undefined): T {
  return (paths ?? []).reduce((result, path) => {
    const names = path.split('.');
    if (names.length > 5) throw refuse(`You cannot expand more than 4 levels of a property. Property: ${path}`);
    return along(desk, result, { names, path }) as T;
  }, answer);
}

interface Way {
  names: string[];
  path: string;
}

function along(desk: Desk, node: object, { names, path }: Way): object {
  const [name, ...rest] = names;
  if (name === undefined) return node;
  if (Array.isArray(node)) return node.map((inner: object) => along(desk, inner, { names, path }));
  const row = node as Json;
  const value = objectAt(desk, row, name);
  if (value === undefined) throw refuse(`This property cannot be expanded (${path}).`, undefined, 'expand');
  return value === null ? row : { ...row, [name]: along(desk, value, { names: rest, path }) };
}

/** null: the property is empty, and stays so. undefined: there is nothing of this kind to expand. */
function objectAt(desk: Desk, row: Json, name: string): object | null | undefined {
  const value = row[name] === undefined ? hidden[`${String(row['object'])}.${name}`]?.(desk, row) : row[name];
  if (typeof value === 'object') return value;
  if (typeof value !== 'string') return undefined;
  return finders.find(([prefix]) => value.startsWith(prefix))?.[1](desk, value);
}

function foundMovement(desk: Desk, id: string): object | undefined {
  const movement = desk.movements.get(id);
  return movement === undefined ? undefined : showMovement(desk, movement);
}

function linesOf(desk: Desk, row: Json, base: string): object {
  const id = String(row['id']);
  const data = (desk.lines.get(id) ?? []).map(showLineItem);
  return { object: 'list', data, has_more: false, url: `${base}/${id}/line_items` };
}
