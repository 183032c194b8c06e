import type { VisitDayCopy } from '../../../src/messages/copy/visit-day.ts';
import { code, farUntil, longCode, longMoney, longWindow, money, now, until, window, type Samples } from './sample.ts';

const short = { opening: 'none' as const, code };
const long = { opening: 'missedTwice' as const, code: longCode };

export const visitDaySamples: Samples<VisitDayCopy> = {
  'visit.tooEarly': {
    typical: { code, window, word: 'onMyWay', from: until, now },
    longest: { code: longCode, window: longWindow, word: 'done', from: farUntil, now },
  },
  'visit.askStillOn': { typical: { code, window }, longest: { code: longCode, window: longWindow } },
  'visit.askMinutes': { typical: { code }, longest: { code: longCode } },
  'visit.delayNoted': {
    typical: { code, minutes: 20, hasLeft: false },
    longest: { code: longCode, minutes: 240, hasLeft: true },
  },
  'visit.overdue': { typical: { code, hasLeft: true }, longest: { code: longCode, hasLeft: false } },
  'visit.begun': { typical: { code }, longest: { code: longCode } },
  'visit.unfinished': { typical: { code }, longest: { code: longCode } },
  'visit.atDoor': { typical: { ...short, until }, longest: { ...long, until: farUntil } },
  'visit.doorAnswered': { typical: { code, isComing: true }, longest: { code: longCode, isComing: false } },
  'visit.extraAsked': { typical: { code, net: money }, longest: { code: longCode, net: longMoney } },
  'visit.givenUp': { typical: short, longest: long },
};
