import type { AskedKind, Intent, Reading } from '../domain/reading.ts';
import {
  CHANGES,
  CONTROL,
  CORRECTS,
  LATER_NO,
  MAYBE,
  MORE,
  MORE_NOT,
  PRICE,
  STATUS,
  STOP_BY_MEANING,
} from './intent-phrases.ts';
import { hasAny } from './simplify.ts';
import * as say from './yes-no-phrases.ts';

/** What an intent is decided from. */
export interface Evidence extends Pick<
  Reading,
  'categories' | 'urgency' | 'danger' | 'when' | 'place' | 'choice' | 'contact' | 'rating' | 'word' | 'code'
> {
  readonly simple: string;
  /** The first sentence, simplified. */
  readonly first: string;
  readonly hasQuestionMark: boolean;
  readonly asked: AskedKind | null;
  readonly hasOptions: boolean;
}

type Decide = (found: Evidence) => Intent | null;

/** One intent for one text: the first of these that knows. */
export function decideIntent(found: Evidence): Intent {
  for (const decide of ORDER) {
    const intent = decide(found);
    if (intent) return intent;
  }
  return 'unclear';
}

const empty: Decide = ({ simple }) => (simple === '' ? 'unclear' : null);

const stop: Decide = ({ simple }) => (hasAny(simple, STOP_BY_MEANING) ? 'stop' : null);

const danger: Decide = ({ danger: found }) => (found ? 'job' : null);

/** A number or ordinal when options were named, or the words of one of them. */
const choose: Decide = ({ choice, asked, hasOptions, simple, when, rating }) => {
  if (choice === null || asked === 'rating') return null;
  if (rating !== null && /\bstars?\b|\bestrellas?\b/.test(simple)) return null;
  if (asked === 'choice' || hasOptions) return CORRECT_ONLY.test(simple) ? 'correct' : 'choose';
  const isBareNumber = /^\d$/.test(simple);
  if (isBareNumber && (asked === 'time' || asked === 'words')) return null;
  return when && !isBareNumber ? null : 'choose';
};

const CORRECT_ONLY = /\b(?:no wait|i meant|actually|digo|quise decir)\b/;

const providerWord: Decide = ({ word, simple, asked }) => {
  if (word === 'accept') return asked === 'job' && !/^(?:y|yes|si)\b/.test(simple) ? null : 'yes';
  if (word === 'decline') return 'no';
  if (word === 'done' && /^(?:listo|done|hecho|complete)$/.test(simple) && asked === 'yesNo') return 'yes';
  return word ? 'answer' : null;
};

const control: Decide = ({ simple, categories }) => {
  const found = CONTROL.find(([, pattern]) => pattern.test(simple));
  if (!found) return null;
  const [intent] = found;
  const isJob = (categories[0]?.confidence ?? 0) >= 0.6 && ['help', 'back', 'repeat', 'person'].includes(intent);
  return isJob ? null : intent;
};

const later: Decide = ({ simple, asked }) => (asked === 'yesNo' && LATER_NO.test(simple) ? 'no' : null);

const changes: Decide = ({ simple, asked, categories, when }) => {
  const found = CHANGES.find(([, pattern]) => pattern.test(simple));
  if (!found) return null;
  const [intent] = found;
  if (intent === 'change' && asked === 'time' && when) return 'answer';
  if (intent === 'change' && (categories[0]?.confidence ?? 0) >= 0.7) return null;
  if (intent === 'change' && asked === 'yesNo' && (when || say.NO_START.test(simple))) return 'correct';
  return intent;
};

/** "No wait, friday" and "actually make it 3": a new value in the place of one just given. */
const correct: Decide = ({ simple, when, place, asked, contact, categories }) => {
  if (!hasAny(simple, CORRECTS) || asked === 'job') return /^no wait\b|^no espera\b/.test(simple) ? 'correct' : null;
  const hasValue = when !== null || place !== null || contact !== null;
  const isJob = (categories[0]?.confidence ?? 0) >= 0.6 && !hasValue;
  if (isJob) return null;
  const isStrong =
    /\b(?:no wait|scratch that|i meant|on second thought|changed my mind|quise decir|me equivoque|no espera|correction|oops)\b/.test(
      simple,
    );
  return hasValue || isStrong ? 'correct' : null;
};

const noWithValue: Decide = ({ simple, when, place, asked }) => {
  if (!say.NO_START.test(simple) || say.NO_OF_THINGS.test(simple) || asked !== 'yesNo') return null;
  const hasValue = when !== null || place?.street || place?.zip;
  return hasValue ? 'correct' : null;
};

const more: Decide = ({ simple, categories }) => {
  if (!MORE.test(simple) || MORE_NOT.test(simple)) return null;
  return (categories[0]?.confidence ?? 0) >= 0.7 && simple.split(' ').length > 6 ? null : 'more';
};

const maybe: Decide = ({ simple, categories }) =>
  MAYBE.test(simple) && categories.length === 0 && !say.YES_START.test(simple) ? 'maybe' : null;

const DONE =
  /\b(?:bye|bbye|goodbye|good bye|adios|(?:that(?:s| is| will be|ll be| was)|its) all|all i need(?:ed)?|farewell|es todo)\b/;

const courtesy: Decide = (found) => {
  const { simple, asked } = found;
  const isThanks = say.THANKS.test(simple);
  if ((found.categories[0]?.confidence ?? 0) >= 0.5 || (isJobLike(found) && !isThanks && !DONE.test(simple)))
    return null;
  if (say.NO_START.test(simple) && (isThanks || say.BYE.test(simple)) && !say.NO_OF_THINGS.test(simple)) return 'no';
  if (DONE.test(simple) && !(asked === 'yesNo' && say.YES_START.test(found.first))) return 'bye';
  return parting(found, isThanks);
};

/** "Ok thanks" answers yes to a question of ours, and else only thanks. */
function parting({ simple, asked, when, place }: Evidence, isThanks: boolean): Intent | null {
  const isBye = say.BYE.test(simple);
  const isAnswer = say.YES_START.test(simple) && (asked === 'yesNo' || asked === 'choice');
  const isField = (when !== null || place !== null) && asked !== null;
  if (isThanks && !isField && !isAnswer) return isBye ? 'bye' : 'thanks';
  return isBye && when === null && place === null ? 'bye' : null;
}

const greet: Decide = ({ simple, categories, when, place }) => {
  const isOnlyGreeting = say.GREET.test(simple) && simple.split(' ').length <= 8;
  if (categories.length > 0 || place || (when && !isOnlyGreeting)) return null;
  if (say.HOW_ARE_YOU.test(simple)) return 'greet';
  return isOnlyGreeting && !say.QUESTION.test(simple.replace(say.GREET, '').trim()) ? 'greet' : null;
};

const no: Decide = ({ simple, categories, when }) => {
  if (say.NO_OF_THINGS.test(simple)) return null;
  const isNo = say.NO_START.test(simple) && (categories.length === 0 || simple.split(' ').length <= 3);
  if (isNo) return 'no';
  return say.NO_INSIDE.test(simple) && categories.length === 0 && !when ? 'no' : null;
};

const yes: Decide = (found) => {
  const { simple, first, categories, asked, when } = found;
  if (say.YES_NOT.test(first) && !/not wrong/.test(first)) return null;
  const isLong = simple.split(' ').length > 14 && first.split(' ').length > 6;
  const isElsewhere = (categories[0]?.confidence ?? 0) >= 0.6 && asked !== 'yesNo' && asked !== 'choice';
  if (isElsewhere || (isLong && asked !== 'yesNo')) return null;
  if (say.YES_START.test(simple)) return isPoliteAnswer(found) ? 'answer' : 'yes';
  const isYes = say.YES_INSIDE.test(first) && (categories.length === 0 || asked === 'yesNo' || asked === 'choice');
  return isYes && (!when || first !== simple) ? 'yes' : null;
};

/** "Ok thursday at 3" answers when, it agrees to nothing. */
const isPoliteAnswer = (found: Evidence): boolean =>
  /^(?:ok|okay|sure|good|great|bueno|ya|va|claro|right|fine|cool)\b/.test(found.simple) && hasAnswer(found);

const hasAnswer = ({ when, place, asked }: Pick<Evidence, 'when' | 'place' | 'asked'>): boolean =>
  (asked === 'time' && when !== null) || (asked === 'place' && place !== null);

/** The answer to what was asked. */
const answer: Decide = ({ asked, when, place, contact, rating, simple, categories, hasQuestionMark, urgency }) => {
  const isQuestion = hasQuestionMark && say.QUESTION.test(simple);
  if (asked === 'rating' && rating !== null) return 'answer';
  if (asked === 'time' && (when !== null || urgency === 'flexible') && !isQuestion) return 'answer';
  if (asked === 'place' && place !== null && !isQuestion) return 'answer';
  if (asked === 'name' && contact?.name) return 'answer';
  if (asked === 'contact' && contact) return 'answer';
  return asked === 'words' && !isQuestion && categories.length === 0 ? 'answer' : null;
};

const status: Decide = (found) => {
  if (!STATUS.test(found.simple) || isJobLike(found)) return null;
  return found.asked === 'yesNo' && say.YES_START.test(found.first) ? 'yes' : 'status';
};

const price: Decide = ({ simple, categories, asked }) => {
  if (!PRICE.test(simple)) return null;
  return categories.length > 0 && asked !== 'choice' && asked !== 'yesNo' ? 'job' : 'price';
};

const isJobLike = ({ simple }: Evidence): boolean =>
  /\b(?:need|needs|looking for|want|fix|repair|install|replace|broken|leak\w*|wont|doesnt work|not working|necesito|busco|quiero|arreglar|reparar|instalar|cambiar|se rompio|no funciona|no sirve)\b/.test(
    simple,
  );

const job: Decide = (found) => {
  const best = found.categories[0]?.confidence ?? 0;
  if (best >= 0.3) return isQuestionOnly(found) ? 'question' : 'job';
  return found.asked === 'job' && isJobLike(found) ? 'job' : null;
};

/** "Do you do plumbing?" starts a job; while something else is asked it is a question. */
const isQuestionOnly = ({ hasQuestionMark, simple, asked }: Evidence): boolean =>
  hasQuestionMark &&
  asked !== null &&
  asked !== 'job' &&
  say.QUESTION.test(simple) &&
  !/\b(?:can (?:you|someone|anyone)|could (?:you|someone)|puede|pueden)\b/.test(simple);

const question: Decide = ({ hasQuestionMark, simple }) =>
  hasQuestionMark || say.QUESTION.test(simple) ? 'question' : null;

const anyField: Decide = ({ when, place, contact, rating, code, choice }) =>
  when || place || contact || rating !== null || code || choice !== null ? 'answer' : null;

const start: Decide = ({ simple }) =>
  /^(?:start|unstop|subscribe|resume|empezar|iniciar|comenzar|alta|reanudar)$/.test(simple) ? 'start' : null;

const ORDER: readonly Decide[] = [
  empty,
  stop,
  danger,
  start,
  providerWord,
  choose,
  later,
  control,
  changes,
  correct,
  noWithValue,
  more,
  courtesy,
  answer,
  greet,
  maybe,
  status,
  no,
  yes,
  price,
  job,
  question,
  anyField,
];
