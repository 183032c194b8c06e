import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask, startRig, write, type Rig } from './rig.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.close());

const MINUTE = 60_000;
const clock = () => rig.sandbox.world.clock;
const inMinutes = (minutes: number) => new Date(clock().now().getTime() + minutes * MINUTE);
const skip = (advance: string) => ask(`${rig.url}/clock`, 'POST', { advance });

/** An app that has something to do at these times, and takes a while (real ms) over each. */
const appWith = (dues: Date[], takesMs: number) => {
  const done: string[] = [];
  let inFlight = 0;
  rig.work = () => {
    const due = dues[0];
    if (due !== undefined && due <= clock().now()) {
      dues.shift();
      inFlight += 1;
      setTimeout(() => {
        inFlight -= 1;
        done.push(due.toISOString());
      }, takesMs);
    }
    return { inFlight, nextDueAt: inFlight > 0 ? null : (dues[0]?.toISOString() ?? null) };
  };
  return done;
};

describe('POST /clock', () => {
  it('moves forward by a duration and to a time, and refuses the past', async () => {
    const before = clock().now().getTime();
    await skip('PT15M');
    expect(clock().now().getTime() - before).toBeGreaterThanOrEqual(15 * MINUTE);
    const to = inMinutes(60).toISOString();
    const answer = await ask(`${rig.url}/clock`, 'POST', { to });
    expect((answer.body as { now: string }).now >= to).toBe(true);
    expect(await ask(`${rig.url}/clock`, 'POST', { to: new Date(before).toISOString() })).toMatchObject({
      status: 400,
    });
    expect(await skip('PT-5M')).toMatchObject({ status: 400 });
    expect(await skip('soon')).toMatchObject({ status: 400 });
    expect(await skip('P1D')).toMatchObject({ status: 200 });
  });

  it('stops at each due time of sandbox and app, in order, until it is done', async () => {
    const story: string[] = [];
    const dues = [inMinutes(10), inMinutes(30)];
    const wanted = dues.map((due) => due.toISOString());
    const done = appWith(dues, 40);
    clock().at(inMinutes(20), 'own', () => void story.push(`own after ${done.length} of the app`));
    clock().at(inMinutes(40), 'own', () => void story.push(`own after ${done.length} of the app`));
    clock().at(inMinutes(90), 'later', () => void story.push('too early'));
    await skip('PT1H');
    expect(done).toEqual(wanted);
    expect(story).toEqual(['own after 1 of the app', 'own after 2 of the app']);
    expect(rig.clocks.length).toBe(5);
    expect(rig.clocks).toEqual(rig.clocks.toSorted());
  });

  it('waits for an app that was there, and passes over nothing that falls due while it starts again', async () => {
    const due = inMinutes(10);
    const seen: Date[] = [];
    rig.work = () => ({ inFlight: 0, nextDueAt: due.toISOString() });
    await ask(`${rig.url}/settle`, 'POST');
    rig.work = null;
    const skipping = skip('PT1H');
    await new Promise((resolve) => setTimeout(resolve, 200));
    rig.work = () => {
      seen.push(clock().now());
      return { inFlight: 0, nextDueAt: clock().now() < due ? due.toISOString() : null };
    };
    await skipping;
    expect(seen.map((at) => at >= due)).toContain(false);
    expect(seen.find((at) => at >= due)!.getTime() - due.getTime()).toBeLessThan(MINUTE);
  });

  it('lets own acts fall due by real time as well', async () => {
    const happened = new Promise<string>((resolve) => {
      clock().at(new Date(clock().now().getTime() + 30), 'soon', () => resolve('done'));
    });
    expect(await happened).toBe('done');
  });
});

describe('POST /settle', () => {
  it('answers at once when no app is there', async () => {
    expect(await ask(`${rig.url}/settle`, 'POST')).toMatchObject({ status: 200 });
  });

  it('skips waits under 30 s, one after the other, and leaves longer ones alone', async () => {
    const before = clock().now().getTime();
    const done = appWith([inMinutes(0.3), inMinutes(0.7), inMinutes(5)], 10);
    const begun = performance.now();
    await ask(`${rig.url}/settle`, 'POST');
    expect(done).toHaveLength(2);
    const moved = clock().now().getTime() - before;
    expect(moved).toBeGreaterThanOrEqual(0.7 * MINUTE);
    expect(moved).toBeLessThan(MINUTE);
    expect(performance.now() - begun).toBeLessThan(2_000);
  });

  it('waits for webhooks under way and for what is in flight in the app', async () => {
    let isDone = false;
    rig.answer = (_heard, response) => {
      setTimeout(() => {
        isDone = true;
        response.end('<Response/>');
      }, 150);
    };
    rig.work = () => ({ inFlight: 0, nextDueAt: null });
    const sending = write(rig, '+15125550101', { body: 'Hi' });
    await new Promise((resolve) => setTimeout(resolve, 30));
    await ask(`${rig.url}/settle`, 'POST');
    expect(isDone).toBe(true);
    await sending;
  });

  it('is quick when all is calm', async () => {
    rig.work = () => ({ inFlight: 0, nextDueAt: null });
    const begun = performance.now();
    for (let count = 0; count < 20; count += 1) await ask(`${rig.url}/settle`, 'POST');
    expect(performance.now() - begun).toBeLessThan(1_000);
  });
});
