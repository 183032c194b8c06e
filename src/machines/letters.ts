// What actors write to each other about a booking: facts, `noun.participle`, as plain JSON.
import type { ReturnReason } from '../domain/return-reason.ts';
import type { ArrivalWindow } from '../domain/arrival-window.ts';
import type { Homeowner, Job } from '../domain/job.ts';
import type { Money } from '../domain/money.ts';
import type { Place } from '../domain/place.ts';
import type { Price } from '../domain/price.ts';
import type { Candidate } from '../domain/provider.ts';

/** Letters to a booking. */
export type LetterToBooking =
  | {
      type: 'request.sent';
      bookingId: string;
      homeowner: Homeowner;
      job: Job;
      place: Place;
      windows: readonly ArrivalWindow[];
    }
  | { type: 'request.withdrawn' }
  /** what the pro is to know: how to get in, whom to mind */
  | { type: 'note.added'; words: string }
  | { type: 'search.repeated'; windows: readonly ArrivalWindow[] | null }
  | { type: 'provider.chosen'; attempt: number }
  | { type: 'provider.passed'; attempt: number; wants: 'nextProvider' | 'otherTime' }
  | { type: 'offer.accepted'; providerId: string }
  | { type: 'offer.refused'; providerId: string }
  /** `minutes`: until he is there, as he says; null or missing: he has not said */
  | { type: 'provider.departed'; minutes?: number | null }
  /** `minutes`: null when he did not say how long */
  | { type: 'provider.delayed'; minutes: number | null }
  | { type: 'provider.arrived' }
  /** he cannot come at all */
  | { type: 'provider.dropped' }
  /** he is at the door, and nobody opens */
  | { type: 'homeowner.missed' }
  | { type: 'homeowner.answered'; isComing: boolean }
  /** what the homeowner says at the window's end: the provider is there, or is not */
  | { type: 'arrival.confirmed' }
  | { type: 'arrival.denied' }
  | { type: 'work.finished' }
  | { type: 'work.approved' }
  /** the question whether all is good could not be brought to the homeowner */
  | { type: 'approval.unasked' }
  | { type: 'problem.reported'; words: string }
  | { type: 'rating.given'; stars: number; words: string | null };

/** Letters of a booking to its homeowner's thread (they go to the `job` conversation of that booking). */
export type LetterToHomeowner =
  | {
      type: 'search.started';
      bookingId: string;
      code: string;
      job: Job;
      place: Place;
      window: ArrivalWindow;
      until: string;
    }
  | { type: 'search.continued'; bookingId: string; window: ArrivalWindow; until: string }
  /** `isCovered`: see `providers.found` */
  | { type: 'search.failed'; bookingId: string; isCovered?: boolean }
  | {
      type: 'provider.proposed';
      bookingId: string;
      attempt: number;
      candidate: Candidate;
      window: ArrivalWindow;
      price: Price;
      until: string;
    }
  | { type: 'choice.lapsed'; bookingId: string }
  | { type: 'payment.requested'; bookingId: string; url: string; price: Price; until: string }
  | { type: 'hold.ending'; bookingId: string; url: string; until: string }
  | { type: 'hold.lapsed'; bookingId: string }
  | {
      type: 'payment.failed';
      bookingId: string;
      reason: 'declined' | 'insufficientFunds' | 'notAuthenticated';
      url: string;
      until: string;
    }
  | { type: 'payment.impossible'; bookingId: string }
  | { type: 'booking.confirmed'; bookingId: string; providerName: string; window: ArrivalWindow; total: Money }
  | { type: 'payment.returned'; bookingId: string; amount: Money; reason: ReturnReason }
  /** his bank did not take what was sent back */
  | { type: 'return.failed'; bookingId: string; amount: Money }
  | { type: 'visit.remembered'; bookingId: string; moment: 'dayBefore' | 'soon' }
  | { type: 'visit.delayed'; bookingId: string; minutes: number | null }
  /** the window is over, and nobody has said that he arrived */
  | { type: 'visit.missed'; bookingId: string }
  | { type: 'visit.dropped'; bookingId: string }
  /** the provider is at the door, and nobody opens */
  | { type: 'visit.unanswered'; bookingId: string }
  | { type: 'visit.departed'; bookingId: string; minutes?: number | null }
  | { type: 'visit.arrived'; bookingId: string }
  | { type: 'visit.finished'; bookingId: string; approveBy: string }
  | { type: 'booking.settled'; bookingId: string }
  /** somebody reported a problem, a bank took the payment back, or another amount was paid than was asked */
  | { type: 'case.opened'; bookingId: string; by: 'homeowner' | 'bank' | 'amount' };

/** Letters of a booking to a provider's thread: `offer.made` starts the `offer` conversation, `visit.booked` the `visit`. */
export type LetterToProvider =
  | {
      type: 'offer.made';
      bookingId: string;
      providerId: string;
      code: string;
      job: Job;
      area: string;
      meters: number;
      window: ArrivalWindow;
      net: Money;
      until: string;
      asked: number;
    }
  | { type: 'offer.held'; bookingId: string; until: string }
  /** paid: what follows is the visit */
  | { type: 'offer.won'; bookingId: string }
  | { type: 'offer.closed'; bookingId: string; reason: 'taken' | 'expired' | 'overlap' | 'withdrawn' }
  | { type: 'offer.released'; bookingId: string; reason: 'passed' | 'unpaid' | 'silent' | 'withdrawn' }
  | {
      type: 'visit.booked';
      bookingId: string;
      code: string;
      job: Job;
      place: Place;
      homeownerName: string | null;
      window: ArrivalWindow;
      net: Money;
    }
  | { type: 'visit.remembered'; bookingId: string; moment: 'dayBefore' | 'soon' }
  | { type: 'visit.noted'; bookingId: string; words: string }
  | { type: 'departure.missed'; bookingId: string }
  | { type: 'visit.overdue'; bookingId: string }
  /** the homeowner says that he is there */
  | { type: 'visit.begun'; bookingId: string }
  | { type: 'homeowner.found'; bookingId: string; isComing: boolean }
  | { type: 'homeowner.overdue'; bookingId: string }
  /** he came long ago, and has not said that he is done */
  | { type: 'work.missed'; bookingId: string }
  | { type: 'visit.closed'; bookingId: string; outcome: 'approved' | 'released' | 'disputed' | 'calledOff' }
  | { type: 'payout.sent'; bookingId: string; amount: Money }
  | { type: 'payout.delayed'; bookingId: string; reason: 'accountNotReady' | 'checking' | 'unasked' };
