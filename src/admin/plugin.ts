// The dashboard: its rules hold for everything under /admin, and its pages stand in a scope that only administrators enter.
import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import { fastifySSE } from '@fastify/sse';
import fastifyStatic from '@fastify/static';
import { fileURLToPath } from 'node:url';
import type { FastifyError, FastifyInstance, FastifyPluginAsync } from 'fastify';
import { bookings, byRef, threads } from './details.ts';
import { events } from './events.ts';
import { login } from './login.ts';
import { lookedAfter } from './looked-after.ts';
import { overview } from './overview.ts';
import { refusalPage } from './pages/refusal-page.ts';
import type { AdminParts } from './parts.ts';
import { search } from './search.ts';
import { endSession, registerSessions, requireLogin } from './session.ts';
import { send } from './show.ts';

/** Forms of a few fields. */
const BODY_LIMIT = 16 * 1_024;

/** Everything comes from here; no script or style stands in a page. */
const POLICY = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'"],
    connectSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
};

const protect = async (scope: FastifyInstance, parts: AdminParts) => {
  await scope.register(helmet, {
    contentSecurityPolicy: POLICY,
    strictTransportSecurity: parts.publicUrl.startsWith('https:'),
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
  });
  await scope.register(formbody, { bodyLimit: BODY_LIMIT });
  await scope.register(rateLimit, { global: false });
  await registerSessions(scope, parts);
};

/** Errors answer a page that says what to do; what went wrong with us is noted without a word of anybody's. */
const answerErrors = (scope: FastifyInstance, parts: AdminParts) => {
  scope.setErrorHandler((error: FastifyError, _request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) parts.journal.error({ error: error.name }, 'a page of the dashboard failed');
    return send(reply, refusalPage(status), status);
  });
  scope.setNotFoundHandler({ preHandler: requireLogin(parts) }, (_request, reply) =>
    send(reply, refusalPage(404), 404),
  );
};

const assets = async (scope: FastifyInstance) => {
  await scope.register(fastifyStatic, {
    root: fileURLToPath(new URL('./assets/', import.meta.url)),
    prefix: '/assets/',
    index: false,
    decorateReply: false,
  });
};

/** Only administrators enter, whatever the address is: the scope asks, not the route. */
const guarded = (parts: AdminParts) => async (scope: FastifyInstance) => {
  scope.addHook('onRequest', requireLogin(parts));
  scope.addHook('onSend', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
  });
  await scope.register(fastifySSE);
  for (const room of [overview, threads, bookings, byRef, search, lookedAfter, events])
    await scope.register(room(parts));
  scope.post('/logout', async (request, reply) => {
    await endSession(parts, request);
    return reply.redirect('/admin/login', 303);
  });
};

/** Everything under `/admin`. Register it once on the server. */
export const adminPlugin =
  (parts: AdminParts): FastifyPluginAsync =>
  async (app) => {
    await app.register(
      async (scope) => {
        await protect(scope, parts);
        answerErrors(scope, parts);
        await scope.register(assets);
        await scope.register(login(parts));
        await scope.register(guarded(parts));
      },
      { prefix: '/admin' },
    );
  };
