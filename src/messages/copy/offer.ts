import type { ArrivalWindow, Moment } from '../../domain/arrival-window.ts';
import type { Money } from '../../domain/money.ts';
import type { TradeId } from '../../domain/trades.ts';
import type { ProviderLead } from './provider-lead.ts';

export type ClosedReason = 'taken' | 'expired' | 'overlap' | 'withdrawn';
export type ReleasedReason = 'passed' | 'unpaid' | 'silent' | 'withdrawn';

/** To a provider, from the offer to his yes and what became of it. `now` is an ISO instant: a deadline of another day names it. */
export interface OfferCopy {
  'offer.made': (p: {
    code: string;
    trade: TradeId;
    isEmergency: boolean;
    area: string;
    meters: number;
    window: ArrivalWindow;
    net: Money;
    until: Moment;
    now: string;
    /** how many are asked at once */
    asked: number;
  }) => string;
  'offer.waits': (p: { lead: ProviderLead; code: string; net: Money; until: Moment; now: string }) => string;
  'offer.claimed': (p: { lead: ProviderLead; code: string }) => string;
  'offer.held': (p: { lead: ProviderLead; code: string; window: ArrivalWindow; until: Moment; now: string }) => string;
  'offer.declined': (p: { lead: ProviderLead; code: string }) => string;
  'offer.closed': (p: { lead: ProviderLead; code: string; reason: ClosedReason }) => string;
  'offer.released': (p: { lead: ProviderLead; code: string; reason: ReleasedReason }) => string;
  'offer.won': (p: { lead: ProviderLead; code: string; window: ArrivalWindow }) => string;
}
