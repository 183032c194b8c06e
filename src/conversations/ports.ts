// What the shell needs of the world, as functions. Adapters (store, channels, payments, places, language) fit these types.
import type { ProviderProfile } from '../domain/provider.ts';
import type { LedgerEntry } from '../domain/ledger.ts';
import type { Money } from '../domain/money.ts';
import type { AskedKind, Language, PlaceHint, Reading } from '../domain/reading.ts';
import type { TradeId } from '../domain/trades.ts';
import type { PlaceAnswer } from '../machines/events.ts';
import type { Button } from './ports/actor.ts';

/** A remote call has three ends: yes, no, and "we do not know". Unknown is never treated as refused. */
export type Remote<Value, Reason extends string = string> =
  | { readonly outcome: 'done'; readonly value: Value }
  | { readonly outcome: 'refused'; readonly reason: Reason; readonly code: number | null }
  /** surely nothing was done (429, connection refused): safe to repeat after the wait */
  | { readonly outcome: 'later'; readonly afterMs: number }
  /** perhaps done (5xx, timeout, connection lost) */
  | { readonly outcome: 'unknown' };

/** Business time: real time, or in the sandbox real time plus an offset that only grows. Claims and HTTP timeouts never use it. */
export interface Clock {
  readonly now: () => Date;
  /** resolves at that business instant, sooner when the clock is skipped over it; `signal` ends the wait */
  readonly until: (at: Date, signal?: AbortSignal) => Promise<void>;
  /** is called whenever the clock was skipped; answers how to call that off */
  readonly onSkip: (listener: () => void) => () => void;
}

export type Understand = (
  text: string,
  context: {
    /** local ISO minutes in `zone` */
    readonly now: string;
    readonly zone: string;
    readonly language: Language | null;
    readonly asked: { readonly kind: AskedKind; readonly options: readonly string[] } | null;
  },
) => Promise<Reading>;

export interface Places {
  readonly find: (hint: PlaceHint) => Promise<PlaceAnswer>;
}

/** One text as the messaging vendor knows it. */
export interface VendorText {
  readonly sid: string;
  readonly from: string;
  readonly to: string;
  readonly body: string;
  readonly at: Date;
  readonly status: string;
  readonly code: number | null;
  readonly mediaCount: number;
}

/** What became of one text that we sent. */
export interface TextFate {
  readonly status: string;
  /** how far along: news of a lower rank is old */
  readonly rank: number;
  readonly isBad: boolean;
  readonly code: number | null;
}

export interface OutgoingText {
  /** thread id, `sms:+1…` or `whatsapp:…` */
  readonly to: string;
  readonly body: string;
  /** short answers that may become buttons on WhatsApp (at most 3 of 20 characters), else ignored */
  readonly buttons: readonly Button[];
  /** travels in the status-callback URL */
  readonly effectId: string;
  readonly until: string | null;
}

export interface Texts {
  readonly send: (text: OutgoingText) => Promise<Remote<{ readonly sid: string }>>;
  /** texts that we sent to that thread since then, oldest first */
  readonly sentTo: (thread: string, since: Date) => Promise<Remote<readonly VendorText[]>>;
  /** texts that people sent to our numbers since then, oldest first */
  readonly receivedSince: (since: Date) => Promise<Remote<readonly VendorText[]>>;
  /** addresses of the pictures and sounds of one text */
  readonly mediaOf: (sid: string) => Promise<Remote<readonly string[]>>;
  /** what became of a text that we sent */
  readonly fateOf: (sid: string) => Promise<Remote<TextFate>>;
}

export interface Payments {
  /** `key` is the business step and Stripe's idempotency key, such as `booking:link:1` */
  readonly makeLink: (order: {
    readonly key: string;
    readonly bookingId: string;
    readonly attempt: number;
    readonly total: Money;
    /** what the hosted page says is being paid: code and trade, never words or names */
    readonly title: string;
    readonly closedMessage: string;
  }) => Promise<Remote<{ readonly linkId: string; readonly url: string }>>;
  /** closes the link, then expires its open sessions; isCompleted: somebody had paid before it was closed */
  readonly closeLink: (order: {
    readonly key: string;
    readonly linkId: string;
  }) => Promise<Remote<{ readonly isCompleted: boolean }>>;
  /** the payment that came by a link; refused with `notPaid`: none did */
  readonly readPayment: (
    linkId: string,
  ) => Promise<Remote<{ readonly paymentIntent: string; readonly amountInCents: number }>>;
  readonly readCharge: (
    paymentIntent: string,
  ) => Promise<Remote<{ readonly chargeId: string; readonly amountInCents: number; readonly feeInCents: number }>>;
  /** the booking that a charge belongs to; null: none of ours. For events that name a charge only (disputes) */
  readonly readBookingOfCharge: (chargeId: string) => Promise<Remote<{ readonly bookingId: string | null }>>;
  readonly transfer: (order: {
    readonly key: string;
    readonly bookingId: string;
    readonly accountId: string;
    readonly chargeId: string;
    readonly amount: Money;
  }) => Promise<Remote<{ readonly transferId: string }, 'accountNotReady' | 'other'>>;
  readonly refund: (order: {
    readonly key: string;
    readonly bookingId: string;
    readonly paymentIntent: string;
    readonly amount: Money;
  }) => Promise<Remote<{ readonly refundId: string }>>;
  readonly makeAccount: (order: {
    readonly key: string;
    readonly providerId: string;
    readonly profile: ProviderProfile;
  }) => Promise<Remote<{ readonly accountId: string }>>;
  readonly readAccount: (accountId: string) => Promise<Remote<{ readonly isActive: boolean }>>;
}

/** One reservation holds the quarter-hours of one provider for one booking's attempt (I3). */
export interface Reservations {
  readonly hold: (reservation: {
    readonly bookingId: string;
    readonly attempt: number;
    readonly providerId: string;
    readonly cells: readonly string[];
    readonly revision: number;
  }) => Promise<'held' | 'taken'>;
  /** a hold of that attempt that comes later finds it taken */
  readonly release: (reservation: {
    readonly bookingId: string;
    readonly attempt: number;
    readonly providerId: string;
    readonly revision: number;
  }) => Promise<void>;
  /** cells of these providers that are taken */
  readonly taken: (
    providerIds: readonly string[],
    cells: readonly string[],
  ) => Promise<readonly { readonly providerId: string; readonly cell: string }[]>;
}

/** A provider as the search reads him. */
export interface SearchedProvider {
  readonly providerId: string;
  readonly profile: ProviderProfile;
  readonly meters: number;
  readonly ratingSum: number;
  readonly ratings: number;
}

export interface ProviderSearch {
  readonly near: (query: {
    readonly trade: TradeId;
    readonly lat: number;
    readonly lon: number;
    readonly radiusInMeters: number;
    /** how many of the nearest were looked at before */
    readonly skip: number;
    readonly limit: number;
  }) => Promise<readonly SearchedProvider[]>;
  readonly byId: (
    providerId: string,
  ) => Promise<{ readonly accountId: string | null; readonly profile: ProviderProfile } | null>;
  readonly byAccount: (accountId: string) => Promise<string | null>;
}

export interface Ledger {
  /** upserts by the entry's id */
  readonly post: (entry: LedgerEntry) => Promise<void>;
  /** of one booking, or all (null) */
  readonly entries: (bookingId: string | null) => Promise<readonly LedgerEntry[]>;
}

export interface Codes {
  /** gives this booking a code that is unique among live ones; the same booking always gets the same one */
  readonly take: (bookingId: string) => Promise<string>;
  /** a code that another booking has by now stays with it */
  readonly free: (code: string, bookingId: string) => Promise<void>;
}

export interface ShortLinks {
  /** a short address of ours that leads to `url` until `expiresAt` (business time); the same purpose always gets the same one */
  readonly make: (link: {
    /** the business step, such as `booking:link:1` */
    readonly purpose: string;
    readonly url: string;
    readonly expiresAt: Date;
  }) => Promise<string>;
}

/** What a person has to look at: ids only. */
export interface Alert {
  readonly id: string;
  readonly about: string;
  readonly ref: string;
  readonly code: string | null;
  readonly at: Date;
}

export interface Alerts {
  /** keeps it, and tells the administrators; `id` makes it safe to repeat until they were told. Rejects when it cannot be kept */
  readonly raise: (alert: Alert) => Promise<Remote<unknown>>;
}

/** What of our log is compared with the vendor's: the texts of people, or what became of ours. */
export type Compared = 'texts' | 'fates';

/** How far our log has been compared with what the vendor knows. */
export interface Comparisons {
  /** upTo: business time, null before the first; ageMs: real time since it was noted, or since we first asked */
  readonly last: (compared: Compared) => Promise<{ readonly upTo: Date | null; readonly ageMs: number }>;
  /** it only grows */
  readonly note: (compared: Compared, upTo: Date) => Promise<void>;
}

/** An event whose actor is unknown, kept so that a person can look. */
export interface Strays {
  readonly keep: (stray: {
    readonly id: string;
    readonly type: string;
    /** the ids that it names; never its words: they may be a person's name, address or card */
    readonly mentions: readonly string[];
    readonly at: Date;
  }) => Promise<void>;
}
