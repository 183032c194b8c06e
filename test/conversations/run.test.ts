import { expect, it } from 'vitest';
import type { ActorImage, CommitPlan, InboxItem } from '../../src/conversations/ports/actor.ts';
import { makeRunner } from '../../src/conversations/run.ts';
import type { Tools } from '../../src/conversations/tools.ts';
import { understand } from '../../src/language/understand.ts';

const START = new Date('2035-03-06T15:00:00Z').getTime();
const WAIT_MS = 2_500;
const address = { kind: 'thread' as const, id: 'sms:+15125550100' };

const text = (id: string, atMs: number): InboxItem => ({
  id,
  at: new Date(START + atMs),
  readyAt: new Date(START + atMs + WAIT_MS),
  tries: 0,
  letter: null,
  conversation: null,
  what: { kind: 'text', text: { body: 'well so', media: [], button: null, location: null } },
});

const imageOf = (inbox: readonly InboxItem[]) =>
  ({
    _id: address.id,
    ref: 'ref',
    revision: 7,
    schema: 1,
    facts: {},
    consent: null,
    ...{ inbox, machines: [], timers: [], outbox: [] },
  }) as unknown as ActorImage;

it('reads again once a burst has waited: another process may have taken more of it in', async () => {
  const plans: CommitPlan[] = [];
  let now = START;
  let stored = imageOf([text('SM1', 0)]);
  const tools = {
    clock: {
      now: () => new Date(now),
      until: (at: Date) => {
        now = at.getTime();
        // what another process accepts rings no bell here
        if (stored.inbox.length === 1) stored = imageOf([text('SM1', 0), text('SM2', 2_300)]);
        return Promise.resolve();
      },
    },
    journal: { info: () => undefined, error: () => undefined },
    places: { find: () => Promise.resolve({ outcome: 'unknown' }) },
    understand: (...asked: Parameters<typeof understand>) => Promise.resolve(understand(...asked)),
    fresh: () => 'fresh',
    zone: 'America/Chicago',
    actors: {
      load: () => Promise.resolve(stored),
      commit: (_: unknown, __: number, plan: CommitPlan) => {
        plans.push(plan);
        return Promise.resolve(imageOf([]));
      },
    },
  } as unknown as Tools;
  const parts = {
    perform: () => expect.unreachable(),
    readByRules: (body: string) =>
      understand(body, { now: '2035-03-06T09:00', zone: tools.zone, language: null, asked: null }),
  };
  const runner = makeRunner(tools, () => parts);
  runner.wake(address, stored);
  await runner.idle();
  expect(plans.map(({ heardItems }) => heardItems.map(({ id }) => id))).toEqual([['SM1', 'SM2']]);
  expect(now).toBe(START + 2_300 + WAIT_MS);
});
