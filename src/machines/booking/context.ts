// What a booking remembers, and the questions that its states ask of it.
import type { ArrivalWindow } from '../../domain/arrival-window.ts';
import { paceOf, type Pace } from '../../domain/booking-deadlines.ts';
import type { Homeowner, Job } from '../../domain/job.ts';
import type { Place } from '../../domain/place.ts';
import type { Price } from '../../domain/price.ts';
import type { ReturnReason } from '../../domain/return-reason.ts';
import type { Candidate } from '../../domain/provider.ts';
import type { DisputeNews, TimerName } from '../events.ts';

/**
 * `claimed`: he said yes and his slot is being taken; `held`: the slot is his until the homeowner has answered and paid;
 * `lost`: somebody else was faster, and he may be asked again.
 */
export type OfferState = 'open' | 'claimed' | 'held' | 'refused' | 'lost' | 'closed';

export interface Offer {
  readonly candidate: Candidate;
  readonly window: ArrivalWindow;
  /** as it was offered: what we take may change until it is paid */
  readonly price: Price;
  readonly wave: number;
  readonly state: OfferState;
}

/** One try to take a slot; all are kept, for answers and payments that come late. */
export interface SlotTry {
  readonly attempt: number;
  readonly candidate: Candidate;
  readonly window: ArrivalWindow;
  readonly price: Price;
}

export interface Link {
  readonly attempt: number;
  readonly linkId: string;
  readonly url: string;
}

/** Money that came in, and what it is for; `strange`: not the amount that was asked, a person looks. */
export interface Payment {
  readonly paymentIntent: string;
  readonly attempt: number;
  readonly amountInCents: number;
  readonly chargeId: string | null;
  readonly use: 'visit' | 'return' | 'strange';
  readonly reason: ReturnReason | null;
  /** the business step of its refund: part of Stripe's idempotency key */
  readonly step: string;
  /** our refund of it is done; missing in payments of before */
  readonly isReturned?: boolean;
  /** the refunds that its bank sent back: a person finds another way */
  readonly failedRefunds?: readonly string[];
  /** what a person gave back of it at Stripe, without us */
  readonly outsideRefunds?: readonly { readonly refundId: string; readonly amountInCents: number }[];
}

/** A chargeback, and how it stands. */
export interface Dispute extends Omit<DisputeNews, 'movements'> {
  readonly state: 'open' | 'won' | 'lost';
}

export interface BookingContext {
  readonly bookingId: string;
  readonly code: string | null;
  readonly homeowner: Homeowner;
  readonly job: Job;
  readonly place: Place;
  readonly windows: readonly ArrivalWindow[];
  /** searches ordered so far */
  readonly search: number;
  /** the next ring to look in */
  readonly ring: number;
  /** in some ring somebody goes to this place; missing in bookings of before */
  readonly isCovered?: boolean;
  /** found and not asked yet, best first, for `queueWindow` */
  readonly queue: readonly Candidate[];
  readonly queueWindow: ArrivalWindow | null;
  readonly offers: readonly Offer[];
  /** waves asked so far */
  readonly waves: number;
  readonly tries: readonly SlotTry[];
  /** the attempt whose slot is held or being taken */
  readonly hold: number | null;
  readonly link: Link | null;
  /** when the timers that were set fall due: a timer that comes earlier is an old one */
  readonly deadlines: Readonly<Partial<Record<TimerName, string>>>;
  readonly payments: readonly Payment[];
  /** the payment that is being given back because its slot is gone */
  readonly returning: string | null;
  readonly payouts: number;
  /** a transfer was ordered and has not answered */
  readonly isPayoutOpen: boolean;
  readonly transferId: string | null;
  readonly isFinished: boolean;
  /** the homeowner could not be asked whether all is good: no silence approves */
  readonly isUnasked: boolean;
  readonly disputes: readonly Dispute[];
  /** the homeowner was told that the provider waits at the door; missing in bookings of before */
  readonly isDoorTold?: boolean;
  /** a problem was reported, and a person told; missing in bookings of before */
  readonly isReported?: boolean;
  readonly isRated: boolean;
  /** what the pro is to know once it is paid; missing in bookings of before */
  readonly notes?: readonly string[];
}

/** The window that the search is about now. */
export const searchedWindow = (context: BookingContext): ArrivalWindow => {
  const window = context.queueWindow ?? context.windows[0];
  if (window === undefined) throw new Error('A booking needs at least one arrival window: send the request with one.');
  return window;
};

export const paceNow = (context: BookingContext, now: string): Pace =>
  paceOf(context.job, searchedWindow(context), now);

export const codeOf = ({ code }: BookingContext): string => {
  if (code === null) throw new Error('This booking has no code yet: it is named before anybody is asked.');
  return code;
};

export const tryOf = (context: BookingContext, attempt: number | null): SlotTry | null =>
  context.tries.find((slot) => slot.attempt === attempt) ?? null;

/** The try whose slot is ours, or being taken. Throws when there is none: its states are entered by a try only. */
export const heldTry = (context: BookingContext): SlotTry => {
  const slot = tryOf(context, context.hold);
  if (slot === null) throw new Error('No slot is held in this state: a try comes first.');
  return slot;
};

export const offersThatAre = (context: BookingContext, ...states: readonly OfferState[]): readonly Offer[] =>
  context.offers.filter((offer) => states.includes(offer.state));

/** The offers, with those of these providers in another state. */
export const offersMarked = (
  { offers }: BookingContext,
  providerIds: readonly string[],
  state: OfferState,
): readonly Offer[] =>
  offers.map((offer) => (providerIds.includes(offer.candidate.providerId) ? { ...offer, state } : offer));

/** The payment that pays the visit. */
export const visitPayment = ({ payments }: BookingContext): Payment | null =>
  payments.find((payment) => payment.use === 'visit') ?? null;

export const paymentOf = ({ payments }: BookingContext, paymentIntent: string): Payment | null =>
  payments.find((payment) => payment.paymentIntent === paymentIntent) ?? null;

/** What was given back of a payment at Stripe, without us. */
export const returnedOutside = ({ outsideRefunds = [] }: Payment): number =>
  outsideRefunds.reduce((sum, { amountInCents }) => sum + amountInCents, 0);

/** Whose money goes when that charge is taken back: ours, once it was paid on or given back before; else what is held for the homeowner. */
export const isOurLoss = (context: BookingContext, chargeId: string): boolean => {
  const payment = context.payments.find((one) => one.chargeId === chargeId) ?? visitPayment(context);
  if (payment === null) return false;
  const isGone = payment.isReturned === true || returnedOutside(payment) >= payment.amountInCents;
  return isGone || (payment.use === 'visit' && context.transferId !== null);
};

export const disputeOf = ({ disputes }: BookingContext, disputeId: string): Dispute | null =>
  disputes.find((dispute) => dispute.disputeId === disputeId) ?? null;
