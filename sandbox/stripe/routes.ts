import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';

import { openDoor } from '../door.ts';
import type { World } from '../world.ts';
import { createAccountLink } from './account-links.ts';
import { closeAccount, createAccount, retrieveAccount, updateAccount } from './accounts.ts';
import { openAnswering } from './answering.ts';
import type { Operation } from './call.ts';
import { listCharges, retrieveCharge } from './charges.ts';
import { openDesk } from './open-desk.ts';
import { giveUpDispute, listDisputes, retrieveDispute, updateDispute } from './disputes.ts';
import { rearmActs } from './due-acts.ts';
import { listEvents, listThinEvents, retrieveEvent, retrieveThinEvent } from './events.ts';
import { listIntents, retrieveIntent } from './intents.ts';
import { createLink, listLinkLines, listLinks, retrieveLink, updateLink } from './links.ts';
import { listMovements, retrieveBalance, retrieveMovement } from './movements.ts';
import { listPayouts, retrievePayout } from './payouts.ts';
import { Refusal } from './refusal.ts';
import { createRefund, listRefunds, retrieveRefund } from './refunds.ts';
import { createReversal, listReversals } from './reversals.ts';
import { createSession, expireSession, listSessionLines, listSessions, retrieveSession } from './sessions.ts';
import { createTransfer, listTransfers, retrieveTransfer } from './transfers.ts';

export { stripeControls } from './controls.ts';

type Route = [method: 'GET' | 'POST', path: string, operation: Operation];

const routes: Route[] = [
  ['POST', '/v1/payment_links', createLink],
  ['GET', '/v1/payment_links', listLinks],
  ['GET', '/v1/payment_links/:id', retrieveLink],
  ['POST', '/v1/payment_links/:id', updateLink],
  ['GET', '/v1/payment_links/:id/line_items', listLinkLines],
  ['POST', '/v1/checkout/sessions', createSession],
  ['GET', '/v1/checkout/sessions', listSessions],
  ['GET', '/v1/checkout/sessions/:id', retrieveSession],
  ['POST', '/v1/checkout/sessions/:id/expire', expireSession],
  ['GET', '/v1/checkout/sessions/:id/line_items', listSessionLines],
  ['GET', '/v1/payment_intents', listIntents],
  ['GET', '/v1/payment_intents/:id', retrieveIntent],
  ['GET', '/v1/charges', listCharges],
  ['GET', '/v1/charges/:id', retrieveCharge],
  ['POST', '/v1/refunds', createRefund],
  ['GET', '/v1/refunds', listRefunds],
  ['GET', '/v1/refunds/:id', retrieveRefund],
  ['POST', '/v1/transfers', createTransfer],
  ['GET', '/v1/transfers', listTransfers],
  ['GET', '/v1/transfers/:id', retrieveTransfer],
  ['POST', '/v1/transfers/:id/reversals', createReversal],
  ['GET', '/v1/transfers/:id/reversals', listReversals],
  ['GET', '/v1/payouts', listPayouts],
  ['GET', '/v1/payouts/:id', retrievePayout],
  ['GET', '/v1/balance', retrieveBalance],
  ['GET', '/v1/balance_transactions', listMovements],
  ['GET', '/v1/balance_transactions/:id', retrieveMovement],
  ['GET', '/v1/disputes', listDisputes],
  ['GET', '/v1/disputes/:id', retrieveDispute],
  ['POST', '/v1/disputes/:id', updateDispute],
  ['POST', '/v1/disputes/:id/close', giveUpDispute],
  ['GET', '/v1/events', listEvents],
  ['GET', '/v1/events/:id', retrieveEvent],
  ['POST', '/v2/core/accounts', createAccount],
  ['GET', '/v2/core/accounts/:id', retrieveAccount],
  ['POST', '/v2/core/accounts/:id', updateAccount],
  ['POST', '/v2/core/accounts/:id/close', closeAccount],
  ['POST', '/v2/core/account_links', createAccountLink],
  ['GET', '/v2/core/events', listThinEvents],
  ['GET', '/v2/core/events/:id', retrieveThinEvent],
];

/** Stripe's API as far as it is used, for a port of its own: real paths, real shapes, idempotency keys, signed webhooks. */
export function stripeApi(world: World): FastifyPluginAsync {
  return async (scope) => {
    const desk = openDesk(world);
    rearmActs(desk);
    openDoor(scope, world, { peer: 'stripe', refuse: (kind) => strike(kind) });
    const answering = openAnswering(desk);
    scope.addHook('onSend', async (request, reply, payload) => {
      answering.keepFailure(request, reply, payload);
      return payload;
    });
    for (const [method, path, operation] of routes) {
      scope.route({ method, url: path, handler: (request, reply) => answering.answer(request, reply, operation) });
    }
    const unknown = (request: FastifyRequest, reply: FastifyReply) => answering.answer(request, reply, unknownPath);
    scope.route({ method: ['GET', 'POST', 'DELETE', 'PUT', 'PATCH'], url: '/*', handler: unknown });
  };
}

const unknownPath: Operation = () => {
  throw new Refusal(
    404,
    {
      type: 'invalid_request_error',
      message: 'Unrecognized request URL: the sandbox does not play this part of Stripe.',
    },
    false,
  );
};

function strike(kind: '500' | '429') {
  if (kind === '500') {
    const message = 'An unknown error occurred (made on purpose by the sandbox).';
    return { status: 500, body: { error: { type: 'api_error', code: 'internal_error', message } } };
  }
  const message = 'Request rate limit exceeded. Learn more about rate limits here https://stripe.com/docs/rate-limits.';
  return { status: 429, body: { error: { type: 'invalid_request_error', code: 'rate_limit', message } } };
}
