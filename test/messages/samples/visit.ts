import type { VisitCopy } from '../../../src/messages/copy/visit.ts';
import {
  code,
  farUntil,
  longCode,
  longMoney,
  longName,
  longPlace,
  longWindow,
  money,
  name,
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
const at = { window, place };
const farAt = { window: longWindow, place: longPlace };

const NOTES =
  'kitchen sink leaking under the cabinet since this morning, there is a bucket, the dog is friendly, gate code 1204, please ring twice and wait';

export const visitSamples: Samples<VisitCopy> = {
  'visit.booked': {
    typical: { code, trade: 'plumbing', ...at, name, notes: 'kitchen sink leaking', net: money, isSoon: false },
    longest: {
      code: longCode,
      trade: 'water_mold_restoration',
      ...farAt,
      name: longName,
      notes: NOTES,
      net: longMoney,
      isSoon: true,
    },
  },
  'visit.remembered': { typical: { code, ...at }, longest: { code: longCode, ...farAt } },
  'visit.approached': { typical: { code, ...at, from: until }, longest: { code: longCode, ...farAt, from: farUntil } },
  'visit.noted': {
    typical: { code, words: 'gate code is 4455, ring twice' },
    longest: { code: longCode, words: 'the gate code is 4455 and the dog in the yard is friendly but loud '.repeat(5) },
  },
  'visit.ahead': { typical: { ...short, ...at }, longest: { ...long, ...farAt } },
  'visit.soon': { typical: { ...short, ...at, from: null }, longest: { ...long, ...farAt, from: farUntil } },
  'visit.departed': { typical: short, longest: long },
  'visit.arrived': { typical: short, longest: long },
  'visit.finished': {
    typical: { ...short, net: money, until, now },
    longest: { ...long, net: longMoney, until: farUntil, now },
  },
  'visit.approved': { typical: { ...short, net: money }, longest: { ...long, net: longMoney } },
  'visit.payoutDelayed': {
    typical: { ...short, net: money, reason: 'checking' },
    longest: { ...long, net: longMoney, reason: 'accountNotReady' },
  },
  'visit.paidOut': { typical: { ...short, amount: money }, longest: { ...long, amount: longMoney } },
  'visit.disputed': { typical: short, longest: long },
  'visit.calledOff': { typical: short, longest: long },
};
