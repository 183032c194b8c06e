// One offer in a provider's thread: asked, claimed, held, and what became of it.
import { assign } from 'xstate';
import { doesAll, doesWith } from './effect.ts';
import {
  alertPerson,
  answering,
  answeringForPerson,
  makeOffer,
  saying,
  tellBooking,
  withMisses,
  type OfferSaying,
} from './offer/sayings.ts';
import { offered, offerSetup } from './offer/setup.ts';

export const offerVersion = 1;

/** The states in which nothing is asked of the provider any more. */
export const offerEnds: readonly string[] = ['declined', 'closed', 'released', 'won'];

/** Any text that means nothing else in a state. */
const answers = (which: OfferSaying) =>
  offerSetup.createStateConfig({
    on: { 'text.received': { actions: [doesAll(answering(which)), assign(withMisses)] } },
  });

const over = offerSetup.createStateConfig({
  on: {
    'offer.closed': {
      target: 'closed',
      actions: [assign(({ event }) => ({ closed: event.reason })), doesWith(saying('closed'))],
    },
    'offer.released': {
      target: 'released',
      actions: [assign(({ event }) => ({ released: event.reason })), doesWith(saying('released'))],
    },
    'offer.won': 'won',
  },
});

/** He takes it. */
const accepts = (guard: 'isYes' | 'isChosen') =>
  offerSetup.createStateConfig({
    on: {
      'text.received': {
        guard,
        target: 'claiming',
        actions: [doesWith(({ context }) => tellBooking(context, 'offer.accepted')), assign({ misses: 0 })],
      },
    },
  }).on['text.received'];

const deciding = offerSetup.createStateConfig({
  entry: doesWith(({ context }) => makeOffer(context)),
  on: {
    ...over.on,
    'text.received': [
      accepts('isYes'),
      accepts('isChosen'),
      {
        guard: 'isNo',
        target: 'declined',
        actions: [
          doesWith(({ context }) => tellBooking(context, 'offer.refused')),
          doesWith(saying('declined')),
          assign({ misses: 0 }),
        ],
      },
      answers('waits').on['text.received'],
    ],
    // he cannot be reached: others are asked
    'text.failed': {
      guard: 'isOfferText',
      target: 'closed',
      actions: doesWith(({ context }) => tellBooking(context, 'offer.refused')),
    },
    'consent.withdrawn': {
      target: 'closed',
      actions: doesWith(({ context }) => tellBooking(context, 'offer.refused')),
    },
  },
});

/** He said yes; the booking, the judge of races, answers within a moment. */
const claiming = offerSetup.createStateConfig({
  on: {
    ...over.on,
    ...answers('claimed').on,
    'offer.held': {
      target: 'held',
      actions: [assign(({ event }) => ({ heldUntil: event.until })), doesWith(saying('held'))],
    },
  },
});

/** The slot is his until the homeowner has answered and paid. A "no" now needs a person. */
const held = offerSetup.createStateConfig({
  on: {
    ...over.on,
    'text.received': [
      { guard: 'isNo', actions: [doesAll(answeringForPerson('held')), assign({ misses: 0 })] },
      answers('held').on['text.received'],
    ],
    'text.failed': { actions: doesWith(alertPerson('unreachable')) },
    'consent.withdrawn': { actions: doesWith(alertPerson('unreachable')) },
  },
});

/** Started by `offer.made`; made again for the same booking (another time, a later search) it begins anew. */
export const offerMachine = offerSetup.createMachine({
  id: 'offer',
  context: ({ input }) => offered(input),
  initial: 'deciding',
  on: {
    'offer.made': { target: '.deciding', reenter: true, actions: assign(({ event }) => offered(event)) },
  },
  states: {
    deciding,
    claiming,
    held,
    declined: answers('declined'),
    closed: answers('closed'),
    released: answers('released'),
    won: answers('won'),
  },
});
