import { createHmac } from 'node:crypto';
import { account } from '../account.ts';

/**
 * X-Twilio-Signature: base64 of HMAC-SHA1 over the full URL and the sorted names and values, as Twilio documents it in
 * "Webhooks security". The URL is the configured one, without its fragment.
 */
export const signatureOf = (url: string, parameters: Readonly<Record<string, string>>): string => {
  const names = Object.keys(parameters).sort();
  const signed = names.reduce((text, name) => text + name + (parameters[name] ?? ''), url);
  return createHmac('sha1', account.twilio.authToken).update(signed).digest('base64');
};
