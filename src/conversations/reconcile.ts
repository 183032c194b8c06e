// I1: texts that never arrived. Twilio gives a failed webhook up soon; its list of messages does not forget.
import { acceptText } from './accept.ts';
import type { VendorText } from './ports.ts';
import type { Runner } from './run.ts';
import type { Tools } from './tools.ts';

const FIRST_LOOK_MS = 24 * 3_600_000;
/** Twilio lists a text before its webhook has reached us, and its clock is not ours. */
const OVERLAP_MS = 15 * 60_000;
const OLD_MS = 15 * 60_000;

export interface Reconciled {
  readonly outcome: 'compared' | 'unanswered';
  readonly found: number;
}

/** Asks for all texts that people sent since then and takes in those that the log does not know. Safe to repeat at any time. */
export const reconcileTexts = async (tools: Tools, runner: Runner, since: Date): Promise<Reconciled> => {
  const list = await tools.texts.receivedSince(since);
  if (list.outcome !== 'done') return { outcome: 'unanswered', found: 0 };
  const known = await tools.log.knownSids(list.value.map((text) => text.sid));
  const fates: Fate[] = [];
  for (const text of list.value.filter(({ sid }) => !known.has(sid))) fates.push(await takeIn(tools, runner, text));
  const found = fates.filter((fate) => fate === 'accepted').length;
  if (found > 0) tools.journal.info({ found }, 'texts that never arrived were found');
  return { outcome: fates.includes('unread') ? 'unanswered' : 'compared', found };
};

/** `unread`: its pictures cannot be had now, so it is found again by the next comparison; nobody else waits for them. Pictures that are gone are done without. */
type Fate = Awaited<ReturnType<typeof acceptText>> | 'unread';

const takeIn = async (tools: Tools, runner: Runner, { at, body, from, mediaCount, sid }: VendorText): Promise<Fate> => {
  const media = mediaCount === 0 ? NO_MEDIA : await tools.texts.mediaOf(sid);
  if (media.outcome === 'unknown' || media.outcome === 'later') return 'unread';
  const thread = from.startsWith('whatsapp:') ? from : `sms:${from}`;
  const text = { body, media: media.outcome === 'done' ? media.value : [], button: null, location: null };
  return acceptText(tools, runner, { sid, thread, text, sentAt: at });
};

const NO_MEDIA = { outcome: 'done', value: [] } as const;

/** Compares all that came since the last comparison that came to an end, however long ago. One at a time in this process. */
export const makeCatchUp = (tools: Tools, runner: Runner): (() => Promise<Reconciled>) => {
  let running: Promise<Reconciled> | null = null;
  return () => (running ??= catchUp(tools, runner).finally(() => (running = null)));
};

const catchUp = async (tools: Tools, runner: Runner): Promise<Reconciled> => {
  const now = tools.clock.now();
  const { ageMs, upTo } = await tools.comparisons.last('texts');
  const from = upTo?.getTime() ?? now.getTime() - FIRST_LOOK_MS;
  const compared = await reconcileTexts(tools, runner, new Date(from - OVERLAP_MS));
  if (compared.outcome === 'compared') await tools.comparisons.note('texts', now);
  else await complain(tools, new Date(from), ageMs);
  return compared;
};

/** Once for each time that the list stays away. */
const complain = async (tools: Tools, from: Date, ageMs: number) => {
  tools.journal.error({ from: from.toISOString() }, 'texts could not be compared with the list of Twilio');
  if (ageMs < OLD_MS) return;
  await tools.alerts.raise({
    id: `uncompared:${from.toISOString()}`,
    about: 'textsUncompared',
    ref: 'twilio',
    code: null,
    at: tools.clock.now(),
  });
};
