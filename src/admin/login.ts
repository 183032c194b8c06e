import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { AdminParts } from './parts.ts';
import { markupOf } from './html.ts';
import { loginPage } from './pages/login-page.ts';
import { isPassword } from './password.ts';
import { beginSession, readAdministrator } from './session.ts';

const form = z.object({ email: z.string().trim().min(3).max(200), password: z.string().min(1).max(1_000) });

const WRONG = 'This e-mail address and password do not belong together. Try again.';
const UNFILLED = 'Fill in both the e-mail address and the password.';
const tooOften = (afterMs: number) =>
  `Too many tries for this account. Try again in ${String(Math.max(1, Math.ceil(afterMs / 1_000)))} seconds.`;

interface Answer {
  readonly status: number;
  readonly problem: string;
}

/** The account's id, or why not. An unknown account answers as a wrong password does, and as slowly. */
const check = async ({ administrators }: AdminParts, body: unknown): Promise<string | Answer> => {
  const given = form.safeParse(body);
  if (!given.success) return { status: 400, problem: UNFILLED };
  const { email, password } = given.data;
  const attempt = await administrators.tryLogin(email);
  if (!attempt.isAllowed) return { status: 429, problem: tooOften(attempt.afterMs) };
  const known = await administrators.byEmail(email);
  const isRight = await isPassword(password, known?.password ?? null);
  if (known === null || !isRight) return { status: 403, problem: WRONG };
  await administrators.forgetTries(email);
  return known.id;
};

/** `GET` and `POST /admin/login`: ten tries a minute from one address, and each account waits after five that failed. */
export const login = (parts: AdminParts) => async (scope: FastifyInstance) => {
  const show = async (reply: FastifyReply, { problem, status }: Answer, email = '') => {
    const hasAdministrator = (await parts.administrators.count()) > 0;
    const page = loginPage({ csrf: reply.generateCsrf(), email, hasAdministrator, problem });
    return reply.code(status).type('text/html; charset=utf-8').send(markupOf(page));
  };

  scope.get('/login', async (request, reply) => {
    if ((await readAdministrator(parts, request)) !== null) return reply.redirect('/admin', 303);
    return show(reply, { status: 200, problem: '' });
  });

  const rateLimit = { max: 10, timeWindow: '1 minute' };
  scope.post<{ Body: { email?: unknown } }>('/login', { config: { rateLimit } }, async (request, reply) => {
    const answer = await check(parts, request.body);
    if (typeof answer === 'string') return reply.redirect(await beginSession(parts, request, answer), 303);
    return show(reply, answer, typeof request.body.email === 'string' ? request.body.email : '');
  });
};
