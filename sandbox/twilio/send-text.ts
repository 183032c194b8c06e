import { account } from '../account.ts';
import { channelOf, isReachable } from './addresses.ts';
import type { Call } from './call.ts';
import { carryText } from './carry-text.ts';
import { fillContent } from './fill-content.ts';
import { messageJson } from './message-json.ts';
import { isOptedOut } from './opt-out.ts';
import { invalid, type TwilioRefusal } from './refusals.ts';
import { ourAddress, type Switchboard } from './switchboard.ts';
import { mediaFrom } from './text.ts';

const LONGEST_BODY = 1_600;
const MOST_MEDIA = 10;

/** `POST …/Messages.json`: takes a text, answers as Twilio does, and carries it. Throws Twilio's refusals. */
export const sendText = (switchboard: Switchboard, { form }: Call) => {
  const order = readOrder(form);
  for (const objection of objections) {
    const refusal = objection(order, switchboard);
    if (refusal !== null) throw refusal;
  }
  const text = switchboard.add({
    direction: 'outbound-api',
    from: order.from,
    to: order.to,
    ...wordsOf(order, switchboard),
    media: order.mediaUrls.map(mediaFrom),
    status: order.from === null ? 'accepted' : 'queued',
    messagingServiceSid: order.service,
    statusCallback: order.statusCallback,
    contentSid: order.contentSid,
  });
  carryText(switchboard, text);
  return messageJson(text);
};

interface Order {
  readonly to: string;
  readonly from: string | null;
  readonly service: string | null;
  readonly body: string;
  readonly mediaUrls: readonly string[];
  readonly contentSid: string | null;
  readonly variables: Readonly<Record<string, string>> | null;
  readonly statusCallback: string | null;
  readonly isScheduled: boolean;
}

const readOrder = (form: URLSearchParams): Order => {
  const given = (name: string) => form.get(name) || null;
  return {
    to: form.get('To') ?? '',
    from: given('From'),
    service: given('MessagingServiceSid'),
    body: form.get('Body') ?? '',
    mediaUrls: form.getAll('MediaUrl').filter((url) => url !== ''),
    contentSid: given('ContentSid'),
    variables: readVariables(form.get('ContentVariables') || '{}'),
    statusCallback: given('StatusCallback'),
    isScheduled: form.has('SendAt'),
  };
};

const readVariables = (text: string): Record<string, string> | null => {
  try {
    const read = JSON.parse(text) as Record<string, unknown>;
    const isWhole = Object.values(read).every((value) => typeof value === 'string');
    return isWhole ? (read as Record<string, string>) : null;
  } catch {
    return null;
  }
};

const wordsOf = (order: Order, { contents }: Switchboard) => {
  const content = order.contentSid === null ? undefined : contents.get(order.contentSid);
  return content ? fillContent(content, order.variables ?? {}) : { body: order.body };
};

type Objection = (order: Order, switchboard: Switchboard) => TwilioRefusal | null;

const refuseIf = (isWrong: boolean, code: number, message: string) => (isWrong ? invalid(code, message) : null);

/** Twilio's rules in the order in which it looks; codes and words as in twilio.com/docs/api/errors. */
const objections: readonly Objection[] = [
  ({ to }) => refuseIf(to === '', 21_604, "A 'To' phone number is required."),
  ({ from, service }) => refuseIf(from === null && service === null, 21_603, "A 'From' phone number is required."),
  ({ body, mediaUrls, contentSid }) =>
    refuseIf(body === '' && mediaUrls.length === 0 && contentSid === null, 21_602, 'Message body is required.'),
  ({ from, to }) =>
    refuseIf(
      from !== null && channelOf(from) !== channelOf(to),
      21_910,
      "Invalid 'From' and 'To' pair. 'From' and 'To' should be of the same channel",
    ),
  ({ from }) => (from === null || from === ourAddress(from) ? null : foreignSender(from)),
  ({ service }) =>
    refuseIf(
      service !== null && service !== account.twilio.messagingServiceSid,
      21_701,
      `The Messaging Service ${String(service)} does not exist`,
    ),
  ({ to }) => refuseIf(!isReachable(to), 21_211, `The 'To' number ${to} is not a valid phone number.`),
  ({ from, to }) => refuseIf(from === to, 21_266, "'To' and 'From' number cannot be the same."),
  ({ body }) =>
    refuseIf(
      Array.from(body).length > LONGEST_BODY,
      21_617,
      'The concatenated message body exceeds the 1600 character limit.',
    ),
  ({ mediaUrls }) =>
    refuseIf(mediaUrls.length > MOST_MEDIA, 21_623, 'The number of media files exceeds the allowed limit of 10.'),
  ({ statusCallback }) =>
    refuseIf(
      statusCallback !== null && !/^https?:\/\/[^/]/.test(statusCallback),
      21_609,
      "The 'StatusCallback' URL is not a valid URL.",
    ),
  ({ contentSid }, { contents }) =>
    refuseIf(contentSid !== null && !contents.has(contentSid), 21_655, 'The ContentSid is Invalid'),
  ({ variables }) => refuseIf(variables === null, 21_656, 'The ContentVariables Parameter is invalid'),
  ({ isScheduled }) =>
    refuseIf(isScheduled, 35_114, 'Scheduling does not support this account: send it when it is due.'),
  ({ from, to }, switchboard) =>
    refuseIf(from !== null && isOptedOut(switchboard, to, from), 21_610, 'Attempt to send to unsubscribed recipient'),
];

const foreignSender = (from: string) =>
  channelOf(from) === 'whatsapp'
    ? invalid(63_007, 'Twilio could not find a Channel with the specified From address')
    : invalid(21_606, `The 'From' phone number provided (${from}) is not a valid message-capable Twilio phone number.`);
