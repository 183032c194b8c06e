// The question of each state, in the words of the catalogue.
import type { Say } from '../effects.ts';
import { isExact, wholePlace, type AskingState, type Draft } from './draft.ts';

const NUMBERS = ['1', '2', '3', '4'] as const;
const choice = (count: number) => ({ kind: 'choice' as const, options: NUMBERS.slice(0, count) });
const JOB = { kind: 'job' as const, options: [] };
const PLACE = { kind: 'place' as const, options: [] };

const askJob = ({ lead }: Draft): Say => ({ type: 'say', key: 'request.askJob', params: { lead }, asks: JOB });

/** Only what is missing; after two misses the ZIP alone, which is the easiest to read. */
function askPlace(draft: Draft): Say {
  const { lead, place, trade } = draft;
  if (place !== null && isExact(place))
    return { type: 'say', key: 'request.askStreet', params: { lead, area: place.area }, asks: PLACE };
  if (trade === null || lacksZipOnly(draft))
    return {
      type: 'say',
      key: 'request.askZip',
      params: { lead, street: heading(draft), isHard: draft.placeMisses > 0 },
      asks: PLACE,
    };
  return { type: 'say', key: 'request.askAddress', params: { lead, trade }, asks: PLACE };
}

const lacksZipOnly = ({ place, street, placeMisses }: Draft): boolean =>
  street !== null || place !== null || placeMisses >= 2;

const heading = ({ place, street }: Draft): string | null => street ?? place?.area ?? null;

function askTime(draft: Draft): Say {
  const place = wholePlace(draft);
  if (place === null) return askPlace(draft);
  const { lead, offered } = draft;
  const asks = { kind: 'time' as const, options: NUMBERS.slice(0, offered.length) };
  return { type: 'say', key: 'request.askTime', params: { lead, place, windows: offered }, asks };
}

function askConfirmation(draft: Draft): Say {
  const place = wholePlace(draft);
  const { trade, windows } = draft;
  // the summary itself says what such work costs
  const lead = isAboutPrice(draft.lead) ? 'none' : draft.lead;
  if (place === null || trade === null) return askPlace(draft);
  const words = draft.words.join('. ');
  return { type: 'say', key: 'request.confirm', params: { lead, trade, words, place, windows }, asks: choice(3) };
}

const isAboutPrice = (lead: Draft['lead']): boolean =>
  lead === 'price' || (typeof lead === 'object' && 'priceOf' in lead);

/** Nothing else stands before the safety words. */
const SAFE_LEADS: readonly Draft['lead'][] = ['person', 'missedTwice', 'call911'];

/** The question that a draft in this state asks. */
export const QUESTIONS: Readonly<Record<AskingState, (draft: Draft) => Say>> = {
  awaitingSafety: ({ danger, lead, warned }) => ({
    type: 'say',
    key: 'request.askSafety',
    params: {
      lead: SAFE_LEADS.includes(lead) ? lead : 'none',
      danger: danger ?? 'gas',
      isTold: danger !== null && warned === danger,
    },
    asks: choice(2),
  }),
  choosingBooking: ({ about = [], lead }) => ({
    type: 'say',
    key: 'request.askWhich',
    params: { lead, codes: about.map(({ code }) => code) },
    asks: choice(about.length + 1),
  }),
  askingJob: askJob,
  choosingTrade: ({ lead, trades }) => ({
    type: 'say',
    key: 'request.chooseTrade',
    params: { lead, trades },
    asks: choice(trades.length + 1),
  }),
  askingPlace: askPlace,
  choosingPlace: ({ lead, places }) => ({
    type: 'say',
    key: 'request.choosePlace',
    params: { lead, places },
    asks: choice(places.length),
  }),
  askingSamePlace: (draft) =>
    draft.lastPlace === null
      ? askPlace(draft)
      : {
          type: 'say',
          key: 'request.askSamePlace',
          params: { lead: draft.lead, place: draft.lastPlace },
          asks: { kind: 'yesNo', options: ['1'] },
        },
  askingTime: askTime,
  confirming: askConfirmation,
  choosingChange: ({ lead }) => ({ type: 'say', key: 'request.chooseChange', params: { lead }, asks: choice(4) }),
};
