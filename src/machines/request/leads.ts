// What is said before a question: what it costs, what was understood besides.
import { asksPrice } from '../../domain/visit-talk.ts';
import { stateOf, type AskingState, type Draft, type Lead, type TextReceived } from './draft.ts';

interface Heard {
  readonly event: TextReceived;
  readonly state: AskingState;
}

/** The price of such work, once it is known which. */
export const priceLead = ({ trade }: Draft): Lead => (trade === null ? 'price' : { priceOf: trade });

/** What stands before the next question, after a text that said something. */
export function leadAfter(draft: Draft, taken: Draft, { event, state }: Heard): Lead {
  if (taken.lead !== 'none') return taken.lead;
  const isCorrection = CORRECTED.includes(state) || event.reading.intent === 'correct';
  const told = asksPrice(event.reading.words) ? priceLead(taken) : (keptLead(draft, taken) ?? 'none');
  return isCorrection && !isKept(told) ? 'noted' : told;
}

const CORRECTED: readonly AskingState[] = ['confirming', 'choosingChange'];
/** Questions that do not say what is known already. */
const NOT_TELLING: readonly AskingState[] = [
  'askingJob',
  'choosingTrade',
  'askingPlace',
  'choosingPlace',
  'askingSamePlace',
];
const NOT_PLACED: readonly AskingState[] = ['askingJob', 'choosingTrade'];

const isKept = (lead: Lead): boolean => typeof lead === 'object' && 'kept' in lead;

/** What was given, but not asked, and does not show in the next question. */
function keptLead(draft: Draft, taken: Draft): Lead | null {
  const next = stateOf(taken);
  const isTold = !NOT_TELLING.includes(next);
  const when = isTold || taken.when === draft.when ? null : taken.when;
  const area = NOT_PLACED.includes(next) ? newArea(draft, taken) : null;
  const isAnyKept = when !== null || area !== null || (!CORRECTED.includes(stateOf(draft)) && isNoted(draft, taken));
  return isAnyKept ? { kept: { when, area } } : null;
}

const newArea = (draft: Draft, taken: Draft): string | null =>
  taken.place === draft.place ? null : (taken.place?.area ?? null);

/** Something for the pro, or more about a job whose trade is known already. */
const isNoted = (draft: Draft, taken: Draft): boolean =>
  taken.notes !== draft.notes ||
  (draft.trade !== null && taken.trade === draft.trade && taken.words.join() !== draft.words.join());
