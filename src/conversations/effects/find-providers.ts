// Who is near, works then, is free then, and was not asked yet: the store finds by trade and distance, the domain decides.
import type { ArrivalWindow } from '../../domain/arrival-window.ts';
import { isAvailable } from '../../domain/availability.ts';
import type { Candidate } from '../../domain/provider.ts';
import { candidateOf, rankCandidates } from '../../domain/rank.ts';
import { isInServiceArea } from '../../domain/service-area.ts';
import { dayCells, slotCells } from '../../domain/slot-cells.ts';
import type { OuterEffect } from '../../machines/effects.ts';
import { done, type Outcome } from '../outcome.ts';
import type { SearchedProvider } from '../ports.ts';
import type { Tools } from '../tools.ts';

type Order = Extract<OuterEffect, { type: 'findProviders' }>;
/** So many are looked at at a time, nearest first, until somebody is free or nobody is left. */
const LOOKED_AT = 60;
const MOST_LOOKS = 20;

export const findProviders = async (tools: Tools, order: Order): Promise<Outcome> => {
  const [first] = order.windows;
  if (first === undefined) throw new Error('A search names at least one window.');
  let isCovered = false;
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    const near = await lookAround(tools, order, look * LOOKED_AT);
    const going = near.filter(({ profile }) => isInServiceArea(profile, order.place));
    isCovered ||= going.length > 0;
    const free = await firstFree(tools, order, going);
    if (free !== null) return done({ type: 'providers.found', search: order.search, isCovered, ...free });
    if (near.length < LOOKED_AT) break;
  }
  return done({ type: 'providers.found', search: order.search, isCovered, candidates: [], window: first });
};

const lookAround = (tools: Tools, { place, radiusInMeters, trade }: Order, skip: number) =>
  tools.search.near({ trade, lat: place.lat, lon: place.lon, radiusInMeters, skip, limit: LOOKED_AT });

/** In the first of the windows in which anybody is free; null: in none of them. */
const firstFree = async (tools: Tools, order: Order, going: readonly SearchedProvider[]) => {
  const askable = going.filter(
    ({ providerId, profile }) => !order.without.includes(providerId) && !order.without.includes(profile.thread),
  );
  for (const window of order.windows) {
    const candidates = await freeIn(tools, order, { window, askable });
    if (candidates.length > 0) return { candidates, window };
  }
  return null;
};

const freeIn = async (
  tools: Tools,
  { minutes, isEmergency }: Order,
  { window, askable }: { window: ArrivalWindow; askable: readonly SearchedProvider[] },
): Promise<readonly Candidate[]> => {
  const now = tools.clock.now().toISOString();
  const working = askable.filter(({ profile }) => isAvailable(profile, { window, now, isEmergency }));
  if (working.length === 0) return [];
  const cells = slotCells({ window, minutes });
  const days = working.flatMap(({ profile }) => dayCells(window, profile.zone, profile.maxVisitsADay));
  const taken = await tools.reservations.taken(
    working.map(({ providerId }) => providerId),
    [...new Set([...cells, ...days])],
  );
  const isFree = ({ providerId, profile }: SearchedProvider) => {
    const his = taken.filter((row) => row.providerId === providerId).map((row) => row.cell);
    return (
      !cells.some((cell) => his.includes(cell)) &&
      dayCells(window, profile.zone, profile.maxVisitsADay).some((cell) => !his.includes(cell))
    );
  };
  return rankCandidates(working.filter(isFree).map(candidateOf));
};
