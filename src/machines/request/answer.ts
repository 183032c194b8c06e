// Answers to the question that was asked: a number, yes, no.
import { stillPossible } from '../../domain/arrival-windows.ts';
import { saysAllClear, saysHelpIsThere } from '../../domain/danger-talk.ts';
import { isPersonTold } from '../../domain/person-asked.ts';
import { plainWords } from '../../domain/plain-words.ts';
import type { Reading } from '../../domain/reading.ts';
import { asksForNewJob } from '../../domain/visit-talk.ts';
import {
  withoutJob,
  withoutPlace,
  withoutTime,
  type About,
  type AskingState,
  type Draft,
  type TextReceived,
} from './draft.ts';
import { withPlace } from './take-place.ts';
import { withOtherWindows } from './take-time.ts';

const SEND =
  /^(?:send(?: it)?|go(?: ahead)?|env[ií]ar?(?:lo)?|env[ií]alo|m[aá]nda(?:lo|r)?|correct|correcto|perfect[o]?)\W*$/i;

const isYes = (reading: Reading): boolean =>
  reading.choice === 1 || (reading.choice === null && reading.intent === 'yes');
const isNo = (reading: Reading): boolean => reading.choice === null && reading.intent === 'no';

/** A person is wanted, and told once in a while: the draft stays as it is. */
export const withPerson = (draft: Draft): Draft => {
  const asked = { ...draft, lead: 'person' as const, misses: 0 };
  return isPersonTold(draft.personAskedAt, draft.now)
    ? asked
    : { ...asked, alert: 'personAsked', personAskedAt: draft.now };
};

type Answer = (draft: Draft, event: TextReceived) => Draft | null;

const answerSafety: Answer = (draft, { reading }) => {
  if (reading.choice === 2) return withPerson(draft);
  const isMedical = draft.danger === 'medical';
  const isOver = saysAllClear(reading.words) || (isMedical && saysHelpIsThere(reading.words));
  if (!isYes(reading) && !isOver) return null;
  return { ...draft, danger: null, cleared: draft.danger, lead: isMedical ? 'none' : 'safe' };
};

const NEW = /^(?:it'?s |es )?(?:a |an |un |una )?(?:new|nuev[oa])\b/i;

/** The booking that is meant is told; or it is other work, and this request goes on. */
const chooseBooking: Answer = (draft, { reading }) => {
  const about = draft.about ?? [];
  const meant = meantBooking(about, reading);
  if (meant !== undefined) return { ...draft, about: [meant], ending: 'pass' };
  return reading.choice === about.length + 1 || saysNew(reading) ? { ...draft, about: [] } : null;
};

const meantBooking = (about: readonly About[], reading: Reading): About | undefined => {
  const named = about.find(({ code }) => code === reading.code) ?? about[(reading.choice ?? 0) - 1];
  return named ?? (about.length === 1 && isYes(reading) ? about[0] : undefined);
};

const saysNew = (reading: Reading): boolean => isNo(reading) || NEW.test(reading.words) || asksForNewJob(reading.words);

const chooseTrade: Answer = (draft, { reading }) => {
  const trade = draft.trades[(reading.choice ?? 0) - 1];
  if (trade !== undefined) return { ...draft, trade, trades: [] };
  return reading.choice === draft.trades.length + 1 || isNo(reading) ? { ...draft, trades: [] } : null;
};

const choosePlace: Answer = (draft, { reading }) => {
  const place = draft.places[(reading.choice ?? 0) - 1];
  if (place !== undefined) return withPlace(draft, place);
  return isNo(reading) ? { ...draft, places: [], place: null } : null;
};

const answerSamePlace: Answer = (draft, { reading }) => {
  if (isYes(reading) && draft.lastPlace !== null) return withPlace(draft, draft.lastPlace);
  return isNo(reading) || reading.choice === 2 ? { ...draft, isLastPlaceRefused: true } : null;
};

const chooseTime: Answer = (draft, { reading }) => {
  const window = draft.offered[(reading.choice ?? 0) - 1];
  if (window !== undefined) return { ...draft, windows: [window], when: null };
  return reading.intent === 'more' || isNo(reading) ? withOtherWindows(draft) : null;
};

const confirm: Answer = (draft, event) => {
  const { reading, fresh } = event;
  if (reading.choice === 2 || isNo(reading)) return { ...draft, isChanging: true };
  if (reading.choice === 3) return withPerson(draft);
  if (!isYes(reading) && !SEND.test(reading.words)) return null;
  const windows = stillPossible(draft.windows, draft.urgency, draft.now);
  return windows.length === 0 ? draft : { ...draft, windows, ending: 'send', bookingId: fresh };
};

/** "The time", "wrong address": the line of that list, by its word. */
const LINES: readonly RegExp[] = [
  /^(?:the |el |wrong |my )*(?:job|work|trabajo)$/,
  /^(?:the |la |wrong |my |mi )*(?:address|place|street|direccion|calle|lugar)$/,
  /^(?:the |la |el |wrong |my )*(?:time|day|date|hour|hora|dia|fecha)$/,
  /^(?:drop|cancel|forget)(?: it| the request)?$/,
];

const lineSaid = (words: string): number | null => {
  const line = LINES.findIndex((pattern) => pattern.test(plainWords(words)));
  return line < 0 ? null : line + 1;
};

const chooseChange: Answer = (draft, { reading }) => {
  const settled = { ...draft, isChanging: false };
  const choice = reading.choice ?? lineSaid(reading.words);
  if (choice === 1) return { ...settled, ...withoutJob };
  if (choice === 2) return { ...settled, ...withoutPlace, isLastPlaceRefused: true };
  if (choice === 3) return { ...settled, ...withoutTime, urgency: 'normal' };
  if (choice === 4) return { ...draft, ending: 'drop' };
  return isNo(reading) || reading.intent === 'yes' ? settled : null;
};

const nothing: Answer = () => null;

/** What this text answers to the question of this state; null: it is no answer to it. */
export const ANSWERS: Readonly<Record<AskingState, Answer>> = {
  awaitingSafety: answerSafety,
  choosingBooking: chooseBooking,
  askingJob: nothing,
  choosingTrade: chooseTrade,
  askingPlace: nothing,
  choosingPlace: choosePlace,
  askingSamePlace: answerSamePlace,
  askingTime: chooseTime,
  confirming: confirm,
  choosingChange: chooseChange,
};

/** One step back: the last thing that was said is forgotten, so that it is asked again. */
export const BACK: Readonly<Record<AskingState, Partial<Draft>>> = {
  awaitingSafety: {},
  choosingBooking: {},
  askingJob: {},
  choosingTrade: withoutJob,
  askingPlace: withoutJob,
  choosingPlace: withoutPlace,
  askingSamePlace: withoutJob,
  askingTime: { ...withoutPlace, isLastPlaceRefused: true },
  confirming: { ...withoutTime, urgency: 'normal' },
  choosingChange: { isChanging: false },
};
