import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { account } from '../account.ts';
import { openDoor, type Refusal } from '../door.ts';
import { readCall, type Call } from './call.ts';
import * as content from './content.ts';
import { listOf } from './list-page.ts';
import { listMessages } from './list-messages.ts';
import { lookUp } from './lookup.ts';
import { fetchMedia, listMedia, mediaFiles } from './media.ts';
import { messageJson } from './message-json.ts';
import { numberJson, serviceJson } from './number-json.ts';
import { configureNumber, ourNumber } from './phone-number.ts';
import { broken, envelopeOf, invalid, notFound, tooMany, TwilioRefusal } from './refusals.ts';
import { sendText } from './send-text.ts';
import type { Switchboard } from './switchboard.ts';
import type { Text } from './text.ts';
import { v1ListOf } from './v1-list.ts';

const accountPath = `/2010-04-01/Accounts/:account`;

/** api.twilio.com as it is, and content., messaging., lookups.twilio.com under their first names. */
export const twilioApi = (switchboard: Switchboard) => async (scope: FastifyInstance) => {
  await scope.register(mediaFiles(switchboard));
  await scope.register(async (door) => {
    openDoor(door, switchboard.world, { peer: 'twilio', refuse: (kind) => refusals[kind] });
    door.setErrorHandler((error, _request, reply) => answerError(error, reply, switchboard));
    for (const [route, answer] of Object.entries(routesOf(switchboard))) addRoute(door, route, answer);
    for (const prefix of ['/2010-04-01/*', '/content/*', '/messaging/*', '/lookups/*'])
      addRoute(door, `ALL ${prefix}`, (call) => {
        throw notFound(call.path);
      });
  });
};

const asRefusal = (refusal: TwilioRefusal, headers: Record<string, string> = {}): Refusal => ({
  status: refusal.status,
  headers: { 'content-type': 'application/json', ...headers },
  body: envelopeOf(refusal),
});

const refusals = { '500': asRefusal(broken), '429': asRefusal(tooMany, { 'retry-after': '1' }) };

const answerError = (error: unknown, reply: FastifyReply, { world }: Switchboard) => {
  if (error instanceof TwilioRefusal) return reply.code(error.status).send(envelopeOf(error));
  world.log(`Twilio's stand-in failed: ${error instanceof Error ? String(error.stack) : String(error)}`);
  return reply.code(500).send(envelopeOf(broken));
};

type Answerer = (call: Call, sid: string, other: string) => unknown;

/** Nothing to say: 204. */
const NOTHING = Symbol('nothing');

const addRoute = (door: FastifyInstance, route: string, answer: Answerer) => {
  const [method = '', url = '', status = '200'] = route.split(' ');
  const handler = (request: FastifyRequest<{ Params: { sid?: string; other?: string } }>, reply: FastifyReply) => {
    const { sid = '', other = '' } = request.params;
    const body = answer(readCall(request), sid, other);
    return body === NOTHING ? reply.code(204).send() : reply.code(Number(status)).send(body);
  };
  if (method === 'ALL') door.all(url, handler);
  else door.route({ method, url, handler });
};

const routesOf = (switchboard: Switchboard): Record<string, Answerer> => ({
  ...messageRoutes(switchboard),
  ...numberRoutes(switchboard),
  ...contentRoutes(switchboard),
  'GET /lookups/v2/PhoneNumbers/:sid': (call, number) => lookUp(number, call),
});

const messageRoutes = (switchboard: Switchboard): Record<string, Answerer> => {
  const find = (sid: string, call: Call): Text => {
    const text = switchboard.texts.get(sid);
    if (text === undefined || text.isDeleted) throw notFound(call.path);
    return text;
  };
  return {
    [`POST ${accountPath}/Messages.json 201`]: (call) => sendText(switchboard, call),
    [`GET ${accountPath}/Messages.json`]: (call) => listMessages(switchboard, call),
    [`GET ${accountPath}/Messages/:sid.json`]: (call, sid) => messageJson(find(sid, call)),
    [`POST ${accountPath}/Messages/:sid.json`]: (call, sid) => {
      find(sid, call);
      if (call.form.get('Body') !== '') throw invalid(20_001, 'Only an empty Body can be set: it redacts the message');
      return messageJson(switchboard.change(sid, { isRedacted: true }));
    },
    [`DELETE ${accountPath}/Messages/:sid.json`]: (call, sid) => {
      find(sid, call);
      switchboard.change(sid, { isDeleted: true });
      return NOTHING;
    },
    [`GET ${accountPath}/Messages/:sid/Media.json`]: (call, sid) => listMedia(find(sid, call), call),
    [`GET ${accountPath}/Messages/:sid/Media/:other.json`]: (call, sid, media) =>
      fetchMedia(find(sid, call), media, call),
  };
};

const numberRoutes = (switchboard: Switchboard): Record<string, Answerer> => {
  const { number, numberSid, messagingServiceSid } = account.twilio;
  const ours = () => numberJson(ourNumber(switchboard));
  const ourService = () => serviceJson(ourNumber(switchboard));
  const checked = (sid: string, own: string, call: Call) => {
    if (sid !== own) throw notFound(call.path);
  };
  return {
    [`GET ${accountPath}/IncomingPhoneNumbers.json`]: (call) => {
      const isAsked = (call.query.get('PhoneNumber') ?? number) === number;
      return listOf('incoming_phone_numbers', isAsked ? [ours()] : [], call);
    },
    [`GET ${accountPath}/IncomingPhoneNumbers/:sid.json`]: (call, sid) => {
      checked(sid, numberSid, call);
      return ours();
    },
    [`POST ${accountPath}/IncomingPhoneNumbers/:sid.json`]: (call, sid) => {
      checked(sid, numberSid, call);
      configureNumber(switchboard, call.form);
      return ours();
    },
    'GET /messaging/v1/Services': (call) =>
      v1ListOf('services', [ourService()], { call, host: 'messaging.twilio.com' }),
    'GET /messaging/v1/Services/:sid': (call, sid) => {
      checked(sid, messagingServiceSid, call);
      return ourService();
    },
  };
};

const contentRoutes = (switchboard: Switchboard): Record<string, Answerer> => ({
  'POST /content/v1/Content 201': (call) => content.createContent(switchboard, call),
  'GET /content/v1/Content': (call) => content.listContents(switchboard, call),
  'GET /content/v1/Content/:sid': (call, sid) => content.contentJson(content.findContent(switchboard, sid, call)),
  'DELETE /content/v1/Content/:sid': (call, sid) => {
    content.findContent(switchboard, sid, call);
    switchboard.contents.delete(sid);
    return NOTHING;
  },
  'GET /content/v1/Content/:sid/ApprovalRequests': (call, sid) =>
    content.approvalJson(content.findContent(switchboard, sid, call)),
  'POST /content/v1/Content/:sid/ApprovalRequests/whatsapp 201': (call, sid) =>
    content.requestApproval(switchboard, sid, call),
});
