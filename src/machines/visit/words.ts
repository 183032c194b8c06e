// What a provider's words mean at this moment of his visit.
import { Temporal } from 'temporal-polyfill';
import type { ArrivalWindow } from '../../domain/arrival-window.ts';
import { departureOpensAt } from '../../domain/booking-deadlines.ts';
import { isReached, minutesBetween } from '../../domain/instants.ts';
import { minutesSaid } from '../../domain/minutes-said.ts';
import type { ProviderWord, Reading, When } from '../../domain/reading.ts';
import { answerTo, cannotCome } from '../provider-answers.ts';

/** From when a word is believed; null: at any time. DONE before the window needs a HERE first. */
export const opensAt = (word: ProviderWord | null, window: ArrivalWindow): string | null => {
  if (word === 'done') return window.start;
  return word === 'onMyWay' || word === 'here' || word === 'nobodyHome' ? departureOpensAt(window) : null;
};

export const isTooEarly = (word: ProviderWord | null, window: ArrivalWindow, now: string): boolean => {
  const from = opensAt(word, window);
  return from !== null && !isReached(from, now);
};

/** He gives the visit up, beyond doubt: in so many words, or with its code. */
export const saysCannot = ({ code, intent, word }: Reading, ofVisit: string): boolean =>
  word === 'cannot' ||
  (code === ofVisit && (word === 'decline' || (word === null && (intent === 'dropJob' || intent === 'cancel'))));

/** "I can't do it before 4": a person asks what is meant. */
export const saysPerhapsCannot = (reading: Reading): boolean => reading.word === null && cannotCome(reading);

const MOST_MINUTES = 240;

/** How late he says to be: minutes, or a time of day that is ahead; null when he does not say. */
export const minutesOf = ({ when, word, words }: Reading, zone: string, now: string): number | null =>
  // with "late" a time of day is the one that he misses
  minutesSaid(words) ?? (word === 'late' ? null : minutesUntil(when, zone, now));

const minutesUntil = (when: When | null, zone: string, now: string): number | null => {
  const [span] = when?.bound === 'at' && when.precision === 'time' ? when.windows : [];
  if (span === undefined) return null;
  const at = Temporal.PlainDateTime.from(span.start).toZonedDateTime(zone).toInstant().toString();
  const minutes = Math.round(minutesBetween(now, at));
  return minutes >= 1 && minutes <= MOST_MINUTES ? minutes : null;
};

/** Neither a word of his nor anything else that we know. */
export const isUnclear = (reading: Reading): boolean => answerTo(reading, { code: '', misses: 0 }).misses > 0;
