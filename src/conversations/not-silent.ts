// Who is asked whether work is good and says something else is not silent, wherever the text goes: money must not be paid on it.
import { isSilence } from '../domain/approval-talk.ts';
import type { Reading } from '../domain/reading.ts';
import { mentionsVisit, wishesWork } from '../domain/visit-talk.ts';
import type { StoredMachine } from '../machines/stored.ts';
import { isTradeOf } from './other-job.ts';
import type { Target } from './targets.ts';

/** Work of another trade, asked for in so many words, says nothing of the work that is done. */
const isOtherWish = (job: StoredMachine, { categories, words }: Reading): boolean =>
  categories.length > 0 && !isTradeOf(job, categories) && wishesWork(words) && !mentionsVisit(words);

/** The jobs whose homeowner was asked whether all is good, and said this to the desk or to a new request instead. */
export const spokenBeside = (
  machines: readonly StoredMachine[],
  target: Target,
  reading: Reading,
): readonly StoredMachine[] => {
  if (target.to === 'conversation' || reading.word !== null || isSilence(reading)) return [];
  return machines.filter(
    (job) =>
      job.machine === 'job' && job.value === 'approving' && !(target.to === 'start' && isOtherWish(job, reading)),
  );
};
