// I1: texts that never arrived. Twilio gives a failed webhook up soon; its list of messages does not forget.
import { acceptText } from './accept.ts';
import type { Runner } from './run.ts';
import type { Tools } from './tools.ts';

export interface Reconciled {
  readonly outcome: 'compared' | 'unanswered';
  readonly found: number;
}

/** Asks for all texts that people sent since then and takes in those that the log does not know. Safe to repeat at any time. */
export const reconcileTexts = async (tools: Tools, runner: Runner, since: Date): Promise<Reconciled> => {
  const list = await tools.texts.receivedSince(since);
  if (list.outcome !== 'done') return { outcome: 'unanswered', found: 0 };
  const known = await tools.log.knownSids(list.value.map((text) => text.sid));
  let found = 0;
  for (const { body, from, media, sid } of list.value.filter((text) => !known.has(text.sid))) {
    const thread = from.startsWith('whatsapp:') ? from : `sms:${from}`;
    const outcome = await acceptText(tools, runner, {
      sid,
      thread,
      text: { body, media, button: null, location: null },
    });
    if (outcome === 'accepted') found += 1;
  }
  if (found > 0) tools.journal.info({ found }, 'texts that never arrived were found');
  return { outcome: 'compared', found };
};
