import { account } from '../account.ts';
import type { Text } from './text.ts';

/** "Thu, 24 Aug 2023 05:01:45 +0000". */
export const rfc2822 = (iso: string): string => new Date(iso).toUTCString().replace('GMT', '+0000');

/** The 20 properties of a message resource; all are always there. */
export const messageJson = (text: Text) => {
  const uri = `/2010-04-01/Accounts/${account.twilio.accountSid}/Messages/${text.sid}`;
  return {
    account_sid: account.twilio.accountSid,
    api_version: '2010-04-01',
    body: text.isRedacted ? '' : text.body,
    date_created: rfc2822(text.createdAt),
    date_sent: text.sentAt === null ? null : rfc2822(text.sentAt),
    date_updated: rfc2822(text.updatedAt),
    direction: text.direction,
    error_code: text.error,
    error_message: null,
    from: text.from,
    messaging_service_sid: text.messagingServiceSid,
    num_media: String(text.media.length),
    num_segments: text.from === null ? '0' : String(text.segments),
    price: null,
    price_unit: 'USD',
    sid: text.sid,
    status: text.status,
    subresource_uris: { media: `${uri}/Media.json` },
    to: text.to,
    uri: `${uri}.json`,
  };
};
