// One text into a draft: danger first, then commands, then the answer to what was asked, then whatever else it says.
import { keepsIt } from '../../domain/change-of-mind.ts';
import type { Danger, Intent, Reading } from '../../domain/reading.ts';
import { asksIfBooked } from '../../domain/visit-talk.ts';
import type { TradeId } from '../../domain/trades.ts';
import { asksAbout911, beginsAgain } from '../../domain/danger-talk.ts';
import { ANSWERS, BACK, withPerson } from './answer.ts';
import { served, visitAhead } from '../job/context.ts';
import {
  emptyDraft,
  stateOf,
  type About,
  type AskingState,
  type Draft,
  type Lead,
  type TextReceived,
} from './draft.ts';
import { leadAfter, priceLead } from './leads.ts';
import { takeJob } from './take-job.ts';
import { correctedStreet, takePlace } from './take-place.ts';
import { takeTime, withWindows } from './take-time.ts';

const MOST_MISSES = 2;
const MOST_PLACE_MISSES = 3;

/** The draft that a first text makes. With the codes of bookings under way it asks first whether the text is about one. */
export const begin = (event: TextReceived): Draft => {
  const about = bookingsOf(event);
  const draft = take({ ...emptyDraft, about, said: event.reading.words }, event, 'askingJob');
  // A first text that says nothing yet is no misunderstanding: the question comes without an excuse.
  return draft.lead === 'missed' ? { ...draft, lead: 'none', misses: 0 } : draft;
};

const bookingsOf = ({ codes = [], others }: TextReceived): readonly About[] =>
  others.flatMap(({ bookingId, code, machine, state }) =>
    machine === 'job' && bookingId !== null && code !== null && codes.includes(code)
      ? [{ bookingId, code, isPaid: visitAhead.includes(state), isServed: served.includes(state) }]
      : [],
  );

/** The draft after one more text, heard in this state. */
export function take(draft: Draft, event: TextReceived, state: AskingState): Draft {
  const heard: Draft = {
    ...draft,
    person: personIn(draft, event),
    lastPlace: event.person.lastPlace,
    lead: 'none',
    alert: null,
    isNudged: false,
    warned: warnedOf(draft, event.reading, state),
    now: event.now,
  };
  const taken = asked911(heard, event) ?? command(heard, event, state) ?? answerOrFields(heard, event, state);
  return withWindows(withDanger(taken, draft, event.reading));
}

/** Whose request it is; a name once said is kept. */
const personIn = (draft: Draft, { person, reading }: TextReceived): Draft['person'] => {
  const { thread, language } = person;
  return { thread, language, name: person.name ?? draft.person.name ?? reading.contact?.name ?? null };
};

/** Who asks, or is not safe, is told again what to do. */
const TOLD_ANEW: readonly Intent[] = ['repeat', 'help', 'no'];

const warnedOf = (draft: Draft, { intent }: Reading, state: AskingState): Danger | null =>
  state === 'awaitingSafety' && !TOLD_ANEW.includes(intent) ? draft.danger : null;

/** A danger goes before all else, and may come in any text; whoever says "we are out" may name it again. */
function withDanger(taken: Draft, before: Draft, reading: Reading): Draft {
  const { danger } = reading;
  if (danger === null) return taken;
  if (before.danger === danger) return { ...taken, urgency: 'emergency' };
  // it was over, and is only told: "the outlet sparked when..."
  if (before.cleared === danger && !beginsAgain(reading.words)) return taken;
  const isOpen =
    taken.trade === null ? taken.trades.length === 0 : before.trade === null && AFTERWARDS.includes(taken.trade);
  const job = isOpen ? jobOf(danger, reading) : {};
  return { ...taken, ...job, danger, urgency: 'emergency', alert: 'danger', ending: null, misses: 0 };
}

/** Who dries and cleans comes once the water has stopped. */
const AFTERWARDS: readonly TradeId[] = ['water_mold_restoration'];

/** Who is needed once everybody is safe. After a fire that is not ours to say. */
const TRADES: Readonly<Partial<Record<Danger, TradeId>>> = {
  gas: 'plumbing',
  carbonMonoxide: 'hvac',
  sparks: 'electrical',
  flooding: 'plumbing',
};

function jobOf(danger: Danger, { about }: Reading): Partial<Draft> {
  const trade = TRADES[danger];
  return trade === undefined ? {} : { trade, words: about === '' ? [] : [about] };
}

const asked911 = (draft: Draft, { reading }: TextReceived): Draft | null =>
  asksAbout911(reading.words) ? { ...draft, misses: 0, lead: 'call911' } : null;

/** What is said to us rather than about the job; null: nothing of that kind. */
function command(draft: Draft, event: TextReceived, state: AskingState): Draft | null {
  const { choice, intent } = event.reading;
  if (intent === 'person') return withPerson(fields(draft, event, state));
  if (DROPS.includes(intent)) return dropped(draft, event);
  if (choice !== null || saysSomething(event)) return null;
  const lead = commandLead(draft, event.reading);
  return lead === undefined ? (STEPS[intent]?.(draft, state) ?? null) : { ...draft, misses: 0, lead };
}

const DROPS: readonly Intent[] = ['dropJob', 'cancel'];

/** Nothing of it was sent. Who has a paid visit may have meant that one, so it is named. */
const dropped = (draft: Draft, { others }: TextReceived): Draft => {
  const paid = others.findLast(({ machine, state }) => machine === 'job' && visitAhead.includes(state));
  return { ...draft, ending: 'drop', booked: paid?.code ?? null };
};

const commandLead = (draft: Draft, { intent, words }: Reading): Lead | undefined => {
  if (intent === 'price') return priceLead(draft);
  if (keepsIt(words)) return 'kept';
  return asksIfBooked(words) ? 'notBooked' : LEADS[intent];
};

/** Commands after which the question is asked again, with a word before it. */
const LEADS: Partial<Readonly<Record<Intent, Lead>>> = {
  help: 'help',
  question: 'question',
  aboutUs: 'help',
  status: 'none',
  repeat: 'none',
  greet: 'none',
  thanks: 'none',
  language: 'none',
};

/** Commands that lead elsewhere. */
const STEPS: Partial<Readonly<Record<Intent, (draft: Draft, state: AskingState) => Draft>>> = {
  restart: (draft) => restarted(draft),
  back: (draft, state) => ({ ...draft, ...BACK[state], misses: 0, lead: 'back' }),
  change: (draft) => ({ ...draft, misses: 0, isChanging: draft.trade !== null }),
  // "I don't know the zip": nobody knows it by being asked again
  maybe: (draft, state) => (state === 'askingPlace' ? withPerson(draft) : { ...draft, misses: 0, lead: 'waits' }),
};

/** A danger that nobody has called off stays, whatever else begins anew. */
const restarted = ({ person, lastPlace, danger, urgency, now }: Draft): Draft => ({
  ...emptyDraft,
  person,
  lastPlace,
  danger,
  urgency: danger === null ? 'normal' : urgency,
  lead: 'restarted',
  now,
});

const saysSomething = ({ reading, place }: TextReceived): boolean =>
  reading.categories.length > 0 || reading.when !== null || reading.place !== null || place !== null;

/** Whether it says anything that is not in the draft already: "yes, a plumber please" does not. */
const saysMore = (draft: Draft, { reading, place }: TextReceived): boolean =>
  reading.when !== null ||
  reading.place !== null ||
  place !== null ||
  correctedStreet(draft, reading.words) !== null ||
  (reading.categories[0] !== undefined && reading.categories[0].id !== draft.trade);

function answerOrFields(draft: Draft, event: TextReceived, state: AskingState): Draft {
  const isPlain = event.reading.choice !== null || !saysMore(draft, event);
  if (ANSWERED_FIRST.includes(state) || isPlain) {
    const answered = ANSWERS[state](draft, event);
    if (answered !== null) return { ...(isPlain ? answered : fields(answered, event, state)), misses: 0 };
  }
  const taken = fields(draft, event, state);
  return taken === draft || isLost(taken, event)
    ? missed(taken, event, state)
    : understood(taken, leadAfter(draft, taken, { event, state }));
}

const understood = (taken: Draft, lead: Lead): Draft =>
  lead === 'placeUnknown' ? counted(taken, MOST_PLACE_MISSES, lead) : { ...taken, misses: 0, isChanging: false, lead };

const ANSWERED_FIRST: readonly AskingState[] = ['awaitingSafety', 'choosingBooking'];

const fields = (draft: Draft, event: TextReceived, state: AskingState): Draft =>
  takeTime(takePlace(takeJob(draft, event, state), event, state), event, state);

/** Words were kept, but they do not say which trade it is. */
const isLost = (taken: Draft, event: TextReceived): boolean =>
  stateOf(taken) === 'askingJob' && !saysSomething(event) && event.reading.urgency !== 'emergency';

function missed(draft: Draft, event: TextReceived, state: AskingState): Draft {
  if (event.media.length > 0 && event.reading.words === '') return { ...draft, lead: 'photo' };
  // a number of a list that was there before, or "ok do it": what is still missing is asked again
  const lead = ['choose', 'yes'].includes(event.reading.intent) && UNNUMBERED.includes(state) ? 'none' : 'missed';
  if (state !== 'askingPlace') return counted(draft, MOST_MISSES, lead);
  return counted({ ...draft, placeMisses: draft.placeMisses + 1 }, MOST_PLACE_MISSES, lead);
}

const UNNUMBERED: readonly AskingState[] = ['askingJob', 'askingPlace'];

/** Misses in a row; the last of them brings a person. */
function counted(draft: Draft, most: number, lead: Lead): Draft {
  const misses = draft.misses + 1;
  return misses < most
    ? { ...draft, misses, lead }
    : { ...draft, misses: 0, lead: 'missedTwice', alert: 'misunderstood' };
}
