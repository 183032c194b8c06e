// Everything that a machine can order. Effects are data, verb + noun; the shell performs them after the commit, one file per effect.
import type { ActorAddress } from '../domain/actor.ts';
import type { ArrivalWindow } from '../domain/arrival-window.ts';
import type { LedgerEntry } from '../domain/ledger.ts';
import type { Money } from '../domain/money.ts';
import type { Place } from '../domain/place.ts';
import type { ProviderProfile } from '../domain/provider.ts';
import type { AskedKind } from '../domain/reading.ts';
import type { TradeId } from '../domain/trades.ts';
import type { Copy, CopyKey } from '../messages/catalog.ts';
import type { Event, TimerName } from './events.ts';

/** What a text asks, so that the next answer can be read; the options are what may be answered ('1', '2', a name). */
export interface Asking {
  readonly kind: AskedKind;
  readonly options: readonly string[];
}

/** A text to this thread's person. `until`: after this instant it is outdated and dropped (what it asked for ends by a timer of its own). */
export type Say = {
  [Key in CopyKey]: {
    type: 'say';
    key: Key;
    params: Parameters<Copy[Key]>[0];
    asks?: Asking;
    until?: string;
  };
}[CopyKey];

/** Orders that the shell performs. */
export type OuterEffect =
  | Say
  | { type: 'tell'; to: ActorAddress; event: Event }
  | { type: 'nameBooking'; bookingId: string }
  | { type: 'freeCode'; code: string }
  | {
      type: 'findProviders';
      /** which search of this booking; `providers.found` says it again */
      search: number;
      trade: TradeId;
      place: Place;
      /** tried in order; the answer is of the first one in which somebody is free */
      windows: readonly ArrivalWindow[];
      minutes: number;
      radiusInMeters: number;
      /** provider ids and threads that are not to be asked (again) */
      without: readonly string[];
      isEmergency: boolean;
    }
  | { type: 'holdSlot'; bookingId: string; attempt: number; providerId: string; window: ArrivalWindow; minutes: number }
  | { type: 'releaseSlot'; bookingId: string; attempt: number; providerId: string }
  | {
      type: 'requestPayment';
      bookingId: string;
      code: string;
      attempt: number;
      total: Money;
      trade: TradeId;
      language: 'en' | 'es';
    }
  | { type: 'closeLink'; bookingId: string; attempt: number; linkId: string }
  /** a link that was paid, and Stripe has not told us: `payment.paid` is the answer */
  | { type: 'readPayment'; bookingId: string; attempt: number; linkId: string }
  | { type: 'readCharge'; bookingId: string; paymentIntent: string }
  | { type: 'payOut'; bookingId: string; attempt: number; providerId: string; chargeId: string; amount: Money }
  | { type: 'refundPayment'; bookingId: string; step: string; paymentIntent: string; amount: Money }
  | { type: 'postEntry'; entry: LedgerEntry }
  | { type: 'makeAccount'; providerId: string; profile: ProviderProfile }
  | { type: 'readAccount'; providerId: string; accountId: string }
  | { type: 'alertPerson'; about: AlertReason; code: string | null };

export type AlertReason =
  | 'danger'
  | 'personAsked'
  | 'misunderstood'
  | 'nobodyFound'
  | 'visitOverdue'
  | 'workOverdue'
  | 'providerMissing'
  | 'providerDropped'
  | 'homeownerAbsent'
  | 'problemReported'
  | 'extraWork'
  | 'money'
  | 'payoutBlocked'
  | 'chargeDisputed'
  | 'disputeWon'
  | 'disputeLost'
  | 'refundFailed'
  | 'refundMade'
  | 'unreachable'
  | 'approvalUnasked'
  | 'optedOut'
  | 'wroteOptedOut'
  | 'abandoned';

/** Orders that the commit itself carries out: timers and facts are part of the actor's document. */
export type InnerEffect =
  /** set by name; setting a name again replaces it. `at` is business time */
  | { type: 'setTimer'; name: TimerName; at: string }
  | { type: 'cancelTimer'; name: TimerName }
  /** facts that others look up (an index, the dashboard, the thread's language), merged into the document's `facts` */
  | { type: 'keepFacts'; facts: Readonly<Record<string, unknown>> };

export type Effect = OuterEffect | InnerEffect;
