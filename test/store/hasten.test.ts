import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeClock } from '../../src/conversations/clock.ts';
import { emptyDraft, planOf } from '../../src/conversations/plan.ts';
import type { InboxItem } from '../../src/conversations/ports/actor.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { ownDatabase } from '../support/database.ts';

const clock = makeClock();
let store: Store;

beforeAll(async () => {
  store = await openStore({ uri: ownDatabase(), clock });
});
afterAll(async () => {
  await store.connection.dropDatabase();
  await store.close();
});

/** A thread that ordered one text; answers the order's id. */
const sendingThread = async (address: { kind: 'thread'; id: string }): Promise<string> => {
  const item: InboxItem = {
    id: `SM${address.id}`,
    at: clock.now(),
    readyAt: null,
    tries: 0,
    letter: null,
    conversation: null,
    what: { kind: 'text', text: { body: 'hello', media: [], button: null, location: null } },
  };
  const { image } = await store.actors.accept(address, item, null);
  const speech = {
    type: 'say' as const,
    key: 'desk.introduced' as const,
    body: 'Hi',
    buttons: [],
    until: null,
    isFarewell: false,
  };
  const orders = [{ conversation: 'desk', effect: { type: 'spoken' as const, asks: null, speech } }];
  const plan = planOf(image, { ...emptyDraft(image, [item]), orders }, clock.now());
  await store.actors.commit(address, image.revision, plan);
  return plan.outbox[0]!.id;
};

it('looks at once at texts of unknown fate whose callbacks come, and leaves the others', async () => {
  const addresses = [1, 2, 3].map((number) => ({ kind: 'thread' as const, id: `sms:+1512555990${number}` }));
  const ids = await Promise.all(addresses.map(sendingThread));
  const later = new Date(clock.now().getTime() + 60_000);
  const unknown = { outcome: 'again', lane: 'texts', nextAt: later, unknownSince: clock.now(), alert: null } as const;
  await store.actors.finish(addresses[0]!, [{ id: ids[0]!, ...unknown }]);
  await store.actors.finish(addresses[2]!, [{ id: ids[2]!, ...unknown }]);

  const found = await Promise.all([...ids, 'nobody.1.0'].map((id) => store.actors.hasten(id)));

  expect(found).toEqual([addresses[0], null, addresses[2], null]);
  const images = await Promise.all(addresses.map((address) => store.actors.load(address)));
  expect(images.map((image) => image?.outbox[0]?.nextAt)).toEqual([null, null, null]);
  expect(images.map((image) => image?.outbox[0]?.unknownSince !== null)).toEqual([true, false, true]);
});

it('finds the order of a text as long as nobody has noted its end', async () => {
  const address = { kind: 'thread' as const, id: 'sms:+15125559904' };
  const id = await sendingThread(address);
  expect(await store.actors.findOrder(id)).toMatchObject({
    address,
    item: { id, effect: { type: 'say', body: 'Hi' } },
  });
  await store.actors.finish(address, [{ id, outcome: 'over', answers: [] }]);
  expect(await store.actors.findOrder(id)).toBeNull();
});
