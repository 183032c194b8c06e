// All that changes over time lives in three kinds of documents; this is how one of them is named.
export type ActorKind = 'thread' | 'booking' | 'provider';

export interface ActorAddress {
  readonly kind: ActorKind;
  readonly id: string;
}

export type Channel = 'sms' | 'whatsapp';

/** `sms:+15125550100` or `whatsapp:US.abc`: identity is (channel, address), a phone number is optional. */
export const threadId = (channel: Channel, address: string): string => `${channel}:${address}`;

export const channelOf = (thread: string): Channel => (thread.startsWith('whatsapp:') ? 'whatsapp' : 'sms');

export const addressOf = (thread: string): string => thread.slice(thread.indexOf(':') + 1);

/** The schema of the actors' documents that this code writes; rises with the version of any machine. Work of a newer one is left where it is. */
export const SCHEMA = 2;
