import type { FastifyInstance } from 'fastify';
import type { StripeRead, WebParts } from './parts.ts';

type StripeEvent = Extract<StripeRead, { outcome: 'event' }>;

const accept = async (parts: WebParts, read: StripeEvent, rawBody: Buffer) => {
  if (read.to !== null && read.event !== null) await parts.acceptEvent({ id: read.id, to: read.to, event: read.event });
  else if (read.isStray) await parts.keepStray({ id: read.id, type: read.type, body: rawBody.toString('utf8') });
};

/** `POST /webhooks/stripe`: 200 once durable, 400 bad signature, 503 not stored (Stripe comes again for three days). */
export const stripeWebhook = (parts: WebParts) => async (scope: FastifyInstance) => {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

  scope.post('/webhooks/stripe', async (request, reply) => {
    const signature = request.headers['stripe-signature'];
    const rawBody = request.body as Buffer;
    try {
      const read = await parts.readStripeEvent(rawBody, typeof signature === 'string' ? signature : undefined);
      if (read.outcome === 'badSignature') return await reply.code(400).send();
      await accept(parts, read, rawBody);
      return await reply.code(200).send();
    } catch (error) {
      parts.journal.error({ error: error instanceof Error ? error.name : 'unknown' }, 'a Stripe event could not be stored');
      return reply.code(503).send();
    }
  });
};
