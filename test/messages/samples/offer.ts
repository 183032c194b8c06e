import type { OfferCopy } from '../../../src/messages/copy/offer.ts';
import {
  code,
  farUntil,
  longCode,
  longMoney,
  longPlace,
  longWindow,
  money,
  now,
  place,
  until,
  window,
  type Samples,
} from './sample.ts';

const opening = 'none' as const;
const longest = 'help' as const;
const short = { opening, code };
const long = { opening: longest, code: longCode };

export const offerSamples: Samples<OfferCopy> = {
  'offer.made': {
    typical: {
      code,
      trade: 'plumbing',
      isEmergency: false,
      words: 'Kitchen sink leaking',
      area: place.area,
      meters: 4_828,
      window,
      net: money,
      until,
      now,
      asked: 3,
    },
    longest: {
      code: longCode,
      trade: 'water_mold_restoration',
      isEmergency: true,
      words: 'The wall behind the washing machine is wet, and black spots grow on the paint',
      area: longPlace.area,
      meters: 80_000,
      window: longWindow,
      net: longMoney,
      until: farUntil,
      now,
      asked: 3,
    },
  },
  'offer.waits': {
    typical: { ...short, window, net: money, until, now },
    longest: { ...long, window: longWindow, net: longMoney, until: farUntil, now },
  },
  'offer.claimed': { typical: short, longest: long },
  'offer.held': {
    typical: { ...short, window, until, now },
    longest: { ...long, window: longWindow, until: farUntil, now },
  },
  'offer.declined': { typical: short, longest: long },
  'offer.closed': { typical: { ...short, reason: 'taken' }, longest: { ...long, reason: 'overlap' } },
  'offer.released': { typical: { ...short, reason: 'unpaid' }, longest: { ...long, reason: 'passed' } },
  'offer.won': { typical: { ...short, window }, longest: { ...long, window: longWindow } },
};
