import type { ArrivalWindow, Moment } from '../../domain/arrival-window.ts';
import type { Money } from '../../domain/money.ts';
import type { Place } from '../../domain/place.ts';
import type { TradeId } from '../../domain/trades.ts';
import type { Opening } from './opening.ts';

type Code = { readonly code: string };
type Next = Code & { readonly opening: Opening };

/** To a provider, from the booked visit to his money. `now` is an ISO instant: a time of another day names it. */
export interface VisitCopy {
  'visit.booked': (
    p: Code & {
      trade: TradeId;
      window: ArrivalWindow;
      place: Place;
      /** as the homeowner said it, null when he has not */
      name: string | null;
      /** what is to be done, in his own words */
      notes: string;
      net: Money;
      /** it is less than two hours away: the next word is his */
      isSoon: boolean;
    },
  ) => string;
  'visit.remembered': (p: Code & { window: ArrivalWindow; place: Place }) => string;
  /** `from`: when OTW begins to work; null: it does */
  'visit.approached': (p: Code & { window: ArrivalWindow; place: Place; from: Moment | null }) => string;
  /** what the homeowner wants him to know */
  'visit.noted': (p: { code: string; words: string }) => string;
  /** nothing to do yet */
  'visit.ahead': (p: Next & { window: ArrivalWindow; place: Place }) => string;
  /** next: to leave */
  'visit.soon': (p: Next & { window: ArrivalWindow; place: Place; from: Moment | null }) => string;
  /** next: to arrive */
  'visit.departed': (p: Next) => string;
  /** next: to finish */
  'visit.arrived': (p: Next) => string;
  /** next: the homeowner's word, or its deadline */
  'visit.finished': (p: Next & { net: Money; until: Moment; now: string }) => string;
  'visit.approved': (p: Next & { net: Money }) => string;
  'visit.payoutDelayed': (p: Next & { net: Money; reason: 'accountNotReady' | 'checking' | 'unasked' }) => string;
  'visit.paidOut': (p: Next & { amount: Money }) => string;
  'visit.disputed': (p: Next) => string;
  /** all of the homeowner's money went back */
  'visit.calledOff': (p: Next) => string;
}
