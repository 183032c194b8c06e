// The writes of an actor as update pipelines. All data goes in as $literal, or a text like "$100 max" would be read as a field
// path; claims and wakeAt use the server's clock ($$NOW); wakeAt and dueAt are computed from the arrays as they then are.
import type { CommitPlan, Consent, InboxItem } from '../conversations/ports/actor.ts';
import { SCHEMA } from '../domain/actor.ts';

export type Stage = Record<string, unknown>;

/** Real time, by the server's clock. */
export interface Timing {
  /** for how long the one performer of an actor is believed to live */
  readonly claimMs: number;
  /** after which work that nobody claimed is looked for */
  readonly graceMs: number;
}
/** What a write is made with: who writes, and business time. */
export interface Writer {
  readonly token: string;
  readonly now: Date;
  readonly timing: Timing;
}

export const INBOX_CAP = 30;
const HANDLED_CAP = 500;
const HANDLED_MS = 4 * 24 * 3_600_000;
const HEARD_CAP = 200;
export const STUCK_CAP = 50;

export const literal = (value: unknown) => ({ $literal: value });
const orElse = (field: string, value: unknown) => ({ $ifNull: [`$${field}`, literal(value)] });
export const mapped = (input: unknown, inside: unknown) => ({ $map: { input, in: inside } });
export const filtered = (input: unknown, cond: unknown) => ({ $filter: { input, cond } });

const emptyActor = (ref: string): Stage => ({
  $set: {
    ref: orElse('ref', ref),
    revision: orElse('revision', 0),
    schema: orElse('schema', SCHEMA),
    facts: orElse('facts', {}),
    consent: orElse('consent', null),
    claim: orElse('claim', null),
    ...Object.fromEntries(
      ['inbox', 'machines', 'timers', 'outbox', 'handled', 'heard', 'stuck'].map((name) => [name, orElse(name, [])]),
    ),
  },
});

export const isOpen = (field: string, now: Date) => ({
  $or: [{ $eq: [field, null] }, { $lte: [field, literal(now)] }],
});
const later = (array: string, field: string, now: Date) =>
  mapped(filtered(array, { $gt: [`$$this.${field}`, literal(now)] }), `$$this.${field}`);

/** wakeAt: real time at which somebody must look, unless the one at work is done by then. dueAt: the next business instant. */
export const alarms = ({ now, timing }: Writer): Stage[] => [
  {
    $set: {
      wakeAt: {
        $min: [
          {
            $cond: [
              { $gt: [{ $size: filtered('$inbox', isOpen('$$this.readyAt', now)) }, 0] },
              { $add: ['$$NOW', timing.graceMs] },
              null,
            ],
          },
          {
            $cond: [
              { $gt: [{ $size: filtered('$outbox', isOpen('$$this.nextAt', now)) }, 0] },
              { $cond: [{ $gt: ['$claim.until', '$$NOW'] }, '$claim.until', { $add: ['$$NOW', timing.graceMs] }] },
              null,
            ],
          },
        ],
      },
      dueAt: {
        $min: {
          $concatArrays: [
            mapped('$timers', '$$this.dueAt'),
            later('$inbox', 'readyAt', now),
            later('$outbox', 'nextAt', now),
          ],
        },
      },
    },
  },
];

const isKnown = (item: InboxItem) => ({
  $or: [
    { $in: [item.id, '$inbox.id'] },
    { $in: [item.id, '$handled.id'] },
    ...(item.letter === null
      ? []
      : [
          {
            $anyElementTrue: [
              mapped('$heard', {
                $and: [{ $eq: ['$$this.ref', item.letter.ref] }, { $gte: ['$$this.sequence', item.letter.sequence] }],
              }),
            ],
          },
        ]),
  ],
});

/** Takes an event in, once. Letters are never refused by a full inbox: their sender would only come again. */
export const acceptPipeline = (
  order: { item: InboxItem; ref: string; consent: Consent | null },
  writer: Writer,
): Stage[] => {
  const isFull = order.item.what.kind === 'text' ? [{ $gte: [{ $size: '$inbox' }, INBOX_CAP] }] : [];
  return [
    emptyActor(order.ref),
    {
      $set: {
        inbox: {
          $cond: [
            { $or: [isKnown(order.item), ...isFull] },
            '$inbox',
            { $concatArrays: ['$inbox', [literal(order.item)]] },
          ],
        },
        // A redelivered STOP must not undo the START that came after it; one that a flood keeps out still counts.
        ...(order.consent === null
          ? {}
          : { consent: { $cond: [isKnown(order.item), '$consent', literal(order.consent)] } }),
      },
    },
    ...alarms(writer),
  ];
};

const isMine = (token: string) => ({ $eq: ['$claim.token', literal(token)] });
const hasLapsed = { $lt: ['$claim.until', '$$NOW'] };

/**
 * Takes the claim if it is free, or ours to renew; if its holder died, nobody knows what became of the orders he had. Nor if we were
 * the holder and could not note the ends of what we did (`isDoubtful`).
 */
const claimStages = ({ now, timing, token }: Writer, isDoubtful = false): Stage[] => [
  {
    $set: {
      outbox: {
        $cond: [
          {
            $or: [
              { $and: [{ $ne: ['$claim', null] }, { $not: [isMine(token)] }, hasLapsed] },
              ...(isDoubtful ? [isMine(token)] : []),
            ],
          },
          mapped('$outbox', {
            $mergeObjects: [
              '$$this',
              {
                takeovers: { $add: ['$$this.takeovers', 1] },
                unknownSince: { $ifNull: ['$$this.unknownSince', literal(now)] },
              },
            ],
          }),
          '$outbox',
        ],
      },
      claim: {
        $cond: [
          { $or: [{ $eq: ['$claim', null] }, isMine(token), hasLapsed] },
          { token: literal(token), until: { $add: ['$$NOW', timing.claimMs] } },
          '$claim',
        ],
      },
    },
  },
];

/** A claim is only held while something can be performed: another process would else wait for it in vain. */
export const claimGivenBack = ({ now, token }: Writer): Stage => ({
  $set: {
    claim: {
      $cond: [
        { $and: [isMine(token), { $eq: [{ $size: filtered('$outbox', isOpen('$$this.nextAt', now)) }, 0] }] },
        null,
        '$claim',
      ],
    },
  },
});

export const claimPipeline = (writer: Writer, isDoubtful: boolean): Stage[] => [
  ...claimStages(writer, isDoubtful),
  claimGivenBack(writer),
  ...alarms(writer),
];

export const without = (array: string, ids: readonly string[]) =>
  filtered(array, { $not: [{ $in: ['$$this.id', literal(ids)] }] });

const remembered = (plan: CommitPlan, now: Date) => ({
  $slice: [
    {
      $concatArrays: [
        filtered('$handled', { $gt: ['$$this.at', literal(new Date(now.getTime() - HANDLED_MS))] }),
        literal(plan.handled.map((id) => ({ id, at: now }))),
      ],
    },
    -HANDLED_CAP,
  ],
});

const lettersHeard = (plan: CommitPlan) => {
  const stamps = plan.heardItems.flatMap((item) => (item.letter === null ? [] : [item.letter]));
  const refs = stamps.map((stamp) => stamp.ref);
  return {
    $slice: [
      {
        $concatArrays: [filtered('$heard', { $not: [{ $in: ['$$this.ref', literal(refs)] }] }), literal(stamps)],
      },
      -HEARD_CAP,
    ],
  };
};

/** The one write of a turn. */
export const commitPipeline = (plan: CommitPlan, writer: Writer): Stage[] => [
  ...(plan.outbox.length > 0 ? claimStages(writer) : []),
  {
    $set: {
      revision: { $add: ['$revision', 1] },
      schema: SCHEMA,
      inbox: without(
        '$inbox',
        plan.heardItems.map((item) => item.id),
      ),
      machines: literal(plan.machines),
      timers: { $concatArrays: [without('$timers', plan.timersOff), literal(plan.timersOn)] },
      outbox: { $concatArrays: ['$outbox', literal(plan.outbox)] },
      handled: remembered(plan, writer.now),
      heard: lettersHeard(plan),
      stuck: { $slice: [{ $concatArrays: ['$stuck', literal(plan.stuck)] }, -STUCK_CAP] },
      facts: { $mergeObjects: ['$facts', literal(plan.facts)] },
      ...(plan.consent === null ? {} : { consent: literal(plan.consent) }),
    },
  },
  ...alarms(writer),
];

/** A sweep counts what it takes up, so that an event over which processes die is put aside at the third time. */
export const takeUpPipeline = (writer: Writer): Stage[] => [
  { $set: { inbox: mapped('$inbox', { $mergeObjects: ['$$this', { tries: { $add: ['$$this.tries', 1] } }] }) } },
  ...alarms(writer),
];
