/** What stands before a question: why it is asked now, or again. */
export type Lead =
  | 'none'
  /** not understood */
  | 'missed'
  /** not understood twice: a person was told */
  | 'missedTwice'
  /** a person was asked for, and told */
  | 'person'
  | 'help'
  | 'price'
  /** something said before was changed */
  | 'noted'
  | 'back'
  | 'restarted'
  /** silence for a day */
  | 'nudge'
  | 'photo'
  | 'timeGone'
  | 'placeUnknown'
  | 'oneAtATime'
  | 'safe';

export type LeadWords = Readonly<Record<Lead, string>>;
