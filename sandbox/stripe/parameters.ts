import { z } from 'zod';

import { refuseParameter, type Refusal } from './refusal.ts';

/** A whole number as a form carries it. */
export const integer = z
  .string()
  .regex(/^-?\d+$/, 'Invalid integer')
  .transform(Number);
/** A positive amount in cents. */
export const cents = integer.refine((amount) => amount >= 1, 'Invalid positive integer');
export const flag = z.enum(['true', 'false']).transform((text) => text === 'true');
export const currency = z.literal('usd');
/** Stripe's limits: 50 keys, 40 letters a key, 500 a value; an empty value takes the key away. */
export const metadata = z
  .union([z.record(z.string().max(40), z.string().max(500)), z.literal('')])
  .transform((given) => (given === '' ? {} : given))
  .refine((given) => Object.keys(given).length <= 50, 'Metadata may have at most 50 keys');
export const expand = z.array(z.string()).optional();
export const moment = z.union([integer, z.object({ gt: integer, gte: integer, lt: integer, lte: integer }).partial()]);

/** What every list takes (docs.stripe.com/api/pagination). */
export const page = {
  limit: integer.refine((count) => count >= 1 && count <= 100, 'limit must be between 1 and 100').optional(),
  starting_after: z.string().optional(),
  ending_before: z.string().optional(),
  created: moment.optional(),
  expand,
};

/** Parameters that have passed; throws a refusal in Stripe's words for the first that has not. Only what the stand-in plays is known. */
export function readParameters<T extends z.ZodType>(schema: T, given: unknown): z.output<T> {
  const read = schema.safeParse(given ?? {});
  if (read.success) return read.data;
  throw refusalFor(deepest(read.error.issues), given ?? {});
}

/** A union reports each branch; the branch that got furthest names the parameter that is meant. */
function deepest(issues: z.core.$ZodIssue[]): z.core.$ZodIssue {
  const [first] = issues;
  if (first === undefined) throw new Error('A failed reading has no issue');
  if (first.code !== 'invalid_union' || first.errors.length === 0) return first;
  const branches = first.errors.map((branch) => deepest(branch));
  const best = branches.reduce((far, issue) => (issue.path.length > far.path.length ? issue : far));
  return { ...best, path: [...first.path, ...best.path] };
}

function refusalFor(issue: z.core.$ZodIssue, given: unknown): Refusal {
  if (issue.code === 'unrecognized_keys') {
    const param = named([...issue.path, issue.keys[0] ?? '']);
    return refuseParameter(`Received unknown parameter: ${param}`, 'parameter_unknown', param);
  }
  const param = named(issue.path);
  if (valueAt(given, issue.path) === undefined) {
    return refuseParameter(`Missing required param: ${param}.`, 'parameter_missing', param);
  }
  const code = /integer/.test(issue.message) ? 'parameter_invalid_integer' : 'parameter_invalid';
  return refuseParameter(`${issue.message}: ${param}`, code, param);
}

function named(path: PropertyKey[]): string {
  return path.map((name, depth) => (depth === 0 ? String(name) : `[${String(name)}]`)).join('');
}

function valueAt(given: unknown, path: PropertyKey[]): unknown {
  return path.reduce<unknown>((at, name) => (at as Record<PropertyKey, unknown> | undefined)?.[name], given);
}
