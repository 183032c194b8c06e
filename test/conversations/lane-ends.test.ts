import { describe, expect, it } from 'vitest';
import { done, type Outcome } from '../../src/conversations/outcome.ts';
import { performAll } from '../../src/conversations/perform.ts';
import { placeOf, type Performance } from '../../src/conversations/perform-lane.ts';
import type { ActorImage, Ending, OutboxItem } from '../../src/conversations/ports/actor.ts';
import type { Tools } from '../../src/conversations/tools.ts';

const NOW = new Date('2035-03-06T15:00:00Z');
const address = { kind: 'booking' as const, id: 'b1' };
const order = (index: number, lane: string): OutboxItem => ({
  id: `ref.1.${String(index)}`,
  lane,
  conversation: 'main',
  effect: { type: 'freeCode', code: 'K7' },
  at: NOW,
  nextAt: null,
  tries: 0,
  takeovers: 0,
  unknownSince: null,
});
const imageOf = (outbox: readonly OutboxItem[]) => ({ _id: 'b1', outbox, inbox: [] }) as unknown as ActorImage;

/** Lanes that end when they are told to, and what is noted with what. */
const makeLanes = (then: (noted: readonly string[]) => ActorImage | null = () => null) => {
  const notes: string[][] = [];
  const begun: string[] = [];
  const ends = new Map<string, (outcome: Outcome) => void>();
  const bells = [new AbortController(), new AbortController()];
  let heard = 0;
  const finish = (_: unknown, noted: readonly Ending[]) => {
    notes.push(noted.map(({ id }) => id));
    return Promise.resolve(then(notes.flat()));
  };
  const tools = {
    clock: { now: () => NOW },
    actors: { mayPerform: () => true, finish },
  } as unknown as Tools;
  const act = ({ item }: Performance) =>
    new Promise<Outcome>((resolve) => {
      begun.push(item.id);
      ends.set(item.id, resolve);
    });
  const run = (...outbox: readonly OutboxItem[]) =>
    performAll(tools, act, {
      address,
      image: imageOf(outbox),
      bell: (bells[0] as AbortController).signal,
      listen: () => (bells[(heard += 1)] as AbortController).signal,
      onNews: () => undefined,
      isStopped: () => false,
      onDoubt: () => expect.unreachable(),
    });
  const end = async (id: string, outcome: Outcome = done()) => {
    ends.get(id)?.(outcome);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { run, end, notes, begun, ring: () => bells[heard]?.abort() };
};

describe('the ends of lanes', () => {
  it('are one note when nobody waits for any of them', async () => {
    const { end, notes, run } = makeLanes();
    const running = run(order(0, 'logText'), order(1, 'texts'));
    await end('ref.1.0');
    expect(notes).toEqual([]);
    await end('ref.1.1');
    await running;
    expect(notes).toEqual([['ref.1.0', 'ref.1.1']]);
  });

  it('are noted at once with an answer in them, whatever a slow lane does', async () => {
    const slow = order(2, 'money');
    const { begun, end, notes, run } = makeLanes((noted) => (noted.includes('ref.1.2') ? null : imageOf([slow])));
    const running = run(order(0, 'logText'), order(1, 'reservation'), slow);
    await end('ref.1.0');
    await end('ref.1.1', done({ type: 'slot.held', attempt: 1 }));
    expect(notes).toEqual([['ref.1.0', 'ref.1.1']]);
    await end('ref.1.2');
    await running;
    expect(notes).toEqual([['ref.1.0', 'ref.1.1'], ['ref.1.2']]);
    expect(begun).toEqual(['ref.1.0', 'ref.1.1', 'ref.1.2']);
  });

  it('and a newer turn let its orders begin beside a slow lane', async () => {
    const [slow, newer] = [order(1, 'money'), order(2, 'texts')];
    const left = (noted: readonly string[]) => imageOf([slow, newer].filter(({ id }) => !noted.includes(id)));
    const { begun, end, notes, ring, run } = makeLanes(left);
    const running = run(order(0, 'logText'), slow);
    await end('ref.1.0');
    ring();
    await end('');
    expect([notes, begun]).toEqual([[['ref.1.0']], ['ref.1.0', 'ref.1.1', 'ref.1.2']]);
    await end('ref.1.2');
    await end('ref.1.1');
    await running;
    expect(notes).toEqual([['ref.1.0'], ['ref.1.2', 'ref.1.1']]);
  });
});

it('names the place of an error, and never its words', () => {
  const error = new RangeError('she wrote:\n    at 5 pm I am at home\n    at 17:30:00');
  expect(placeOf(error)).toMatch(/^RangeError at .*lane-ends\.test\.ts:\d+:\d+\)?$/);
  expect(placeOf('words')).toBe('unknown');
});
