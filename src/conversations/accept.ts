// The one way in: an event is put into its actor's inbox, durably, and its turn begins. Webhooks answer 200 only after this.
import type { ActorAddress } from '../domain/actor.ts';
import { carrierWord, ownStopWord } from '../domain/opt-out.ts';
import type { Event } from '../machines/events.ts';
import type { Accepted, ConsentChange, InboxItem, RawText } from './ports/actor.ts';
import { FREE_TEXT_WAIT_MS, isMenuAnswer } from './gather.ts';
import type { Runner } from './run.ts';
import type { Tools } from './tools.ts';

const LONGEST_BODY = 1_600;
const MOST_MEDIA = 10;

export interface IncomingText {
  /** the vendor's id of the text: a redelivery has the same */
  readonly sid: string;
  readonly thread: string;
  readonly text: RawText;
  /** when it was sent, where the vendor says so; else it has just come */
  readonly sentAt?: Date;
}

const LONGEST_URL = 200;
/** An event in an inbox is at most 4 kB, its envelope included: 1600 letters with ten photos fit, as many Chinese signs do not. */
const MOST_BYTES = 3_700;

const trimmed = (text: RawText): RawText => {
  const media = text.media.slice(0, MOST_MEDIA).map((url) => url.slice(0, LONGEST_URL));
  const bytes = Buffer.byteLength(media.join(''));
  return { ...text, media, body: withinBytes(text.body.slice(0, LONGEST_BODY), MOST_BYTES - bytes) };
};

/** Cut between two signs, never within one. */
const withinBytes = (body: string, most: number): string => {
  const { read } = new TextEncoder().encodeInto(body, new Uint8Array(most));
  return body.slice(0, read);
};

/** Twilio's list knows whole seconds, and its clock is not ours: of two words so near to each other STOP is the later one. */
const DOUBT_MS = 60_000;

/** I6: consent changes in the accept itself, before any machine sees the text. On SMS YES opts in again at Twilio, as START does. */
const consentOf = ({ sentAt, sid, text, thread }: IncomingText, now: Date): ConsentChange | null => {
  const at = sentAt ?? now;
  const isFound = sentAt !== undefined;
  const outAt = new Date(Math.min(now.getTime(), at.getTime() + DOUBT_MS));
  const out = { state: 'out', by: sid, at: outAt, isFound } as const;
  const isCarriers = thread.startsWith('sms:');
  const word = carrierWord(text.body, isCarriers);
  if (word === 'stop') return { ...out, isCarriers };
  if (ownStopWord(text.body)) return { ...out, isCarriers: false };
  if (word !== 'start' || thread === '') return null;
  return { state: 'in', by: sid, at, isFound, isCarriers, isAfterCarriers: carrierWord(text.body) !== 'start' };
};

/** Takes a text in. `full`: a flood; the text is kept in the log and answered with the others of its burst. */
export const acceptText = async (
  tools: Tools,
  runner: Runner,
  incoming: IncomingText,
): Promise<Accepted['outcome']> => {
  const now = tools.clock.now();
  const at = incoming.sentAt ?? now;
  const text = trimmed(incoming.text);
  const consent = consentOf(incoming, now);
  const isReady = text.button !== null || consent !== null || isMenuAnswer(text.body);
  const item: InboxItem = {
    id: incoming.sid,
    at,
    readyAt: isReady ? null : new Date(now.getTime() + FREE_TEXT_WAIT_MS),
    tries: 0,
    letter: null,
    conversation: null,
    what: { kind: 'text', text },
  };
  const address: ActorAddress = { kind: 'thread', id: incoming.thread };
  const { image, outcome } = await tools.actors.accept(address, item, consent);
  if (outcome === 'full') await keepFlood(tools, incoming, at);
  else runner.wake(address, image);
  return outcome;
};

const keepFlood = (tools: Tools, { sid, text, thread }: IncomingText, at: Date) =>
  tools.log.write({
    id: sid,
    thread,
    direction: 'in',
    body: trimmed(text).body,
    media: trimmed(text).media,
    by: 'person',
    key: null,
    at,
    sid,
    status: 'flood',
    rank: 9,
    code: null,
  });

/** A fact from outside; `id` makes a redelivery harmless; `conversation`: whom of the actor it is for. */
export interface IncomingEvent {
  readonly id: string;
  readonly to: ActorAddress;
  readonly event: Event;
  readonly conversation?: string | null;
}

/** Takes in a fact from outside (Stripe, an administrator); `id` makes a redelivery harmless. */
export const acceptEvent = async (
  tools: Tools,
  runner: Runner,
  { id, to, event, conversation = null }: IncomingEvent,
): Promise<Accepted['outcome']> => {
  const item: InboxItem = {
    id,
    at: tools.clock.now(),
    readyAt: null,
    tries: 0,
    letter: null,
    conversation,
    what: { kind: 'event', event },
  };
  return post(tools, runner, { to, item });
};

export const post = async (
  tools: Tools,
  runner: Runner,
  { to, item }: { to: ActorAddress; item: InboxItem },
): Promise<Accepted['outcome']> => {
  const { image, outcome } = await tools.actors.accept(to, item, null);
  runner.wake(to, image);
  return outcome;
};
