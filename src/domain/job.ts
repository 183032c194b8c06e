import type { ArrivalWindow } from './arrival-window.ts';
import { minutesBetween } from './instants.ts';
import type { Language, Urgency } from './reading.ts';
import type { TradeId } from './trades.ts';

/** What is to be done, in the homeowner's own words. */
export interface Job {
  readonly trade: TradeId;
  readonly words: string;
  readonly urgency: Urgency;
}

/** From so far ahead on, a time was chosen with care. */
const LATER_MINUTES = 12 * 60;

/** An emergency for which a later time was chosen is work like any other: nobody is called out of bed for it, and nobody left out. */
export const jobAt = (job: Job, [first]: readonly ArrivalWindow[], now: string): Job => {
  const isLater = first !== undefined && minutesBetween(now, first.start) > LATER_MINUTES;
  return job.urgency === 'emergency' && isLater ? { ...job, urgency: 'soon' } : job;
};

/** The homeowner of a booking, as its other party may come to know him. */
export interface Homeowner {
  readonly thread: string;
  readonly name: string | null;
  readonly language: Language;
}
