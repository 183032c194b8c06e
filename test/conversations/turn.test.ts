import { describe, expect, it } from 'vitest';
import { emptyDraft, planOf, type Order } from '../../src/conversations/plan.ts';
import type { ActorImage, CommitPlan, InboxItem, StoredTimer } from '../../src/conversations/ports/actor.ts';
import { makeAlone } from '../../src/conversations/on-trial.ts';
import type { Tools } from '../../src/conversations/tools.ts';
import { nextWork, takeTurn, type Work } from '../../src/conversations/turn.ts';
import { understand } from '../../src/language/understand.ts';

const NOW = new Date('2035-03-06T15:00:00Z');
const later = (ms: number) => new Date(NOW.getTime() + ms);
const text = (id: string, body: string, changes: Partial<InboxItem> = {}): InboxItem => ({
  id,
  at: NOW,
  readyAt: null,
  tries: 0,
  letter: null,
  conversation: null,
  what: { kind: 'text', text: { body, media: [], button: null, location: null } },
  ...changes,
});
const fact = (id: string): InboxItem => ({
  ...text(id, ''),
  what: { kind: 'event', event: { type: 'request.withdrawn' } },
});
const timer = (id: string, dueAt: Date): StoredTimer => ({ id, conversation: 'c1', name: 'draft.idled', dueAt });
const imageOf = (changes: Partial<ActorImage> = {}): ActorImage => ({
  _id: 'sms:+15125550100',
  ref: 'ref',
  revision: 7,
  schema: 1,
  inbox: [],
  machines: [],
  timers: [],
  outbox: [],
  stuck: [],
  facts: {},
  consent: null,
  claim: null,
  wakeAt: null,
  dueAt: null,
  ...changes,
});
const next = (changes: Partial<ActorImage>) => nextWork(imageOf(changes), NOW, () => false);

describe('the next work of an actor', () => {
  it('is nothing when nothing waits or is due', () => {
    expect(next({})).toBeNull();
    expect(next({ timers: [timer('t1', later(1))] })).toBeNull();
  });

  it('is a fact before a timer that is due, the oldest timer first, and these before texts', () => {
    const timers = [timer('t2', later(-1)), timer('t1', later(-9)), timer('t3', later(5))];
    const inbox = [text('SM1', 'my sink', { readyAt: later(2_500) }), fact('e1'), fact('e2')];
    expect(next({ inbox, timers })).toMatchObject({ kind: 'event', item: { id: 'e1' } });
    expect(next({ inbox: inbox.slice(0, 1), timers })).toMatchObject({ kind: 'timer', timer: { id: 't1' } });
    expect(next({ inbox: inbox.slice(0, 1) })).toMatchObject({ kind: 'texts', readyAt: later(2_500) });
  });
});

const makeTools = (changes: Partial<Tools> = {}) => {
  const plans: CommitPlan[] = [];
  const trials: (readonly string[])[] = [];
  let readings = 0;
  const tools = {
    clock: { now: () => NOW },
    journal: { info: () => undefined, error: () => undefined },
    places: { find: () => Promise.resolve({ outcome: 'unknown' }) },
    understand: (words: string, context: Parameters<typeof understand>[1]) => {
      readings += 1;
      return Promise.resolve(understand(words, context));
    },
    fresh: () => 'fresh',
    zone: 'America/Chicago',
    alone: makeAlone(),
    actors: {
      noteTrial: (_: unknown, ids: readonly string[]) => {
        trials.push(ids);
        return Promise.resolve(imageOf({ revision: trials.length === 1 ? 7 : 8 }));
      },
      commit: (_: unknown, __: number, plan: CommitPlan) => Promise.resolve(plans.push(plan) > 0 ? null : null),
    },
    ...changes,
  } as unknown as Tools;
  return { tools, plans, trials, readings: () => readings };
};
const address = { kind: 'thread' as const, id: 'sms:+15125550100' };
const texts = (...items: readonly InboxItem[]): Work => ({ kind: 'texts', items, readyAt: NOW });
const turn = async (work: Work, image: ActorImage, world = makeTools()) => {
  const cache = { key: '', understood: null };
  await takeTurn(world.tools, { address, image, work, cache });
  return { plan: world.plans.at(-1) as CommitPlan, cache, world };
};
const effects = (plan: CommitPlan) => plan.outbox.map(({ effect }) => effect.type);

describe('a turn', () => {
  it('takes its texts out, remembers them, logs and answers them', async () => {
    const { plan } = await turn(texts(text('SM1', 'hi'), text('SM2', 'there')), imageOf());
    expect(plan.heardItems.map(({ id }) => id)).toEqual(['SM1', 'SM2']);
    expect(plan.handled).toEqual(['SM1', 'SM2']);
    expect(effects(plan)).toEqual(['logText', 'logText', 'say']);
    expect(plan.outbox.map(({ id }) => id)).toEqual(['ref.8.0', 'ref.8.1', 'ref.8.2']);
  });

  it('keeps its reading over a lost compare-and-set while the same question is open, and no longer', async () => {
    const world = makeTools();
    const cache = { key: '', understood: null };
    const work = texts(text('SM1', 'hi'));
    const asked = { conversation: 'c', state: 's', kind: 'choice', options: ['1'] };
    for (const image of [imageOf(), imageOf({ revision: 8 }), imageOf({ facts: { asked } })])
      await takeTurn(world.tools, { address, image, work, cache });
    expect(world.readings()).toBe(2);
  });

  it('of an event that was taken up three times is noted before it begins', async () => {
    const work = texts(text('SM1', 'hi', { tries: 3 }), text('SM2', 'there', { tries: 2 }));
    const { plan, world } = await turn(work, imageOf());
    expect([world.trials, effects(plan)]).toEqual([[['SM1']], ['logText', 'logText', 'say']]);
    // the image was an old one: nothing is decided from it
    await turn(work, imageOf(), world);
    expect([world.trials.length, world.plans.length]).toEqual([2, 1]);
  });

  it('of an event over which three processes died runs nothing and calls a person', async () => {
    const image = imageOf({ inbox: [] });
    const { plan, world } = await turn(texts(text('SM1', 'hi', { tries: 6, trials: 3 })), image);
    expect(world.trials).toEqual([]);
    expect(world.readings()).toBe(0);
    expect(plan.stuck).toMatchObject([{ id: 'SM1', kind: 'event', reason: 'processes died over it' }]);
    expect(effects(plan)).toEqual(['logText', 'say', 'alertPerson']);
    expect(plan.handled).toEqual(['SM1']);
  });

  it('of a timer over which three processes died puts it aside, and calls a person', async () => {
    const died = { ...timer('t1', NOW), tries: 6, trials: 3 };
    const { plan } = await turn({ kind: 'timer', timer: died }, imageOf({ timers: [died] }));
    expect(plan.timersOff).toEqual(['t1']);
    expect(plan.stuck).toMatchObject([{ id: 't1', type: 'draft.idled', reason: 'processes died over it' }]);
    expect(effects(plan)).toEqual(['alertPerson']);
  });

  it('that throws changes no conversation, and keeps no words in what is stuck', async () => {
    const world = makeTools({ understand: () => Promise.reject(new TypeError('my secret sink')) });
    const machines = [{ id: 'desk', machine: 'desk', version: 1, value: 'attending', context: { misses: 1 } }];
    const { plan } = await turn(texts(text('SM1', 'my secret sink')), imageOf({ machines }), world);
    expect(plan.machines).toEqual(machines);
    expect(plan.stuck).toMatchObject([{ type: 'text.received', reason: 'TypeError' }]);
    expect(JSON.stringify(plan.stuck)).not.toContain('secret');
  });

  it('of a timer takes that timer away, also when its conversation is gone or broken', async () => {
    const machines = [{ id: 'c1', machine: 'request', version: 99, value: 'x', context: {} }];
    for (const image of [imageOf(), imageOf({ machines })]) {
      const { plan } = await turn({ kind: 'timer', timer: timer('t1', NOW) }, image);
      expect(plan.timersOff).toEqual(['t1']);
      expect(plan.stuck).toHaveLength(image.machines.length);
    }
  });

  it('forgets the oldest conversations that are over, and none that goes on', async () => {
    const offer = (index: number, value: string) => ({
      ...{ id: `${value}${String(index)}`, machine: 'offer', version: 1, value, context: {} },
    });
    const many = (value: string) => Array.from({ length: 30 }, (_, index) => offer(index, value));
    const desk = { id: 'desk', machine: 'desk', version: 1, value: 'attending', context: { misses: 0 } };
    const machines = [desk, offer(99, 'held'), ...many('declined'), ...many('held')];
    const image = imageOf({ machines });
    const event = { type: 'consent.withdrawn', by: 'carrierWord' } as const;
    const item: InboxItem = { ...fact('e1'), what: { kind: 'event', event } };
    const kept = (await turn({ kind: 'event', item }, image)).plan.machines.map(({ id }) => id);
    expect(kept.filter((id) => id.startsWith('held'))).toHaveLength(31);
    expect(kept.filter((id) => id.startsWith('declined'))).toEqual(
      many('declined')
        .slice(-24)
        .map(({ id }) => id),
    );
    expect(kept).toContain('desk');
  });

  it('of a text from somebody who has opted out logs it, and answers nothing', async () => {
    const consent = { state: 'out' as const, by: 'SM0', at: NOW };
    const { plan } = await turn(texts(text('SM1', 'hello?')), imageOf({ consent }));
    expect(effects(plan)).toEqual(['logText']);
  });

  it('of a danger told by somebody who has opted out brings a person, and answers nothing', async () => {
    const consent = { state: 'out' as const, by: 'SM0', at: NOW };
    const { plan } = await turn(texts(text('SM1', 'i smell gas in the kitchen')), imageOf({ consent }));
    expect(effects(plan)).toEqual(['logText', 'alertPerson']);
  });
});

describe('the plan of a commit', () => {
  const orders = (...effects_: readonly Order['effect'][]): readonly Order[] =>
    effects_.map((effect) => ({ conversation: 'c1', effect }));
  const plan = (image: ActorImage, ...given: readonly Order['effect'][]) =>
    planOf(image, { ...emptyDraft(image, []), orders: orders(...given) }, NOW);
  const at = later(60_000).toISOString();

  it('sets a timer in the place of the one of its name, and only of its conversation', () => {
    const timers = [timer('t1', NOW), { ...timer('t2', NOW), conversation: 'c2' }];
    const set = plan(imageOf({ timers }), { type: 'setTimer', name: 'draft.idled', at });
    expect(set.timersOff).toEqual(['t1']);
    expect(set.timersOn).toMatchObject([{ id: 'ref.8.0', conversation: 'c1', dueAt: later(60_000) }]);
    const none = plan(
      imageOf({ timers }),
      { type: 'setTimer', name: 'draft.idled', at },
      { type: 'cancelTimer', name: 'draft.idled' },
    );
    expect([none.timersOff, none.timersOn]).toEqual([['t1'], []]);
  });

  it('gives every order its lane: texts, letters of one receiver, one reservation, one money', () => {
    const to = (id: string) =>
      ({ type: 'tell', to: { kind: 'booking', id }, event: { type: 'request.withdrawn' } }) as const;
    const lanes = plan(
      imageOf(),
      to('b1'),
      to('b2'),
      { type: 'releaseSlot', bookingId: 'b1', attempt: 1, providerId: 'p' },
      { type: 'closeLink', bookingId: 'b1', attempt: 1, linkId: 'l' },
      { type: 'readCharge', bookingId: 'b1', paymentIntent: 'pi' },
      { type: 'freeCode', code: 'K7' },
    ).outbox.map(({ lane }) => lane);
    expect(lanes).toEqual(['letters:booking/b1', 'letters:booking/b2', 'reservation', 'money', 'money', 'freeCode']);
  });

  it('remembers foreign ids only: letters and answers have ids of their own', () => {
    const items = [
      text('SM1', 'hi'),
      text('x.1.0', '', { letter: { ref: 'x', sequence: 1_000 } }),
      text('ref.1.0.0', '', { conversation: 'c1' }),
    ];
    expect(planOf(imageOf(), emptyDraft(imageOf(), items), NOW).handled).toEqual(['SM1']);
  });
});
