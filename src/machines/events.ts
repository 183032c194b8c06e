// Everything that a machine can hear. Events are facts, `noun.participle`; they are stored and sent between actors as plain JSON.
import type { ArrivalWindow } from '../domain/arrival-window.ts';
import type { Language, Reading } from '../domain/reading.ts';
import type { Homeowner, Job } from '../domain/job.ts';
import type { Place } from '../domain/place.ts';
import type { Candidate, ProviderProfile } from '../domain/provider.ts';
import type { LetterToBooking, LetterToHomeowner, LetterToProvider } from './letters.ts';

/** What the gazetteer made of a place that was said; null in an event: no place was said. */
export type PlaceAnswer =
  | { readonly outcome: 'found'; readonly place: Place }
  | { readonly outcome: 'unknown' }
  | { readonly outcome: 'ambiguous'; readonly options: readonly Place[] };

/** A live conversation of the same thread, as others of that thread may see it. */
export interface ConversationSummary {
  readonly id: string;
  readonly machine: string;
  readonly state: string;
  readonly code: string | null;
  readonly window: ArrivalWindow | null;
  readonly job: Job | null;
  readonly area: string | null;
  /** null: it has none yet */
  readonly bookingId: string | null;
}

/** Whose thread it is, from the thread's facts. `lastPlace` is the fact that a sent request keeps. */
export interface Person extends Homeowner {
  readonly lastPlace: Place | null;
}

/** A visit that is agreed on (`isBooked`: and paid) while its person cannot be texted any more. */
export interface LiveVisit {
  readonly code: string | null;
  readonly isBooked: boolean;
}

/** From a person: one text, or a burst of texts read as one. `others` are the thread's live conversations. */
export type PersonEvent =
  | {
      type: 'text.received';
      reading: Reading;
      place: PlaceAnswer | null;
      media: readonly string[];
      others: readonly ConversationSummary[];
      person: Person;
      /** set when the text fits several conversations: their codes; the desk, or a request that it may begin, asks which */
      codes?: readonly string[];
      /** he has joined as a provider */
      isProvider?: boolean;
    }
  /** `carrierWord`: the carrier has answered it already; a bare STOP or START on WhatsApp is an `ownWord` */
  | { type: 'consent.withdrawn'; by: 'carrierWord' | 'ownWord' | 'meaning'; live?: readonly LiveVisit[] }
  | { type: 'consent.given'; by: 'carrierWord' | 'ownWord'; isAnythingOpen?: boolean };

/** Timers of a conversation: business time, set by name. */
export type TimerName =
  | 'draft.idled'
  | 'wave.ended'
  | 'search.halved'
  | 'search.ended'
  | 'choice.expired'
  | 'hold.nudged'
  | 'hold.expired'
  | 'receipt.overdue'
  | 'dayBefore.reached'
  | 'visit.approached'
  | 'departure.due'
  | 'visit.overdue'
  | 'homeowner.overdue'
  | 'work.overdue'
  | 'delay.untold'
  | 'approval.expired'
  | 'payout.due'
  | 'booking.aged'
  | 'rating.reminded'
  | 'person.overdue';
export type TimerEvent = { [Name in TimerName]: { type: Name } }[TimerName];

/** Letters to a provider actor, and of a provider actor to its thread. */
export type ProviderEvent =
  | { type: 'provider.joined'; providerId: string; profile: ProviderProfile }
  | { type: 'account.changed'; accountId: string }
  | { type: 'account.made'; accountId: string }
  | { type: 'account.read'; accountId: string; isActive: boolean }
  | { type: 'account.refused'; reason: string }
  | { type: 'rating.received'; bookingId: string; stars: number }
  | { type: 'membership.begun'; providerId: string; name: string; language: Language };

/** Between conversations of one thread, and between two addresses of one person: what could not go by WhatsApp went by SMS, and is answered there. */
export type ThreadEvent =
  /** another conversation heard it, and it was more than a courtesy */
  | { type: 'homeowner.spoke' }
  | { type: 'answers.redirected'; to: string; until: string }
  | { type: 'text.redirected'; body: string; media: readonly string[] };

/** Answers of effects. */
export type AnswerEvent =
  | { type: 'booking.named'; code: string }
  /** `isCovered`: somebody of that trade goes there at all, free or not; missing in answers of before */
  | {
      type: 'providers.found';
      search: number;
      candidates: readonly Candidate[];
      window: ArrivalWindow;
      isCovered?: boolean;
    }
  | { type: 'slot.held'; attempt: number }
  | { type: 'slot.taken'; attempt: number }
  | { type: 'slot.released'; attempt: number }
  | { type: 'link.made'; attempt: number; linkId: string; url: string }
  | { type: 'link.refused'; attempt: number }
  | { type: 'link.closed'; attempt: number; linkId: string; isCompleted: boolean }
  | { type: 'charge.read'; paymentIntent: string; chargeId: string; amountInCents: number; feeInCents: number }
  | { type: 'transfer.done'; transferId: string; amountInCents: number }
  | { type: 'transfer.refused'; reason: 'accountNotReady' | 'other' }
  | { type: 'refund.done'; step: string; refundId: string; paymentIntent: string; amountInCents: number }
  | { type: 'refund.refused'; step: string; paymentIntent: string }
  /** `words`: what it said, where it can go another way */
  | { type: 'text.failed'; key: string; code: number | null; words?: string }
  /** not sent, since the person wants no texts */
  | { type: 'text.withheld'; key: string }
  | { type: 'text.outdated'; key: string }
  /** a person was told by whoever gave it up */
  | { type: 'effect.abandoned'; effect: string };

/** What a dispute has moved on our balance, as Stripe booked it: below zero withdrawn, above it given back. The same one may be told again. */
export interface DisputeMovement {
  readonly id: string;
  readonly amountInCents: number;
  readonly feeInCents: number;
}

/** A chargeback, at the charge that a homeowner's bank took back. */
export interface DisputeNews {
  readonly disputeId: string;
  readonly chargeId: string;
  readonly amountInCents: number;
  /** Stripe's word for what the cardholder says, such as `product_not_received` */
  readonly reason: string;
  /** the instant until which Stripe takes evidence; null: none */
  readonly answerBy: string | null;
  readonly movements: readonly DisputeMovement[];
}

/** From Stripe, after its signature was verified; addressed to a booking by the metadata that we gave. */
export type PaymentEvent =
  | { type: 'payment.paid'; attempt: number; paymentIntent: string; amountInCents: number }
  | {
      type: 'payment.declined';
      attempt: number;
      paymentIntent: string;
      reason: 'declined' | 'insufficientFunds' | 'notAuthenticated';
    }
  | ({ type: 'charge.disputed' } & DisputeNews)
  | ({ type: 'dispute.closed'; outcome: 'won' | 'lost' } & DisputeNews)
  /** by a person at Stripe, not by our order */
  | { type: 'payment.refunded'; refundId: string; chargeId: string; paymentIntent: string; amountInCents: number }
  | { type: 'refund.failed'; refundId: string; paymentIntent: string; amountInCents: number };

export type Event =
  | PersonEvent
  | TimerEvent
  | LetterToBooking
  | LetterToHomeowner
  | LetterToProvider
  | ProviderEvent
  | ThreadEvent
  | AnswerEvent
  | PaymentEvent;

/** What a step is given besides the fact: the business time, a random text nobody has used, and the person's language. */
export interface StepInput {
  readonly now: string;
  readonly fresh: string;
}
/** An event as machines hear it. */
export type Heard = Event & StepInput;
