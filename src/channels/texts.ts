import { addressOf, channelOf } from '../domain/actor.ts';
import type { Clock, OutgoingText, Remote, Texts } from '../conversations/ports.ts';
import { within } from './deadline.ts';
import { makeQuickReplies } from './quick-replies.ts';
import { makeTwilioClient, type TwilioClient, type TwilioSettings } from './twilio-client.ts';
import { twilioFailure, type TextRefusal } from './twilio-failure.ts';
import { makeVendorTexts } from './vendor-texts.ts';

/** What `texts` needs of the world; `clock` is business time, in which `until` is said. */
export interface TextsOptions {
  readonly config: { readonly publicUrl: string; readonly twilio: TwilioSettings };
  readonly clock: Pick<Clock, 'now'>;
}

const SEND_MS = 8_000;
/** Twilio comes five times with what became of a text, whatever our answer was (connection overrides; no part of the signed URL). */
const REPEATED = '#rc=5&rp=all';

type Message = Parameters<TwilioClient['messages']['create']>[0];
type Sender = Pick<Message, 'from' | 'messagingServiceSid'>;
type Sent = Remote<{ readonly sid: string }, TextRefusal>;

/** SMS and WhatsApp through Twilio. Nothing is repeated here: the caller knows what may be. */
export function makeTexts({ config, clock }: TextsOptions): Texts {
  const client = makeTwilioClient(config.twilio);
  const contentFor = makeQuickReplies(client);
  const send = async (text: OutgoingText): Promise<Sent> => {
    const sender = senderOf(text.to, config.twilio);
    if (sender === null) return { outcome: 'refused', reason: 'noSender', code: null };
    const envelope = {
      ...sender,
      to: vendorAddress(text.to),
      statusCallback: `${config.publicUrl}/webhooks/twilio/status/${encodeURIComponent(text.effectId)}${REPEATED}`,
      ...validityOf(text.until, clock.now()),
    };
    const content = channelOf(text.to) === 'whatsapp' ? await contentFor(text.body, text.buttons) : null;
    const sent = content === null ? null : await create(client, { ...envelope, ...content });
    return sent === null || isContentRefused(sent) ? create(client, { ...envelope, body: text.body }) : sent;
  };
  return {
    send: (text) => within(SEND_MS, send(text), { outcome: 'unknown' }),
    ...makeVendorTexts(client, config.twilio),
  };
}

async function create(client: TwilioClient, message: Message): Promise<Sent> {
  try {
    const { sid } = await client.messages.create(message);
    return { outcome: 'done', value: { sid } };
  } catch (error) {
    return twilioFailure(error);
  }
}

/** The buttons were not taken, so nothing was sent: the words name their numbers and go alone. Not 63016: free words are no better then. */
const isContentRefused = (sent: Sent): boolean =>
  sent.outcome === 'refused' && sent.code !== null && sent.code >= 21_654 && sent.code <= 21_658;

/** A thread's address as Twilio writes it: `+1512…` or `whatsapp:+1512…`. */
const vendorAddress = (thread: string): string => (channelOf(thread) === 'whatsapp' ? thread : addressOf(thread));

function senderOf(thread: string, { number, whatsappNumber, messagingServiceSid }: TwilioSettings): Sender | null {
  if (channelOf(thread) === 'whatsapp') return whatsappNumber === null ? null : { from: `whatsapp:${whatsappNumber}` };
  if (messagingServiceSid !== null) return { messagingServiceSid };
  return number === null ? null : { from: number };
}

/** Twilio takes 1 to 36,000 seconds and recommends more than 5; what would never lapse in its queue is left out. */
function validityOf(until: string | null, now: Date): Pick<Message, 'validityPeriod'> {
  if (until === null) return {};
  const seconds = Math.ceil((Date.parse(until) - now.getTime()) / 1_000);
  return seconds >= 36_000 ? {} : { validityPeriod: Math.max(seconds, 6) };
}
