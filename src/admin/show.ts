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

/** Thrown by a page that does not exist; the error handler makes the answer of it. */
export const nothingHere = (): Error => Object.assign(new Error('There is nothing here.'), { statusCode: 404 });
