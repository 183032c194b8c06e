import { z } from 'zod';
import type { Remote } from '../conversations/ports.ts';
import { TooManyRequestsError } from './twilio-client.ts';

/** Why Twilio, or the carrier behind it, did not take a text (twilio.com/docs/api/errors). */
export type TextRefusal =
  | 'optedOut'
  | 'badNumber'
  | 'notPermitted'
  | 'outsideWindow'
  | 'filtered'
  | 'notRegistered'
  | 'unreachable'
  | 'noSender'
  | 'other';

const REASONS: Readonly<Record<number, TextRefusal>> = {
  21211: 'badNumber',
  21614: 'badNumber',
  63003: 'badNumber',
  30005: 'badNumber',
  30006: 'badNumber',
  21408: 'notPermitted',
  21610: 'optedOut',
  30004: 'filtered',
  30007: 'filtered',
  30034: 'notRegistered',
  30003: 'unreachable',
  30008: 'unreachable',
  63016: 'outsideWindow',
  63024: 'unreachable',
  63032: 'unreachable',
  63049: 'unreachable',
};

/** What an error code of Twilio's means for us, be it from an answer or from a status callback. */
export const refusalOf = (code: number | null): TextRefusal => (code === null ? 'other' : (REASONS[code] ?? 'other'));

/** Full queues and rates: nothing was taken, and it will be later. */
const BUSY = new Set([14107, 20429, 21611, 30001, 63017, 63018]);
const BUSY_MS = 60_000;
const CONNECT_MS = 1_000;

const restError = z.object({ status: z.number(), code: z.number().nullish() });
const socketError = z.object({ code: z.string().optional(), syscall: z.string().optional() });
const UNREACHED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/**
 * The end of a call that threw. 429, a full queue, a token that is not (yet) right and a host that was never reached did surely nothing;
 * 5xx, silence and a lost connection perhaps did it; every other 4xx is a no.
 */
export function twilioFailure(error: unknown): Remote<never, TextRefusal> {
  if (error instanceof TooManyRequestsError) return { outcome: 'later', afterMs: error.afterMs };
  const { success: isAnswer, data: answer } = restError.safeParse(error);
  if (isAnswer) return answered(answer.status, answer.code ?? null);
  return isUnreached(error) ? { outcome: 'later', afterMs: CONNECT_MS } : { outcome: 'unknown' };
}

function answered(status: number, code: number | null): Remote<never, TextRefusal> {
  if (status === 401 || (code !== null && BUSY.has(code))) return { outcome: 'later', afterMs: BUSY_MS };
  if (status < 400 || status >= 500 || status === 408) return { outcome: 'unknown' };
  return { outcome: 'refused', reason: refusalOf(code), code };
}

function isUnreached(error: unknown): boolean {
  const { data: socket } = socketError.safeParse(error);
  return socket?.syscall === 'connect' || UNREACHED.has(socket?.code ?? '');
}
