// The work is done: good or not, and how many stars.
import { assign } from 'xstate';
import { minutesAfter } from '../../domain/instants.ts';
import { does, doesAll, doesWith } from '../effect.ts';
import type { Effect } from '../effects.ts';
import { heardAgain, sayAgain } from './again.ts';
import { danger, stays } from './common.ts';
import { handed } from './handed.ts';
import { anew } from './letters.ts';
import { tell } from './other-time.ts';
import { complaint, noteProblem, opensCase, report } from './problem.ts';
import { SAYINGS } from './sayings.ts';
import { refunds } from './serving.ts';
import type { JobContext } from './context.ts';
import { jobSetup, starsOf, type On } from './setup.ts';

const REMIND_AFTER_MINUTES = 3 * 24 * 60;

const rate = ({ context, event }: On<'text.received'>): readonly Effect[] => {
  const stars = starsOf(event.reading);
  if (stars === null) return [];
  const { words } = event.reading;
  return [
    tell(context.bookingId, { type: 'rating.given', stars, words: words.length > 2 ? words.slice(0, 600) : null }),
    { type: 'say', key: 'job.thanked', params: { stars } },
  ];
};

/** Stars and what is wrong, in one text: both are told. */
const ratedComplaint = jobSetup.createStateConfig({
  on: {
    'text.received': {
      guard: 'isRatedComplaint',
      target: 'caseOpen',
      actions: [
        doesAll((args) => [...rate(args).filter(({ type }) => type === 'tell'), ...noteProblem(args)]),
        assign(({ event }) => handed('problem', event.now)),
      ],
    },
  },
}).on['text.received'];

const approve = ({ context }: On<'text.received'>): Effect => tell(context.bookingId, { type: 'work.approved' });

/** Silence approves only somebody who was asked, and who said nothing: the booking is told, and sees to the person. */
export const tellUnasked = ({ context }: { context: JobContext }): Effect =>
  tell(context.bookingId, { type: 'approval.unasked' });

const sayUnasked = ({ context, event }: On<'text.received'>): readonly Effect[] =>
  sayAgain('approving')({ context: { ...context, isUnasked: true }, event });

/** A problem stops the payout at once; its words may follow. Whoever says anything else is not silent, here or elsewhere. */
export const approving = jobSetup.createStateConfig({
  on: {
    'homeowner.spoke': { guard: 'isAsked', actions: [doesWith(tellUnasked), assign({ isUnasked: true })] },
    'text.received': [
      complaint,
      { guard: 'saysNobodyCame', ...opensCase },
      // what became dangerous where he worked is no silence, and no approval
      { guard: 'isDanger', ...opensCase },
      {
        guard: 'isUnseen',
        actions: [
          assign(({ event }) => ({ isUnseen: false, lead: 'none', misses: 0, now: event.now })),
          doesWith(({ context }) => SAYINGS.approving(context)),
        ],
      },
      { guard: 'isBadlyRated', ...opensCase },
      { guard: 'isRated', target: 'thanked', actions: [doesWith(approve), doesAll(rate)] },
      {
        guard: 'isGood',
        target: 'rating',
        actions: [
          doesWith(approve),
          assign(({ event }) => ({ lead: 'none', misses: 0, now: event.now })),
          doesWith(({ context }) => SAYINGS.rating(context)),
        ],
      },
      { guard: 'isStory', ...opensCase },
      {
        guard: 'isProblem',
        target: 'describingProblem',
        actions: [
          doesWith(report),
          assign(({ event }) => ({ lead: 'none', misses: 0, now: event.now })),
          doesWith(({ context }) => SAYINGS.describingProblem(context)),
        ],
      },
      {
        guard: 'isNoSilence',
        actions: [doesWith(tellUnasked), doesAll(sayUnasked), assign(heardAgain), assign({ isUnasked: true })],
      },
      { actions: [doesAll(sayAgain('approving')), assign(heardAgain), assign({ isUnseen: false })] },
    ],
  },
});

export const rating = jobSetup.createStateConfig({
  entry: doesWith(({ event }) => ({
    type: 'setTimer',
    name: 'rating.reminded',
    at: minutesAfter(event.now, REMIND_AFTER_MINUTES),
  })),
  exit: does({ type: 'cancelTimer', name: 'rating.reminded' }),
  on: {
    'booking.settled': { actions: assign({ isPaidOut: true }) },
    'rating.reminded': {
      actions: [assign({ lead: 'none' }), doesWith(({ context }) => SAYINGS.rating(context))],
    },
    'text.received': [
      ratedComplaint,
      complaint,
      danger('rating'),
      refunds,
      { guard: 'isEcho', actions: doesWith(({ context }) => SAYINGS.rating({ ...context, lead: 'none' })) },
      { guard: 'hasStars', target: 'thanked', actions: [doesAll(rate), assign(({ event }) => anew(event))] },
      {
        guard: 'isSkip',
        target: 'thanked',
        actions: does({ type: 'say', key: 'job.thanked', params: { stars: null } }),
      },
      { guard: 'isStory', ...opensCase },
      stays('rating'),
    ],
  },
});

/** It was paid out and rated; for a while something may still turn out to be wrong. */
export const thanked = jobSetup.createStateConfig({
  on: {
    'booking.settled': { actions: assign({ isPaidOut: true }) },
    'text.received': [complaint, danger('thanked'), refunds, stays('thanked')],
  },
});
