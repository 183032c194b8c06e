import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { account } from '../account.ts';
import { channelOf, phoneOf } from './addresses.ts';
import { isOptedOut } from './opt-out.ts';
import { ourAddress, type Switchboard } from './switchboard.ts';
import type { Text, TextStatus } from './text.ts';
import { callWebhook } from './webhook.ts';

/** Real time between two steps of a text's way. */
const STEP_IN_MS = 3;
const WINDOW_IN_MS = 24 * 3_600_000;
const UNREACHABLE = 30_003;
const OPTED_OUT = 21_610;
const OUTSIDE_WINDOW = 63_016;

/**
 * Carries a text that the API took to its phone: sent, then delivered (or not), each told by a status callback, one after
 * the other. In flight until the last callback has ended.
 */
export const carryText = (switchboard: Switchboard, text: Text): void => {
  const done = switchboard.world.busy.begin(`text ${text.sid}`);
  void carry(switchboard, text)
    .catch((error: unknown) => switchboard.world.log(`Text ${text.sid} was not carried: ${String(error)}`))
    .finally(done);
};

const carry = async (switchboard: Switchboard, accepted: Text) => {
  await sleep(STEP_IN_MS);
  const text = withSender(switchboard, accepted);
  const error = obstacleOf(switchboard, text);
  const reported: Promise<unknown>[] = [];
  const step = (status: TextStatus, part: Partial<Text> = {}) => {
    const stepped = switchboard.change(text.sid, { status, ...part });
    const before = reported.at(-1) ?? Promise.resolve();
    reported.push(before.then(() => report(switchboard, stepped)));
  };
  if (error === null || isFoundOnTheWay(error)) step('sent', { sentAt: switchboard.world.clock.now().toISOString() });
  await sleep(STEP_IN_MS);
  if (error === null) step('delivered');
  else step('undelivered', { error });
  if (error === null) switchboard.autopilot.hear(text);
  await reported.at(-1);
};

// What the carrier or the handset finds, as against what Twilio and WhatsApp know before they send.
const isFoundOnTheWay = (error: number): boolean => error >= 30_000 && error < 40_000;

const withSender = (switchboard: Switchboard, text: Text): Text =>
  text.from === null ? switchboard.change(text.sid, { from: ourAddress(text.to), status: 'queued' }) : text;

const obstacleOf = (switchboard: Switchboard, text: Text): number | null => {
  const fault = switchboard.world.faults.take('twilio', ['undelivered'], `${text.to} ${text.body}`);
  if (fault !== null) return fault.code ?? UNREACHABLE;
  if (isOptedOut(switchboard, text.to, text.from ?? '')) return OPTED_OUT;
  return isOutsideWindow(switchboard, text) ? OUTSIDE_WINDOW : null;
};

const isOutsideWindow = ({ world, windows, contents }: Switchboard, text: Text): boolean => {
  if (channelOf(text.to) === 'sms') return false;
  if (text.contentSid !== null && contents.get(text.contentSid)?.approval?.status === 'approved') return false;
  const heardAt = windows.get(phoneOf(text.to));
  return heardAt === undefined || world.clock.now().getTime() - Date.parse(heardAt) > WINDOW_IN_MS;
};

const report = async ({ world }: Switchboard, text: Text) => {
  if (text.statusCallback === null) return;
  await callWebhook(world, {
    url: text.statusCallback,
    parameters: statusParameters(text),
    subject: `${text.status} ${text.to} ${text.body}`,
    token: randomUUID(),
  });
};

const statusParameters = (text: Text): Record<string, string> => ({
  ...(channelOf(text.to) === 'whatsapp' ? whatsappParameters(text) : {}),
  AccountSid: account.twilio.accountSid,
  ApiVersion: '2010-04-01',
  From: text.from ?? '',
  MessageSid: text.sid,
  MessageStatus: text.status,
  SmsSid: text.sid,
  SmsStatus: text.status,
  To: text.to,
  ...(text.messagingServiceSid === null ? {} : { MessagingServiceSid: text.messagingServiceSid }),
  ...(text.error === null ? {} : { ErrorCode: String(text.error) }),
});

const whatsappParameters = (text: Text): Record<string, string> => ({
  ChannelPrefix: 'whatsapp',
  ChannelInstallSid: `XE${account.twilio.accountSid.slice(2)}`,
  ChannelToAddress: phoneOf(text.to),
  EventType: text.status.toUpperCase(),
});
