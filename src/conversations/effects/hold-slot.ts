// I3: one insert decides; the unique index is the judge. A day that is nearly full is tried by each of its remaining places.
import { dayCells, slotCells } from '../../domain/slot-cells.ts';
import type { OuterEffect } from '../../machines/effects.ts';
import { done, type Outcome } from '../outcome.ts';
import type { Performance } from '../perform-lane.ts';
import type { Tools } from '../tools.ts';
import { stampOf } from './tell.ts';

type Hold = Extract<OuterEffect, { type: 'holdSlot' }>;
type Release = Extract<OuterEffect, { type: 'releaseSlot' }>;

export const holdSlot = async (tools: Tools, hold: Hold, { item }: Performance): Promise<Outcome> => {
  const { attempt, bookingId, providerId, window } = hold;
  const provider = await tools.search.byId(providerId);
  if (provider === null) return done({ type: 'slot.taken', attempt });
  const quarters = slotCells({ window, minutes: hold.minutes });
  const { zone, maxVisitsADay } = provider.profile;
  for (const day of dayCells(window, zone, maxVisitsADay)) {
    const cells = [...quarters, day];
    const answer = await tools.reservations.hold({
      bookingId,
      attempt,
      providerId,
      cells,
      revision: stampOf(item.id).sequence,
    });
    if (answer === 'held') return done({ type: 'slot.held', attempt });
    const taken = await tools.reservations.taken([providerId], quarters);
    if (taken.length > 0) break;
  }
  return done({ type: 'slot.taken', attempt });
};

export const releaseSlot = async (
  tools: Tools,
  { attempt, bookingId, providerId }: Release,
  { item }: Performance,
): Promise<Outcome> => {
  await tools.reservations.release({ bookingId, attempt, providerId, revision: stampOf(item.id).sequence });
  return done({ type: 'slot.released', attempt });
};
