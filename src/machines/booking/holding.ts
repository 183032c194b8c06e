// From a provider's yes to the homeowner's choice.
import { assign } from 'xstate';
import { choiceExpiresAt, holdExpiresAt, holdNudgedAt, paceOf } from '../../domain/booking-deadlines.ts';
import { doesAll, doesWith } from '../effect.ts';
import type { Effect } from '../effects.ts';
import type { Heard } from '../events.ts';
import { heldTry, offersMarked, offersThatAre, type BookingContext } from './context.ts';
import {
  cancelTimers,
  facts,
  holdSlot,
  proposeProvider,
  releaseHolder,
  releaseSlot,
  setTimers,
  tellHolder,
  tellHomeowner,
} from './letters.ts';
import { renewSearch, withSearchEnd } from './searching.ts';
import { bookingSetup, type On } from './setup.ts';

/** The slot is no longer ours: its provider is out of this booking. */
export const withoutHold = (context: BookingContext): Partial<BookingContext> => ({
  hold: null,
  link: null,
  offers: offersMarked(context, context.hold === null ? [] : [heldTry(context).candidate.providerId], 'closed'),
});

/** Who was only slower than the one who is passed on is asked again, before anybody else. */
const withLosersNext = (context: BookingContext): Partial<BookingContext> => ({
  queue: [...offersThatAre(context, 'lost').map(({ candidate }) => candidate), ...context.queue],
  offers: context.offers.filter(({ state }) => state !== 'lost'),
});

const loseClaim = (context: BookingContext): Effect =>
  tellHolder(context, { type: 'offer.closed', bookingId: context.bookingId, reason: 'overlap' });

const withProposal = ({ context, event }: On<'slot.held'>): Partial<BookingContext> => {
  const { candidate, window } = heldTry(context);
  const open = offersThatAre(context, 'open').map((offer) => offer.candidate.providerId);
  const until = choiceExpiresAt(paceOf(context.job, window, event.now), event.now);
  return {
    offers: offersMarked({ ...context, offers: offersMarked(context, open, 'lost') }, [candidate.providerId], 'held'),
    deadlines: { ...context.deadlines, 'choice.expired': until },
  };
};

const withChoiceMade = ({ context, event }: { context: BookingContext; event: Heard }): Partial<BookingContext> => ({
  deadlines: {
    ...context.deadlines,
    'hold.nudged': holdNudgedAt(event.now),
    'hold.expired': holdExpiresAt(event.now),
  },
});

export const holdingSlot = bookingSetup.createStateConfig({
  entry: doesWith(({ context }) => holdSlot(context)),
  on: {
    'slot.held': {
      guard: 'isThisAttempt',
      target: 'awaitingChoice',
      actions: [
        // the losers are told from the offers as they were, by the deadline that is set here
        doesAll(({ context, event }) => {
          const { deadlines } = { ...context, ...withProposal({ context, event }) };
          return proposeProvider({ ...context, deadlines });
        }),
        assign(withProposal),
        doesAll(({ context }) => [
          ...setTimers(context, 'choice.expired'),
          ...cancelTimers('wave.ended', 'search.halved', 'search.ended'),
          facts(context, 'proposed'),
        ]),
      ],
    },
    'slot.taken': {
      guard: 'isThisAttempt',
      target: 'choosingWave',
      actions: [doesWith(({ context }) => loseClaim(context)), assign(({ context }) => withoutHold(context))],
    },
    'effect.abandoned': {
      guard: 'isAbandonedHold',
      target: 'choosingWave',
      actions: [
        doesAll(({ context }) => [...releaseSlot(context, context.hold), loseClaim(context)]),
        assign(({ context }) => withoutHold(context)),
      ],
    },
    'request.withdrawn': 'withdrawn',
  },
});

export const awaitingChoice = bookingSetup.createStateConfig({
  on: {
    'provider.chosen': {
      guard: 'isThisAttempt',
      target: 'makingLink',
      actions: [
        assign(withChoiceMade),
        doesAll(({ context }) => [
          ...cancelTimers('choice.expired'),
          ...setTimers(context, 'hold.nudged', 'hold.expired'),
        ]),
      ],
    },
    'provider.passed': [
      {
        guard: 'isPassedForNext',
        target: 'choosingWave',
        actions: [
          doesAll(({ context }) => [...releaseHolder(context, 'passed'), ...cancelTimers('choice.expired')]),
          assign(({ context, event }) => ({ ...withoutHold(context), ...withSearchEnd(context, event.now) })),
          assign(({ context }) => withLosersNext(context)),
          doesAll(({ context }) => renewSearch(context)),
        ],
      },
      {
        guard: 'isPassedForOtherTime',
        target: 'awaitingTime',
        actions: [
          doesAll(({ context }) => [...releaseHolder(context, 'passed'), ...cancelTimers('choice.expired')]),
          assign(({ context }) => withoutHold(context)),
        ],
      },
    ],
    'choice.expired': {
      guard: 'isDue',
      target: 'lapsed',
      actions: doesAll(({ context }) => [
        ...releaseHolder(context, 'silent'),
        tellHomeowner(context, { type: 'choice.lapsed', bookingId: context.bookingId }),
      ]),
    },
    'request.withdrawn': 'withdrawn',
  },
});
