// A booking as an administrator sees it: its state, its parties, its money, what is due, what is stuck.
import type { ArrivalWindow } from '../domain/arrival-window.ts';
import type { Homeowner, Job } from '../domain/job.ts';
import type { Place } from '../domain/place.ts';
import type { Price } from '../domain/price.ts';
import type { Candidate } from '../domain/provider.ts';
import {
  searchedWindow,
  tryOf,
  type BookingContext,
  type Dispute,
  type Offer,
  type Payment,
} from '../machines/booking/context.ts';
import { bookingVersion } from '../machines/booking.ts';
import type { StoredMachine } from '../machines/stored.ts';
import { upgraded } from '../machines/upgrade.ts';
import type { OutboxItem, StoredTimer, StuckItem } from './ports/actor.ts';
import type { ShownImage } from './ports/dashboard.ts';

/** The states in which nothing more is expected of anybody. */
export const RESTING: readonly string[] = ['settled', 'chargedBack', 'refunded', 'withdrawn', 'unfilled', 'lapsed'];

/** An order that was decided and is not done yet: a letter to a thread, a reservation, money. */
export interface WaitingOrder {
  readonly id: string;
  readonly at: Date;
  readonly type: string;
  /** the event that a letter carries, and the actor it goes to */
  readonly letter: { readonly event: string; readonly to: string } | null;
  readonly tries: number;
  readonly nextAt: Date | null;
}

export interface BookingView {
  readonly ref: string;
  readonly id: string;
  readonly code: string | null;
  readonly state: string;
  /** business time of the last change of state; null when it is not known */
  readonly since: Date | null;
  readonly job: Job;
  readonly homeowner: Homeowner;
  readonly place: Place;
  /** the visit's, or the one that the search is about */
  readonly window: ArrivalWindow | null;
  readonly windows: readonly ArrivalWindow[];
  /** whose slot is held, being taken or booked */
  readonly provider: Candidate | null;
  readonly price: Price | null;
  readonly offers: readonly Offer[];
  readonly payments: readonly Payment[];
  readonly transferId: string | null;
  readonly disputes: readonly Dispute[];
  readonly timers: readonly StoredTimer[];
  readonly waiting: readonly WaitingOrder[];
  readonly stuck: readonly StuckItem[];
}

/** null: its first event has not been heard yet. */
export const viewBooking = (image: ShownImage): BookingView | null => {
  const main = image.machines.find(({ machine }) => machine === 'booking');
  return main === undefined ? null : shownOf(image, upgraded(main, bookingVersion));
};

const shownOf = (image: ShownImage, { context, value }: StoredMachine): BookingView =>
  viewOf(image, value, context as unknown as BookingContext);

const viewOf = (image: ShownImage, state: string, context: BookingContext): BookingView => {
  const slot = tryOf(context, context.hold);
  return {
    ref: image.ref,
    id: image._id,
    code: context.code,
    state,
    since: sinceOf(image),
    job: context.job,
    homeowner: context.homeowner,
    place: context.place,
    window: slot?.window ?? (context.windows.length === 0 ? null : searchedWindow(context)),
    windows: context.windows,
    provider: slot?.candidate ?? null,
    price: slot?.price ?? null,
    offers: context.offers,
    payments: context.payments,
    transferId: context.transferId,
    disputes: context.disputes,
    timers: [...image.timers].sort((left, right) => left.dueAt.getTime() - right.dueAt.getTime()),
    waiting: image.outbox.map(waitingOrder),
    stuck: image.stuck,
  };
};

const sinceOf = ({ facts }: ShownImage): Date | null => (facts['since'] instanceof Date ? facts['since'] : null);

const waitingOrder = ({ at, effect, id, nextAt, tries }: OutboxItem): WaitingOrder => ({
  id,
  at,
  type: effect.type,
  letter: effect.type === 'tell' ? { event: effect.event.type, to: effect.to.id } : null,
  tries,
  nextAt,
});
