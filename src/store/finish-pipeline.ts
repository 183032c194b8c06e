// The write that notes how orders ended.
import type { Ending } from '../conversations/ports/actor.ts';
import {
  alarms,
  appended,
  claimGivenBack,
  isMine,
  literal,
  mapped,
  STUCK_CAP,
  without,
  type Stage,
  type Writer,
} from './actor-pipelines.ts';

/** What an end brings, once. */
const brought = (ending: Ending, items: readonly object[]) =>
  items.length === 0 ? [] : [{ $cond: [{ $in: [ending.id, '$outbox.id'] }, literal(items), []] }];

const answersOf = (endings: readonly Ending[]) =>
  endings.flatMap((ending) => ('answers' in ending ? brought(ending, ending.answers) : []));

const alertsOf = (endings: readonly Ending[]) =>
  endings.flatMap((ending) => ('alert' in ending && ending.alert !== null ? brought(ending, [ending.alert]) : []));

const changed = (changes: object) => ({ $mergeObjects: ['$$this', changes] });

/** Only who holds the claim knows of a try: somebody else has begun a doubt of his own else. */
const branchesOf = (ending: Ending, writer: Writer) => {
  if (ending.outcome === 'behind') {
    return [{ case: { $eq: ['$$this.id', ending.id] }, then: changed({ nextAt: literal(ending.nextAt) }) }];
  }
  if (ending.outcome !== 'again') return [];
  const nextAt = literal(ending.nextAt);
  // whoever tried is alive: the deaths before were not of it
  const alive = { takeovers: 0, trials: 0 };
  const again = { tries: { $add: ['$$this.tries', 1] }, ...alive, nextAt, unknownSince: literal(ending.unknownSince) };
  return [
    { case: { $not: [isMine(writer.token)] }, then: '$$this' },
    { case: { $eq: ['$$this.id', ending.id] }, then: changed(again) },
    { case: { $eq: ['$$this.lane', ending.lane] }, then: changed({ nextAt }) },
  ];
};

const afterTries = (endings: readonly Ending[], writer: Writer) => {
  const branches = endings.flatMap((ending) => branchesOf(ending, writer));
  const over = endings.filter((ending) => ending.outcome === 'over' || ending.outcome === 'stuck');
  const kept = without(
    '$outbox',
    over.map((ending) => ending.id),
  );
  return branches.length === 0 ? kept : mapped(kept, { $switch: { branches, default: '$$this' } });
};

const changesOf = (endings: readonly Ending[], writer: Writer): Stage => {
  const answers = answersOf(endings);
  const alerts = alertsOf(endings);
  const stuck = endings.flatMap((ending) => (ending.outcome === 'stuck' ? [ending.stuck] : []));
  const left = afterTries(endings, writer);
  return {
    outbox: alerts.length > 0 ? { $concatArrays: [left, ...alerts] } : left,
    ...(answers.length > 0 && { inbox: { $concatArrays: ['$inbox', ...answers] } }),
    ...(stuck.length > 0 && { stuck: appended('$stuck', stuck, STUCK_CAP) }),
  };
};

/** An effect's answer is pushed in the same write that pulls the effect; the claim goes back when nothing is left to do. */
export const finishPipeline = (endings: readonly Ending[], writer: Writer): Stage[] => [
  { $set: changesOf(endings, writer) },
  { $set: { ...claimGivenBack(writer), ...alarms(writer) } },
];

/** A text that nobody knew was sent is looked at now. */
export const hastenPipeline = (effectId: string, writer: Writer): Stage[] => [
  {
    $set: {
      outbox: mapped('$outbox', {
        $cond: [{ $eq: ['$$this.id', literal(effectId)] }, changed({ nextAt: null }), '$$this'],
      }),
    },
  },
  { $set: alarms(writer) },
];
