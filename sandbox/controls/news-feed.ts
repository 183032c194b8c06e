import type { FastifyInstance } from 'fastify';
import type { World } from '../world.ts';

const HEARTBEAT_IN_MS = 15_000;

/** /news: an event stream of topics; who hears one fetches what changed. */
export const newsFeed = (world: World) => async (scope: FastifyInstance) => {
  scope.get('/news', (_request, reply) => {
    reply.hijack();
    const stream = reply.raw;
    stream.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    stream.write('retry: 1000\n\n');
    const heartbeat = setInterval(() => stream.write(': still here\n\n'), HEARTBEAT_IN_MS).unref();
    const leave = world.news.subscribe((topic) => stream.write(`data: ${topic}\n\n`));
    stream.on('close', () => {
      clearInterval(heartbeat);
      leave();
    });
  });
};
