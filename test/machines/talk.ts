// Builders for what machines hear, and a player that steps one machine, its state through JSON between all events.
import { initialTransition, transition, type AnyStateMachine } from 'xstate';
import type { Place } from '../../src/domain/place.ts';
import type { PlaceHint, Reading } from '../../src/domain/reading.ts';
import type { Effect, Say } from '../../src/machines/effects.ts';
import type { ConversationSummary, Event, Heard, Person, PlaceAnswer } from '../../src/machines/events.ts';
import { render } from '../../src/messages/render.ts';

export const zone = 'America/Chicago';
/** Tuesday, November 24 2026, 9:10 in the morning in Austin. */
export const now = '2026-11-24T15:10:00Z';

export const oakHill: Place = {
  street: '1204 Oak Hill Rd',
  unit: null,
  city: 'Austin',
  state: 'TX',
  zip: '78704',
  lat: 30.24,
  lon: -97.76,
  zone,
  area: 'Austin 78704',
};
export const person: Person = { thread: 'sms:+15125550100', name: null, language: 'en', lastPlace: null };

export const hint = (part: Partial<PlaceHint>): PlaceHint => ({
  zip: null,
  city: null,
  state: null,
  street: null,
  number: null,
  lat: null,
  lon: null,
  ...part,
});
export const oakHillHint = hint({ street: '1204 Oak Hill Rd', number: '1204', zip: '78704' });
export const found = (place: Place): PlaceAnswer => ({ outcome: 'found', place });

export const thursdayAfter3 = {
  windows: [{ start: '2026-11-26T15:00', end: '2026-11-27T00:00' }],
  precision: 'time',
  bound: 'after',
} as const;
export const friday = {
  windows: [{ start: '2026-11-27T00:00', end: '2026-11-28T00:00' }],
  precision: 'day',
  bound: 'at',
} as const;
export const fridayAt9 = {
  windows: [{ start: '2026-11-27T09:00', end: null }],
  precision: 'time',
  bound: 'at',
} as const;

export const reading = (words: string, part: Partial<Reading> = {}): Reading => ({
  intent: 'unclear',
  categories: [],
  jobs: [],
  about: part.place || (part.when && !part.categories) ? '' : words.replace(/^[a-z]/, (letter) => letter.toUpperCase()),
  urgency: 'normal',
  danger: null,
  when: null,
  place: null,
  choice: null,
  money: null,
  contact: null,
  rating: null,
  code: null,
  word: null,
  language: null,
  words,
  isTapback: false,
  ...part,
});

export const trade = (id: Reading['categories'][number]['id'], confidence = 0.9) => ({ id, confidence });

type Text = Extract<Event, { type: 'text.received' }>;

/** A text with what was understood in it. */
export const text = (words: string, part: Partial<Reading> = {}, rest: Partial<Text> = {}): Text => ({
  type: 'text.received',
  reading: reading(words, part),
  place: null,
  media: [],
  others: [],
  person,
  ...rest,
});

export const unclear = text('hmm blah');
export const number = (choice: number) => text(String(choice), { intent: 'choose', choice });
export const yes = text('yes', { intent: 'yes' });
export const no = text('no', { intent: 'no' });
export const help = text('how does this work', { intent: 'help' });
export const agent = text('agent', { intent: 'person' });
export const back = text('back', { intent: 'back' });
export const restart = text('start over', { intent: 'restart' });
export const repeat = text('again?', { intent: 'repeat' });
export const drop = text('forget it', { intent: 'dropJob' });
export const change = text('change', { intent: 'change' });

/** The texts that every resting state must answer (I7). */
export const basics = { unclear, help, agent, back, restart, repeat };

export const wholeJob = text(
  'Kitchen sink leaking, thursday after 3, 1204 Oak Hill Rd 78704',
  {
    intent: 'job',
    categories: [trade('plumbing')],
    about: 'Kitchen sink leaking',
    when: thursdayAfter3,
    place: oakHillHint,
    urgency: 'soon',
  },
  { place: found(oakHill) },
);

export const sink = text('my kitchen sink is leaking', { intent: 'job', categories: [trade('plumbing')] });
export const address = text(
  '1204 Oak Hill Rd 78704',
  { intent: 'answer', place: oakHillHint },
  { place: found(oakHill) },
);
export const zip = text(
  '78704',
  { intent: 'answer', place: hint({ zip: '78704' }) },
  { place: found({ ...oakHill, street: null }) },
);
export const street = text(
  '1204 Oak Hill Rd',
  { intent: 'answer', place: hint({ street: '1204 Oak Hill Rd', number: '1204' }) },
  { place: { outcome: 'unknown' } },
);

/** A paid visit, as the other conversations of its thread see it. */
export const paidVisit: ConversationSummary = {
  id: 'job1',
  machine: 'job',
  state: 'booked',
  code: 'K7',
  window: { start: '2026-11-26T21:00:00Z', end: '2026-11-26T23:00:00Z', zone },
  job: { trade: 'plumbing', words: 'sink', urgency: 'normal' },
  area: 'Austin 78704',
  bookingId: 'b1',
};
/** It may be about the visit, or ask for other work. */
export const doubtful = text(
  'the outlet by the sink',
  { intent: 'job', categories: [trade('electrical')] },
  { codes: ['K7'], others: [paidVisit] },
);
export const gateCode = text('gate code is 4455, ring twice', { intent: 'job', categories: [trade('fence_deck')] });
export const moneyBack = text('i want my money back');

export interface Talk {
  readonly value: string;
  readonly context: Record<string, unknown>;
  /** orders of the last step */
  readonly effects: readonly Effect[];
  readonly hear: (event: Event, at?: string) => Talk;
  /** the words of the last step, in English */
  readonly words: () => string;
  readonly orders: <Type extends Effect['type']>(type: Type) => readonly Extract<Effect, { type: Type }>[];
}

let count = 0;
const heard = (event: Event, at: string): Heard => ({ ...event, now: at, fresh: `fresh${String((count += 1))}` });

/** Starts a machine by an event; every step's state goes through JSON. */
export function talk(machine: AnyStateMachine, event: Event, at = now): Talk {
  const [snapshot, actions] = initialTransition(machine, heard(event, at));
  return talkOf(machine, snapshot, { actions, at });
}

function talkOf(
  machine: AnyStateMachine,
  snapshot: { value: unknown; context: unknown },
  { actions, at }: { actions: readonly { type: string; params?: unknown }[]; at: string },
): Talk {
  const effects = actions.filter(({ type }) => type === 'effect').map(({ params }) => params as Effect);
  const orders: Talk['orders'] = (type) =>
    effects.filter((effect): effect is Extract<Effect, { type: typeof type }> => effect.type === type);
  const context = JSON.parse(JSON.stringify(snapshot.context)) as Record<string, unknown>;
  const value = String(snapshot.value);
  return {
    value,
    context,
    effects,
    orders,
    hear: (event, later = at) => {
      const restored = machine.resolveState({ value, context });
      const [next, done] = transition(machine, restored, heard(event, later));
      return talkOf(machine, next as typeof snapshot, { actions: done, at: later });
    },
    words: () => orders('say').map(inEnglish).join(' / '),
  };
}

export const inEnglish = (say: Say): string => render('en', say.key, say.params);

/** Hears these events one after the other. */
export const hearAll = (start: Talk, ...events: readonly Event[]): Talk =>
  events.reduce<Talk>((current, event) => current.hear(event), start);
