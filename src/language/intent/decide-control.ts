import { keepsIt } from '../../domain/change-of-mind.ts';
import type { Intent } from '../../domain/reading.ts';
import { hasAny } from '../simplify.ts';
import { isAsking, isJobLike, jobSureness, saysNo, wordCount } from './evidence.ts';
import type { Decide, Evidence } from './evidence.ts';
import {
  ASKS_IF_DONE,
  CHANGES,
  CONTROL,
  CORRECTS,
  MORE,
  MORE_NOT,
  PRICE,
  STATUS,
  STOP_BY_MEANING,
} from './intent-phrases.ts';
import * as say from './yes-no-phrases.ts';

export const stop: Decide = ({ simple }) => (hasAny(simple, STOP_BY_MEANING) ? 'stop' : null);

export const start: Decide = ({ simple }) =>
  /^(?:start|unstop|subscribe|resume|empezar|iniciar|comenzar|alta|reanudar)$/.test(simple) ? 'start' : null;

/** Words that steer the conversation itself; "help me with my sink" is a job. */
export const control: Decide = (found) => {
  const intent = CONTROL.find(([, pattern]) => pattern.test(found.simple))?.[0] ?? null;
  return intent && MAY_BE_JOBS.has(intent) && jobSureness(found) >= 0.6 ? null : intent;
};

const WHO =
  /^(?:y |and |so |pero )?(?:quien es|who is|whos)(?: (?:this|that|it|ese|esa|el|ella))?(?: (?:guy|person|pro))?$/;

const MAY_BE_JOBS: ReadonlySet<Intent> = new Set(['help', 'back', 'repeat', 'person']);

/** While somebody is proposed it asks about him, and not about us. */
export const asksWho: Decide = (found) => (isAsking(found, 'choice') && WHO.test(found.simple) ? 'question' : null);

export const asksIfDone: Decide = ({ simple }) => (ASKS_IF_DONE.test(simple) ? 'status' : null);

/** To end or to move what was begun or booked. */
export const changes: Decide = (found) => {
  // "no importa": any time will do
  if (isAsking(found, 'time') && found.urgency === 'flexible') return null;
  if (keepsIt(found.folded)) return 'correct';
  const intent = CHANGES.find(([, pattern]) => pattern.test(found.simple))?.[0] ?? null;
  return intent === 'change' ? changeOf(found) : intent;
};

/** While a time is being asked for, a change is only an answer; a job may be a change too ("change the lock"). */
function changeOf(found: Evidence): Intent | null {
  if (isAsking(found, 'time') && found.when) return 'answer';
  if (jobSureness(found) >= 0.7) return null;
  const isCorrection = isAsking(found, 'yesNo') && (found.when !== null || saysNo(found));
  return isCorrection ? 'correct' : 'change';
}

/** "No wait, friday" and "actually make it 3": a new value in the place of one just given. */
export const correct: Decide = (found) => {
  if (TAKEN_BACK.test(found.simple) || isYesBut(found)) return 'correct';
  if (isAsking(found, 'job') || !hasAny(found.simple, CORRECTS)) return null;
  if (hasValue(found)) return 'correct';
  return STRONG.test(found.simple) && jobSureness(found) < 0.6 ? 'correct' : null;
};

const TAKEN_BACK = /^(?:no wait|no espera)\b/;
const YES_BUT =
  /^(?:yes|yeah|yep|ok|okay|sure|si|claro|bueno|sounds good|great)\b.{0,25}\b(?:but|except|pero|solo que|only not)\b/;

/** "Yes but friday": what was asked is not what is wanted. */
const isYesBut = (found: Evidence): boolean => YES_BUT.test(found.simple) && hasValue(found);

const STRONG =
  /\b(?:no wait|scratch that|i meant|on second thought|changed my mind|quise decir|me equivoque|no espera|correction|oops)\b/;

const hasValue = ({ when, place, contact }: Evidence): boolean => when !== null || place !== null || contact !== null;

/** "No, the 5th": the no is for what was proposed, the rest is what is wanted. */
export const noWithValue: Decide = (found) => {
  if (!isAsking(found, 'yesNo') || !saysNo(found)) return null;
  return found.when !== null || hasAddress(found.place) ? 'correct' : null;
};

const hasAddress = (place: Evidence['place']): boolean =>
  place !== null && [place.street, place.zip, place.unit ?? null].some((part) => part !== null);

export const more: Decide = (found) => {
  if (!MORE.test(found.simple) || MORE_NOT.test(found.simple)) return null;
  return jobSureness(found) >= 0.7 && wordCount(found.simple) > 6 ? null : 'more';
};

export const status: Decide = (found) => {
  if (!STATUS.test(found.simple) || isJobLike(found)) return null;
  return isAsking(found, 'yesNo') && say.YES_START.test(found.first) ? 'yes' : 'status';
};

/** The price of a job that is named starts that job. */
export const price: Decide = (found) => {
  if (!PRICE.test(found.simple)) return null;
  return found.categories.length > 0 && !isAsking(found, 'choice', 'yesNo') ? 'job' : 'price';
};

export const job: Decide = (found) => {
  if (jobSureness(found) >= 0.3) return isQuestionOnly(found) ? 'question' : 'job';
  return isAsking(found, 'job') && isJobLike(found) ? 'job' : null;
};

const ASKS_SOMEBODY = /\b(?:can (?:you|someone|anyone)|could (?:you|someone)|puede|pueden)\b/;

/** "Do you do plumbing?" starts a job; while something else is asked it is a question. */
const isQuestionOnly = (found: Evidence): boolean =>
  found.asked !== null &&
  found.asked !== 'job' &&
  found.hasQuestionMark &&
  say.QUESTION.test(found.simple) &&
  !ASKS_SOMEBODY.test(found.simple);

export const question: Decide = ({ hasQuestionMark, simple }) =>
  hasQuestionMark || say.QUESTION.test(simple) ? 'question' : null;
