import type { Desk } from './desk.ts';
import type { Movement } from './records.ts';

/** Stripe's object: pending until its day has come. */
export function showMovement(desk: Desk, { owner: _owner, ...movement }: Movement): object {
  return { ...movement, status: movement.available_on <= desk.now() ? 'available' : 'pending' };
}
