// The writes of an actor as update pipelines. All data goes in as $literal, or a text like "$100 max" would be read as a field
// path; claims and wakeAt use the server's clock ($$NOW); wakeAt and dueAt are computed from the arrays as they then are.
import type { CommitPlan, Consent, ConsentChange, InboxItem, LetterStamp } from '../conversations/ports/actor.ts';
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
export const mapped = (input: unknown, inside: unknown) => ({ $map: { input, in: inside } });
export const filtered = (input: unknown, cond: unknown) => ({ $filter: { input, cond } });

const ARRAYS = ['inbox', 'machines', 'timers', 'outbox', 'handled', 'heard', 'stuck'];

/** What an actor is before anything happened to it; whatever it has by now wins. */
const emptyActor = (ref: string): Stage => {
  const arrays = Object.fromEntries(ARRAYS.map((name) => [name, []]));
  const actor = { ref, revision: 0, schema: SCHEMA, facts: {}, consent: null, claim: null, ...arrays };
  return { $replaceWith: { $mergeObjects: [literal(actor), '$$ROOT'] } };
};

/** Whether any of these times has come. Null sorts before every date: what has no time is open. */
const isAnyDue = (times: unknown, now: Date) => ({ $anyElementTrue: [mapped(times, { $lte: ['$$this', now] })] });

/**
 * wakeAt: real time at which somebody must look, unless the one at work is done by then. dueAt: the next business instant. Computed
 * from the arrays as an earlier stage has left them.
 */
export const alarms = ({ now, timing }: Writer): Stage => {
  const soon = { $add: ['$$NOW', timing.graceMs] };
  const whileClaimed = { $cond: [{ $gt: ['$claim.until', '$$NOW'] }, '$claim.until', soon] };
  const turns = ['$inbox.readyAt', '$timers.dueAt'];
  return {
    wakeAt: {
      $min: [
        { $cond: [isAnyDue({ $concatArrays: turns }, now), soon, null] },
        { $cond: [isAnyDue('$outbox.nextAt', now), whileClaimed, null] },
      ],
    },
    dueAt: { $min: filtered({ $concatArrays: [...turns, '$outbox.nextAt'] }, { $gt: ['$$this', now] }) },
  };
};

const isKnown = (item: InboxItem) => ({
  $or: [
    { $in: [literal(item.id), { $concatArrays: ['$inbox.id', '$handled.id'] }] },
    ...(item.letter === null
      ? []
      : [
          {
            $anyElementTrue: [
              mapped('$heard', {
                $and: [
                  { $eq: ['$$this.ref', literal(item.letter.ref)] },
                  { $gte: ['$$this.sequence', item.letter.sequence] },
                ],
              }),
            ],
          },
        ]),
  ],
});

/** Takes an event in, once. Only texts fill an inbox, and only texts are refused by a full one: whoever sent a letter would come again. */
export const acceptPipeline = (
  order: { item: InboxItem; ref: string; consent: ConsentChange | null },
  writer: Writer,
): Stage[] => {
  const isFull = order.item.what.kind === 'text' ? [{ $gte: [{ $size: '$inbox.what.text' }, INBOX_CAP] }] : [];
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
        ...(order.consent === null ? {} : { consent: consentAfter(order.item, order.consent) }),
      },
    },
    { $set: alarms(writer) },
  ];
};

const IS_CARRIERS_OUT = { $and: [{ $eq: ['$consent.state', 'out'] }, { $eq: ['$consent.isCarriers', true] }] };

/**
 * A word of our own does not undo the block of a carrier: YES would lift that. One that is found after a later one changes nothing; one
 * that has just come is the last, whatever the clocks of two processes say.
 */
const consentAfter = (item: InboxItem, { isAfterCarriers = false, isFound = false, ...consent }: ConsentChange) => {
  const isCarriers = consent.state === 'in' ? consent.isCarriers : { $or: [consent.isCarriers, IS_CARRIERS_OUT] };
  const isNotMeant = isAfterCarriers && { $not: [IS_CARRIERS_OUT] };
  const isOvertaken = isFound && { $gt: ['$consent.at', literal(consent.at)] };
  const changed = { $mergeObjects: [literal(consent), { isCarriers }] };
  return { $cond: [{ $or: [isKnown(item), isNotMeant, isOvertaken] }, '$consent', changed] };
};

export const isMine = (token: string) => ({ $eq: ['$claim.token', literal(token)] });
const hasLapsed = { $lt: ['$claim.until', '$$NOW'] };

const claimOf = ({ timing, token }: Writer) => ({
  token: literal(token),
  until: { $add: ['$$NOW', timing.claimMs] },
});

/** First of its lane, and not waiting: what a holder was at when he died. */
const isOpenHead = (now: Date) => {
  const head = { $arrayElemAt: ['$outbox.id', { $indexOfArray: ['$outbox.lane', '$$this.lane'] }] };
  return { $and: [{ $eq: [head, '$$this.id'] }, { $lte: ['$$this.nextAt', now] }] };
};

/**
 * Takes the claim if it is free, or ours to renew; if its holder died, nobody knows what became of the orders he had. Nor if we were
 * the holder and could not note the ends of what we did (`isDoubtful`). An older doubt begins anew: he may have tried again.
 */
const claimTaken = (writer: Writer, isDoubtful: boolean): Stage => {
  const isOthers = { $and: [{ $ne: ['$claim', null] }, { $not: [isMine(writer.token)] }, hasLapsed] };
  const takeovers = { $add: ['$$this.takeovers', { $cond: [isOpenHead(writer.now), 1, 0] }] };
  const inDoubt = mapped('$outbox', { $mergeObjects: ['$$this', { takeovers, unknownSince: writer.now }] });
  return {
    outbox: { $cond: [isDoubtful ? { $or: [isOthers, isMine(writer.token)] } : isOthers, inDoubt, '$outbox'] },
    claim: {
      $cond: [{ $or: [{ $eq: ['$claim', null] }, isMine(writer.token), hasLapsed] }, claimOf(writer), '$claim'],
    },
  };
};

/** A commit takes a free claim and renews its own; one that lapsed is taken by `claimPipeline`, which knows what that means. */
const claimIfFree = (writer: Writer) => ({
  $cond: [{ $in: [{ $ifNull: ['$claim.token', ''] }, literal(['', writer.token])] }, claimOf(writer), '$claim'],
});

/** A claim is only held while something can be performed: another process would else wait for it in vain. */
export const claimGivenBack = ({ now, token }: Writer): Stage => ({
  claim: { $cond: [{ $and: [isMine(token), { $not: [isAnyDue('$outbox.nextAt', now)] }] }, null, '$claim'] },
});

export const claimPipeline = (writer: Writer, isDoubtful: boolean): Stage[] => [
  { $set: claimTaken(writer, isDoubtful) },
  { $set: { ...claimGivenBack(writer), ...alarms(writer) } },
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

const lettersHeard = (stamps: readonly LetterStamp[]) => {
  const refs = stamps.map((stamp) => stamp.ref);
  const others = filtered('$heard', { $not: [{ $in: ['$$this.ref', literal(refs)] }] });
  return { $slice: [{ $concatArrays: [others, literal(stamps)] }, -HEARD_CAP] };
};

export const appended = (array: string, items: readonly unknown[], cap: number) => ({
  $slice: [{ $concatArrays: [array, literal(items)] }, -cap],
});

const timersOf = ({ timersOff, timersOn }: CommitPlan): Stage =>
  timersOff.length + timersOn.length === 0
    ? {}
    : { timers: { $concatArrays: [without('$timers', timersOff), literal(timersOn)] } };

const outboxOf = ({ outbox }: CommitPlan, writer: Writer): Stage =>
  outbox.length === 0 ? {} : { outbox: { $concatArrays: ['$outbox', literal(outbox)] }, claim: claimIfFree(writer) };

/** What is not part of a plan is not part of its write: the server reads every word of a pipeline anew each time. */
const changesOf = (plan: CommitPlan, writer: Writer): Stage => {
  const stamps = plan.heardItems.flatMap((item) => (item.letter === null ? [] : [item.letter]));
  const ids = plan.heardItems.map((item) => item.id);
  return {
    revision: { $add: ['$revision', 1] },
    schema: SCHEMA,
    machines: literal(plan.machines),
    ...(ids.length > 0 && { inbox: without('$inbox', ids) }),
    ...timersOf(plan),
    ...outboxOf(plan, writer),
    ...(plan.handled.length > 0 && { handled: remembered(plan, writer.now) }),
    ...(stamps.length > 0 && { heard: lettersHeard(stamps) }),
    ...(plan.stuck.length > 0 && { stuck: appended('$stuck', plan.stuck, STUCK_CAP) }),
    ...(Object.keys(plan.facts).length > 0 && { facts: { $mergeObjects: ['$facts', literal(plan.facts)] } }),
    ...(plan.consent !== null && { consent: unlessSaidSince(plan.consent) }),
  };
};

/** A START that came while the turn was under way is the later word. */
const unlessSaidSince = (consent: Consent) => ({
  $cond: [{ $gt: ['$consent.at', literal(consent.at)] }, '$consent', literal(consent)],
});

/** The one write of a turn. `mark` names this commit. */
export const commitPipeline = (plan: CommitPlan, writer: Writer, mark: string): Stage[] => [
  { $set: { ...changesOf(plan, writer), commit: mark } },
  { $set: alarms(writer) },
];
