/** One place on the map of the United States. */
export interface Place {
  readonly street: string | null;
  readonly unit: string | null;
  readonly city: string;
  /** Two capital letters. */
  readonly state: string;
  readonly zip: string;
  readonly lat: number;
  readonly lon: number;
  /** IANA time zone. */
  readonly zone: string;
  /** What may be shown before payment, e.g. "Austin 78704". */
  readonly area: string;
}
