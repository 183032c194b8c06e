import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { AdminParts } from './parts.ts';
import { refusal } from './show.ts';

const form = z.object({
  ref: z.string().regex(/^[\w:.-]{1,200}$/),
  until: z.iso.datetime(),
  back: z.enum(['overview', 'thread', 'booking']),
});

const BACK = {
  overview: () => '/admin',
  thread: (ref: string) => `/admin/threads/${ref}`,
  booking: (ref: string) => `/admin/bookings/${ref}`,
};

/** `POST /admin/looked-after`: a person has seen to what was shown; what came after that is shown again. */
export const lookedAfter = (parts: AdminParts) => async (scope: FastifyInstance) => {
  scope.post('/looked-after', async (request, reply) => {
    const asked = form.safeParse(request.body);
    if (!asked.success) throw refusal(400);
    const { back, ref, until } = asked.data;
    await parts.reads.markSeen(ref, new Date(until), parts.clock.now());
    return reply.redirect(BACK[back](ref), 303);
  });
};
