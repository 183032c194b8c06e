// The door of the live pages: they are told a version, and fetch themselves when theirs is another. No content passes here.
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Topic } from '../conversations/ports/dashboard.ts';
import { makeWatcher } from './live.ts';
import type { AdminParts } from './parts.ts';
import { OVERVIEW } from './pages/overview-page.ts';

/** Ends each stream now and then: the browser opens the next one, which asks again whether it is still logged in. */
const LONGEST_STREAM_MS = 5 * 60_000;

interface ByRef {
  Params: { ref: string };
}

export const events = (parts: AdminParts) => async (scope: FastifyInstance) => {
  const watcher = makeWatcher(parts.reads.pulse);
  const streams = new Set<FastifyReply>();

  const stream = (reply: FastifyReply, topic: Topic) => {
    const { sse } = reply;
    sse.keepAlive();
    sse.sendHeaders();
    streams.add(reply);
    const stop = watcher.watch(
      topic,
      (version) => void sse.send({ event: 'version', data: version }).catch(() => undefined),
    );
    const end = setTimeout(() => sse.close(), LONGEST_STREAM_MS).unref();
    sse.onClose(() => {
      clearTimeout(end);
      stop();
      streams.delete(reply);
    });
  };

  // An open stream would hold the closing of the server up.
  scope.addHook('preClose', async () => {
    watcher.close();
    for (const { sse } of [...streams]) sse.close();
  });

  scope.get('/events/overview', { sse: 'only' }, async (_request, reply) => stream(reply, OVERVIEW));
  scope.get<ByRef>('/events/threads/:ref', { sse: 'only' }, async ({ params }, reply) =>
    stream(reply, { page: 'thread', ref: params.ref }),
  );
  scope.get<ByRef>('/events/bookings/:ref', { sse: 'only' }, async ({ params }, reply) =>
    stream(reply, { page: 'booking', ref: params.ref }),
  );
};
