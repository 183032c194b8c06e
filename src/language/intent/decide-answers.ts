import { LATER_NO, MAYBE } from './intent-phrases.ts';
import { isAsking, jobSureness, saysNo, wordCount } from './evidence.ts';
import type { Decide, Evidence } from './evidence.ts';
import * as say from './yes-no-phrases.ts';

/** A number or ordinal when options were named, or the words of one of them. */
export const choose: Decide = (found) => {
  if (found.choice === null || isAsking(found, 'rating') || isStars(found)) return null;
  if (isAsking(found, 'choice') || found.hasOptions) return TAKEN_BACK.test(found.simple) ? 'correct' : 'choose';
  return isFreeChoice(found) ? 'choose' : null;
};

const TAKEN_BACK = /\b(?:no wait|i meant|actually|digo|quise decir)\b/;

const isStars = ({ rating, simple }: Evidence): boolean => rating !== null && /\b(?:stars?|estrellas?)\b/.test(simple);

/** Nothing was offered: a bare number is a time when a time was asked for. */
function isFreeChoice(found: Evidence): boolean {
  const isBareNumber = /^\d$/.test(found.simple);
  return isBareNumber ? !isAsking(found, 'time', 'words') : found.when === null;
}

/** The words of providers; "listo" agrees to a question, and else reports that the work is done. */
export const providerWord: Decide = (found) => {
  if (found.word === 'accept') return isAsking(found, 'job') && !SAYS_YES.test(found.simple) ? null : 'yes';
  if (found.word === 'decline') return 'no';
  if (found.word === null || isCallingOff(found)) return null;
  return isReadyToAQuestion(found) ? 'yes' : 'answer';
};

/** A homeowner calls off in the same words: the intent is read from them. */
const isCallingOff = ({ simple, word }: Evidence): boolean => word === 'cannot' && /\bcancel\w*\b/.test(simple);

const SAYS_YES = /^(?:y|yes|si)\b/;

const isReadyToAQuestion = (found: Evidence): boolean =>
  found.word === 'done' && isAsking(found, 'yesNo') && /^(?:listo|done|hecho|complete)$/.test(found.simple);

/** "Perhaps later" declines what was offered. */
export const later: Decide = (found) => (isAsking(found, 'yesNo') && LATER_NO.test(found.simple) ? 'no' : null);

export const maybe: Decide = ({ simple, categories }) =>
  MAYBE.test(simple) && categories.length === 0 && !say.YES_START.test(simple) ? 'maybe' : null;

export const no: Decide = (found) => {
  const { simple, categories, when } = found;
  const isFree = categories.length === 0;
  if (saysNo(found) && (isFree || wordCount(simple) <= 3)) return 'no';
  if (say.NO_OF_THINGS.test(simple)) return null;
  return isFree && !when && say.NO_INSIDE.test(simple) ? 'no' : null;
};

export const yes: Decide = (found) => {
  const { simple, first } = found;
  if (say.YES_NOT.test(first) && !/not wrong/.test(first)) return null;
  if (isAboutElse(found)) return null;
  if (say.YES_START.test(simple)) return isPoliteAnswer(found) ? 'answer' : 'yes';
  return isYesInside(found) ? 'yes' : null;
};

/** A long text, or one about a job, agrees to nothing unless that was the question. */
function isAboutElse(found: Evidence): boolean {
  if (isAsking(found, 'yesNo')) return false;
  const isLong = wordCount(found.simple) > 14 && wordCount(found.first) > 6;
  return isLong || (jobSureness(found) >= 0.6 && !isAsking(found, 'choice'));
}

function isYesInside(found: Evidence): boolean {
  const isFree = found.categories.length === 0 || isAsking(found, 'yesNo', 'choice');
  return (
    isFree && !isAskedOfUs(found) && say.YES_INSIDE.test(found.first) && (!found.when || found.first !== found.simple)
  );
}

const HAS_SAID = /\b(?:say|says|said)\b/;

/** "He said yes?" asks whether he did. */
const isAskedOfUs = ({ hasQuestionMark, simple }: Evidence): boolean => hasQuestionMark && HAS_SAID.test(simple);

/** "Ok thursday at 3" answers when, it agrees to nothing. */
const isPoliteAnswer = (found: Evidence): boolean =>
  /^(?:ok|okay|sure|good|great|bueno|ya|va|claro|right|fine|cool)\b/.test(found.simple) && hasAnswer(found);

const hasAnswer = (found: Evidence): boolean =>
  (isAsking(found, 'time') && found.when !== null) || (isAsking(found, 'place') && found.place !== null);

/** The answer to what was asked. */
export const answer: Decide = (found) => {
  if (isAsking(found, 'time', 'place', 'words') && found.hasQuestionMark && say.QUESTION.test(found.simple))
    return null;
  const has = found.asked === null ? undefined : ANSWERS[found.asked];
  return has?.(found) ? 'answer' : null;
};

const ANSWERS: Partial<Record<NonNullable<Evidence['asked']>, (found: Evidence) => boolean>> = {
  rating: ({ rating }) => rating !== null,
  time: ({ when, urgency }) => when !== null || urgency === 'flexible',
  place: ({ place }) => place !== null,
  name: ({ contact }) => Boolean(contact?.name),
  contact: ({ contact }) => contact !== null,
  words: () => true,
};

/** Something that can be used, though it was not asked for. */
export const anyField: Decide = ({ when, place, contact, rating, code, choice }) =>
  [when, place, contact, rating, code, choice].some((field) => field !== null) ? 'answer' : null;
