import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

import type { World } from '../world.ts';
import { visitAccountLink } from './account-links.ts';
import { findAccount, readyForTransfers } from './accounts.ts';
import { books } from './books.ts';
import type { Desk } from './desk.ts';
import { openDesk } from './open-desk.ts';
import { closeDispute, openDispute } from './disputes.ts';
import { amountOf, findLink } from './links.ts';
import { onboard } from './onboarding.ts';
import { languageOf } from './pages/language.ts';
import { onboardPage } from './pages/onboard-page.ts';
import { payPageHtml } from './pages/pay-page.ts';
import { closed, payPage, whyClosed, type PaymentAnswer } from './pay.ts';
import { payments } from './payments.ts';
import type { Session } from './records.ts';
import { makeRefund } from './refunds.ts';
import { findSession, openFromLink } from './sessions.ts';
import type { ShownPayment } from './shown-payment.ts';

const payment = z.strictObject({
  card: z.string().min(1),
  session: z.string().optional(),
  authenticate: z.enum(['pass', 'fail', 'leave']).optional(),
});
const onboarding = z.strictObject({ outcome: z.enum(['active', 'restricted']), link: z.string().optional() });
const complaint = z.strictObject({ charge: z.string(), reason: z.string().default('fraudulent') });
const giving = z.strictObject({ charge: z.string(), amount: z.int().positive().optional() });
const verdict = z.strictObject({ outcome: z.enum(['won', 'lost']) });

type WithId = FastifyRequest<{ Params: { id: string }; Querystring: { link?: string } }>;

/** What people and test drivers do at Stripe: pay, get onboarded, dispute, refund by the dashboard, and read the books. */
export const stripeControls = (world: World) => async (scope: FastifyInstance) => {
  const desk = openDesk(world);
  scope.get('/pay/:id', (request: WithId, reply) => visit(desk, request, reply));
  scope.post('/pay/:id', (request: WithId) => payPage(desk, request.params.id, payment.parse(request.body)));
  scope.get('/payments', () => payments(desk));
  scope.get('/accounts/:id/onboard', (request: WithId, reply) => visitOnboarding(desk, request, reply));
  scope.post('/accounts/:id/onboard', (request: WithId) =>
    onboard(desk, request.params.id, onboarding.parse(request.body)),
  );
  scope.post('/disputes', (request) => openDispute(desk, complaint.parse(request.body)));
  scope.post('/disputes/:id', (request: WithId) =>
    closeDispute(desk, request.params.id, verdict.parse(request.body).outcome),
  );
  scope.post('/refunds', (request) => makeRefund(desk, giving.parse(request.body)));
  scope.get('/books', () => books(desk));
};

/** A link opens a new session on each visit; a session's own address shows that session. */
function visit(desk: Desk, request: WithId, reply: FastifyReply): unknown {
  const shown = shownTo(desk, request.params.id);
  if (wantsJson(request)) return shown;
  const language = languageOf(request.headers['accept-language']);
  return reply.type('text/html; charset=utf-8').send(payPageHtml(shown, language));
}

function shownTo(desk: Desk, id: string): ShownPayment {
  const about = { amount: amountOf(desk, id), currency: 'usd', description: describe(desk, id) };
  const visited = visitedSession(desk, id);
  if ('url' in visited) return { session: visited.id, ...about, status: 'open', url: visited.url };
  const status = visited.status === 'expired' ? 'expired' : 'closed';
  return { session: null, ...about, status, url: null, message: visited.message };
}

function visitedSession(desk: Desk, id: string): Session | PaymentAnswer {
  if (id.startsWith('cs_')) {
    const session = findSession(desk, id);
    return whyClosed(desk, session) ?? session;
  }
  const link = findLink(desk, id);
  return link.active ? openFromLink(desk, link) : closed(link);
}

function describe(desk: Desk, id: string): string {
  return (desk.lines.get(id) ?? []).map((line) => line.name).join(', ');
}

/** By a link: in, or back to where a new link is made. Without one: the page itself, for whoever plays the provider. */
function visitOnboarding(desk: Desk, request: WithId, reply: FastifyReply): unknown {
  const { link } = request.query;
  const account = findAccount(desk, request.params.id);
  const way = link === undefined ? null : visitAccountLink(desk, link);
  if (way !== null && !way.isOpen) return reply.redirect(way.refreshUrl);
  const shown = { account: account.id, isReady: readyForTransfers(account), link: way === null ? undefined : link };
  if (wantsJson(request)) return shown;
  const language = languageOf(request.headers['accept-language']);
  return reply.type('text/html; charset=utf-8').send(onboardPage(shown, language));
}

function wantsJson(request: FastifyRequest): boolean {
  const accept = request.headers.accept ?? '';
  return accept.includes('application/json') && !accept.includes('text/html');
}
