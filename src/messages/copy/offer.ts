export interface OfferCopy {
  'offer.placeholder': (p: Record<string, never>) => string;
}
