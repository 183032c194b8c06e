// Business time. Real processes never move it; the sandbox may, forward only.
import type { Clock } from './ports.ts';

export interface SkippableClock extends Clock {
  readonly offsetMs: () => number;
  /** takes over a larger offset; smaller ones are ignored */
  readonly advance: (offsetMs: number) => void;
}

const LONGEST_SLEEP_MS = 2 ** 31 - 1;

export const makeClock = (): SkippableClock => {
  let offset = 0;
  const sleepers = new Set<() => void>();
  const listeners = new Set<() => void>();
  const now = () => new Date(Date.now() + offset);

  const until = (at: Date, signal?: AbortSignal) =>
    new Promise<void>((resolve) => {
      let timer: NodeJS.Timeout | undefined;
      const end = () => {
        clearTimeout(timer);
        sleepers.delete(look);
        signal?.removeEventListener('abort', end);
        resolve();
      };
      const look = () => {
        clearTimeout(timer);
        const left = at.getTime() - now().getTime();
        if (left <= 0) end();
        else timer = setTimeout(look, Math.min(left, LONGEST_SLEEP_MS));
      };
      signal?.addEventListener('abort', end, { once: true });
      sleepers.add(look);
      if (signal?.aborted === true) end();
      else look();
    });

  return {
    now,
    until,
    onSkip: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    offsetMs: () => offset,
    advance: (offsetMs) => {
      if (offsetMs <= offset) return;
      offset = offsetMs;
      for (const look of [...sleepers, ...listeners]) look();
    },
  };
};
