// What the tests of performing share: orders, an actor that has them, and a world that keeps what was done.
import type { Outcome } from '../../src/conversations/outcome.ts';
import { performAll } from '../../src/conversations/perform.ts';
import type { Performance } from '../../src/conversations/perform-lane.ts';
import type { ActorImage, Ending, OutboxItem, Speech } from '../../src/conversations/ports/actor.ts';
import type { LoggedText } from '../../src/conversations/ports/message-log.ts';
import { makeAlone } from '../../src/conversations/on-trial.ts';
import type { Tools } from '../../src/conversations/tools.ts';

export const NOW = new Date('2035-03-06T15:00:00Z');
export const speech = (body: string): Speech => ({
  type: 'say',
  key: 'desk.greeted',
  body,
  buttons: [],
  until: null,
  isFarewell: false,
});
export const order = (index: number, changes: Partial<OutboxItem> = {}): OutboxItem => ({
  id: `ref.1.${String(index)}`,
  lane: 'texts',
  conversation: 'desk',
  effect: speech(`text ${String(index)}`),
  at: NOW,
  nextAt: null,
  tries: 0,
  takeovers: 0,
  unknownSince: null,
  ...changes,
});
export const imageOf = (outbox: readonly OutboxItem[], inbox: readonly unknown[] = []) =>
  ({ _id: 'sms:+15125550100', ref: 'ref', revision: 1, machines: [], outbox, inbox }) as unknown as ActorImage;
export const address = { kind: 'thread' as const, id: 'sms:+15125550100' };

export const silent = { bell: new AbortController().signal, listen: () => new AbortController().signal };

/** Only what performing needs of the world; what it does is kept. */
export const makeWorld = (given: { mayPerform?: () => boolean } = {}) => {
  const [endings, rows]: [Ending[], LoggedText[]] = [[], []];
  const trials: unknown[] = [];
  const tools = {
    clock: { now: () => NOW },
    journal: { info: () => undefined, error: () => undefined },
    log: { write: (row: LoggedText) => Promise.resolve(void rows.push(row)) },
    alone: makeAlone(),
    actors: {
      noteTrial: (_: unknown, [id]: readonly string[]) => Promise.resolve(void trials.push(id)),
      mayPerform: given.mayPerform ?? (() => true),
      takeClaim: () => Promise.resolve(null),
      finish: (_: unknown, noted: readonly Ending[]) => {
        endings.push(...noted);
        return Promise.resolve(null);
      },
    },
  } as unknown as Tools;
  return { tools, endings, rows, trials };
};

export const perform = async (
  outbox: readonly OutboxItem[],
  act: (performance: Performance) => Promise<Outcome>,
  world = makeWorld(),
) => {
  const [news, doubts]: [ActorImage[], string[]] = [[], []];
  await performAll(world.tools, act, {
    address,
    image: imageOf(outbox),
    ...silent,
    onNews: (image) => news.push(image),
    isStopped: () => false,
    onDoubt: () => doubts.push('doubt'),
  });
  return { ...world, news, doubts, ends: world.endings.map(({ id, outcome }) => `${id} ${outcome}`) };
};
