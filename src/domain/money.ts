/** An exact amount; cents are whole. */
export interface Money {
  readonly cents: number;
  readonly currency: 'USD';
}
