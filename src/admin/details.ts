// The pages of one thread and of one booking, each whole and as its content alone, and the way there by ref.
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { viewThread } from '../conversations/thread-view.ts';
import type { FoundActor } from '../conversations/ports/dashboard.ts';
import type { AdminParts } from './parts.ts';
import { bookingPart } from './pages/booking-page.ts';
import { framed } from './pages/layout.ts';
import { placeOf } from './pages/needs.ts';
import { TEXTS_A_PAGE, threadPart } from './pages/thread-page.ts';
import { frameOf, refusal, send } from './show.ts';

interface ByRef {
  Params: { ref: string };
}

const query = z.object({ texts: z.coerce.number().int().min(1).catch(TEXTS_A_PAGE) });
const textsAsked = (given: unknown): number => query.parse(given).texts;

export const threads = (parts: AdminParts) => async (scope: FastifyInstance) => {
  scope.get<ByRef>('/threads/:ref', async (request, reply) => {
    const { ref } = request.params;
    const texts = textsAsked(request.query);
    const frame = frameOf(request, reply);
    const page = await threadPart(parts, { ref, texts, csrf: frame.csrf });
    if (page === null) throw refusal(404);
    const live = { part: `/admin/parts/threads/${ref}?texts=${String(texts)}`, events: `/admin/events/threads/${ref}` };
    return send(reply, framed(frame, { ...page, live }));
  });
  scope.get<ByRef>('/parts/threads/:ref', async (request, reply) => {
    const order = { ref: request.params.ref, texts: textsAsked(request.query), csrf: reply.generateCsrf() };
    const page = await threadPart(parts, order);
    if (page === null) throw refusal(404);
    return send(reply, page.content);
  });
};

export const bookings = (parts: AdminParts) => async (scope: FastifyInstance) => {
  scope.get<ByRef>('/bookings/:ref', async (request, reply) => {
    const { ref } = request.params;
    const frame = frameOf(request, reply);
    const page = await bookingPart(parts, { ref, csrf: frame.csrf });
    if (page === null) throw refusal(404);
    const live = { part: `/admin/parts/bookings/${ref}`, events: `/admin/events/bookings/${ref}` };
    return send(reply, framed(frame, { ...page, live }));
  });
  scope.get<ByRef>('/parts/bookings/:ref', async (request, reply) => {
    const page = await bookingPart(parts, { ref: request.params.ref, csrf: reply.generateCsrf() });
    if (page === null) throw refusal(404);
    return send(reply, page.content);
  });
};

/** A provider has no page yet: his thread is shown. */
const hrefOf = async ({ reads }: AdminParts, actor: FoundActor): Promise<string | null> => {
  if (actor.kind !== 'provider') return placeOf(actor).href;
  const { thread } = (actor.image.facts['profile'] ?? {}) as { readonly thread?: string };
  const [found] = thread === undefined ? [] : await reads.find(thread);
  return found === undefined ? null : `/admin/threads/${viewThread(found.image).ref}`;
};

/** `GET /admin/at/:ref`: where alerts and log lines, which know refs only, lead. */
export const byRef = (parts: AdminParts) => async (scope: FastifyInstance) => {
  scope.get<ByRef>('/at/:ref', async (request, reply) => {
    const [actor] = await parts.reads.resolve([request.params.ref]);
    const href = actor === undefined ? null : await hrefOf(parts, actor);
    if (href === null) throw refusal(404);
    return reply.redirect(href, 303);
  });
};
