// I2: no text is sent twice. Consent is read at the moment of sending; a text whose fate is unknown is looked for before it is sent again.
import type { Event } from '../../machines/events.ts';
import { textFailed } from '../by-sms.ts';
import type { Speech } from '../ports/actor.ts';
import type { Outcome } from '../outcome.ts';
import { backOff } from '../outcome.ts';
import type { Performance } from '../perform-lane.ts';
import type { LoggedText } from '../ports/message-log.ts';
import type { Tools } from '../tools.ts';

/** When Twilio's list is asked for a text that may have been sent, counted from the moment that we lost sight of it. */
const LOOKS_MS = [0, 5_000, 20_000, 60_000];
/** Twilio's dates are whole seconds, and its clock is not ours. */
const LIST_MARGIN_MS = 120_000;

/** Twilio: the address has opted out. */
const OPTED_OUT = 21_610;

type Sending = Performance & { readonly speech: Speech };

export const say = (tools: Tools, speech: Speech, performance: Performance): Promise<Outcome> => {
  const sending = { ...performance, speech };
  return performance.item.unknownSince === null ? sendIfWanted(tools, sending) : lookFor(tools, sending);
};

const sendIfWanted = async (tools: Tools, sending: Sending): Promise<Outcome> => {
  const { speech } = sending;
  if (isOutdated(speech, tools.clock.now())) return withheld(tools, sending, 'outdated');
  if (!speech.isFarewell && (await isOptedOut(tools, sending))) return withheld(tools, sending, 'withheld');
  return send(tools, sending);
};

/** There, or, of a text that goes another way, at its own thread: a STOP there is meant for both. */
const isOptedOut = async (tools: Tools, sending: Sending): Promise<boolean> => {
  const addresses = [...new Set([addressOf(sending), sending.address.id])];
  const consents = await Promise.all(addresses.map((address) => tools.actors.readConsent(address)));
  return consents.some((consent) => consent?.state === 'out');
};

const addressOf = ({ address, speech }: Sending): string => speech.to ?? address.id;

const isOutdated = (speech: Speech, now: Date) => speech.until !== null && new Date(speech.until) <= now;

const rowOf = (
  { address, item, speech }: Sending,
  at: Date,
  fate: Pick<LoggedText, 'sid' | 'status' | 'rank' | 'code'>,
): LoggedText => ({
  id: item.id,
  thread: address.id,
  direction: 'out',
  body: speech.body,
  media: [],
  by: 'machine',
  key: speech.key,
  conversation: item.conversation,
  at,
  ...fate,
});

const sent = (tools: Tools, sending: Sending, sid: string): Outcome => ({
  outcome: 'done',
  answers: [],
  rows: [rowOf(sending, tools.clock.now(), { sid, status: 'queued', rank: 0, code: null })],
});

const lost = (sending: Sending, code: number | null): Event =>
  textFailed({ thread: addressOf(sending), key: sending.speech.key, body: sending.speech.body, code });

/** Its own address had not taken it, and no text is wanted at the other one. */
const isLostElsewhere = ({ speech }: Sending, status: 'outdated' | 'withheld'): boolean =>
  status === 'withheld' && speech.to !== undefined;

const withheld = (tools: Tools, sending: Sending, status: 'outdated' | 'withheld'): Outcome => ({
  outcome: 'done',
  answers: [
    isLostElsewhere(sending, status) ? lost(sending, OPTED_OUT) : { type: `text.${status}`, key: sending.speech.key },
  ],
  rows: [rowOf(sending, tools.clock.now(), { sid: null, status, rank: 9, code: null })],
});

const send = async (tools: Tools, sending: Sending): Promise<Outcome> => {
  const { image, item, speech } = sending;
  // Reading what Twilio has and whether the person still wants to hear us takes time, in which the claim may have run out.
  if (!tools.actors.mayPerform(image)) return { outcome: 'again', afterMs: 0, isUnknown: item.unknownSince !== null };
  const answer = await tools.texts.send({
    to: addressOf(sending),
    body: speech.body,
    buttons: speech.buttons,
    effectId: item.id,
    until: speech.until,
  });
  if (answer.outcome === 'done') return sent(tools, sending, answer.value.sid);
  if (answer.outcome === 'refused') return refused(tools, sending, answer.code);
  const afterMs = answer.outcome === 'later' ? Math.max(answer.afterMs, backOff(item.tries, Math.random())) : 0;
  return { outcome: 'again', afterMs, isUnknown: answer.outcome === 'unknown', isNew: true };
};

const refused = (tools: Tools, sending: Sending, code: number | null): Outcome => ({
  outcome: 'done',
  answers:
    code === OPTED_OUT && sending.speech.to === undefined
      ? [{ type: 'consent.withdrawn', by: 'carrierWord' }]
      : [lost(sending, code)],
  rows: [rowOf(sending, tools.clock.now(), { sid: null, status: 'failed', rank: 9, code })],
});

/** A status callback decides at once; else Twilio's list is asked, four times within a minute; absent from it, the text is sent. */
const lookFor = async (tools: Tools, sending: Sending): Promise<Outcome> => {
  const { item } = sending;
  const noted = (await tools.log.byId(item.id))?.sid ?? null;
  const sid = noted ?? (await findSid(tools, sending));
  if (sid === undefined) return { outcome: 'again', afterMs: backOff(item.tries, Math.random()), isUnknown: true };
  return sid === null ? sendOrWait(tools, sending) : found(tools, sending, sid);
};

const sendOrWait = async (tools: Tools, sending: Sending): Promise<Outcome> => {
  const now = tools.clock.now();
  const waited = now.getTime() - (sending.item.unknownSince?.getTime() ?? 0);
  const next = LOOKS_MS.find((look) => look > waited);
  if (next !== undefined) return { outcome: 'again', afterMs: next - waited, isUnknown: true };
  return sendIfWanted(tools, sending);
};

/** Noted at once: the next order of the same words must not find the same text. */
const found = async (tools: Tools, sending: Sending, sid: string): Promise<Outcome> => {
  const outcome = sent(tools, sending, sid);
  if (outcome.outcome === 'done') for (const row of outcome.rows ?? []) await tools.log.write(row);
  return outcome;
};

/** The oldest text of the same words that no other order of ours has claimed; undefined: Twilio did not answer. */
const findSid = async (tools: Tools, sending: Sending): Promise<string | null | undefined> => {
  const { item, speech } = sending;
  const list = await tools.texts.sentTo(addressOf(sending), new Date(item.at.getTime() - LIST_MARGIN_MS));
  if (list.outcome !== 'done') return undefined;
  const same = list.value.filter((text) => text.body === speech.body);
  const known = await tools.log.knownSids(same.map((text) => text.sid));
  return same.find((text) => !known.has(text.sid))?.sid ?? null;
};
