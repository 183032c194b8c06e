// Which of a thread's conversations a text or a letter belongs to: by booking code, by the question asked last, by what it means.
import type { StoredMachine } from '../machines/stored.ts';
import { saysAllGood } from '../domain/approval-talk.ts';
import { wantsItBack } from '../domain/change-of-mind.ts';
import { generalQuestion } from '../domain/general-question.ts';
import type { Intent, ProviderWord, Reading } from '../domain/reading.ts';
import { asksForRefund, isNote, missesSomebody } from '../domain/visit-talk.ts';
import { complaintAbout, maybeTheSame } from './served-job.ts';
import { calledOff, isTradeOf, otherJob, takesNote } from './other-job.ts';
import {
  byEndedWord,
  byExtraWork,
  byProvidersWords,
  codeSaid,
  offerFor,
  visitAtHand,
  WORD_FOR,
} from './route-provider.ts';
import {
  askedMachine,
  codeOf,
  DESK,
  HOMEOWNER_SIDE,
  isLive,
  REQUEST,
  saysAnything,
  toConversation,
  which,
  type Target,
  type Thread,
} from './targets.ts';

/** At most two are named in one short question. */
const MOST_CODES = 2;
const codesOf = (machines: readonly StoredMachine[]): readonly string[] =>
  machines.flatMap((machine) => codeOf(machine) ?? []).slice(-MOST_CODES);

/** A request that asks first whether the text is about one of these bookings. */
const requestOrOneOf = (jobs: readonly StoredMachine[]): Target => ({
  to: 'start',
  machine: 'request',
  codes: codesOf(jobs),
});

/** The desk answers these for the whole thread, whatever is open. */
const FOR_DESK: readonly Intent[] = ['status', 'language', 'thanks', 'bye', 'aboutUs', 'start'];
const DESK_WORDS: readonly ProviderWord[] = ['jobs', 'join', 'pay'];

/** Commands that must not hit the wrong one of several jobs. */
const ABOUT_ONE_JOB: readonly Intent[] = ['change', 'dropJob', 'cancel'];

/** Pure. `reading.isTapback` never comes here. */
export const route = (thread: Thread, reading: Reading): Target => {
  for (const step of STEPS_IN_ORDER) {
    const target = step(thread, reading);
    if (target !== null) return target;
  }
  return byMeaning(thread, reading);
};

/** "K7" to "is this about K7 or a new job?" is an answer, not a word to K7. */
const byDoubt = (thread: Thread, { code, danger }: Reading): Target | null => {
  const asked = askedMachine(thread);
  return asked?.value === 'choosingBooking' && code !== null && danger === null ? toConversation(asked) : null;
};

/** What a provider asks, what describes a problem, and what tells of a danger or a place is about more. */
const tellsMore = (thread: Thread, { danger, place }: Reading): boolean =>
  thread.isProvider || danger !== null || place !== null || askedMachine(thread)?.value === 'describingProblem';

/** How it all works is the desk's to say, whatever is open: "what if I need to cancel" calls nothing off. */
const byGeneralQuestion = (thread: Thread, reading: Reading): Target | null => {
  const about = tellsMore(thread, reading) ? null : generalQuestion(reading.words);
  return about !== null && (reading.when === null || about === 'cancelling') ? DESK : null;
};

/** A code that nobody here knows may be part of an address or a part number: then the rest of the text decides. */
const byCode = (thread: Thread, reading: Reading): Target | null => {
  const { machines } = thread;
  const code = codeSaid(thread, reading);
  const { word } = reading;
  if (code === null) return null;
  const named = machines.filter((machine) => codeOf(machine) === code);
  const meant = named.filter((machine) => word === null || machine.machine === WORD_FOR[word]);
  const known = meant.findLast(isLive) ?? named.findLast(isLive) ?? meant.at(-1) ?? named.at(-1);
  return toConversation(known) ?? (saysAnything(reading) ? null : DESK);
};

/** A danger is told to the visit that a provider is on, to the request under way, or to the job of that trade, else to a new request: it knows what to ask. */
const byDanger = (thread: Thread, reading: Reading): Target | null => {
  const { machines } = thread;
  const { categories, danger } = reading;
  if (danger === null) return null;
  const complaint = complaintAbout(thread, reading);
  if (complaint !== null && !complaint.isDoubtful) return toConversation(complaint.job);
  const live = machines.filter(isLive);
  const request = live.findLast(({ machine }) => machine === 'request');
  const isMeant = (machine: StoredMachine) => danger === 'medical' || isTradeOf(machine, categories);
  const job = live.findLast((machine) => machine.machine === 'job' && isMeant(machine));
  return toConversation(visitAtHand(thread, reading) ?? request ?? job) ?? REQUEST;
};

/** Courtesy that says something: "see you then" before it is paid (nothing is booked yet), "all good thx" to whether all is good. */
const isForWhoAsked = (thread: Thread, { intent, words }: Reading): boolean => {
  const asked = askedMachine(thread);
  return (
    (intent === 'bye' && thread.machines.some(({ value }) => value === 'awaitingPayment')) ||
    (asked?.value === 'approving' && (saysAllGood(words, nameOf(asked)) || missesSomebody(words)))
  );
};

const nameOf = ({ context }: StoredMachine): string => (context['providerName'] as string | undefined) ?? '';

const forDesk = (thread: Thread, reading: Reading): Target | null => {
  if (isDeskWord(thread, reading)) return DESK;
  if (saysAnything(reading)) return null;
  if (isForWhoAsked(thread, reading)) return null;
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
  const visit = toConversation(visitAtHand(thread, reading));
  if (visit !== null) return visit;
  return jobs.length > 1 ? requestOrOneOf(jobs) : toConversation(jobs[0]);
};

/** What went wrong with the work is for its booking, whatever the thing that broke is called. */
const byComplaint = (thread: Thread, reading: Reading): Target | null => {
  if (askedMachine(thread)?.machine === 'request') return null;
  const complaint = complaintAbout(thread, reading);
  if (complaint === null) return null;
  return complaint.isDoubtful ? requestOrOneOf([complaint.job]) : toConversation(complaint.job);
};

/** The same trade a few days after a job: is it that job? */
const byServedJob = (thread: Thread, reading: Reading): Target | null => {
  if (thread.machines.some((machine) => isLive(machine) && machine.value !== 'rating')) return null;
  const job = maybeTheSame(thread, reading);
  return job === undefined ? null : requestOrOneOf([job]);
};

/** Other work than what is under way: a new request, which asks first when that is not clear. */
const byOtherJob = (thread: Thread, reading: Reading): Target | null => {
  const asked = askedMachine(thread);
  if (asked?.machine === 'request') return null;
  const live = thread.machines.filter(isLive);
  const sureness = otherJob(live, asked, reading);
  if (sureness === 'no') return null;
  const visit = toConversation(visitAtHand(thread, reading));
  if (visit !== null) return visit;
  const request = toConversation(live.findLast(({ machine }) => machine === 'request'));
  return request ?? (sureness === 'sure' ? REQUEST : inDoubt(live));
};

/** Null: only a provider's own visits are open, and it is about them. */
const inDoubt = (live: readonly StoredMachine[]): Target | null => {
  const jobs = live.filter((machine) => takesNote(machine) || machine.value === 'approving');
  if (jobs.length > 0) return requestOrOneOf(jobs);
  return live.some(({ machine }) => machine === 'job') ? REQUEST : null;
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

/** A number or a yes to a list of ours, when nothing is open any more: what became of it, and what can be chosen now. */
const byLateAnswer = ({ asked, machines }: Thread, reading: Reading): Target | null => {
  if (!LATE_ANSWERS.includes(reading.intent) || saysAnything(reading) || machines.some(isLive)) return null;
  return asked === null ? null : toConversation(machines.findLast(({ machine }) => HOMEOWNER_SIDE.includes(machine)));
};

/** "Don't cancel, I still want it", right after it was dropped: what was dropped last hears it. */
const byChangeOfMind = ({ machines }: Thread, reading: Reading): Target | null => {
  if (machines.some(isLive) || !wantsItBack(reading.words)) return null;
  const last = machines.findLast(({ machine }) => HOMEOWNER_SIDE.includes(machine));
  if (last === undefined || !DROPPED.includes(last.value)) return null;
  return isOfItsTrade(last, reading) ? toConversation(last) : null;
};

const DROPPED: readonly string[] = ['withdrawn', 'dropped'];

/** Nothing is said of work of another trade. */
const isOfItsTrade = (dropped: StoredMachine, { categories }: Reading): boolean =>
  categories.length === 0 ||
  isTradeOf(dropped, categories) ||
  isTradeOf({ ...dropped, context: { job: dropped.context } }, categories);

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

type Step = (thread: Thread, reading: Reading) => Target | null;

/** The first of these that knows; their order is the policy. */
const STEPS_IN_ORDER: readonly Step[] = [
  byDoubt,
  byGeneralQuestion,
  byCode,
  byDanger,
  byExtraWork,
  byProvidersWords,
  byCallingOff,
  byComplaint,
  byNote,
  byChangeOfMind,
  forDesk,
  byServedJob,
  byOtherJob,
  byQuestion,
  byLateAnswer,
  byEndedWord,
];
