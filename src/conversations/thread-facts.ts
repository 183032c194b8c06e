// What a thread's document remembers of its person, besides its conversations.
import { addressOf } from '../domain/actor.ts';
import type { Place } from '../domain/place.ts';
import type { Language } from '../domain/reading.ts';
import type { ConversationSummary, Person } from '../machines/events.ts';
import type { StoredMachine } from '../machines/stored.ts';
import type { ActorImage, Asked } from './ports/actor.ts';

export interface ThreadFacts {
  readonly language: Language | null;
  readonly name: string | null;
  readonly lastPlace: Place | null;
  readonly providerId: string | null;
  readonly introducedAt: string | null;
  readonly asked: Asked | null;
  readonly zone: string | null;
  /** a WhatsApp thread's: when we first wrote to its number by SMS */
  readonly smsIntroducedAt: string | null;
  /** an SMS thread's: the WhatsApp thread that texts here are answers to */
  readonly answersTo: { readonly thread: string; readonly until: string } | null;
}

const NOTHING: ThreadFacts = {
  language: null,
  name: null,
  lastPlace: null,
  providerId: null,
  introducedAt: null,
  asked: null,
  zone: null,
  smsIntroducedAt: null,
  answersTo: null,
};

export const factsOf = (image: Pick<ActorImage, 'facts'>): ThreadFacts => {
  const facts = { ...NOTHING, ...(image.facts as Partial<ThreadFacts>) };
  return { ...facts, zone: facts.zone ?? facts.lastPlace?.zone ?? null };
};

/** Where what is being asked for is to be done, else where he asked before; null: nobody knows yet. */
export const zoneOf = (image: ActorImage): string | null => {
  const places = image.machines.flatMap(({ context, machine }) =>
    machine === 'request' ? [(context as { readonly place?: Place | null }).place ?? null] : [],
  );
  return places.findLast((place) => place !== null)?.zone ?? factsOf(image).zone;
};

export const personOf = (image: ActorImage, language: Language): Person => {
  const { lastPlace, name } = factsOf(image);
  return { thread: image._id, name, language, lastPlace };
};

/** Whether the thread's address is one that Twilio's own opt-out words work on. */
export const isSms = (image: ActorImage): boolean => image._id.startsWith('sms:') && addressOf(image._id) !== '';

/** A conversation as the others of its thread may see it. */
export const summaryOf = ({ context, id, machine, value }: StoredMachine): ConversationSummary => {
  const known = context as Partial<ConversationSummary> & { readonly place?: Place };
  return {
    id,
    machine,
    state: value,
    code: known.code ?? null,
    window: known.window ?? null,
    job: known.job ?? null,
    area: known.area ?? known.place?.area ?? null,
    bookingId: known.bookingId ?? null,
  };
};
