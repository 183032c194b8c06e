// How pages are sent: never stored by anybody, always in the frame of the one who is logged in.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { markupOf, type Html } from './html.ts';
import type { Frame } from './pages/layout.ts';

export const send = (reply: FastifyReply, page: Html, status = 200): FastifyReply =>
  reply.code(status).type('text/html; charset=utf-8').send(markupOf(page));

export const frameOf = (request: FastifyRequest, reply: FastifyReply): Frame => ({
  csrf: reply.generateCsrf(),
  email: request.administrator?.email ?? '',
});

/** Thrown where there is no such page (404), or a form cannot be meant (400); the error handler makes the answer of it. */
export const refusal = (statusCode: 400 | 404): Error => Object.assign(new Error('Refused.'), { statusCode });
