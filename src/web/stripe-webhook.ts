import type { FastifyInstance } from 'fastify';
import { inTime } from './in-time.ts';
import type { StripeRead, WebParts } from './parts.ts';

/** Stripe listens for 20 s at most; the same event stored twice is one. */
const ANSWER_MS = 8_000;

type StripeEvent = Extract<StripeRead, { outcome: 'event' }>;

/** "pi_3Q...", "acct_1...": what an event is about can be looked up at Stripe by them. */
const idsIn = (body: string): readonly string[] => [
  ...new Set(Array.from(body.matchAll(/"([a-z]{2,8}_\w{10,80})"/g), ([, id = '']) => id)),
];

const accept = async (parts: WebParts, read: StripeEvent, rawBody: Buffer) => {
  if (read.to !== null && read.event !== null) await parts.acceptEvent({ id: read.id, to: read.to, event: read.event });
  else if (read.isStray)
    await parts.keepStray({ id: read.id, type: read.type, mentions: idsIn(rawBody.toString('utf8')) });
};

const take = async (parts: WebParts, rawBody: Buffer, signature: string | undefined): Promise<200 | 400> => {
  const read = await parts.readStripeEvent(rawBody, signature);
  if (read.outcome === 'badSignature') return 400;
  await accept(parts, read, rawBody);
  return 200;
};

/** `POST /webhooks/stripe`: 200 once durable, 400 bad signature, 503 not stored (Stripe comes again for three days). */
export const stripeWebhook = (parts: WebParts) => async (scope: FastifyInstance) => {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

  scope.post('/webhooks/stripe', async (request, reply) => {
    const signature = request.headers['stripe-signature'];
    const rawBody = request.body as Buffer;
    try {
      const status = await inTime(
        ANSWER_MS,
        take(parts, rawBody, typeof signature === 'string' ? signature : undefined),
      );
      return await reply.code(status).send();
    } catch (error) {
      parts.journal.error(
        { error: error instanceof Error ? error.name : 'unknown' },
        'a Stripe event could not be stored',
      );
      return reply.code(503).send();
    }
  });
};
