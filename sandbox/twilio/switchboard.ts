import { account } from '../account.ts';
import type { Shelf } from '../shelves.ts';
import type { World } from '../world.ts';
import { addressOn, channelOf } from './addresses.ts';
import type { Content } from './content-types.ts';
import type { Phones } from './phones.ts';
import type { Text } from './text.ts';

/** Twilio and the phones that it reaches. */
export interface Switchboard {
  readonly world: World;
  readonly texts: Shelf<Text>;
  /** Sids in the order in which they came to be. */
  readonly order: readonly string[];
  readonly phones: Phones;
  readonly autopilot: Autopilot;
  /** `phone our-number` of everybody who said STOP; SMS only. */
  readonly optOuts: Shelf<{ at: string }>;
  /** When a phone last wrote on WhatsApp, ISO. */
  readonly windows: Shelf<string>;
  readonly contents: Shelf<Content>;
  readonly numbers: Shelf<PhoneNumber>;
  /** Stores a text that has come to be, and tells the phone. */
  add(draft: Draft): Text;
  /** Replaces part of a text; returns it as it now is. */
  change(sid: string, part: Partial<Text>): Text;
  /** Texts of one phone later than `after`, oldest first. */
  ofPhone(phone: string, after: number): Text[];
}

export type Draft = Pick<Text, 'direction' | 'from' | 'to' | 'body' | 'status'> &
  Partial<Omit<Text, 'seq' | 'phone' | 'segments' | 'createdAt' | 'updatedAt'>>;

/** What is configured on our number at Twilio. */
export interface PhoneNumber {
  readonly friendlyName: string;
  /** Where inbound texts go; a fragment says how often to try again. */
  readonly smsUrl: string | null;
  readonly smsFallbackUrl: string | null;
  readonly statusCallback: string | null;
  readonly updatedAt: string;
}

/** Demo providers who answer by themselves, by the reply words that a text names. */
export interface Autopilot {
  /** A text has reached its phone. */
  hear(text: Text): void;
  /** Puts what an earlier process meant to write back into the diary. */
  resume(): void;
}

/** The number of ours that a channel writes from. */
export const ourAddress = (on: string): string => {
  const channel = channelOf(on);
  return addressOn(channel, channel === 'sms' ? account.twilio.number : account.twilio.whatsappNumber);
};
