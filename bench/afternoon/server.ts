// The plain version of an afternoon: one step field a phone, the answer is sent in the webhook's handler.
import formbody from '@fastify/formbody';
import Fastify from 'fastify';
import mongoose from 'mongoose';
import twilio from 'twilio';
import { readServerSettings } from '../config.ts';
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

app.post('/webhooks/twilio/messages', async (request, reply) => {
  const form = request.body as Record<string, string>;
  const signature = String(request.headers['x-twilio-signature']);
  if (!twilio.validateRequest(settings.authToken, signature, settings.publicUrl + request.url, form))
    return reply.code(403).send();
  const { Body = '', From = '' } = form;
  const conversation = await Conversations.findOne({ phone: From }).lean();
  const step = conversation?.step ?? 0;
  await Conversations.updateOne(
    { phone: From },
    { $set: { step: (step + 1) % STEPS.length }, $push: { answers: { $each: [Body], $slice: -STEPS.length } } },
    { upsert: true },
  );
  await client.messages.create({ from: settings.number, to: From, body: STEPS[step] ?? '' });
  return reply.type('text/xml').send('<Response/>');
});

await mongoose.connect(settings.mongodbUri);
await Conversations.init();
await app.listen({ port: settings.port, host: '127.0.0.1' });
process.once('SIGTERM', () => process.exit(0));
