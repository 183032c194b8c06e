/** What stands before a text to a provider: why it is said now, or again. */
export type Opening =
  | 'none'
  /** not understood */
  | 'missed'
  /** not understood twice: a person was told */
  | 'missedTwice'
  /** a person was asked for, or is needed, and was told */
  | 'person'
  | 'help'
  /** something that nobody here knows */
  | 'question'
  /** the street of a job that is only offered */
  | 'street'
  /** another time than the one that is offered */
  | 'time'
  | 'thanks';

export type OpeningWords = Readonly<Record<Opening, string>>;
