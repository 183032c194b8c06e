import { expect, it } from 'vitest';
import { keepTime, UnsettledError } from '../../sandbox/settle.ts';
import { startRig } from './rig.ts';

it('gives up with what is left when the app never comes to rest', async () => {
  const rig = await startRig();
  rig.work = () => ({ inFlight: 3, nextDueAt: null });
  const { world } = rig.sandbox;
  const done = world.busy.begin('something of the sandbox');
  const failure: unknown = await keepTime(world)
    .settle(100)
    .catch((error: unknown) => error);
  done();
  expect(failure).toBeInstanceOf(UnsettledError);
  expect((failure as UnsettledError).left).toEqual({
    sandbox: ['something of the sandbox'],
    app: { inFlight: 3, nextDueAt: null },
  });
  await rig.close();
});
