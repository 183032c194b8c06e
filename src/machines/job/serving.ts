// From the booking to the thanks. A paid visit is moved or called off by a person.
import { assign } from 'xstate';
import { minutesAfter } from '../../domain/instants.ts';
import { does, doesAll, doesWith } from '../effect.ts';
import type { Effect } from '../effects.ts';
import { alertPerson } from './again.ts';
import { danger, stays } from './common.ts';
import type { JobState } from './context.ts';
import { tell } from './other-time.ts';
import { SAYINGS } from './sayings.ts';
import { jobSetup, starsOf, type On } from './setup.ts';

const REMIND_AFTER_MINUTES = 3 * 24 * 60;

const handOver = ({ context, event }: On<'text.received'>): readonly Effect[] => {
  const { intent } = event.reading;
  const wants = intent === 'dropJob' || intent === 'cancel' ? 'drop' : 'change';
  return [
    alertPerson({ context }, 'personAsked'),
    { type: 'say', key: 'job.changeByPerson', params: { code: context.code, wants } },
  ];
};

/** A visit that is paid, until the work is done. */
const visiting = (state: JobState) =>
  jobSetup.createStateConfig({
    on: {
      'text.received': [
        danger(state),
        { guard: 'isChangeOrDrop', actions: [doesAll(handOver), assign({ misses: 0 })] },
        stays(state),
      ],
    },
  });

export const booked = visiting('booked');
export const providerOnTheWay = visiting('providerOnTheWay');
export const providerArrived = visiting('providerArrived');

const report = ({ context, event }: On<'text.received'>): Effect =>
  tell(context.bookingId, { type: 'problem.reported', words: event.reading.words.slice(0, 600) });

const noteProblem = (args: On<'text.received'>): readonly Effect[] => [
  report(args),
  { type: 'say', key: 'job.problemNoted', params: { code: args.context.code } },
];

const rate = ({ context, event }: On<'text.received'>): readonly Effect[] => {
  const stars = starsOf(event.reading);
  if (stars === null) return [];
  const { words } = event.reading;
  return [
    tell(context.bookingId, { type: 'rating.given', stars, words: words.length > 2 ? words.slice(0, 600) : null }),
    { type: 'say', key: 'job.thanked', params: { stars } },
  ];
};

const approve = ({ context }: On<'text.received'>): Effect => tell(context.bookingId, { type: 'work.approved' });

/** A problem stops the payout at once; its words may follow. */
export const approving = jobSetup.createStateConfig({
  on: {
    'text.received': [
      danger('approving'),
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
      { guard: 'isStory', target: 'caseOpen', actions: doesAll(noteProblem) },
      {
        guard: 'isProblem',
        target: 'describingProblem',
        actions: [
          doesWith(report),
          assign(({ event }) => ({ lead: 'none', misses: 0, now: event.now })),
          doesWith(({ context }) => SAYINGS.describingProblem(context)),
        ],
      },
      stays('approving'),
    ],
  },
});

export const describingProblem = jobSetup.createStateConfig({
  on: {
    'case.opened': {},
    'text.received': [
      danger('describingProblem'),
      { guard: 'isTold', target: 'caseOpen', actions: doesAll(noteProblem) },
      stays('describingProblem'),
    ],
  },
});

/** A person decides; what is said meanwhile is theirs to read. */
export const caseOpen = jobSetup.createStateConfig({
  on: {
    'case.opened': {},
    'text.received': [
      danger('caseOpen'),
      {
        guard: 'isTold',
        actions: doesWith(({ context }) => ({
          type: 'say',
          key: 'job.problemNoted',
          params: { code: context.code },
        })),
      },
      stays('caseOpen'),
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
    'booking.settled': {},
    'rating.reminded': {
      actions: [assign({ lead: 'none' }), doesWith(({ context }) => SAYINGS.rating(context))],
    },
    'text.received': [
      danger('rating'),
      { guard: 'hasStars', target: 'thanked', actions: doesAll(rate) },
      {
        guard: 'isSkip',
        target: 'thanked',
        actions: does({ type: 'say', key: 'job.thanked', params: { stars: null } }),
      },
      { guard: 'isStory', target: 'caseOpen', actions: doesAll(noteProblem) },
      stays('rating'),
    ],
  },
});
