import { randomBytes } from 'node:crypto';
import { SegmentedMessage } from 'sms-segments-calculator';

export interface Media {
  readonly sid: string;
  /** Where the file lies: http(s) or a data URL. */
  readonly source: string;
  readonly contentType: string;
}

export interface Button {
  readonly id: string;
  readonly title: string;
  readonly kind: 'reply' | 'item' | 'link';
}

export type TextStatus = 'accepted' | 'queued' | 'sent' | 'delivered' | 'undelivered' | 'received';

/** One text between a phone and our numbers. Rows are replaced, never changed in place. */
export interface Text {
  readonly sid: string;
  /** The order in which texts came to be; what cursors count. */
  readonly seq: number;
  readonly direction: 'inbound' | 'outbound-api' | 'outbound-reply';
  /** With the channel's prefix, as on the wire. Null while a messaging service has not chosen its sender. */
  readonly from: string | null;
  readonly to: string;
  /** The person's phone, without the prefix. */
  readonly phone: string;
  readonly body: string;
  readonly media: readonly Media[];
  readonly buttons: readonly Button[];
  readonly status: TextStatus;
  readonly segments: number;
  readonly error: number | null;
  readonly messagingServiceSid: string | null;
  readonly statusCallback: string | null;
  /** Instants of the business clock, ISO. */
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly sentAt: string | null;
  /** The template it was made from. */
  readonly contentSid: string | null;
  /** The button that the person tapped to write it. */
  readonly tapped: Button | null;
  /** Twilio's copy without its words; the phone keeps them. */
  readonly isRedacted: boolean;
  /** Gone from Twilio; the phone keeps it. */
  readonly isDeleted: boolean;
}

/** Two letters and 32 hex digits. */
export const newSid = (letters: string): string => letters + randomBytes(16).toString('hex');

/** What the carrier counts: GSM-7 160/153, UCS-2 70/67; at least one. */
export const segmentsOf = (body: string): number =>
  body === '' ? 1 : new SegmentedMessage(body, 'auto', false).segmentsCount;

const typesByEnding: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  mp4: 'video/mp4',
  pdf: 'application/pdf',
  mp3: 'audio/mpeg',
  ogg: 'audio/ogg',
  vcf: 'text/vcard',
  ics: 'text/calendar',
};

/** A photo unless its URL says otherwise. */
export const mediaFrom = (source: string): Media => {
  const inData = /^data:([^;,]+)/.exec(source)?.[1];
  const ending = /\.(\w+)(?:[?#]|$)/.exec(source)?.[1]?.toLowerCase() ?? '';
  return { sid: newSid('ME'), source, contentType: inData ?? typesByEnding[ending] ?? 'image/jpeg' };
};
