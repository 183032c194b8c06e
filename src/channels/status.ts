import { z } from 'zod';
import type { TextFate } from '../conversations/ports.ts';
import type { Form } from './inbound.ts';

const RANKS = {
  accepted: 0,
  scheduled: 0,
  queued: 1,
  sending: 2,
  sent: 3,
  partially_delivered: 4,
  delivered: 5,
  undelivered: 5,
  failed: 5,
  canceled: 5,
  read: 6,
} as const;

export type TextStatus = keyof typeof RANKS;

/** News of one text that we sent. */
export interface StatusNews {
  readonly sid: string;
  readonly status: TextStatus;
  /** Twilio's error code, of bad news */
  readonly code: number | null;
}

const first = (value: unknown): unknown => (Array.isArray(value) ? (value as unknown[])[0] : value);
const status = z.object({
  MessageSid: z.preprocess(first, z.string().regex(/^(SM|MM)[0-9a-fA-F]{32}$/)),
  MessageStatus: z.preprocess(first, z.enum(Object.keys(RANKS) as [TextStatus, ...TextStatus[]])),
  ErrorCode: z.preprocess(first, z.coerce.number().int().positive()).nullish().catch(null),
});

/** Reads the form of a status callback; null when it is none, or of a status that we do not know. */
export function parseStatus(form: Form): StatusNews | null {
  const { success, data } = status.safeParse(form);
  return success ? { sid: data.MessageSid, status: data.MessageStatus, code: data.ErrorCode ?? null } : null;
}

/** How far along a text is. Callbacks come in any order and twice, so the log moves to a higher rank only; an unknown status is before all. */
export const statusRank = (name: string): number => (Object.hasOwn(RANKS, name) ? RANKS[name as TextStatus] : -1);

/** The text did not reach its phone. */
export const isBadNews = (name: string): boolean => name === 'undelivered' || name === 'failed';

/** A status of Twilio's, and its error code, in our words. */
export const fateOf = ({ status, code }: Pick<TextFate, 'status' | 'code'>): TextFate => ({
  status,
  code,
  rank: statusRank(status),
  isBad: isBadNews(status),
});
