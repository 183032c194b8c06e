// What a request knows so far. It lies in the database between two texts, so it is plain JSON.
import type { ArrivalWindow } from '../../domain/arrival-window.ts';
import { localDate } from '../../domain/instants.ts';
import { dayOfSpans } from '../../domain/keep-day.ts';
import type { Homeowner } from '../../domain/job.ts';
import type { Place } from '../../domain/place.ts';
import type { Danger, Urgency, When } from '../../domain/reading.ts';
import type { TradeId } from '../../domain/trades.ts';
import type { Copy } from '../../messages/catalog.ts';
import type { AlertReason } from '../effects.ts';
import type { Heard } from '../events.ts';

export type Lead = Parameters<Copy['request.askJob']>[0]['lead'];
export type TextReceived = Extract<Heard, { type: 'text.received' }>;

export type AskingState =
  | 'awaitingSafety'
  | 'choosingBooking'
  | 'askingJob'
  | 'choosingTrade'
  | 'askingPlace'
  | 'choosingPlace'
  | 'askingSamePlace'
  | 'askingTime'
  | 'confirming'
  | 'choosingChange';

/** A booking under way that a text may be about. */
export interface About {
  readonly bookingId: string;
  readonly code: string;
  readonly isPaid: boolean;
  /** the work was done: what is said of it is a problem; missing in drafts of before */
  readonly isServed?: boolean;
}

export interface Draft {
  readonly person: Homeowner;
  readonly lastPlace: Place | null;
  /** what the first text may be about instead, until that is known; missing in drafts of before, as are the next two */
  readonly about?: readonly About[];
  /** that first text */
  readonly said?: string;
  /** the code of a paid visit, named when the request is dropped */
  readonly booked?: string | null;
  /** for the pro once it is paid; missing in drafts of before */
  readonly notes?: readonly string[];
  /** what was said about the job, piece by piece */
  readonly words: readonly string[];
  readonly trade: TradeId | null;
  /** the two trades to choose from */
  readonly trades: readonly TradeId[];
  readonly urgency: Urgency;
  /** until he says that he is safe */
  readonly danger: Danger | null;
  /** the danger for which it was said what to do; missing in drafts of before, as is the next one */
  readonly warned?: Danger | null;
  /** the danger that is over */
  readonly cleared?: Danger | null;
  readonly street: string | null;
  /** its street is kept apart until both are known */
  readonly place: Place | null;
  readonly places: readonly Place[];
  readonly placeMisses: number;
  readonly isLastPlaceRefused: boolean;
  /** as said; kept until the place, and so the zone, is known */
  readonly when: When | null;
  readonly isAsap: boolean;
  readonly offered: readonly ArrivalWindow[];
  /** what is asked for, in order of preference; empty: not known yet */
  readonly windows: readonly ArrivalWindow[];
  readonly isChanging: boolean;
  readonly misses: number;
  readonly lead: Lead;
  /** to be raised once */
  readonly alert: AlertReason | null;
  /** when a person was last told that one is wanted; missing: never */
  readonly personAskedAt?: string;
  readonly isNudged: boolean;
  /** `pass`: it was about a booking, which is told */
  readonly ending: 'send' | 'drop' | 'pass' | null;
  readonly bookingId: string | null;
  /** business time of the last event */
  readonly now: string;
}

export const emptyDraft: Draft = {
  person: { thread: '', name: null, language: 'en' },
  lastPlace: null,
  words: [],
  trade: null,
  trades: [],
  urgency: 'normal',
  danger: null,
  street: null,
  place: null,
  places: [],
  placeMisses: 0,
  isLastPlaceRefused: false,
  when: null,
  isAsap: false,
  offered: [],
  windows: [],
  isChanging: false,
  misses: 0,
  lead: 'none',
  alert: null,
  isNudged: false,
  ending: null,
  bookingId: null,
  now: '1970-01-01T00:00:00Z',
};

export const withoutJob: Partial<Draft> = { words: [], trade: null, trades: [] };
export const withoutPlace: Partial<Draft> = { street: null, place: null, places: [], placeMisses: 0 };
export const withoutTime: Partial<Draft> = { when: null, isAsap: false, offered: [], windows: [] };

/** The local day that is meant, as far as it is known; null: none was said yet, or several. */
export function dayOf({ windows, offered, when }: Draft): string | null {
  const [wanted] = windows;
  if (wanted !== undefined) return localDate(wanted.start, wanted.zone);
  const days = new Set(offered.map(({ start, zone }) => localDate(start, zone)));
  const [offeredDay = null] = days;
  return days.size === 1 ? offeredDay : when?.isDayGuessed === true ? null : dayOfSpans(when?.windows ?? []);
}

/** A city with several ZIPs is known, but not which one: nobody has said a ZIP, so it is not shown. */
export const isExact = (place: Place): boolean => place.area.includes(place.zip);

/** Where the provider has to go, once ZIP and street are known. */
export const wholePlace = ({ place, street }: Draft): Place | null => {
  if (place === null || !isExact(place)) return null;
  if (place.street !== null) return place;
  return street === null ? null : { ...place, street };
};

/** The state that a draft is in: whatever is missing first. */
export function stateOf(draft: Draft): AskingState {
  if (draft.danger !== null) return 'awaitingSafety';
  if (isInDoubt(draft)) return 'choosingBooking';
  if (draft.isChanging) return 'choosingChange';
  if (draft.trade === null) return draft.trades.length > 1 ? 'choosingTrade' : 'askingJob';
  if (wholePlace(draft) === null) return placeStateOf(draft);
  return draft.windows.length === 0 ? 'askingTime' : 'confirming';
}

const isInDoubt = ({ about = [] }: Draft): boolean => about.length > 0;

function placeStateOf(draft: Draft): AskingState {
  if (draft.places.length > 0) return 'choosingPlace';
  const isNothingSaid = draft.place === null && draft.street === null && draft.placeMisses === 0;
  return isNothingSaid && draft.lastPlace !== null && !draft.isLastPlaceRefused ? 'askingSamePlace' : 'askingPlace';
}
