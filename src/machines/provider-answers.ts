// What offers and visits make of a provider's text that is not one of their own words: it always gets an answer (I7).
import type { Intent, Reading } from '../domain/reading.ts';
import type { Copy } from '../messages/catalog.ts';
import type { Effect } from './effects.ts';

/** What stands before the words of an answer. */
export type Opening = Parameters<Copy['offer.waits']>[0]['opening'];

type Plain = 'person' | 'help' | 'question' | 'thanks' | 'none';

const UNDERSTOOD: Readonly<Partial<Record<Intent, Plain>>> = {
  person: 'person',
  // he cannot come: nobody but a person can find somebody else in time
  dropJob: 'person',
  cancel: 'person',
  change: 'person',
  help: 'help',
  aboutUs: 'help',
  question: 'question',
  // the answer names what he gets
  price: 'none',
  thanks: 'thanks',
  greet: 'none',
  bye: 'none',
  repeat: 'none',
  status: 'none',
  more: 'none',
  back: 'none',
  restart: 'none',
  start: 'none',
  language: 'none',
  yes: 'none',
};

/** Two misses in a row bring a person. */
const MISSES_BEFORE_A_PERSON = 2;

export interface Answer {
  readonly opening: Opening;
  readonly misses: number;
  readonly alerts: readonly Effect[];
}

/** How the answer begins, how many texts in a row were not understood, and whom to tell. */
export const answerTo = (reading: Reading, { code, misses }: { code: string; misses: number }): Answer => {
  const plain = reading.word === null ? UNDERSTOOD[reading.intent] : 'none';
  if (plain === 'person')
    return { opening: plain, misses: 0, alerts: [{ type: 'alertPerson', about: 'personAsked', code }] };
  if (plain !== undefined) return { opening: plain, misses: 0, alerts: [] };
  if (misses + 1 < MISSES_BEFORE_A_PERSON) return { opening: 'missed', misses: misses + 1, alerts: [] };
  return { opening: 'missedTwice', misses: 0, alerts: [{ type: 'alertPerson', about: 'misunderstood', code }] };
};

/** He takes the job. */
export const isYes = ({ intent, word }: Reading): boolean => word === 'accept' || (word === null && intent === 'yes');

const NO: readonly Intent[] = ['no', 'dropJob', 'cancel'];

const CANNOT =
  /\b(?:can'?t|cannot|won'?t|unable to|not able to) (?:make|come|do|get|be)\b|\bno (?:puedo|podr[eé]|alcanzo|voy a poder|llego|voy a llegar)(?!\p{L})/iu;

/** He speaks of something that he cannot do. */
export const cannotCome = ({ words }: Reading): boolean => CANNOT.test(words);

/** He does not. */
export const isNo = ({ intent, word, words }: Reading): boolean =>
  word === 'decline' || word === 'cannot' || (word === null && (NO.includes(intent) || CANNOT.test(words)));
