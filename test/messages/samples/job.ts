import type { JobCopy } from '../../../src/messages/copy/job.ts';
import { priceOf } from '../../../src/domain/price.ts';
import {
  code,
  farUntil,
  longCode,
  longMoney,
  longName,
  longPlace,
  longUrl,
  longWindow,
  money,
  name,
  now,
  until,
  url,
  window,
  type Samples,
} from './sample.ts';

const lead = 'none' as const;
const help = 'help' as const;
const short = { lead, code, name };
const long = { lead: help, code: longCode, name: longName };
const ends = { until, now };
const endsFar = { until: farUntil, now };

export const jobSamples: Samples<JobCopy> = {
  'job.searching': {
    typical: { lead, trade: 'plumbing', window, isAgain: false, ...ends },
    longest: { lead: help, trade: 'water_mold_restoration', window: longWindow, isAgain: true, ...endsFar },
  },
  'job.proposed': {
    typical: { lead, name, ratingInTenths: 49, ratings: 120, meters: 4828, window, price: priceOf(12900), ...ends },
    longest: {
      lead: help,
      name: longName,
      ratingInTenths: null,
      ratings: 0,
      meters: 80_000,
      window: longWindow,
      price: priceOf(1_234_567),
      ...endsFar,
    },
  },
  'job.askOtherTime': {
    typical: { lead, windows: [window, window, window] },
    longest: { lead: help, windows: [longWindow, longWindow, longWindow] },
  },
  'job.makingLink': { typical: { lead, name }, longest: { lead: help, name: longName } },
  'job.paymentRequested': {
    typical: { ...short, window, total: money, url, ...ends },
    longest: { ...long, window: longWindow, total: longMoney, url: longUrl, ...endsFar },
  },
  'job.paymentMissing': { typical: { url, ...ends }, longest: { url: longUrl, ...endsFar } },
  'job.paymentHelped': { typical: { url, ...ends }, longest: { url: longUrl, ...endsFar } },
  'job.paymentChecking': { typical: { lead }, longest: { lead: help } },
  'job.holdEnding': { typical: { name, url, ...ends }, longest: { name: longName, url: longUrl, ...endsFar } },
  'job.paymentFailed': {
    typical: { reason: 'declined', url, ...ends },
    longest: { reason: 'notAuthenticated', url: longUrl, ...endsFar },
  },
  'job.lapsed': { typical: { lead, because: 'hold' }, longest: { lead: help, because: 'choice' } },
  'job.unfilled': {
    typical: { lead, trade: 'plumbing', window, outside: null },
    longest: { lead: help, trade: 'water_mold_restoration', window: longWindow, outside: longPlace.area },
  },
  'job.booked': {
    typical: { code, name, window, total: money, isFarAhead: true },
    longest: { code: longCode, name: longName, window: longWindow, total: longMoney, isFarAhead: true },
  },
  'job.visitAhead': {
    typical: { ...short, window, total: money },
    longest: { ...long, window: longWindow, total: longMoney },
  },
  'job.remembered': {
    typical: { moment: 'soon', code, name, window },
    longest: { moment: 'dayBefore', code: longCode, name: longName, window: longWindow },
  },
  'job.departed': { typical: { ...short, minutes: null }, longest: { ...long, minutes: 120 } },
  'job.arrived': { typical: short, longest: long },
  'job.askApproval': { typical: { ...short, ...ends }, longest: { ...long, ...endsFar } },
  'job.askProblem': { typical: { lead, code }, longest: { lead: help, code: longCode } },
  'job.problemNoted': { typical: { code }, longest: { code: longCode } },
  'job.caseOpen': {
    typical: { lead, code, isPaidOut: false },
    longest: { lead: help, code: longCode, isPaidOut: false },
  },
  'job.chargedBack': { typical: { code }, longest: { code: longCode } },
  'job.askRating': { typical: short, longest: long },
  'job.thanked': { typical: { stars: 5 }, longest: { stars: 2 } },
  'job.returned': {
    typical: { code, amount: money, reason: 'slotGone' },
    longest: { code: longCode, amount: longMoney, reason: 'slotGone' },
  },
  'job.returnFailed': { typical: { code, amount: money }, longest: { code: longCode, amount: longMoney } },
  'job.withdrawn': { typical: { isPaymentPossible: false }, longest: { isPaymentPossible: true } },
  'job.over': { typical: { lead, code }, longest: { lead: help, code: longCode } },
  'job.changeByPerson': {
    typical: { code, wants: 'drop', total: money, isAhead: true },
    longest: { code: longCode, wants: 'refund', total: longMoney, isAhead: false },
  },
  'job.handed': { typical: { code }, longest: { code: longCode } },
  'job.staysBooked': {
    typical: { code, name, window },
    longest: { code: longCode, name: longName, window: longWindow },
  },
  'job.noteKept': { typical: { code, isPaid: true }, longest: { code: longCode, isPaid: false } },
  'job.placeNoted': { typical: { code }, longest: { code: longCode } },
  'job.danger': { typical: { danger: 'gas' }, longest: { danger: 'flooding' } },
};
