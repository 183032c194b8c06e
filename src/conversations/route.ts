// Which of a thread's conversations a text or a letter belongs to: by booking code, by the question asked last, by what it means.
import type { Event } from '../machines/events.ts';
import { isOver, type MachineName } from '../machines/registry.ts';
import type { StoredMachine } from '../machines/stored.ts';
import type { Intent, ProviderWord, Reading } from '../domain/reading.ts';
import type { Asked } from './ports/actor.ts';

export interface Thread {
  /** oldest heard first */
  readonly machines: readonly StoredMachine[];
  readonly asked: Asked | null;
  readonly isProvider: boolean;
}

export type Target =
  | { readonly to: 'conversation'; readonly id: string }
  | { readonly to: 'start'; readonly machine: MachineName }
  | { readonly to: 'desk' }
  /** the text fits several: the desk asks which one is meant */
  | { readonly to: 'which'; readonly codes: readonly string[] };

const DESK: Target = { to: 'desk' };
const REQUEST: Target = { to: 'start', machine: 'request' };

const codeOf = ({ context }: StoredMachine): string | null => (context['code'] as string | null | undefined) ?? null;
const toConversation = (machine: StoredMachine | undefined): Target | null =>
  machine === undefined ? null : { to: 'conversation', id: machine.id };
/** Whether somebody still waits for something in it. */
export const isLive = (machine: StoredMachine): boolean => machine.id !== 'desk' && !isOver(machine);
const which = (machines: readonly StoredMachine[]): Target => ({
  to: 'which',
  codes: machines.flatMap((machine) => codeOf(machine) ?? []),
});

/** Which machine a provider's word is for. */
const WORD_FOR: Readonly<Partial<Record<ProviderWord, MachineName>>> = {
  accept: 'offer',
  decline: 'offer',
  onMyWay: 'visit',
  here: 'visit',
  done: 'visit',
};

/** The desk answers these for the whole thread, whatever is open. */
const FOR_DESK: readonly Intent[] = ['status', 'language', 'thanks', 'bye', 'aboutUs', 'start'];
const DESK_WORDS: readonly ProviderWord[] = ['jobs', 'join', 'pay'];

/** Commands that must not hit the wrong one of several jobs. */
const ABOUT_ONE_JOB: readonly Intent[] = ['change', 'dropJob', 'cancel'];

const ANOTHER = /\b(?:also|another|new|second|different|otr[oa]|tambi[eé]n|adem[aá]s|nuev[oa])\b/i;

/** Pure. `reading.isTapback` never comes here. */
export const route = (thread: Thread, reading: Reading): Target =>
  byCode(thread, reading) ??
  byDanger(thread, reading) ??
  byProvidersWords(thread, reading) ??
  forDesk(thread, reading) ??
  byQuestion(thread, reading) ??
  byEndedWord(thread, reading) ??
  byMeaning(thread, reading);

/** A code that nobody here knows may be part of an address or a part number: then the rest of the text decides. */
const byCode = ({ machines }: Thread, reading: Reading): Target | null => {
  const { code, word } = reading;
  if (code === null) return null;
  const named = machines.filter((machine) => codeOf(machine) === code);
  const meant = named.filter((machine) => word === null || machine.machine === WORD_FOR[word]);
  const known = meant.findLast(isLive) ?? named.findLast(isLive) ?? meant.at(-1) ?? named.at(-1);
  return toConversation(known) ?? (saysAnything(reading) ? null : DESK);
};

/** A danger is told to the request under way, or to the job of that trade, else to a new request: it knows what to ask. */
const byDanger = ({ machines }: Thread, { categories, danger }: Reading): Target | null => {
  if (danger === null) return null;
  const live = machines.filter(isLive);
  const request = live.findLast(({ machine }) => machine === 'request');
  const job = live.findLast((machine) => machine.machine === 'job' && isTradeOf(machine, categories));
  return toConversation(request ?? job) ?? REQUEST;
};

const isTradeOf = ({ context }: StoredMachine, categories: Reading['categories']): boolean =>
  categories.some(({ id }) => id === (context['job'] as { trade?: string } | undefined)?.trade);

const askedMachine = ({ asked, machines }: Thread): StoredMachine | undefined =>
  machines.find(({ id, value }) => id === asked?.conversation && value === asked.state && id !== 'desk');

const HOMEOWNER_SIDE: readonly string[] = ['request', 'job'];

const isAskedAsHomeowner = (thread: Thread): boolean => HOMEOWNER_SIDE.includes(askedMachine(thread)?.machine ?? '');

/** A provider's word, while something of his is open that it fits. A homeowner's question that was asked last wins over "yes". */
const byWord = (thread: Thread, { word }: Reading): Target | null => {
  if (word === null) return null;
  const live = thread.machines.filter((machine) => isLive(machine) && machine.machine === WORD_FOR[word]);
  if (word !== 'accept' && word !== 'decline') return visitFor(live, word);
  if (isAskedAsHomeowner(thread)) return null;
  return offerFor(live) ?? (word === 'decline' ? promisedVisit(thread) : null);
};

/** "Can't", with no offer open: he means a visit that he has promised. */
const promisedVisit = ({ machines }: Thread): Target | null =>
  toConversation(machines.findLast((machine) => machine.machine === 'visit' && isLive(machine)));

const byProvidersWords = (thread: Thread, reading: Reading): Target | null =>
  thread.isProvider ? (byWord(thread, reading) ?? byAskedWork(thread, reading)) : null;

/** "Did I get it?", "where is my money": the one thing that he can mean says how it stands. */
const byAskedWork = ({ machines }: Thread, reading: Reading): Target | null => {
  if (!ABOUT_WORK.includes(reading.intent) || saysAnything(reading)) return null;
  const live = machines.filter(isLive);
  if (live.some(({ machine }) => HOMEOWNER_SIDE.includes(machine)) || live.length > 1) return null;
  return toConversation(live[0] ?? machines.findLast(({ machine }) => machine === 'offer' || machine === 'visit'));
};

const ABOUT_WORK: readonly Intent[] = ['status', 'question'];

const offerFor = (live: readonly StoredMachine[]): Target | null => {
  const open = live.filter(({ value }) => value === 'deciding');
  return open.length > 1 ? which(open) : toConversation(open[0] ?? live.at(-1));
};

/** The states in which a word is likely, the likeliest first. */
const STEPS: Readonly<Partial<Record<ProviderWord, readonly string[]>>> = {
  onMyWay: ['booked', 'onTheWay'],
  here: ['onTheWay', 'booked', 'atWork'],
  done: ['atWork', 'onTheWay', 'booked', 'finished'],
};

const visitFor = (live: readonly StoredMachine[], word: ProviderWord): Target | null => {
  const groups = (STEPS[word] ?? []).map((state) => live.filter(({ value }) => value === state));
  const [next, second] = (groups.find((group) => group.length > 0) ?? []).toSorted((a, b) => startOf(a) - startOf(b));
  if (next === undefined || second === undefined) return toConversation(next);
  return startOf(second) - startOf(next) < NEAR_MS ? which([next, second]) : toConversation(next);
};

/** Of visits that begin farther apart the sooner one is meant. */
const NEAR_MS = 3 * 3_600_000;
const startOf = ({ context }: StoredMachine): number =>
  Date.parse((context['window'] as { start?: string } | undefined)?.start ?? '') || 0;

const saysAnything = ({ categories, danger, place, when }: Reading): boolean =>
  categories.length > 0 || danger !== null || place !== null || when !== null;

const forDesk = (thread: Thread, reading: Reading): Target | null => {
  if (isDeskWord(thread, reading)) return DESK;
  if (saysAnything(reading)) return null;
  const isGreeting = reading.intent === 'greet' && !thread.machines.some(isLive);
  return isGreeting || FOR_DESK.includes(reading.intent) ? DESK : null;
};

/** "PAY" of a homeowner who is about to pay is not about payouts. */
const isDeskWord = ({ isProvider, machines }: Thread, { word }: Reading): boolean =>
  word !== null && DESK_WORDS.includes(word) && (isProvider || !machines.some(isLive));

/** Another job than the one under way, said in the middle of it. What is said of the same trade is about this job. */
const isOtherJob = (machine: StoredMachine, { categories, intent, words }: Reading): boolean => {
  if (machine.machine === 'request' || intent !== 'job' || categories.length === 0) return false;
  if (machine.machine !== 'job') return true;
  return machine.value !== 'describingProblem' && (!isTradeOf(machine, categories) || ANOTHER.test(words));
};

const byQuestion = (thread: Thread, reading: Reading): Target | null => {
  const machine = askedMachine(thread);
  if (machine === undefined || isOtherJob(machine, reading)) return null;
  // With several open offers a bare yes may mean any of them, although one was asked last.
  const isBareAnswer = machine.machine === 'offer' && (reading.intent === 'yes' || reading.intent === 'no');
  return isBareAnswer
    ? offerFor(thread.machines.filter((m) => m.machine === 'offer' && isLive(m)))
    : toConversation(machine);
};

/** A word about something that is over: its conversation says what became of it. */
const byEndedWord = ({ isProvider, machines }: Thread, { word }: Reading): Target | null =>
  isProvider && word !== null ? toConversation(machines.findLast(({ machine }) => machine === WORD_FOR[word])) : null;

const byMeaning = ({ machines }: Thread, reading: Reading): Target => {
  const live = machines.filter(isLive);
  const jobs = live.filter(({ machine }) => machine === 'job');
  if (ABOUT_ONE_JOB.includes(reading.intent) && jobs.length > 1) return which(jobs);
  const last = live.at(-1);
  if (last !== undefined && !isOtherJob(last, reading)) return { to: 'conversation', id: last.id };
  return toConversation(live.findLast(({ machine }) => machine === 'request')) ?? forNewcomer(reading);
};

/** Nothing is open: whatever says something about a job begins a request; so does a photo alone. */
const forNewcomer = (reading: Reading): Target => {
  const isPriceOnly = reading.intent === 'price' && reading.when === null && reading.place === null;
  if (isPriceOnly) return DESK;
  return reading.intent === 'job' || reading.words === '' || saysAnything(reading) ? REQUEST : DESK;
};

type Letter = Extract<Event, { bookingId: string }>;

/** Whom a letter of a booking is for, by its type; `starts`: it begins that conversation. */
const RECEIVERS: Readonly<Partial<Record<Letter['type'], { readonly machine: MachineName; readonly starts?: true }>>> =
  {
    'offer.made': { machine: 'offer', starts: true },
    'offer.held': { machine: 'offer' },
    'offer.closed': { machine: 'offer' },
    'offer.released': { machine: 'offer' },
    'offer.won': { machine: 'offer' },
    'visit.booked': { machine: 'visit', starts: true },
    'visit.overdue': { machine: 'visit' },
    'visit.closed': { machine: 'visit' },
    'payout.sent': { machine: 'visit' },
    'payout.delayed': { machine: 'visit' },
    'search.started': { machine: 'job', starts: true },
  };

/** `visit.remembered` goes to both sides: to whichever of the two this thread has. */
const receiverOf = (machines: readonly StoredMachine[], event: Letter) => {
  const receiver = RECEIVERS[event.type];
  if (receiver !== undefined) return receiver;
  const isProviderSide = machines.some((m) => m.machine === 'visit' && m.context['bookingId'] === event.bookingId);
  return { machine: event.type === 'visit.remembered' && isProviderSide ? ('visit' as const) : ('job' as const) };
};

/** The conversation that a letter is for; null: nobody here knows that booking. */
export const routeEvent = (
  machines: readonly StoredMachine[],
  event: Event,
): Exclude<Target, { readonly to: 'which' }> | null => {
  if (!('bookingId' in event)) return null;
  const receiver = receiverOf(machines, event);
  const known = machines.findLast((m) => m.machine === receiver.machine && m.context['bookingId'] === event.bookingId);
  if (known !== undefined) return { to: 'conversation', id: known.id };
  return 'starts' in receiver ? { to: 'start', machine: receiver.machine } : null;
};
