// The writes of a sweep: what is taken up is counted, what has fallen due is rung.
import { alarms, filtered, literal, mapped, type Stage, type Writer } from './actor-pipelines.ts';

const counted = (field: 'tries' | 'trials') => ({
  $mergeObjects: ['$$this', { [field]: { $sum: [`$$this.${field}`, 1] } }],
});

/**
 * A sweep counts what the next turn takes (see `nextWork`), so that an event, a timer or a burst over which processes die comes on trial
 * at the third time, and only that. Texts whose burst still grows wait for nobody's death.
 */
export const takeUpPipeline = (writer: Writer): Stage[] => {
  const next = nextUp(writer.now);
  const isReady = { $or: [{ $eq: ['$$this.readyAt', null] }, { $lte: [{ $max: '$inbox.readyAt' }, writer.now] }] };
  const isNextText = { $and: [{ $eq: [{ $ifNull: [next.event, next.timer, null] }, null] }, isReady] };
  const isNextTimer = { $and: [{ $eq: [{ $ifNull: [next.event, null] }, null] }, { $eq: ['$$this.id', next.timer] }] };
  return [
    {
      $set: {
        inbox: mapped('$inbox', {
          $cond: [{ $or: [{ $eq: ['$$this.id', next.event] }, isNextText] }, counted('tries'), '$$this'],
        }),
        timers: mapped('$timers', { $cond: [isNextTimer, counted('tries'), '$$this'] }),
      },
    },
    { $set: alarms(writer) },
  ];
};

/** What begins on trial; it stays with whoever begins it as long as anything that was just written. */
export const trialPipeline = (ids: readonly string[], writer: Writer): Stage[] => {
  const begun = (array: string) =>
    mapped(array, { $cond: [{ $in: ['$$this.id', literal(ids)] }, counted('trials'), '$$this'] });
  return [
    { $set: { inbox: begun('$inbox'), timers: begun('$timers'), outbox: begun('$outbox') } },
    { $set: alarms(writer) },
  ];
};

/** The ids of the first event and of the earliest timer that is due; null: there is none. */
const nextUp = (now: Date) => {
  const earliest = { $min: '$timers.dueAt' };
  const events = filtered('$inbox', { $eq: ['$$this.what.kind', 'event'] });
  const timer = { $arrayElemAt: ['$timers.id', { $indexOfArray: ['$timers.dueAt', earliest] }] };
  return {
    event: { $let: { vars: { first: { $first: events } }, in: '$$first.id' } },
    timer: { $cond: [{ $and: [{ $gt: [earliest, null] }, { $lte: [earliest, now] }] }, timer, null] },
  };
};

/** What has fallen due is open from now on; what a living process is at work on stays with it. */
export const ringPipeline = (writer: Writer): Stage[] => [{ $set: alarms(writer) }];
