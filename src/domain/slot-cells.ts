// A provider's time is cut into quarter-hours. Two live reservations of one provider never share a cell (I3).
import type { ArrivalWindow } from './arrival-window.ts';
import { localDate } from './instants.ts';

const QUARTER = 15 * 60_000;
/** Travel to the next visit, in minutes, where nobody says otherwise. */
const USUAL_BUFFER = 30;

export interface SlotSpan {
  readonly window: ArrivalWindow;
  /** how long the visit takes */
  readonly minutes: number;
  /** travel to the next one, in minutes; 30 when it is left out */
  readonly bufferInMinutes?: number;
}

/**
 * The quarter-hours that a visit takes from its provider, as the UTC minutes at which they begin ('2026-11-26T21:00Z'), distinct
 * and in order, at least one. Taken is the whole arrival window, and beyond it what is left of the visit and the travel when it
 * begins with the window: so windows never overlap, and a day on which every visit begins with its window can be driven.
 * Throws a RangeError when an instant cannot be read or the span is longer than two days.
 */
export const slotCells = ({ window, minutes, bufferInMinutes = USUAL_BUFFER }: SlotSpan): readonly string[] => {
  const start = Date.parse(window.start);
  const end = Math.max(Date.parse(window.end), start + (minutes + bufferInMinutes) * 60_000);
  const first = Math.floor(start / QUARTER);
  const count = Math.max(1, Math.ceil(end / QUARTER) - first);
  if (!(count <= 192)) throw new RangeError('A slot is at most two days long.');
  return Array.from({ length: count }, (_, index) => cellAt((first + index) * QUARTER));
};

const cellAt = (milliseconds: number): string => `${new Date(milliseconds).toISOString().slice(0, 16)}Z`;

/**
 * The cells of a provider's day, one for each visit that he takes at most: 'day:2026-11-26:1' to 'day:2026-11-26:3'. A reservation
 * takes one of them besides its quarter-hours; when all are taken the day is full. `zone` is the provider's.
 */
export const dayCells = (window: ArrivalWindow, zone: string, maxVisitsADay: number): readonly string[] => {
  const date = localDate(window.start, zone);
  return Array.from({ length: Math.max(0, maxVisitsADay) }, (_, index) => `day:${date}:${index + 1}`);
};
