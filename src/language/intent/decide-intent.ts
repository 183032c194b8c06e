import type { Intent } from '../../domain/reading.ts';
import { answer, anyField, choose, later, maybe, no, providerWord, yes } from './decide-answers.ts';
import {
  asksIfDone,
  asksWho,
  changes,
  control,
  correct,
  job,
  more,
  noWithValue,
  price,
  question,
  start,
  status,
  stop,
} from './decide-control.ts';
import { courtesy, greet } from './decide-courtesy.ts';
import type { Decide, Evidence } from './evidence.ts';
import { ownCommand } from './own-commands.ts';

/** One intent for one text: the first of these that knows. Their order is the policy. */
export function decideIntent(found: Evidence): Intent {
  for (const decide of ORDER) {
    const intent = decide(found);
    if (intent) return intent;
  }
  return 'unclear';
}

/** "??" asks what is going on. */
const empty: Decide = ({ simple, hasQuestionMark }) => {
  if (simple !== '') return null;
  return hasQuestionMark ? 'status' : 'unclear';
};

const danger: Decide = (found) => (found.danger ? 'job' : null);

const ORDER: readonly Decide[] = [
  empty,
  stop,
  ownCommand,
  danger,
  start,
  providerWord,
  choose,
  later,
  asksWho,
  control,
  asksIfDone,
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
