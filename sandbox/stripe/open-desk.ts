import type { World } from '../world.ts';
import { nobody, openShelves, type Desk } from './desk.ts';
import { scheduleAct } from './due-acts.ts';
import { emitSnapshot, emitThin } from './events.ts';

/** The desk over a world's shelves. A second one over the same world sees the same: all state is on the shelves. */
export function openDesk(world: World): Desk {
  const desk: Desk = {
    ...openShelves(world),
    world,
    cause: nobody,
    now: () => Math.floor(world.clock.now().getTime() / 1000),
    tell: (type, object, account) =>
      emitSnapshot(desk, { type, object, ...(account === undefined ? {} : { account }) }),
    tellThin: (type, account) => emitThin(desk, type, account),
    later: (kind, subject, due) => scheduleAct(desk, { kind, subject, due }),
  };
  return desk;
}
