// The two-hour steps in which a day is offered. Minutes since midnight.
import type { When } from './reading.ts';

export const WINDOW_MINUTES = 120;
/** The hours in which a window may start, emergencies aside. */
export const FIRST_START = 8 * 60;
export const LAST_START = 20 * 60;
/** A shorter stretch is no window. */
export const SHORTEST_MINUTES = 60;

/** A stretch of one local day, as it was said. */
export interface DayStretch {
  readonly from: number;
  readonly to: number;
  readonly precision: 'day' | 'time';
  readonly bound: When['bound'];
}

/** Two-hour steps; those of a part with its own start begin there ("after 3": 3-5, 5-7), else on even hours. */
export function gridOf(part: DayStretch, from: number): readonly Step[] {
  const first = onGrid(part, from);
  const isOpen = part.bound === 'after' || part.to >= 24 * 60 - 1;
  const lastEnd = isOpen ? LAST_START + WINDOW_MINUTES : part.to;
  const steps: Step[] = [];
  for (let start = first; start + WINDOW_MINUTES <= lastEnd && start < LAST_START; start += WINDOW_MINUTES)
    steps.push([start, start + WINDOW_MINUTES]);
  return isOpen ? steps : withRest(steps, lastEnd);
}

type Step = readonly [number, number];

function onGrid(part: DayStretch, from: number): number {
  const hasOwnStart = part.precision === 'time' && part.bound !== 'before';
  const anchor = Math.max(hasOwnStart ? part.from : 0, FIRST_START) % WINDOW_MINUTES;
  return Math.ceil((from - anchor) / WINDOW_MINUTES) * WINDOW_MINUTES + anchor;
}

/** "Between 2 and 5" is 2-4, and 3-5 for whoever is busy at two. */
function withRest(steps: readonly Step[], lastEnd: number): readonly Step[] {
  const rest = lastEnd - (steps.at(-1)?.[1] ?? lastEnd);
  return rest >= SHORTEST_MINUTES ? [...steps, [lastEnd - WINDOW_MINUTES, lastEnd]] : steps;
}
