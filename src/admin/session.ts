// Who is logged in. The cookie is encrypted and names a stored session: logging out ends it on the server.
import csrf from '@fastify/csrf-protection';
import secureSession from '@fastify/secure-session';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Administrator } from '../conversations/ports/dashboard.ts';
import type { AdminParts } from './parts.ts';

declare module 'fastify' {
  interface FastifyRequest {
    administrator: Administrator | null;
  }
}

const SESSION_MS = 12 * 3_600_000;
const SESSION = 'session';
/** where somebody wanted to go before he had to log in */
const WANTED = 'wanted';

interface Kept {
  readonly get: (name: string) => unknown;
  readonly set: (name: string, value: string) => void;
}

const keptBy = ({ session }: FastifyRequest): Kept => session as unknown as Kept;

const textIn = (request: FastifyRequest, name: string): string | null => {
  const value = keptBy(request).get(name);
  return typeof value === 'string' ? value : null;
};

const tokenOf = ({ body }: FastifyRequest): string | undefined => {
  const token = (body as { readonly _csrf?: unknown } | null | undefined)?._csrf;
  return typeof token === 'string' ? token : undefined;
};

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Registers cookies, sessions, and the CSRF check of every method that is not safe, for all routes of the scope. */
export const registerSessions = async (scope: FastifyInstance, parts: AdminParts): Promise<void> => {
  const cookie = {
    path: '/admin',
    httpOnly: true,
    sameSite: 'lax',
    secure: parts.publicUrl.startsWith('https:'),
    maxAge: SESSION_MS / 1_000,
  } as const;
  const key = await parts.administrators.sessionKey();
  await scope.register(secureSession, { key, cookieName: 'fixline_admin', cookie, expiry: SESSION_MS / 1_000 });
  await scope.register(csrf, { sessionPlugin: '@fastify/secure-session', getToken: tokenOf });
  scope.decorateRequest('administrator', null);
  scope.addHook('preValidation', (request, reply, done) => {
    if (SAFE.has(request.method)) done();
    else scope.csrfProtection(request, reply, done);
  });
};

export const readAdministrator = async (parts: AdminParts, request: FastifyRequest): Promise<Administrator | null> => {
  const session = textIn(request, SESSION);
  return session === null ? null : parts.administrators.bySession(session);
};

const isPageVisit = ({ headers, method }: FastifyRequest) =>
  method === 'GET' && (headers.accept?.includes('text/html') ?? false);

/** A hook for scopes that only administrators may enter: pages lead to the login and back, anything else answers 401. */
export const requireLogin =
  (parts: AdminParts) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    request.administrator = await readAdministrator(parts, request);
    if (request.administrator !== null) return undefined;
    if (!isPageVisit(request)) return reply.code(401).type('text/plain').send('Log in first, at /admin/login.');
    keptBy(request).set(WANTED, request.url);
    return reply.redirect('/admin/login', 303);
  };

/** Opens a new session, under a new CSRF secret; gives the page that was wanted. */
export const beginSession = async (parts: AdminParts, request: FastifyRequest, id: string): Promise<string> => {
  const wanted = textIn(request, WANTED) ?? '/admin';
  request.session.regenerate();
  keptBy(request).set(SESSION, await parts.administrators.openSession(id, SESSION_MS));
  return wanted;
};

export const endSession = async (parts: AdminParts, request: FastifyRequest): Promise<void> => {
  const session = textIn(request, SESSION);
  if (session !== null) await parts.administrators.closeSession(session);
  request.session.delete();
};
