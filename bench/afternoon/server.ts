// The plain version of an afternoon: one step field a phone, the answer is sent in the webhook's handler.
import formbody from '@fastify/formbody';
import Fastify, { type FastifyRequest } from 'fastify';
import mongoose from 'mongoose';
import twilio from 'twilio';
import { readServerSettings } from '../config.ts';
import { textLog } from './log.ts';
import { STEPS } from './steps.ts';

interface Conversation {
  phone: string;
  step: number;
  answers: string[];
}

const settings = readServerSettings();

const Conversations = mongoose.model(
  'Conversation',
  new mongoose.Schema<Conversation>({
    phone: { type: String, required: true, unique: true },
    step: { type: Number, required: true },
    answers: [String],
  }),
);

/** The real SDK with its own settings; only the host is the sandbox's. */
const makeClient = () => {
  const httpClient = new twilio.RequestClient();
  const request = httpClient.request.bind(httpClient);
  httpClient.request = (options) =>
    request({ ...options, uri: options.uri.replace('https://api.twilio.com', settings.twilioUrl) });
  return twilio(settings.accountSid, settings.authToken, { httpClient });
};

const client = makeClient();
const app = Fastify();
await app.register(formbody);

app.get('/readyz', () => ({ ok: true }));

/** What Twilio has posted; null when it was somebody else. */
const readForm = (request: FastifyRequest): Record<string, string> | null => {
  const form = request.body as Record<string, string>;
  const signature = String(request.headers['x-twilio-signature']);
  const isSigned = twilio.validateRequest(settings.authToken, signature, settings.publicUrl + request.url, form);
  return isSigned ? form : null;
};

const send = async (to: string, body: string) => {
  const text = { from: settings.number, to, body };
  if (!settings.keepsLog) return client.messages.create(text);
  const sent = await client.messages.create({
    ...text,
    statusCallback: `${settings.publicUrl}/webhooks/twilio/status`,
  });
  return textLog.sent(sent.sid, to, body);
};

/** The step that he answers with this text; the next one is his from now on. */
const nextStep = async (phone: string, answer: string): Promise<number> => {
  const conversation = await Conversations.findOne({ phone }).lean();
  const step = conversation?.step ?? 0;
  await Conversations.updateOne(
    { phone },
    { $set: { step: (step + 1) % STEPS.length }, $push: { answers: { $each: [answer], $slice: -STEPS.length } } },
    { upsert: true },
  );
  return step;
};

app.post('/webhooks/twilio/messages', async (request, reply) => {
  const form = readForm(request);
  if (form === null) return reply.code(403).send();
  const { Body = '', From = '', MessageSid = '' } = form;
  if (settings.keepsLog) await textLog.received(MessageSid, From, Body);
  const step = await nextStep(From, Body);
  await send(From, STEPS[step] ?? '');
  return reply.type('text/xml').send('<Response/>');
});

app.post('/webhooks/twilio/status', async (request, reply) => {
  const form = readForm(request);
  if (form === null) return reply.code(403).send();
  await textLog.became(form['MessageSid'] ?? '', form['MessageStatus'] ?? '');
  return reply.type('text/xml').send('<Response/>');
});

await mongoose.connect(settings.mongodbUri);
await Conversations.init();
await app.listen({ port: settings.port, host: '127.0.0.1' });
process.once('SIGTERM', () => process.exit(0));
