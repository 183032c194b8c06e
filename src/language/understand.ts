import type { AskedKind, Language, Reading } from '../domain/reading.ts';
import { askedKind } from './asked-kind.ts';
import type { Asked } from './asked-kind.ts';
import { decideIntent } from './intent/decide-intent.ts';
import { detectLanguage } from './detect-language.ts';
import { findChoice, isPlainChoice } from './find-choice.ts';
import { findCode } from './find-code.ts';
import { findContact, findName } from './find-contact.ts';
import { findDanger } from './find-danger.ts';
import { findJobs } from './find-jobs.ts';
import { findMoney } from './find-money.ts';
import { findProviderWord } from './find-provider-word.ts';
import { findRating } from './find-rating.ts';
import { MOST_CHARACTERS, foldText, maskSpan } from './fold-text.ts';
import { isTapback } from './is-tapback.ts';
import { jobWords } from './job-words.ts';
import { findPlaceHint } from './place/find-place.ts';
import type { FoundPlace } from './place/find-place.ts';
import { rateUrgency } from './rate-urgency.ts';
import { simplify, simplifyOrSign } from './simplify.ts';
import { rankTrades } from './trades/rank-trades.ts';
import { findWhen } from './when/find-when.ts';
import type { FoundWhen } from './when/find-when.ts';

export interface UnderstandContext {
  /** Local ISO minutes in `zone`. */
  readonly now: string;
  readonly zone: string;
  /** The language of the conversation so far; the text may be in the other. */
  readonly language: Language | null;
  /** What was asked last: its kind and options, one of the kinds, or the sentence in which it was asked. */
  readonly asked: Asked;
}

/** What a text means, by rules alone: no I/O, no error for any text, and time that grows with its length. */
export function understand(text: string, context: UnderstandContext): Reading {
  const words = text.normalize('NFC').trim().slice(0, MOST_CHARACTERS);
  const folded = foldText(words);
  const simple = simplifyOrSign(folded);
  if (isTapback(folded)) return { ...NOTHING, words };
  const detected = detectLanguage(folded, words);
  const language = detected ?? context.language;
  const { kind, options } = askedKind(context.asked);
  const asking: Asking = { words, folded, simple, language, kind, options, context };
  const fields = readFields(asking);
  const intent = decideIntent({
    ...fields,
    simple,
    folded,
    first: simplify(folded.slice(0, endOfSentence(folded))),
    asked: kind,
    hasOptions: options.length > 0,
    hasQuestionMark: /[?¿]/.test(words),
  });
  return { intent, ...fields, language: detected, words, isTapback: false };
}

/** A tap on a message of ours says nothing that may move a conversation. */
const NOTHING: Omit<Reading, 'words'> = {
  intent: 'unclear',
  categories: [],
  jobs: [],
  about: '',
  urgency: 'normal',
  danger: null,
  when: null,
  place: null,
  choice: null,
  money: null,
  contact: null,
  rating: null,
  code: null,
  word: null,
  language: null,
  isTapback: true,
};

function endOfSentence(folded: string): number {
  const end = /[a-z]{2}[.!?]+(?=\s|[a-z]|$)/.exec(folded);
  return end ? end.index + end[0].length : folded.length;
}

interface Asking {
  readonly words: string;
  readonly folded: string;
  readonly simple: string;
  readonly language: Language | null;
  readonly kind: AskedKind | null;
  readonly options: readonly string[];
  readonly context: UnderstandContext;
}

type Fields = Omit<Reading, 'intent' | 'language' | 'words' | 'isTapback'>;

function readFields(asking: Asking): Fields {
  const { words, folded, simple, language, kind, options, context } = asking;
  const code = findCode(simple);
  const { phone, email, rest: withoutContact } = findContact(folded);
  const { money, rest: withoutMoney } = findMoney(withoutContact);
  const readTime = (text: string): FoundWhen => {
    const isTimeAsked = kind === 'time' && options.length === 0;
    const time = { now: context.now, language: language ?? 'en', isTimeAsked };
    return kind === 'rating' ? { when: null, rest: text } : findWhen(coverCode(text, code), time);
  };
  const { place, rest } = findPlace(withoutMoney, asking, readTime);
  const name = findName(words, folded, kind === 'name');
  const { when, rest: timed } = readTime(rest);
  const trades = rankTrades(simplify(rest), language);
  const about = jobWords(words, ...showMoney({ withoutContact, withoutMoney }, rest, timed));
  const jobs = findJobs(about, trades, language);
  const danger = findDanger(simple);
  const choice = findChoice(simple, kind, options);
  return {
    categories: jobs.length > 1 ? jobs.slice(0, 3).map(({ id, confidence }) => ({ id, confidence })) : trades,
    jobs,
    about,
    urgency: rateUrgency(simple, { danger, trades, when, isTimeAsked: kind === 'time' }),
    danger,
    // "el 1" of three is no first of the month
    when: choice !== null && choice <= options.length && isPlainChoice(simple) ? null : when,
    place,
    choice,
    money,
    contact: phone || email || name ? { phone, email, name } : null,
    rating: findRating(folded, simple, kind === 'rating'),
    code,
    word: findProviderWord(simple, code),
  };
}

/** Where a place was asked for, words that nobody knows as one may be it, unless they are a time: "this weekend". */
function findPlace(text: string, { words, kind }: Asking, readTime: (text: string) => FoundWhen): FoundPlace {
  const found = findPlaceHint(text, words, kind === 'place');
  if (kind !== 'place' || found.place === null) return found;
  const isGuessed = findPlaceHint(text, words, false).place === null;
  return isGuessed && !isCorner(found.place.street) && readTime(text).when !== null
    ? { place: null, rest: text }
    : found;
}

/** "3rd and congress" is no third of the month there. */
const isCorner = (street: string | null): boolean => /^\d{1,3}(?:st|nd|rd|th) (?:and|&|at|y) /i.test(street ?? '');

/** A price belongs to the words about the job: it is shown again where only it was covered. */
function showMoney(
  { withoutContact, withoutMoney }: { withoutContact: string; withoutMoney: string },
  ...texts: readonly [string, string]
): [string, string] {
  const [placed, timed] = texts;
  if (withoutContact === withoutMoney) return [placed, timed];
  const shown = (text: string): string =>
    Array.from({ length: text.length }, (_, i) =>
      withoutMoney[i] === withoutContact[i] ? text.charAt(i) : withoutContact.charAt(i),
    ).join('');
  return [shown(placed), shown(timed)];
}

/** The digits of a booking code are no time. */
function coverCode(text: string, code: string | null): string {
  const at = code === null ? -1 : text.indexOf(code.toLowerCase());
  return code === null || at < 0 ? text : maskSpan(text, at, at + code.length);
}
