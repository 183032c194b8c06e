// The span in which a provider arrives. Instants are UTC ISO texts ('2026-11-26T21:00:00Z'), the zone is the property's.
export interface ArrivalWindow {
  readonly start: string;
  readonly end: string;
  readonly zone: string;
}

/** One instant, and the zone in which a person reads it. */
export interface Moment {
  readonly at: string;
  readonly zone: string;
}
