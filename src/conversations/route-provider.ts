// Which offer or visit a provider's own words are for.
import { asksMorePay, isForOwnHome, namesExtraWork } from '../domain/extra-work.ts';
import { offerPlaceSaid, wantsAllOffers } from '../domain/offer-choice.ts';
import { plainWords } from '../domain/plain-words.ts';
import type { Intent, ProviderWord, Reading } from '../domain/reading.ts';
import { asksForNewJob } from '../domain/visit-talk.ts';
import type { MachineName } from '../machines/registry.ts';
import type { StoredMachine } from '../machines/stored.ts';
import {
  askedMachine,
  codeOf,
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
  if (word !== 'accept' && word !== 'decline') return visitFor(live, word, thread.now);
  if (isAskedElse(thread)) return null;
  return offerFor(live) ?? (word === 'decline' ? promisedVisit(thread) : null);
};

/** "Can't" may be about a visit or about an offer that waits for his answer. */
const cannotFor = (thread: Thread, visits: readonly StoredMachine[]): Target | null => {
  const offers = openOffers(thread.machines);
  const visit = visitFor(visits, 'cannot', thread.now);
  if (visit === null || offers.length === 0) return visit ?? offerFor(offers);
  return which([...visits, ...offers]);
};

/** "Can't", with no offer open: he means a visit that he has promised. */
const promisedVisit = ({ machines }: Thread): Target | null =>
  toConversation(machines.findLast((machine) => machine.machine === 'visit' && isLive(machine)));

export const byProvidersWords = (thread: Thread, reading: Reading): Target | null =>
  thread.isProvider
    ? (byChosenOffer(thread, reading) ?? byWord(thread, reading) ?? byAskedWork(thread, reading))
    : null;

const openOffers = (machines: readonly StoredMachine[]): readonly StoredMachine[] =>
  machines
    .filter(({ machine, value }) => machine === 'offer' && value === 'deciding')
    .toSorted((a, b) => toldAt(a).localeCompare(toldAt(b)));
const toldAt = ({ context }: StoredMachine): string => (context['offeredAt'] as string | undefined) ?? '';

/** "The first one" of several open offers, in the order in which they were told; "both" is asked one by one. */
const byChosenOffer = (thread: Thread, { code, words }: Reading): Target | null => {
  const open = openOffers(thread.machines);
  if (open.length < 2 || code !== null || isAskedElse(thread)) return null;
  if (wantsAllOffers(words)) return which(open);
  const place = offerPlaceSaid(words);
  if (place === null) return null;
  return toConversation(place === 'last' ? open.at(-1) : open[place - 1]) ?? which(open);
};

/** The booking code in a text; of a provider's live work also one that stands anywhere in his words. */
export const codeSaid = ({ isProvider, machines }: Thread, { code, words }: Reading): string | null => {
  if (code !== null || !isProvider) return code;
  const said = plainWords(words).toUpperCase().split(' ');
  const live = machines.filter((machine) => isLive(machine) && !HOMEOWNER_SIDE.includes(machine.machine));
  return live.map(codeOf).find((known) => known !== null && said.includes(known)) ?? null;
};

const AT_HAND: readonly string[] = ['onTheWay', 'awaitingHomeowner', 'atWork'];

/** The visit that a provider is on: what he says about work is about that, unless he speaks of a home of his own. */
export const visitAtHand = ({ isProvider, machines }: Thread, { words }: Reading): StoredMachine | undefined =>
  !isProvider || isForOwnHome(words) || asksForNewJob(words)
    ? undefined
    : machines.findLast(({ machine, value }) => machine === 'visit' && AT_HAND.includes(value));

/** More work, or more money, than was agreed: about the visit that he is on, or the next. */
export const byExtraWork = (thread: Thread, reading: Reading): Target | null => {
  const { word, words } = reading;
  if (!thread.isProvider || word !== null || isForOwnHome(words)) return null;
  const visit = visitAtHand(thread, reading);
  const isAbout = isAskedElse(thread) ? asksMorePay : namesExtraWork;
  if (visit !== undefined) return isAbout(words) ? toConversation(visit) : null;
  return asksMorePay(words) ? extraAhead(thread) : null;
};

/** Before he is on his way only money is sure to be about a visit; to an offer that was asked last it is another price. */
const extraAhead = (thread: Thread): Target | null => {
  if (isAskedElse(thread) || askedMachine(thread)?.machine === 'offer') return null;
  const visits = thread.machines.filter((machine) => isLive(machine) && machine.machine === 'visit');
  return visitFor(visits, 'done', thread.now);
};

/** "Did I get it?", "where is my money": the one thing that he can mean says how it stands. */
const byAskedWork = ({ machines }: Thread, reading: Reading): Target | null => {
  if (!ABOUT_WORK.includes(reading.intent) || saysAnything(reading)) return null;
  const live = machines.filter(isLive);
  if (live.some(({ machine }) => HOMEOWNER_SIDE.includes(machine)) || live.length > 1) return null;
  return toConversation(live[0] ?? machines.findLast(({ machine }) => machine === 'offer' || machine === 'visit'));
};

const ABOUT_WORK: readonly Intent[] = ['status', 'question'];

export const offerFor = (live: readonly StoredMachine[]): Target | null => {
  const open = openOffers(live);
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

const visitFor = (live: readonly StoredMachine[], word: ProviderWord, now: string): Target | null => {
  const groups = (STEPS[word] ?? []).map((state) => live.filter(({ value }) => value === state));
  const [next, second] = (groups.find((group) => group.length > 0) ?? []).toSorted((a, b) => startOf(a) - startOf(b));
  if (next === undefined || second === undefined) return toConversation(next);
  const isOpen = startOf(second) - startOf(next) < NEAR_MS || isGuess(word, next, startOf(second) <= Date.parse(now));
  return isOpen ? which([next, second]) : toConversation(next);
};

/** DONE of one of two visits that have begun, and that nobody has arrived at: it moves money. */
const isGuess = (word: ProviderWord, next: StoredMachine, haveBothBegun: boolean): boolean =>
  word === 'done' && next.value === 'booked' && haveBothBegun;

/** Of visits that begin farther apart the sooner one is meant. */
const NEAR_MS = 3 * 3_600_000;
const startOf = ({ context }: StoredMachine): number =>
  Date.parse((context['window'] as { start?: string } | undefined)?.start ?? '') || 0;

/** A word about something that is over: its conversation says what became of it. */
export const byEndedWord = ({ isProvider, machines }: Thread, { word }: Reading): Target | null =>
  isProvider && word !== null ? toConversation(machines.findLast(({ machine }) => machine === WORD_FOR[word])) : null;
