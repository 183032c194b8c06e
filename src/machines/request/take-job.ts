import type { Reading } from '../../domain/reading.ts';
import { isBareWish } from '../../domain/job-words.ts';
import { isAccessNote, namesSomebody } from '../../domain/visit-talk.ts';
import type { AskingState, Draft, TextReceived } from './draft.ts';

const MOST_PIECES = 4;
/** Below this a trade is a guess, and the job is asked for. */
const LIKELY = 0.35;
/** Two trades are asked about when neither is clearly the better one. */
const CLEAR = 0.8;
const NEAR = 0.15;
const ANOTHER = /\b(?:also|another|too|as well|second job|otra cosa|otro trabajo|tambi[eé]n|adem[aá]s)\b/i;
const PLACE_STATES: readonly AskingState[] = ['askingPlace', 'choosingPlace', 'askingSamePlace'];

/** The job of a text: its trade, or two to choose from, and the words about it. */
export function takeJob(draft: Draft, event: TextReceived, state: AskingState): Draft {
  const best = event.reading.categories.find(({ confidence }) => confidence >= LIKELY);
  const urgent = event.reading.urgency === 'emergency' ? { ...draft, urgency: 'emergency' as const } : draft;
  if (draft.trade !== null && isForPro(event.reading)) return withNote(urgent, event);
  if (isAboutSafety(draft, event, state)) return urgent;
  if (best === undefined || isDetail(draft, event, best)) return keepWords(urgent, event, state);
  return isStreetName(draft, event, state) ? urgent : withWork(urgent, event);
}

/** How to get in, or who is there. */
const isForPro = (reading: Reading): boolean => isAccessNote(reading.about) || namesSomebody(reading);

/** Work that is asked for: one job at a time. */
const withWork = (draft: Draft, event: TextReceived): Draft =>
  isAnotherJob(draft, event) ? { ...draft, lead: 'oneAtATime' } : withTrade(draft, event);

/** A gate code is for the pro who comes, not for all who are asked, and changes nothing about the job. */
const withNote = (draft: Draft, { reading }: TextReceived): Draft =>
  reading.about === '' ? draft : { ...draft, notes: [...(draft.notes ?? []), reading.about].slice(-MOST_PIECES) };

/** "Shut the main valve off, its fine now" says what was done about the danger, and is no other job. */
const isAboutSafety = (draft: Draft, { reading }: TextReceived, state: AskingState): boolean =>
  state === 'awaitingSafety' && draft.trade !== null && !isCorrection(reading);

/** "12 Painter Lane": a trade inside of an address is no change of the job. */
const isStreetName = (draft: Draft, { reading }: TextReceived, state: AskingState): boolean =>
  draft.trade !== null &&
  PLACE_STATES.includes(state) &&
  reading.place !== null &&
  reading.intent !== 'correct' &&
  reading.about === '';

const isAnotherJob = (draft: Draft, { reading }: TextReceived): boolean =>
  draft.trade !== null &&
  reading.intent !== 'correct' &&
  reading.categories[0]?.id !== draft.trade &&
  ANOTHER.test(reading.words);

function withTrade(draft: Draft, { reading }: TextReceived): Draft {
  if (draft.trade === null && reading.jobs.length > 1) return withFirst(draft, reading.jobs);
  const [best, second] = reading.categories;
  if (best === undefined) return draft;
  const words = wordsWith(draft, reading, best.id);
  return draft.trade === null && second !== undefined && isClose(best, second)
    ? { ...draft, words, trades: [best.id, second.id] }
    : { ...draft, words, trade: best.id, trades: [] };
}

/** Of several jobs in one text the first; the person hears that the others come next. */
const withFirst = (draft: Draft, [first]: Reading['jobs']): Draft =>
  first === undefined ? draft : { ...draft, words: [first.words], trade: first.id, trades: [], lead: 'oneAtATime' };

/** What adds to the job, or replaces it. */
function wordsWith(draft: Draft, reading: Reading, trade: Draft['trade']): readonly string[] {
  const isMore = draft.trade === null || (draft.trade === trade && !isCorrection(reading));
  const pieces = [...(isMore ? draft.words : []), reading.about].filter((piece) => piece !== '');
  const telling = pieces.filter((piece) => !isBareWish(piece));
  return (telling.length > 0 ? telling : pieces).slice(-MOST_PIECES);
}

const CORRECTED = /^(?:no|nope|actually|sorry|i mean|i meant|mejor|perd[oó]n|digo|en realidad)\b/i;

const isCorrection = ({ intent, words }: TextReceived['reading']): boolean =>
  intent === 'correct' || CORRECTED.test(words);

type Ranked = TextReceived['reading']['categories'][number];

const isClose = (best: Ranked, second: Ranked): boolean =>
  best.confidence < CLEAR && best.confidence - second.confidence < NEAR;

/** "65 inch, on drywall" of a television that is to be mounted: another trade is hinted at, not asked for. */
const isDetail = (draft: Draft, { reading }: TextReceived, { confidence, id }: Ranked): boolean =>
  draft.trade !== null && id !== draft.trade && confidence < CLEAR && !isCorrection(reading);

/** Words that name no trade, or not surely another one, are kept all the same: the pro may understand them. */
function keepWords(draft: Draft, { reading }: TextReceived, state: AskingState): Draft {
  const words = reading.about;
  const isMore = draft.trade === null ? state === 'askingJob' : reading.categories.length > 0;
  const isAboutJob = isMore && words.split(' ').length >= 3;
  return isAboutJob ? { ...draft, words: [...draft.words, words].slice(-MOST_PIECES) } : draft;
}
