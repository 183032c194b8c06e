// A question of ours, and a text that was sent before it: whatever sounds like an answer in it answers something else.
import type { Intent, Reading } from '../domain/reading.ts';
import type { ActorImage, InboxItem } from './ports/actor.ts';
import { factsOf } from './thread-facts.ts';

/** Twilio's dates are whole seconds, and its clock is not ours. */
const MARGIN_MS = 2_000;

/** All of it was sent before our last question was put: it came late, or was found in Twilio's list. */
export const isBeforeQuestion = (image: ActorImage, items: readonly InboxItem[]): boolean => {
  const { asked } = factsOf(image);
  if (asked?.at === undefined) return false;
  const askedAt = Date.parse(asked.at) - MARGIN_MS;
  return items.every(({ at }) => at.getTime() < askedAt);
};

const ANSWERS: readonly Intent[] = ['yes', 'no', 'choose', 'more', 'answer'];
const YES_OR_NO: readonly Reading['word'][] = [null, 'accept', 'decline'];
const FEW_WORDS = 4;

/** A bare answer hears the question again; whatever says more is heard as it is. */
export const unanswered = (reading: Reading): Reading => {
  // a code can only be known to somebody who has seen what it names
  const isBare =
    reading.code === null && reading.words.split(/\s+/).length <= FEW_WORDS && YES_OR_NO.includes(reading.word);
  const isAnswer = reading.choice !== null || reading.rating !== null || ANSWERS.includes(reading.intent);
  return isBare && isAnswer ? { ...reading, intent: 'repeat', choice: null, rating: null, word: null } : reading;
};
