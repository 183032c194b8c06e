// The least that a durable webhook does: the signature is checked, one document is inserted by a majority, 200.
import formbody from '@fastify/formbody';
import Fastify from 'fastify';
import { MongoClient } from 'mongodb';
import twilio from 'twilio';
import { readServerSettings } from '../config.ts';

const settings = readServerSettings();
const mongo = await MongoClient.connect(settings.mongodbUri, { w: 'majority', journal: true });
const texts = mongo.db().collection<{ _id: string; from: string; body: string }>('texts');

const app = Fastify();
await app.register(formbody);
app.get('/readyz', () => ({ ok: true }));
app.post('/webhooks/twilio/messages', async (request, reply) => {
  const form = request.body as Record<string, string>;
  const signature = String(request.headers['x-twilio-signature']);
  if (!twilio.validateRequest(settings.authToken, signature, settings.publicUrl + request.url, form))
    return reply.code(403).send();
  await texts.insertOne({ _id: form['MessageSid'] ?? '', from: form['From'] ?? '', body: form['Body'] ?? '' });
  return reply.type('text/xml').send('<Response/>');
});
await app.listen({ port: settings.port, host: '127.0.0.1' });
process.once('SIGTERM', () => process.exit(0));
