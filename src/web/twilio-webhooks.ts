import formbody from '@fastify/formbody';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { inTime } from './in-time.ts';
import type { Form, WebParts } from './parts.ts';

/** Twilio posts forms of a few kB; more is not from Twilio. */
const BODY_LIMIT = 64 * 1_024;

/** Twilio listens for 15 s; what is stored later than this is a redelivery to the one that comes again. */
const ANSWER_MS = 8_000;

const twiml = (reply: FastifyReply) => reply.type('text/xml').send('<?xml version="1.0" encoding="UTF-8"?><Response/>');

const isSigned = (parts: WebParts, request: FastifyRequest) => {
  const signature = request.headers['x-twilio-signature'];
  return parts.isSignedByTwilio(
    typeof signature === 'string' ? signature : undefined,
    request.originalUrl,
    request.body as Form,
  );
};

/** 503 asks Twilio to come again; the reconciler finds what it gives up on. */
const durably = async (parts: WebParts, reply: FastifyReply, store: () => Promise<unknown>) => {
  try {
    await inTime(ANSWER_MS, store());
    return await twiml(reply);
  } catch (error) {
    parts.journal.error({ error: error instanceof Error ? error.name : 'unknown' }, 'a webhook could not be stored');
    return reply.code(503).send();
  }
};

/** `POST /webhooks/twilio/messages` and `/webhooks/twilio/status/:outboxId`: 200 once durable, 403 unsigned, 503 not stored. */
export const twilioWebhooks = (parts: WebParts) => async (scope: FastifyInstance) => {
  await scope.register(formbody, { bodyLimit: BODY_LIMIT });

  scope.post('/webhooks/twilio/messages', async (request, reply) => {
    if (!isSigned(parts, request)) return reply.code(403).send();
    const text = parts.parseInbound(request.body as Form);
    if (text === null) return reply.code(400).send();
    return durably(parts, reply, () => parts.acceptText(text));
  });

  scope.post<{ Params: { outboxId: string } }>('/webhooks/twilio/status/:outboxId', async (request, reply) => {
    if (!isSigned(parts, request)) return reply.code(403).send();
    const news = parts.parseStatus(request.body as Form);
    if (news === null) return reply.code(400).send();
    return durably(parts, reply, () => parts.acceptStatus(request.params.outboxId, news));
  });
};
