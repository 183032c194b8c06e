// The day of the visit, when it does not go as it should: late, not there, not able to come, at a door that nobody opens.
import { assign } from 'xstate';
import { doesAll, doesWith } from '../effect.ts';
import type { Effect } from '../effects.ts';
import { heardAgain, sayAgain, sayPerson } from './again.ts';
import { danger, notes, stays } from './common.ts';
import type { JobContext } from './context.ts';
import { handed, sayHanded } from './handed.ts';
import { anew, saysState } from './letters.ts';
import { tell } from './other-time.ts';
import { handsOver } from './serving.ts';
import { SAYINGS } from './sayings.ts';
import { jobSetup, type On } from './setup.ts';

const sayDelay = ({ context: { code, providerName }, event }: On<'visit.delayed'>): Effect => ({
  type: 'say',
  key: 'job.delayed',
  params: { code, name: providerName, minutes: event.minutes },
});

/** Whatever was talked about, these come first. */
export const dayLetters = jobSetup.createStateConfig({
  on: {
    'visit.delayed': { actions: doesWith(sayDelay) },
    'visit.missed': {
      target: '.confirmingArrival',
      actions: [assign(({ event }) => anew(event)), saysState('confirmingArrival')],
    },
    'visit.dropped': {
      target: '.awaitingReplacement',
      actions: [assign(({ event }) => ({ ...anew(event), isDropped: true })), saysState('awaitingReplacement')],
    },
    'visit.unanswered': {
      target: '.answeringDoor',
      actions: [assign(({ event }) => anew(event)), saysState('answeringDoor')],
    },
  },
}).on;

const isHere = ({ context }: { context: JobContext }): Effect => tell(context.bookingId, { type: 'arrival.confirmed' });
const isMissing = ({ context }: { context: JobContext }): Effect => tell(context.bookingId, { type: 'arrival.denied' });

/** The window is over: is he there? */
export const confirmingArrival = jobSetup.createStateConfig({
  on: {
    'text.received': [
      danger('confirmingArrival'),
      notes(true),
      ...handsOver,
      {
        guard: 'saysMissing',
        target: 'awaitingReplacement',
        actions: [
          doesWith(isMissing),
          assign(({ event }) => anew(event)),
          doesWith(({ context }) => SAYINGS.awaitingReplacement(context)),
        ],
      },
      {
        guard: 'saysArrived',
        target: 'providerArrived',
        actions: [
          doesWith(isHere),
          assign(({ event }) => anew(event)),
          doesWith(({ context }) => SAYINGS.providerArrived(context)),
        ],
      },
      stays('confirmingArrival'),
    ],
  },
});

/** Where it stands is said in full once; a question hears it again. */
const repliesOnce = jobSetup.createStateConfig({
  on: {
    'text.received': {
      actions: [
        doesAll(sayAgain('awaitingReplacement')),
        assign(heardAgain),
        assign(({ context, event }) => (context.lead === 'missed' ? {} : handed('replacement', event.now))),
      ],
    },
  },
}).on['text.received'];

/** A person looks for another provider, or sends the money back. */
export const awaitingReplacement = jobSetup.createStateConfig({
  on: {
    'text.received': [
      danger('awaitingReplacement'),
      {
        guard: 'isNewWish',
        actions: [doesAll(sayPerson('awaitingReplacement')), assign(({ event }) => handed('drop', event.now))],
      },
      {
        guard: 'isToldAgain',
        actions: [doesWith(({ context }) => sayHanded(context)), assign({ misses: 0 })],
      },
      repliesOnce,
    ],
  },
});

const answerDoor =
  (isComing: boolean) =>
  ({ context }: { context: JobContext }): readonly Effect[] => {
    const { bookingId, code, providerName } = context;
    return [
      tell(bookingId, { type: 'homeowner.answered', isComing }),
      { type: 'say', key: 'job.doorAnswered', params: { code, name: providerName, isComing } },
    ];
  };

/** He waits at the door. */
export const answeringDoor = jobSetup.createStateConfig({
  on: {
    'text.received': [
      danger('answeringDoor'),
      notes(true),
      ...handsOver,
      {
        guard: 'saysNotComing',
        target: 'providerArrived',
        actions: [doesAll(answerDoor(false)), assign(({ event }) => anew(event))],
      },
      {
        guard: 'saysComing',
        target: 'providerArrived',
        actions: [doesAll(answerDoor(true)), assign(({ event }) => anew(event))],
      },
      stays('answeringDoor'),
    ],
  },
});
