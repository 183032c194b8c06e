// Which of a thread's conversations a text or a letter belongs to: by booking code, by the question asked last, by what it means.
import { isOver, type MachineName } from '../machines/registry.ts';
import type { StoredMachine } from '../machines/stored.ts';
import type { Intent, ProviderWord, Reading } from '../domain/reading.ts';
import { asksForRefund, isNote } from '../domain/visit-talk.ts';
import { calledOff, isTradeOf, otherJob, takesNote } from './other-job.ts';
import type { Asked } from './ports/actor.ts';

export interface Thread {
  /** oldest heard first */
  readonly machines: readonly StoredMachine[];
  readonly asked: Asked | null;
  readonly isProvider: boolean;
}

export type Target =
  | { readonly to: 'conversation'; readonly id: string }
  /** `codes`: the bookings that the text may be about instead */
  | { readonly to: 'start'; readonly machine: MachineName; readonly codes?: readonly string[] }
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
const codesOf = (machines: readonly StoredMachine[]): readonly string[] =>
  machines.flatMap((machine) => codeOf(machine) ?? []).slice(-MOST_CODES);
const MOST_CODES = 2;
const which = (machines: readonly StoredMachine[]): Target => ({
  to: 'which',
  codes: machines.flatMap((machine) => codeOf(machine) ?? []),
});

/** Which machine a provider's word is for. */
const WORD_FOR: Readonly<Partial<Record<ProviderWord, MachineName>>> = {
  accept: 'offer',
  decline: 'offer',
  onMyWay: 'visit',
  late: 'visit',
  here: 'visit',
  nobodyHome: 'visit',
  cannot: 'visit',
  done: 'visit',
};

/** The desk answers these for the whole thread, whatever is open. */
const FOR_DESK: readonly Intent[] = ['status', 'language', 'thanks', 'bye', 'aboutUs', 'start'];
const DESK_WORDS: readonly ProviderWord[] = ['jobs', 'join', 'pay'];

/** Commands that must not hit the wrong one of several jobs. */
const ABOUT_ONE_JOB: readonly Intent[] = ['change', 'dropJob', 'cancel'];

/** Pure. `reading.isTapback` never comes here. */
export const route = (thread: Thread, reading: Reading): Target =>
  byDoubt(thread, reading) ??
  byCode(thread, reading) ??
  byDanger(thread, reading) ??
  byProvidersWords(thread, reading) ??
  byCallingOff(thread, reading) ??
  byNote(thread, reading) ??
  forDesk(thread, reading) ??
  byOtherJob(thread, reading) ??
  byQuestion(thread, reading) ??
  byLateAnswer(thread, reading) ??
  byEndedWord(thread, reading) ??
  byMeaning(thread, reading);

/** "K7" to "is this about K7 or a new job?" is an answer, not a word to K7. */
const byDoubt = (thread: Thread, { code, danger }: Reading): Target | null => {
  const asked = askedMachine(thread);
  return asked?.value === 'choosingBooking' && code !== null && danger === null ? toConversation(asked) : null;
};

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
  const isMeant = (machine: StoredMachine) => danger === 'medical' || isTradeOf(machine, categories);
  const job = live.findLast((machine) => machine.machine === 'job' && isMeant(machine));
  return toConversation(request ?? job) ?? REQUEST;
};

const askedMachine = ({ asked, machines }: Thread): StoredMachine | undefined =>
  machines.find(({ id, value }) => id === asked?.conversation && value === asked.state && id !== 'desk');

const HOMEOWNER_SIDE: readonly string[] = ['request', 'job'];

/** A yes or a no answers what was asked last, when that was no offer: a homeowner's question, or a visit's. */
const isAskedElse = (thread: Thread): boolean => {
  const asked = askedMachine(thread);
  return HOMEOWNER_SIDE.includes(asked?.machine ?? '') || (asked?.context['question'] ?? null) !== null;
};

/** A provider's word, while something of his is open that it fits. */
const byWord = (thread: Thread, { word }: Reading): Target | null => {
  if (word === null) return null;
  const live = thread.machines.filter((machine) => isLive(machine) && machine.machine === WORD_FOR[word]);
  if (word === 'cannot') return cannotFor(thread, live);
  if (word !== 'accept' && word !== 'decline') return visitFor(live, word);
  if (isAskedElse(thread)) return null;
  return offerFor(live) ?? (word === 'decline' ? promisedVisit(thread) : null);
};

/** "Can't" may be about a visit or about an offer that waits for his answer. */
const cannotFor = (thread: Thread, visits: readonly StoredMachine[]): Target | null => {
  const offers = thread.machines.filter(({ machine, value }) => machine === 'offer' && value === 'deciding');
  const visit = visitFor(visits, 'cannot');
  if (visit === null || offers.length === 0) return visit ?? offerFor(offers);
  return which([...visits, ...offers]);
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
  late: ['onTheWay', 'booked'],
  here: ['onTheWay', 'booked', 'atWork'],
  nobodyHome: ['awaitingHomeowner', 'onTheWay', 'booked', 'atWork'],
  cannot: ['onTheWay', 'booked', 'awaitingHomeowner', 'atWork'],
  done: ['atWork', 'awaitingHomeowner', 'onTheWay', 'booked', 'finished'],
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
  // "see you then", with the visit not paid yet: it has to be said that nothing is booked
  if (reading.intent === 'bye' && thread.machines.some(({ value }) => value === 'awaitingPayment')) return null;
  const isGreeting = reading.intent === 'greet' && !thread.machines.some(isLive);
  return isGreeting || FOR_DESK.includes(reading.intent) ? DESK : null;
};

/** "PAY" of a homeowner who is about to pay is not about payouts. */
const isDeskWord = ({ isProvider, machines }: Thread, { word }: Reading): boolean =>
  word !== null && DESK_WORDS.includes(word) && (isProvider || !machines.some(isLive));

/** Their money, or a visit of that day: only a paid booking can be meant, whatever was asked last. */
const byCallingOff = ({ machines }: Thread, reading: Reading): Target | null => {
  const meant = calledOff(machines.filter(isLive), reading);
  if (meant.length > 1) return which(meant);
  const served = asksForRefund(reading.words) ? machines.findLast(({ machine }) => machine === 'job') : undefined;
  return toConversation(meant[0] ?? served);
};

/** Words for the pro go to the booking, of several to the one that is named then; a request that is being asked keeps them itself. */
const byNote = (thread: Thread, reading: Reading): Target | null => {
  if (!isNote(reading)) return null;
  const asked = askedMachine(thread);
  if (asked?.machine === 'request') return toConversation(asked);
  const jobs = thread.machines.filter(takesNote);
  return jobs.length > 1 ? { ...REQUEST, codes: codesOf(jobs) } : toConversation(jobs[0]);
};

/** Other work than what is under way: a new request, which asks first when that is not clear. */
const byOtherJob = (thread: Thread, reading: Reading): Target | null => {
  const asked = askedMachine(thread);
  if (asked?.machine === 'request') return null;
  const live = thread.machines.filter(isLive);
  const sureness = otherJob(live, asked, reading);
  if (sureness === 'no') return null;
  const request = toConversation(live.findLast(({ machine }) => machine === 'request'));
  if (sureness === 'sure') return request ?? REQUEST;
  const jobs = live.filter(takesNote);
  if (jobs.length > 0) return request ?? { ...REQUEST, codes: codesOf(jobs) };
  return live.some(({ machine }) => machine === 'job') ? (request ?? REQUEST) : request;
};

const byQuestion = (thread: Thread, reading: Reading): Target | null => {
  const machine = askedMachine(thread);
  if (machine === undefined) return null;
  // With several open offers a bare yes may mean any of them, although one was asked last.
  const isBareAnswer = machine.machine === 'offer' && (reading.intent === 'yes' || reading.intent === 'no');
  return isBareAnswer
    ? offerFor(thread.machines.filter((m) => m.machine === 'offer' && isLive(m)))
    : toConversation(machine);
};

/** A word about something that is over: its conversation says what became of it. */
const byEndedWord = ({ isProvider, machines }: Thread, { word }: Reading): Target | null =>
  isProvider && word !== null ? toConversation(machines.findLast(({ machine }) => machine === WORD_FOR[word])) : null;

/** A number or a yes to a list of ours, when nothing is open any more: what became of it, and what can be chosen now. */
const byLateAnswer = ({ asked, machines }: Thread, reading: Reading): Target | null => {
  if (!LATE_ANSWERS.includes(reading.intent) || saysAnything(reading) || machines.some(isLive)) return null;
  return asked === null ? null : toConversation(machines.findLast(({ machine }) => HOMEOWNER_SIDE.includes(machine)));
};

const LATE_ANSWERS: readonly Intent[] = ['choose', 'yes', 'no', 'more'];

const byMeaning = ({ machines }: Thread, reading: Reading): Target => {
  const live = machines.filter(isLive);
  const jobs = live.filter(({ machine }) => machine === 'job');
  if (ABOUT_ONE_JOB.includes(reading.intent) && jobs.length > 1) return which(jobs);
  const last = live.at(-1);
  return toConversation(last) ?? forNewcomer(reading);
};

/** Nothing is open: whatever says something about a job begins a request; so does a photo alone. */
const forNewcomer = (reading: Reading): Target => {
  const isPriceOnly = reading.intent === 'price' && reading.when === null && reading.place === null;
  if (isPriceOnly) return DESK;
  return reading.intent === 'job' || reading.words === '' || saysAnything(reading) ? REQUEST : DESK;
};
