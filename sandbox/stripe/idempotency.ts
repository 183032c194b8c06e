import { createHash } from 'node:crypto';

import type { Desk } from './desk.ts';
import type { KeptAnswer } from './records.ts';
import { Refusal } from './refusal.ts';

const day = 24 * 3600;
/** Keys of v1 may be forgotten after a day, those of v2 after thirty. */
const keptFor = { v1: day, v2: 30 * day };

export interface KeyedRequest {
  api: 'v1' | 'v2';
  key: string;
  method: string;
  path: string;
  body: string;
}

/**
 * What was answered to this key before, or undefined. Throws 400 when the key was used with other parameters or is too long.
 * (docs.stripe.com/api/idempotent_requests)
 */
export function keptAnswer(desk: Desk, request: KeyedRequest): KeptAnswer | undefined {
  if (request.key.length > 255) throw tooLong;
  const kept = desk.keys.get(shelfKey(request));
  if (kept === undefined || kept.at <= desk.now() - keptFor[request.api]) return undefined;
  if (kept.fingerprint === fingerprint(request)) return kept;
  const rule = 'Keys for idempotent requests can only be used with the same parameters they were first used with.';
  const message = `${rule} Try using a key other than '${request.key}' if you meant to execute a different request.`;
  throw new Refusal(400, { type: 'idempotency_error', message }, false);
}

/** v1 keeps whatever was answered once the work had begun, errors too; v2 keeps what succeeded, so that a failure can be tried again. */
export function keepAnswer(desk: Desk, request: KeyedRequest, answer: { status: number; body: string }): void {
  if (request.api === 'v2' && answer.status >= 400) return;
  forgetOld(desk);
  desk.keys.set(shelfKey(request), { ...answer, fingerprint: fingerprint(request), at: desk.now() });
}

/** 409: the first request with this key has not been answered yet. */
export function inProgress(key: string): Refusal {
  const message = `There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and the other request is still going through): ${key}. Please try again later.`;
  return new Refusal(409, { type: 'idempotency_error', code: 'idempotency_key_in_use', message }, false);
}

const tooLong = new Refusal(
  400,
  { type: 'idempotency_error', message: 'Idempotency keys may have at most 255 characters.' },
  false,
);

function shelfKey({ api, key }: KeyedRequest): string {
  return `${api} ${key}`;
}

/** The order of form fields does not matter. */
function fingerprint({ method, path, body, api }: KeyedRequest): string {
  const said = api === 'v1' ? body.split('&').sort().join('&') : body;
  return createHash('sha256').update(`${method} ${path} ${said}`).digest('hex');
}

function forgetOld(desk: Desk): void {
  for (const [name, kept] of desk.keys.entries()) {
    if (kept.at > desk.now() - keptFor.v2) return;
    desk.keys.delete(name);
  }
}
