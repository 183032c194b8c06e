import type { ArrivalWindow, Moment } from '../../domain/arrival-window.ts';
import type { Money } from '../../domain/money.ts';
import type { TradeId } from '../../domain/trades.ts';
import type { Opening } from './opening.ts';

export type ClosedReason = 'taken' | 'expired' | 'overlap' | 'withdrawn';
export type ReleasedReason = 'passed' | 'unpaid' | 'silent' | 'withdrawn';

/** To a provider, from the offer to his yes and what became of it. `now` is an ISO instant: a deadline of another day names it. */
export interface OfferCopy {
  'offer.made': (p: {
    code: string;
    trade: TradeId;
    isEmergency: boolean;
    /** what is to be done, without anything that says where or who */
    words: string;
    area: string;
    meters: number;
    window: ArrivalWindow;
    net: Money;
    until: Moment;
    now: string;
    /** how many are asked at once */
    asked: number;
  }) => string;
  'offer.waits': (p: {
    opening: Opening;
    code: string;
    window: ArrivalWindow;
    net: Money;
    until: Moment;
    now: string;
  }) => string;
  'offer.claimed': (p: { opening: Opening; code: string }) => string;
  'offer.held': (p: { opening: Opening; code: string; window: ArrivalWindow; until: Moment; now: string }) => string;
  'offer.declined': (p: { opening: Opening; code: string }) => string;
  'offer.closed': (p: { opening: Opening; code: string; reason: ClosedReason }) => string;
  'offer.released': (p: { opening: Opening; code: string; reason: ReleasedReason }) => string;
  'offer.won': (p: { opening: Opening; code: string; window: ArrivalWindow }) => string;
}
