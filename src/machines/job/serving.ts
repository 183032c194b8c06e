// From the booking to the work. A paid visit is moved or called off by a person.
import { assign } from 'xstate';
import type { Intent } from '../../domain/reading.ts';
import { asksForRefund } from '../../domain/visit-talk.ts';
import { doesAll } from '../effect.ts';
import type { Effect, Say } from '../effects.ts';
import { alertPerson } from './again.ts';
import { danger, notes, stays } from './common.ts';
import type { JobState } from './context.ts';
import { complaint } from './problem.ts';
import { jobSetup, type On } from './setup.ts';

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

export const providerArrived = jobSetup.createStateConfig({
  on: {
    'text.received': [complaint, danger('providerArrived'), notes(true), handsOver, stays('providerArrived')],
  },
});
