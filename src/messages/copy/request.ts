import type { ArrivalWindow } from '../../domain/arrival-window.ts';
import type { Place } from '../../domain/place.ts';
import type { Danger } from '../../domain/reading.ts';
import type { TradeId } from '../../domain/trades.ts';
import type { Lead } from './lead.ts';

interface Asked {
  readonly lead: Lead;
}

/** The homeowner's thread until the request is sent. */
export interface RequestCopy {
  /** `isTold`: what to do was said before */
  'request.askSafety': (p: Asked & { danger: Danger; isTold: boolean }) => string;
  'request.askJob': (p: Asked) => string;
  'request.chooseTrade': (p: Asked & { trades: readonly TradeId[] }) => string;
  'request.askAddress': (p: Asked & { trade: TradeId }) => string;
  'request.askStreet': (p: Asked & { area: string }) => string;
  /** `isHard`: it was asked before, in vain */
  'request.askZip': (p: Asked & { street: string | null; isHard: boolean }) => string;
  'request.choosePlace': (p: Asked & { places: readonly Place[] }) => string;
  'request.askSamePlace': (p: Asked & { place: Place }) => string;
  'request.askTime': (p: Asked & { place: Place; windows: readonly ArrivalWindow[] }) => string;
  /** `windows`: in order of preference; the first one is what is asked for, at most one more is shown */
  'request.confirm': (
    p: Asked & { trade: TradeId; words: string; place: Place; windows: readonly ArrivalWindow[] },
  ) => string;
  'request.chooseChange': (p: Asked) => string;
  /** what was said may be about a visit, or ask for other work */
  'request.askWhich': (p: Asked & { codes: readonly string[] }) => string;
  /** the search could not even begin; a person was told */
  'request.notSent': (p: Record<string, never>) => string;
  'request.alreadySent': (p: Record<string, never>) => string;
  /** `booked`: the code of a visit that it was not about */
  'request.dropped': (p: { booked: string | null }) => string;
}
