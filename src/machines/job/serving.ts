// From the booking to the work. A paid visit is moved or called off by a person.
import { assign } from 'xstate';
import type { Intent, Reading } from '../../domain/reading.ts';
import { asksForRefund } from '../../domain/visit-talk.ts';
import { doesAll, doesWith } from '../effect.ts';
import type { Effect, Say } from '../effects.ts';
import { alertPerson } from './again.ts';
import { danger, keepNote, notes, stays } from './common.ts';
import { handed, isHanded, sayHanded } from './handed.ts';
import { complaint, opensCase } from './problem.ts';
import { jobSetup, type On } from './setup.ts';

type Wants = Extract<Say, { key: 'job.changeByPerson' }>['params']['wants'];

const CALLED_OFF: readonly Intent[] = ['dropJob', 'cancel'];

const wantsOf = ({ intent, words }: Reading): Wants =>
  CALLED_OFF.includes(intent) || asksForRefund(words) ? 'drop' : 'change';

const askPerson = ({ context, event }: On<'text.received'>, wants: Wants): readonly Effect[] => {
  const { code, paid } = context;
  if (isHanded(context, wants, event.now)) return [sayHanded(context)];
  const params = { code, wants, total: paid ?? null, isAhead: wants !== 'refund' };
  return [alertPerson({ context }, 'personAsked'), { type: 'say', key: 'job.changeByPerson', params }];
};

/** A person is asked once for the same thing. */
const asks = (guard: 'isChangeOrDrop' | 'isRefund', wants: (reading: Reading) => Wants) =>
  jobSetup.createStateConfig({
    on: {
      'text.received': {
        guard,
        actions: [
          doesAll((args) => askPerson(args, wants(args.event.reading))),
          assign(({ context, event: { now, reading } }) =>
            isHanded(context, wants(reading), now) ? { misses: 0 } : handed(wants(reading), now),
          ),
        ],
      },
    },
  }).on['text.received'];

const keepsVisit = jobSetup.createStateConfig({
  on: {
    'text.received': {
      guard: 'isNeverMind',
      actions: [
        doesWith(({ context: { code, providerName, window } }) => ({
          type: 'say',
          key: 'job.staysBooked',
          params: { code, name: providerName, window },
        })),
        assign({ misses: 0 }),
      ],
    },
  },
}).on['text.received'];

/** A paid visit is moved or called off by a person. */
export const handsOver = [keepsVisit, asks('isChangeOrDrop', wantsOf)] as const;

/** The work is done and its money is on its way, or there: only a person can bring it back. */
export const refunds = asks('isRefund', () => 'refund');

/** "He never came", before the window is over: what is known, and what comes. At its end the homeowner is asked. */
const missesHim = (isOnTheWay: boolean) =>
  jobSetup.createStateConfig({
    on: {
      'text.received': {
        guard: 'saysNobodyCame',
        actions: [
          doesWith(({ context: { code, providerName, window } }) => ({
            type: 'say',
            key: 'job.notOver',
            params: { code, name: providerName, window, isOnTheWay },
          })),
          assign({ misses: 0 }),
        ],
      },
    },
  }).on['text.received'];

/** "Wrong apt, its apt 7": the pro must know it at once, and a person whether it changes anything. */
const movesPlace = jobSetup.createStateConfig({
  on: {
    'text.received': {
      guard: 'isWrongPlace',
      actions: [
        doesAll(({ context, event }) => [
          keepNote(context, event),
          alertPerson({ context }, 'personAsked'),
          { type: 'say', key: 'job.placeNoted', params: { code: context.code } },
        ]),
        assign({ misses: 0 }),
      ],
    },
  },
}).on['text.received'];

/** A visit that is paid, until the work is done. */
const visiting = (state: 'booked' | 'providerOnTheWay') =>
  jobSetup.createStateConfig({
    on: {
      'text.received': [
        danger(state),
        movesPlace,
        // "nobody is there till 4, key is under the mat" is for the pro
        notes(true),
        ...handsOver,
        missesHim(state === 'providerOnTheWay'),
        stays(state),
      ],
    },
  });

export const booked = visiting('booked');
export const providerOnTheWay = visiting('providerOnTheWay');

export const providerArrived = jobSetup.createStateConfig({
  on: {
    'text.received': [
      complaint,
      danger('providerArrived'),
      // he says that he is there, and she that he is not: no money until a person has looked
      { guard: 'saysNobodyCame', ...opensCase },
      notes(true),
      ...handsOver,
      stays('providerArrived'),
    ],
  },
});
