import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ActorKind } from '../../src/domain/actor.ts';
import { render } from '../../src/messages/render.ts';
import { expectBalancedBooks } from '../support/books.ts';
import { openTown, type Town } from '../support/town.ts';
import {
  alertsAbout,
  askForPro,
  askToPay,
  AT,
  bookingOf,
  bookingState,
  fault,
  homeowner,
  logOf,
  noFaults,
  PROVIDER,
  threadImage,
  wire,
} from './scene.ts';

/** Changes a stored machine behind everybody's back, as a release gone wrong would. */
const spoil = async (
  town: Town,
  { kind, id, machine }: { kind: ActorKind; id: string; machine: string },
  changes: Readonly<Record<string, unknown>>,
) => {
  const set = Object.fromEntries(Object.entries(changes).map(([name, value]) => [`machines.$[one].${name}`, value]));
  const { modifiedCount } = await town.app.store.models[kind].collection.updateOne(
    { _id: id as never },
    { $set: set, $inc: { revision: 1 } },
    { arrayFilters: [{ 'one.machine': machine }] },
  );
  expect(modifiedCount).toBe(1);
};

const lastTo = async (town: Town, number: string) => (await town.heard(number)).at(-1);
const PERSON_COMES = render('en', 'desk.personComes', {});

describe('a state that cannot be restored', () => {
  let town: Town;
  beforeAll(async () => {
    town = await openTown({ at: AT });
    await town.join({ number: PROVIDER });
  });
  afterAll(() => town.close());

  it.each([
    [11, 'a version that nobody can read', { version: 99 }],
    [12, 'a state that there is not', { value: 'dancing' }],
    [13, 'a machine that there is not', { machine: 'oracle' }],
  ])('(%i) of %s waits for a person, who is told; whoever wrote is answered', async (index, _, changes) => {
    const number = homeowner(index);
    await town.says(number, 'hello there');
    const { ref } = await threadImage(town, number);
    await spoil(town, { kind: 'thread', id: `sms:${number}`, machine: 'desk' }, changes);
    await town.says(number, 'JOBS');
    const image = await threadImage(town, number);
    expect([image.inbox, image.outbox]).toEqual([[], []]);
    expect(image.stuck).toMatchObject([{ kind: 'state', type: 'text.received', reason: 'UnrestorableState' }]);
    expect(await alertsAbout(town, ref)).toEqual(['abandoned']);
    expect(await lastTo(town, number)).toBe(PERSON_COMES);
  });

  it('holds up no other conversation of the same person', async () => {
    const number = homeowner(1);
    await town.says(number, 'Kitchen sink leaking, thursday after 3, 1204 Oak Hill Rd 78704');
    await town.says(number, 'hi');
    await town.app.store.models.thread.collection.updateOne({ _id: `sms:${number}` as never }, [
      {
        $set: {
          machines: {
            $concatArrays: [
              [{ id: 'desk', machine: 'desk', version: 99, value: 'attending', context: {} }],
              { $filter: { input: '$machines', cond: { $ne: ['$$this.id', 'desk'] } } },
            ],
          },
        },
      },
    ]);
    await town.says(number, 'ESPAÑOL');
    expect((await threadImage(town, number)).stuck).toHaveLength(1);
    await town.says(number, '1');
    expect((await threadImage(town, number)).stuck).toHaveLength(1);
    expect(await bookingState(town, number)).toBe('awaitingAcceptance');
  });

  it('of a booking holds up neither its people nor anybody else', async () => {
    const number = homeowner(1);
    const { _id, ref } = await bookingOf(town, number);
    await spoil(town, { kind: 'booking', id: _id, machine: 'booking' }, { version: 99 });
    await town.says(PROVIDER, 'Y');
    const booking = await bookingOf(town, number);
    expect(booking.stuck[0]).toMatchObject({ kind: 'state', type: 'offer.accepted' });
    expect([booking.inbox, booking.outbox]).toEqual([[], []]);
    expect(await alertsAbout(town, ref)).toContain('abandoned');
    await town.says(homeowner(2), 'hi');
    expect(await town.heard(homeowner(2))).toHaveLength(1);
    await town.skip('PT5H');
    expect((await bookingOf(town, number)).timers.filter(({ dueAt }) => dueAt <= town.app.clock.now())).toEqual([]);
  });

  it('whose context is broken stops neither the next text nor the next person', async () => {
    const number = homeowner(3);
    await askForPro(town, number, 'friday after 3');
    await spoil(town, { kind: 'thread', id: `sms:${number}`, machine: 'job' }, { context: { code: 'Z9' } });
    await Promise.all([town.send(number, 'what is going on with my sink?'), town.send(homeowner(4), '1')]);
    await town.settle();
    await town.says(number, 'AGENT');
    const { inbox, outbox } = await threadImage(town, number);
    expect([inbox, outbox]).toEqual([[], []]);
    expect(await town.heard(homeowner(4))).toHaveLength(1);
    expect((await town.heard(number)).length).toBeGreaterThanOrEqual(4);
  });
});

it('an event over which processes keep dying is put aside', async () => {
  const town = await openTown({ at: AT });
  try {
    const number = homeowner(1);
    await town.says(number, '1');
    const { ref } = await threadImage(town, number);
    await town.app.store.models.thread.collection.updateOne(
      { _id: `sms:${number}` as never },
      {
        $set: {
          wakeAt: new Date(),
          inbox: [
            {
              id: `SM${'d'.repeat(32)}`,
              at: town.app.clock.now(),
              readyAt: null,
              tries: 5,
              trials: 3,
              letter: null,
              conversation: null,
              what: { kind: 'text', text: { body: '2', media: [], button: null, location: null } },
            },
          ],
        },
      },
    );
    await town.settle();
    await town.says(number, '3');
    expect((await threadImage(town, number)).stuck).toMatchObject([
      { kind: 'event', reason: 'processes died over it' },
    ]);
    expect(await alertsAbout(town, ref)).toContain('abandoned');
    expect(await town.heard(number)).toHaveLength(3);
  } finally {
    await town.close();
  }
});

describe('an order that keeps failing', () => {
  let town: Town;
  let isBroken = false;
  beforeAll(async () => {
    town = await openTown({
      at: AT,
      options: {
        around: (tools) => ({
          ...tools,
          payments: {
            ...tools.payments,
            makeLink: (order) => {
              if (isBroken) throw new TypeError('A bug of ours.');
              return tools.payments.makeLink(order);
            },
          },
        }),
      },
    });
    await town.join({ number: PROVIDER });
  });
  afterAll(() => town.close());

  it('waits for a person after five tries, and its people hear what that means', async () => {
    isBroken = true;
    const number = homeowner(1);
    await askToPay(town, number);
    await town.skip('PT3M');
    isBroken = false;
    const booking = await bookingOf(town, number);
    expect(booking.stuck).toMatchObject([{ kind: 'effect', type: 'requestPayment' }]);
    expect(booking.stuck[0]?.reason).toContain('TypeError');
    expect(booking.outbox).toEqual([]);
    expect(await alertsAbout(town, booking.ref)).toEqual(['abandoned']);
    expect(booking.machines[0]?.value).toBe('lapsed');
    const keys = (await logOf(town, number)).map(({ key }) => key);
    expect(keys.at(-1)).toBe('job.lapsed');
    expect(await town.app.store.connection.collection('reservations').countDocuments({ live: true })).toBe(0);
  });

  it('waits for a person too when Stripe gives no answer for long', async () => {
    const number = homeowner(2);
    await fault(town, { peer: 'stripe', kind: '500', match: 'POST /v1/payment_links' });
    await askToPay(town, number, 'friday after 3');
    await town.skip('PT3H');
    await noFaults(town);
    const booking = await bookingOf(town, number);
    expect(booking.stuck).toMatchObject([{ kind: 'effect', type: 'requestPayment', reason: 'it kept failing' }]);
    expect(booking.machines[0]?.value).toBe('lapsed');
    await expectBalancedBooks(town);
  });

  it('that is answered when nobody waits any more is undone: a late link is closed, unseen', async () => {
    const number = homeowner(3);
    await fault(town, { peer: 'stripe', kind: 'reset', match: 'POST /v1/payment_links' });
    await askToPay(town, number, 'saturday after 3');
    await town.skip('PT16M');
    expect(await bookingState(town, number)).toBe('lapsed');
    await noFaults(town);
    await town.skip('PT20M');
    const { _id, outbox } = await bookingOf(town, number);
    expect(outbox).toEqual([]);
    const made = (await wire(town, 'POST /v1/payment_links', _id)).filter(({ status }) => status === 200);
    expect(made).toHaveLength(1);
    const { id } = JSON.parse(made[0]?.responseBody ?? '{}') as { id: string };
    const closed = (await wire(town, `POST /v1/payment_links/${id}`)).at(-1);
    expect(JSON.parse(closed?.responseBody ?? '{}')).toMatchObject({ active: false });
    expect((await town.heard(number)).filter((body) => body.includes('To book'))).toEqual([]);
  });
});
