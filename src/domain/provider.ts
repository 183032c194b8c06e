import type { Language } from './reading.ts';
import type { TradeId } from './trades.ts';

/** Hours of one weekday, local minutes since midnight; an empty list is a day off. */
export type DayHours = readonly { readonly fromMinute: number; readonly toMinute: number }[];

/** What a provider says of himself when he signs up; the one source of matching and prices. */
export interface ProviderProfile {
  readonly name: string;
  readonly business: string | null;
  readonly thread: string;
  readonly languages: readonly Language[];
  readonly trades: readonly TradeId[];
  readonly zip: string;
  readonly lat: number;
  readonly lon: number;
  readonly zone: string;
  readonly radiusInMeters: number;
  /** Monday first */
  readonly hours: readonly [DayHours, DayHours, DayHours, DayHours, DayHours, DayHours, DayHours];
  /** price of a visit, in cents */
  readonly rateInCents: number;
  readonly takesEmergencies: boolean;
  readonly maxVisitsADay: number;
}

/** A provider who could do a job, as the search answers; `thread` is where he is asked. */
export interface Candidate {
  readonly providerId: string;
  readonly thread: string;
  readonly name: string;
  readonly language: Language;
  /** mean stars in tenths (49 = 4.9), null while he is new */
  readonly ratingInTenths: number | null;
  readonly ratings: number;
  readonly meters: number;
  readonly rateInCents: number;
  readonly zone: string;
}
