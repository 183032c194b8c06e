import { describe, expect, it } from 'vitest';
import { say } from '../../src/conversations/effects/say.ts';
import type { Alone } from '../../src/conversations/on-trial.ts';
import { backOff, done, type Outcome } from '../../src/conversations/outcome.ts';
import { performAll } from '../../src/conversations/perform.ts';
import type { Performance } from '../../src/conversations/perform-lane.ts';
import type { VendorText } from '../../src/conversations/ports.ts';
import type { LoggedText } from '../../src/conversations/ports/message-log.ts';
import type { Tools } from '../../src/conversations/tools.ts';
import { NOW, speech, order, imageOf, address, silent, makeWorld, perform } from './performing.ts';

describe('the performing of an outbox', () => {
  it('keeps the order within a lane, and lets lanes go side by side', async () => {
    const begun: string[] = [];
    let release: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    const { ends } = await perform(
      [order(0), order(1, { lane: 'money' }), order(2), order(3, { lane: 'money' })],
      async ({ item }) => {
        begun.push(item.id);
        if (item.id === 'ref.1.0') await gate;
        if (item.id === 'ref.1.3') release();
        return done();
      },
    );
    expect(begun).toEqual(['ref.1.0', 'ref.1.1', 'ref.1.3', 'ref.1.2']);
    expect(ends.toSorted()).toEqual(['ref.1.0 over', 'ref.1.1 over', 'ref.1.2 over', 'ref.1.3 over']);
  });

  it('lets the rest of a lane wait behind one that must wait, and no other lane', async () => {
    const again: Outcome = { outcome: 'again', afterMs: 5_000, isUnknown: true };
    const { endings, ends } = await perform([order(0), order(1), order(2, { lane: 'money' })], ({ item }) =>
      Promise.resolve(item.id === 'ref.1.0' ? again : done()),
    );
    expect(ends).toEqual(['ref.1.0 again', 'ref.1.2 over']);
    expect(endings[0]).toMatchObject({ lane: 'texts', nextAt: new Date(NOW.getTime() + 5_000), unknownSince: NOW });
  });

  it('keeps since when it does not know; a new doubt begins anew', async () => {
    const since = new Date(NOW.getTime() - 30_000);
    for (const [isNew, expected] of [
      [false, since],
      [true, NOW],
    ] as const) {
      const outcome: Outcome = { outcome: 'again', afterMs: 1, isUnknown: true, isNew };
      const { endings } = await perform([order(0, { unknownSince: since })], () => Promise.resolve(outcome));
      expect(endings[0]).toMatchObject({ unknownSince: expected });
    }
  });

  it('gives the third trial that nobody survived, the fifth error and the 25th try to a person, and the machine hears of it', async () => {
    const ran: string[] = [];
    const { endings } = await perform(
      [
        order(0, { lane: 'a', takeovers: 6, trials: 3 }),
        order(1, { lane: 'b', tries: 4 }),
        order(2, { lane: 'c', tries: 24 }),
        order(3, { lane: 'd', tries: 3 }),
      ],
      ({ item }) => {
        ran.push(item.id);
        if (item.lane === 'c') return Promise.resolve({ outcome: 'again', afterMs: 1, isUnknown: false });
        throw new RangeError('quoting what somebody wrote');
      },
    );
    expect(ran).not.toContain('ref.1.0');
    const stuck = endings.flatMap((end) => (end.outcome === 'stuck' ? [end] : []));
    expect(stuck.map(({ id }) => id)).toEqual(['ref.1.0', 'ref.1.1', 'ref.1.2']);
    expect(stuck.map(({ alert }) => alert?.id)).toEqual(['stuck:ref.1.0', 'stuck:ref.1.1', 'stuck:ref.1.2']);
    for (const { answers } of stuck)
      expect(answers).toMatchObject([
        { conversation: 'desk', what: { event: { type: 'effect.abandoned' } } },
        // silence after a question that never arrived says nothing
        { conversation: 'desk', what: { event: { type: 'text.failed', code: null } } },
      ]);
    expect(JSON.stringify(stuck)).not.toContain('quoting');
    expect(endings.find(({ id }) => id === 'ref.1.3')).toMatchObject({ outcome: 'again' });
  });

  it('notes that it begins what was taken over three times, unless the claim is gone by then', async () => {
    const outbox = [order(0, { takeovers: 3, unknownSince: NOW })];
    const world = makeWorld();
    const { ends } = await perform(outbox, () => Promise.resolve(done()), world);
    expect([world.trials, ends]).toEqual([['ref.1.0'], ['ref.1.0 over']]);
    let hasWaited = false;
    const late = makeWorld({ mayPerform: () => !hasWaited });
    const alone: Alone = (work) => {
      hasWaited = true;
      return work();
    };
    const { ends: none } = await perform(outbox, () => expect.unreachable(), {
      ...late,
      tools: { ...late.tools, alone },
    });
    expect([late.trials, none]).toEqual([[], ['ref.1.0 again']]);
  });

  it('notes each step of what somebody died over before the next begins', async () => {
    const since = new Date(NOW.getTime() - 30_000);
    const { ends } = await perform([order(0, { unknownSince: since }), order(1)], () => Promise.resolve(done()));
    expect(ends).toEqual(['ref.1.0 over']);
  });

  it('never gives money up: after the 25th try a person is told, once, and it goes on', async () => {
    const effect = { type: 'readCharge', bookingId: 'b1', paymentIntent: 'pi_1' } as const;
    const alertAfter = async (tries: number) => {
      const { endings } = await perform([order(0, { effect, lane: 'money', tries })], () =>
        Promise.resolve({ outcome: 'again', afterMs: 1, isUnknown: true }),
      );
      return endings.map((end) => [end.outcome, end.outcome === 'again' && end.alert?.effect.type]);
    };
    expect(await alertAfter(23)).toEqual([['again', undefined]]);
    expect(await alertAfter(24)).toEqual([['again', 'alertPerson']]);
    expect(await alertAfter(900)).toEqual([['again', undefined]]);
  });

  it('tells nobody that nobody could be told', async () => {
    const effect = { type: 'alertPerson', about: 'abandoned', code: null } as const;
    const { endings } = await perform([order(0, { effect, takeovers: 6, trials: 3 })], () => expect.unreachable());
    expect(endings).toMatchObject([{ outcome: 'stuck', alert: null }]);
  });

  it('begins nothing without a claim, nor a second call of a lane with too little of it left', async () => {
    expect(
      (await perform([order(0)], () => expect.unreachable(), makeWorld({ mayPerform: () => false }))).ends,
    ).toEqual([]);
    let asked = 0;
    const world = makeWorld({ mayPerform: () => (asked += 1) <= 2 });
    expect((await perform([order(0), order(1)], () => Promise.resolve(done()), world)).ends).toEqual(['ref.1.0 over']);
  });

  it('says that it is in doubt when the end could not be noted', async () => {
    const world = makeWorld();
    const actors = { ...world.tools.actors, finish: () => Promise.reject(new Error('away')) };
    let [doubts, ended] = [0, 0];
    const act = async ({ item }: Performance) => {
      if (item.lane === 'money') await new Promise((resolve) => setTimeout(resolve, 20));
      ended += 1;
      return done({ type: 'slot.held', attempt: 1 });
    };
    const performing = performAll({ ...world.tools, actors }, act, {
      address,
      image: imageOf([order(0), order(1, { lane: 'money' })]),
      ...silent,
      onNews: () => expect.unreachable(),
      isStopped: () => false,
      onDoubt: () => (doubts += 1),
    });
    await expect(performing).rejects.toThrow('away');
    // nothing of it goes on when the next round begins
    expect([doubts, ended]).toEqual([1, 2]);
  });
});

it('waits longer from try to try, never longer than five minutes', () => {
  expect([0, 1, 2, 3].map((tries) => backOff(tries, 1))).toEqual([1_000, 2_000, 4_000, 8_000]);
  expect(backOff(3, 0)).toBe(4_000);
  expect(backOff(40, 1)).toBe(300_000);
});

it('sends nothing when its claim ran out while it looked', async () => {
  const tools = {
    clock: { now: () => NOW },
    actors: { mayPerform: () => false, readConsent: () => Promise.resolve(null) },
    texts: { send: () => expect.unreachable() },
  } as unknown as Tools;
  const sending = say(tools, speech('hello'), { address, image: imageOf([]), item: order(0) });
  expect(await sending).toEqual({ outcome: 'again', afterMs: 0, isUnknown: false });
});

describe('two texts of the same words in doubt', () => {
  const listed = (sid: string): VendorText => ({
    sid,
    from: '+15125550000',
    to: '+15125550100',
    body: 'same',
    at: NOW,
    status: 'sent',
    code: null,
    mediaCount: 0,
  });

  it('are found oldest for oldest; what is not listed waits for its 60 seconds', async () => {
    const noted = new Map<string, LoggedText>();
    const tools = {
      clock: { now: () => NOW },
      log: {
        byId: (id: string) => Promise.resolve(noted.get(id) ?? null),
        write: (row: LoggedText) => Promise.resolve(void noted.set(row.id, row)),
        knownSids: () => Promise.resolve(new Set([...noted.values()].map(({ sid }) => sid))),
      },
      texts: {
        sentTo: () => Promise.resolve({ outcome: 'done', value: [listed('SMold'), listed('SMnew')] }),
        send: expect.unreachable,
      },
    } as unknown as Tools;
    const look = (index: number) =>
      say(tools, speech('same'), { address, image: imageOf([]), item: order(index, { unknownSince: NOW }) });
    expect([(await look(0)).outcome, (await look(1)).outcome]).toEqual(['done', 'done']);
    expect([...noted.values()].map(({ id, sid }) => [id, sid])).toEqual([
      ['ref.1.0', 'SMold'],
      ['ref.1.1', 'SMnew'],
    ]);
    expect(await look(2)).toMatchObject({ outcome: 'again', afterMs: 5_000, isUnknown: true });
  });
});
