import { channelOf, phoneOf } from './addresses.ts';
import type { Switchboard } from './switchboard.ts';
import type { Text } from './text.ts';

// Twilio's default words of a long code (twilio.com/docs/messaging/tutorials/advanced-opt-out); single words only.
const stopWords = new Set(['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'REVOKE', 'OPTOUT']);
const startWords = new Set(['START', 'UNSTOP']);
const helpWords = new Set(['HELP', 'INFO']);

const STOPPED =
  'You have successfully been unsubscribed. You will not receive any more messages from this number. Reply START to resubscribe.';
const STARTED =
  'You have successfully been re-subscribed to messages from this number. Reply HELP for help. Reply STOP to unsubscribe. Msg&Data Rates May Apply.';
const HELPED = 'Reply STOP to unsubscribe. Msg&Data Rates May Apply.';

const keyOf = (phone: string, ours: string) => `${phone} ${ours}`;

/** Whether Twilio blocks this address for our number. WhatsApp has no such block. */
export const isOptedOut = ({ optOuts }: Switchboard, to: string, from: string): boolean =>
  channelOf(to) === 'sms' && optOuts.has(keyOf(to, from));

/** What Twilio itself does about an inbound SMS: blocks, unblocks, and answers in our number's name. */
export const heedKeyword = (switchboard: Switchboard, text: Text): void => {
  if (channelOf(text.to) !== 'sms') return;
  const answer = answerTo(switchboard, text);
  if (answer === null) return;
  const sentAt = switchboard.world.clock.now().toISOString();
  const reply = {
    direction: 'outbound-reply',
    from: text.to,
    to: text.phone,
    body: answer,
    status: 'delivered',
  } as const;
  switchboard.add({ ...reply, sentAt });
};

const answerTo = ({ optOuts, world }: Switchboard, text: Text): string | null => {
  const word = text.body.trim().toUpperCase();
  const key = keyOf(phoneOf(text.from ?? ''), text.to);
  const isOut = optOuts.has(key);
  if (stopWords.has(word)) {
    optOuts.set(key, { at: world.clock.now().toISOString() });
    return isOut ? null : STOPPED;
  }
  // YES opts in again, and means nothing to Twilio otherwise.
  if (startWords.has(word) || (word === 'YES' && isOut)) {
    optOuts.delete(key);
    return STARTED;
  }
  return helpWords.has(word) ? HELPED : null;
};
