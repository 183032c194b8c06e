import type { Language } from './language.ts';
import type { Money } from './money.ts';
import type { TradeId } from './trades.ts';

export type { Language };

/** What one text does in the conversation. */
export type Intent =
  | 'job'
  | 'answer'
  | 'yes'
  | 'no'
  | 'choose'
  | 'more'
  | 'correct'
  | 'change'
  | 'dropJob'
  | 'cancel'
  | 'stop'
  | 'start'
  | 'help'
  | 'person'
  | 'repeat'
  | 'back'
  | 'restart'
  | 'question'
  | 'price'
  | 'status'
  | 'greet'
  | 'thanks'
  | 'bye'
  | 'language'
  | 'aboutUs'
  | 'maybe'
  | 'unclear';

/** A threat to life or home that must be answered before anything else; `medical`: somebody is hurt. */
export type Danger = 'gas' | 'carbonMonoxide' | 'fire' | 'medical' | 'sparks' | 'flooding';

export type Urgency = 'emergency' | 'soon' | 'normal' | 'flexible';

/** Local wall-clock minutes, `YYYY-MM-DDTHH:MM`; the end is exclusive, or null when it was left open. */
export interface LocalSpan {
  readonly start: string;
  readonly end: string | null;
}

/** When something was asked for: several windows are alternatives ("any day but monday"). */
export interface When {
  readonly windows: readonly LocalSpan[];
  readonly precision: 'day' | 'time';
  readonly bound: 'at' | 'after' | 'before' | 'between';
  /** Only an hour was said ("make it 3 pm"): the day in the windows is the next on which it comes round, nobody's word. */
  readonly isDayGuessed?: boolean;
}

/** One piece of work that a text asks for, in the person's own words. */
export interface JobAsked {
  readonly id: TradeId;
  /** 0 to 1. */
  readonly confidence: number;
  readonly words: string;
}

/** The pieces of a place as they were said; street is as said, with number and unit. */
export interface PlaceHint {
  readonly zip: string | null;
  readonly city: string | null;
  readonly state: string | null;
  readonly street: string | null;
  readonly number: string | null;
  /** A flat or suite that was named without its street ("apt b"), as said. */
  readonly unit?: string;
  readonly lat: number | null;
  readonly lon: number | null;
}

/** Words by which a provider answers us. */
export type ProviderWord =
  'accept' | 'decline' | 'onMyWay' | 'late' | 'here' | 'nobodyHome' | 'cannot' | 'done' | 'jobs' | 'join' | 'pay';

/** Everything that was understood in one text. */
export interface Reading {
  readonly intent: Intent;
  /** Best first, or of several jobs the first; at most three; confidence is 0 to 1. */
  readonly categories: readonly { readonly id: TradeId; readonly confidence: number }[];
  /** In the order said; several only when a text asks for work of several trades, [] when no trade is meant. */
  readonly jobs: readonly JobAsked[];
  /** What was said about the work, without times, places, contacts and courtesies; '' when nothing was. */
  readonly about: string;
  readonly urgency: Urgency;
  readonly danger: Danger | null;
  readonly when: When | null;
  readonly place: PlaceHint | null;
  /** Counted from one. */
  readonly choice: number | null;
  readonly money: Money | null;
  readonly contact: {
    readonly phone: string | null;
    readonly email: string | null;
    readonly name: string | null;
  } | null;
  /** One to five. */
  readonly rating: number | null;
  /** A booking code such as K7, in upper case. */
  readonly code: string | null;
  readonly word: ProviderWord | null;
  /** Null when the text is too short to tell. */
  readonly language: Language | null;
  /** The text trimmed, at most 1,600 characters. */
  readonly words: string;
  /** "Liked …" and its kin, which telephones send by themselves. */
  readonly isTapback: boolean;
}

/** What the last question of ours was about. */
export type AskedKind = 'job' | 'place' | 'time' | 'choice' | 'yesNo' | 'name' | 'contact' | 'rating' | 'words';
