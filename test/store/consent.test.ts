import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { ownDatabase } from '../support/database.ts';
import { clock, said, text, thread } from './actor-items.ts';

let one: Store;
let other: Store;

beforeAll(async () => {
  const uri = ownDatabase();
  one = await openStore({ uri, clock, timing: { claimMs: 300, graceMs: 50 } });
  other = await openStore({ uri, clock, timing: { claimMs: 300, graceMs: 50 } });
});
afterAll(async () => {
  await one.connection.dropDatabase();
  await one.close();
  await other.close();
});

describe('the consent', () => {
  const at = new Date('2035-03-06T15:00:05Z');
  const before = new Date('2035-03-06T15:00:04Z');
  const change = (state: 'in' | 'out', by: string, time: Date, isFound: boolean) => ({
    ...{ state, by, at: time, isFound },
    isCarriers: true,
  });

  it('is that of the text that has just come, whatever the clocks of two processes say', async () => {
    const address = thread();
    await one.actors.accept(address, text('SM1', 'START'), change('in', 'SM1', at, false));
    const { image } = await other.actors.accept(address, text('SM2', 'STOP'), change('out', 'SM2', before, false));
    expect(image.consent).toMatchObject({ state: 'out', by: 'SM2' });
  });

  it('is not that of a turn that was under way when START came', async () => {
    const address = thread();
    const { image } = await one.actors.accept(address, text('SM1', 'leave me alone'), null);
    await other.actors.accept(address, text('SM2', 'START'), change('in', 'SM2', at, false));
    const out = { state: 'out', by: 'SM1', at: before } as const;
    const plan = { ...said(image, image.inbox, []), consent: out };
    expect((await one.actors.commit(address, image.revision, plan))?.consent).toMatchObject({ state: 'in', by: 'SM2' });
  });

  it('is not that of an older text that is found later', async () => {
    const address = thread();
    await one.actors.accept(address, text('SM1', 'START'), change('in', 'SM1', at, false));
    const { image } = await other.actors.accept(address, text('SM2', 'STOP'), change('out', 'SM2', before, true));
    expect(image.consent).toEqual({ state: 'in', by: 'SM1', at, isCarriers: true });
  });
});
