import type { When } from '../../domain/reading.ts';
import type { TradeId } from '../../domain/trades.ts';

/** What stands before a question: why it is asked now, or again. */
export type PlainLead =
  | 'none'
  /** not understood */
  | 'missed'
  /** not understood twice: a person was told */
  | 'missedTwice'
  /** a person was asked for, and told */
  | 'person'
  | 'help'
  /** a question that the text after it answers, or nobody but a person does */
  | 'question'
  /** "is it booked?" */
  | 'notBooked'
  | 'booked'
  /** "hang on" */
  | 'waits'
  | 'price'
  /** "can he do it for 100" */
  | 'fixedPrice'
  /** the pro wants more than was paid */
  | 'noExtra'
  /** "don't cancel" */
  /** asked about card or link before there is one */
  | 'byLink'
  | 'kept'
  /** what was dropped is wanted after all */
  | 'wantedBack'
  /** something said before was changed */
  | 'noted'
  | 'back'
  | 'restarted'
  /** silence for a day */
  | 'nudge'
  | 'photo'
  | 'timeGone'
  /** a number of a list that is no longer true */
  | 'listOver'
  | 'placeUnknown'
  | 'oneAtATime'
  | 'safe'
  /** the danger that was told before was named again */
  | 'warned'
  /** whether to call the emergency number */
  | 'call911';

/** What was said and is kept, although something else was asked; all null: words for the pro. */
export interface Kept {
  readonly when: When | null;
  readonly area: string | null;
}

export type Lead = PlainLead | { readonly priceOf: TradeId } | { readonly kept: Kept };

export type LeadWords = Readonly<Record<PlainLead, string>>;
