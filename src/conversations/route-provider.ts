// Which offer or visit a provider's own words are for.
import type { Intent, ProviderWord, Reading } from '../domain/reading.ts';
import type { MachineName } from '../machines/registry.ts';
import type { StoredMachine } from '../machines/stored.ts';
import {
  askedMachine,
  HOMEOWNER_SIDE,
  isLive,
  saysAnything,
  toConversation,
  which,
  type Target,
  type Thread,
} from './targets.ts';

/** Which machine a provider's word is for. */
export const WORD_FOR: Readonly<Partial<Record<ProviderWord, MachineName>>> = {
  accept: 'offer',
  decline: 'offer',
  onMyWay: 'visit',
  late: 'visit',
  here: 'visit',
  nobodyHome: 'visit',
  cannot: 'visit',
  done: 'visit',
};

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

export const byProvidersWords = (thread: Thread, reading: Reading): Target | null =>
  thread.isProvider ? (byWord(thread, reading) ?? byAskedWork(thread, reading)) : null;

/** "Did I get it?", "where is my money": the one thing that he can mean says how it stands. */
const byAskedWork = ({ machines }: Thread, reading: Reading): Target | null => {
  if (!ABOUT_WORK.includes(reading.intent) || saysAnything(reading)) return null;
  const live = machines.filter(isLive);
  if (live.some(({ machine }) => HOMEOWNER_SIDE.includes(machine)) || live.length > 1) return null;
  return toConversation(live[0] ?? machines.findLast(({ machine }) => machine === 'offer' || machine === 'visit'));
};

const ABOUT_WORK: readonly Intent[] = ['status', 'question'];

export const offerFor = (live: readonly StoredMachine[]): Target | null => {
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

/** A word about something that is over: its conversation says what became of it. */
export const byEndedWord = ({ isProvider, machines }: Thread, { word }: Reading): Target | null =>
  isProvider && word !== null ? toConversation(machines.findLast(({ machine }) => machine === WORD_FOR[word])) : null;
