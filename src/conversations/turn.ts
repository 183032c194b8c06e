// One unit of work: one event in; one new state and some orders, one commit out.
import type { ActorAddress } from '../domain/actor.ts';
import type { Event } from '../machines/events.ts';
import type { ActorImage, Asked, InboxItem, StoredTimer, StuckItem } from './ports/actor.ts';
import { passedOn } from './by-sms.ts';
import { firstBurst, isAnswer } from './gather.ts';
import { isFatal, isSuspect, type Taken } from './on-trial.ts';
import { emptyDraft, planOf, type Draft } from './plan.ts';
import { singleTurn } from './single-turn.ts';
import { speak } from './speech.ts';
import { eventTurn, textTurn } from './thread-turn.ts';
import { understandBurst, type Understood } from './understand-burst.ts';
import { factsOf } from './thread-facts.ts';
import type { Tools } from './tools.ts';

export type Work =
  | { readonly kind: 'event'; readonly item: InboxItem }
  | { readonly kind: 'texts'; readonly items: readonly InboxItem[]; readonly readyAt: Date }
  | { readonly kind: 'timer'; readonly timer: StoredTimer };

export type TurnEnd =
  | { readonly outcome: 'committed'; readonly image: ActorImage }
  /** somebody else was first: read again and step again */
  | { readonly outcome: 'lost' };

interface Taking {
  readonly address: ActorAddress;
  readonly image: ActorImage;
  readonly work: Work;
  readonly cache: ReadingCache;
}

/** A reading made for a burst while the same question was open, kept over a lost compare-and-set. */
export interface ReadingCache {
  key: string;
  understood: Promise<Understood> | null;
}

const eventOf = (item: InboxItem): Event | null => (item.what.kind === 'event' ? item.what.event : null);

/** What this actor's next turn is about; null when nothing waits. Facts come before texts that may still grow. */
export const nextWork = (image: ActorImage, now: Date, answersAsked: (text: string) => boolean): Work | null => {
  const item = image.inbox.find((candidate) => candidate.what.kind === 'event');
  if (item !== undefined) return { kind: 'event', item };
  const [timer] = image.timers
    .filter(({ dueAt }) => dueAt <= now)
    .sort((left, right) => left.dueAt.getTime() - right.dueAt.getTime());
  if (timer !== undefined) return { kind: 'timer', timer };
  const burst = firstBurst(image.inbox, answersAsked);
  return burst === null ? null : { kind: 'texts', ...burst };
};

/** The rules alone, without I/O, say whether a text already answers what was asked. */
export const answersAskedIn =
  (image: ActorImage, read: (text: string, asked: Asked | null) => Parameters<typeof isAnswer>[0]) =>
  (text: string) => {
    const { asked } = factsOf(image);
    // A text that cannot even be looked at must come to its turn, where it is put aside.
    try {
      return isAnswer(read(text, asked), asked);
    } catch {
      return true;
    }
  };

/** What processes may have died over is taken alone, from the image in which that is noted. */
export const takeTurn = (tools: Tools, taking: Taking): Promise<TurnEnd> => {
  const suspects = takenIn(taking.work).filter(isSuspect);
  if (suspects.length === 0) return decideAndCommit(tools, taking);
  return tools.alone(async () => {
    const ids = suspects.map(({ id }) => id);
    const image = await tools.actors.noteTrial(taking.address, ids);
    return image?.revision === taking.image.revision
      ? decideAndCommit(tools, { ...taking, image })
      : { outcome: 'lost' };
  });
};

const decideAndCommit = async (tools: Tools, taking: Taking): Promise<TurnEnd> => {
  const { address, image, work } = taking;
  const draft = await decide(tools, taking);
  const committed = await tools.actors.commit(address, image.revision, planOf(image, draft, tools.clock.now()));
  tools.journal.info(lineOf(image, work, draft), committed === null ? 'turn lost' : 'turn');
  return committed === null ? { outcome: 'lost' } : { outcome: 'committed', image: committed };
};

const lineOf = (image: ActorImage, work: Work, draft: Draft) => ({
  ref: image.ref,
  revision: image.revision + 1,
  event: work.kind === 'event' ? eventOf(work.item)?.type : work.kind === 'timer' ? work.timer.name : 'text.received',
  states: draft.machines.map((machine) => `${machine.machine}.${machine.value}`).slice(-1),
  effects: draft.orders.map(({ effect }) => effect.type),
});

const itemsOf = (work: Work): readonly InboxItem[] => {
  if (work.kind === 'event') return [work.item];
  return work.kind === 'texts' ? work.items : [];
};

const takenIn = (work: Work): readonly Taken[] => {
  const taken = work.kind === 'timer' ? [work.timer] : itemsOf(work);
  return taken.map(({ id, tries = 0, trials = 0 }) => ({ id, takenUp: tries, trials }));
};

const decide = async (tools: Tools, deciding: Taking): Promise<Draft> => {
  const { image, work } = deciding;
  const firedTimers = work.kind === 'timer' ? [work.timer.id] : [];
  const draft = { ...emptyDraft(image, itemsOf(work)), firedTimers };
  if (takenIn(work).some(isFatal)) return putAside(tools, draft, { ...deciding, reason: 'processes died over it' });
  try {
    return await decideBy(tools, draft, deciding);
  } catch (error) {
    return putAside(tools, draft, { ...deciding, reason: error instanceof Error ? error.name : 'unknown' });
  }
};

const decideBy = (tools: Tools, draft: Draft, { address, image, work, cache }: Taking): Draft | Promise<Draft> => {
  const hearTexts = (items: readonly InboxItem[]) =>
    textTurn(tools, image, { items, understand: () => cachedReading(tools, image, { items, cache }) });
  if (work.kind === 'texts') return hearTexts(work.items);
  const passed = work.kind === 'event' ? passedOn(work.item) : null;
  if (passed !== null) return hearTexts([passed]);
  const [event, conversation] =
    work.kind === 'timer'
      ? [{ type: work.timer.name } as Event, work.timer.conversation]
      : [eventOf(work.item), work.item.conversation];
  if (event === null) return draft;
  return address.kind === 'thread'
    ? eventTurn(tools, image, { draft, event, conversation })
    : singleTurn(tools, image, { draft, event, kind: address.kind });
};

const cachedReading = (
  tools: Tools,
  image: ActorImage,
  { items, cache }: { items: readonly InboxItem[]; cache: ReadingCache },
): Promise<Understood> => {
  const key = JSON.stringify([items.map((item) => item.id), factsOf(image).asked]);
  if (cache.key !== key || cache.understood === null) {
    cache.key = key;
    cache.understood = understandBurst(tools, image, items);
  }
  return cache.understood;
};

/** I7: what nobody but a person can go on with is put aside, with an alert; the next event is not held up. */
const putAside = (tools: Tools, draft: Draft, { image, work, reason }: Taking & { reason: string }): Draft => {
  const { id, type } = nameOf(image, work);
  const kind = reason === 'UnrestorableState' ? 'state' : 'event';
  const stuck: StuckItem = { id, at: tools.clock.now(), kind, type, reason, content: contentOf(work) };
  tools.journal.error({ ref: image.ref, event: id, type, reason }, 'an event needs a person');
  return {
    ...draft,
    stuck: [stuck],
    orders: [
      ...itemsOf(work).flatMap(logOrder),
      ...personComes(image, work, tools.clock.now().toISOString()),
      { conversation: null, effect: { type: 'alertPerson', about: 'abandoned', code: null } },
    ],
  };
};

/** Texts are in the log. */
const contentOf = (work: Work): unknown => {
  if (work.kind === 'timer') return work.timer;
  return work.kind === 'event' ? eventOf(work.item) : null;
};

/** Whoever wrote hears that somebody will look. */
const personComes = (image: ActorImage, work: Work, at: string): Draft['orders'] => {
  if (work.kind !== 'texts') return [];
  const listener = { language: factsOf(image).language ?? 'en', isNew: factsOf(image).introducedAt === null };
  const say = { type: 'say', key: 'desk.personComes', params: {} } as const;
  return [{ conversation: null, effect: speak(say, listener, { conversation: 'desk', state: 'attending', at }) }];
};

const nameOf = (image: ActorImage, work: Work): { readonly id: string; readonly type: string } => {
  if (work.kind === 'timer') return { id: work.timer.id, type: work.timer.name };
  const [item] = itemsOf(work);
  return { id: item?.id ?? image.ref, type: item?.what.kind === 'event' ? item.what.event.type : 'text.received' };
};

const logOrder = (item: InboxItem) =>
  item.what.kind === 'text'
    ? [{ conversation: null, effect: { type: 'logText' as const, sid: item.id, text: item.what.text, at: item.at } }]
    : [];
