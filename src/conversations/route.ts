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
const isLive = (machine: StoredMachine): boolean => machine.id !== 'desk' && !isOver(machine);

/** Which machine a provider's word is for. */
const WORD_FOR: Readonly<Partial<Record<ProviderWord, MachineName>>> = {
  accept: 'offer',
  decline: 'offer',
  onMyWay: 'visit',
  here: 'visit',
  done: 'visit',
};

/** The desk answers these for the whole thread, whatever is open. */
const FOR_DESK: readonly Intent[] = ['status', 'language', 'thanks', 'greet', 'bye', 'aboutUs', 'start'];

/** These begin a request where nothing is open: they say something about a job. */
const BEGINS: readonly Intent[] = ['job', 'answer', 'correct'];

const byCode = ({ machines }: Thread, { code, word }: Reading): Target | null => {
  if (code === null) return null;
  const named = machines.filter((machine) => codeOf(machine) === code);
  const meant = named.filter((machine) => word === null || machine.machine === WORD_FOR[word]);
  return toConversation(meant.findLast(isLive) ?? named.findLast(isLive) ?? meant.at(-1) ?? named.at(-1)) ?? DESK;
};

const byWord = ({ isProvider, machines }: Thread, { word }: Reading): Target | null => {
  if (!isProvider || word === null) return null;
  const machine = WORD_FOR[word];
  if (machine === undefined) return DESK;
  const all = machines.filter((candidate) => candidate.machine === machine);
  const live = all.filter(isLive);
  if (live.length > 1) return { to: 'which', codes: live.flatMap((candidate) => codeOf(candidate) ?? []) };
  return toConversation(live[0] ?? all.at(-1));
};

/** Another job than the one under way, said in the middle of it. */
const isOtherJob = (machine: StoredMachine, { categories, intent }: Reading): boolean =>
  machine.machine !== 'request' && intent === 'job' && categories.length > 0;

const byQuestion = ({ asked, machines }: Thread, reading: Reading): Target | null => {
  const machine = machines.find(({ id, value }) => id === asked?.conversation && value === asked.state);
  if (machine === undefined || machine.id === 'desk' || isOtherJob(machine, reading)) return null;
  // With several open offers a bare yes may mean any of them, although one was asked last.
  const isOneOfMany =
    machine.machine === 'offer' && machines.filter((m) => m.machine === 'offer' && isLive(m)).length > 1;
  return isOneOfMany && isBareAnswer(reading) ? whichOffer(machines) : toConversation(machine);
};

const isBareAnswer = ({ intent }: Reading): boolean => intent === 'yes' || intent === 'no';
const whichOffer = (machines: readonly StoredMachine[]): Target => ({
  to: 'which',
  codes: machines.filter((m) => m.machine === 'offer' && isLive(m)).flatMap((m) => codeOf(m) ?? []),
});

const saysAnything = ({ categories, danger, place, when }: Reading): boolean =>
  categories.length > 0 || danger !== null || place !== null || when !== null;

/** Pure. `reading.isTapback` never comes here. */
export const route = (thread: Thread, reading: Reading): Target => {
  const named = byCode(thread, reading) ?? byWord(thread, reading);
  if (named !== null) return named;
  if (reading.danger !== null) return dangerTarget(thread);
  if (FOR_DESK.includes(reading.intent) && !saysAnything(reading)) return DESK;
  return byQuestion(thread, reading) ?? byMeaning(thread, reading);
};

/** A danger is told to the request under way, else to a new one: it knows the safety words. */
const dangerTarget = ({ machines }: Thread): Target =>
  toConversation(machines.findLast((machine) => machine.machine === 'request' && isLive(machine))) ?? REQUEST;

const byMeaning = ({ machines }: Thread, reading: Reading): Target => {
  const live = machines.findLast(isLive);
  if (live !== undefined && !isOtherJob(live, reading)) return { to: 'conversation', id: live.id };
  const isBeginning = BEGINS.includes(reading.intent) && saysAnything(reading);
  return isBeginning || saysAnything(reading) ? REQUEST : DESK;
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
