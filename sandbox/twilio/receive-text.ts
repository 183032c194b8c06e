import type { Delivery } from '../webhook-request.ts';
import { addressOn, type Channel, phoneOf } from './addresses.ts';
import { inboundParameters } from './inbound-parameters.ts';
import { heedKeyword } from './opt-out.ts';
import { ourNumber } from './phone-number.ts';
import type { Switchboard } from './switchboard.ts';
import { type Button, mediaFrom, type Text } from './text.ts';
import { callWebhook } from './webhook.ts';

/** What a person does on a phone. */
export interface Written {
  readonly phone: string;
  readonly channel: Channel;
  /** Our number, without the channel. */
  readonly to: string;
  readonly body: string;
  readonly media: readonly string[];
  readonly tapped: Button | null;
  /** Twilio's id for it; a known one is a redelivery. */
  readonly sid?: string;
}

export interface Received {
  readonly text: Text;
  readonly delivery: Promise<Delivery>;
}

/** A text goes from a phone to our number: stored, heeded by Twilio, and brought to the app's webhook. */
export const receiveText = (switchboard: Switchboard, written: Written): Received => {
  const known = written.sid === undefined ? undefined : switchboard.texts.get(written.sid);
  const text = known ?? note(switchboard, written);
  if (known === undefined) heedKeyword(switchboard, text);
  return { text, delivery: deliver(switchboard, text, known !== undefined) };
};

const note = (switchboard: Switchboard, written: Written): Text => {
  const sentAt = switchboard.world.clock.now().toISOString();
  if (written.channel === 'whatsapp') switchboard.windows.set(written.phone, sentAt);
  return switchboard.add({
    ...(written.sid === undefined ? {} : { sid: written.sid }),
    direction: 'inbound',
    from: addressOn(written.channel, written.phone),
    to: addressOn(written.channel, written.to),
    body: written.body,
    media: written.media.map(mediaFrom),
    tapped: written.tapped,
    status: 'received',
    sentAt,
  });
};

const deliver = async (switchboard: Switchboard, text: Text, isRepeated: boolean): Promise<Delivery> => {
  const { smsUrl, smsFallbackUrl } = ourNumber(switchboard);
  if (smsUrl === null) return { status: 0, ms: 0, tries: 0 };
  const webhook = {
    parameters: inboundParameters(switchboard, text),
    subject: `inbound ${text.to} ${text.from ?? ''} ${text.body}`,
    token: tokenOf(text),
    isRepeated,
  };
  const first = await callWebhook(switchboard.world, { ...webhook, url: smsUrl });
  if (smsFallbackUrl === null || isTaken(first.status) || first.tries === 0) return first;
  return callWebhook(switchboard.world, { ...webhook, url: smsFallbackUrl });
};

const isTaken = (status: number): boolean => status >= 200 && status < 400;

// Stable over all tries of one text, as Twilio's is.
const tokenOf = ({ sid }: Text): string => sid.slice(2).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

/** The newest button of that id which the app sent to the phone. */
export const findButton = (switchboard: Switchboard, phone: string, id: string): Button | null => {
  const menus = switchboard.ofPhone(phoneOf(phone), 0).filter(({ direction }) => direction !== 'inbound');
  const menu = menus.findLast(({ buttons }) => buttons.some((button) => button.id === id));
  return menu?.buttons.find((button) => button.id === id) ?? null;
};
