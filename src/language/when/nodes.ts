import type { Minutes } from './local-minutes.ts';

/** A clock time as said: half is null while nobody said whether it is am or pm. */
export interface Clock {
  readonly kind: 'clock';
  readonly minute: number;
  readonly half: 'am' | 'pm' | 'fixed' | null;
  /** False for a bare number, which needs company to be a time. */
  readonly isSure: boolean;
}

/** One day or several, `to` exclusive; a weekday keeps its number so that "next week" may still move it. */
export interface Days {
  readonly kind: 'days';
  readonly from: Minutes;
  readonly to: Minutes;
  readonly weekday: number | null;
  readonly isSure: boolean;
}

/** A part of the day, in minutes from midnight; `day` when it was named too ("tonight"). */
export interface DayPart {
  readonly kind: 'part';
  readonly from: number;
  readonly to: number;
  readonly day: Minutes | null;
}

/** A point in time, or a stretch from it. */
export interface Instant {
  readonly kind: 'instant';
  readonly from: Minutes;
  readonly to: Minutes | null;
  readonly isOpen: boolean;
}

/** Two clock times with their stretch between them. */
export interface Clocks {
  readonly kind: 'clocks';
  readonly start: Clock;
  readonly end: Clock;
}

/** A day and the time on it, said in one breath: "first monday morning of june". */
export interface Both {
  readonly kind: 'both';
  readonly days: Days;
  readonly time: Clock | Clocks | DayPart;
}

/** How long something takes, in minutes. */
export interface Length {
  readonly kind: 'length';
  readonly minutes: number;
}

/** Something that lies behind us, or that only looks like a date. */
export interface Nothing {
  readonly kind: 'past' | 'idiom';
}

export type Node = Clock | Days | DayPart | Instant | Clocks | Both | Length | Nothing;
