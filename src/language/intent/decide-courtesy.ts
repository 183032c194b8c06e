import type { Intent } from '../../domain/reading.ts';
import { isAsking, isJobLike, jobSureness, saysNo, wordCount } from './evidence.ts';
import type { Decide, Evidence } from './evidence.ts';
import * as say from './yes-no-phrases.ts';

const DONE =
  /\b(?:bye|bbye|goodbye|good bye|adios|(?:that(?:s| is| will be|ll be| was)|its) all(?! (?:correct|right|good|fine|true|ok))|all i need(?:ed)?|farewell|es todo)\b/;

/** Thanks and parting; "no thanks" declines, and "ok thanks" answers yes to a question of ours. */
export const courtesy: Decide = (found) => {
  const { simple } = found;
  const isDone = DONE.test(simple);
  if (isBusy(found, isDone)) return null;
  if (saysNo(found) && isPolite(simple)) return 'no';
  if (isDone && !(isAsking(found, 'yesNo') && say.YES_START.test(found.first))) return 'bye';
  return parting(found);
};

/** Speaks of a job, however politely. */
const isBusy = (found: Evidence, isDone: boolean): boolean =>
  jobSureness(found) >= 0.5 || (isJobLike(found) && !isDone && !say.THANKS.test(found.simple));

const isPolite = (simple: string): boolean => say.THANKS.test(simple) || say.BYE.test(simple);

function parting(found: Evidence): Intent | null {
  const hasField = found.when !== null || found.place !== null;
  const isBye = say.BYE.test(found.simple);
  if (isThanks(found) && !(hasField && found.asked !== null)) return isBye ? 'bye' : 'thanks';
  return isBye && !hasField ? 'bye' : null;
}

const isThanks = (found: Evidence): boolean =>
  say.THANKS.test(found.simple) &&
  !(say.YES_START.test(found.simple) && (isAsking(found, 'yesNo', 'choice') || say.YES_INSIDE.test(found.first)));

/** A greeting and nothing else. */
export const greet: Decide = ({ simple, categories, when, place }) => {
  if (categories.length > 0 || place) return null;
  if (isOnlyGreeting(simple)) return asksAfterGreeting(simple) && !say.HOW_ARE_YOU.test(simple) ? null : 'greet';
  return when === null && say.HOW_ARE_YOU.test(simple) ? 'greet' : null;
};

const isOnlyGreeting = (simple: string): boolean => say.GREET.test(simple) && wordCount(simple) <= 8;

const asksAfterGreeting = (simple: string): boolean => say.QUESTION.test(simple.replace(say.GREET, '').trim());
