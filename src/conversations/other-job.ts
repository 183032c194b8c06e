// Whether a text asks for other work than what is under way, and which bookings one calls off. What is said of a visit has the words of trades.
import { localDate } from '../domain/instants.ts';
import type { Intent, Reading } from '../domain/reading.ts';
import {
  asksForNewJob,
  asksForRefund,
  asksToWait,
  isAccessNote,
  mentionsVisit,
  namesProblem,
  saysAnother,
  wishesWork,
} from '../domain/visit-talk.ts';
import { takesNotes, visitAhead } from '../machines/job/context.ts';
import type { StoredMachine } from '../machines/stored.ts';

/** A booking that is under way and whose pro may still be told something. */
export const takesNote = ({ machine, value }: StoredMachine): boolean =>
  machine === 'job' && takesNotes.includes(value);

export const isTradeOf = ({ context }: StoredMachine, categories: Reading['categories']): boolean =>
  categories.some(({ id }) => id === (context['job'] as { trade?: string } | undefined)?.trade);

export type Sureness = 'sure' | 'doubtful' | 'no';

/** How sure it is that other work is asked for. `asked`: the conversation whose question is open. */
export const otherJob = (
  live: readonly StoredMachine[],
  asked: StoredMachine | undefined,
  reading: Reading,
): Sureness => {
  if (live.length === 0 || TELLING.includes(asked?.value ?? '')) return 'no';
  if (asksForNewJob(reading.words)) return 'sure';
  if (!isWork(reading)) return 'no';
  // a job that only waits for its stars is over
  const isSame = live.some(
    (job) => job.machine === 'job' && job.value !== 'rating' && isTradeOf(job, reading.categories),
  );
  return isSame ? ofSameTrade(reading.words) : ofOtherTrade(reading.words);
};

/** A trade is named, by words that are not about waiting or the way in. */
const isWork = ({ categories, intent, words }: Reading): boolean =>
  intent === 'job' && categories.length > 0 && !asksToWait(words) && !isAccessNote(words);

/** What is said of the same trade is about this job, unless it is another one. */
const ofSameTrade = (words: string): Sureness => {
  if (!saysAnother(words)) return 'no';
  return wishesWork(words) && !mentionsVisit(words) ? 'sure' : 'doubtful';
};

/** Work that is needed, or something broken, and no word of the visit. */
const ofOtherTrade = (words: string): Sureness => {
  const isNeeded = wishesWork(words) || namesProblem(words) || saysAnother(words);
  return isNeeded && !mentionsVisit(words) ? 'sure' : 'doubtful';
};

/** What is said there is a complaint, in whatever words. */
const TELLING = ['describingProblem', 'caseOpen'];

const CALLING_OFF: readonly Intent[] = ['dropJob', 'cancel'];
const VISIT = /\b(?:visit|appointment|booking|plumber|electrician|cita|visita|reserva)\b/i;

/** The paid bookings that a text wants to call off, when it names the money, the visit or its day; none: it does not say so. */
export const calledOff = (live: readonly StoredMachine[], reading: Reading): readonly StoredMachine[] => {
  const isRefund = asksForRefund(reading.words);
  if (!isRefund && !CALLING_OFF.includes(reading.intent)) return [];
  const paid = live.filter(({ machine, value }) => machine === 'job' && isPaid(value, isRefund));
  const onDay = paid.filter((job) => isOnDay(job, reading));
  if (onDay.length > 0) return onDay;
  return isRefund || (reading.when === null && VISIT.test(reading.words)) ? paid : [];
};

const isPaid = (state: string, isRefund: boolean): boolean =>
  visitAhead.includes(state) || (isRefund && SERVED.includes(state));
const SERVED = ['approving', 'describingProblem', 'caseOpen', 'rating'];

const isOnDay = ({ context }: StoredMachine, { when }: Reading): boolean => {
  const window = context['window'] as { start: string; zone: string } | undefined;
  if (window === undefined || when === null) return false;
  const day = localDate(window.start, window.zone);
  return when.windows.some(
    ({ start, end }) => start.slice(0, 10) === day || (start < day && end !== null && end > `${day}T00:00`),
  );
};
