// Something is wrong with the work: the payout stops, and a person decides.
import { assign } from 'xstate';
import { doesAll, doesWith } from '../effect.ts';
import type { Effect } from '../effects.ts';
import { heardAgain, warn } from './again.ts';
import { danger, stays } from './common.ts';
import { handed, isHanded, sayHanded } from './handed.ts';
import { tell } from './other-time.ts';
import { jobSetup, type On } from './setup.ts';
import { isNewDanger } from './warned.ts';

export const report = ({ context, event }: On<'text.received'>): Effect =>
  tell(context.bookingId, { type: 'problem.reported', words: event.reading.words.slice(0, 600) });

export const noteProblem = (args: On<'text.received'>): readonly Effect[] => {
  const { danger } = args.event.reading;
  return danger !== null && isNewDanger(args.context, args.event)
    ? [report(args), ...warn(args, danger)]
    : [report(args), { type: 'say', key: 'job.problemNoted', params: { code: args.context.code } }];
};

/** A person looks at it from now on. */
export const opensCase = jobSetup.createStateConfig({
  on: {
    'text.received': {
      target: 'caseOpen',
      actions: [doesAll(noteProblem), assign(({ event }) => handed('problem', event.now))],
    },
  },
}).on['text.received'];

/** What went wrong is a problem of this visit, whatever is asked. */
export const complaint = jobSetup.createStateConfig({
  on: {
    'text.received': {
      guard: 'isComplaint',
      target: 'caseOpen',
      actions: [doesAll(noteProblem), assign(heardAgain), assign(({ event }) => handed('problem', event.now))],
    },
  },
}).on['text.received'];

export const describingProblem = jobSetup.createStateConfig({
  on: {
    'case.opened': {},
    'text.received': [danger('describingProblem'), { guard: 'isTold', ...opensCase }, stays('describingProblem')],
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
        actions: [
          doesWith(({ context, event }) =>
            isHanded(context, 'problem', event.now)
              ? sayHanded(context)
              : { type: 'say', key: 'job.problemNoted', params: { code: context.code } },
          ),
          assign(({ event }) => handed('problem', event.now)),
        ],
      },
      stays('caseOpen'),
    ],
  },
});
