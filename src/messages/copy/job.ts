import type { ArrivalWindow, Moment } from '../../domain/arrival-window.ts';
import type { Money } from '../../domain/money.ts';
import type { Price } from '../../domain/price.ts';
import type { Danger } from '../../domain/reading.ts';
import type { TradeId } from '../../domain/trades.ts';
import type { ReturnReason } from '../../domain/return-reason.ts';
import type { Lead } from './lead.ts';

interface Led {
  readonly lead: Lead;
}

/** An end of waiting; `now` decides whether its day must be said. */
interface Until {
  readonly until: Moment;
  readonly now: string;
}

/** The homeowner's side of a request that was sent. */
export interface JobCopy {
  'job.searching': (p: Led & Until & { trade: TradeId; window: ArrivalWindow; isAgain: boolean }) => string;
  'job.proposed': (
    p: Led &
      Until & {
        name: string;
        ratingInTenths: number | null;
        ratings: number;
        meters: number;
        window: ArrivalWindow;
        price: Price;
      },
  ) => string;
  'job.askOtherTime': (p: Led & { windows: readonly ArrivalWindow[] }) => string;
  'job.makingLink': (p: Led & { name: string }) => string;
  'job.paymentRequested': (
    p: Led & Until & { code: string; name: string; window: ArrivalWindow; total: Money; url: string },
  ) => string;
  'job.paymentMissing': (p: Until & { url: string }) => string;
  /** no card at hand, a link that does not open */
  'job.paymentHelped': (p: Until & { url: string }) => string;
  /** the time to pay is over; whether it was paid in time is being found out */
  'job.paymentChecking': (p: Led) => string;
  'job.holdEnding': (p: Until & { name: string; url: string }) => string;
  'job.paymentFailed': (
    p: Until & { reason: 'declined' | 'insufficientFunds' | 'notAuthenticated'; url: string },
  ) => string;
  'job.lapsed': (p: Led & { because: 'choice' | 'hold' | 'link' }) => string;
  /** `outside`: the area of the place, when nobody goes there */
  'job.unfilled': (p: Led & { trade: TradeId; window: ArrivalWindow; outside: string | null }) => string;
  /** `isFarAhead`: there is an evening before on which it will be remembered */
  'job.booked': (p: { code: string; name: string; window: ArrivalWindow; total: Money; isFarAhead: boolean }) => string;
  'job.visitAhead': (p: Led & { code: string; name: string; window: ArrivalWindow; total: Money | null }) => string;
  'job.remembered': (p: { moment: 'dayBefore' | 'soon'; code: string; name: string; window: ArrivalWindow }) => string;
  'job.departed': (p: Led & { code: string; name: string; minutes: number | null }) => string;
  'job.arrived': (p: Led & { code: string; name: string }) => string;
  /** `until`: when silence says yes; null: never */
  'job.askApproval': (p: Led & { code: string; name: string; until: Moment | null; now: string }) => string;
  'job.askProblem': (p: Led & { code: string }) => string;
  'job.problemNoted': (p: { code: string }) => string;
  'job.caseOpen': (p: Led & { code: string; isPaidOut: boolean }) => string;
  /** a bank took the payment back */
  'job.chargedBack': (p: { code: string }) => string;
  'job.askRating': (p: Led & { code: string; name: string }) => string;
  'job.thanked': (p: { stars: number | null }) => string;
  'job.returned': (p: { code: string; amount: Money; reason: ReturnReason }) => string;
  /** the bank sent that back to us */
  'job.returnFailed': (p: { code: string; amount: Money }) => string;
  'job.withdrawn': (p: { isPaymentPossible: boolean }) => string;
  'job.over': (p: Led & { code: string }) => string;
  /** nothing is done yet but that a person was told; `isAhead`: the visit is still to come */
  'job.changeByPerson': (p: {
    code: string;
    wants: 'change' | 'drop' | 'refund';
    total: Money | null;
    isAhead: boolean;
  }) => string;
  /** a person was told before, and so was the homeowner */
  'job.handed': (p: { code: string }) => string;
  /** "never mind" to a paid visit */
  'job.staysBooked': (p: { code: string; name: string; window: ArrivalWindow }) => string;
  /** words for the pro; `isPaid`: he gets them now, else once it is paid */
  'job.placeNoted': (p: { code: string }) => string;
  'job.noteKept': (p: { code: string; isPaid: boolean }) => string;
  'job.danger': (p: { danger: Danger }) => string;
}
