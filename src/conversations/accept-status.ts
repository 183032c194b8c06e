// News of a text that we sent. The log row moves forward; only bad news, or the first news of an unknown send, wakes anybody.
import { acceptEvent } from './accept.ts';
import { smsOf, textFailed } from './by-sms.ts';
import type { TextFate } from './ports.ts';
import type { FoundOrder } from './ports/actor.ts';
import type { LoggedText } from './ports/message-log.ts';
import type { Runner } from './run.ts';
import type { Tools } from './tools.ts';

export interface StatusNews extends TextFate {
  readonly sid: string;
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
  // First of all: a callback that is cut short here comes to nothing, one that was noted would never be told.
  if (news.isBad) await tellBadNews(tools, runner, { effectId, news });
  const { code, rank, sid, status } = news;
  const { isFirstNews } = await tools.log.advance({ id: effectId, sid, status, rank, code });
  if (!isFirstNews) return;
  const address = await tools.actors.hasten(effectId);
  if (address !== null) runner.wake(address);
};

type LostText = Pick<LoggedText, 'thread' | 'key' | 'body' | 'conversation' | 'at'>;

/** What a text said and to whom: by its row, or, while its send is not noted, by its order. null: its news is old, or it is none of ours. */
const lostText = async (tools: Tools, effectId: string, rank: number): Promise<LostText | null> => {
  const row = await tools.log.byId(effectId);
  if (row !== null && row.rank >= rank) return null;
  if (row !== null && row.thread !== '') return row;
  const order = await tools.actors.findOrder(effectId);
  if (order !== null) return textOf(order);
  // noted between the two looks: the log knows of a text before its order is forgotten
  const noted = await tools.log.byId(effectId);
  return noted === null || noted.thread === '' ? null : noted;
};

const textOf = ({ address, item: { at, conversation, effect } }: FoundOrder): LostText | null =>
  effect.type === 'say' ? { thread: address.id, key: effect.key, body: effect.body, conversation, at } : null;

/** A START that came after the text was sent has taken back what kept it from him. */
const isStillOut = async (tools: Tools, { thread, at }: LostText): Promise<boolean> => {
  const consent = await tools.actors.readConsent(thread);
  return !(consent?.state === 'in' && consent.at > at);
};

const tellBadNews = async (
  tools: Tools,
  runner: Runner,
  { effectId, news: { code, rank } }: { effectId: string; news: StatusNews },
): Promise<void> => {
  const text = await lostText(tools, effectId, rank);
  if (text === null) return;
  const { body, conversation = null, key, thread } = text;
  await acceptEvent(tools, runner, {
    id: `${effectId}:failed`,
    to: { kind: 'thread', id: thread },
    conversation,
    // a WhatsApp thread's text that went by SMS says nothing of WhatsApp
    event:
      code === OPTED_OUT && smsOf(thread) === null && (await isStillOut(tools, text))
        ? { type: 'consent.withdrawn', by: 'carrierWord' }
        : textFailed({ thread, key: key ?? '', body, code }),
  });
};
