// The orders of a booking: letters to its parties, slots, timers, facts.
import { heldUntil } from '../../domain/booking-deadlines.ts';
import { ringRadius } from '../../domain/search-rings.ts';
import { usualVisitMinutes } from '../../domain/trades.ts';
import type { AlertReason, Effect } from '../effects.ts';
import type { Event, TimerName } from '../events.ts';
import type { LetterToHomeowner, LetterToProvider } from '../letters.ts';
import {
  codeOf,
  heldTry,
  offersThatAre,
  searchedWindow,
  tryOf,
  visitPayment,
  type BookingContext,
  type Offer,
} from './context.ts';

const tellThread = (id: string, event: Event): Effect => ({ type: 'tell', to: { kind: 'thread', id }, event });

export const tellHomeowner = ({ homeowner }: BookingContext, event: LetterToHomeowner): Effect =>
  tellThread(homeowner.thread, event);

/** To the provider whose slot is held or booked. */
export const tellHolder = (context: BookingContext, event: LetterToProvider): Effect =>
  tellThread(heldTry(context).candidate.thread, event);

export const alertAbout = ({ code }: BookingContext, about: AlertReason): Effect => ({
  type: 'alertPerson',
  about,
  code,
});

/** The timers of these names, at the instants that the context remembers for them. */
export const setTimers = ({ deadlines }: BookingContext, ...names: readonly TimerName[]): readonly Effect[] =>
  names.flatMap((name) => {
    const at = deadlines[name];
    return at === undefined ? [] : [{ type: 'setTimer', name, at }];
  });

export const cancelTimers = (...names: readonly TimerName[]): readonly Effect[] =>
  names.map((name) => ({ type: 'cancelTimer', name }));

/** What others look up about a booking. */
export const facts = (context: BookingContext, status: string): Effect => ({
  type: 'keepFacts',
  facts: {
    code: context.code,
    status,
    trade: context.job.trade,
    area: context.place.area,
    homeownerThread: context.homeowner.thread,
    window: searchedWindow(context),
    ...providerFacts(context),
    paymentIntent: visitPayment(context)?.paymentIntent ?? null,
  },
});

const NOBODY = { providerId: null, providerThread: null, providerName: null, totalInCents: null, netInCents: null };

const providerFacts = (context: BookingContext): Readonly<Record<string, unknown>> => {
  const slot = tryOf(context, context.hold);
  if (slot === null) return NOBODY;
  const { net, total } = slot.price;
  const { name, providerId, thread } = slot.candidate;
  return {
    providerId,
    providerThread: thread,
    providerName: name,
    window: slot.window,
    totalInCents: total.cents,
    netInCents: net.cents,
  };
};

/** The order to look in the next ring, without those who were asked and without the homeowner himself. */
export const findProviders = (context: BookingContext): Effect => ({
  type: 'findProviders',
  search: context.search,
  trade: context.job.trade,
  place: context.place,
  windows: context.windows,
  minutes: usualVisitMinutes(context.job.trade),
  radiusInMeters: ringRadius(context.ring) ?? 0,
  without: [context.homeowner.thread, ...context.offers.map((offer) => offer.candidate.providerId)],
  isEmergency: context.job.urgency === 'emergency',
});

/** One offer to each of these. */
export const makeOffers = (context: BookingContext, offers: readonly Offer[]): readonly Effect[] =>
  offers.map(({ candidate, price, window }) =>
    tellThread(candidate.thread, {
      type: 'offer.made',
      bookingId: context.bookingId,
      providerId: candidate.providerId,
      code: codeOf(context),
      job: context.job,
      area: context.place.area,
      meters: candidate.meters,
      window,
      net: price.net,
      until: context.deadlines['wave.ended'] ?? window.start,
      asked: offers.length,
    }),
  );

type ClosedReason = Extract<LetterToProvider, { type: 'offer.closed' }>['reason'];

export const closeOffer = (context: BookingContext, offer: Offer, reason: ClosedReason): Effect =>
  tellThread(offer.candidate.thread, { type: 'offer.closed', bookingId: context.bookingId, reason });

export const closeOpenOffers = (context: BookingContext, reason: ClosedReason): readonly Effect[] =>
  offersThatAre(context, 'open').map((offer) => closeOffer(context, offer, reason));

export const holdSlot = (context: BookingContext): Effect => {
  const { attempt, candidate, window } = heldTry(context);
  const minutes = usualVisitMinutes(context.job.trade);
  const { bookingId } = context;
  return { type: 'holdSlot', bookingId, attempt, providerId: candidate.providerId, window, minutes };
};

/** Gives a slot back that was taken, or is being taken, in that attempt; nothing when there was no such attempt. */
export const releaseSlot = (context: BookingContext, attempt: number | null): readonly Effect[] => {
  const slot = tryOf(context, attempt);
  if (slot === null) return [];
  const { bookingId } = context;
  return [{ type: 'releaseSlot', bookingId, attempt: slot.attempt, providerId: slot.candidate.providerId }];
};

type ReleasedReason = Extract<LetterToProvider, { type: 'offer.released' }>['reason'];

/** Gives the held slot back, and tells its provider why. */
export const releaseHolder = (context: BookingContext, reason: ReleasedReason): readonly Effect[] => [
  ...releaseSlot(context, context.hold),
  tellHolder(context, { type: 'offer.released', bookingId: context.bookingId, reason }),
];

export const proposeProvider = (context: BookingContext): readonly Effect[] => {
  const slot = heldTry(context);
  const { bookingId } = context;
  const until = context.deadlines['choice.expired'] ?? slot.window.start;
  return [
    tellHolder(context, { type: 'offer.held', bookingId, until: heldUntil(until) }),
    ...closeOpenOffers(context, 'taken'),
    tellHomeowner(context, {
      type: 'provider.proposed',
      bookingId,
      attempt: slot.attempt,
      candidate: slot.candidate,
      window: slot.window,
      price: slot.price,
      until,
    }),
  ];
};

export const closeLink = ({ bookingId, link }: BookingContext): readonly Effect[] =>
  link === null ? [] : [{ type: 'closeLink', bookingId, attempt: link.attempt, linkId: link.linkId }];
