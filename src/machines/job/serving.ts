// From the booking to the thanks. A paid visit is moved or called off by a person.
import { assign } from 'xstate';
import { minutesAfter } from '../../domain/instants.ts';
import type { Intent } from '../../domain/reading.ts';
import { asksForRefund } from '../../domain/visit-talk.ts';
import { does, doesAll, doesWith } from '../effect.ts';
import type { Effect, Say } from '../effects.ts';
import { alertPerson } from './again.ts';
import { danger, notes, stays } from './common.ts';
import type { JobState } from './context.ts';
import { tell } from './other-time.ts';
import { SAYINGS } from './sayings.ts';
import { jobSetup, starsOf, type On } from './setup.ts';

const REMIND_AFTER_MINUTES = 3 * 24 * 60;

type Wants = Extract<Say, { key: 'job.changeByPerson' }>['params']['wants'];

const askPerson = ({ context }: On<'text.received'>, wants: Wants): readonly Effect[] => {
  const { code, paid } = context;
  const params = { code, wants, total: paid ?? null, isAhead: wants !== 'refund' };
  return [alertPerson({ context }, 'personAsked'), { type: 'say', key: 'job.changeByPerson', params }];
};

const CALLED_OFF: readonly Intent[] = ['dropJob', 'cancel'];

const handOver = (args: On<'text.received'>): readonly Effect[] => {
  const { intent, words } = args.event.reading;
  return askPerson(args, CALLED_OFF.includes(intent) || asksForRefund(words) ? 'drop' : 'change');
};

/** A paid visit is moved or called off by a person. */
export const handsOver = jobSetup.createStateConfig({
  on: { 'text.received': { guard: 'isChangeOrDrop', actions: [doesAll(handOver), assign({ misses: 0 })] } },
}).on['text.received'];

/** The work is done and its money is on its way, or there: only a person can bring it back. */
export const refunds = jobSetup.createStateConfig({
  on: {
    'text.received': {
      guard: 'isRefund',
      actions: [doesAll((args) => askPerson(args, 'refund')), assign({ misses: 0 })],
    },
  },
}).on['text.received'];

/** A visit that is paid, until the work is done. */
const visiting = (state: JobState) =>
  jobSetup.createStateConfig({
    on: {
      'text.received': [danger(state), notes(true), handsOver, stays(state)],
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
      refunds,
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
