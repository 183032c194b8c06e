import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Fault, FaultKind, FaultPeer } from './faults.ts';
import type { World } from './world.ts';

/** How a peer says no by itself. */
export interface Refusal {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export interface DoorOptions {
  readonly peer: FaultPeer;
  readonly refuse: (kind: '500' | '429') => Refusal;
}

const DEFAULT_DELAY_IN_MS = 10_000;
const kinds: readonly FaultKind[] = ['500', '429', 'reset', 'reset-after', 'timeout'];

/**
 * Turns a Fastify scope into the door of a peer's API: `request.body` is the raw text, every exchange goes on the wire
 * log, counts as in flight, and suffers the faults that strike it. A request that was cut off with nothing done is no
 * exchange. `timeout` does at once what was asked and answers late.
 */
export const openDoor = (scope: FastifyInstance, world: World, { peer, refuse }: DoorOptions): void => {
  const visits = new WeakMap<FastifyRequest, Visit>();
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));

  scope.addHook('onRequest', async (request, reply) => {
    const done = world.busy.begin(`${peer} ${request.method} ${pathOf(request)}`);
    reply.raw.once('close', done);
    visits.set(request, { begun: performance.now(), fault: null, done });
  });
  scope.addHook('preHandler', async (request, reply) => {
    const fault = world.faults.take(peer, kinds, `${request.method} ${request.url} ${bodyOf(request)}`);
    const visit = visits.get(request);
    if (visit === undefined || fault === null) return;
    visit.fault = fault;
    if (fault.kind === 'reset') cutOff(reply);
    if (fault.kind !== '500' && fault.kind !== '429') return;
    const { status, headers = {}, body } = refuse(fault.kind);
    return reply.code(status).headers(headers).send(body);
  });
  scope.addHook('onSend', async (request, reply, payload) => {
    const visit = visits.get(request);
    if (visit === undefined) return payload;
    // Streams and buffers are files, not exchanges of the API.
    const text = payload ?? '';
    if (typeof text === 'string') record(world, { peer, request, reply, visit, payload: text });
    await suffer(visit, reply);
    return payload;
  });
};

/** What happens to an answer on its way back. */
const suffer = async ({ fault, done }: Visit, reply: FastifyReply) => {
  if (fault?.kind === 'reset-after') cutOff(reply);
  if (fault?.kind !== 'timeout') return;
  done();
  await sleep(fault.delayMs ?? DEFAULT_DELAY_IN_MS, undefined, { ref: false });
};

interface Visit {
  readonly begun: number;
  fault: Fault | null;
  readonly done: () => void;
}

const cutOff = (reply: FastifyReply) => {
  reply.hijack();
  reply.raw.destroy();
};

interface Visited {
  readonly peer: FaultPeer;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly payload: string;
  readonly visit: Visit;
}

const record = (world: World, { peer, request, reply, payload, visit }: Visited) =>
  world.wire.record({
    ms: Math.round(performance.now() - visit.begun),
    peer,
    method: request.method,
    path: pathOf(request),
    query: request.url.split('?')[1] ?? '',
    requestHeaders: headersOf(request),
    requestBody: bodyOf(request),
    status: reply.statusCode,
    responseBody: payload,
  });

const pathOf = (request: FastifyRequest): string => request.url.split('?')[0] ?? '';
const bodyOf = (request: FastifyRequest): string => (typeof request.body === 'string' ? request.body : '');

const headersOf = (request: FastifyRequest): Record<string, string> =>
  Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
