// The three ends of a call to Stripe, and the one way in which a call that changes something is made (I4).
import Stripe from 'stripe';
import type { Remote } from '../conversations/ports.ts';

/** A whole call, look-ups included, ends within this. */
export const CALL_MS = 8_000;
const CONFIG_MS = 60_000;
const SOON_MS = 1_000;
const MOST_KEYS = 5;

/** Runs `work`; what it throws of Stripe's becomes an outcome, and at the deadline the outcome is unknown. `work` looks at `signal` before each further request. */
export async function remote<Value, Reason extends string = string>(
  work: (signal: AbortSignal) => Promise<Remote<Value, Reason>>,
): Promise<Remote<Value, Reason | string>> {
  const signal = AbortSignal.timeout(CALL_MS);
  const late = new Promise<Remote<Value, Reason>>((resolve) => {
    signal.addEventListener('abort', () => resolve({ outcome: 'unknown' }), { once: true });
  });
  return Promise.race([work(signal).catch(stripeFailure), late]);
}

/** How one step is done at Stripe at most once. */
export interface Step<Made> {
  /** the business step; Stripe's idempotency key */
  readonly key: string;
  /** with the idempotency key to use */
  readonly make: (idempotencyKey: string) => Promise<Made>;
  /** what this step has made before; absent where one more of them would do no harm */
  readonly find?: () => Promise<Made | null>;
}

/**
 * Looks before it makes: Stripe may forget a key after a day, and then would do the step again. A key is spent when Stripe replays a
 * stored 5xx, which never changes, or was given it with other parameters; whatever that left is looked for, and then the next key
 * (`key#2`) is used, the same one in every process. A fresh 5xx is unknown, so that it is repeated with its key first.
 */
export async function once<Made>(step: Step<Made>, signal: AbortSignal): Promise<Made> {
  for (let attempt = 1; attempt < MOST_KEYS; attempt += 1) {
    const made = await tryKey(step, attempt, signal).catch((error: unknown) => {
      if (!isSpent(error)) throw error;
      return null;
    });
    if (made !== null) return made;
  }
  return tryKey(step, MOST_KEYS, signal);
}

async function tryKey<Made>({ key, make, find }: Step<Made>, attempt: number, signal: AbortSignal): Promise<Made> {
  signal.throwIfAborted();
  const found = find === undefined ? null : await find();
  signal.throwIfAborted();
  return found ?? make(attempt === 1 ? key : `${key}#${attempt}`);
}

const isSpent = (error: unknown): boolean =>
  error instanceof Stripe.errors.StripeError && (isReplayedFailure(error) || isConflict(error));

const isReplayedFailure = ({ statusCode = 0, headers }: Stripe.errors.StripeError): boolean =>
  statusCode >= 500 && headers?.['idempotent-replayed'] === 'true';

/** 400 only: with 409 the first request of this key is still under way. */
const isConflict = ({ rawType, statusCode }: Stripe.errors.StripeError): boolean =>
  rawType === 'idempotency_error' && statusCode !== 409;

/** The end of a call that threw. Throws on what is not Stripe's: that is a bug. */
export function stripeFailure(error: unknown): Remote<never> {
  if (error instanceof DOMException && error.name === 'TimeoutError') return { outcome: 'unknown' };
  if (error instanceof Stripe.errors.StripeConnectionError) return lost(error);
  if (error instanceof Stripe.errors.StripeError) return answered(error);
  throw error;
}

const UNREACHED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

function lost({ detail }: Stripe.errors.StripeConnectionError): Remote<never> {
  const { code = '', syscall } = (detail ?? {}) as unknown as NodeJS.ErrnoException;
  const isUnreached = UNREACHED.has(code) || syscall === 'connect';
  return isUnreached ? { outcome: 'later', afterMs: SOON_MS } : { outcome: 'unknown' };
}

/** 429 (and 400 rate_limit), 409 and a key that is not (yet) right did surely nothing; 5xx perhaps; every other 4xx is a no. */
function answered(error: Stripe.errors.StripeError): Remote<never> {
  const { statusCode = 500, code, rawType } = error;
  if (isTooOften(error)) return { outcome: 'later', afterMs: retryAfter(error) };
  const afterMs = NOTHING_DONE[statusCode];
  if (afterMs !== undefined) return { outcome: 'later', afterMs };
  if (statusCode >= 500 || statusCode === 408) return { outcome: 'unknown' };
  return { outcome: 'refused', reason: code ?? rawType ?? 'other', code: statusCode };
}

const isTooOften = ({ statusCode, code }: Stripe.errors.StripeError): boolean =>
  statusCode === 429 || code === 'rate_limit';

const NOTHING_DONE: Readonly<Record<number, number>> = { 401: CONFIG_MS, 409: SOON_MS };

const retryAfter = ({ headers }: Stripe.errors.StripeError): number => {
  const seconds = Number(headers?.['retry-after']);
  return seconds > 0 ? Math.min(seconds, 3_600) * 1_000 : SOON_MS;
};
