import type { FastifyReply, FastifyRequest } from 'fastify';

import type { Operation } from './call.ts';
import { nobody, type Desk } from './desk.ts';
import { apiVersion } from './events.ts';
import { parseForm } from './form-body.ts';
import { inProgress, keepAnswer, keptAnswer, type KeyedRequest } from './idempotency.ts';
import { newId } from './identifiers.ts';
import { Refusal } from './refusal.ts';

interface Answer {
  status: number;
  body: string;
  /** Whether the work had begun, so that the answer belongs to its key. */
  begun: boolean;
}

/** Carries requests out: checks the key, replays what was answered to the same idempotency key, and keeps new answers under it. */
export function openAnswering(desk: Desk) {
  const underWay = new Set<string>();

  function answer(request: FastifyRequest, reply: FastifyReply, operation: Operation): FastifyReply {
    const keyed = keyedRequest(request);
    try {
      requireSecretKey(request);
      const kept = keyed === undefined ? undefined : keptOrFirst(keyed, reply);
      if (kept !== undefined) return send(request, reply.header('idempotent-replayed', 'true'), kept);
      const made = carryOut(desk, request, operation);
      if (keyed !== undefined && made.begun) keepAnswer(desk, keyed, made);
      return send(request, reply, made);
    } catch (error) {
      return send(request, reply, refusedBy(error));
    }
  }

  /** Throws 409 while the first request with this key still hangs. */
  function keptOrFirst(keyed: KeyedRequest, reply: FastifyReply) {
    if (underWay.has(keyed.key)) throw inProgress(keyed.key);
    const kept = keptAnswer(desk, keyed);
    underWay.add(keyed.key);
    reply.raw.once('close', () => underWay.delete(keyed.key));
    return kept;
  }

  /** A 500 that struck before any operation is kept as well: it will be answered again to the same key. */
  function keepFailure(request: FastifyRequest, reply: FastifyReply, payload: unknown): void {
    const keyed = reply.statusCode === 500 ? keyedRequest(request) : undefined;
    if (keyed === undefined || typeof payload !== 'string' || desk.keys.has(`${keyed.api} ${keyed.key}`)) return;
    keepAnswer(desk, keyed, { status: 500, body: payload });
  }

  return { answer, keepFailure };
}

function carryOut(desk: Desk, request: FastifyRequest, operation: Operation): Answer {
  const key = header(request, 'idempotency-key') ?? null;
  desk.cause = { id: newId('req'), idempotency_key: key };
  try {
    const { id = '' } = request.params as { id?: string };
    const made = operation(desk, { id, params: parametersOf(request), account: header(request, 'stripe-account') });
    return { status: 200, body: JSON.stringify(made), begun: true };
  } catch (error) {
    const refused = refusedBy(error);
    if (refused.status === 500)
      desk.world.log(`The sandbox's Stripe could not do ${request.method} ${request.url}: ${String(error)}`);
    return refused;
  } finally {
    desk.cause = nobody;
  }
}

function send(request: FastifyRequest, reply: FastifyReply, answer: { status: number; body: string }): FastifyReply {
  const key = header(request, 'idempotency-key');
  if (key !== undefined) reply.header('idempotency-key', key);
  const headers = { 'content-type': 'application/json', 'request-id': newId('req'), 'stripe-version': apiVersion };
  return reply.code(answer.status).headers(headers).send(answer.body);
}

function refusedBy(error: unknown): Answer {
  const refusal = error instanceof Refusal ? error : unforeseen;
  return { status: refusal.statusCode, body: JSON.stringify({ error: refusal.body }), begun: refusal.begun };
}

const unforeseen = new Refusal(500, {
  type: 'api_error',
  code: 'internal_error',
  message: 'An unknown error occurred.',
});

function requireSecretKey(request: FastifyRequest): void {
  const given = /^Bearer (\S+)$/.exec(header(request, 'authorization') ?? '')?.[1];
  if (given !== undefined && /^(sk|rk)_test_\w+/.test(given)) return;
  const message =
    given === undefined
      ? 'You did not provide an API key.'
      : 'Invalid API Key provided: the sandbox takes keys that begin with sk_test_.';
  throw new Refusal(401, { type: 'invalid_request_error', message }, false);
}

function parametersOf(request: FastifyRequest): unknown {
  const body = typeof request.body === 'string' ? request.body : '';
  const query = request.url.split('?')[1] ?? '';
  try {
    if (request.method === 'GET') return parseForm(query);
    return isV2(request) ? JSON.parse(body || '{}') : parseForm(body);
  } catch {
    throw new Refusal(400, { type: 'invalid_request_error', message: 'The request body could not be read.' }, false);
  }
}

/** Only what changes something takes part. */
function keyedRequest(request: FastifyRequest): KeyedRequest | undefined {
  const key = header(request, 'idempotency-key');
  if (key === undefined || request.method === 'GET') return undefined;
  const body = typeof request.body === 'string' ? request.body : '';
  return { api: isV2(request) ? 'v2' : 'v1', key, method: request.method, path: request.url, body };
}

function isV2(request: FastifyRequest): boolean {
  return request.url.startsWith('/v2/');
}

function header(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
}
