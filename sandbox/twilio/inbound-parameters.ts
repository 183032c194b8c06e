import { account } from '../account.ts';
import { channelOf } from './addresses.ts';
import { mediaUrl } from './media.ts';
import type { Switchboard } from './switchboard.ts';
import type { Button, Text } from './text.ts';

/** The form that Twilio posts for an inbound text (twilio.com/docs/messaging/guides/webhook-request). */
export const inboundParameters = (switchboard: Switchboard, text: Text): Record<string, string> => ({
  ...(channelOf(text.to) === 'sms' ? smsParameters(text) : whatsappParameters(switchboard, text)),
  ...mediaParameters(switchboard, text),
  AccountSid: account.twilio.accountSid,
  ApiVersion: '2010-04-01',
  Body: text.body,
  From: text.from ?? '',
  MessageSid: text.sid,
  NumMedia: String(text.media.length),
  NumSegments: String(text.segments),
  SmsMessageSid: text.sid,
  SmsSid: text.sid,
  SmsStatus: 'received',
  To: text.to,
});

const mediaParameters = ({ world }: Switchboard, text: Text): Record<string, string> =>
  Object.fromEntries(
    text.media.flatMap((media, index) => [
      [`MediaUrl${index}`, world.address.url + mediaUrl(text, media)],
      [`MediaContentType${index}`, media.contentType],
    ]),
  );

const smsParameters = (text: Text): Record<string, string> => ({
  ...placeOf('From', text.phone),
  ...placeOf('To', text.to),
});

/** The geography of the number, not of the person. */
const placeOf = (side: 'From' | 'To', number: string): Record<string, string> => {
  const isAustin = /^\+1(512|737)/.test(number);
  return {
    [`${side}City`]: isAustin ? 'AUSTIN' : '',
    [`${side}State`]: isAustin ? 'TX' : '',
    [`${side}Zip`]: isAustin ? '78701' : '',
    [`${side}Country`]: number.startsWith('+1') ? 'US' : '',
  };
};

const whatsappParameters = (switchboard: Switchboard, text: Text): Record<string, string> => {
  const profile = switchboard.phones.get(text.phone).label;
  const isNumber = text.phone.startsWith('+');
  const context = { ProfileName: profile, ...(isNumber ? { WaId: text.phone.slice(1) } : {}) };
  return {
    ...context,
    MessageType: messageType(text),
    ChannelMetadata: JSON.stringify({ type: 'whatsapp', data: { context } }),
    ...(isNumber ? {} : { ExternalUserId: text.from ?? '' }),
    ...(text.tapped === null ? {} : tapParameters(switchboard, text, text.tapped)),
  };
};

const messageType = (text: Text): string => {
  if (text.tapped !== null) return text.tapped.kind === 'item' ? 'interactive' : 'button';
  const [kind = ''] = text.media[0]?.contentType.split('/') ?? [];
  if (kind === '') return 'text';
  return ['image', 'video', 'audio'].includes(kind) ? kind : 'document';
};

const tapParameters = (switchboard: Switchboard, text: Text, { id, title, kind }: Button): Record<string, string> => {
  const menus = switchboard.ofPhone(text.phone, 0).filter(({ direction }) => direction !== 'inbound');
  const menu = menus.findLast(({ buttons }) => buttons.some((button) => button.id === id));
  const choice = kind === 'item' ? { ListId: id, ListTitle: title } : { ButtonPayload: id, ButtonText: title };
  if (menu === undefined) return choice;
  return { ...choice, OriginalRepliedMessageSid: menu.sid, OriginalRepliedMessageSender: menu.from ?? '' };
};
