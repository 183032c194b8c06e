// News of a text that we sent. The log row moves forward; only bad news, or the first news of an unknown send, wakes anybody.
import { acceptEvent } from './accept.ts';
import { smsOf, textFailed } from './by-sms.ts';
import type { Runner } from './run.ts';
import type { Tools } from './tools.ts';

export interface StatusNews {
  readonly sid: string;
  readonly status: string;
  readonly rank: number;
  readonly isBad: boolean;
  readonly code: number | null;
}

/** Twilio: the address has opted out. */
const OPTED_OUT = 21_610;

/** An actor's order; the texts that tell administrators of alerts have no row in the log. */
const isOrder = (effectId: string) => /^\w+\.\d+\.\d+$/.test(effectId);

export const acceptStatus = async (
  tools: Tools,
  runner: Runner,
  { effectId, news }: { effectId: string; news: StatusNews },
): Promise<void> => {
  if (!isOrder(effectId)) return;
  const { code, rank, sid, status } = news;
  const { isFirstNews, isForward } = await tools.log.advance({ id: effectId, sid, status, rank, code });
  if (isFirstNews) {
    const address = await tools.actors.hasten(effectId);
    if (address !== null) runner.wake(address);
  }
  if (news.isBad && isForward) await tellBadNews(tools, runner, { effectId, code });
};

const tellBadNews = async (
  tools: Tools,
  runner: Runner,
  { effectId, code }: { effectId: string; code: number | null },
) => {
  const row = await tools.log.byId(effectId);
  if (row === null || row.thread === '') return;
  await acceptEvent(tools, runner, {
    id: `${effectId}:failed`,
    to: { kind: 'thread', id: row.thread },
    conversation: row.conversation ?? null,
    // a WhatsApp thread's text that went by SMS says nothing of WhatsApp
    event:
      code === OPTED_OUT && smsOf(row.thread) === null
        ? { type: 'consent.withdrawn', by: 'carrierWord' }
        : textFailed({ thread: row.thread, key: row.key ?? '', body: row.body, code }),
  });
};
