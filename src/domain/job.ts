import type { Language, Urgency } from './reading.ts';
import type { TradeId } from './trades.ts';

/** What is to be done, in the homeowner's own words. */
export interface Job {
  readonly trade: TradeId;
  readonly words: string;
  readonly urgency: Urgency;
}

/** The homeowner of a booking, as its other party may come to know him. */
export interface Homeowner {
  readonly thread: string;
  readonly name: string | null;
  readonly language: Language;
}
