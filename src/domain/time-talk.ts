// What a time means that is said while one is proposed already: another one is wanted, this one is agreed to, or it is about something else.
import type { ArrivalWindow } from './arrival-window.ts';
import { localMinute, minutesBetween } from './instants.ts';
import { isAboutPaying } from './payment-talk.ts';
import { plainWords } from './plain-words.ts';
import type { LocalSpan, Reading } from './reading.ts';
import { asksToCome, asksToWait } from './visit-talk.ts';

/** `same`: the time that is proposed; `now`: at this moment; `mentioned`: a time of which it is not clear what it is for. */
export type TimeTalk = 'none' | 'same' | 'now' | 'wished' | 'mentioned';

const DEFERS: readonly RegExp[] = [
  /\b(?:let|lemme) (?:me |us )?(?:think|ask|check|talk|see|sleep|call|look|find|decide)\b/,
  /\b(?:i|we) (?:need|have|want|got|gotta|would like) (?:to )?(?:think|ask|check with|talk (?:to|with)|discuss|decide|sleep on)\b/,
  /\b(?:can|could|may) (?:i|we) (?:think|decide|let (?:you|u) know|get back|have (?:an?|some|more|\d+) (?:min\w*|time|moment|hours?))\b/,
  /\b(?:ill|i will|we will|well|im gonna|im going to|i can) (?:\w+ )?(?:think|decide|let (?:you|u) know|get back|check|ask|text (?:you|u))\b/,
  /\b(?:do|doing|handle|handling) (?:it|this|that) (?:right )?(?:now|rn|later|tonight|tomorrow|after|when|in|today|once|at|soon)\b/,
  /\b(?:give me|gimme|need) (?:an?|\d+|a few|some) (?:sec\w*|min\w*|hours?|moment|time)\b|\bsleep on it\b|\bon it now\b/,
  /\b(?:im|i am|was) (?:\w+ )?(?:driving|in a meeting|busy|in class|on (?:the|another) (?:phone|call))\b|\bi cant (?:right )?now\b|\bnot right now\b/,
  /\b(?:dejeme|dejame|tengo que|necesito|voy a|quiero) (?:\w+ )?(?:pensar(?:lo)?|preguntar(?:le)?|consultar(?:lo)?|checar(?:lo)?|ver|hablarlo)\b/,
  /\b(?:le|les|te) (?:aviso|digo|confirmo)\b|\bahora no puedo\b|\b(?:estoy|voy) (?:manejando|ocupad[oa]|en una junta)\b|\blo (?:hago|pago) (?:ahorita|al rato|luego|despues|ya)\b/,
];

/** "Let me ask my wife tonight", "doing it now": somebody is at it, or wants to think, and may say until when. */
export const defers = (words: string): boolean => {
  const plain = plainWords(words);
  return asksToWait(words) || DEFERS.some((pattern) => pattern.test(plain));
};

const WISHES =
  /\b(?:(?:can|could|would) (?:he|she|they|you|u|it|we|i|somebody|someone|anyone)|(?:he|she|they|you|we) can (?:come|do|make)|(?:how|what) about|instead|prefer|rather|better|need|want|only|make it|mov\w+|chang\w+|switch|earlier|later|sooner|puede[ns]?|podria[ns]?|podemos|que tal|mejor|prefiero|necesit\w+|quier\w+|solo|cambi\w+|antes|mas tarde)\b/;

const PAYDAY = /\b(?:paid|payday|quincena|cobro|me pagan)\b/;
const NOW_MINUTES = 15;

const isNow = ({ when }: Reading, now: string, zone: string): boolean =>
  when?.precision === 'time' &&
  when.windows.length === 1 &&
  isWithin(when.windows[0], localMinute(new Date(now), zone));

const isWithin = (span: LocalSpan | undefined, at: string): boolean =>
  span?.end === null && Math.abs(minutesBetween(`${at}Z`, `${span.start}Z`)) <= NOW_MINUTES;

/** Whether it is one of the times that were said: an hour alone must be its very beginning. */
const isAmong = ({ start, zone }: ArrivalWindow, { when }: Reading): boolean => {
  const at = localMinute(new Date(start), zone);
  return (when?.windows ?? []).some((span) =>
    span.end === null ? isWithin(span, at) : span.start <= at && at < span.end,
  );
};

const isAboutElse = (words: string): boolean => isAboutPaying(words) || PAYDAY.test(plainWords(words));

const asksForIt = ({ words }: Reading): boolean => asksToCome(words) || WISHES.test(plainWords(words));

/** Of a text while this window is proposed or held. Pure; `now` is an instant. */
export const timeTalk = (reading: Reading, window: ArrivalWindow, now: string): TimeTalk => {
  const { intent, when, words } = reading;
  if (when === null || isAboutElse(words)) return 'none';
  if (intent === 'change' || intent === 'correct') return 'wished';
  if (defers(words)) return 'none';
  return asksForIt(reading) ? 'wished' : spokenOf(reading, window, now);
};

/** No wish is said, only a time. */
const spokenOf = (reading: Reading, window: ArrivalWindow, now: string): TimeTalk => {
  const { about, intent } = reading;
  if (isNow(reading, now, window.zone)) return 'now';
  if (isAmong(window, reading) && intent !== 'no') return 'same';
  // "ok at 5" may say when it is paid
  return about === '' && intent !== 'yes' ? 'wished' : 'mentioned';
};

const AGREES =
  /\b(?:works|good|great|fine|perfect|ok|okay|yes|sure|cool|deal|done|sirve|bien|perfecto|si|claro|dale|va|sale)\b/;
const NOT = /\b(?:not|no|dont|doesnt|cant|wont|but|pero|if|si no)\b/;

/** "Thursday works", said of the time that is proposed. */
export const agreesToTime = (reading: Reading, window: ArrivalWindow, now: string): boolean => {
  const plain = plainWords(reading.words);
  const isOfIt = ['same', 'now'].includes(timeTalk(reading, window, now));
  return isOfIt && AGREES.test(plain) && !NOT.test(plain) && !reading.words.includes('?');
};

const BOOKS =
  /^(?:(?:ok|okay|yes|yeah|yep|sure|please|pls|lets|i want|i want to|ill|i will|id like to|just|go ahead|si|quiero|por favor) )*(?:(?:and )?(?:book|hire|take|get|go with|send|choose|pick|reserv\w+|contrat\w+|mand\w+|escojo|elijo|quiero)(?: a)?(?: it| him| her| them| that| this)?)?(?: (?:please|pls|now|right now|thanks|thank you|ya|ahora|por favor|gracias))*$/;

/** "Book Dana", "Dana please", "book now". `name`: of the pro who is proposed. */
export const books = (words: string, name: string): boolean => {
  const names = new Set(plainWords(name).split(' '));
  const all = plainWords(words).split(' ');
  const rest = all.filter((word) => !names.has(word));
  const isNamed = rest.length < all.length && name !== '';
  return (
    !words.includes('?') &&
    BOOKS.test(rest.join(' ')) &&
    (isNamed || /\b(?:book|hire|reserv\w+)\b/.test(rest.join(' ')))
  );
};
