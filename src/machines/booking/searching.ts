// From the sent request to a provider's yes: name the booking, look ring by ring, ask wave by wave.
import { assign } from 'xstate';
import { ASKED_AT_ONCE, searchEndsAt, searchHalvesAt, waveEndsAt } from '../../domain/booking-deadlines.ts';
import { doesAll, doesWith } from '../effect.ts';
import { priceOf } from '../../domain/price.ts';
import type { Effect } from '../effects.ts';
import type { Heard } from '../events.ts';
import { codeOf, offersMarked, paceNow, searchedWindow, type BookingContext } from './context.ts';
import { cancelTimers, facts, findProviders, makeOffers, setTimers, tellHomeowner } from './letters.ts';
import { bookingSetup, type On } from './setup.ts';

/** The ends of a search that begins, or goes on, now. */
export const withSearchEnd = (context: BookingContext, now: string): Pick<BookingContext, 'deadlines'> => {
  const pace = paceNow(context, now);
  const ends = { 'search.halved': searchHalvesAt(pace, now), 'search.ended': searchEndsAt(pace, now) };
  return { deadlines: { ...context.deadlines, ...ends } };
};

/** A search that begins: its timers, and a word to the homeowner. */
export const startSearch = (context: BookingContext): readonly Effect[] => [
  ...setTimers(context, 'search.halved', 'search.ended'),
  ...cancelTimers('booking.aged'),
  facts(context, 'searching'),
  tellHomeowner(context, {
    type: 'search.started',
    bookingId: context.bookingId,
    code: codeOf(context),
    job: context.job,
    place: context.place,
    window: searchedWindow(context),
    until: endOfSearch(context),
  }),
];

/** A search that goes on, with new ends. */
export const renewSearch = (context: BookingContext): readonly Effect[] => [
  ...setTimers(context, 'search.halved', 'search.ended'),
  facts(context, 'searching'),
  tellSearchGoesOn(context),
];

/** What a finished search adds; those who were asked meanwhile are left out. */
export const withFound = ({ context, event }: On<'providers.found'>): Partial<BookingContext> => {
  const asked = context.offers.map((offer) => offer.candidate.providerId);
  return {
    ring: context.ring + 1,
    isCovered: context.isCovered === true || event.isCovered !== false,
    queue: event.candidates.filter((candidate) => !asked.includes(candidate.providerId)),
    queueWindow: event.window,
  };
};

export const withRefusal = ({ context, event }: On<'offer.refused'>): Partial<BookingContext> => ({
  offers: offersMarked(context, [event.providerId], 'refused'),
});

const endOfSearch = (context: BookingContext): string =>
  context.deadlines['search.ended'] ?? searchedWindow(context).start;

const tellSearchGoesOn = (context: BookingContext): Effect =>
  tellHomeowner(context, {
    type: 'search.continued',
    bookingId: context.bookingId,
    window: searchedWindow(context),
    until: endOfSearch(context),
  });

const withNextAsked = ({ context, event }: { context: BookingContext; event: Heard }): Partial<BookingContext> => {
  const window = searchedWindow(context);
  const wave = context.waves + 1;
  const asked = context.queue
    .slice(0, ASKED_AT_ONCE)
    .map((candidate) => ({ candidate, window, price: priceOf(candidate.rateInCents), wave, state: 'open' as const }));
  return {
    waves: wave,
    queue: context.queue.slice(ASKED_AT_ONCE),
    offers: [...context.offers, ...asked],
    deadlines: { ...context.deadlines, 'wave.ended': waveEndsAt(paceNow(context, event.now), event.now) },
  };
};

const askWave = (context: BookingContext): readonly Effect[] => [
  ...makeOffers(
    context,
    context.offers.filter((offer) => offer.wave === context.waves),
  ),
  ...setTimers(context, 'wave.ended'),
];

const withClaim = ({ context, event }: On<'offer.accepted'>): Partial<BookingContext> => {
  const { providerId } = event;
  const offer = context.offers.find((one) => one.candidate.providerId === providerId && one.state === 'open');
  if (offer === undefined) return {};
  const attempt = context.tries.length + 1;
  return {
    hold: attempt,
    tries: [...context.tries, { attempt, candidate: offer.candidate, window: offer.window, price: offer.price }],
    offers: offersMarked(context, [providerId], 'claimed'),
  };
};

const endings = { 'request.withdrawn': 'withdrawn', 'search.ended': { guard: 'isDue', target: 'unfilled' } } as const;

const claims = bookingSetup.createStateConfig({
  on: {
    'search.halved': { actions: doesWith(({ context }) => tellSearchGoesOn(context)) },
    'offer.accepted': {
      guard: 'isFromOpenOffer',
      target: 'holdingSlot',
      actions: [assign(withClaim), doesAll(() => cancelTimers('wave.ended'))],
    },
  },
});

export const naming = bookingSetup.createStateConfig({
  entry: doesWith(({ context }) => ({ type: 'nameBooking', bookingId: context.bookingId })),
  on: {
    'booking.named': {
      target: 'findingProviders',
      actions: [
        assign(({ context, event }) => ({ code: event.code, ...withSearchEnd(context, event.now) })),
        doesAll(({ context }) => startSearch(context)),
      ],
    },
    'request.withdrawn': 'withdrawn',
    'effect.abandoned': { guard: 'isAbandonedNaming', target: 'unfilled' },
  },
});

export const findingProviders = bookingSetup.createStateConfig({
  entry: [assign(({ context }) => ({ search: context.search + 1 })), doesWith(({ context }) => findProviders(context))],
  on: {
    ...endings,
    ...claims.on,
    'providers.found': { guard: 'isThisSearch', target: 'choosingWave', actions: assign(withFound) },
    'offer.refused': { guard: 'isFromOpenOffer', actions: assign(withRefusal) },
  },
});

/** Never rests: asks those who were found, looks further, or waits for those who were asked. */
export const choosingWave = bookingSetup.createStateConfig({
  always: [
    { guard: 'isSearchOver', target: 'unfilled' },
    {
      guard: 'hasQueue',
      target: 'awaitingAcceptance',
      actions: [assign(withNextAsked), doesAll(({ context }) => askWave(context))],
    },
    { guard: 'hasRing', target: 'findingProviders' },
    { guard: 'hasOpenOffers', target: 'awaitingAcceptance' },
    { target: 'unfilled' },
  ],
});

/** Offers of earlier waves stay open: the first yes of any of them wins. */
export const awaitingAcceptance = bookingSetup.createStateConfig({
  on: {
    ...endings,
    ...claims.on,
    'offer.refused': [
      { guard: 'isLastRefusal', target: 'choosingWave', actions: assign(withRefusal) },
      { guard: 'isFromOpenOffer', actions: assign(withRefusal) },
    ],
    'wave.ended': { guard: 'isDue', target: 'choosingWave' },
  },
});
