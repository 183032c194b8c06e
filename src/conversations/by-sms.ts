// What WhatsApp does not take goes once by SMS to the same number, and what is answered there belongs to the WhatsApp thread.
import { minutesAfter } from '../domain/instants.ts';
import type { Say } from '../machines/effects.ts';
import type { Event } from '../machines/events.ts';
import { render } from '../messages/render.ts';
import type { ActorImage, InboxItem, RawText } from './ports/actor.ts';
import type { Draft, Order } from './plan.ts';
import { isLive } from './targets.ts';
import { factsOf } from './thread-facts.ts';

/**
 * The person has not written for 24 hours (63016), or WhatsApp takes nothing from us for him
 * (https://www.twilio.com/docs/api/errors: 63024, 63032, 63049).
 */
const NOT_BY_WHATSAPP: readonly number[] = [63_016, 63_024, 63_032, 63_049];

/** So long an answer by SMS is taken for one to what went there last. */
const ANSWERS_MINUTES = 72 * 60;

/** The SMS address of a WhatsApp thread; null: it has no number, or is none. */
export const smsOf = (thread: string): string | null => {
  const number = /^whatsapp:(?<number>\+\d+)$/.exec(thread)?.groups?.['number'];
  return number === undefined ? null : `sms:${number}`;
};

/** The bad news of a text. With its `words` they may go by SMS; without, its conversation has to see what it does. */
export const textFailed = (text: {
  readonly thread: string;
  readonly key: string;
  readonly body: string;
  readonly code: number | null;
}): Event => {
  const { body: words, code, key, thread } = text;
  const isForSms = code !== null && NOT_BY_WHATSAPP.includes(code) && smsOf(thread) !== null;
  return { type: 'text.failed', key, code, ...(isForSms ? { words } : {}) };
};

type Failed = Extract<Event, { type: 'text.failed' }>;

/** The same words by SMS; null: they cannot go there, or a STOP came meanwhile: it is meant for both ways. */
export const carryBySms = (
  image: ActorImage,
  draft: Draft,
  { event, conversation, now }: { event: Failed; conversation: string | null; now: Date },
): Draft | null => {
  const to = smsOf(image._id);
  if (event.words === undefined || to === null || image.consent?.state === 'out') return null;
  const { language, smsIntroducedAt } = factsOf(image);
  const introduction = smsIntroducedAt === null ? `${render(language ?? 'en', 'desk.introduced', {})} ` : '';
  const said = { key: event.key as Say['key'], body: introduction + event.words, buttons: [] };
  const speech = { type: 'say', ...said, until: null, isFarewell: false, to } as const;
  const until = minutesAfter(now.toISOString(), ANSWERS_MINUTES);
  return {
    ...draft,
    facts: { ...draft.facts, smsIntroducedAt: smsIntroducedAt ?? now.toISOString() },
    orders: [
      ...draft.orders,
      // first, so that no answer can come before it
      { conversation: null, effect: tellSms(to, { type: 'answers.redirected', to: image._id, until }) },
      { conversation, effect: { type: 'spoken', speech, asks: null } },
    ],
  };
};

const tellSms = (id: string, event: Event) => ({ type: 'tell' as const, to: { kind: 'thread' as const, id }, event });

/** An answer to what went by SMS for a WhatsApp thread, passed on to it; null: the text is for this thread. */
export const passOn = (image: ActorImage, texts: readonly RawText[], now: Date): readonly Order[] | null => {
  const { answersTo, providerId } = factsOf(image);
  if (answersTo === null || providerId !== null || new Date(answersTo.until) < now) return null;
  if (image.machines.some((machine) => isLive(machine))) return null;
  return texts.map(({ body, media }) => ({
    conversation: null,
    effect: tellSms(answersTo.thread, { type: 'text.redirected', body, media }),
  }));
};

/** A text that was passed on, as if it had come by WhatsApp; null: the event is something else. */
export const passedOn = (item: InboxItem): InboxItem | null => {
  const event = item.what.kind === 'event' ? item.what.event : null;
  if (event?.type !== 'text.redirected') return null;
  const { body, media } = event;
  return { ...item, what: { kind: 'text', text: { body, media, button: null, location: null } } };
};
